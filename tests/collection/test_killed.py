"""factx collect killed at any moment, by the system's hardest signal: what comes of the next run is as without."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factx.collection import database, writing

ARTICLES = Path(__file__).parents[1] / "questions" / "articles"
MOMENTS = 10
SEED = 20
STEP = 40
"""After so many instructions of SQLite's machine the time is looked at."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many transactions, each of several documents."""
    monkeypatch.setattr(writing, "MOST", 3)


def source(path: Path, *, earlier: bool = False) -> Path:
    """Sixteen articles that contradict one another; as they were earlier, some differ and the last are missing."""
    texts = [file.read_text("utf-8") for file in sorted(ARTICLES.iterdir())]
    lines = []
    for number in range(11 if earlier else 16):
        text = texts[number % 8].replace("Norwell", f"Nor{number // 8}")
        text = text.replace("Ann Lee", "Zoe Park") if earlier and number % 3 == 0 else text
        lines.append(json.dumps({"id": f"d{number}", "text": text}))
    path.write_text("\n".join(lines), "utf-8")
    return path


class Clock:
    """Counts the steps of SQLite in this process, and what is being done; at the last step it kills the process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, last: int | None, told: int | None = None) -> None:
        self.steps = 0
        self.last = last
        self.told = told
        self.doing = "writing"
        writable, unite, compare = database.writable, writing.unite, writing.compare

        def watched(path: str) -> sqlite3.Connection:
            connection = writable(path)
            connection.set_progress_handler(lambda: self.tick(connection), STEP)
            return connection

        monkeypatch.setattr(database, "writable", watched)
        monkeypatch.setattr(writing, "unite", lambda connection: self.at("uniting", unite, connection))
        monkeypatch.setattr(writing, "compare", lambda connection: self.at("comparing", compare, connection))

    def at(self, doing: str, act: Callable[[sqlite3.Connection], None], connection: sqlite3.Connection) -> None:
        self.doing = doing
        act(connection)

    def tick(self, connection: sqlite3.Connection) -> int:
        self.steps += 1
        if self.steps == self.last and self.told is not None:
            within = "within a transaction" if connection.in_transaction else "between transactions"
            os.write(self.told, f"{self.doing} {within}".encode())
            os.kill(os.getpid(), signal.SIGKILL)
        return 0


def killed(factx: Callable[..., Any], *command: Path | str, after: int) -> str:
    """Run a command in a process of its own that is killed after so many steps; what it was doing then."""
    heard, told = os.pipe()
    pid = os.fork()
    if pid == 0:
        with pytest.MonkeyPatch.context() as monkeypatch:
            Clock(monkeypatch, after, told)
            factx(*command)
            os._exit(0)
    os.close(told)
    with os.fdopen(heard) as said:
        doing = said.read()
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    return doing


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, once they are known to agree with one another and with the full-text indexes."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in writing.SEARCHED:
            connection.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' ORDER BY name"
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in connection.execute(names)}


def moments(steps: int) -> Iterator[int]:
    """Any moments at all, and some of the end, where people are united and what disagrees is found."""
    chance = random.Random(SEED)
    for number in range(MOMENTS):
        yield chance.randrange(1, steps) if number % 2 else chance.randrange(steps * 3 // 4, steps)


@pytest.mark.parametrize("again", [False, True], ids=["new", "brought up to date"])
def test_killed_at_random_moments_it_is_the_same_as_without(factx, tmp_path: Path, again: bool) -> None:
    command = ("collect", "--jobs", "1")
    whole = tmp_path / "whole.db"
    if again:
        assert factx(*command, whole, source(tmp_path / "news.jsonl", earlier=True)).exit_code == 0
    now = source(tmp_path / "news.jsonl")
    before = whole.read_bytes() if again else None
    with pytest.MonkeyPatch.context() as monkeypatch:
        clock = Clock(monkeypatch, None)
        assert factx(*command, whole, now).exit_code == 0
    expected = contents(whole)
    assert len(expected["disagreements"]) > 5
    doing: Counter[str] = Counter()
    for number, moment in enumerate(moments(clock.steps)):
        path = tmp_path / f"{number}.db"
        if before:
            path.write_bytes(before)
        doing[killed(factx, *command, path, now, after=moment)] += 1
        done = factx(*command, path, now)
        assert (done.exit_code, done.stderr) == (0, "")
        assert contents(path) == expected, moment
        assert sorted(each.name for each in tmp_path.glob(f"{number}.db*")) == [path.name]
    assert sum(doing.values()) == MOMENTS
    assert {"writing within a transaction", "uniting within a transaction"} <= doing.keys()


def test_killed_while_it_is_made_it_is_made_by_the_next_run(factx, tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with closing(sqlite3.connect(path)) as connection:  # what is left is a database without tables
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("VACUUM")
    assert path.stat().st_size
    assert "8 new" in factx("collect", path, ARTICLES).stdout
