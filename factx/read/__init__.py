"""Inputs to texts: files, directories and standard input, plain or compressed.

A reader is a module here with a function `read(stream, doc, reading)`; READERS says which suffix is
whose. It is imported when the first such file turns up, so that a reader costs nothing until then.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from fnmatch import fnmatch
from importlib import import_module
from typing import BinaryIO

from factx.read.decode import UndecodableError
from factx.read.input import Input, Problem, Reader, Reading, iso_day

__all__ = ["READERS", "STDIN", "Input", "Problem", "Reading", "iso_day", "read"]

STDIN = "-"
READERS = {".txt": "text", ".md": "text", ".text": "text", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def read(paths: Iterable[str], reading: Reading) -> Iterator[Input | Problem]:
    """The texts behind the paths in their order; a problem with one stops none of the others."""
    for path in paths:
        for found in files(path, reading.globs):
            if isinstance(found, Problem):
                yield found
            else:
                yield from read_file(found, reading)


def read_file(path: str, reading: Reading) -> Iterator[Input | Problem]:
    """The texts in one file; what keeps it from being read to its end becomes a problem."""
    suffix, compressed = suffix_of(path)
    form = READERS.get(suffix, "text") if reading.form == "auto" else reading.form
    reader: Reader = import_module(f"factx.read.{form}").read
    try:
        with opened(path, compressed) as stream:
            yield from reader(stream, path, reading)
    except OSError as error:
        yield Problem(path, error.strerror or str(error))
    except UndecodableError as error:
        yield Problem(path, str(error))
    except (EOFError, zlib.error) as error:
        yield Problem(path, f"damaged: {error}")


def opened(path: str, compressed: bool) -> AbstractContextManager[BinaryIO]:
    """The file's bytes, uncompressed; standard input is left open."""
    if path == STDIN:
        if sys.stdin is None:
            raise OSError("standard input is closed")
        return nullcontext(sys.stdin.buffer)
    if not compressed:
        return open(path, "rb")
    import gzip

    return gzip.open(path, "rb")  # type: ignore[return-value]


def files(path: str, globs: tuple[str, ...] = ()) -> Iterator[str | Problem]:
    """The file itself, whatever its name; of a directory the files that look like text, at any depth, in order.

    What is hidden is passed over, as are links to directories (they can go in circles) and pipes (they can hang).
    """
    if not os.path.isdir(path):
        yield path
        return
    unreadable: list[OSError] = []
    empty = True
    for folder, folders, names in os.walk(path, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = os.path.join(folder, name)
            if not name.startswith(".") and wanted(os.path.relpath(file, path), globs) and os.path.isfile(file):
                empty = False
                yield file
    for error in unreadable:
        yield Problem(str(error.filename), error.strerror or str(error))
    if empty and not unreadable:
        sought = ", ".join(globs or READERS)
        yield Problem(path, f"no file to read in this directory ({sought}; --glob names others)", fatal=False)


def wanted(path: str, globs: tuple[str, ...]) -> bool:
    """Whether a file of a directory is to be read; a pattern with a slash is one for the path below the directory."""
    if not globs:
        return suffix_of(path)[0] in READERS
    name = os.path.basename(path)
    return any(fnmatch(path if "/" in pattern else name, pattern) for pattern in globs)


def suffix_of(path: str) -> tuple[str, bool]:
    """The suffix in lower case, that beneath .gz where it is compressed, and whether it is."""
    stem, suffix = os.path.splitext(path.lower())
    return (os.path.splitext(stem)[1], True) if suffix == ".gz" else (suffix, False)
