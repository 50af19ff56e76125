"""Compiled rules are kept between runs or come with the package, and nothing depends on it."""

from __future__ import annotations

import ast
import copyreg
import marshal
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import regex

import factx
from factx import cache as cache_module
from factx import expressions
from factx.cache import Cache
from factx.engine import frozen

KEY = ("a rule", 1)
HOUR = 3600


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation, and a user's cache folder."""
    monkeypatch.setattr(cache_module, "__cached__", str(tmp_path / "deep" / "cache.cpython-311.pyc"))
    monkeypatch.setattr(cache_module, "BUILT", str(tmp_path / "built"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(Cache, "_opened", [])
    cache_module.stamp.cache_clear()


def never() -> object:
    raise AssertionError("worked out again")


def written(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)).split(".")[0] for path in folder.rglob("*") if path.is_file())


def test_a_second_run_works_nothing_out(tmp_path: Path) -> None:
    value = ({"may": frozenset({"month"})}, 1, "text")
    assert Cache("test", KEY).get("name", lambda: value) == value
    Cache.save()
    assert written(tmp_path) == ["deep/test"]
    assert Cache("test", KEY).get("name", never) == value


def test_what_was_kept_for_another_key_is_not_used() -> None:
    Cache("test", KEY).get("name", lambda: "old")
    Cache.save()
    assert Cache("test", ("another rule", 1)).get("name", lambda: "new") == "new"


def test_what_was_kept_before_a_file_changed_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("one")
    Cache("test", KEY, [str(file)]).get("name", lambda: "old")
    Cache.save()
    assert Cache("test", KEY, [str(file)]).get("name", never) == "old"
    file.write_text("two")
    os.utime(file, (time.time() + 9, time.time() + 9))
    cache_module.stamp.cache_clear()
    assert Cache("test", KEY, [str(file)]).get("name", lambda: "new") == "new"


