"""Each question over many documents as somebody asks it at a shell, of the sample article and eight that contradict
one another."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INPUTS = ("seeds", "tests/questions/articles")


def run(*command: str, status: int = 0) -> str:
    """What the command prints; it says nothing on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "factx", *command], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (status, "")
    return done.stdout


def test_filter_sort_and_count() -> None:
    denied = run("--where", "stance=denies", "--fields", "claim.source", "--no-header", *INPUTS)
    assert denied.splitlines() == [
        "Lukashenko – who has been in power for 26 years", "The union of the mill workers", "She"
    ]  # fmt: skip
    highest = run("--only", "percentages", "--where", "low>=60", "--sort", "-low", "--fields", "text", *INPUTS)
    assert highest.split() == ["text", "80.1%", "80%", "62%", "60-70%"]
    total = run("--count", *INPUTS).splitlines()[-1].split("\t")
    assert (total[0], len(total)) == ("total", 7)


def test_people_over_documents() -> None:
    people = json.loads(run("--group", "people", "--json", *INPUTS))["people"]
    assert [person["name"] for person in people[:2]] == ["Ann Lee", "Alexander Lukashenko"]
    assert "also A. Lee: initials, mayor too" in people[0]["notes"]


def test_a_collection(tmp_path: Path) -> None:
    path = str(tmp_path / "news.db")
    assert "9 documents (9 new, 0 changed, 0 unchanged)" in run("collect", path, *INPUTS)
    assert "9 documents (0 new, 0 changed, 9 unchanged)" in run("collect", path, *INPUTS)
    asked = ("--only", "claims", "--where", "name~lukashenko")
    assert run(*asked, path) == run(*asked, *INPUTS) != run("--only", "claims", "--where", "name~nobody", path)


def test_what_disagrees() -> None:
    found = run("--group", "disagreements", "--no-header", *INPUTS).splitlines()
    assert {"figures", "dates", "denial"} <= {line.partition("\t")[0] for line in found}
    assert "62% according to Ann Lee (01-council-vote.txt), 38% according to a survey (02-union-answer.txt)" in found[0]


def test_quotations_checked() -> None:
    article = "tests/questions/articles/01-council-vote.txt"
    report = json.loads(run("check", "-e", article, "--json", "--against", *INPUTS, status=1))
    assert [(row["status"], Path(row["source"]).name) for row in report["quotations"]] == [
        ("altered", "04-transcript.txt")
    ]  # fmt: skip


def test_the_report() -> None:
    page = run("--format", "html", *INPUTS)
    for shown in ("Ann Lee", "Alexander Lukashenko", "01-council-vote.txt", "62%"):
        assert shown in page


@pytest.mark.parametrize(
    "asked",
    [
        ["--group", "people"], ["--group", "disagreements"], ["--count"], ["-C"], ["--why"], ["--sort", "-line"],
        ["--where", "stance=denies"], ["check", "tests/questions/articles/01-council-vote.txt", "--against"],
    ],
)  # fmt: skip
def test_in_colours_it_says_the_same_as_without(asked: list[str]) -> None:
    def table(color: str) -> str:
        return run(*asked, *INPUTS, "--format", "table", "--color", color)

    colored = table("always")
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == table("never")
