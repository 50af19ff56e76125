"""Why a name is taken for a person's, or is not: the parts and the cues of each, pinned without their weights.

The golden file has for each sentence a line a name, `+` where it is a person: title | given | family | suffix | cues.
After a change, `pytest --update-golden` writes it anew; read the diff.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import factx
from factx.extract.people import judged
from factx.extract.people.cues import cues
from factx.text.tokens import tokenise

SENTENCES = Path(__file__).with_name("people-evidence.txt")


def evidence(text: str) -> list[str]:
    """A line for each candidate of a text."""
    tokens = tokenise(text)
    persons = {(person.span.start, person.span.end): person for person in factx.extract(text, kinds={"person"}).people}
    rows: list[str] = []
    for name in judged(tokens):
        span = tokens.span(name.start, name.end)
        person = persons.get((span.start, span.end))
        parts = (person.title, person.given, person.family, person.suffix) if person else (text[span.start:span.end],)
        rows.append(f"    {'+' if person else '-'} {' | '.join(part or '' for part in parts)} | {' '.join(name.cues)}")
    return rows


def test_evidence(golden: Callable[[str, str], None]) -> None:
    rows: list[str] = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        rows += [line, *evidence(line.replace("\\n", "\n"))]
    golden("people-evidence.txt", "\n".join(rows) + "\n")


@pytest.mark.parametrize("text", SENTENCES.read_text(encoding="utf-8").splitlines())
def test_the_cues_add_up_to_the_score(text: str) -> None:
    """A name alone has other weights than one in full; what weighs little is no note."""
    for name in judged(tokenise(text)):
        each = [cues(cue) for cue in name.cues]
        lone = name.name.lone
        assert name.score == pytest.approx(sum(cue.lone if lone else cue.full for cue in each))
        assert list(name.notes) == [note for cue in each for note in (cue.lone_notes if lone else cue.full_notes)]
