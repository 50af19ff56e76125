"""Each form of input gives the same text, and so the same facts, as plain text."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import made
import pytest

NEEDS = {"html": "trafilatura", "htm": "trafilatura", "pdf": "pypdfium2", "docx": "docx"}
FORMS: dict[str, Callable[[], bytes]] = {
    "html": lambda: made.page().encode(),
    "pdf": made.printed,
    "docx": made.word,
    "txt": lambda: made.TEXT.encode(),
}
FACTS = ("--fields", "kind,start,end,text,value,rule", "--format", "tsv")


def needs(form: str) -> None:
    """Skips the test if the reader's packages are not installed."""
    pytest.importorskip(NEEDS.get(form, "json"), reason=f'reading .{form} needs "factx[{form}]"')


@pytest.fixture(params=FORMS)
def article(request, tmp_path) -> Path:
    """The article in one form."""
    needs(request.param)
    path = tmp_path / f"article.{request.param}"
    path.write_bytes(FORMS[request.param]())
    return path


def test_the_text_is_that_of_the_plain_article(factx, article):
    result = factx("--show-text", article)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == made.TEXT


def test_the_facts_are_those_of_the_plain_article(factx, article, tmp_path):
    plain = factx(*FACTS, "--date", made.DAY, input=made.TEXT)
    found = factx(*FACTS, "--date", made.DAY, article)
    assert found.stdout == plain.stdout
    assert found.stdout.count("\n") > 12


def test_offsets_count_in_the_text_that_is_shown(factx, article):
    text = factx("--show-text", article).stdout
    for line in factx("--format", "jsonl", article).stdout.splitlines():
        fact = json.loads(line)
        assert text[fact["start"] : fact["end"]] == fact["text"]


def test_what_it_is_shows_without_a_name(factx, article, tmp_path):
    bare, data = tmp_path / "article", article.read_bytes()
    bare.write_bytes(data)
    for arguments, given in (([bare], None), ([], data), ([], gzip.compress(data))):
        result = factx("--show-text", *arguments, input=given)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == made.TEXT


def test_compressed(factx, article):
    path = article.with_name(article.name + ".gz")
    path.write_bytes(gzip.compress(article.read_bytes()))
    assert factx("--show-text", path).stdout == made.TEXT


@pytest.mark.parametrize("name", ["article.html", "article.pdf", "article.docx", "article.zip"])
def test_a_name_that_is_wrong_misleads_nobody(factx, article, tmp_path, name):
    if article.suffix == ".txt":
        return  # text may look like anything
    path = tmp_path / name
    path.write_bytes(article.read_bytes())
    assert factx("--show-text", path).stdout == made.TEXT


def test_nothing_is_imported_that_the_input_does_not_need(tmp_path):
    """Start-up: plain text pays for no other form."""
    (tmp_path / "a.txt").write_text(made.TEXT)
    script = (
        "import sys; from factx.command.cli import main\n"
        "try: main()\n"
        "finally: print(*sorted(sys.modules), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "a.txt")]
    loaded = set(subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stderr.split())
    assert "factx.read.text" in loaded
    heavy = {"lxml", "trafilatura", "htmldate", "docx", "pypdfium2", "email.message", "zipfile", "gzip", "logging"}
    assert not loaded & {*heavy, *(f"factx.read.{form}" for form in ("html", "pdf", "docx", "mail", "zip", "jsonl"))}


class TestMissing:
    @pytest.mark.parametrize(
        ("form", "package", "what"),
        [("html", "trafilatura", "web pages"), ("pdf", "pypdfium2", "PDF")],
    )
    def test_an_extra_that_is_missing_is_named_and_the_others_are_done(
        self, factx, tmp_path, monkeypatch, form, package, what
    ):
        monkeypatch.setitem(sys.modules, package, None)
        monkeypatch.delitem(sys.modules, f"factx.read.{form}", raising=False)
        signed = {"html": b"<!DOCTYPE html><p>3%</p>", "pdf": b"%PDF-1.4"}
        path, other = tmp_path / "a", tmp_path / "b.txt"
        path.write_bytes(signed[form])
        other.write_text("It rose 3%.")
        result = factx("--only", "percentages", "--no-header", path, other)
        assert (result.exit_code, result.stdout.count("\n")) == (2, 1)
        missing = f'reading {what} needs more packages: pip install "factx[{form}]"'
        assert result.stderr.startswith(f"factx: {path}: {missing}")
        assert result.stderr.count("\n") == 1

    def test_a_package_that_one_of_them_forgot_is_named_too(self, factx, tmp_path, monkeypatch):
        needs("html")
        for name in [name for name in sys.modules if name.split(".")[0] in ("trafilatura", "justext")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.delitem(sys.modules, "factx.read.html", raising=False)
        monkeypatch.setitem(sys.modules, "lxml.html.clean", None)
        result = factx(input="<!DOCTYPE html><p>3%</p>")
        assert result.exit_code == 2
        assert 'pip install "factx[html]" (' in result.stderr
        assert "lxml" in result.stderr


class TestShowText:
    def test_several_stand_below_their_names(self, factx, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        for name in "ab":
            Path(f"{name}.txt").write_text(f"Text {name}.")
        assert factx("--show-text", "a.txt").stdout == "Text a."
        assert factx("--show-text", ".").stdout == "==> ./a.txt <==\nText a.\n\n==> ./b.txt <==\nText b.\n\n"

    def test_json_lines_can_be_read_back(self, factx, article):
        lines = factx("--show-text", "--format", "jsonl", "--date", made.DAY, article, article).stdout
        assert [json.loads(line)["id"] for line in lines.splitlines()] == [str(article)] * 2
        again = factx("--json", "--input", "jsonl", input=lines)
        assert again.stdout == factx("--json", "--date", made.DAY, article, article).stdout

    def test_problems_are_still_problems(self, factx, tmp_path):
        result = factx("--show-text", tmp_path / "missing", "-", input="There.")
        assert (result.exit_code, result.stdout) == (2, "There.")
        assert "missing: No such file" in result.stderr

    def test_no_other_format_has_it(self, factx):
        result = factx("--show-text", "--format", "csv", input="There.")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--show-text prints text, or JSON Lines with -f jsonl: it has no csv." in result.stderr

    def test_it_is_the_text_to_the_character(self, factx):
        text = "One.\r\n\tTwo \x1b[31m3%.\x00"[:-1]
        assert factx("--show-text", input=text.encode()).stdout_bytes == text.encode()

    def test_a_terminal_is_shown_no_escapes(self):
        from factx.read import Input
        from factx.render.verbatim import running_text

        assert "".join(running_text([Input("a", "a\x1b[2J\tb")], terminal=True)) == "a\ufffd[2J\tb\n"


def test_the_day_that_the_input_gives_comes_before_the_option(factx, tmp_path):
    """One rule for JSON Lines, pages and mail; a text without a date takes the option's."""
    needs("html")
    (tmp_path / "a.html").write_text(made.page())
    (tmp_path / "b.eml").write_bytes(bytes(made.mail()))
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": made.TEXT, "date": made.DAY}))
    (tmp_path / "d.txt").write_text(made.TEXT)
    documents = json.loads(factx("--json", "--date", "1999-12-31", tmp_path).stdout)["documents"]
    assert [document["date"] for document in documents] == [made.DAY] * 3 + ["1999-12-31"]


def test_no_warning_of_a_library_reaches_the_user():
    script = (
        "import logging, warnings; from factx.read.forms import reader; reader('text');"
        "warnings.warn('of a library'); logging.getLogger('library').warning('of a library')"
    )
    command = [sys.executable, "-c", script]
    assert subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stderr == ""
