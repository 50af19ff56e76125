"""The package as it is handed out: its metadata, its two archives, and both installed where nothing else is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Sequence
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest

pytest.importorskip("hatchling")
ROOT = Path(__file__).parents[1]
BUILD = "import sys; from hatchling.build import build_sdist, build_wheel; build_{0}(sys.argv[1])"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def run(command: Sequence[str | Path], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, as someone would who has none of this project's settings."""
    known = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV", "COLUMNS")}
    return subprocess.run(
        [str(part) for part in command], cwd=folder, env={**known, **environment}, capture_output=True, text=True
    )


def built(kind: str, source: Path, place: Path) -> Path:
    """An archive made from the sources in a folder."""
    done = run([sys.executable, "-P", "-c", BUILD.format(kind), place], source)
    assert done.returncode == 0, done.stderr
    [archive] = place.iterdir()
    return archive


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as packed:
        [name] = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
        return message_from_string(packed.read(name).decode())


class TestMetadata:
    def test_an_index_can_show_it(self, metadata: Message) -> None:
        assert metadata["Name"] == "factx"
        assert metadata["Author"] == "The factx authors"
        assert metadata["License-Expression"] == "MIT"
        assert metadata["Requires-Python"] == ">=3.11"
        assert "fact-checking" in metadata["Keywords"]
        assert metadata["Description-Content-Type"] == "text/markdown"
        assert metadata.get_payload() == (ROOT / "README.md").read_text("utf-8")

    def test_it_says_what_it_runs_on(self, metadata: Message) -> None:
        classifiers = metadata.get_all("Classifier", [])
        known = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("Programming Language")]
        assert [version for version in VERSIONS if version not in known] == []
        for topic in ("Development Status", "Operating System", "Topic", "Typing :: Typed"):
            assert any(each.startswith(topic) for each in classifiers), topic

    def test_its_classifiers_are_known_ones(self, metadata: Message) -> None:
        known = pytest.importorskip("trove_classifiers").classifiers
        assert set(metadata.get_all("Classifier", [])) <= known

    def test_the_three_that_it_needs_are_all(self) -> None:
        assert sorted(name.partition(">")[0] for name in PROJECT["dependencies"]) == ["click", "regex", "rich"]


def test_the_sources_make_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as packed:
        packed.extractall(tmp_path, filter="data")
    [sources] = tmp_path.iterdir()
    (tmp_path / "again").mkdir()
    again = built("wheel", sources, tmp_path / "again")
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())
        for name in ("factx/lexicon/verbs.txt", "factx/py.typed", "factx/render/html/report.css"):
            assert one.read(name) == other.read(name)


def article(folder: Path) -> list[str]:
    (folder / "a.txt").write_text("Ann Lee said on 2020-08-16 that prices rose 3%.\n")
    return ["-f", "tsv", "--fields", "kind,value", "--no-header", "a.txt"]


FACTS = ["claim\tAnn Lee – said – that prices rose 3%", "person\tAnn Lee", "date\t2020-08-16", "percentage\t3%"]


def needs_packages(done: subprocess.CompletedProcess[str]) -> None:
    """Skip where the packages that factx needs can't be had."""
    told = done.stdout + done.stderr
    if done.returncode and any(word in told for word in ("No matching distribution", "Could not find", "resolve host")):
        pytest.skip("no index of packages here")
    assert done.returncode == 0, told


class TestInstalled:
    """In an environment that has nothing else, away from the sources."""

    def check(self, command: Path, folder: Path) -> None:
        done = run([command, *article(folder)], folder)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines() == FACTS
        assert run([command, "--version"], folder).stdout.startswith("factx ")
        shown = run([command, "-f", "table", "a.txt"], folder, COLUMNS="80").stdout
        assert shown.splitlines()[-1] == "1 document: 1 date, 1 mention of 1 person, 1 percentage, 1 claim"

    def test_by_pip(self, wheel: Path, tmp_path: Path) -> None:
        run([sys.executable, "-m", "venv", tmp_path / "env"], tmp_path)
        needs_packages(run([tmp_path / "env" / "bin" / "pip", "install", "-q", wheel], tmp_path))
        self.check(tmp_path / "env" / "bin" / "factx", tmp_path)
        assert (tmp_path / "env" / "share" / "man" / "man1" / "factx.1").exists()
        done = run([tmp_path / "env" / "bin" / "python", "-c", "import factx; print(factx.extract('3%').facts[0].low)"],
                   tmp_path)  # fmt: skip
        assert done.stdout == "3.0\n"

    @pytest.mark.parametrize("tool", ["pipx", "uv"])
    def test_as_a_tool(self, wheel: Path, tmp_path: Path, tool: str) -> None:
        path = shutil.which(tool, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        if path is None:
            pytest.skip(f"{tool} is not installed")
        places = {
            "pipx": {"PIPX_HOME": "home", "PIPX_BIN_DIR": "bin", "PIPX_MAN_DIR": "man"},
            "uv": {"UV_TOOL_DIR": "home", "UV_TOOL_BIN_DIR": "bin", "UV_PYTHON": sys.executable},
        }[tool]
        environment = {name: str(tmp_path / place) for name, place in places.items()}
        words = [path, "install", wheel] if tool == "pipx" else [path, "tool", "install", "-q", wheel]
        needs_packages(run(words, tmp_path, **environment))
        self.check(tmp_path / "bin" / "factx", tmp_path)
