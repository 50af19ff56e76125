"""factx collect: the facts of many documents in one SQLite database, brought up to date."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

import click

from factx import __version__
from factx.collection.database import CollectionError
from factx.command import option_values
from factx.command.input_options import input_options, inputs, read_options
from factx.command.options import option
from factx.command.running import Run, as_input, found_in
from factx.command.shared_options import Configured, fact_options, jobs_option, rule_options
from factx.read import Input, Problem

if TYPE_CHECKING:
    from factx.collection.rows import Rows
    from factx.collection.writing import Writer
    from factx.scale.jobs import Stored

UNCHANGED: Final = "unchanged"


EXAMPLES: Final = """\
Examples:
  factx collect news.db articles/         read what is new or changed into it
  factx news.db --where name~lee          print from it; nothing is read again
  factx collect news.db --to-parquet DIR  write its tables as Parquet files
"""


@click.command(cls=Configured, examples=EXAMPLES, short_help="Keep the facts of documents in a database.")
@click.argument("database", metavar="DB", type=click.Path(dir_okay=False))
@click.argument("paths", nargs=-1, metavar="[FILE|DIR|-]...", shell_complete=option_values.complete_paths)
@fact_options
@input_options
@jobs_option
@option("--to-parquet", "parquet", type=click.Path(file_okay=False), metavar="DIR",
        help="Write the tables as Parquet files into DIR too; without inputs, those of the collection as it is.")
@rule_options
@click.pass_context
def collect(ctx: click.Context, /, database: str, paths: tuple[str, ...], **given: Any) -> None:
    """Keep the facts of many documents in one SQLite database, brought up to date.

    DB is made if it does not exist. Run again, it reads new and changed documents alone: those whose text, date,
    options or version of factx differ. Ended at any moment, it keeps all but the last second's work. The database has
    tables of documents, sentences, people, mentions, dates, percentages, claims and disagreements, the views
    who_said_what, timeline and figures, and full-text indexes; and it is an input: factx DB prints from it.
    """
    if not paths and not given["files_from"] and given["parquet"] and os.path.exists(database):
        exported(database, given["parquet"])
        return
    paths = inputs(paths, given)
    if os.path.exists(database) and any(os.path.exists(path) and os.path.samefile(path, database) for path in paths):
        raise click.UsageError(f"{database} is the collection itself: name the documents after it.")
    from factx.collection.database import alone
    from factx.collection.writing import Writer

    kinds = given["kinds"] or frozenset(option_values.known_kinds().values())
    run = Run(paths, read_options(given)._replace(written=database), quiet=False)
    try:
        with alone(database), closing(Writer(database)) as writer:
            gather(run, writer, Gathering(database, given, kinds, settings(ctx, given, kinds)))
            click.echo(summary(database, writer))
    except CollectionError as error:
        run.say(Problem(database, str(error)))
        run.exit(ctx)
    finally:
        run.close()
    if given["parquet"]:
        exported(database, given["parquet"])
    run.exit(ctx)


class Gathering:
    """Called on each document in a worker process: makes its rows, unless the collection has it already."""

    def __init__(self, database: str, given: Mapping[str, Any], kinds: frozenset[str], settings: str) -> None:
        from factx.collection.writing import Known

        self.given = given
        self.kinds = kinds
        self.settings = settings
        self.known = Known(database, settings)
        self.extractors = option_values.extractors()

    def __call__(self, item: Input | Stored) -> Iterator[Rows | str]:
        from factx.collection.rows import rows_of
        from factx.collection.writing import fingerprint

        if not isinstance(item, Input):
            item = as_input(item)
        mark = fingerprint(item, item.date or self.given["date"])
        if self.known.has(item.doc, mark):
            yield UNCHANGED
        else:
            found = found_in(item, self.given, self.kinds, self.extractors)
            yield rows_of(found, item.source, mark, self.settings)


def gather(run: Run, writer: Writer, gathering: Gathering) -> None:
    """Write all inputs to the collection; when it is interrupted, what is finished is kept."""
    try:
        for answer in run.answers(gathering, gathering.given["jobs"]):
            if answer == UNCHANGED:
                writer.skip()
            elif told := writer.add(answer):
                run.say(Problem(answer.doc, told, fatal=False))
    finally:
        gathering.known.close()
        writer.commit()
    writer.finish()


def settings(ctx: click.Context, given: Mapping[str, Any], kinds: frozenset[str]) -> str:
    """The version and the options that decide what is found, as they are compared."""
    from hashlib import blake2b

    digest = blake2b(digest_size=8)
    for path in ctx.meta.get(option_values.RULES, ()):
        with open(path, "rb") as file:
            digest.update(file.read())
    own = sorted({extractor.kind for extractor in option_values.extractors(ctx)})
    options: dict[str, Any] = {"only": sorted(kinds), "date_order": given["date_order"], "ratios": given["ratios"]}
    if own or ctx.meta.get(option_values.RULES):
        options |= {"rules": digest.hexdigest(), "kinds": own}
    return f"{__version__} {json.dumps(options)}"


def summary(database: str, writer: Writer) -> str:
    """One line on what came of the run, and what there is now."""
    from factx.render.summary import counted

    count = writer.counts()
    written = writer.written
    came = f"{written.new:,} new, {written.changed:,} changed, {written.unchanged:,} unchanged"
    have = (counted(count["people"], "person", "people"), counted(count["claims"], "claim", "claims"),
            counted(count["disagreements"], "disagreement", "disagreements"))  # fmt: skip
    return f"{database}: {counted(count['documents'], 'document', 'documents')} ({came}), {', '.join(have)}"


def exported(database: str, folder: str) -> None:
    """Write the tables of a collection as Parquet files."""
    try:
        from factx.scale.parquet import export
    except ImportError as error:
        raise click.UsageError(f'Writing Parquet needs pyarrow: pip install "factx[spark]" ({error})') from None
    try:
        for path in export(database, folder):
            click.echo(path)
    except CollectionError as error:
        raise click.UsageError(f"{database}: {error}") from None
