"""Output longer than the screen goes to a pager, as git's does: on a terminal alone, and only if it is longer."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from test_streams import on_a_terminal

from factx.command import pager

SENTENCES = "Ann Lee said on 2020-08-16 that prices rose 3 percent. "
LONG = f"printf '{SENTENCES}%.0s' {{1..30}} > a.txt; factx a.txt"
SHORT = f"echo '{SENTENCES}' > a.txt; factx a.txt"
PAGER = {"PAGER": '"cat > paged; echo was paged"', "CI": ""}
"""A pager that keeps what it is given, on a machine of a reader."""


def test_what_is_longer_than_the_screen_is_paged_whole(shell, tmp_path):
    shown = on_a_terminal(shell, LONG, **PAGER)
    assert shown.splitlines() == ["was paged", "status 0"]
    assert "Claims" in (paged := (tmp_path / "paged").read_text())
    assert paged == on_a_terminal(shell, f"{LONG} --no-pager", **PAGER).replace("\r", "").removesuffix("status 0")


@pytest.mark.parametrize(
    ("line", "environment"),
    [
        (SHORT, {}),
        (f"{LONG} --no-pager", {}),
        (f"{LONG} | cat", {}),
        (LONG, {"FACTX_NO_PAGER": "1"}),
        (LONG, {"FACTX_PAGER": "cat"}),
        (LONG, {"FACTX_PAGER": "''"}),
        (LONG, {"TERM": "dumb"}),
        (LONG, {"CI": "true"}),
        (LONG, {"PAGER": "no-such-pager"}),
        ("yes 'It was 3%.' | head -99 | factx --input lines", {}),
    ],
)
def test_there_is_none(shell, line, environment):
    shown = on_a_terminal(shell, line, **{**PAGER, **environment})
    assert "was paged" not in shown
    assert "Percentages" in shown or "percentage" in shown
    assert shown.endswith("status 0")


@pytest.mark.parametrize("line", ["factx rules", "factx schema", f"{LONG} -f jsonl", "factx syntax a.txt"])
def test_other_commands_have_it_too(shell, line):
    shown = on_a_terminal(shell, f"{LONG} > /dev/null; {line}", **PAGER)
    assert shown.splitlines()[-2:] == ["was paged", "status 0"]


def test_factxs_own_goes_before(shell):
    assert on_a_terminal(shell, LONG, **PAGER, FACTX_PAGER='"cat > own; echo own"').startswith("own")


def test_a_pager_that_is_left_is_a_quiet_end(shell):
    shown = on_a_terminal(shell, LONG, **{**PAGER, "PAGER": '"head -1 > first"'})
    assert shown == "status 0"


def test_messages_are_shown_in_it(shell, tmp_path):
    shown = on_a_terminal(shell, f"{LONG} none.txt", **PAGER)
    assert shown.splitlines() == ["was paged", "status 2"]
    assert "factx: none.txt: No such file or directory" in (tmp_path / "paged").read_text()


def test_less_ends_where_all_fits_and_obeys_colours(shell, tmp_path):
    environment = {**PAGER, "PAGER": "'echo $LESS $LV > settings; cat > /dev/null'"}
    on_a_terminal(shell, LONG, **environment)
    assert (tmp_path / "settings").read_text() == "FRX -c\n"
    on_a_terminal(shell, LONG, **environment, LESS="S")
    assert (tmp_path / "settings").read_text() == "S -c\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 0), ("a\n", 1), ("a" * 10 + "\n", 1), ("a" * 11 + "\n", 2), ("\x1b[1;38;5;63m" + "a" * 10 + "\x1b[0m\n\n", 2),
     ("東" * 6 + "\n", 2), ("unended", 0)],
)  # fmt: skip
def test_lines_are_counted_as_the_screen_breaks_them(text, lines):
    assert pager.lines_on_screen(text.encode(), 10) == lines


def test_it_is_not_imported_where_there_is_no_terminal(shell):
    done = shell(f"echo '{SENTENCES}' | {sys.executable} -X importtime -m factx -f table 2>&1")
    assert "Claims" in done.stdout
    assert "factx.command.pager" not in done.stdout
    assert "rich" not in done.stdout


def test_it_is_documented():
    manual = (Path(pager.__file__).parent / "factx.1").read_text("utf-8")
    assert "FACTX_PAGER, PAGER" in manual
