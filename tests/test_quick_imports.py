"""The quicker imports of a start: the same modules, from the same files, as Python finds by itself."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

import factx
from factx.imports import OwnModules

PACKAGE = Path(factx.__file__).parent


@pytest.mark.parametrize("name", ["model", "engine", "engine.rules", "lexicon.names"])
def test_a_module_is_found_as_python_finds_it(name: str) -> None:
    folder = PACKAGE.joinpath(*name.split(".")[:-1])
    found = OwnModules.find_spec(f"factx.{name}", [str(folder)])
    usual = PathFinder.find_spec(f"factx.{name}", [str(folder)])
    assert found is not None
    assert usual is not None
    for attribute in ("name", "origin", "cached", "has_location", "submodule_search_locations", "parent"):
        assert getattr(found, attribute) == getattr(usual, attribute), attribute


@pytest.mark.parametrize("name", ["factx.no_such_module", "factx.lexicon.words", "email.message"])
def test_what_is_no_module_of_its_own_is_left_to_python(name: str) -> None:
    assert OwnModules.find_spec(name, [str(PACKAGE)]) is None


def test_what_is_imported_on_use_works() -> None:
    used = """
import sys
from factx.imports import quicken
quicken()
import click
assert "platform" not in sys.modules, "uuid was read"
print(click.UUID.convert("12345678123456781234567812345678", None, None))
"""
    done = subprocess.run([sys.executable, "-c", used], capture_output=True, text=True, cwd=PACKAGE.parent, timeout=60)
    assert (done.stdout, done.stderr) == ("12345678-1234-5678-1234-567812345678\n", "")
