"""The report in a real browser: marks, layers, the details that they show, and the links between them."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from by_hand import HOSTILE, claim, custom, date, document, hostile, person, report

from factx import extract
from factx.model import Span
from factx.render import Layout, renderer

SEED = Path(__file__).parents[2] / "seeds" / "000_89fc8f7768fb4c4c.txt"
SAMPLE = extract(SEED.read_text("utf-8"), id="sample.txt")
REPORT = report(SAMPLE)
STYLE = "(element, name) => getComputedStyle(element)[name]"


def style(locator, name: str) -> str:
    return locator.evaluate(STYLE, name)


def first(kind: str):
    return next(fact for fact in SAMPLE.facts if fact.kind == kind)


def in_view(locator) -> bool:
    """Whether it is in sight now, whatever the scrolling."""
    return locator.evaluate(
        """(element) => {
            const box = element.getBoundingClientRect();
            const seen = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(8, box.height / 2));
            return seen !== null && (element.contains(seen) || seen.contains(element));
        }"""
    )


class TestMarks:
    def test_every_fact_of_the_json_is_there_to_be_seen(self, opened):
        page = opened(REPORT)
        [whole] = json.loads("".join(renderer("json")([SAMPLE], [], Layout())))["documents"]
        for fact in whole["facts"]:
            mark, card = page.locator(f"#m1-{fact['id']}"), page.locator(f"#f1-{fact['id']}")
            assert mark.is_visible(), fact
            assert card.is_visible(), fact
            if fact["kind"] == "claim":
                assert (fact["cue"] or fact["source"])["text"].startswith(mark.inner_text())
                assert all(part["text"] in card.inner_text() for part in fact["content"])
            else:
                assert mark.inner_text() == fact["text"]
            told = page.locator(".card", has=card).or_(card).first.text_content()
            for key in ("value", "name"):
                assert fact.get(key) is None or fact["kind"] == "claim" or fact[key] in told
        for entity in whole["entities"]:
            assert entity["name"] in page.locator(f"#e1-{entity['id']}").inner_text()
            assert all(title in page.locator(f"#e1-{entity['id']}").inner_text() for title in entity["titles"])
        for conflict in whole["conflicts"]:
            assert conflict["text"] in page.locator(".conflicts").inner_text()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_kinds_differ_in_colour_and_in_shape(self, opened, scheme):
        page = opened(REPORT, color_scheme=scheme)
        marks = [page.locator(f"#m1-{first(kind).id}") for kind in ("date", "person", "percentage")]
        assert len({style(mark, "backgroundColor") for mark in marks}) == 3
        shadows = [style(mark, "boxShadow") for mark in marks]
        assert (len(set(shadows)), shadows[2]) == (3, "none")
        assert [style(mark, "borderTopLeftRadius") != "0px" for mark in marks] == [False, True, False]
        assert [style(mark, "outlineStyle") for mark in marks] == ["none", "none", "dashed"]

    def test_the_page_is_dark_in_the_dark(self, opened):
        pages = [opened(REPORT, color_scheme=scheme) for scheme in ("light", "dark")]
        grounds = [style(page.locator("body"), "backgroundColor") for page in pages]
        bright = [sum(map(int, re.findall(r"\d+", ground)[:3])) > 380 for ground in grounds]
        assert bright == [True, False]

    def test_what_is_copied_is_the_article(self, opened):
        lines = opened(REPORT).locator("article p").all_inner_texts()
        assert lines == [line.strip() for line in SAMPLE.text.splitlines() if line.strip()]


class TestLayers:
    TEXT = "The firm said that Ann Lee told it that on Monday 3% of sales went."

    def made(self):
        text = self.TEXT
        outer = claim("c1", Span(0, 8), Span(9, 13), Span(14, len(text) - 1), text)
        inner = claim("c2", Span(19, 26), Span(27, 31), Span(35, len(text) - 1), text, parent="c1")
        return document(text, outer, inner, person("p1", 19, 26, text), date("d1", 43, 49, text))

    def test_a_mark_in_claims_keeps_its_look_and_theirs(self, opened):
        page = opened(report(self.made()))
        day = page.locator("#m1-d1")
        assert style(day, "backgroundColor") != "rgba(0, 0, 0, 0)"
        for name in ("1-c1", "1-c2"):
            assert day.evaluate("(mark, name) => mark.closest(`[data-f='${name}']`) !== null", name)

    def test_lines_of_claims_in_one_place_do_not_meet(self, opened):
        page = opened(report(self.made()))
        layers = [page.locator(f"article .content[data-f='1-c{i}']").first for i in (1, 2)]
        assert {style(layer, "textDecorationLine") for layer in layers} == {"underline"}
        offsets = [float(style(layer, "textUnderlineOffset").removesuffix("px")) for layer in layers]
        assert abs(offsets[0] - offsets[1]) > 2 * float(style(layers[0], "textDecorationThickness").removesuffix("px"))

    def test_who_says_and_what_differ_in_their_lines(self, opened):
        page = opened(report(self.made()))
        parts = [page.locator(f"article .{role}[data-f='1-c1']").first for role in ("source", "cue", "content")]
        looks = {(style(part, "textDecorationStyle"), style(part, "textDecorationThickness")) for part in parts}
        assert len(looks) == 3

    def test_facts_that_cross_are_both_shown(self, opened):
        text = "On May Day Lee left."
        page = opened(report(document(text, date("d1", 3, 10, text), person("p1", 7, 14, text))))
        for kind, words in (("date", "May Day"), ("person", "Day Lee")):
            assert "".join(page.locator(f"article .{kind}").all_inner_texts()) == words
        page.get_by_text("Day", exact=True).first.hover()
        page.wait_for_selector("#peek:not([hidden])")
        assert "Day Lee" in page.locator("#peek > :first-child").inner_text()
        assert "May Day" in page.locator("#peek > .also").inner_text()


class TestPointing:
    @pytest.mark.parametrize("kind", ["date", "person", "percentage", "claim"])
    def test_a_mark_shows_what_it_comes_to_and_why(self, opened, kind):
        page, fact = opened(REPORT), first(kind)
        assert page.locator("#peek").is_hidden()
        page.hover(f"#m1-{fact.id}")
        page.wait_for_selector("#peek:not([hidden])")
        shown = page.locator("#peek").inner_text()
        assert f"Rule {fact.rule}" in shown
        told = fact.stance if kind == "claim" else fact.value_text
        assert told in shown
        for note in fact.notes:
            assert note.split(" ")[0].replace(":", "") in shown.replace(":", "").replace(" ", ""), note

    def test_doubts_are_shown_too(self, opened):
        page = opened(REPORT)
        page.get_by_role("link", name="Sunday (August 15)").first.hover()
        page.wait_for_selector("#peek:not([hidden])")
        assert "conflict: weekday" in page.locator("#peek").inner_text()

    def test_the_whole_claim_is_lit_and_those_around_it_are_named(self, opened):
        page = opened(REPORT)
        nested = next(fact for fact in SAMPLE.claims if fact.parent)
        page.hover(f"#m1-{nested.id}")
        page.wait_for_selector("#peek:not([hidden])")
        lit = page.locator("article .lit").evaluate_all("(marks) => [...new Set(marks.map((mark) => mark.dataset.f))]")
        assert lit == [f"1-{nested.id}"]
        outer = next(fact for fact in SAMPLE.claims if fact.id == nested.parent)
        assert f"{outer.source.text} {outer.cue.text}" in page.locator("#peek .also").inner_text()

    def test_what_is_shown_can_be_pointed_at_and_goes_when_left(self, opened):
        page = opened(REPORT)
        page.hover(f"#m1-{first('person').id}")
        page.wait_for_selector("#peek:not([hidden])")
        page.hover("#peek")
        page.wait_for_timeout(400)
        assert page.locator("#peek").is_visible()
        page.hover("h2 >> nth=0")
        page.wait_for_selector("#peek", state="hidden")
        assert page.locator(".lit").count() == 0

    def test_it_stays_on_the_screen(self, opened):
        page = opened(REPORT, viewport={"width": 1024, "height": 500})
        for mark in page.locator("article a[id]").all()[::4]:
            mark.hover()
            page.wait_for_selector("#peek:not([hidden])")
            box = page.locator("#peek").bounding_box()
            assert 0 <= box["x"] <= box["x"] + box["width"] <= 1024
            assert box["y"] >= 0
            page.keyboard.press("Escape")

    def test_a_person_in_the_side_lights_every_mention(self, opened):
        page = opened(REPORT)
        [entity] = [entity for entity in SAMPLE.entities if entity.name == "Vladimir Putin"]
        page.hover(f"#e1-{entity.id} h4")
        assert page.locator("article .person.lit").count() == len(entity.mentions)

    def test_a_first_touch_shows_and_a_second_follows(self, opened):
        page = opened(REPORT, has_touch=True, viewport={"width": 390, "height": 800})
        mark = page.locator(f"#m1-{first('date').id}")
        mark.tap()
        page.wait_for_selector("#peek:not([hidden])")
        assert "#" not in page.url
        mark.tap()
        page.wait_for_url("**#f1-*")


class TestKeyboard:
    def test_first_the_way_past_the_bar_then_the_marks_in_the_texts_order(self, opened):
        page = opened(REPORT)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
        assert in_view(page.locator(".skip"))
        page.keyboard.press("Enter")
        order = []
        while True:
            page.keyboard.press("Tab")
            name = page.evaluate("document.activeElement.dataset.f ?? null")
            if name is None:
                break
            order.append(name)
        marks = page.locator("article a[id]").evaluate_all("(marks) => marks.map((mark) => mark.dataset.f)")
        assert order == marks
        assert set(order) == {f"1-{fact.id}" for fact in SAMPLE.facts}

    def test_the_focus_shows_what_the_pointer_does_and_tells_it(self, opened):
        page, fact = opened(REPORT), first("person")
        page.focus(".skip")
        page.keyboard.press("Enter")
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == f"m1-{fact.id}":
                break
        page.wait_for_selector("#peek:not([hidden])")
        mark = page.locator(f"#m1-{fact.id}")
        assert mark.get_attribute("aria-describedby") == "peek"
        assert fact.name in page.locator("#peek").inner_text()
        page.keyboard.press("Escape")
        assert page.locator("#peek").is_hidden()
        assert page.evaluate("document.activeElement.id") == f"m1-{fact.id}"
        assert mark.get_attribute("aria-describedby") is None

    def test_reasons_unfold_without_a_pointer(self, opened):
        page, fact = opened(REPORT), first("date")
        page.focus(f"#w1-{fact.id} summary")
        page.keyboard.press("Enter")
        assert page.locator(f"#w1-{fact.id} .rule").is_visible()


class TestWays:
    @pytest.mark.parametrize("javascript", [True, False])
    def test_from_a_mark_to_its_card_and_back(self, opened, javascript):
        page = opened(REPORT, java_script_enabled=javascript, reduced_motion="reduce")
        for fact in (SAMPLE.claims[-1], SAMPLE.percentages[0], SAMPLE.dates[-1]):
            mark, card = page.locator(f"#m1-{fact.id}"), page.locator(f"#f1-{fact.id}")
            mark.click()
            assert page.url.endswith(f"#f1-{fact.id}")
            page.wait_for_timeout(50)
            assert in_view(card) if javascript else card.bounding_box()["y"] < 900
            card.locator(f"a[href='#m1-{fact.id}']").first.click()
            assert page.url.endswith(f"#m1-{fact.id}")
            assert 0 <= mark.bounding_box()["y"] < 900

    def test_a_rule_leads_to_what_it_finds(self, opened):
        page, fact = opened(REPORT, reduced_motion="reduce"), first("date")
        page.click(f"#w1-{fact.id} summary")
        page.click(f"#w1-{fact.id} .rule")
        assert in_view(page.locator(f"#r-date-{fact.rule} dd"))

    def test_contents_lead_to_documents(self, opened):
        page = opened(report(*[SAMPLE] * 3))
        rows = page.get_by_role("navigation", name="Facts in 3 documents").get_by_role("row")
        assert rows.count() == 4
        rows.nth(3).get_by_role("link").click()
        assert page.url.endswith("#t3")


class TestLegend:
    @pytest.mark.parametrize("kind", ["date", "person", "percentage", "claim"])
    def test_a_box_hides_marks_and_takes_them_out_of_the_keyboards_way(self, opened, kind):
        page, fact = opened(REPORT), first(kind)
        mark = page.locator(f"#m1-{fact.id}")
        page.uncheck(f"#show-{kind}")
        look = "textDecorationColor" if kind == "claim" else "backgroundColor"
        assert style(mark, look) == "rgba(0, 0, 0, 0)"
        assert mark.get_attribute("tabindex") == "-1"
        page.check(f"#show-{kind}")
        assert style(mark, look) != "rgba(0, 0, 0, 0)"
        assert mark.evaluate("(mark) => mark.tabIndex") == 0


class TestScreenReaders:
    def test_landmarks_and_headings(self, opened):
        page = opened(REPORT)
        for role in ("banner", "main", "article", "complementary"):
            assert page.get_by_role(role).count() == 1, role
        assert page.get_by_role("region", name="People").count() == 1
        levels = page.locator("h1, h2, h3, h4").evaluate_all("(all) => all.map((heading) => +heading.tagName[1])")
        assert all(later - level <= 1 for level, later in pairwise(levels))
        assert levels[0] == 1
        assert page.locator("html").get_attribute("lang") == "en"

    def test_every_link_and_box_has_a_name(self, opened):
        page = opened(REPORT)
        for element in page.locator("a, input, summary").all():
            assert element.evaluate("(it) => (it.ariaLabel || it.textContent || it.labels[0].textContent).trim()")


class TestWidths:
    @pytest.mark.parametrize("width", [320, 390, 768, 1000, 1360, 2200])
    def test_nothing_sticks_out(self, opened, width):
        page = opened(report(SAMPLE, SAMPLE), viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def test_side_by_side_where_there_is_room(self, opened):
        def lefts(width: int) -> list[float]:
            page = opened(REPORT, viewport={"width": width, "height": 800})
            return [page.locator(part).bounding_box()["x"] for part in ("article", "aside")]

        text, side = lefts(1360)
        assert side > text + 500
        text, side = lefts(390)
        assert side == text

    def test_words_that_no_line_holds_are_broken(self, opened):
        text = "x" * 300 + " on Monday"
        made = report(document(text, date("d1", 304, 310, text), id="y" * 300))
        page = opened(made, viewport={"width": 320, "height": 600})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_paper_all_is_there_and_nothing_is_cut(opened):
    page = opened(REPORT)
    page.emulate_media(media="print")
    assert style(page.locator("aside"), "overflowY") == "visible"
    assert style(page.locator("aside"), "position") == "static"
    assert page.locator("aside .card").last.is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_hostile_words_do_nothing(opened):
    page = opened(report(hostile(), kinds=frozenset({"date", "person", "percentage", "claim", f"case {HOSTILE}"})))
    assert page.evaluate("window.owned") is None
    assert page.locator("img, svg[onload], [onmouseover], [autofocus]").count() == 0
    for mark in page.locator("article [data-f]").all():
        mark.hover(force=True)
        page.wait_for_timeout(150)
    assert page.evaluate("window.owned") is None


def test_a_script_that_got_in_would_not_run(opened):
    """The page's policy is the second wall."""
    page = opened(report(document("x")))
    refused = page.evaluate(
        """() => new Promise((resolve) => {
            document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.owned = true";
            document.body.append(script);
        })"""
    )
    assert (refused, page.evaluate("window.owned")) == ("script-src-elem", None)
    assert opened.troubles.pop().startswith("console: Executing inline script violates")


def test_facts_of_further_kinds_are_marked_and_told(opened):
    text = "They met in 22-1041 again."
    page = opened(report(document(text, custom("case-1", 12, 19, text, value="22-1041")), kinds=frozenset({"case"})))
    page.hover("#m1-case-1")
    page.wait_for_selector("#peek:not([hidden])")
    assert "Rule case-number" in page.locator("#peek").inner_text()
