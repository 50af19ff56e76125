"""A command's work on its inputs: problems are reported as they come, progress is shown, output is written."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from factx.command.input_options import is_awaited
from factx.command.streams import FAILED, whole_lines
from factx.model import Document
from factx.read import Input, PassedOver, Problem, ReadOptions, read

if TYPE_CHECKING:
    from factx.command.messages import Messages
    from factx.command.streams import Output
    from factx.custom.extractor import Extractor
    from factx.scale.jobs import Stored


class Run:
    """One run over the inputs at some paths."""

    def __init__(self, paths: Sequence[str], options: ReadOptions, *, quiet: bool) -> None:
        """quiet: whether no progress is to be shown, as where facts go to a terminal."""
        from factx.scale import jobs, progress

        self.paths = paths
        self.options = options
        self.messages: Messages | None = None
        self.errors: list[Problem] = []
        """The problems with inputs that could not be read."""
        self.bar = progress.Progress(lambda: jobs.total(self.paths, options)) if progress.wanted(quiet) else None

    def say(self, item: Problem | PassedOver) -> None:
        """Take in what is to be said of an input."""
        if self.bar:
            self.bar.clear()
        if self.messages is None:
            from factx.command.messages import Messages

            self.messages = Messages(self.paths)
        self.messages.add(item)
        self.errors.extend([item] if isinstance(item, Problem) and item.fatal else ())

    def texts(self, date: str | None, paths: Sequence[str] | None = None) -> Iterator[Input]:
        """The texts as they are read; `date` is that of those without one, `paths` are other inputs than the run's."""
        from factx.scale import jobs

        for source in jobs.sources(self.paths if paths is None else paths, self.options):
            for found in read((source,), self.options) if isinstance(source, str) else (source,):
                item = as_input(found) if isinstance(found, jobs.Stored) else found
                if isinstance(item, Input):
                    yield item if item.date else item._replace(date=date)
                else:
                    self.say(item)

    def answers(self, answer: Callable[[Any], Iterable[Any]], jobs: int | None) -> Iterator[Any]:
        """What `answer` gives for each document, in order."""
        from factx import pipeline
        from factx.scale import jobs as scale

        work = scale.Work(self.options, answer)
        advance = self.bar.advance if self.bar else None
        jobs = jobs or (1 if is_awaited(self.paths, self.options) else None)
        with closing(scale.results(work, self.paths, jobs, pipeline.save_cache, advance)) as results:
            for item in results:
                if isinstance(item, Problem | PassedOver):
                    self.say(item)
                else:
                    yield item

    def close(self) -> None:
        """Remove the bar, and keep what was compiled."""
        from factx import pipeline

        if self.bar:
            self.bar.clear()
        pipeline.save_cache()

    def exit(self, ctx: click.Context, status: int = 0) -> None:
        """Say what is left to be said; exit with 2 if an input could not be read, else with `status`."""
        if self.messages:
            self.messages.end()
        if self.errors:
            ctx.exit(FAILED)
        if status:
            ctx.exit(status)


def found_in(
    item: Input | Stored, given: Mapping[str, Any], kinds: frozenset[str], extractors: Sequence[Extractor]
) -> Document:
    """The facts of a text; a collection's document has them already."""
    if not isinstance(item, Input):
        from factx.collection.reading import limited

        return limited(item.document, kinds)
    from factx import pipeline

    document = pipeline.extract(
        item.text, date=item.date or given["date"], id=item.doc, kinds=kinds, date_order=given["date_order"],
        ratios=given["ratios"], extractors=extractors,
    )
    return document._replace(
        title=item.title, url=item.url, byline=item.byline, publication=item.publication, language=item.language,
        times=item.times,
    )


def as_input(stored: Stored) -> Input:
    """A collection's document as a text that was read at the path of that."""
    document = stored.document
    return Input(
        document.id or "", document.text, document.date, document.title, document.url, document.byline,
        document.publication, document.language, document.times, source=stored.source,
    )


def output(*, paged: bool = True) -> Output:
    """Standard output in bytes; on a terminal, what is longer than the screen goes to a pager."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    if paged and sys.stdout.isatty():
        from factx.command import pager

        if wanted := pager.command():
            screen = pager.Screen(wanted)
            click.get_current_context().call_on_close(screen.close)
            return screen
    return sys.stdout.buffer


def write(pieces: Iterable[str], out: Output) -> None:
    """Write text as it comes. A lone surrogate, which JSON input can contain, is written as JSON's escape for it."""
    for piece in pieces:
        left = memoryview(piece.encode("utf-8", "backslashreplace"))
        with whole_lines(out):
            while left:  # a signal can cut short a write to a full pipe
                left = left[out.write(left) :]
    with whole_lines(out):
        out.flush()
