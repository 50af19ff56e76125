"""Separates a mail's own text from the mails that it answers or forwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factx.read.input import iso_day
from factx.records import NamedTuple


class Quoted(NamedTuple):
    """A part of a body that another mail had, and what is said of that mail."""

    text: str
    sort: str
    """quoted or forwarded."""
    date: str | None = None
    sender: str | None = None
    subject: str | None = None


ATTRIBUTION: Final = re.compile(
    r"(?:\A|\n)[ \t]*((?:On|At|In)\b[^\n]{4,250}(?:\n[^\n]{1,120}){0,2}?|[^\n]{2,150})"
    r"\s(?:wrote|writes|said|has written)(?: on [^\n]{4,60})?[ \t]*:\s*\Z"
)
"""The line above quoted lines that says whose they are; at the end of what comes before them."""
FORWARDED: Final = re.compile(
    r"(?m)^(?:[ \t]*(?:[-_=]{2,}[^\n]{0,60}|Begin forwarded message:)[ \t]*\r?\n\s*)?"
    r"(?=\*?(?:From|Date|Subject|Sent)\*?:)"
    r"((?:[ \t]*\*?(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance)\*?:[^\n]*\n"
    r"(?:[ \t]+[^\n]*\n)*|[ \t\r]*\n(?=\*?(?:To|Sent|Date|Subject)\*?:)){3,12})"
)
"""The header of a mail that is forwarded below it, as programs write it."""
FIELD: Final = re.compile(r"(?m)^[ \t]*\*?(From|Sent|Date|Subject)\*?:\*?[ \t]*([^\n]*)")
DAY: Final = re.compile(
    r"(?i)\d{4}-\d{2}-\d{2}|\b\d{1,2} [a-z]{3,9}\.? \d{4}\b|\b[a-z]{3,9}\.? \d{1,2},? \d{4}\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)
TIME: Final = re.compile(
    r"^[,;]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[apAP]\.?[mM]\.?)?(?:\s*[A-Z]{3,4}\b|\s*[+-]\d{4}\b)?"
)
SIGNATURE: Final = re.compile(r"(?m)^-- ?\r?$")
NO_TEXT: Final = re.compile(
    r"(?is)\A\W{0,3}(?:(?:this|the) (?:e-?mail|message|communication|transmission)\b.{0,200}"
    r"\b(?:confidential|privileged|intended)|confidentiality (?:notice|note)|(?:legal )?disclaimer\b"
    r"|(?:the )?information (?:contained )?in this (?:e-?mail|message)"
    r"|if you (?:are not the intended|have received this (?:e-?mail|message) in error)"
    r"|sent from my \w+|get outlook for|please (?:consider the environment|do not print)|think before you print"
    r"|(?:click here )?to unsubscribe\b|unsubscribe\b|you(?:'re|’re| are) receiving this|view (?:this|the|it)\b.{0,40}"
    r"\b(?:in|on) (?:your|a|the) (?:web )?browser|update your preferences|manage your (?:preferences|subscription))"
)
"""What a paragraph of a mail begins with that says nothing: a lawyer's, a program's."""
DEEPEST: Final = 5


def taken_apart(body: str, date_order: str | None = None) -> tuple[str, list[Quoted], int]:
    """The sender's own text, the parts of other mails, and how many quoted lines are nobody's that is named."""
    found = FORWARDED.search(body)
    parts: list[Quoted] = []
    if found and any(name in ("Sent", "Date") for name, _ in FIELD.findall(found[1])):
        fields = dict(reversed(FIELD.findall(found[1])))
        below, others, _ = taken_apart(body[found.end() :], date_order)
        sender = re.sub(r"\s*[<\[(](?:mailto:)?[^\s<>]+@[^\s<>]*[>\])]", "", fields.get("From", "")).strip(" \r\"'*")
        day = day_in(fields.get("Sent") or fields.get("Date") or "", date_order)
        parts += [Quoted(below, "forwarded", day, sender or None, fields.get("Subject", "").strip() or None), *others]
        body = body[: found.start()]
    own, answered, lost = unquoted(body, date_order)
    return without_signature(own), [*answered, *parts], lost


def unquoted(body: str, date_order: str | None, depth: int = 0) -> tuple[str, list[Quoted], int]:
    """The text without its quoted lines; these, as the text of whoever is named above them; how many are nobody's."""
    if "\n>" not in f"\n{body}":
        return body, [], 0
    own: list[str] = []
    quotes: list[tuple[str | None, str | None, list[str]]] = []
    lost = 0
    for marked, lines in runs(body):
        if not marked:
            own.append(lines)
            continue
        if own and (found := ATTRIBUTION.search(own[-1][-600:])):
            own[-1] = own[-1][: len(own[-1]) - len(found[0])] + "\n"
            quotes.append((*person_and_day(found[1], found[0], date_order), [lines]))
        elif quotes:
            quotes[-1][2].append(lines)
        else:
            lost += lines.count("\n")
    parts: list[Quoted] = []
    for sender, day, pieces in quotes:
        text = "\n\n".join(piece.strip("\r\n") for piece in pieces)
        inner: list[Quoted] = []
        more = 0
        if depth < DEEPEST:
            text, inner, more = unquoted(text, date_order, depth + 1)
        parts += [Quoted(without_signature(text), "quoted", day, sender), *inner]
        lost += more
    return "".join(own), [part for part in parts if part.text.strip()], lost


