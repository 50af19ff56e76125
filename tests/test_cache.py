"""Compiled grammars are cached between runs, and nothing depends on it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factx import cache as cache_module
from factx.cache import Cache
from factx.engine.frozen import freeze, thaw

KEY = ("a rule", 1)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a cache named "test"."""
    monkeypatch.setattr(cache_module, "__cached__", str(tmp_path / "deep" / "cache.cpython-311.pyc"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(Cache, "_opened", [])
    return Path(Cache("test", KEY).path or "")


def never() -> object:
    raise AssertionError("worked out again")


def test_a_frozen_pattern_matches_as_before() -> None:
    match = thaw(freeze("(?P<word> [a-c]+ ) x")).match("abcx")
    assert match is not None
    assert match["word"] == "abc"


def test_a_second_run_works_nothing_out(kept: Path) -> None:
    value = ({"may": frozenset({"month"})}, 1, "text")
    assert Cache("test", KEY).get("name", lambda: value) == value
    Cache.save()
    assert kept.exists()
    assert Cache("test", KEY).get("name", never) == value


def test_what_was_kept_for_another_key_is_not_used(kept: Path) -> None:
    Cache("test", KEY).get("name", lambda: "old")
    Cache.save()
    assert Cache("test", ("another rule", 1)).get("name", lambda: "new") == "new"


@pytest.mark.parametrize("damage", [b"", b"\x00", b"not marshal", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_as_none(kept: Path, damage: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(damage)
    assert Cache("test", KEY).get("name", lambda: "new") == "new"


def test_where_python_writes_no_bytecode_nothing_is_written(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    Cache("test", KEY).get("name", lambda: "new")
    Cache.save()
    assert not kept.exists()


def test_a_folder_that_cannot_be_written_is_no_error(kept: Path) -> None:
    kept.parent.write_text("a file where the folder should be")
    Cache("test", KEY).get("name", lambda: "new")
    Cache.save()