@pytest.mark.parametrize("damage", [b"", b"\x00", b"not marshal", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_as_none(tmp_path: Path, damage: bytes) -> None:
    for path in (*Cache("test", KEY).paths(), cache_module.built_path("test")):
        Path(path).parent.mkdir(parents=True)
        Path(path).write_bytes(damage)
    assert Cache("test", KEY).get("name", lambda: "new") == "new"


def test_where_python_writes_no_bytecode_the_user_s_folder_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    Cache("test", KEY).get("name", lambda: "new")
    Cache.save()
    assert written(tmp_path) == ["xdg/factx/test"]
    assert Cache("test", KEY).get("name", never) == "new"


def test_so_it_is_where_the_package_cannot_be_written_and_else_nowhere(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "deep").write_text("a file where the folder should be")
    Cache("test", KEY).get("name", lambda: "new")
    Cache.save()
    assert written(tmp_path) == ["deep", "xdg/factx/test"]
    (tmp_path / "xdg/factx").rename(tmp_path / "elsewhere")
    (tmp_path / "xdg/factx").write_text("a file here too")
    Cache("test", KEY).get("name", lambda: "new")
    Cache.save()
    assert Cache("test", KEY).get("name", lambda: "newer") == "newer"
    assert capfd.readouterr() == ("", "")


def test_one_s_own_rules_are_kept_in_the_user_s_folder_alone(tmp_path: Path) -> None:
    Cache("test", KEY, own=True).get("name", lambda: "mine")
    Cache.build(str(tmp_path / "built"))
    Cache.save()
    assert written(tmp_path) == ["xdg/factx/test"]
    assert Cache("test", KEY, own=True).get("name", never) == "mine"


class TestWhatIsBuilt:
    """Values that come with the package."""

    @pytest.fixture
    def words(self, tmp_path: Path) -> Path:
        """A file of the package, installed after its values were built from one with another time."""
        file = tmp_path / "words.txt"
        file.write_text("one")
        Cache("test", KEY, [str(file)]).get("name", lambda: "built")
        Cache.build(str(tmp_path / "built"))
        os.utime(file, (0, 0))
        cache_module.stamp.cache_clear()
        Cache._opened.clear()
        return file

    def test_nothing_is_worked_out(self, tmp_path: Path, words: Path) -> None:
        assert Cache("test", KEY, [str(words)]).get("name", never) == "built"
        Cache.save()
        assert written(tmp_path / "built") == ["test"]
        assert not (tmp_path / "deep").exists()

    def test_what_it_lacks_is_kept_beside_it(self, words: Path) -> None:
        Cache("test", KEY, [str(words)]).get("another", lambda: "kept")
        Cache.save()
        store = Cache("test", KEY, [str(words)])
        assert (store.get("name", never), store.get("another", never)) == ("built", "kept")

    @pytest.mark.parametrize(("text", "later"), [("three", 0), ("two", 2 * HOUR)])
    def test_it_does_not_fit_a_file_that_was_changed_since(self, words: Path, text: str, later: int) -> None:
        words.write_text(text)
        os.utime(words, (time.time() + later, time.time() + later))
        cache_module.stamp.cache_clear()
        assert Cache("test", KEY, [str(words)]).get("name", lambda: "new") == "new"


class TestPatterns:
    """What `regex` and `re` compile to is for one release, and is tried out before it is kept."""

    SOURCE = "(?P<word> [a-c]+ ) x"

    @pytest.fixture(autouse=True)
    def anew(self) -> None:
        frozen._can_rebuild.cache_clear()
        frozen._rebuilding.cache_clear()

    def fits(self, data: bytes) -> bool:
        match = frozen.thaw(data).match("abcx")
        return match is not None and match["word"] == "abc"

    def test_a_frozen_pattern_matches_as_before(self) -> None:
        data = frozen.freeze(self.SOURCE)
        assert marshal.loads(data)[1] is not None
        assert self.fits(data)

    def test_both_halves_of_regex_give_the_same(self) -> None:
        pattern = regex.compile(frozen._PROBE, regex.VERBOSE)
        assert len(frozen._hits(pattern)) > 3
        assert frozen._can_rebuild()

    @pytest.mark.parametrize("change", ["no data", "another function", "no half in C", "another pattern"])
    def test_a_release_of_regex_with_other_insides_compiles(
        self, monkeypatch: pytest.MonkeyPatch, change: str
    ) -> None:
        kind = type(regex.compile("a"))
        reduce = copyreg.dispatch_table[kind]
        if change == "no data":
            monkeypatch.delitem(copyreg.dispatch_table, kind)
        elif change == "another function":
            monkeypatch.setitem(copyreg.dispatch_table, kind, lambda pattern: (regex.compile, (pattern.pattern,)))
        elif change == "no half in C":
            monkeypatch.setattr(frozen, "_MATCHER", None)
        else:
            other = regex.compile("b(?P<a>x)(?P<d>y)")
            monkeypatch.setitem(copyreg.dispatch_table, kind, lambda pattern: reduce(other))
        data = frozen.freeze(self.SOURCE)
        assert marshal.loads(data) == (self.SOURCE, None)
        assert self.fits(data)

    def test_so_it_does_where_data_cannot_be_read_after_all(self, monkeypatch: pytest.MonkeyPatch) -> None:
        data = frozen.freeze(self.SOURCE)

        def refuse(*arguments: object) -> object:
            raise TypeError(arguments)

        rebuilding: Callable[[], object]
        for rebuilding in (lambda: None, lambda: refuse):
            monkeypatch.setattr(frozen, "_rebuilding", rebuilding)
            assert self.fits(data)

    @pytest.mark.parametrize("source", [r"(?P<a>x+)|(?<=b)\w*[c-é]", "", r"(a)(?(1)b|c)"])
    def test_a_program_of_re_is_that_of_the_pattern(self, source: str) -> None:
        data = expressions.freeze(source, re.IGNORECASE)
        assert marshal.loads(data)[2] is not None
        assert expressions.thaw(data) == re.compile(source, re.IGNORECASE)

    def test_another_program_is_not_taken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        program = expressions._program("b")
        monkeypatch.setattr(expressions, "_program", lambda source, flags: program)
        data = expressions.freeze("a")
        assert marshal.loads(data)[2] is None
        assert expressions.thaw(data) == re.compile("a")

    @pytest.mark.parametrize(
        ("source", "text", "found"),
        [
            ("(?:ab?c)*+a", "abca", ["abca"]),
            ("(?P<last>ab?c)++a", "acabca", ["abc"]),
            ("x(?:ab?c){1,2}+a|(?:d|ef)?+e", "xacaee", ["xaca", "e", "e"]),
            ("(?:(?:ab?c)?+a)?+b", "ab ac abcab", ["ab", "abcab"]),
            ("(?:ab|a)*+b", "aab", ["b"]),  # what was taken is not given back
        ],
    )
    def test_a_python_that_loses_matches_of_repeated_groups_finds_them(
        self, monkeypatch: pytest.MonkeyPatch, source: str, text: str, found: list[str]
    ) -> None:
        monkeypatch.setattr(expressions, "LOSES", True)
        data = expressions.freeze(source)
        assert marshal.loads(data)[2] is not None
        pattern = expressions.thaw(data)
        assert pattern != re.compile(source)
        assert pattern.findall(text) == found

    def test_those_that_do_not_run_the_pattern_as_it_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(expressions, "LOSES", False)
        source = "(?:ab?c)*+a"
        assert expressions.thaw(expressions.freeze(source)) == re.compile(source)

    def test_what_repeats_a_group_possessively_is_compiled_by_factx(self) -> None:
        """`re` of an early Python 3.11 runs it wrongly."""
        repeated = re.compile(r"\)(?:[*+?]|\{\d*,?\d*\})\+")
        found = [
            f"{path.name}: {ast.unparse(call)}"
            for path in Path(factx.__file__).parent.rglob("*.py") if path.name != "expressions.py"
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("re.")
            and any(repeated.search(ast.unparse(argument)) for argument in call.args)
        ]
        assert found == []
