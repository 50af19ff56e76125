"""The options that say what is read, and how."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from factx.command import option_values
from factx.command.options import File, option
from factx.read import STDIN, ReadOptions
from factx.read.forms import NAMED, READERS


def input_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say how the inputs are read."""
    for add in reversed((
        option("--files-from", type=File(), metavar="FILE|-",
               help="Read the inputs whose names are in FILE, one a line; - for standard input."),
        option("-0", "--null", is_flag=True, help="In --files-from, names end with NUL, as after find -print0."),
        option("--input", "form_of_input", type=option_values.Choice(("auto", *NAMED)),
               default="auto", metavar="FORM",
               help="The format of the inputs. auto: by each file's first bytes and name, else text. lines: each "
                    f"line is a document, printed as it comes. Others: {', '.join(NAMED)}."),
        option("--text-field", type=option_values.keys, default=(), metavar="KEY,...",
               help="Records (JSON, tables, feeds): the text's key, dotted where it is nested; several are "
                    "joined. Default: a usual name."),
        option("--id-field", default="", metavar="KEY", help="Records: the key of the document's name."),
        option("--date-field", default="", metavar="KEY", help="Records: the key of the day of writing."),
        option("--encoding", type=option_values.encoding, metavar="NAME",
               help="The inputs' encoding. Default: by a byte order mark, else UTF-8, else Windows-1252."),
        option("--glob", "globs", multiple=True, metavar="PATTERN",
               help="The files to read in a directory or archive, instead of "
                    f"{' '.join('*' + suffix for suffix in READERS)} *.xml."),
    )):
        command = add(command)
    return command


def read_options(given: dict[str, Any]) -> ReadOptions:
    """The settings for reading, from the options."""
    return ReadOptions(
        form=given["form_of_input"],
        encoding=given["encoding"],
        globs=given["globs"],
        text_fields=given["text_field"],
        id_field=given["id_field"],
        date_field=given["date_field"],
        date_order=given.get("date_order"),
    )


def inputs(paths: tuple[str, ...], given: dict[str, Any], examples: str = "") -> tuple[str, ...]:
    """The names of all inputs: those given, then those in the list; standard input if there are none.

    Raises UsageError where nobody would ever type something in, or the list can't be read.
    """
    if given["files_from"]:
        return (*paths, *listed(given["files_from"], given["null"], STDIN in paths))
    if given["null"]:
        raise click.UsageError("-0 goes with --files-from: find -print0 | factx -0 --files-from -")
    if not paths and sys.stdin is not None and sys.stdin.isatty():
        raise click.UsageError(f"Nothing to read: name a file or a directory, or pipe text in.{examples}")
    return paths or (STDIN,)


def listed(source: str, null: bool, taken: bool) -> list[str]:
    """The names in a list of files."""
    if source == STDIN:
        if taken:
            raise click.UsageError("Standard input is a list of files (--files-from -) or a text (-), not both.")
        data = sys.stdin.buffer.read() if sys.stdin is not None else b""
    else:
        try:
            with open(source, "rb") as file:
                data = file.read()
        except OSError as error:
            raise click.UsageError(f"--files-from: {source}: {error.strerror}") from None
    if not null and b"\0" in data:
        raise click.UsageError(f"--files-from: {source}: the names end with NUL: -0 reads them")
    names = data.split(b"\0") if null else data.splitlines()
    return [os.fsdecode(name) for name in names if name]


def is_awaited(paths: Sequence[str], options: ReadOptions) -> bool:
    """Whether lines come from a program that may write the next one much later, so that none may wait for others."""
    if options.form != "lines" or STDIN not in paths or sys.stdin is None:
        return False
    import stat

    try:
        return not stat.S_ISREG(os.fstat(sys.stdin.fileno()).st_mode)
    except OSError:  # it is no file of the system
        return True
