"""Marked sentences: each entry of `corpus/syntax.txt` is a text with its groups marked, and its clauses below it.

    [The talks]n [had failed]v, [Minister Ann Kosk]n [said]v by [phone]n.
        main: The talks | had failed
        main: Minister Ann Kosk | said
    [WHO/PROPN]n [says]v [it/PRON]n [will/AUX help]v.        a class stands where it is in question
        main: WHO | says
            complement: it | will help: it will help         the words of complements and of absolutes are told

    [The mill]n ([a ruin]n), [the barn]n and [the farm]n [were sold]v very quickly.
        main: the farm | were sold
        brackets: The mill | (a ruin)                     what groups make up, where an entry tells any of it; "nothing
        coordination: the barn | the farm                 above groups" where there is none. Prepositions are left out.
        adverb: very quickly

A clause is indented below the one that it depends on. Its subject is in brackets where it is that of another clause,
and `–` where there is none. What is read is written in the same form and compared, so that a failure reads as a diff.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from test_corpus import CORPUS, rows_of

from factx.pipeline import read_syntax
from factx.syntax import Syntax, constituents
from factx.syntax.sentence import Clause
from factx.syntax.words import UPOS

MARK = re.compile(r"\[|\][nv]|/[A-Z]+\b")
NOTHING = "nothing above groups"
ABOVE = re.compile(rf"^    (?:(?:adverb|apposition|age|brackets|coordination): |{NOTHING}$)", re.MULTILINE)
PATH = CORPUS / "syntax.txt"


def entries() -> Iterator[object]:
    for number, text, below in rows_of(PATH):
        if not text.startswith("# "):
            yield pytest.param("\n".join([text, *below]), id=f"{number}-{MARK.sub('', text)[:40]}")


@pytest.mark.parametrize("entry", list(entries()))
def test_marked(entry: str) -> None:
    assert written(entry) == entry


def written(entry: str) -> str:
    """An entry with the groups, the classes and the clauses that are read in its text."""
    marked = entry.partition("\n")[0].replace("\\n", "\n")
    syntax = read_syntax(MARK.sub("", marked))
    rows = [_marked(syntax, _asked(marked)).replace("\n", "\\n"), *_clauses(syntax)]
    if ABOVE.search(entry):
        told = (constituents.written(syntax.tokens, each) for each in syntax.constituents if each.kind != "preposition")
        rows += [f"    {each}" for each in told] or [f"    {NOTHING}"]
    return "\n".join(rows)


def _asked(marked: str) -> set[int]:
    """Where in the bare text the words end whose classes are written."""
    asked: set[int] = set()
    taken = 0
    for mark in MARK.finditer(marked):
        if mark[0].startswith("/"):
            asked.add(mark.start() - taken)
        taken += len(mark[0])
    return asked


def _marked(syntax: Syntax, asked: set[int]) -> str:
    """The text with its groups, and the classes of the words that end where `asked`."""
    tokens = syntax.tokens
    marks: list[tuple[int, int, str]] = []
    """Where each stands, the order at that place, and the mark."""
    for place, letter in enumerate(syntax.classes):
        end = tokens.span(place, place + 1).end
        if end in asked and tokens[place]:
            marks.append((end, 0, f"/{UPOS[letter]}"))
    for group in syntax.groups:
        span = tokens.span(group.start, group.end)
        marks += [(span.start, 2, "["), (span.end, 1, f"]{group.kind[0]}")]
    text = tokens.source
    for place, _, mark in sorted(marks, reverse=True):
        text = text[:place] + mark + text[place:]
    return text


def _clauses(syntax: Syntax, parent: int | None = None, blanks: str = "    ") -> Iterator[str]:
    """The clauses that depend on one, each with those that depend on it; the main ones first of all."""
    for number, clause in enumerate(syntax.clauses):
        if clause.parent == parent:
            yield blanks + _line(syntax, clause)
            yield from _clauses(syntax, number, blanks + "    ")


def _line(syntax: Syntax, clause: Clause) -> str:
    tokens = syntax.tokens
    who, verb = clause.subject or clause.understood, clause.verb
    subject = tokens.text(who.start, who.end) if who else "–"
    if clause.subject is None and clause.understood is not None:
        subject = f"({subject})"
    words = f": {tokens.text(clause.start, clause.end)}" if clause.kind in ("complement", "absolute") else ""
    return f"{clause.kind}: {subject} | {tokens.text(verb.start, verb.end)}{words}"
