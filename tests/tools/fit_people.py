#!/usr/bin/env python3
"""Fits the weights of the people cues and writes factx/lexicon/people-cues.txt; run by hand.

    python tests/tools/fit_people.py conll-train.jsonl [MORE.jsonl ...]

Each line of a file is {"text": ..., "people": [{"start", "end"}, ...]}. The cues of every candidate that the
extractor sees are collected; a candidate that is exactly a mention is right, one that overlaps none is wrong, and
the rest count for nothing. Logistic regression then gives each cue the weight that tells the two apart best. What
the document remembers depends on the weights, so this is done in rounds, each going half of the way.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from factx.extract import people  # noqa: E402
from factx.extract.people.cues import tables as cue_tables  # noqa: E402
from factx.extract.people.cues import use  # noqa: E402
from factx.text.tokens import tokenise  # noqa: E402

TARGET = ROOT / "factx" / "lexicon" / "people-cues.txt"
ROUNDS, STEPS, RARE = 3, 150, 10
LEAN = {False: 0.4, True: 0.3}
"""Added to the cue that every name has: a miss costs F1 more than a false name does."""
BOUNDS: dict[str, tuple[float | None, float | None]] = {
    "after:(courtesy": (None, -5.0),
    "after:(formation": (-3.0, -4.0),
    "after:(year": (None, -2.0),
    "after:,bearing": (-5, -3),
    "after:,body": (-7.0, -3.0),
    "after:,office": (None, 2.0),
    "after:,state": (-2.5, -3.0),
    "after:,who": (None, 1.5),
    "after:age": (1.0, 1.8),
    "after:alias": (1.0, 3.0),
    "after:based": (-8.0, -8.0),
    "after:brand": (None, -4.0),
    "after:brand-s": (None, -4.0),
    "after:building": (-2.5, None),
    "after:et-al": (None, 2.5),
    "after:firm": (-1.5, -3.0),
    "after:founded": (-3.0, -3.0),
    "after:friends": (None, 2.5),
    "after:himself": (None, 2.0),
    "after:joined": (None, 1.5),
    "after:kin-of": (None, 1.5),
    "after:lawyer-of": (None, 2.5),
    "after:market": (-4.0, -3.0),
    "after:named-after": (-3.5, -4.0),
    "after:partners": (-6.0, -4.0),
    "after:placed": (None, 1.5),
    "after:poll": (-4.0, None),
    "after:possessive-end": (-1.5, -2.0),
    "after:post-nominal": (2.0, 2.0),
    "after:saint-s": (-3.0, None),
    "after:saying-quote": (None, 1.0),
    "after:seat": (-5.0, -2.0),
    "after:staff": (-4.0, -2.0),
    "after:streets": (-4.0, -4.0),
    "after:ticker": (-6.0, -4.0),
    "after:vessel": (-5.0, -5.0),
    "after:who": (None, 1.5),
    "at-street": (-3.5, None),
    "before:aged": (1.0, 3.0),
    "before:animal": (-3, -5),
    "before:asks": (1.0, 2.0),
    "before:body-comma": (-4.0, -2.0),
    "before:by-firm": (None, -2.5),
    "before:campus": (None, -4.0),
    "before:firm-noun": (-4.0, -2.0),
    "before:greeting": (None, 2.0),
    "before:home": (-3, -2),
    "before:in-year": (0.5, 2.0),
    "before:its-rival": (None, -3.0),
    "before:kin-comma": (1.0, 2.0),
    "before:kin-of": (1.5, 2.0),
    "before:known-as": (1.6, 1.8),
    "before:missing": (None, 1.5),
    "before:naming": (2.8, 2.8),
    "before:nearby": (-4, -4),
    "before:née": (None, 2.0),
    "before:operator": (None, -3),
    "before:own-kin": (1.0, 2.5),
    "before:person-of": (-2.5, -2.0),
    "before:read": (-5, None),
    "before:role-of": (None, -1.8),
    "before:seat": (-2, -2),
    "before:settled": (-4, -3),
    "before:shares": (-5, -3),
    "before:street": (-5, None),
    "before:thing-as": (-5.0, -3.0),
    "before:travel": (-5.0, -2.0),
    "before:vessel": (-6.0, -4.0),
    "before:work": (-1.5, -1.0),
    "before:work-title": (-5.5, -3.0),
    "behind-rank": (3.5, 4.0),
    "beside-place": (None, -3),
    "body-noun": (-1.5, None),
    "burmese": (2.5, None),
    "dated": (None, -6.0),
    "dateline": (-5.0, -5.0),
    "doubled": (-1.5, None),
    "doubled-given": (1.0, None),
    "eponym": (-6.5, -6.5),
    "ezafe": (-7, None),
    "firm-elsewhere": (-6.0, -3.5),
    "firm-pronoun": (None, -2.5),
    "first:vessel": (-5.5, None),
    "founder-near": (None, 1.0),
    "founder-pronoun": (None, 2.5),
    "given+body": (1.0, None),
    "given-alone": (None, 1.0),
    "given-inside": (None, 1.2),
    "in-title": (-6.0, -3.0),
    "in-titled": (-4, -3),
    "initials-last": (2.0, None),
    "initials-of-full-name": (None, 3.3),
    "inverted": (3.0, None),
    "la-name": (-3.0, None),
    "label": (2.0, 4.0),
    "legal-form": (-8.0, None),
    "list-before:in": (-2.0, None),
    "list-before:kin": (0.5, 2.0),
    "list-before:kin-comma": (0.5, 2.5),
    "list-before:travel": (-6.0, -2.0),
    "list:surnames": (None, 1.0),
    "long-capitals": (1.5, None),
    "misspelt-surname": (None, 2.0),
    "namesake": (None, -6.0),
    "nation": (-4.0, None),
    "nickname": (2.5, None),
    "nickname-alone": (None, 1.0),
    "numbered": (None, -4.0),
    "on-sheet": (2.0, 4.5),
    "paired": (None, 2.5),
    "part-of-thing": (None, -3.0),
    "party-joined": (-3, None),
    "person-owns": (1.5, 3),
    "place-elsewhere": (-4, -3),
    "place-in-place": (None, -3.0),
    "plain-given": (None, 0.5),
    "player": (None, 1.5),
    "priced": (-4, -4),
    "role-last": (-4.0, None),
    "servant": (1.0, None),
    "shown-elsewhere": (None, 1.5),
    "suffix": (None, 1.2),
    "surname-acts": (None, 3.0),
    "surname-again": (3.0, None),
    "surname-of-founder": (None, -0.5),
    "the-body": (-3, None),
    "the-company": (None, -2.2),
    "the-full": (-4.5, -4.0),
    "the-list": (None, -3.0),
    "the-people": (None, -5.0),
    "the-place": (-6, -4),
    "the-regime": (None, 1.5),
    "the-title": (None, -4.0),
    "then:only-pronoun": (None, 1.5),
    "then:pronoun": (None, 1.0),
    "thing-elsewhere": (-1.0, -1.5),
    "title:courtesy": (None, 4.0),
    "title:honorific": (None, 1.8),
    "title:kin": (1.0, 1.5),
    "title:place-start": (-4.0, -3.0),
    "title:rank": (None, 1.8),
    "title:role": (None, 1.5),
    "title:vessel": (-7.0, -5.0),
    "titled-word": (None, 2.0),
    "titled-work": (-4, None),
}
"""The least weight of cues for a person, the most of those against, for names of several words and of one: what is
certain, but too rare in the training texts. Mr precedes a name, Morgan Stanley is none, a firm is based in a place."""

Example = tuple[list[str], int]


def examples(paths: list[str]) -> dict[bool, list[Example]]:
    """The candidates of the documents, by whether they are lone, each with whether it is a person."""
    found: dict[bool, list[Example]] = {False: [], True: []}
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            gold = {(p["start"], p["end"]) for p in document["people"]}
            tokens = tokenise(document["text"])
            for name in people.judged(tokens):
                span = tokens.span(name.start, name.end)
                right = (span.start, span.end) in gold
                if right or not any(a < span.end and span.start < b for a, b in gold):
                    found[name.name.lone].append((name.cues, int(right)))
    return found


def fit(rows: list[Example]) -> dict[str, float]:
    """Cue to weight, by logistic regression with a penalty on squares; without cues of fewer than RARE examples."""
    often = Counter(cue for cues, _ in rows for cue in set(cues))
    names = sorted(cue for cue, count in often.items() if count >= RARE)
    place = {cue: i for i, cue in enumerate(names)}
    alike: dict[tuple[int, ...], list[int]] = defaultdict(lambda: [0, 0])
    for cues, right in rows:
        counts = alike[tuple(sorted(place[cue] for cue in cues if cue in place))]
        counts[0] += right
        counts[1] += 1
    data = [(cues, right, count) for cues, (right, count) in alike.items()]

    def slope(weights: list[float]) -> tuple[float, list[float]]:
        """How badly the weights do, and the direction of the worse."""
        loss, gradient = sum(weight * weight for weight in weights) / 2, weights[:]
        for cues, right, count in data:
            score = sum([weights[cue] for cue in cues])
            grown = math.exp(-abs(score))
            loss += count * (max(score, 0) + math.log1p(grown)) - right * score
            wrong = count * ((1 if score > 0 else grown) / (1 + grown)) - right
            for cue in cues:
                gradient[cue] += wrong
        return loss, gradient

    return dict(zip(names, descend(slope, [0.0] * len(names)), strict=True))


def dot(one: list[float], other: list[float]) -> float:
    return sum([a * b for a, b in zip(one, other, strict=True)])


def descend(slope: Callable[[list[float]], tuple[float, list[float]]], at: list[float]) -> list[float]:
    """The lowest point of a smooth function, by the limited-memory BFGS method."""
    steps: list[tuple[list[float], list[float], float]] = []
    loss, gradient = slope(at)
    for _ in range(STEPS):
        way = [-g for g in gradient]
        used: list[float] = []
        for step, change, scale in reversed(steps):
            used.append(scale * dot(step, way))
            way = [w - used[-1] * c for w, c in zip(way, change, strict=True)]
        if steps:
            step, change, scale = steps[-1]
            size = 1 / (scale * dot(change, change))
            way = [size * w for w in way]
        for (step, change, scale), first in zip(steps, reversed(used), strict=True):
            rest = first - scale * dot(change, way)
            way = [w + rest * s for w, s in zip(way, step, strict=True)]
        fall, reach = dot(way, gradient), 1.0 if steps else 1 / max(1.0, math.sqrt(dot(gradient, gradient)))
        while True:
            there = [a + reach * w for a, w in zip(at, way, strict=True)]
            new, turned = slope(there)
            if new <= loss + 1e-4 * reach * fall or reach < 1e-9:
                break
            reach /= 2
        step = [reach * w for w in way]
        change = [b - a for a, b in zip(gradient, turned, strict=True)]
        if (bend := dot(step, change)) > 1e-10:
            steps = [*steps[-7:], (step, change, 1 / bend)]
        if loss - new < 1e-6 * loss:
            return there
        at, loss, gradient = there, new, turned
    return at


def write(tables: dict[bool, dict[str, float]], comments: dict[tuple[str, str], str], head: str) -> None:
    lines = [head]
    for lone, table in tables.items():
        kind = "lone" if lone else "full"
        lines.append(f"[{kind}]")
        for cue, weight in sorted(table.items()):
            comment = comments.get((kind, cue), "")
            lines.append(f"{cue} = {weight:.2f}" + (f"  # {comment}" if comment else ""))
        lines.append("")
    TARGET.write_text("\n".join(lines), encoding="utf-8")


def main() -> None:
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    text = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
    head, _, rest = text.partition("[full]")
    comments: dict[tuple[str, str], str] = {}
    kind = "full"
    for line in rest.splitlines():
        kind = line[1:-1] if line.startswith("[") else kind
        if "  # " in line:
            comments[kind, line.split(" = ")[0]] = line.split("  # ", 1)[1]
    known = {False: dict(cue_tables()[0]), True: dict(cue_tables()[1])}
    for _ in range(ROUNDS):
        tables = {lone: fit(rows) for lone, rows in examples(sys.argv[1:]).items()}
        for lone, lean in LEAN.items():
            tables[lone]["name"] += lean
        for cue, bounds in BOUNDS.items():
            for table, bound in zip((tables[False], tables[True]), bounds, strict=True):
                if bound is not None:
                    table[cue] = max(table.get(cue, 0.0), bound) if bound > 0 else min(table.get(cue, 0.0), bound)
        for lone, table in tables.items():  # halfway from the last: what a document remembers changes with the weights
            table.update({cue: (weight + known[lone].get(cue, weight)) / 2 for cue, weight in table.items()})
        known = tables
        use(tables[False], tables[True])
        people.forget()
    write(tables, comments, head.rstrip())
    print({lone: len(table) for lone, table in tables.items()}, file=sys.stderr)


if __name__ == "__main__":
    main()
