"""What a wheel brings: where nothing can be written, a start compiles neither rules nor modules."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling")
ROOT = Path(__file__).parents[1]
BUILD = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
STRICT = """
import sys
from importlib.machinery import SourceFileLoader
from factx.cache import Cache

def get(self, name, compute):
    return self._built[name]

def source_to_code(self, data, path, **options):
    raise AssertionError(f"{path} has no bytecode")

Cache.get = get
SourceFileLoader.source_to_code = source_to_code
from factx import pipeline
from factx.command import cli
cli.main(sys.argv[1:], standalone_mode=False)
assert "regex" not in sys.modules
"""
"""Runs factx, and takes what is worked out from what came with the package or not at all."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what is in the wheel."""
    place = tmp_path_factory.mktemp("wheel")
    done = subprocess.run([sys.executable, "-P", "-c", BUILD, str(place)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    [wheel] = place.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place / "site")
    return place / "site"


@pytest.mark.parametrize(
    "command",
    [["-f", "html", "seeds"], ["-f", "table", "seeds"], ["--only", "percentages", "--ratios", "--json", "seeds"],
     ["rules", "iso-date"], ["syntax", "seeds"]],
    ids=" ".join,
)  # fmt: skip
def test_a_start_works_nothing_out(installed: Path, command: list[str], factx) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "100"}
    run = [sys.executable, "-P", "-c", STRICT, *command]
    done = subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.replace(str(installed), "") == factx(*command).stdout
    assert not list(installed.rglob("*.cache"))


def test_another_python_or_regex_works_it_out(installed: Path) -> None:
    """What was built for one is of no use to another, and does no harm."""
    script = (
        "from factx.engine import frozen\n"
        "from factx import expressions, pipeline\n"
        "frozen.VERSION = ('regex', 'another', 1)\n"
        "expressions.VERSION = ('another', 4)\n"
        "from factx.extract.dates import grammar\n"
        "assert grammar._cache._built == {}\n"
        "print([fact.value for fact in pipeline.extract('It was in May 2020.', kinds={'date'}).facts])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(installed), "XDG_CACHE_HOME": os.devnull}
    done = subprocess.run([sys.executable, "-P", "-c", script], env=environment, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("['2020-05']\n", "")
