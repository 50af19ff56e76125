"""The values of options, checked before anything is read, with a suggestion for what is mistyped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import click

from factx.read import Input, iso_day
from factx.render import KIND_OF
from factx.suggestions import is_short_for, meant, suggestion

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from factx.custom.extractor import Extractor

EXTRACTORS: Final = "factx.extractors"
RULES: Final = "factx.rules"
ALIKE: Final = 0.8
"""How alike names of files are if one is meant by the other: there are many."""


class Choice(click.Choice[str] if TYPE_CHECKING else click.Choice):  # type: ignore[misc]
    """One of a few words; for another, the word that was probably meant is named."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            short = [each for each in self.choices if is_short_for(str(value), each)]
            known = f" It is one of {', '.join(self.choices)}."
            help = suggestion(str(value), self.choices) or meant(short) or known
            raise click.BadParameter(f"There is no {value!r}.{help}", ctx, param)
        return str(value)


def from_rules(ctx: click.Context, param: click.Parameter, paths: tuple[str, ...]) -> None:
    """Load the rules files, so that options processed later know their kinds."""
    if not paths or ctx.resilient_parsing:
        return
    from factx.custom.rule_file import TomlError, load

    try:
        add_extractors(ctx, load(paths))
        ctx.meta[RULES] = paths
    except TomlError as error:
        raise click.UsageError(str(error), ctx) from None
    except OSError as error:
        alike = suggestion(error.filename, rules_files(os.path.dirname(error.filename)), ALIKE)
        raise click.BadParameter(f"{error.filename}: {error.strerror}{alike and f'.{alike}'}") from None


def rules_files(folder: str) -> list[str]:
    """The files in a folder that may have rules."""
    try:
        return [os.path.join(folder, name) for name in os.listdir(folder or ".") if name.endswith(".toml")]
    except OSError:
        return []


def from_packages(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Load extractors of other packages, by name."""
    if not value or ctx.resilient_parsing:
        return
    from factx.custom.extractor import installed

    known = installed()
    choice = f"There are {', '.join(sorted(known))}." if known else "No installed package has one."
    try:
        add_extractors(ctx, [known[name]() for name in known_words(value, known, "extractor", choice)])
    except (ImportError, AttributeError, ValueError) as error:
        raise click.BadParameter(f"{value}: {error}") from None


def add_extractors(ctx: click.Context, added: Sequence[Extractor]) -> None:
    ctx.meta[EXTRACTORS] = (*extractors(ctx), *added)


def extractors(ctx: click.Context | None = None) -> tuple[Extractor, ...]:
    """The extractors that the options read so far have added."""
    ctx = ctx or click.get_current_context(silent=True)
    found: tuple[Extractor, ...] = ctx.meta.get(EXTRACTORS, ()) if ctx else ()
    return found


def known_kinds() -> dict[str, str]:
    """Every kind of fact, by the command's name for it, which for a user-defined kind is the kind itself."""
    own = (extractor.kind for extractor in extractors())
    return {**KIND_OF, **{kind: kind for kind in own if kind not in KIND_OF.values()}}


def kinds(value: str) -> frozenset[str]:
    """Kinds of fact, from the command's names for them or as they are printed: "people" or "person"."""
    known = known_kinds()
    choice = f"There are {', '.join(known)}."
    names = {kind: name for name, kind in known.items()}
    value = ",".join(names.get(part.strip(), part) for part in value.split(","))
    return frozenset(known[name] for name in known_words(value, known, "kind of fact", choice))


def fields(value: str) -> tuple[str, ...]:
    """Columns, from the keys of the JSON."""
    from factx.render.rows import known_fields

    own_kinds = [extractor.kind for extractor in extractors()]
    choice = "Fields are the keys of the JSON: factx schema explains them."
    return known_words(value, known_fields(own_kinds), "field", choice)


def day(value: str) -> str:
    """A day as an ISO date. For one counted from today the clock is read, here only and only on request."""
    try:
        return iso_day(value)
    except ValueError:
        counted = _counted_from_today(value)
    if counted is None:
        raise click.BadParameter(f"{value!r} is not a date: write it as 2020-08-16, or today.") from None
    return counted


def _counted_from_today(value: str) -> str | None:
    """The day that words name as in a text of today: yesterday, Wednesday, two days ago; None for a day to come."""
    import datetime

    today = datetime.date.today().isoformat()
    if value == "today":
        return today
    from factx.pipeline import extract

    dates = extract(value, date=today, kinds={"date"}).dates
    named = dates[0] if len(dates) == 1 and dates[0].text == value else None
    if named is None or named.begin is None or named.begin != named.until or named.begin > today:
        return None
    return named.begin


def keys(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """The keys between the commas."""
    if isinstance(value, tuple):
        return value
    return tuple(key.strip() for key in value.split(",") if key.strip())


def processes(value: str | int) -> int:
    """A number of processes."""
    number = int(value) if str(value).isdecimal() else 0
    if number < 1:
        raise click.BadParameter(f"{value!r} is no number of processes: write 1 or more.")
    return number


def encoding(value: str) -> str:
    """A text encoding that Python knows."""
    try:
        "\n".encode(value).decode(value)
    except (LookupError, ValueError):
        from encodings.aliases import aliases

        alike = suggestion(value.replace("_", "-"), {name.replace("_", "-") for name in aliases.values()})
        known = " There are utf-8, cp1252, latin-1, utf-16-le and many more."
        raise click.BadParameter(f"{value!r} is not a known text encoding.{alike or known}") from None
    return value


def verbatim(form: str, terminal: bool) -> Callable[[Iterable[Input]], Iterator[str]]:
    """The function that prints texts as they are read."""
    from factx.render.verbatim import json_lines, running_text

    if form not in ("auto", "jsonl"):
        raise click.UsageError(f"--show-text prints text, or JSON Lines with -f jsonl: it has no {form}.")
    return json_lines if form == "jsonl" else partial(running_text, terminal=terminal)


def known_words(value: str, known: Iterable[str], sort: str, choice: str) -> tuple[str, ...]:
    """The words between the commas, each once; raises BadParameter, with the known words, for an unknown one."""
    known = frozenset(known)
    words = dict.fromkeys(word for part in value.split(",") if (word := part.strip()))
    for word in words:
        if word not in known:
            raise click.BadParameter(f"There is no {sort} {word!r}.{suggestion(word, known) or ' ' + choice}")
    if not words:
        raise click.BadParameter(f"names no {sort}. {choice}")
    return tuple(words)


# The completion of values. The shell waits for it, so it imports only what it needs.


def complete_paths(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from factx.command.completion import paths

    return paths(ctx, incomplete)


def complete_kinds(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from factx.command.completion import last_of_list

    return last_of_list(KIND_OF, incomplete)


def complete_fields(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from factx.command.completion import last_of_list
    from factx.render.rows import known_fields

    return last_of_list(known_fields(), incomplete)


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from factx.command.rule_index import lines

    return [CompletionItem(line.id) for line in lines() if line.id.startswith(incomplete)]
