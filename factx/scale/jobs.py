"""The work on each input, in any process: from the name of a file to a format's output for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, Final, TypeAlias

from factx.model import Document
from factx.read import STDIN, Input, PassedOver, Problem, ReadOptions, read
from factx.read import files as files_of
from factx.read.forms import NAMED, READERS, suffix_of
from factx.records import NamedTuple
from factx.render import Format, Layout
from factx.scale import parallel
from factx.scale.outcomes import Died, ReaderDiedError

EVEN_IF_EMPTY: Final = 1000
"""The weight of an input apart from its text."""

Source: TypeAlias = str | Input | Problem | PassedOver
"""A file with one document, which is read where it is worked on; a text already read; or what is to be said of one."""


class Printed(NamedTuple):
    """The body that a format returned for a document, and whether any fact was found in it."""

    body: Any
    found: bool


class Work(NamedTuple):
    """The work on an input, as a function with its settings."""

    options: ReadOptions
    extract: Callable[..., Document]
    """The pipeline's `extract`, to be called with text, date and id."""
    date: str | None
    form: Format
    layout: Layout

    def __call__(self, source: Source) -> list[Printed | Problem | PassedOver]:
        """The output for an input's documents and the problems with it, in order."""
        items = read((source,), self.options) if isinstance(source, str) else (source,)
        done: list[Printed | Problem | PassedOver] = []
        try:
            done.extend(self.printed(item) if isinstance(item, Input) else item for item in items)
        except MemoryError:
            done.append(out_of_memory(source if isinstance(source, str) else source.doc))
        return done

    def printed(self, item: Input) -> Printed:
        document = self.extract(item.text, date=item.date or self.date, id=item.doc)
        document = document._replace(
            title=item.title, url=item.url, byline=item.byline, publication=item.publication, language=item.language
        )
        return Printed(self.form.body(document, self.layout), bool(document.facts))


def results(
    work: Work, paths: Iterable[str], jobs: int | None, keep: Callable[[], None], done: Callable[[int], None] | None
) -> Generator[Printed | Problem | PassedOver, None, None]:
    """The results of `work` for all inputs at the paths, in order.

    jobs: the number of processes; if None, as many as pay off.
    keep: called by each process from time to time, to save its cache.
    done: if given, called with the weight of each finished input.
    """
    try:
        inputs = sources(paths, work.options)
        for source, answer in parallel.in_order(work.__call__, inputs, jobs, weight, keep):
            if isinstance(answer, Died):
                name = source if isinstance(source, str) else source.doc
                yield Problem(name, f"left out: the process that worked on it died ({answer})")
            else:
                yield from answer
            if done:
                done(weight(source))
    except ReaderDiedError as error:
        yield Problem("inputs", f"not all were read: the process that reads them died ({error})")


def sources(paths: Iterable[str], options: ReadOptions) -> Iterator[Source]:
    """The inputs at the paths, split into pieces that can be worked on separately."""
    for path in paths:
        for found in files_of(path, options.globs):
            if isinstance(found, str) and holds_several(found, options):
                try:
                    yield from read((found,), options)
                except MemoryError:
                    yield out_of_memory(found)
            else:
                yield found


def out_of_memory(name: str) -> Problem:
    """That an input, or the rest of it, is left out."""
    return Problem(name, "left out: there is not enough memory for it")


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
        case _:
            return EVEN_IF_EMPTY


def total(paths: Iterable[str], options: ReadOptions) -> int | None:
    """The weight of all inputs; None if it can't be known without reading them."""
    weighed = 0
    for path in paths:
        for found in files_of(path, options.globs):
            if isinstance(found, str):
                if found == STDIN or not os.path.isfile(found):
                    return None
                if holds_several(found, options) and suffix_of(found)[1] or found.lower().endswith((".zip", ".xlsx")):
                    return None
                weighed += weight(found)
    return weighed
