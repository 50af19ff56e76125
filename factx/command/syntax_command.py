"""The output of `factx syntax`: the words of a text with their classes, its groups, clauses and constituents."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from typing import Any, Final

from factx.render.plain import one_line
from factx.render.styled import styled
from factx.syntax import Group, Syntax
from factx.syntax.constituents import Constituent, written
from factx.syntax.groups import possessors
from factx.syntax.sentence import Clause
from factx.syntax.words import UPOS
from factx.text.tokens import Tokens

FORMATS: Final = ("auto", "text", "jsonl")
SHOWN: Final = frozenset(["preposition"])
"""The kinds of constituents that the words of a sentence show as it is: a preposition before a group."""
COLORS: Final = {"noun": "teal", "verb": "green"}


def as_json(doc: str | None, syntax: Syntax) -> str:
    """A document as one line of JSON: `words`, `groups`, `clauses` and `constituents`, each with its offsets."""
    tokens = syntax.tokens
    words = [
        {**_span(tokens, place, place + 1), "pos": UPOS[letter]}
        for place, letter in enumerate(syntax.classes) if UPOS[letter] != "END"
    ]
    groups = [group for group in syntax.groups if "expletive" not in group.tags]
    groups += possessors(groups, syntax.classes)
    groups.sort(key=lambda group: (group.start, -group.end))
    return json.dumps({
        "doc": doc, "words": words, "groups": [_group(tokens, group) for group in groups],
        "clauses": [_clause(tokens, clause) for clause in syntax.clauses],
        "constituents": [_constituent(tokens, each) for each in syntax.constituents],
    }, ensure_ascii=False)


def _span(tokens: Tokens, start: int, end: int) -> dict[str, Any]:
    span = tokens.span(start, end)
    return {"start": span.start, "end": span.end}


def _group(tokens: Tokens, group: Group) -> dict[str, Any]:
    tags = sorted(group.tags - {"noun-group", "verb-group"})
    head = _span(tokens, group.head, group.head + 1)
    return {"kind": group.kind, **_span(tokens, group.start, group.end), "head": head, "tags": tags}


def _clause(tokens: Tokens, clause: Clause) -> dict[str, Any]:
    return {
        "kind": clause.kind, **_span(tokens, clause.start, clause.end), "verb": _group(tokens, clause.verb),
        "subject": clause.subject and _group(tokens, clause.subject),
        "understood": clause.understood and _group(tokens, clause.understood), "parent": clause.parent,
        "objects": [_group(tokens, each) for each in clause.objects],
        "phrases": [_group(tokens, each) for each in clause.phrases],
    }


def _constituent(tokens: Tokens, each: Constituent) -> dict[str, Any]:
    return {
        "kind": each.kind, **_span(tokens, each.start, each.end), "head": _span(tokens, each.head, each.head + 1),
        "of": each.of and _span(tokens, *each.of), "members": [_span(tokens, *member) for member in each.members],
    }


def for_people(syntax: Syntax) -> Iterator[str]:
    """A sentence at a time: its words with their classes, its groups in brackets, its clauses below, indented, and
    the constituents that neither show."""
    tokens = syntax.tokens
    groups = {group.start: group for group in syntax.groups}
    clauses = deque(enumerate(syntax.clauses))
    others = deque(each for each in syntax.constituents if each.kind not in SHOWN)
    for start, end in tokens.sentences:
        if UPOS[syntax.classes[start]] == "END":
            continue  # before the first sentence
        yield " ".join(_words(syntax, groups, start, end))
        own: dict[int, Clause] = {}
        while clauses and clauses[0][1].verb.start < end:
            number, clause = clauses.popleft()
            own[number] = clause
        for depth, clause in _tree(own):
            yield "    " + "  " * depth + _line(syntax, clause)
        while others and others[0].start < end:
            kind, _, told = written(tokens, others.popleft()).partition(": ")
            yield f"    {styled(kind, 'bold')}  {one_line(told)}"
        yield ""


def _tree(clauses: dict[int, Clause]) -> Iterator[tuple[int, Clause]]:
    """The clauses of a sentence, each followed by those that depend on it, with their depth."""
    below: dict[int | None, list[int]] = {}
    for number, clause in clauses.items():
        below.setdefault(clause.parent if clause.parent in clauses else None, []).append(number)
    waiting = [(0, number) for number in reversed(below.get(None, ()))]
    while waiting:
        depth, number = waiting.pop()
        yield depth, clauses[number]
        waiting += ((depth + 1, other) for other in reversed(below.get(number, ())))


def _words(syntax: Syntax, groups: dict[int, Group], start: int, end: int) -> Iterator[str]:
    place = start
    while place < end:
        group = groups.get(place)
        if group is None or group.end > end:
            yield _word(syntax, place)
            place += 1
            continue
        inside = " ".join(_word(syntax, each) for each in range(group.start, group.end))
        color = COLORS[group.kind]
        yield styled("[", color) + inside + styled(f"]{group.kind[0]}", color)
        place = group.end


def _word(syntax: Syntax, place: int) -> str:
    upos = UPOS[syntax.classes[place]]
    word = one_line(syntax.tokens[place])
    return word if upos == "PUNCT" else word + styled(f"/{upos}", "grey")


def _line(syntax: Syntax, clause: Clause) -> str:
    """A clause on one line: its kind, its subject, its verb, its objects, the verb's features, its words."""
    tokens = syntax.tokens
    subject = clause.subject or clause.understood
    who = one_line(tokens.text(subject.start, subject.end)) if subject else "–"
    if subject is clause.understood and subject is not None:
        who = f"({who})"
    verb = one_line(tokens.text(clause.verb.start, clause.verb.end))
    tags = " ".join(sorted(clause.verb.tags - {"verb-group"}))
    words = styled(one_line(tokens.text(clause.start, clause.end)), "grey")
    features = styled(f"{syntax.lemma(clause.verb)}: {tags}", "grey")
    told = " | ".join([who, verb, *(one_line(tokens.text(each.start, each.end)) for each in clause.objects)])
    return f"{styled(clause.kind, 'bold')}  {told}  {features}  {words}"
