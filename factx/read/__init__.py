"""Reads texts from files, directories, archives and standard input, plain or compressed."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import BinaryIO

from factx.read.documents import documents
from factx.read.forms import READERS, suffix_of, wanted
from factx.read.input import Input, Item, PassedOver, Problem, ReadOptions, iso_day
from factx.read.remarks import remarked

__all__ = [
    "READERS", "STDIN", "Input", "Item", "PassedOver", "Problem", "ReadOptions", "is_database", "iso_day", "read",
]  # fmt: skip

STDIN = "-"
DATABASE = b"SQLite format 3\0"


def read(paths: Iterable[str], options: ReadOptions) -> Iterator[Item]:
    """The texts at the paths, in order; a problem with one does not stop the others."""
    for path in paths:
        for found in files(path, options):
            if not isinstance(found, str):
                yield found
            else:
                for item in documents(partial(opened, found), found, options):
                    yield from remarked(item._replace(source=found) if isinstance(item, Input) else item)


def opened(path: str) -> AbstractContextManager[BinaryIO]:
    """The file's bytes; standard input is left open."""
    if path != STDIN:
        return open(path, "rb")
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return nullcontext(sys.stdin.buffer)


def is_database(path: str) -> bool:
    """Whether a file is an SQLite database, by its first bytes; from a pipe none may be taken."""
    if not os.path.isfile(path):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(len(DATABASE)) == DATABASE
    except OSError:
        return False


BESIDE = ("", "-journal", "-lock", "-lock-journal", "-shm", "-wal")
"""What follows the name of a database in the names of the files that are there while it is written."""


def is_of(file: str, database: str) -> bool:
    """Whether a file is a database, or stands beside it while it is written."""
    name, its = os.path.basename(file), os.path.basename(os.path.realpath(database))
    if not name.startswith(its) or name.removeprefix(its) not in BESIDE:
        return False
    return os.path.realpath(os.path.dirname(file)) == os.path.dirname(os.path.realpath(database))


def files(path: str, options: ReadOptions) -> Iterator[str | Problem | PassedOver]:
    """The file itself, whatever its name; for a directory, the files in it of a known form, at any depth, in order.

    Other files are counted, unless there are patterns: then nobody asked for them. Hidden files are skipped, and so are
    links to directories (they can be circular) and pipes (they can hang).
    """
    globs = options.globs
    if not os.path.isdir(path):
        yield path
        return
    unreadable: list[OSError] = []
    passed: Counter[str] = Counter()
    empty = True
    for folder, folders, names in os.walk(path, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = os.path.join(folder, name)
            if name.startswith(".") or not os.path.isfile(file):
                continue
            if options.written and is_of(file, options.written):
                continue
            if wanted(os.path.relpath(file, path), globs):
                empty = False
                yield file
            elif not globs:
                passed[suffix_of(name)[0] or "without a suffix"] += 1
    for error in unreadable:
        yield Problem(str(error.filename), error.strerror or str(error))
    if passed:
        yield PassedOver(path, passed)
    if empty and not unreadable:
        sought = ", ".join(globs or READERS)
        yield Problem(path, f"no file to read in this directory ({sought}; --glob names others)", fatal=False)
