"""What the package exports: each name is documented, and `python -m pydoc factx` tells of all of them."""

from __future__ import annotations

import doctest
import pydoc
import re
import subprocess
import sys

import pytest

import factx


@pytest.mark.parametrize("name", factx.__all__)
def test_every_public_name_is_explained(name: str) -> None:
    assert (getattr(factx, name).__doc__ or "").partition("\n")[0].endswith(".")
    assert f"`{name}`" in (factx.__doc__ or "")


@pytest.mark.parametrize("name", [name for name in factx.__all__ if hasattr(getattr(factx, name), "_fields")])
def test_every_field_is_explained(name: str) -> None:
    kind = getattr(factx, name)
    if name in ("Part", "Span"):
        return
    told = re.findall(r"^    ([a-z_, ]+): ", kind.__doc__, re.MULTILINE)
    assert sorted(field for line in told for field in line.split(", ")) == sorted(kind._fields)


def test_pydoc_tells_of_every_public_name_in_order() -> None:
    text = pydoc.plain(pydoc.render_doc(factx))
    classes = [name for name in factx.__all__ if name != "extract"]
    told = [line.split()[1].partition("(")[0] for line in text.splitlines() if line.startswith("    class ")]
    assert told == classes == sorted(classes)
    assert "extract(text: 'str', *, date: 'str | None' = None," in text
    assert "Relative" in text


def test_the_names_are_known_before_they_are_imported() -> None:
    program = "import factx, sys; assert 'factx.model' not in sys.modules; print(set(factx.__all__) <= set(dir(factx)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_the_example_is_true() -> None:
    assert doctest.testmod(factx).failed == 0
    assert doctest.testmod(factx).attempted > 4
