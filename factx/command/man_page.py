"""The manual page, generated from the definitions of --help; it ships as factx.1, which a test keeps up to date.

    python -m factx.command.man_page > factx/command/factx.1
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import click

from factx import __version__
from factx.command import config
from factx.command.cli import EXAMPLES, extract, main

STATUSES: Final = {
    "0": "Done.",
    "1": "No fact was found, with --exit-status; of check: something is altered, not found or somebody else's.",
    "2": "Wrong usage, or an input that could not be read; the others are still done.",
    "130": "Interrupted.",
}
SUMMARY: Final = "find the dates, people, percentages and claims in English news text"


def page() -> str:
    """The page in the man macros of roff."""
    lines = [f'.TH FACTX 1 "" "factx {__version__}" "User Commands"', ".SH NAME", f"factx \\- {SUMMARY}"]
    lines += [".SH SYNOPSIS", ".B factx", plain("[extract] [OPTIONS] [FILE|DIR|-]...")]
    lines += _more_usages()
    lines += [".SH DESCRIPTION", *paragraphs((extract.help or "").partition("Exit status:")[0])]
    lines += [".SH OPTIONS", *_options(extract), *tagged("-h, --help", "Show the options and exit.")]
    lines += [".SH COMMANDS"]
    for name, command in _other_commands():
        lines += [f".SS {plain(_usage(name, command))}", *paragraphs(command.help or "")]
        lines += _options(command, {option.name for option in extract.params})
    lines += [".SH ENVIRONMENT"]
    lines += ["Each option has its variable, which the command line overrides:", plain(", ".join(_variables())) + "."]
    lines += tagged("NO_COLOR, FORCE_COLOR, TERM", "Whether colours are used, unless --color decides it.")
    lines += tagged("FACTX_PAGER, PAGER", "The pager for output that is longer than the screen, less by default; none "
                    "where it is empty or cat, or where CI is set. LESS is FRX where it is not set.")
    lines += tagged("COLUMNS", "The width of tables, instead of the terminal's.")
    lines += [".SH FILES"]
    lines += tagged(config.PROJECT, "Options in the current folder, in TOML, by their long names: "
                    'only = "dates,claims". Variables and the command line override them.')
    lines += tagged("$XDG_CONFIG_HOME/factx/config.toml, ~/.config/factx/config.toml",
                    f"The same for all folders; {config.PROJECT} overrides it.")
    lines += [".SH EXIT STATUS", *(line for status, text in STATUSES.items() for line in tagged(status, text))]
    lines += [".SH EXAMPLES", ".nf", *(plain(line.strip()) for line in EXAMPLES.splitlines()[1:]), ".fi"]
    return "\n".join(lines) + "\n"


def _more_usages() -> Iterator[str]:
    for name, command in _other_commands():
        yield from (".br", ".B factx", plain(_usage(name, command)))


def _other_commands() -> Iterator[tuple[str, click.Command]]:
    """The commands besides the default one, by name."""
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command is not None and command is not extract:
            yield name, command


def _usage(name: str, command: click.Command) -> str:
    pieces = command.collect_usage_pieces(click.Context(command))
    return " ".join([name, *pieces])


def _options(command: click.Command, known: Iterable[str | None] = ()) -> Iterator[str]:
    """Each option with its help, except those in `known`."""
    context = click.Context(command)
    for param in command.params:
        record = param.get_help_record(context) if isinstance(param, click.Option) else None
        if record is not None and param.name not in known:
            yield from tagged(*record)


def _variables() -> list[str]:
    return [variable for param in extract.params if (variable := config.variable(param))]


def tagged(term: str, text: str) -> Iterator[str]:
    yield from (".TP", f".B {plain(term)}", plain(" ".join(text.split())))


def paragraphs(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
        if number:
            yield ".PP"
        yield plain(" ".join(paragraph.split()))


def plain(text: str) -> str:
    """Text escaped for roff, with hyphens that can be copied into a shell."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").replace("'", "\\(aq")
    return "\\&" + text if text.startswith((".", "'")) else text


if __name__ == "__main__":
    print(page(), end="")
