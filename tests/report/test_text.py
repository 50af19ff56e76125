"""The article with its facts marked in place, on a terminal and without colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from by_hand import HOSTILE, claim, custom, date, document, hostile, person
from hypothesis import given, settings
from hypothesis import strategies as st

from factx import extract
from factx.model import Document, Span
from factx.render import Layout, renderer

SEED = Path(__file__).parents[2] / "seeds" / "000_89fc8f7768fb4c4c.txt"
SAMPLE = extract(SEED.read_text("utf-8"), id="sample.txt")
KINDS = frozenset({"date", "person", "percentage", "claim", "case"})
STYLE = re.compile("\x1b\\[[0-9;]*m")
MARK = re.compile(r"[\[{][a-z]+-?\d+[:<=]|[\]}]")
TEXT = "The firm said that Ann Lee told it so on Monday."


def marked(*documents: Document, **layout: object) -> str:
    return "".join(renderer("text")(documents, [], Layout(**layout)))  # type: ignore[arg-type]


def article(text: str) -> str:
    """The text below the legend and the document's name."""
    return text.split("\n\n", 2)[2]


def made() -> Document:
    size = len(TEXT) - 1
    return document(
        TEXT,
        claim("c1", Span(0, 8), Span(9, 13), Span(14, size), TEXT),
        claim("c2", Span(19, 26), Span(27, 31), Span(35, 37), TEXT),
        person("p1", 19, 26, TEXT),
        date("d1", 41, 47, TEXT),
    )


def test_brackets_say_what_is_what():
    assert article(marked(made())) == (
        "{c1<The firm} {c1=said} {c1:that {c2<[p1:Ann Lee]} {c2=told} it {c2:so} on [d1:Monday]}.\n"
    )
    legend = "[d1:date]  [p1:person]  [n1:percentage]  {c1<who}  {c1=says}  {c1:what}"
    assert marked(made()).startswith(f"{legend}\n\na.txt\n")


def test_colours_and_lines_say_it_on_a_terminal():
    text = article(marked(made(), color=True))
    assert "\x1b[1;38;5;63mThe firm\x1b[0m \x1b[3;38;5;63msaid\x1b[0m \x1b[4mthat \x1b[0m" in text
    assert "\x1b[4;38;5;30mMonday\x1b[0m" in text
    assert STYLE.sub("", text) == TEXT + "\n"


def test_the_legend_shows_the_kinds_that_were_asked_for():
    assert marked(kinds=frozenset({"date", "case"})) == "[d1:date]  [case-1:case]\n"
    assert marked(kinds=frozenset({"claim"}), color=True).count("\x1b[0m") == 3


@pytest.mark.parametrize("color", [True, False])
@pytest.mark.parametrize("width", [40, 72, 200])
def test_the_article_is_whole_and_no_wider_than_the_terminal(color, width):
    text = marked(SAMPLE, color=color, width=width)
    bare = STYLE.sub("", text) if color else MARK.sub("", article(text))
    assert max(map(len, STYLE.sub("", text).splitlines())) <= width
    assert SAMPLE.text.split()[3:] == bare.split()[-len(SAMPLE.text.split()) + 3 :]


def test_every_style_ends_with_its_line():
    for line in marked(SAMPLE, color=True, width=40).splitlines():
        codes = STYLE.findall(line)
        assert codes[1::2] == ["\x1b[0m"] * (len(codes) // 2)


def test_every_fact_is_marked():
    text = marked(SAMPLE)
    for fact in SAMPLE.facts:
        assert re.search(rf"[\[{{]{fact.id}[:<=]", text), fact


@pytest.mark.parametrize("color", [True, False])
def test_a_terminal_obeys_nothing_in_it(color):
    text = marked(hostile(), color=color, why=True, kinds=KINDS | {f"case {HOSTILE}"})
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", STYLE.sub("", text))
    assert "\x1b[31m" not in text


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)).map(
    lambda span: Span(span[0], min(len(TEXT), span[0] + span[1]))
)


@settings(max_examples=200, deadline=None)
@given(spans=st.lists(st.tuples(st.sampled_from([date, person, custom]), SPANS), max_size=6))
def test_brackets_nest_however_facts_overlap(spans):
    facts = [make(f"x{i}", *span, TEXT) for i, (make, span) in enumerate(spans)]
    text = article(marked(document(TEXT, *facts), width=1000))
    assert text.count("[") == text.count("]")
    assert MARK.sub("", text) == TEXT + "\n"


def test_blank_lines_stay_and_lines_that_only_wrap_go():
    wrapped = "A line of a text that is wrapped as mails are, and\nthat goes on here, and on to the end of the\nline."
    lines = article(marked(document(f"{wrapped}\n\n\nNext:\n\tlast"), width=200)).split("\n")
    assert lines == [wrapped.replace("\n", " "), "", "Next:", "last", ""]


def test_why_lists_the_rules_and_reasons_below():
    lines = marked(made(), why=True).splitlines()
    assert lines[-1] == "1  d1  Monday = 2020  (year)"
    assert "1  p1  Ann Lee  (full-name)" in lines


def test_several_documents():
    assert marked(document("One.", id="a"), document("Two.", id="b", date="2020-08-16")).split("\n\n", 1)[1] == (
        "a\n\nOne.\n\nb  written Sun 16 Aug 2020\n\nTwo.\n"
    )
