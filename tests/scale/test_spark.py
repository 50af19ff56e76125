"""On Spark: the same facts as the command gives, in typed columns."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factx.render.keys import COMMON, KEYS

pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed (pip install 'factx[spark]')")
if not shutil.which("java") and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java, and there is none", allow_module_level=True)

from factx import spark as on_spark  # noqa: E402 (it needs the packages checked for above)

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    {"id": "seed", "date": None, "text": next((ROOT / "seeds").glob("*.txt")).read_text("utf-8")},
    {"id": "dated", "date": "2024-05-08", "text": "Ann Lee said on Monday that prices rose 3%.\n“No,” Bob Hay said."},
    {"id": "empty", "date": None, "text": ""},
    {"id": "astral", "date": "2024-05-08", "text": "😀 It fell\n\n5 to 7 percent last week, “and 𝒳,” she said."},
]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "2").config("spark.driver.host", "127.0.0.1").getOrCreate()
    yield session
    session.stop()


@pytest.fixture
def by_command(factx, tmp_path: Path) -> list[dict[str, Any]]:
    """The facts as the command prints them."""
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(document) + "\n" for document in DOCUMENTS), "utf-8")
    return [json.loads(line) for line in factx("-f", "jsonl", path).stdout.splitlines()]


def facts(rows: list[Any]) -> list[dict[str, Any]]:
    """The rows as the command's JSON has them: only the keys of each kind."""
    plain = [row.asDict(recursive=True) for row in rows]
    return [{name: row[name] for name in (*COMMON, *KEYS[row["kind"]])} for row in plain]


def in_order(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(found, key=lambda fact: (fact["doc"], fact["start"], fact["end"], fact["kind"], fact["id"]))


def test_the_same_facts_as_the_command_gives(session, by_command):
    rows = [(document["id"], document["date"], document["text"]) for document in DOCUMENTS]
    df = session.createDataFrame(rows, "id string, date string, text string")
    found = on_spark.extract_facts(df.repartition(2), text="text", id="id", date="date")
    assert in_order(facts(found.collect())) == in_order(by_command)
    assert len(by_command) > 20


def test_the_columns_have_types(session):
    df = session.createDataFrame([("In all 60-70% of the vote.",)], "body string")
    found = on_spark.extract_facts(df, text="body")
    types = dict(found.dtypes)
    assert (types["low"], types["start"], types["notes"]) == ("double", "int", "array<string>")
    assert types["of"] == "struct<start:int,end:int,text:string>"
    [row] = found.where("kind = 'percentage'").select("low", "high", "of.text", "doc").collect()
    assert tuple(row) == (60.0, 70.0, "the vote", None)


def test_dates_of_any_type_and_texts_that_are_null(session):
    day = datetime.date(2020, 8, 19)
    rows = [(1, day, "It fell on Sunday."), (2, day, None), (3, None, "It fell on Sunday.")]
    df = session.createDataFrame(rows, "n int, day date, text string")
    for column in (df.day, df.day.cast("timestamp"), df.day.cast("string")):
        found = on_spark.extract_facts(df.withColumn("day", column), id="n", date="day", kinds={"date"})
        values = {row.doc: row.value for row in found.collect()}
        assert values["1"] == "2020-08-16"
        assert set(values) == {"1", "3"}


def test_parquet_to_parquet(session, by_command, tmp_path):
    source, target = str(tmp_path / "in.parquet"), str(tmp_path / "out")
    session.read.json(str(tmp_path / "news.jsonl")).write.parquet(source)
    done = CliRunner().invoke(on_spark.main, [source, target, "--partitions", "2", "--only", "dates,people"])
    assert done.exit_code == 0, done.output
    wanted = [fact for fact in by_command if fact["kind"] in ("date", "person")]
    assert in_order(facts(session.read.parquet(target).collect())) == in_order(wanted)


def test_json_lines_to_parquet_as_spark_submit_runs_it(session, by_command, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment["PYSPARK_SUBMIT_ARGS"] = "--master local[1] --conf spark.ui.enabled=false pyspark-shell"
    command = [sys.executable, on_spark.__file__, str(tmp_path / "news.jsonl"), str(tmp_path / "out")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert in_order(facts(session.read.parquet(str(tmp_path / "out")).collect())) == in_order(by_command)
