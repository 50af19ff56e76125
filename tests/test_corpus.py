"""Marked sentences: each line of `corpus/KIND*.txt` is a text with its facts marked, and nothing else is one.

    # date: 2020-08-16                                   the document date of the lines below; `# date:` for none
    detained since [[last Sunday|2020-08-09]]’s vote     a fact, and its value
    received only 10.12% of it                           no mark: no fact of the kind

The facts found are marked again in the bare line and the two lines compared, so that a failure reads as a diff.
A claim holds others, so claims stand below their text instead, a line each, `source – cue – content` and stance,
in the order in which they begin, the longer first:

    Ann Lee said taxes had risen but denied raising them.
        Ann Lee – denied – raising them [denies]
        Ann Lee – said – taxes had risen [asserts]

`\\n` in a line is a line break. A line that begins with `# ` is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import pytest

import factx
from factx.model import Claim, Fact, Kind

CORPUS = Path(__file__).with_name("corpus")
KIND_OF: dict[str, Kind] = {"dates": "date", "people": "person", "percentages": "percentage", "claims": "claim"}
MARK = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")


class Line(NamedTuple):
    kind: Kind
    date: str | None
    text: str
    claims: tuple[str, ...]


def lines() -> Iterator[object]:
    for path in sorted(CORPUS.glob("*.txt")):
        kind = KIND_OF.get(re.match("[a-z]+", path.stem)[0])  # type: ignore[index]
        if kind is None:
            continue  # syntax/test_marked_sentences.py
        date: str | None = None
        for number, row, below in rows_of(path):
            if row.startswith("# date:"):
                date = row.removeprefix("# date:").strip() or None
            elif not row.startswith("# ") and row != "#":
                line = Line(kind, date, row.replace("\\n", "\n"), tuple(line.strip() for line in below))
                yield pytest.param(line, id=f"{path.stem}:{number}")


def rows_of(path: Path) -> Iterator[tuple[int, str, list[str]]]:
    """The rows of a file that are not indented, each with its number and the indented rows below it."""
    rows = path.read_text(encoding="utf-8").split("\n")
    for number, row in enumerate(rows, 1):
        if row.strip() and not row.startswith("    "):
            yield number, row, list(takewhile(lambda below: below.startswith("    "), rows[number:]))


@pytest.mark.parametrize("line", list(lines()))
def test_marked(line: Line) -> None:
    text = MARK.sub(r"\1", line.text)
    document = factx.extract(text, date=line.date, kinds={line.kind})
    if line.kind == "claim":
        assert "\n".join(map(written, document.claims)) == "\n".join(line.claims)
    else:
        assert marked(text, document.facts) == line.text


def marked(text: str, facts: tuple[Fact, ...]) -> str:
    """`text` with its facts marked."""
    for fact in reversed(facts):
        text = f"{text[: fact.span.start]}[[{fact.text}|{fact.value_text}]]{text[fact.span.end :]}"
    return text


def written(claim: Claim) -> str:
    return f"{claim.value_text} [{claim.stance}]"
