"""The README is true: each of its commands runs as written, and what it shows is what they print."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
SETS_UP = "python3 -m venv"
"""Commands that make an environment are run by .ci/run, in a fresh clone."""


def blocks(language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(README.read_text("utf-8")) if kind == language]


@pytest.mark.parametrize("block", [block for block in blocks("sh") if SETS_UP not in block])
def test_commands_run_as_written(shell, tmp_path, block):
    for tool in ("jq",):
        if re.search(rf"\b{tool}\b", block) and not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    done = shell(f"set -euo pipefail; {block}")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    made = [path for path in tmp_path.iterdir() if path.suffix in (".csv", ".json", ".jsonl")]
    assert all(path.stat().st_size for path in made)


def test_every_line_of_a_recipe_prints_something(shell, tmp_path):
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    recipes = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("factx ")]
    for line in recipes:
        part_of_more = line.endswith("do") or ">" in line or "news" in line
        if not part_of_more and ("jq" not in line or shutil.which("jq")):
            assert shell(line).stdout.count("\n") > 0, line


def test_the_set_up_commands_are_those_that_ci_runs():
    wanted = [block.strip() for block in blocks("sh") if SETS_UP in block]
    assert len(wanted) == 2
    assert [line for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines() if SETS_UP in line] == wanted


def test_the_table_is_the_one_that_is_printed(factx, monkeypatch, request):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "118")
    table = "\n".join(line.rstrip() for line in factx("--format", "table", "seeds/").stdout.strip().split("\n")) + "\n"
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
