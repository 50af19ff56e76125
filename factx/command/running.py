"""A command's work on its inputs: problems are reported as they come, progress is shown, output is written."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from factx.collection.database import is_database
from factx.command.streams import FAILED, report, whole_lines
from factx.model import Document
from factx.read import STDIN, Input, Problem, ReadOptions, read

if TYPE_CHECKING:
    from factx.custom.extractor import Extractor

T = TypeVar("T")


class Run:
    """One run over the inputs at some paths."""

    def __init__(self, paths: Sequence[str], options: ReadOptions, *, quiet: bool) -> None:
        """quiet: whether no progress is to be shown, as where facts go to a terminal."""
        from factx.scale import jobs, progress

        self.paths = paths or (STDIN,)
        self.options = options
        self.errors: list[Problem] = []
        self.bar = progress.Progress(lambda: jobs.total(self.paths, options)) if progress.wanted(quiet) else None

    def without_problems(self, items: Iterable[T | Problem]) -> Iterator[T]:
        for item in items:
            if isinstance(item, Problem):
                if self.bar:
                    self.bar.clear()
                report(item)
                self.errors.extend([item] if item.fatal else ())
            else:
                yield item

    def texts(self, date: str | None) -> Iterator[Input]:
        """The texts as they are read; `date` is that of those without one."""
        from factx.scale import jobs

        for path in self.paths:
            for found in jobs.stored(path) if is_database(path) else read((path,), self.options):
                item = Input(found.id or "", found.text, found.date) if isinstance(found, Document) else found
                if isinstance(item, Input):
                    yield item if item.date else item._replace(date=date)
                else:
                    yield from self.without_problems([item])

    def answers(self, answer: Callable[[Any], Any], jobs: int | None) -> Iterator[Any]:
        """What `answer` returns for each document, in order."""
        from factx import pipeline
        from factx.scale import jobs as scale

        work = scale.Work(self.options, answer)
        advance = self.bar.advance if self.bar else None
        with closing(scale.results(work, self.paths, jobs, pipeline.save_cache, advance)) as results:
            yield from self.without_problems(results)

    def close(self) -> None:
        """Remove the bar, and keep what was compiled."""
        from factx import pipeline

        if self.bar:
            self.bar.clear()
        pipeline.save_cache()

    def exit(self, ctx: click.Context, status: int = 0) -> None:
        """Exit with 2 if an input could not be read, else with `status`."""
        if self.errors:
            ctx.exit(FAILED)
        if status:
            ctx.exit(status)


def found_in(
    item: Input | Document, given: Mapping[str, Any], kinds: frozenset[str], extractors: Sequence[Extractor]
) -> Document:
    """The facts of a text; a collection's document has them already."""
    if isinstance(item, Document):
        from factx.collection.reading import limited

        return limited(item, kinds)
    from factx import pipeline

    return pipeline.extract(
        item.text, date=item.date or given["date"], id=item.doc, kinds=kinds, date_order=given["date_order"],
        ratios=given["ratios"], extractors=extractors,
    )


def output() -> BinaryIO:
    """Standard output in bytes."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    return sys.stdout.buffer


def write(pieces: Iterable[str], out: BinaryIO) -> None:
    """Write text as it comes. A lone surrogate, which JSON input can contain, is written as JSON's escape for it."""
    for piece in pieces:
        left = memoryview(piece.encode("utf-8", "backslashreplace"))
        with whole_lines(out):
            while left:  # a signal can cut short a write to a full pipe
                left = left[out.write(left) :]
    with whole_lines(out):
        out.flush()


def refuse_if_idle(paths: Sequence[str], examples: str = "") -> None:
    """Fail where there is no input, and standard input is a terminal at which nobody types an article."""
    if not paths and sys.stdin is not None and sys.stdin.isatty():
        rest = f"\n\n{examples}" if examples else ""
        raise click.UsageError(f"Nothing to read: name a file or a directory, or pipe text in.{rest}")
