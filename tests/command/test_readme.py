"""The README is true: each of its commands runs as written, and prints the output shown."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
SETS_UP = "python3 -m venv"
"""Commands that make an environment are run by .ci/run, in a fresh clone."""


TOOLS = re.compile(r"(?<![\w./-])(jq|mlr|csv(?:cut|grep|look|sort|stat)|sqlite-utils|duckdb)(?= )")


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(README.read_text("utf-8")) if kind == language]


def marked(commands: list[str]) -> list[Any]:
    """The commands, those marked that need a recipe's tools: .ci/run runs them again once it has installed these."""
    return [pytest.param(each, marks=pytest.mark.tools) if TOOLS.search(each) else each for each in commands]


def needs_tools(command: str) -> None:
    missing = sorted({tool for tool in TOOLS.findall(command) if not shutil.which(tool)})
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@pytest.fixture
def readers_folder(tmp_path):
    """A folder as a reader has it, with the seeds and the rules files that the README shows."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    for text in blocks("toml"):
        name = text.partition("\n")[0].removeprefix("# ")
        if name != "factx.toml":
            (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("block", marked([block for block in blocks("sh") if SETS_UP not in block]))
def test_commands_run_as_written(shell, readers_folder, block):
    needs_tools(block)
    done = shell(f"set -euo pipefail; {block}")
    assert (done.returncode, done.stderr) == (0, "")
    made = [path for path in readers_folder.iterdir() if path.suffix in (".csv", ".db", ".html", ".json", ".jsonl")]
    assert done.stdout or made
    assert all(path.stat().st_size for path in made)


LINES = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("factx ")]


@pytest.mark.parametrize(
    "line", marked([line for line in LINES if not (line.endswith("do") or re.search(r"> |news|facts\.db", line))])
)
def test_every_line_of_a_recipe_prints_something(shell, readers_folder, line):
    needs_tools(line)
    assert shell(line).stdout.count("\n") > 0


def test_what_is_shown_of_a_session_is_what_is_printed(shell, readers_folder, request):
    shown = blocks("console")
    sessions = ["".join(transcript(shell, block)) for block in shown]
    if request.config.getoption("--update-golden"):
        text = README.read_text("utf-8")
        for before, now in zip(shown, sessions, strict=True):
            text = text.replace(f"```console\n{before}```", f"```console\n{now}```")
        README.write_text(text, "utf-8")
        shown = blocks("console")
    assert shown == sessions


def transcript(shell: Any, block: str) -> Iterator[str]:
    """The commands of a session, each with its present output."""
    for line in block.splitlines():
        if line.startswith("$ "):
            done = shell(line[2:])
            assert (done.returncode, done.stderr) == (0, "")
            yield f"{line}\n{done.stdout}"


def test_the_configuration_shown_is_one(shell, readers_folder):
    [text] = [text for text in blocks("toml") if text.startswith("# factx.toml")]
    (readers_folder / "factx.toml").write_text(text, "utf-8")
    done = shell("echo 'In 2:21-cr-00045 on Monday, 3%.' | factx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Case  1" in done.stdout
    assert "Percentages" not in done.stdout


def test_the_set_up_commands_are_those_that_ci_runs():
    wanted = [block.strip() for block in blocks("sh") if SETS_UP in block]
    assert len(wanted) == 2
    assert [line for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines() if SETS_UP in line] == wanted


def test_the_table_is_the_one_that_is_printed(factx, monkeypatch, request):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    printed = factx("--format", "table", "--where", "line>=19", "seeds/").stdout
    table = "\n".join(line.rstrip() for line in printed.strip().split("\n")) + "\n"
    [shown] = blocks("text")
    if request.config.getoption("--update-golden"):
        README.write_text(README.read_text("utf-8").replace(f"```text\n{shown}```", f"```text\n{table}```"), "utf-8")
        [shown] = blocks("text")
    assert shown == table


def test_the_fact_is_one_that_is_printed(factx, monkeypatch, request):
    monkeypatch.chdir(ROOT)
    facts = [json.loads(line) for line in factx("--format", "jsonl", "seeds/").stdout.splitlines()]
    [shown] = blocks("json")
    if request.config.getoption("--update-golden"):
        fact = next(fact for fact in facts if fact["kind"] == "percentage")
        parts = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in fact.items()]
        lines = [", ".join(parts[:7]), ", ".join(parts[7:14]), ", ".join(parts[14:])]
        text = "{" + ",\n ".join(lines) + "}\n"
        README.write_text(README.read_text("utf-8").replace(f"```json\n{shown}```", f"```json\n{text}```"), "utf-8")
        [shown] = blocks("json")
    assert json.loads(shown) in facts


@pytest.mark.parametrize("block", blocks("python"))
def test_python_runs(block):
    done = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
