"""Facts of the texts in a Spark data frame, one row a fact: `extract_facts`, and a program that uses it.

Over JSON Lines or Parquet (files or folders of them, wherever Spark can read) into Parquet:

    python -m factx.spark news/ facts/ --partitions 200
    spark-submit ... path/to/factx/spark.py news/ facts/ --partitions 200
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__" and sys.path and os.path.realpath(sys.path[0]) == os.path.dirname(os.path.realpath(__file__)):
    # spark-submit runs this file as a script, whose folder comes first: `text` would be ours, not another package's.
    del sys.path[0]

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from factx.command import option_values
from factx.render import KIND_OF
from factx.scale.spark import extract_facts

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["extract_facts"]


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("source", metavar="IN")
@click.argument("target", metavar="OUT")
@click.option("--text", default="text", metavar="COLUMN", help="The text's column [text].")
@click.option("--id", default="id", metavar="COLUMN", help="The column of the name of the document [id], if any.")
@click.option("--date", default="date", metavar="COLUMN", help="The column of the date of writing [date], if any.")
@click.option("--only", "kinds", type=option_values.kinds, metavar="KIND,...",
              help=f"Only these: {', '.join(KIND_OF)}.")
@click.option("--partitions", type=click.IntRange(1), metavar="N", help="Spread the texts evenly over N tasks.")
@click.option("--input", "form", type=click.Choice(("auto", "jsonl", "parquet")), default="auto",
              help="The format of IN. auto: Parquet if its name ends in .parquet, else JSON Lines.")
def main(source: str, target: str, partitions: int | None, form: str, **given: Any) -> None:
    """Write the facts in the texts of IN (JSON Lines or Parquet) to OUT (Parquet), one row a fact."""
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("factx").getOrCreate()
    parquet = form == "parquet" or (form == "auto" and source.rstrip("/").endswith(".parquet"))
    read: Callable[[str], DataFrame] = spark.read.parquet if parquet else spark.read.json
    df = read(source)
    if partitions:
        df = df.repartition(partitions)
    known = {name: column for name in ("id", "date") if (column := given[name]) in df.columns}
    extract_facts(df, given["text"], **known, kinds=given["kinds"]).write.parquet(target)


if __name__ == "__main__":
    main()
