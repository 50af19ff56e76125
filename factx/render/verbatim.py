"""The texts as they were read: what every offset counts in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from factx.read import Input
from factx.render.plain import UNSAFE


def running_text(inputs: Iterable[Input], terminal: bool) -> Iterator[str]:
    """One text as it is, to the character; several each below a line with its name, as head and tail print files.

    On a terminal, a mark stands in place of each character that it might obey, and the text ends its last line.
    """
    earlier: Input | None = None
    several = False
    for item in inputs:
        if earlier is not None:
            yield under_its_name(earlier, terminal)
            several = True
        earlier = item
    if earlier is not None:
        yield under_its_name(earlier, terminal) if several else shown(earlier.text, terminal)


def under_its_name(item: Input, terminal: bool) -> str:
    """A text below its name and above an empty line."""
    return f"==> {shown(item.doc, True).strip()} <==\n{ended(shown(item.text, terminal))}\n"


def shown(text: str, terminal: bool) -> str:
    """The text, fit for a terminal where it goes to one."""
    if not terminal:
        return text
    return ended(re.sub(UNSAFE, lambda found: found[0] if found[0] in "\n\t" else "\ufffd", text.replace("\r\n", "\n")))


def ended(text: str) -> str:
    """The text with an end to its last line."""
    return text if text.endswith("\n") or not text else text + "\n"


def json_lines(inputs: Iterable[Input]) -> Iterator[str]:
    """One object a text, as factx itself reads them: id, date, text."""
    for item in inputs:
        yield json.dumps({"id": item.doc, "date": item.date, "text": item.text}, ensure_ascii=False) + "\n"
