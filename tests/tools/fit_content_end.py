"""Fit the weights of lexicon/content-end.txt on annotated claims.

    python tests/tools/fit_content_end.py GOLD.jsonl [GOLD.jsonl ...] > content-end.txt
    python tests/tools/fit_content_end.py --halves GOLD.jsonl [GOLD.jsonl ...]

The first prints the table anew; copy it over factx/lexicon/content-end.txt. GOLD holds a document a line: {"text",
"claims": [{"source", "cue", "content": [[start, end], ...]}]}. What is weighed is what the table lists already, each
line with its example: to weigh something else, write a line with 0. Logistic regression with a ridge, by Newton's
method, so that the same lines give the same weights. `--halves` prints how many contents end right by the weights in
the table, and by those fitted on one half of the documents and tried on the other.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from factx.extract import people as people_kind
from factx.extract.claims import content_end as ends
from factx.extract.claims import quoted
from factx.extract.claims.boundaries import Content
from factx.extract.claims.end_rules import verdict
from factx.extract.claims.reading import Reading
from factx.resolve import coreference
from factx.text.quotations import quotations
from factx.text.tokens import tokenise

TABLE = Path(__file__).parents[2] / "factx" / "lexicon" / "content-end.txt"
ROUNDS = 12
RIDGE = 1.0
"""How strongly weights are pulled towards zero."""
ALIKE = 0.8
"""The share of tokens from which on two contents count as the same one."""

Weigh = Callable[[frozenset[str]], float]


class Claim(NamedTuple):
    """A claim whose content follows its cue in one sentence."""

    reading: Reading
    start: int
    gold: int
    """Where its content ends."""
    stop: int
    source: tuple[int, int]
    cue: int


def claims(document: dict[str, object]) -> Iterator[Claim]:
    text, given = document["text"], document["claims"]
    assert isinstance(text, str)
    assert isinstance(given, list)
    tokens = tokenise(text)
    people, _ = coreference.group(people_kind.find(tokens), tokens)
    reading = Reading(tokens, quotations(tokens), people)
    view, kinds = reading.tokens, reading.kinds
    for claim in given:
        if not claim["source"] or not claim["cue"] or not claim["content"]:
            continue
        cue = _cue(reading, claim["cue"])
        content = [part for part in claim["content"] if part[0] >= claim["cue"][-1][0]]
        if cue is None or len(content) != 1:
            continue
        start, last = view.at(content[0][0]), view.at(content[0][1] - 1)
        if view.starts[start] != content[0][0] or start <= cue or view.sentence_of(start) != view.sentence_of(last):
            continue
        stop = view.sentence_of(start)[1]
        while stop > start and kinds[stop - 1] & {"stop", "end"}:
            stop -= 1
        while last > start and "stop" in kinds[last]:
            last -= 1
        first, end = claim["source"][0]
        yield Claim(reading, start, last + 1, stop, (view.at(first), view.at(end - 1) + 1), cue)


def _cue(reading: Reading, spans: list[list[int]]) -> int | None:
    """The last cue verb of the cue's tokens."""
    best = None
    for start, end in spans:
        for i in range(reading.tokens.at(start), reading.tokens.at(end - 1) + 1):
            if "cue" in reading.kinds[i] and "quotation" not in reading.kinds[i]:
                best = i
    return best


def examples(claim: Claim) -> list[tuple[frozenset[str], bool]]:
    """The places where a content might end and no rule decides, with whether it does; none behind its end."""
    reading, start, gold, stop, _, cue = claim
    if quoted.content_end(reading, start, stop, cue) is not None:
        return []
    places = [place for place in Content(reading, start, stop, cue).places() if place.at <= gold]
    if not places or places[-1].at != gold and gold < stop:
        return []
    return [(place.observed, place.at == gold) for place in places if verdict(place) is None]


def fit(names: Sequence[frozenset[str]], data: Iterable[tuple[frozenset[str], bool]]) -> list[float]:
    """The weight of each name."""
    rows = [([i for i, needed in enumerate(names) if observed >= needed], ends) for observed, ends in data]
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [-RIDGE * weight for weight in weights]
        curve = [[RIDGE if i == j else 0.0 for j in range(len(names))] for i in range(len(names))]
        for known, label in rows:
            chance = 1 / (1 + math.exp(-sum([weights[i] for i in known])))
            certain = chance * (1 - chance)
            for i in known:
                slope[i] += label - chance
                row = curve[i]
                for j in known:
                    row[j] += certain
        weights = [weight + step for weight, step in zip(weights, _solved(curve, slope), strict=True)]
    return [round(weight, 2) for weight in weights]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """x of matrix · x = right, by Gauss's elimination; the matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    count = len(rows)
    for i in range(count):
        pivot = [value / rows[i][i] for value in rows[i]]
        rows[i] = pivot
        for k in range(count):
            if k != i and (factor := rows[k][i]):
                rows[k] = [a - factor * b for a, b in zip(rows[k], pivot, strict=True)]
    return [row[-1] for row in rows]


def right(documents: Iterable[Sequence[Claim]], weigh: Weigh) -> tuple[int, int]:
    """How many contents end where they should, or nearly so, and of how many."""
    ends.weight, known = weigh, ends.weight
    good = count = 0
    for claim in chain.from_iterable(documents):
        end = ends.content_end(claim.reading, claim.start, claim.stop, claim.source, claim.cue)
        shared = min(end, claim.gold) - claim.start
        good += shared >= ALIKE * (max(end, claim.gold) - claim.start)
        count += 1
    ends.weight = known
    return good, count


def main() -> None:
    paths = [path for path in sys.argv[1:] if not path.startswith("-")]
    lines = [line for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    documents = [list(claims(json.loads(line))) for line in lines]
    table = TABLE.read_text(encoding="utf-8").splitlines()
    keys = [line.partition(" = ")[0] for line in table if " = " in line and not line.startswith("#")]
    names = [frozenset(key.split(" & ")) for key in keys]
    if "--halves" not in sys.argv:
        fitted = iter(fit(names, chain.from_iterable(map(examples, chain.from_iterable(documents)))))
        for line in table:
            key, given, rest = line.partition(" = ")
            _, mark, example = rest.partition("  # ")
            print(f"{key} = {next(fitted):.2f}{mark}{example}" if given and not line.startswith("#") else line)
        return
    good, count = right(documents, ends.weight)
    print(f"by the table: {100 * good / count:.1f}% of {count} contents end right")
    good = count = 0
    for half in (0, 1):
        own = chain.from_iterable(documents[half::2])
        fitted_weights = list(zip(names, fit(names, chain.from_iterable(map(examples, own))), strict=True))
        found = right(
            documents[1 - half :: 2],
            lambda observed, known=fitted_weights: sum([each for needed, each in known if observed >= needed]),  # type: ignore[misc]
        )
        good, count = good + found[0], count + found[1]
    print(f"by weights fitted on the other half: {100 * good / count:.1f}% of {count}")


if __name__ == "__main__":
    main()
