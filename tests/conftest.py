"""Shared by all tests: golden files, and the command, run in this process or as a shell runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factx.command.cli import main

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew (then read the diff)")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """As many processes as there are cores for all tests, and this one alone for some of them."""
    some = config.option.keyword or config.option.markexpr or config.args != config.getini("testpaths")
    return 0 if some else len(os.sched_getaffinity(0))


@pytest.fixture(autouse=True)
def no_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No option is set by whoever runs the tests, and nothing is kept among their files."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "no-configuration"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    for name in [name for name in os.environ if name.startswith("FACTX_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares text with the golden file of that name, or writes it with --update-golden."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
        if not path.exists():
            pytest.fail(f"no golden file {name} yet: run pytest --update-golden, then read it", pytrace=False)
        assert text == path.read_text(encoding="utf-8"), "if meant: pytest --update-golden, then read the diff"

    return compare


@pytest.fixture
def factx(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command in this process: quick, its streams no terminal and its width a page's."""
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*args: str | Path, input: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=input, prog_name="factx")

    return run


@pytest.fixture
def shell(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """A line of bash in an empty directory, with this very `factx` on the PATH."""
    place = tmp_path / "bin"
    place.mkdir()
    command = place / "factx"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factx "$@"\n')
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{place}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        environment.pop(name, None)

    def run(line: str, **kwargs: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", line],
            **{"cwd": tmp_path, "env": environment, "text": True, "timeout": 60, "capture_output": True, **kwargs},
        )

    return run


KINDS = {"date": "dates", "person": "people", "percentage": "percentages", "claim": "claims"}


def pytest_itemcollected(item: pytest.Item) -> None:
    """`pytest -k claims` and the like select the tests near an area, the examples of its rules too."""
    parameters = getattr(item, "callspec", None)
    kind = parameters.params.get("kind") if parameters else None
    if isinstance(kind, str) and kind in KINDS:
        item.extra_keyword_matches.add(KINDS[kind])


@pytest.fixture
def lines_run() -> Callable[[Callable[[], object]], int]:
    """Counts the lines of Python that a call runs: work that can be compared where time can't."""
    def counted(call: Callable[[], object]) -> int:
        count = 0

        def traced(frame: FrameType, event: str, argument: object) -> Any:
            nonlocal count
            count += event == "line"
            return traced

        before = sys.gettrace()
        sys.settrace(traced)
        try:
            call()
        finally:
            sys.settrace(before)
        return count

    return counted
