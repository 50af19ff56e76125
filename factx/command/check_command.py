"""factx check: are an article's quotations, figures, dates and names those of its sources?"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Final

import click

from factx.command import option_values
from factx.command.input_options import input_options, inputs, read_options
from factx.command.options import option
from factx.command.running import Run, found_in, output, write
from factx.command.shared_options import Configured, pager_option
from factx.command.streams import NOTHING_FOUND
from factx.read import Input, Problem
from factx.render import Layout, terminal_width, wants_color

if TYPE_CHECKING:
    from factx.questions.grid import Grid, Row

FORMATS: Final = ("auto", "table", "json", "jsonl", "csv", "tsv", "html", "markdown")


class Check(Configured):
    """A command whose --against takes all words up to the next option: --against transcripts/*.txt"""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        spread: list[str] = []
        against = False
        for arg in args:
            if arg == "--against":
                against = True
            elif arg.startswith("-") and arg != "-":
                against = False
                spread.append(arg)
            else:
                spread += ["--against", arg] if against else [arg]
        if args[-1:] == ["--against"]:
            spread.append("--against")
        return super().parse_args(ctx, spread)


EXAMPLES: Final = """\
Examples:
  factx check article.txt --against transcript.txt  is it as in the transcript?
  factx check -e article.txt --against news.db      in a script: status 1 if not
"""


@click.command(cls=Check, examples=EXAMPLES, short_help="Check an article against its sources.")
@click.argument("article", metavar="ARTICLE --against SOURCE...", shell_complete=option_values.complete_paths)
@option("--against", "sources", multiple=True, metavar="SOURCE...",
        shell_complete=option_values.complete_paths,
        help="What the article is checked against: files, directories, collections. All words up to the next "
             "option are sources.")
@option("-f", "--format", "form", type=option_values.Choice(FORMATS), default="auto",
        help="The output format. auto: a table on a terminal, tsv into a pipe.")
@option("--json", "as_json", is_flag=True, help="Short for --format json.")
@option("-d", "--date", type=option_values.day, metavar="DATE|today",
        help="The date of writing of the article and of sources, where a text has none.")
@input_options
@option("--color", type=option_values.Choice(("auto", "always", "never")), default="auto",
        help="Colours in the table.")
@pager_option
@option("-e", "--exit-status", is_flag=True,
        help="Exit with 1 if anything is altered, not found, or said by somebody else.")
@click.pass_context
def check(ctx: click.Context, /, article: str, sources: tuple[str, ...], **given: Any) -> None:
    """Check an article's quotations, figures, dates and names against its sources.

    Each direct quotation is verbatim, altered (with the difference word by word) or not-found in the sources:
    transcripts, releases, earlier articles. Who is said to have said it is compared with the transcript's speaker. Each
    percentage and date is sought by its value, so that "a third" is 33.3%, and each person by name. With the package's
    extra "check", large sources are gone through faster.
    """
    from factx.check.report import check as checked
    from factx.check.report import is_fine, rows
    from factx.questions.grid import written

    if not sources and not given["files_from"]:
        raise click.UsageError("Name the sources: factx check ARTICLE --against SOURCE...")
    out = output(paged=not given["no_pager"])
    terminal = sys.stdout.isatty()
    run = Run(inputs((article, *sources), given)[1:], read_options(given), quiet=terminal)
    document = the_article(run, article, given)
    read = known_apart(run, document, given) if document else iter(())
    first = list(islice(read, 1))
    # Where no source could be read, all would be told not to be found.
    report = checked(document, chain(first, read)) if document and (first or not run.errors) else None
    form = "json" if given["as_json"] else given["form"]
    form = form if form != "auto" else "table" if terminal else "tsv"
    layout = Layout(width=terminal_width(), color=wants_color(given["color"], terminal))
    found = rows(report) if report is not None else []
    try:
        if report is not None:
            pieces = as_json(report, run.errors) if form == "json" else written(grid(found), form, run.errors, layout)
            write(pieces, out)
    finally:
        run.close()
    run.exit(ctx, NOTHING_FOUND if given["exit_status"] and not all(map(is_fine, found)) else 0)


def the_article(run: Run, path: str, given: Mapping[str, Any]) -> Any:
    """The article with its facts, None if it could not be read; wrong usage if there are several."""
    texts = list(run.texts(given["date"], (path,)))
    if len(texts) > 1:
        raise click.UsageError(f"{path} holds {len(texts):,} documents: check one article at a time.")
    if not texts:
        return None
    kinds = frozenset({"date", "person", "percentage", "claim"})
    return found_in(texts[0], {**given, "date_order": None, "ratios": True}, kinds, ())


def known_apart(run: Run, document: Any, given: Mapping[str, Any]) -> Iterator[Input]:
    """The sources, without the article itself where it is among them, as in a directory or a collection."""
    for source in run.texts(given["date"]):
        if (source.doc, source.text) != (document.id, document.text):
            yield source


def as_json(report: Mapping[str, Any], errors: Sequence[Problem]) -> Iterator[str]:
    """The report as one object, a row a line."""
    from factx.questions.grid import object_of

    yield "{"
    for key, value in report.items():
        if isinstance(value, list):
            rows = ",\n".join(map(object_of, value))
            yield f'"{key}": [\n{rows}\n], ' if rows else f'"{key}": [], '
        else:
            yield f'"{key}": {object_of(value)}, '
    yield f'"errors": {object_of([{"doc": error.doc, "message": error.message} for error in errors])}}}\n'


def grid(rows: Sequence[Row]) -> Grid:
    """The rows as they are shown to people."""
    from factx.questions.grid import Column, Grid

    columns = (
        Column("line", lambda row: str(row["line"]), number=True, style="grey"),
        Column("kind", lambda row: row["kind"], style="cyan"),
        Column("status", status, style="bold"),
        Column("text", lambda row: row["text"]),
        Column("difference", difference),
        Column("source", lambda row: row["source"] or "", style="grey"),
    )
    return Grid("factx-check/1", "checked", columns, rows)


def status(row: Row) -> str:
    wrong = row.get("same_speaker") is False
    return f"{row['status']}, other speaker" if wrong and row["status"] != "not-found" else str(row["status"])


def difference(row: Row) -> str:
    """The difference from the source: word by word for quotations; for values, the source's."""
    found = [changed(change) for change in row.get("changes", ())]
    if row.get("same_speaker") is False:
        found.append(f"said by {row['source_speaker']}, not {row['speaker']}")
    if "changes" not in row and row["source_text"] and row["source_text"].casefold() != row["text"].casefold():
        found.append(f"source: {row['source_text']}")
    return "; ".join([*found, *([row["note"]] if row.get("note") else [])])


def changed(change: Mapping[str, str]) -> str:
    """A change from the source to the article: [-not-] what was left out, {+really+} what was put in."""
    left = f"[-{change['source']}-]" if change["source"] else ""
    put = f"{{+{change['article']}+}}" if change["article"] else ""
    return left + put