def runs(body: str) -> Iterator[tuple[bool, str]]:
    """The lines of a body, those that are quoted together and without their mark, the others together."""
    current: list[str] = []
    marked = False
    for line in body.splitlines(keepends=True):
        is_marked = line.startswith(">") or (marked and not line.strip())
        if is_marked != marked and current:
            yield marked, "".join(current)
            current = []
        marked = is_marked
        current.append(re.sub(r"^> ?", "", line) if marked else line)
    if current:
        yield marked, "".join(current)


def person_and_day(attribution: str, whole: str, date_order: str | None) -> tuple[str | None, str | None]:
    """The writer and the day, from an attribution line; `attribution`: its words before "wrote", `whole`: all of it."""
    line = " ".join(attribution.split())
    day = day_in(whole, date_order)
    if found := DAY.search(line):
        line = line[found.end() :].strip() or line[: found.start()]
        line = TIME.sub("", line)
    name = re.sub(r"\s*[<\[(][^<>\[\]()]*@[^<>\[\]()]*[>\])]", "", line)
    name = re.sub(r"^[\s,;]*(?:(?:On|At|In)\b\s*)?|[\s,;:]+$", "", name).strip("\"'“”")
    return name[:100] or None, day


def day_in(text: str, date_order: str | None) -> str | None:
    """The day that a text names."""
    found = DAY.search(text)
    try:
        return iso_day(found[0], date_order) if found else None
    except ValueError:
        return None


def without_signature(text: str) -> str:
    """The text without the signature, and without paragraphs that a lawyer or a program put there."""
    if found := SIGNATURE.search(text):
        text = text[: found.start()]
    pieces = re.split(r"(\r?\n[ \t]*(?:\r?\n[ \t]*)+)", text)
    kept = [i for i in range(0, len(pieces), 2) if not NO_TEXT.match(pieces[i])]
    if len(kept) < (len(pieces) + 1) // 2:
        text = "".join(pieces[i] + (pieces[i + 1] if i + 1 < len(pieces) else "") for i in kept)
    return text


def reflowed(body: str, joined: bool) -> str:
    """A body in which a blank at a line's end says that the line goes on (format=flowed), each paragraph on one line.

    joined: whether that blank is no part of the text.
    """
    lines: list[str] = []
    flowing = False
    depth = 0
    for line in body.replace("\r\n", "\n").split("\n"):
        marks = re.match(r"(?:> ?)*", line)
        end = marks.end() if marks else 0
        level, text = line[:end].count(">"), line[end:]
        if not level and text.startswith(" "):
            text = text[1:]
        if flowing and level == depth and text != "-- ":
            lines[-1] += text
        else:
            lines.append(">" * level + (" " if level else "") + text)
        flowing = text.endswith(" ") and text != "-- "
        depth = level
        if flowing and joined:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
