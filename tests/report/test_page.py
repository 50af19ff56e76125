"""The report as it is written: complete, well-formed, closed to the network, and safe from article text."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from by_hand import HOSTILE, Page, claim, custom, date, document, hostile, percentage, person, report
from hypothesis import given, settings
from hypothesis import strategies as st

from factx import extract
from factx.model import Span
from factx.read import Problem
from factx.render import Layout, renderer
from factx.render.layers import LANES

SEED = Path(__file__).parents[2] / "seeds" / "000_89fc8f7768fb4c4c.txt"
SAMPLE = extract(SEED.read_text("utf-8"), id="sample.txt")
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe]")
WORDS = "One said that two told three how four of five saw six on Monday."


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(report(SAMPLE))


def test_every_fact_has_a_mark_and_a_card_that_link_to_each_other(page):
    names, links = page.values("id"), page.values("href")
    for fact in SAMPLE.facts:
        for letter in "mf":
            assert names.count(f"{letter}1-{fact.id}") == 1, fact
            assert f"#{letter}1-{fact.id}" in links, fact


def test_every_fact_tells_its_rule_and_what_the_rule_finds(page):
    names = page.values("id")
    for fact in SAMPLE.facts:
        assert f"w1-{fact.id}" in names
        assert f"r-{fact.kind}-{fact.rule}" in names


def test_every_link_leads_somewhere_in_the_page(page):
    names = page.values("id")
    assert len(names) == len(set(names))
    assert {link[1:] for link in page.values("href")} <= set(names)
    assert all(link.startswith("#") for link in page.values("href"))
    for name in ("aria-labelledby", "aria-describedby"):
        assert {part for value in page.values(name) for part in value.split()} <= set(names)


def test_nothing_is_fetched_and_nothing_may_be(page):
    attributes = {name for _, attrs in page.elements for name in attrs}
    assert not {"src", "srcset", "action", "style", "background", "poster", "data"} & attributes
    assert not {"link", "img", "iframe", "object", "form", "base"} & {tag for tag, _ in page.elements}
    assert not re.search(r"url\(|@import|https?:|fetch\(|XMLHttp|import\(|eval\(", page.text)
    [policy] = [attrs["content"] for tag, attrs in page.elements if attrs.get("http-equiv")]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        [source] = re.findall(rf"<{tag}>(.*?)</{tag}>", page.text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_article_stands_there_as_it_is(page):
    assert page.paragraphs == [line.strip() for line in SAMPLE.text.splitlines() if line.strip()]


def test_line_numbers_are_those_of_the_other_formats(page):
    [numbers] = [[int(number) for number in page.values("data-line")]]
    assert numbers == [i for i, line in enumerate(SAMPLE.text.split("\n"), 1) if line.strip()]


def test_lines_that_only_wrap_are_one_paragraph():
    wrapped = "A line of a text wrapped as mails are, and then\nthat goes on here, and on to the end of the\nline."
    assert Page(report(document(f"{wrapped}\n\nNext"))).paragraphs == [wrapped.replace("\n", " "), "Next"]


class TestHostileText:
    def test_it_is_shown_and_not_obeyed(self):
        page = Page(report(hostile(), kinds=frozenset({"date", "person", "percentage", "claim", f"case {HOSTILE}"})))
        harmless = Page(report(SAMPLE, document("x 1", custom("k1", 0, 1, "x 1")), kinds=frozenset({"date", "case"})))
        assert page.names <= harmless.names | Page(report(SAMPLE)).names
        assert not any(name.startswith("on") for name in page.names)
        assert page.paragraphs == [UNSAFE.sub("\ufffd", HOSTILE)]

    def test_no_control_and_no_change_of_direction_is_left(self):
        assert not UNSAFE.search(report(hostile()).replace("\n", ""))

    def test_in_the_name_of_what_was_not_read(self):
        text = "".join(renderer("html")([], [Problem(HOSTILE, HOSTILE)], Layout()))
        assert Page(text).names <= Page("".join(renderer("html")([], [Problem("a", "b")], Layout()))).names
        assert "<h2>Not read</h2>" in text


SPANS = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 20)).map(
    lambda span: Span(span[0], min(len(WORDS), span[0] + span[1]))
)
KINDS = {"d": date, "p": person, "n": percentage, "k": custom}
FACTS = st.lists(st.one_of(st.tuples(st.sampled_from("dpnk"), SPANS), st.tuples(SPANS, SPANS, SPANS)), max_size=9)


@settings(max_examples=200, deadline=None)
@given(drawn=FACTS)
def test_layers_that_overlap_in_any_way_make_a_page(drawn):
    facts = []
    for number, (first, *rest) in enumerate(drawn):
        if isinstance(first, str):
            [span] = rest
            facts.append(KINDS[first](f"{first}{number}", *span, WORDS))
        else:
            facts.append(claim(f"c{number}", first, *rest, WORDS))
    page = Page(report(document(WORDS, *facts), kinds=frozenset({"date", "person", "percentage", "claim", "case"})))
    assert page.paragraphs == [WORDS]
    names = page.values("id")
    assert len(names) == len(set(names))
    assert {f"{letter}1-{fact.id}" for fact in facts for letter in "mf"} <= set(names)
    links = [attrs for _, attrs in page.elements if "data-f" in attrs and "href" in attrs]
    reached = [link["href"] for link in links if "tabindex" not in link]
    assert len(reached) == len(set(reached))


class TestSize:
    def test_it_grows_with_the_text(self):
        lines = "On Monday Ann Lee said that prices rose 3% in May 2020, and he told them so.\n\n"
        once, twice = (len(report(extract(lines * times))) for times in (40, 80))
        assert twice < 2.1 * once

    def test_claims_in_claims_in_claims_do_not_pile_up(self):
        def nested(depth: int) -> str:
            """A claim that contains the next one, and so on."""
            one = "Ann said that "
            size, text = len(one), one * depth
            claims = [
                claim(f"c{i}", Span(at, at + 3), Span(at + 4, at + 8), Span(at + 9, len(text)), text)
                for i, at in enumerate(range(0, len(text), size))
            ]
            page = report(document(text, *claims))
            return page[page.index("<article") : page.index("</article>")]

        assert len(nested(80)) < 2.2 * len(nested(40))
        assert f"claim l{LANES - 1}" in nested(80)


class TestSeveralDocuments:
    def test_a_list_of_contents_leads_to_each(self):
        text = report(SAMPLE, document("Nothing here", id="b.txt"))
        page = Page(text)
        assert {"#t1", "#t2"} <= set(page.values("href"))
        assert "Facts in 2 documents" in text
        assert {"m1-d1", "f1-d1"} <= set(page.values("id"))

    def test_facts_of_the_same_id_are_told_apart(self):
        page = Page(report(SAMPLE, SAMPLE))
        names = page.values("id")
        assert len(names) == len(set(names))
        assert {"m1-p1", "m2-p1", "f2-p1"} <= set(names)

    def test_none_at_all(self):
        assert "Facts in 0 documents" in Page(report()).text


def test_only_the_kinds_that_were_asked_for_are_in_the_legend():
    assert Page(report(document("x"), kinds=frozenset({"date", "case"}))).values("data-kind") == ["date", "own"]


def test_facts_of_further_kinds_have_a_section_and_marks():
    text = "In 22-1041 they met."
    page = Page(report(document(text, custom("case-1", 3, 10, text)), kinds=frozenset({"case"})))
    assert {"m1-case-1", "f1-case-1", "own-case-1"} <= set(page.values("id"))


def test_an_input_that_was_not_read_is_named():
    text = "".join(renderer("html")([SAMPLE], [Problem("b.pdf", "encrypted")], Layout()))
    assert "<b>b.pdf</b>: encrypted" in text


def test_a_bound_leaves_the_rest_of_the_bar_open():
    text = "over 80% and 5-10% and up 3%"
    bound = percentage("n1", 5, 8, text, low=80, high=80, mod="MORE_THAN")
    spread = percentage("n2", 13, 18, text, low=5, high=10)
    change = percentage("n3", 26, 28, text, change="rise")
    page = report(document(text, bound, spread, change))
    assert '<rect class="part" x="0" width="80" height="4"/><rect class="open" x="80" width="20" height="4"/>' in page
    assert '<rect class="part" x="5" width="5" height="4"/>' in page
    assert page.count("<svg") == 2


def test_dates_stand_in_the_order_of_time_with_the_time_between_them():
    text = "abcdef"
    days = "2020-01-05/2020-01-05 -0043-03-15/-0043-03-15 2019-12-30/2020-01-01 1999-01-01/1999-12-31".split()
    spans = [dict(zip(("begin", "until"), day.split("/"), strict=True)) for day in days]
    facts = [date(f"d{i}", i, i + 1, text, **span) for i, span in enumerate(spans)]
    page = report(document(text, *facts, date("d9", 5, 6, text, type="DURATION", value="P1Y")))
    assert re.findall(r'datetime="([^"]+)"', page) == ["-0043-03-15", "1999-01-01", "2019-12-30", "2020-01-05"]
    assert re.findall(r'class="gap">([^<]+)', page) == ["2,042 years later", "20 years later", "4 days later"]
    assert "Durations" in page
