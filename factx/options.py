"""The values that options take, checked before anything is read: what is mistyped gets a suggestion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import click

from factx.model import Kind
from factx.read import Input, iso_day
from factx.render import KIND_OF


def kinds(value: str) -> frozenset[Kind]:
    """Kinds of fact, by the names the command gives them."""
    choice = f"There are {', '.join(KIND_OF)}."
    return frozenset(KIND_OF[name] for name in known_words(value, KIND_OF, "kind of fact", choice))


def fields(value: str) -> tuple[str, ...]:
    """Columns, by the keys of the JSON."""
    from factx.render.rows import known_fields

    return known_words(value, known_fields(), "field", "Fields are the keys of the JSON: factx schema explains them.")


def day(value: str) -> str:
    """A day as an ISO date. `today` is the only place where the clock is read, and only because it was asked for."""
    if value == "today":
        import datetime

        return datetime.date.today().isoformat()
    try:
        return iso_day(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date: write it as 2020-08-16, or today.") from None


def encoding(value: str) -> str:
    """A text encoding that Python knows."""
    try:
        "\n".encode(value).decode(value)
    except (LookupError, ValueError):
        known = "utf-8, cp1252, latin-1, utf-16-le, …"
        raise click.BadParameter(f"{value!r} is no text encoding known here ({known}).") from None
    return value


def verbatim(form: str, terminal: bool) -> Callable[[Iterable[Input]], Iterator[str]]:
    """How texts are shown as they are read."""
    from factx.render.verbatim import json_lines, running_text

    if form not in ("auto", "jsonl"):
        raise click.UsageError(f"--show-text prints text, or JSON Lines with -f jsonl: it has no {form}.")
    return json_lines if form == "jsonl" else partial(running_text, terminal=terminal)


def known_words(value: str, known: Iterable[str], sort: str, choice: str) -> tuple[str, ...]:
    """The words between the commas, each once; BadParameter names the first that is not known, and what there is."""
    known = frozenset(known)
    words = dict.fromkeys(word for part in value.split(",") if (word := part.strip()))
    for word in words:
        if word not in known:
            raise click.BadParameter(f"{word!r} is no {sort}.{suggestion(word, known) or ' ' + choice}")
    if not words:
        raise click.BadParameter(f"names no {sort}. {choice}")
    return tuple(words)


def suggestion(word: str, known: Iterable[str]) -> str:
    """What was probably meant, as a sentence; empty where nothing is close."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=2)
    return f" Did you mean {' or '.join(close)}?" if close else ""
