"""What is done with each input, in whichever process: from the name of a file to what a format prints of it."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

from factx.model import Document
from factx.read import READERS, STDIN, Input, Problem, ReadOptions, read
from factx.read import files as files_of
from factx.render import Format, Layout
from factx.scale import parallel
from factx.scale.outcomes import Died, ReaderDiedError

SEVERAL: Final = frozenset({"jsonl", "zip"})
"""The forms of input that hold many documents: these are worked on each for itself."""
EVEN_IF_EMPTY: Final = 1000
"""What an input weighs beside its text."""

Source: TypeAlias = str | Input | Problem
"""A file that holds one document and is read where it is worked on, a text that has been read, or why there is none."""


class Printed(NamedTuple):
    """What a format's `body` returned for a document, and whether any fact was found in it."""

    body: Any
    found: bool


class Work(NamedTuple):
    """How every input is worked on."""

    options: ReadOptions
    extract: Callable[..., Document]
    """The pipeline's, but for text, date and id."""
    date: str | None
    form: Format
    layout: Layout

    def __call__(self, source: Source) -> list[Printed | Problem]:
        """What is to be printed of an input and what is to be reported of it, in its order."""
        items = read((source,), self.options) if isinstance(source, str) else (source,)
        return [item if isinstance(item, Problem) else self.printed(item) for item in items]

    def printed(self, item: Input) -> Printed:
        document = self.extract(item.text, date=item.date or self.date, id=item.doc)
        return Printed(self.form.body(document, self.layout), bool(document.facts))


def results(
    work: Work, paths: Iterable[str], jobs: int | None, keep: Callable[[], None], done: Callable[[int], None] | None
) -> Generator[Printed | Problem, None, None]:
    """What `work` comes to for all that is behind the paths, in order.

    jobs: how many processes work on it; None: as many as it is worth.
    keep: called by each process when it has worked for a while.
    done: where it is given, told the weight of each input that has been worked on.
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
    """What is behind the paths, taken apart into what can be worked on by itself."""
    for path in paths:
        for found in files_of(path, options.globs):
            if isinstance(found, str) and holds_several(found, options):
                yield from read((found,), options)
            else:
                yield found


def holds_several(path: str, options: ReadOptions) -> bool:
    """Whether an input may hold many documents, as its name tells; standard input can be read in one place alone."""
    _, suffix = os.path.splitext(path.lower().removesuffix(".gz"))
    return path == STDIN or options.form in SEVERAL or READERS.get(suffix) in SEVERAL


def weight(source: Source) -> int:
    """About how many bytes there are to work on."""
    match source:
        case str():
            try:
                return EVEN_IF_EMPTY + os.path.getsize(source)
            except OSError:
                return EVEN_IF_EMPTY  # what is wrong with it is found out when it is read
        case Input():
            return EVEN_IF_EMPTY + len(source.text)
        case _:
            return EVEN_IF_EMPTY


def total(paths: Iterable[str], options: ReadOptions) -> int | None:
    """What all the inputs weigh, as far as that can be told without reading them; None where it can't."""
    weighed = 0
    for path in paths:
        for found in files_of(path, options.globs):
            if isinstance(found, str):
                if found == STDIN or not os.path.isfile(found):
                    return None
                if holds_several(found, options) and found.lower().endswith((".gz", ".zip")):
                    return None
                weighed += weight(found)
    return weighed
