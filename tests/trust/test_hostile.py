"""Hostile surroundings: odd texts, odd files, odd places to run in."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

import factx as package

SENTENCE = "Prices rose 3% on 2020-08-16.\n"
LINES = "for i in {1..2000}; do echo '{\"text\": \"It rose 3% in May.\"}'; done"


@pytest.mark.parametrize(
    "text",
    [
        "😀👩‍👩‍👧 It fell 3% on Sunday 🇬🇧, “no” she said",
        "Cafe\u0301 e\u0301 rose 3%, said Zoe\u0301 Lee\u0308 on Monday",
        "\u202eIt fell 3%\u202c, said مريم حسن on Monday שלום 5%",
        "a\x00b 3% \x1b[31m5%\x1b[0m \x9b 7%\x7f",
        "\ufeff3%\u200b 4%\u00a0 5 %\u2028 6%",
        "\ud800 3% \udfff 4%",
        "3%" * 500 + "“" * 500 + "(" * 500,
        "",
        "\n",
        "%",
    ],
)
def test_a_fact_is_its_slice_whatever_the_text(text):
    for fact in package.extract(text, date="2024-05-08").facts:
        assert text[fact.span.start : fact.span.end] == fact.text


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee met Tom Hale. Hale & Sons, the Ashanti, the Fulani and Hale's and Lund's were friends, aged 34 to 40.",
        "The survey gives the land as 78% dry, 14% wet and 8% sand; Reed, Tom; women aged 18 to 24, by 5% to 3%.",
        "Half of nurses, of whom Lee spoke, say no, compared with 3%, according to the Acme Agency, a baker.",
        "A clerk, who, she said, has neither confirmed nor denied it, even as Reed himself wrote on Acme.com, left.",
        "Lee said on Monday, May 3, from 9 a.m. to 5 p.m., that “it was over”, adding: “No, ‘we’ said so (twice) –.”",
    ],
)
def test_a_text_may_begin_and_end_anywhere(text):
    for place in range(len(text)):
        package.extract(text[:place], date="2024-05-08")
        package.extract(text[place:], date="2024-05-08")


def test_the_same_text_twice_gives_the_same(factx):
    article = "Ann Lee said on Monday that 3% had left. “No,” she said."
    assert len({factx("--json", input=article).stdout for _ in range(3)}) == 1


@pytest.mark.parametrize("path", ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])
def test_standard_input_by_another_name(shell, path):
    done = shell(f"echo '{SENTENCE}' | factx --only percentages --no-header --fields value {path}")
    assert (done.stdout, done.stderr) == ("3%\n", "")


@pytest.mark.parametrize("path", ["/proc/self/mem", "/dev/full/x", "/sys/kernel", "."])
def test_what_is_no_text_is_a_message_or_nothing(shell, path):
    done = shell(f"factx {path}")
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr


def test_a_file_that_vanishes_is_named_and_the_others_are_done(factx, tmp_path, monkeypatch):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(SENTENCE)
    from factx.scale import jobs

    def vanishing(path, globs=()):
        for found in files_of(path, globs):
            if str(found).endswith("b.txt"):
                os.remove(found)
            yield found

    files_of = jobs.files_of
    monkeypatch.setattr(jobs, "files_of", vanishing)
    result = factx("--only", "percentages", "--fields", "doc", "--no-header", tmp_path)
    assert [Path(doc).name for doc in result.stdout.split()] == ["a.txt", "c.txt"]
    assert (result.exit_code, result.stderr) == (2, f"factx: {tmp_path}/b.txt: No such file or directory\n")


def test_a_huge_line(factx):
    text = json.dumps({"text": "He said 3%, and " * 20_000})
    result = factx("--input", "jsonl", "--only", "percentages", "--no-header", input=text)
    assert (result.exit_code, result.stdout.count("\n")) == (0, 20_000)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_and_a_closed_pipe(shell, jobs):
    done = shell(f"({LINES}) | factx --input jsonl -j {jobs} > /dev/full")
    assert (done.returncode, done.stderr) == (2, "factx: cannot write: No space left on device\n")
    closed = f"factx --input jsonl -j {jobs} | head -1 > /dev/null"
    done = shell(f"({LINES}) 2>/dev/null | {closed}; echo ${{PIPESTATUS[1]}}")
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.parametrize("environment", ["-u HOME", "HOME=/nowhere", "HOME=/dev/null XDG_CONFIG_HOME=/dev/null"])
def test_no_home(shell, environment):
    done = shell(f"echo '{SENTENCE}' | env {environment} factx --only percentages --no-header --fields value")
    assert (done.returncode, done.stdout, done.stderr) == (0, "3%\n", "")


def test_where_nothing_can_be_written(shell, tmp_path):
    """An installation that is read-only, to root too: a file stands where folders of compiled modules would."""
    place = tmp_path / "installed"
    shutil.copytree(Path(package.__file__).parent, place / "factx", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in [place / "factx", *(path for path in (place / "factx").rglob("*") if path.is_dir())]:
        (folder / "__pycache__").touch()
    line = f"cd / && echo '{SENTENCE}' | PYTHONPATH={place} {sys.executable} -m factx --no-header --fields kind,value"
    done = shell(line)
    assert (done.returncode, done.stderr) == (0, "")
    assert "percentage\t3%\n" in done.stdout


def test_a_relative_link_to_itself(factx, tmp_path):
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "a.txt").write_text(SENTENCE)
    result = factx("--only", "percentages", "--fields", "value", "--no-header", tmp_path / "loop.txt", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "3%\n")
    assert "loop.txt: Too many levels of symbolic links" in result.stderr
