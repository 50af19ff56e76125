"""Fit the weights of lexicon/content-end.txt on annotated claims.

    python tests/tools/fit_content_end.py GOLD.jsonl [GOLD.jsonl ...] > factx/lexicon/content-end.txt

GOLD holds a document a line: {"text", "claims": [{"source", "cue", "content": [[start, end], ...]}]}. Logistic
regression with small steps, every feature by name; weights that say nearly nothing are left out.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator

from factx.extract import people as people_kind
from factx.extract.claims.boundaries import candidates, names
from factx.extract.claims.reading import CUE, END, QUOTATION, STOP, Reading
from factx.resolve import coreference
from factx.text.quotations import quotations
from factx.text.tokens import tokenise

Example = tuple[list[str], int]

ROUNDS = 30
SHRINK = 0.01
"""How strongly each step pulls a weight towards zero."""
LEAST = 10
"""Evidence seen less often than this is not weighed."""


def examples(path: str) -> Iterator[list[Example]]:
    """For each claim whose content follows its cue, the places where it might end, and whether it does."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            tokens = tokenise(document["text"])
            people, _ = coreference.group(people_kind.find(tokens), tokens)
            reading = Reading(tokens, quotations(tokens), people)
            view = reading.tokens
            for claim in document["claims"]:
                if not claim["source"] or not claim["cue"] or not claim["content"]:
                    continue
                cue = _cue(reading, claim["cue"])
                content = [part for part in claim["content"] if part[0] >= claim["cue"][-1][0]]
                if cue is None or len(content) != 1:
                    continue
                start, last = view.at(content[0][0]), view.at(content[0][1] - 1)
                if view.starts[start] != content[0][0] or start <= cue:
                    continue
                if view.sentence_of(start) != view.sentence_of(last):
                    continue
                stop = view.sentence_of(start)[1]
                while stop > start and reading.kinds[stop - 1] & (STOP | END):
                    stop -= 1
                while last > start and reading.kinds[last] & STOP:
                    last -= 1
                source = claim["source"][0]
                where = view.at(source[0]), view.at(source[1] - 1) + 1
                found: list[Example] = []
                for at, evidence in candidates(reading, start, stop, where, cue):
                    if at > last + 1:
                        break
                    found.append(([name for seen in evidence for name in names(seen)], int(at == last + 1)))
                if found and (found[-1][1] or last + 1 >= stop):
                    yield found


def _cue(reading: Reading, spans: list[list[int]]) -> int | None:
    """The last cue verb of the cue's tokens."""
    best = None
    for start, end in spans:
        for i in range(reading.tokens.at(start), reading.tokens.at(end - 1) + 1):
            if reading.kinds[i] & CUE and not reading.kinds[i] & QUOTATION:
                best = i
    return best


def fit(data: list[Example]) -> dict[str, float]:
    """Logistic regression; the weights are averaged over the later rounds, so that the last steps do not dominate."""
    seen = Counter(name for evidence, _ in data for name in evidence)
    weights = {name: 0.0 for name, count in seen.items() if count >= LEAST}
    mean = dict.fromkeys(weights, 0.0)
    draw = random.Random(1)
    rate = 0.1
    for turn in range(ROUNDS):
        draw.shuffle(data)
        for evidence, label in data:
            known = [name for name in evidence if name in weights]
            chance = 1 / (1 + math.exp(-sum(weights[name] for name in known)))
            step = rate * (label - chance)
            for name in known:
                weights[name] += step - rate * SHRINK * weights[name]
        rate *= 0.9
        if turn >= ROUNDS // 2:
            for name, weight in weights.items():
                mean[name] += weight / (ROUNDS - ROUNDS // 2)
    return mean


def main() -> None:
    data = [example for path in sys.argv[1:] for claim in examples(path) for example in claim]
    weights = fit(data)
    print("# Evidence that a content ends: the words before and after a comma, a dash or a conjunction.")
    print(f"# Fitted by tests/tools/fit_content_end.py on {len(data)} places in PolNeAR's training part.")
    print("[weight]")
    for name, weight in sorted(weights.items()):
        if abs(weight) >= 0.05:
            print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
