"""Inputs that users have, in `inputs/`, made for this purpose; expected.tsv there says of each what must come of it.

Its last column holds facts (kind: text = value), which are looked for here, and words for people; what these say is
tested below the table.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from factx.command.cli import main

FOLDER = Path(__file__).parent / "inputs"
OPTIONS = {
    "dates.jsonl": ["--date-order", "dmy"],
    "nested.jsonl": ["--text-field", "doc.text", "--date-field", "meta.date"],
}
EXTRAS = {".html": "trafilatura", ".mhtml": "trafilatura", ".warc": "trafilatura"}


class Expected(NamedTuple):
    """A line of the table, for one file."""

    name: str
    documents: str
    dates: list[str]
    what: list[str]


def table() -> Iterator[Expected]:
    """The lines, those that refer to another one with what stands there."""
    with (FOLDER / "expected.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    by_name = {name: row for row in rows for name in row[0].split()}
    for name, (_, documents, dates, what) in by_name.items():
        if referred := re.match(r"as ([\w.]+\.\w+)", what):
            what = f"{by_name[referred[1]][3]}; {what}"
        what = "; ".join(each for each in what.split("; ") if name in each or not re.search(r"\(\w+\.\w+\)", each))
        yield Expected(name, documents, re.findall(r"\d{4}-\d{2}(?:-\d{2})?", dates), what.split("; "))


@cache
def read(name: str, *options: str) -> list[dict[str, Any]]:
    """The documents in a file, as JSON, with the messages about it in the first."""
    package = "trafilatura" if name in ("saved-http.txt", "placeholder.eml") else EXTRAS.get(Path(name).suffix, "json")
    pytest.importorskip(package)
    result = CliRunner().invoke(main, ["--json", *OPTIONS.get(name, []), *options, str(FOLDER / name)])
    assert result.exit_code == 0, result.stderr
    documents = json.loads(result.stdout)["documents"]
    for document in documents:
        document["said"] = result.stderr
    return documents


def facts(documents: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [fact for document in documents for fact in document["facts"] if fact["kind"] == kind]


def spoken(claim: dict[str, Any]) -> str:
    """Source, cue and content of a claim, each as it reads."""
    parts = [claim["source"], claim["cue"], *claim["content"]]
    return " – ".join(reads(part["text"]) for part in parts if part)


def reads(text: str) -> str:
    """Text as it reads, where marks stand in its words."""
    import html

    from factx.text.clean import clean

    text = html.unescape(text)
    read_as = clean(text)
    return " ".join((read_as.text if read_as else text).split())


def found(documents: list[dict[str, Any]], wanted: str) -> bool | None:
    """Whether a fact is there; None if the words are for people alone."""
    wanted, _, day = wanted.partition(" with date ")
    form = re.match(r"(date|person|percentage|claim): (.+?)(?: \(.*)?$", wanted)
    form = form or re.match(r"(claim) (?:of|by) ([^(]+)", wanted)
    if form is None:
        return None
    kind, text = form[1], form[2].strip()
    if day and not found(documents, f"date: {day}"):
        return False
    if kind == "claim":
        parts = text.split(" – ")
        return any(all(part in spoken(claim) for part in parts) for claim in facts(documents, "claim"))
    text, _, value = text.partition(" = ")
    of_kind = facts(documents, kind)
    of_text = [fact for fact in of_kind if re.sub(" (?=%)|(?<=per) (?=cent)", "", reads(fact["text"])) == text]
    return bool(of_text) and {*re.findall(r"\d{4}-\d{2}-\d{2}", value)} <= {fact.get("value") for fact in of_text}


TABLE = list(table())


def test_every_file_is_in_the_table() -> None:
    assert {path.name for path in FOLDER.iterdir()} - {"expected.tsv"} == {expected.name for expected in TABLE}


@pytest.mark.parametrize("expected", TABLE, ids=lambda expected: expected.name)
def test_what_must_come_of_it_comes(expected: Expected) -> None:
    documents = read(expected.name)
    least = re.match(r"\d+", expected.documents)
    assert least is not None
    exact = "or" not in expected.documents and expected.name != "nested.zip"
    assert len(documents) == int(least[0]) if exact else len(documents) >= int(least[0])
    days = [document["date"] for document in documents if document["date"]]
    if expected.name == "dates.jsonl":
        assert sorted(days) == ["2024-05", *["2024-05-08"] * 10]
    elif expected.dates and not expected.name.endswith((".srt", ".vtt")):
        assert list(dict.fromkeys(days))[: len(expected.dates)] == expected.dates
    # These have no more than a part of the text that they are compared with, or words for people alone.
    if expected.name not in ("doublespace.txt", "shy.html", "article.srt", "article.vtt", "dates.jsonl"):
        assert [what for what in expected.what if found(documents, what) is False] == []


@pytest.mark.parametrize("expected", TABLE, ids=lambda expected: expected.name)
def test_offsets_are_those_of_the_text_that_is_shown(expected: Expected) -> None:
    options = [*OPTIONS.get(expected.name, []), str(FOLDER / expected.name)]
    shown = CliRunner().invoke(main, ["--show-text", "-f", "jsonl", *options]).stdout.splitlines()
    texts = [json.loads(line)["text"] for line in shown]
    for document, text in zip(read(expected.name), texts, strict=True):
        for fact in document["facts"]:
            assert text[fact["start"] : fact["end"]] == fact["text"]
            for part in [fact.get("source"), fact.get("cue"), *fact.get("content", ())]:
                assert part is None or text[part["start"] : part["end"]] == part["text"]


def claims(name: str) -> list[str]:
    return [spoken(claim) for claim in facts(read(name), "claim")]


def people(name: str) -> list[str]:
    return [person["name"] for person in facts(read(name), "person")]


def values(name: str, kind: str) -> list[str]:
    return [fact["value"] for fact in facts(read(name), kind)]


@pytest.mark.parametrize("name", ["array.json", "newsapi.json", "articles.csv"])
def test_records_have_their_ids_and_titles(name: str) -> None:
    assert [document["doc"] for document in read(name)] == ["a1", "a2"]
    assert [document["title"] for document in read(name)] == ["Council", "Bank"]


def test_each_record_has_its_own_date() -> None:
    for name in ("array.json", "newsapi.json", "articles.csv", "articles.tsv", "feed.rss", "mbox.mbox"):
        assert values(name, "date") == ["2024-05-06", "2024-06-10"]
    assert [document["title"] for document in read("feed.rss")] == ["Council closes library", "Bank"]


def test_a_wrapped_text_gives_what_the_same_on_one_line_gives(factx) -> None:
    for name in ("wrap-merge-31.txt", "wrap-name-20.txt", "wrap-name-24.txt"):
        line = " ".join((FOLDER / name).read_text(encoding="utf-8").split())
        expected = json.loads(factx("--json", input=line).stdout)["documents"]
        assert claims(name) == [spoken(claim) for claim in facts(expected, "claim")] != []
        assert people(name) == [person["name"] for person in facts(expected, "person")]


def test_marks_in_words_are_not_in_what_is_read(factx) -> None:
    plain = factx("--fields", "kind,value", FOLDER / "plain.txt").stdout
    for name in "softhyphen zwsp htmlentities mojibake ligature nfd macroman utf16le-nobom cr-only".split():
        assert factx("--fields", "kind,value", FOLDER / f"{name}.txt").stdout == plain
    assert "decoded twice" in read("mojibake.txt")[0]["said"]


def test_markdown_s_marks_are_no_words() -> None:
    assert claims("markdown.md") == [
        "The mayor, Tom Hill – said – that prices rose 3%",
        "Zoë Müller – told – “We will not close,”",
    ]
    [document] = read("markdown.md")
    assert document["title"] == "Council closes library"
    assert (document["date"], document["byline"]) == ("2024-05-08", "Ann Lee")


def test_nothing_but_the_article_of_a_page() -> None:
    for name in ("page.warc", "saved-http.txt", "page.mhtml", "jsonld.html", "amp.html"):
        assert "2023" not in values(name, "date")
        assert "Sue Roe" not in people(name)
    for name in ("jsonld-only.html", "next-data.html"):
        assert "Ann Lee" in people(name)
        assert "Ann Lee LONDON" not in people(name)
    assert read("page.warc")[0]["url"] == read("page.mhtml")[0]["url"] == "https://example.org/a"


def test_a_page_with_soft_hyphens_and_marks_of_notes() -> None:
    assert claims("shy.html") == [
        "The mayor, Tom Hill – said – that prices rose 3 %",
        "Zoë Müller – told – that inflation had fallen to 2.1 %",
        "who – said – that it had fallenagain",
    ]


def test_letters_are_right_in_every_encoding() -> None:
    for name in ("latin1.html", "nocharset.html", "utf16.html", "utf16-lie.html"):
        assert claims(name) == ["Tom Müller – said – “no” on May 8, 2024"]


def test_a_wiki_s_markup_is_no_text() -> None:
    [document] = read("wiki.xml")
    assert (document["doc"], document["title"]) == ("Tom Hill", "Tom Hill")
    assert values("wiki.xml", "date") == ["1960-05-03", "2024-05-06"]


def test_the_parts_of_a_mail() -> None:
    forwarded = read("forwarded-as-attachment.eml")
    assert [document["date"] for document in forwarded] == ["2024-05-08", "2024-05-01"]
    assert [document["byline"] for document in forwarded] == ["Ann Lee", "Bob Roe"]
    own, quoted = read("reply.eml")
    assert spoken(facts([own], "claim")[0]) == "Tom Hill – said – that prices rose 3%"
    assert (quoted["date"], quoted["byline"]) == ("2024-05-07", "Bob Roe")
    assert spoken(facts([quoted], "claim")[0]) == "Zoe Muller – said – that inflation fell to 2.1%"
    assert "2024-05-06" in [fact["value"] for fact in facts([quoted], "date")]
    assert people("reply.eml").count("Ann Lee") == 1  # as its sender, not in the signature
    assert [document["date"] for document in read("qp.eml")] == ["2024-05-08", "2024-05-08"]


@pytest.mark.parametrize(
    ("name", "bylines", "titles", "publication"),
    [
        ("lexis.txt", ["Ann Lee", "Bob Roe"], ["Council closes library", "Bank news"], "Example Gazette"),
        ("factiva.txt", ["Ann Lee", None], ["Council closes library", "Bank news"], "Example Times"),
        ("proquest.txt", ["Lee, Ann", "Roe, Bob"], ["Council closes library", "Bank news"], None),
    ],
)
def test_the_header_of_an_export_is_no_text(name, bylines, titles, publication) -> None:
    documents = read(name)
    assert [document["byline"] for document in documents] == bylines
    assert [document["title"] for document in documents] == titles
    assert {document["publication"] for document in documents} == {publication}
    assert [claim.split(" – ")[0] for claim in claims(name)][:2] == (
        ["The mayor, Tom Hill" if name == "lexis.txt" else "Tom Hill", "Zoe Muller"]
    )
    assert len(values(name, "date")) == 2


def test_times_of_subtitles_are_no_dates() -> None:
    assert values("article.srt", "date") == ["XXXX-WXX-1", "XXXX-XX-XX"]
    assert claims("article.srt") == ["The mayor, Tom Hill – said – that prices rose 3%",
                                     "Zoë Müller – told – “We will not close,”"]
    assert claims("article.vtt") == ["The mayor, Tom Hill – said – that prices rose 3%"]
