"""Modules whose code is together in a file are imported as from their sources."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from factx import bundle
from factx.cache import stamp


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A package of two modules, and its sources by their names."""
    package = tmp_path / "parts"
    package.mkdir()
    (package / "__init__.py").write_text("FIRST = 1\n")
    (package / "second.py").write_text("def fail():\n    raise ValueError(FIRST)\nfrom parts import FIRST\n")
    monkeypatch.setattr(bundle, "_ABOVE", str(tmp_path))
    for name in ("parts", "parts.second"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    stamp.cache_clear()
    return {"parts": str(package / "__init__.py"), "parts.second": str(package / "second.py")}


def found(path: Path, sources: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> bundle.Bundle:
    """The finder of a file with these modules, as the one that Python asks first."""
    path.write_bytes(bundle.bundled([{name: source} for name, source in sources.items()]))
    finder = bundle.Bundle(str(path))
    monkeypatch.setattr(sys, "meta_path", [finder, *sys.meta_path])
    return finder


def test_a_module_is_as_from_its_source(sources, tmp_path, monkeypatch):
    found(tmp_path / "code", sources, monkeypatch)
    import parts.second

    assert (parts.FIRST, parts.__path__) == (1, [os.path.dirname(sources["parts"])])
    assert (parts.second.__file__, parts.second.__package__) == (sources["parts.second"], "parts")
    assert parts.second.__loader__.get_source("parts.second").startswith("def fail")
    assert type(parts.__loader__) is type(parts.second.__loader__) is bundle.Bundled
    with pytest.raises(ValueError, match="1") as failed:
        parts.second.fail()
    assert str(failed.traceback[-1].path) == sources["parts.second"]


def test_a_source_that_is_changed_is_imported_as_usual(sources, tmp_path, monkeypatch):
    finder = found(tmp_path / "code", sources, monkeypatch)
    assert finder.find_spec("parts.second", None) is not None
    Path(sources["parts"]).write_text("FIRST = 2  # another size\n")
    later = os.stat(sources["parts.second"]).st_mtime + 4000 * 10
    os.utime(sources["parts.second"], (later, later))
    stamp.cache_clear()
    assert finder.find_spec("parts", None) is finder.find_spec("parts.second", None) is None


def test_modules_of_others_are_not_looked_for(sources, tmp_path, monkeypatch):
    assert found(tmp_path / "code", sources, monkeypatch).find_spec("parts.third", None) is None


def test_the_code_of_another_python_is_left_alone(sources, tmp_path, monkeypatch):
    monkeypatch.setattr(bundle, "MAGIC_NUMBER", b"other")
    (tmp_path / "code").write_bytes(bundle.bundled([sources]))
    monkeypatch.undo()
    assert bundle.Bundle(str(tmp_path / "code")).find_spec("parts", None) is None
