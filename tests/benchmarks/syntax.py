"""CPU of reading sentences, step by step, as a multiple of tokenising the same text with `re` alone.

    python tests/benchmarks/syntax.py [FILE.jsonl]       documents, one a line, in "text"; else the sample article

Every sentence is read, as `factx syntax` does; "syntax" is the sum from classes to clauses. Tokens are made before.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from throughput import PLAIN

from factx.syntax import Syntax
from factx.syntax.classes import classes_of
from factx.syntax.clauses import ClauseReader
from factx.syntax.items import items_of
from factx.syntax.past_rules import decided
from factx.syntax.sentence import Clause
from factx.text.tokens import Tokens, tokenise

T = TypeVar("T")

SHARE = 50
"""Documents in a turn: each step is run on as many before the next, so that what else the machine does hits all."""


def main() -> None:
    gc.set_threshold(500_000, 20, 100)  # as the command does
    texts = documents(sys.argv[1:])
    for text in texts[:20]:
        _ = Syntax(tokenise(text)).clauses
    size = sum(len(text.encode()) for text in texts) / 1e6
    (first, counts), (again, _) = run(texts), run(texts)
    print("            first: words are looked up       again: they are remembered")
    for name, seconds in first.items():
        print(f"{name:10s}  {over(seconds, first, size)}  {over(again[name], again, size)}")
    words, groups, clauses = counts
    print(f"{size:.1f} MB, {words} tokens, {groups} groups, {clauses} clauses")


def over(seconds: float, spent: dict[str, float], size: float) -> str:
    return f"{1000 * seconds / size:7.1f} ms a MB {seconds / spent['re alone']:5.1f} times re"


def run(texts: list[str]) -> tuple[dict[str, float], list[int]]:
    """The seconds of each step over all texts, and how many tokens, groups and clauses there are."""
    spent: dict[str, float] = {}
    counts = [0, 0, 0]
    for at in range(0, len(texts), SHARE):
        some = texts[at : at + SHARE]
        timed(spent, "re alone", lambda some=some: [PLAIN.findall(text) for text in some])  # type: ignore[misc]
        read = timed(spent, "tokens", lambda some=some: list(map(tokenise, some)))  # type: ignore[misc]
        for place, found in enumerate(steps(spent, read)):
            counts[place] += found
    spent["syntax"] = sum(spent[name] for name in ("classes", "groups", "clauses"))
    return spent, counts


def documents(arguments: list[str]) -> list[str]:
    if arguments:
        with open(arguments[0], encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    return [next(Path(__file__).parents[2].joinpath("seeds").glob("*.txt")).read_text(encoding="utf-8")] * 400


def timed(spent: dict[str, float], name: str, step: Callable[[], T]) -> T:
    began = time.process_time()
    found = step()
    spent[name] = spent.get(name, 0.0) + time.process_time() - began
    return found


def read_out(reader: ClauseReader) -> list[Clause]:
    """The clauses, all their parts worked out."""
    clauses = reader.clauses()
    for clause in clauses:
        hash(clause)
    return clauses


def steps(spent: dict[str, float], read: list[Tokens]) -> tuple[int, int, int]:
    """Times the steps on some texts; how many tokens, groups and clauses they have."""
    classes = timed(spent, "classes", lambda: list(map(classes_of, read)))
    pairs = list(zip(read, classes, strict=True))
    items = timed(spent, "groups", lambda: [decided(items_of(tokens, each, {})) for tokens, each in pairs])
    clauses = timed(spent, "clauses", lambda: [read_out(ClauseReader(each)) for each in items])
    return sum(map(len, read)), sum(len(each.groups) for each in items), sum(map(len, clauses))


if __name__ == "__main__":
    main()
