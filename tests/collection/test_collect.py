"""factx collect: one database, brought up to date, whole whatever happens, and an input like another."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factx.collection import database
from factx.collection.rows import COLUMNS
from factx.collection.writing import Writer
from factx.render import FORMATS

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests" / "questions" / "articles"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of the articles, made by the command."""
    from click.testing import CliRunner

    from factx.command.cli import main

    path = tmp_path_factory.mktemp("collection") / "news.db"
    done = CliRunner().invoke(main, ["collect", str(path), str(ARTICLES)])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"{path}: 8 documents (8 new, 0 changed, 0 unchanged), 7 people, 30 claims, 5 disagreements\n"
    )
    assert [file.name for file in path.parent.iterdir()] == ["news.db"]
    return path


def rows(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but those of the full-text indexes' own."""
    names = rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' ORDER BY name")
    return {name: rows(path, f"SELECT * FROM {name}") for (name,) in names}


class TestDatabase:
    def test_each_reference_leads_somewhere(self, made: Path) -> None:
        assert rows(made, "PRAGMA foreign_key_check") == []
        assert rows(made, "PRAGMA integrity_check") == [("ok",)]
        assert rows(made, "SELECT count(*) FROM claims WHERE entity_id IS NOT NULL")[0][0] > 10
        assert rows(made, "SELECT count(*) FROM entities WHERE person_id IS NULL") == [(0,)]

    def test_every_column_is_there(self, made: Path) -> None:
        for table, columns in COLUMNS.items():
            there = [name for _, name, *_ in rows(made, f"PRAGMA table_info({table})")]
            assert set(columns) <= set(there), table

    def test_full_text(self, made: Path) -> None:
        found = "SELECT text FROM sentences WHERE id IN (SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ?)"
        assert [text for (text,) in rows(made, found, "clock")] == [
            "NORWELL, March 16, 2024 – For most of a century the mill of Norwell was the town's clock.",
        ]
        claims = "SELECT content FROM claims WHERE id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"
        assert rows(made, claims, "name:alvarez AND content:figures") == [('"The figures are what they are,"',)]

    def test_tools_know_which_table_an_index_is_of(self, made: Path) -> None:
        """As sqlite-utils and datasette look for it."""
        for table in ("sentences", "claims"):
            like = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
            assert rows(made, "SELECT name FROM sqlite_master WHERE sql LIKE ?", like) == [(f"{table}_fts",)]

    def test_who_said_what(self, made: Path) -> None:
        found = rows(made, "SELECT stance, what, day FROM who_said_what WHERE who = 'Ann Lee' AND stance = 'denies'")
        assert found == [("denies", "that the council had acted in haste", "2024-03-13")]

    def test_the_timeline(self, made: Path) -> None:
        days = [begin for (begin,) in rows(made, "SELECT begin FROM timeline")]
        assert days == sorted(days)
        assert days[:3] == ["1926-05-01", "1926-05-03", "1927-06-12"]

    def test_figures(self, made: Path) -> None:
        found = rows(made, "SELECT figure, day FROM figures WHERE measure LIKE 'unemployment' ORDER BY day")
        assert found == [("7.5%", "2024-03-04"), ("9.1%", "2024-03-06"), ("7.5%", "2024-03-16")]

    def test_people_are_one_over_documents(self, made: Path) -> None:
        found = rows(made, "SELECT name, documents, mentions, claims FROM people ORDER BY mentions DESC, name LIMIT 1")
        assert found == [("Ann Lee", 6, 11, 10)]

    def test_disagreements_have_their_parties(self, made: Path) -> None:
        found = rows(made, "SELECT doc, speaker, said FROM parties JOIN documents ON documents.id = document_id "
                     "JOIN disagreements ON disagreements.id = disagreement_id WHERE kind = 'dates'")  # fmt: skip
        assert [(Path(doc).name[:2], *rest) for doc, *rest in found] == [
            ("01", "the council", "3 May 1926"), ("02", "the union", "12 June 1927"),
        ]  # fmt: skip


class TestAsInput:
    @pytest.mark.parametrize("form", FORMATS)
    def test_it_prints_what_its_texts_print(self, factx: Callable[..., Any], made: Path, form: str) -> None:
        options = ("--format", form, "--why")
        assert factx(*options, made).stdout == factx(*options, ARTICLES).stdout

    @pytest.mark.parametrize(
        "asked",
        [
            ["--only", "claims", "--where", "name~lee"], ["--only", "dates,percentages", "--sort", "-start"],
            ["--count"], ["--group", "people", "--json"], ["--group", "disagreements"], ["--show-text"],
            ["--jobs", "2", "-C"],
        ],
    )  # fmt: skip
    def test_it_is_asked_as_its_texts_are(self, factx: Callable[..., Any], made: Path, asked: list[str]) -> None:
        assert factx(*asked, made).stdout == factx(*asked, ARTICLES).stdout

    @pytest.mark.parametrize("form", FORMATS)
    def test_what_is_said_of_a_document_and_how_it_reads_is_kept(self, factx, tmp_path: Path, form: str) -> None:
        record = {
            "id": "a1", "title": "Rents", "url": "https://x.example/1", "author": "Jo Roe", "publication": "The Day",
            "date": "2024-03", "text": "Mayor Ann Lee told reporters that the reform\ner had been ill. Some re-\n"
            "formers doubt it, John Sm\xadith said, and 62% of reformers fear for their caf\u0065\u0301s.",
        }
        (tmp_path / "in.jsonl").write_text(json.dumps(record), "utf-8")
        assert factx("collect", tmp_path / "news.db", tmp_path / "in.jsonl").stdout.startswith(str(tmp_path))
        asked = ("--format", form, "--fields", "doc,written,doc.title,doc.url,doc.byline,doc.publication,text,value")
        printed = factx(*asked, tmp_path / "news.db").stdout
        assert printed == factx(*asked, tmp_path / "in.jsonl").stdout
        assert "Some reformers doubt it" in " ".join(printed.split()) or form in ("text", "json", "jsonl")
        record["title"] = "Rents again"
        (tmp_path / "in.jsonl").write_text(json.dumps(record), "utf-8")
        assert "1 changed" in factx("collect", tmp_path / "news.db", tmp_path / "in.jsonl").stdout
        asked = ("--where", "doc.title=Rents again", "--fields", "doc.title", "--no-header")
        assert set(factx(*asked, tmp_path / "news.db").stdout.splitlines()) == {"Rents again"}

    def test_nothing_is_read_again(self, factx, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*args: object, **kwargs: object) -> None:
            raise AssertionError("extracted again")

        monkeypatch.setattr("factx.pipeline.extract", refuse)
        assert factx("--only", "claims", made).stdout.count("\n") == 31


def test_inputs_are_named_and_spoken_of_as_elsewhere(factx, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt.gz").write_bytes(b"\x1f\x8b damaged")
    (folder / "notes.xyz").write_text("No text.")
    (tmp_path / "list").write_text(f"{folder}\0{ARTICLES / '05-sport.txt'}\0")
    listed = ("--null", "--files-from", tmp_path / "list")
    said = factx(*listed).stderr
    assert [line.partition(": ")[2][:20] for line in said.splitlines()[3:]] == [
        "and 2 more like this", "1 file passed over: "
    ]  # fmt: skip
    done = factx("collect", tmp_path / "news.db", *listed)
    assert (done.exit_code, done.stderr) == (2, said)
    assert "1 new" in done.stdout
    done = factx("check", ARTICLES / "05-sport.txt", *listed)
    assert (done.exit_code, done.stderr) == (2, said)
    done = factx("check", ARTICLES / "05-sport.txt")
    assert (done.exit_code, "--against" in done.stderr) == (2, True)


class TestUpToDate:
    def collected(self, factx: Callable[..., Any], folder: Path, *options: str) -> str:
        done = factx("collect", *options, folder / "news.db", folder / "in")
        assert (done.exit_code, done.stderr) == (0, "")
        found: str = done.stdout.partition("(")[2].partition(")")[0]
        return found

    def test_new_and_changed_documents_alone_are_read(self, factx, tmp_path: Path) -> None:
        shutil.copytree(ARTICLES, tmp_path / "in")
        held = tmp_path / "in" / "08-feature.txt"
        held.rename(tmp_path / "held")
        assert self.collected(factx, tmp_path) == "7 new, 0 changed, 0 unchanged"
        (tmp_path / "held").rename(held)
        changed = tmp_path / "in" / "05-sport.txt"
        changed.write_text(changed.read_text("utf-8").replace("Tom Hale", "Sam Pike"), "utf-8")
        assert self.collected(factx, tmp_path) == "1 new, 1 changed, 6 unchanged"
        assert self.collected(factx, tmp_path) == "0 new, 0 changed, 8 unchanged"
        path = tmp_path / "news.db"
        assert rows(path, "SELECT name, documents FROM people WHERE name LIKE '%Pike'") == [("Sam Pike", 1)]
        assert rows(path, "SELECT documents FROM people WHERE name = 'Thomas Hale' ORDER BY id") == [(1,), (1,)]
        found = "SELECT count(*) FROM sentences_fts WHERE sentences_fts MATCH ?"
        assert (rows(path, found, "pike"), rows(path, found, '"tom hale"')) == ([(1,)], [(0,)])
        assert rows(path, "PRAGMA foreign_key_check") == []

    def test_other_options_make_it_anew(self, factx, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        shutil.copy(ARTICLES / "08-feature.txt", tmp_path / "in")
        assert self.collected(factx, tmp_path) == "1 new, 0 changed, 0 unchanged"
        assert self.collected(factx, tmp_path, "--ratios") == "0 new, 1 changed, 0 unchanged"
        assert rows(tmp_path / "news.db", "SELECT text FROM percentages") == [("a third",), ("7.5%",)]
        assert self.collected(factx, tmp_path, "--ratios", "--only", "dates") == "0 new, 1 changed, 0 unchanged"
        assert rows(tmp_path / "news.db", "SELECT count(*) FROM percentages") == [(0,)]

    def test_two_documents_of_one_name_are_told(self, factx, tmp_path: Path) -> None:
        lines = [{"id": "a", "text": "It rose 3%."}, {"id": "a", "text": "It rose 4%."}]
        done = factx("collect", tmp_path / "a.db", "--input", "jsonl", input="\n".join(map(json.dumps, lines)))
        assert done.exit_code == 0
        assert done.stderr == "factx: a: there are several documents of that name: the last is kept\n"
        assert rows(tmp_path / "a.db", "SELECT text FROM percentages") == [("4%",)]

    def test_documents_of_one_name_in_two_inputs_are_kept_apart(self, factx, tmp_path: Path, monkeypatch) -> None:
        monkeypatch.chdir(tmp_path)
        path = tmp_path / "news.db"

        def collect(*inputs: str) -> tuple[str, str]:
            done = factx("collect", path, *inputs)
            assert done.exit_code == 0
            return done.stdout.partition("(")[2].partition(")")[0], done.stderr

        def record(share: int) -> str:
            return json.dumps({"id": "1", "text": f"Turnout was {share}%, Ann Lee said in Norwell."})

        for name, share in (("a", 31), ("b", 42)):
            (tmp_path / f"{name}.jsonl").write_text(record(share))
        told = "factx: 1: another input has a document of that name: this one is kept with 'b.jsonl:' before it\n"
        assert collect("a.jsonl", "b.jsonl") == ("2 new, 0 changed, 0 unchanged", told)
        assert rows(path, "SELECT doc, named, low FROM documents d, percentages p WHERE d.id = document_id") == [
            ("1", "1", 31), ("b.jsonl:1", "1", 42)
        ]  # fmt: skip
        assert rows(path, "SELECT documents FROM people") == [(2,)]
        (tmp_path / "b.jsonl").write_text(record(43))
        assert collect("b.jsonl", "a.jsonl") == ("0 new, 1 changed, 1 unchanged", "")
        assert collect(str(tmp_path / "b.jsonl")) == ("0 new, 0 changed, 1 unchanged", "")
        # The same words under another file's name are no other document.
        (tmp_path / "c.jsonl").write_text(record(43))
        assert collect("c.jsonl") == ("0 new, 0 changed, 1 unchanged", "")
        asked = ("--fields", "doc,low", "--only", "percentages", "--no-header")
        assert factx(*asked, path).stdout == "1\t31\nb.jsonl:1\t43\n"

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_documents_of_one_name_in_two_collections_are_kept_apart(
        self, factx, tmp_path: Path, monkeypatch, jobs: str
    ) -> None:
        monkeypatch.chdir(tmp_path)

        def collect(name: str, share: int) -> None:
            text = json.dumps({"id": "1", "text": f"Turnout was {share}%, Ann Lee said in Norwell."})
            assert factx("collect", name, "--input", "jsonl", input=text).exit_code == 0

        collect("a.db", 31)
        collect("b.db", 42)
        done = factx("collect", "all.db", "--jobs", jobs, "a.db", "b.db")
        counts = "2 documents (2 new, 0 changed, 0 unchanged), 1 person, 2 claims, 1 disagreement"
        assert done.stdout == f"all.db: {counts}\n"
        assert done.stderr == (
            "factx: 1: another input has a document of that name: this one is kept with 'b.db:' before it\n"
        )
        # What changes in a collection, changes where it was kept.
        collect("b.db", 43)
        assert "(0 new, 1 changed, 1 unchanged)" in factx("collect", "all.db", "b.db", "a.db").stdout
        asked = ("--fields", "doc,low", "--only", "percentages", "--no-header")
        assert factx(*asked, "all.db").stdout == "1\t31\nb.db:1\t43\n"

    def test_what_sqlite_cannot_keep_is_marked_and_stays_in_place(self, factx, tmp_path: Path) -> None:
        line = '{"id": "a", "text": "\\ud800 It rose 3%, Ann Lee said."}'
        assert factx("collect", tmp_path / "a.db", "--input", "jsonl", input=line).exit_code == 0
        texts = rows(tmp_path / "a.db", "SELECT substr(d.text, start + 1, 2), p.text FROM percentages p, documents d")
        assert texts == [("3%", "3%")]

    def test_one_collection_goes_into_another(self, factx, made: Path, tmp_path: Path) -> None:
        assert factx("collect", tmp_path / "all.db", made, ROOT / "seeds").stdout.count("9 documents") == 1

    def test_an_input_that_cannot_be_read_is_told_and_the_others_are_kept(self, factx, tmp_path: Path) -> None:
        done = factx("collect", tmp_path / "a.db", tmp_path / "none.txt", ARTICLES / "05-sport.txt")
        assert done.exit_code == 2
        assert "none.txt: No such file" in done.stderr
        assert rows(tmp_path / "a.db", "SELECT count(*) FROM documents") == [(1,)]


class TestWhateverHappens:
    DOCUMENTS = 60

    @pytest.fixture
    def source(self, tmp_path: Path) -> Path:
        texts = [file.read_text("utf-8") for file in sorted(ARTICLES.iterdir())]
        path = tmp_path / "many.jsonl"
        named = (texts[i % 8].replace("Norwell", f"Nor{i // 8}") for i in range(self.DOCUMENTS))
        lines = [{"id": f"d{i}", "text": text} for i, text in enumerate(named)]
        path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        return path

    def test_killed_and_run_again_it_is_the_same_as_without(self, factx, tmp_path: Path, source: Path) -> None:
        whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
        assert factx("collect", "--jobs", "1", whole, source).exit_code == 0
        # Each document is a batch, so that there is much to lose; the process is killed at a moment of its own.
        program = (
            "import os, signal, sys\nfrom factx.collection import writing\n"
            "writing.MOST, kill = 1, int(sys.argv.pop(1))\nadd = writing.Writer.add\n"
            "def adds(self, rows):\n    add(self, rows)\n"
            "    if self.written.new == kill: os.kill(os.getpid(), signal.SIGKILL)\nwriting.Writer.add = adds\n"
            "from factx.command.cli import main\nmain(prog_name='factx')\n"
        )
        there = 0
        for kill in (5, 17):
            command = [sys.executable, "-c", program, str(kill), "collect", "--jobs", "2", str(killed), str(source)]
            done = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60)
            assert done.returncode == -signal.SIGKILL
            there += kill
            assert rows(killed, "SELECT count(*) FROM documents") == [(there,)]
        done = factx("collect", "--jobs", "1", killed, source)
        assert done.stdout.partition("(")[2].startswith(f"{self.DOCUMENTS - there} new, 0 changed, {there} unchanged)")
        assert contents(killed) == contents(whole)
        assert sorted(path.name for path in tmp_path.glob("killed*")) == ["killed.db"]

    def test_killed_after_the_last_document_it_is_compared_by_the_next_run(self, factx, tmp_path: Path) -> None:
        path = tmp_path / "a.db"
        assert factx("collect", path, ARTICLES).exit_code == 0
        with closing(sqlite3.connect(path)) as connection:  # as it is before the last transaction
            connection.executescript("UPDATE entities SET person_id = NULL; DELETE FROM people; DELETE FROM parties;"
                                     "DELETE FROM disagreements; DELETE FROM about WHERE key = 'compared'")  # fmt: skip
        done = factx("collect", path, ARTICLES)
        assert done.stdout.endswith("8 unchanged), 7 people, 30 claims, 5 disagreements\n")

    def test_two_at_once_are_told_so(self, factx, tmp_path: Path) -> None:
        path = tmp_path / "a.db"
        with database.alone(str(path)), closing(Writer(str(path))):
            done = factx("collect", path, ARTICLES)
        assert done.exit_code == 2
        assert "a.db: another factx collect is writing to it (wait until that is done, or end it)" in done.stderr
        assert factx("collect", path, ARTICLES).exit_code == 0

    def test_readers_are_not_held_up(self, factx, made: Path, tmp_path: Path) -> None:
        path = tmp_path / "a.db"
        shutil.copy(made, path)
        with closing(Writer(str(path))) as writer:
            writer.connection.execute("BEGIN IMMEDIATE")
            assert factx("--count", path).exit_code == 0

    def test_a_batch_is_committed_in_time_however_small(self, tmp_path: Path, monkeypatch) -> None:
        from factx import extract
        from factx.collection.rows import rows_of

        path = str(tmp_path / "a.db")
        with closing(Writer(path)) as writer:
            now = time.monotonic()
            writer.add(rows_of(extract("It rose 3%.", id="a"), "", "", "1 {}"))
            assert rows(Path(path), "SELECT count(*) FROM documents") == [(0,)]
            monkeypatch.setattr(time, "monotonic", lambda: now + 2)
            writer.add(rows_of(extract("It rose 3%.", id="b"), "", "", "1 {}"))
            assert rows(Path(path), "SELECT count(*) FROM documents") == [(2,)]


class TestRefused:
    def test_a_file_that_is_no_database(self, factx, tmp_path: Path) -> None:
        done = factx("collect", ARTICLES / "05-sport.txt", ARTICLES)
        assert done.exit_code == 2
        assert "not a database (name the collection first: factx collect news.db FILE...)" in done.stderr

    def test_another_database(self, factx, tmp_path: Path) -> None:
        with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
            connection.execute("CREATE TABLE things (id)")
        for command in (["collect", tmp_path / "other.db", ARTICLES], [tmp_path / "other.db"]):
            done = factx(*command)
            assert done.exit_code == 2
            assert "other.db: an SQLite database, but no collection (factx collect makes one)" in done.stderr

    def test_a_collection_of_another_version(self, factx, made: Path, tmp_path: Path) -> None:
        shutil.copy(made, tmp_path / "old.db")
        with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
            connection.executescript("UPDATE about SET value = 'factx-collection/0' WHERE key = 'schema'")
        done = factx(tmp_path / "old.db")
        assert done.exit_code == 2
        assert "a collection of another version, factx-collection/0" in done.stderr

    def test_the_collection_as_its_own_input(self, factx, made: Path) -> None:
        assert "is the collection itself" in factx("collect", made, made).stderr


class TestInTheFolderThatItReads:
    @pytest.mark.parametrize("name", ["news.db", "news.txt", "news"])
    @pytest.mark.parametrize("options", [(), ("--glob", "*"), ("--glob", "*", "--jobs", "2")])
    def test_it_neither_reads_itself_nor_speaks_of_it(self, factx, tmp_path: Path, name: str, options) -> None:
        folder = tmp_path / "in"
        shutil.copytree(ARTICLES, folder)
        for came in ("8 new, 0 changed, 0 unchanged", "0 new, 0 changed, 8 unchanged"):
            done = factx("collect", *options, folder / name, folder)
            assert (done.exit_code, done.stderr) == (0, "")
            assert f"8 documents ({came})" in done.stdout
        assert sorted(path.name for path in folder.glob("news*")) == [name]

    def test_by_another_name_of_the_folder(self, factx, tmp_path: Path) -> None:
        shutil.copytree(ARTICLES, tmp_path / "in")
        (tmp_path / "link").symlink_to(tmp_path / "in")
        done = factx("collect", tmp_path / "link" / "news.db", "--glob", "*", f"{tmp_path}/in/../in/")
        assert (done.exit_code, done.stderr, "8 documents" in done.stdout) == (0, "", True)

    def test_what_is_called_like_it_is_read(self, factx, tmp_path: Path) -> None:
        shutil.copytree(ARTICLES, tmp_path / "in")
        for name in ("news.db.txt", "old/news.db-shm", "news.db-notes"):
            (tmp_path / "in" / name).parent.mkdir(exist_ok=True)
            (tmp_path / "in" / name).write_text("It rose 3%.")
        done = factx("collect", tmp_path / "in" / "news.db", "--glob", "*", tmp_path / "in")
        assert (done.exit_code, done.stderr, "11 documents" in done.stdout) == (0, "", True)

    def test_another_collection_there_is_read_where_it_is_asked_for(self, factx, made: Path, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        shutil.copy(made, tmp_path / "in" / "old.db")
        done = factx("collect", tmp_path / "in" / "news.db", "--glob", "*.db", tmp_path / "in")
        assert (done.exit_code, done.stderr, "8 documents" in done.stdout) == (0, "", True)
        assert factx("--count", "--glob", "*.db", tmp_path / "in").stdout.count("\n") == 18
        checked = factx("check", ARTICLES / "01-council-vote.txt", "--glob", "*.db", "--against", tmp_path / "in")
        assert "04-transcript.txt" in checked.stdout


def test_parquet_has_the_same_tables_and_the_facts_as_on_spark(factx, made: Path, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    done = factx("collect", made, "--to-parquet", tmp_path / "out")
    assert done.exit_code == 0
    for table in ("documents", "people", "mentions", "dates", "percentages", "claims", "disagreements"):
        there = pq.read_table(tmp_path / "out" / f"{table}.parquet").to_pylist()
        assert [tuple(row.values()) for row in there] == rows(made, f"SELECT * FROM {table}"), table
    facts = pq.read_table(tmp_path / "out" / "facts.parquet").to_pylist()
    lines = list(map(json.loads, factx("-f", "jsonl", ARTICLES).stdout.splitlines()))
    assert [{key: row[key] for key in line} for row, line in zip(facts, lines, strict=True)] == lines
