"""What grammars work out is kept between runs, and nothing depends on it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factx import cache as kept_module
from factx.cache import Store
from factx.engine.frozen import freeze, thaw

KEY = ("a rule", 1)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a store named "test" keeps what it has."""
    monkeypatch.setattr(kept_module, "__cached__", str(tmp_path / "deep" / "kept.cpython-311.pyc"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(Store, "_opened", [])
    return Path(Store("test", KEY).path or "")


def never() -> object:
    raise AssertionError("worked out again")


def test_a_frozen_pattern_matches_as_before() -> None:
    match = thaw(freeze("(?P<word> [a-c]+ ) x")).match("abcx")
    assert match is not None
    assert match["word"] == "abc"


def test_a_second_run_works_nothing_out(kept: Path) -> None:
    value = ({"may": frozenset({"month"})}, 1, "text")
    assert Store("test", KEY).get("name", lambda: value) == value
    Store.save()
    assert kept.exists()
    assert Store("test", KEY).get("name", never) == value


def test_what_was_kept_for_another_key_is_not_used(kept: Path) -> None:
    Store("test", KEY).get("name", lambda: "old")
    Store.save()
    assert Store("test", ("another rule", 1)).get("name", lambda: "new") == "new"


@pytest.mark.parametrize("damage", [b"", b"\x00", b"not marshal", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_as_none(kept: Path, damage: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(damage)
    assert Store("test", KEY).get("name", lambda: "new") == "new"


def test_where_python_writes_no_bytecode_nothing_is_written(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    Store("test", KEY).get("name", lambda: "new")
    Store.save()
    assert not kept.exists()


def test_a_folder_that_cannot_be_written_is_no_error(kept: Path) -> None:
    kept.parent.write_text("a file where the folder should be")
    Store("test", KEY).get("name", lambda: "new")
    Store.save()
