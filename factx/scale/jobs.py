"""The work on each input, in any process: from the name of a file to the answer for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, Final, TypeAlias

from factx.model import Document
from factx.read import STDIN, Input, PassedOver, Problem, ReadOptions, is_database, read
from factx.read import files as files_of
from factx.read.forms import NAMED, READERS, suffix_of
from factx.records import NamedTuple
from factx.scale import parallel
from factx.scale.outcomes import Died, ReaderDiedError

EVEN_IF_EMPTY: Final = 1000
"""The weight of an input apart from its text."""


class Stored(NamedTuple):
    """A document of a collection, with the path of that."""

    document: Document
    source: str


Source: TypeAlias = str | Input | Stored | Problem | PassedOver
"""A file with one document, which is read where it is worked on; a text already read; a document of a collection; or
what is to be said of an input."""


class Work(NamedTuple):
    """The work on an input, as a function with its settings."""

    options: ReadOptions
    answer: Callable[[Any], Iterable[Any]]
    """Gives what there is to return for a text that was read, or for a document of a collection, piece by piece."""

    def __call__(self, source: Source) -> Iterator[Any]:
        """The answers for an input's documents and what is to be said of it, in order, as they are ready.

        If memory runs out, that is the last to be said of it.
        """
        items = read((source,), self.options) if isinstance(source, str) else (source,)
        try:
            for item in items:
                if isinstance(item, Input | Stored):
                    yield from self.answer(item)
                else:
                    yield item
        except MemoryError:
            yield out_of_memory(name_of(source))


def results(
    work: Work, paths: Iterable[str], jobs: int | None, keep: Callable[[], None], done: Callable[[int], None] | None
) -> Generator[Any, None, None]:
    """The results of `work` for all inputs at the paths, in order.

    jobs: the number of processes; if None, as many as pay off.
    keep: called by each process from time to time, to save its cache.
    done: if given, called with the weight of each finished input.
    """
    try:
        inputs = sources(paths, work.options)
        for source, answer in parallel.in_order(work.__call__, inputs, jobs, weight, keep):
            name = name_of(source)
            if isinstance(answer, Died):
                yield Problem(name, f"left out: the process that worked on it died ({answer})")
            else:
                answers, lost = list(answer), out_of_memory(name)
                yield from [lost] if lost in answers[-1:] else answers  # never a part of a document
            if done:
                done(weight(source))
    except ReaderDiedError as error:
        yield Problem("inputs", f"not all were read: the process that reads them died ({error})")


def sources(paths: Iterable[str], options: ReadOptions) -> Iterator[Source]:
    """The inputs at the paths, split into pieces that can be worked on separately."""
    for path in paths:
        for found in files_of(path, options):
            if isinstance(found, str) and is_stored(found, named=found == path):
                yield from stored(found)
            elif isinstance(found, str) and holds_several(found, options):
                try:
                    yield from read((found,), options)
                except MemoryError:
                    yield out_of_memory(found)
            else:
                yield found


def out_of_memory(name: str) -> Problem:
    """The problem to report when an input, or the rest of it, is left out."""
    return Problem(name, "left out: there is not enough memory for it")


def is_stored(path: str, *, named: bool) -> bool:
    """Whether a file is a collection; in a directory, files whose names tell a form are none."""
    return (named or suffix_of(path)[0] not in READERS) and is_database(path)


def stored(path: str) -> Iterator[Stored | Problem]:
    """The documents of a collection, which need no more work."""
    from factx.collection.database import CollectionError
    from factx.collection.reading import documents

    try:
        for document in documents(path):
            yield Stored(document, path)
    except CollectionError as error:
        yield Problem(path, str(error))


def name_of(source: Source) -> str:
    """The name of a source's document."""
    match source:
        case str():
            return source
        case Stored():
            return source.document.id or ""
        case _:
            return source.doc


def holds_several(path: str, options: ReadOptions) -> bool:
    """Whether an input may contain many documents, by its name, or is standard input, readable by one process only."""
    suffix, _ = suffix_of(path)
    named = READERS.get(suffix)
    several = named is None or NAMED[named].several  # a name that says nothing may be that of any form
    return path == STDIN or (NAMED[options.form].several if options.form != "auto" else several)


def weight(source: Source) -> int:
    """The approximate number of bytes to work on."""
    match source:
        case str():
            try:
                return EVEN_IF_EMPTY + os.path.getsize(source)
            except OSError:
                return EVEN_IF_EMPTY  # the problem is reported when it is read
        case Input():
            return EVEN_IF_EMPTY + len(source.text)
        case Stored():
            return EVEN_IF_EMPTY + len(source.document.text)
        case _:
            return EVEN_IF_EMPTY


def total(paths: Iterable[str], options: ReadOptions) -> int | None:
    """The weight of all inputs; None if it can't be known without reading them."""
    weighed = 0
    for path in paths:
        for found in files_of(path, options):
            if isinstance(found, str):
                if found == STDIN or not os.path.isfile(found):
                    return None
                if holds_several(found, options) and suffix_of(found)[1] or found.lower().endswith((".zip", ".xlsx")):
                    return None
                weighed += weight(found)
    return weighed
