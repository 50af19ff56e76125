"""The contributor's page is true: its commands run, what it names is there, and its example is a rule."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from test_readme import BLOCK, SETS_UP

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
BLOCKS = [text for kind, text in BLOCK.findall(PAGE) if kind == "sh"]
LINTS = ("ruff check", "mypy")
"""Slow commands, which .ci/run runs."""

Shell = Callable[..., CompletedProcess[str]]


@pytest.fixture
def clone(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A shell in a folder like a fresh clone; its pytest collects tests, but runs none."""
    for name in ("factx", "tests", "seeds", "pyproject.toml", "README.md", ".github", ".ci"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name, module in (("python", ""), ("pytest", "-m pytest")):
        command = tmp_path / "bin" / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {module} "$@"\n')
        command.chmod(0o755)
    options = "--collect-only -n 0 -p no:cacheprovider -p no:hypothesispytest"
    return lambda line: shell(f"export PYTEST_ADDOPTS='{options}'; set -euo pipefail; {line}")


@pytest.mark.parametrize("block", [block for block in BLOCKS if SETS_UP not in block and "mypy" not in block])
def test_commands_run_as_written(clone: Shell, block: str) -> None:
    done = clone(block)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_lint_and_types_are_those_that_ci_runs() -> None:
    shown = [line for block in BLOCKS for line in block.splitlines() if line.startswith(LINTS)]
    ran = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert shown == list(LINTS)
    assert [f".venv/bin/{line}" in ran for line in shown] == [True, True]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:factx|tests)/[\w./-]+)`", PAGE))))
def test_what_it_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_folder_has_its_line() -> None:
    named = set(re.findall(r"^\| `(\w+)/` \|", PAGE, re.MULTILINE))
    assert named == {path.parent.name for path in (ROOT / "factx").glob("*/__init__.py")}


def test_the_rule_shown_is_one() -> None:
    [shown] = [text for kind, text in BLOCK.findall(PAGE) if kind == "python"]
    source = (ROOT / "factx" / "extract" / "dates" / "named.py").read_text("utf-8")
    lines = [line.strip() for line in shown.splitlines()]
    assert [line for line in lines if not line.startswith(("examples", "rejects")) and line not in source] == []


def test_the_claims_shown_are_those_found() -> None:
    import factx

    [text, *claims] = next(text for kind, text in BLOCK.findall(PAGE) if kind == "text").splitlines()
    found = factx.extract(text, kinds={"claim"}).claims
    assert [f"    {claim.value_text} [{claim.stance}]" for claim in found] == claims
