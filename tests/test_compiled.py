"""Compiled patterns are kept between runs, and nothing depends on it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factx import compiled
from factx.compiled import Store

SOURCE = "(?P<word> [a-c]+ ) x"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a store named "test" keeps its patterns."""
    monkeypatch.setattr(compiled, "__cached__", str(tmp_path / "deep" / "compiled.cpython-311.pyc"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(Store, "_opened", [])
    return Path(Store("test").path or "")


def compiles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that are compiled anew from here on."""
    seen: list[str] = []
    compile_ = compiled.regex.compile
    monkeypatch.setattr(compiled.regex, "compile", lambda *a, **k: (seen.append(a[0]), compile_(*a, **k))[1])
    return seen


def test_a_second_run_compiles_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store("test").compile(SOURCE)
    Store.save()
    assert kept.exists()
    seen = compiles(monkeypatch)
    match = Store("test").compile(SOURCE).match("abcx")
    assert match is not None
    assert match["word"] == "abc"
    assert seen == []


@pytest.mark.parametrize("damage", [b"", b"\x00", b"not marshal", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_compiled_anew(kept: Path, damage: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(damage)
    assert Store("test").compile(SOURCE).match("abcx") is not None


def test_where_python_writes_no_bytecode_nothing_is_written(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    Store("test").compile(SOURCE)
    Store.save()
    assert not kept.exists()


def test_a_folder_that_cannot_be_written_is_no_error(kept: Path) -> None:
    kept.parent.write_text("a file where the folder should be")
    Store("test").compile(SOURCE)
    Store.save()
