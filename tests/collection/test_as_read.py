"""What a collection prints of any form of input is what its inputs print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factx.render import FORMATS
from factx.render.keys import BESIDE

INPUTS = sorted(
    path for path in (Path(__file__).parents[1] / "read" / "inputs").iterdir() if path.name != "expected.tsv"
)
ASKED = (
    ("--format", "jsonl", "--why", "--fields", ",".join(BESIDE)), ("--format", "json"), ("--show-text",),
    ("--format", "html", "--why"),
)  # fmt: skip


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_a_file_of_each_form(factx: Callable[..., Any], tmp_path: Path, path: Path) -> None:
    made = factx("collect", tmp_path / "news.db", path)
    for asked in ASKED:
        printed = factx(*asked, path)
        assert printed.exit_code == made.exit_code
        if made.exit_code == 0:
            assert factx(*asked, tmp_path / "news.db").stdout == printed.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_the_sample_in_each_format(factx: Callable[..., Any], tmp_path: Path, form: str) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    assert factx("collect", tmp_path / "news.db", seeds).exit_code == 0
    asked = ("--format", form, "--why", "-C")
    assert factx(*asked, tmp_path / "news.db").stdout == factx(*asked, seeds).stdout
