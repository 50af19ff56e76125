"""Markdown: read by a parser, it has the table's sections and the article's words unchanged."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from by_hand import HOSTILE, claim, custom, date, document, hostile, percentage, person
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factx import extract
from factx.model import Document, Span
from factx.render import Layout, renderer
from factx.render.markdown import APART, plain
from factx.render.plain import one_line

SEED = Path(__file__).parents[2] / "seeds" / "000_89fc8f7768fb4c4c.txt"
SAMPLE = extract(SEED.read_text("utf-8"), id="sample.txt")
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = (
    r"*a* **b** _c_ __d__ `e` ``f`` ~~g~~ [h](i) ![j](k) <b>l</b> <https://m.n> &amp; &lt; | \| \\| # - + 1. > "
    "== o == $p$ ^q^ <!-- r -->"
)


def written(*documents: Document, **layout: object) -> str:
    return "".join(renderer("markdown")(documents, [], Layout(**layout)))  # type: ignore[arg-type]


def text_of(inline) -> str:
    return "".join(child.content for child in inline.children if child.type in ("text", "code_inline"))


def cells(markdown: str) -> list[str]:
    tokens = PARSER.parse(markdown)
    return [text_of(inner) for outer, inner in pairwise(tokens) if outer.type == "td_open"]


def inline_types(markdown: str) -> set[str]:
    return {child.type for token in PARSER.parse(markdown) for child in token.children or ()}


def test_the_sections_are_the_tables():
    tokens = PARSER.parse(written(SAMPLE))
    heads = [inner.content for outer, inner in pairwise(tokens) if outer.type == "heading_open"]
    counts = [f"{name} ({count})" for name, count in (
        ("Dates", len(SAMPLE.dates)), ("People", len(SAMPLE.entities)), ("Percentages", len(SAMPLE.percentages)),
        ("Claims", len(SAMPLE.claims)), ("Disagreements", len(SAMPLE.conflicts)),
    )]  # fmt: skip
    assert heads == ["sample.txt", *counts]


def test_every_fact_is_there():
    markdown = written(SAMPLE)
    shown = " ".join(text_of(token) for token in PARSER.parse(markdown) if token.type == "inline")
    for fact in (*SAMPLE.dates, *SAMPLE.percentages, *SAMPLE.entities):
        assert getattr(fact, "value_text", getattr(fact, "name", None)) in shown
    for fact in SAMPLE.claims:
        assert all(one_line(part.text) in shown for part in fact.content)


def test_claims_stand_below_those_that_hold_them():
    text = "A said B said C"
    outer = claim("c1", Span(0, 1), Span(2, 6), Span(7, 15), text)
    inner = claim("c2", Span(7, 8), Span(9, 13), Span(14, 15), text, parent="c1", hedges=(outer.cue,))
    assert written(document(text, outer, inner)).endswith(
        "- line 1: **A** *said* – B said C (asserts)\n  - line 1: **B** *said* – C (asserts, hedged)\n"
    )


@settings(max_examples=300, deadline=None)
@example(MARKUP)
@example(HOSTILE)
@example("\\")
@example("a\\|b")
@given(st.text(st.sampled_from("ab *_`~[]()<>!&;|\\#-+.1=$^:@\n\"'"), max_size=30))
def test_words_are_shown_as_they_are(words):
    """In a cell and in an item, including markup that no parser here knows."""
    words = words.replace("\ud800", "")
    table = f"| a | b |\n| --- | --- |\n| {plain(words)} | x |"
    assert cells(table) == [one_line(words).strip(), "x"]
    [item] = [token for token in PARSER.parse(f"- line 1: {plain(words)}") if token.type == "inline"]
    assert text_of(item).removeprefix("line 1:").strip() == one_line(words).strip()
    assert inline_types(f"- line 1: {plain(words)}") <= {"text", "html_inline"}


@pytest.mark.parametrize("words", "@ann #12 a/b#3 :tada: https://a.b www.a.b GH-7 ann@a.b 5%%x%%".split())
def test_nobody_is_called_and_nothing_is_linked(words):
    assert APART in plain(words)
    assert plain(words).replace(APART, "").replace("\\", "") == words


def test_plain_words_are_left_alone():
    text = "“They’re up 3.5% – at 10:30 on May 5, 2020 (again)”, she said; why? A-level."
    assert plain(text) == text


def test_hostile_words_do_nothing():
    kinds = frozenset({"date", "person", "percentage", "claim", f"case {HOSTILE}"})
    markdown = written(hostile(), kinds=kinds, why=True)
    html = PARSER.render(markdown)
    assert "<script" not in html
    assert "<img" not in html
    marks = {"strong_open", "strong_close", "em_open", "em_close", "code_inline"}
    assert inline_types(markdown) <= {"text", "html_inline", *marks}
    inline = [child for token in PARSER.parse(markdown) for child in token.children or ()]
    assert {child.content for child in inline if child.type == "html_inline"} <= {APART}
    assert not set(markdown) & set("\x00\x1b\x7f\x9b\u202e\u2066")


def test_why_adds_rules_and_reasons():
    text = "Ann 3%"
    found = document(text, person("p1", 0, 3, text, notes=("name +1.0",)), percentage("n1", 4, 6, text))
    markdown = written(found, why=True)
    assert "| **Ann** |" in markdown
    assert "full-name: name +1.0" in markdown
    assert "| figure |" in markdown


def test_kinds_that_were_asked_for_and_further_ones():
    text = "In 22-1041, 2020."
    found = document(text, custom("case-1", 3, 10, text, value="22"), date("d1", 12, 16, text))
    markdown = written(found, kinds=frozenset({"date", "case", "claim"}))
    assert "## Case (1)\n\n| line | text | value |\n| --: | --- | --- |\n| 1 | **22-1041** | 22 |\n" in markdown
    assert "## Claims: none" in markdown
    assert "People" not in markdown


def test_an_answer_over_documents_has_its_numbers_to_the_right(factx):
    result = factx("--count", "--format", "markdown", "--only", "dates", input="On 1 May 2020.")
    assert result.stdout.splitlines()[2:4] == ["| doc | dates | facts |", "| --- | --: | --: |"]


def test_nothing_found():
    assert written(document("x", id="a_b")) == "# a\\_b\n\nNothing found\n"
    assert written() == ""
