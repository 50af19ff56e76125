"""The texts as they were read, to which all offsets refer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from factx.read import Input
from factx.render.plain import UNSAFE


def running_text(inputs: Iterable[Input], terminal: bool) -> Iterator[str]:
    """One text exactly as it is; several each below a line with its name, as head and tail print files.

    On a terminal, characters that it might obey are replaced by a mark, and the last line is ended.
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
    """The text, made safe if it goes to a terminal."""
    if not terminal:
        return text
    return ended(re.sub(UNSAFE, lambda found: found[0] if found[0] in "\n\t" else "\ufffd", text.replace("\r\n", "\n")))


def ended(text: str) -> str:
    """The text with an end to its last line."""
    return text if text.endswith("\n") or not text else text + "\n"


def json_lines(inputs: Iterable[Input]) -> Iterator[str]:
    """One object a text, as factx itself reads them: id, date, text, and what else the input says of it."""
    for item in inputs:
        said = {key: value for key in ("title", "url", "byline", "publication") if (value := getattr(item, key))}
        line = {"id": item.doc, "date": item.date, **said, "text": item.text}
        yield json.dumps(line, ensure_ascii=False) + "\n"
