"""The report for everybody: rules of accessibility, the keyboard, quotations to take along, links out, and paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from by_hand import HOSTILE, Page, claim, date, document, report

from factx import extract
from factx.model import Span
from factx.questions.grid import written
from factx.questions.grouped import people_grid, people_in
from factx.render import Layout
from factx.render.html.grid import grid_page

SEED = Path(__file__).parents[2] / "seeds" / "000_89fc8f7768fb4c4c.txt"
SAMPLE = extract(SEED.read_text("utf-8"), id="sample.txt")
TEXT = (
    "NORWELL, May 8 - Rents rose 3% last week, Mayor Bob Bell said on Monday.\n\n"
    "“We will act,” Mr Bell said. Critics denied that 40% of tenants had left.\n"
)
URL = "https://news.example/2024/rents"
PUBLISHED = extract(TEXT, id="a1", date="2024-05-08")._replace(
    title="Rents rise again", url=URL, byline="Ann Lee", publication="The Norwell Post"
)


def by_name(documents: int) -> str:
    """A page with one table, as for --group people."""
    grid = people_grid([people_in(SAMPLE._replace(id=f"{i}"), SAMPLE) for i in range(documents)], Layout())
    return "".join(written(grid, "html", [], Layout()))


PAGES = {
    "one": report(SAMPLE),
    "published": report(PUBLISHED),
    "two": report(SAMPLE, PUBLISHED),
    "folded": report(SAMPLE, PUBLISHED, SAMPLE._replace(id="b"), PUBLISHED._replace(id="c")),
    "none": report(),
    "table": by_name(2),
}


class TestRules:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width", [390, 1360])
    @pytest.mark.parametrize("name", PAGES)
    def test_axe_finds_nothing_wrong(self, opened, name, width, scheme):
        axe = pytest.importorskip("axe_playwright_python", reason="axe is not installed")
        page = opened(PAGES[name], viewport={"width": width, "height": 900}, color_scheme=scheme)
        for fold in page.locator("details.fold > summary").all():
            fold.click()
        page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text("utf-8") + ";0")
        found = page.evaluate("axe.run()")
        told = {violation["id"]: [node["html"] for node in violation["nodes"]] for violation in found["violations"]}
        assert told == {}
        assert len(found["passes"]) > 8, "the rules were tried"


def test_the_words_of_a_table_have_their_room_and_begin_with_its_title(opened):
    columns = [("line", True), ("kind", False), ("text", False)]
    page = opened("".join(grid_page("checked", columns, [["1", "quotation", "I will not go, she said."]], [])))
    number, _, words = (cell.bounding_box() for cell in page.locator("tbody td").all())
    assert number["width"] < 0.25 * words["width"]
    assert page.locator("thead th").first.evaluate("cell => getComputedStyle(cell).paddingLeft") == "0px"
    assert page.locator("tbody td").first.evaluate("cell => getComputedStyle(cell).verticalAlign") == "top"


class TestArrows:
    def test_from_mark_to_mark_and_back(self, opened):
        page = opened(PAGES["one"])
        marks = page.locator("article a[id]").evaluate_all("(marks) => marks.map((mark) => mark.id)")
        went = []
        for _ in marks:
            page.keyboard.press("ArrowRight")
            went.append(page.evaluate("document.activeElement.id"))
        assert went == marks
        assert page.locator("#peek").is_visible()
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.id") == marks[-1], "behind the last there is none"
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("document.activeElement.id") == marks[-2]

    def test_kinds_that_are_hidden_are_passed_over(self, opened):
        page = opened(PAGES["one"])
        for kind in ("person", "claim", "percentage"):
            page.uncheck(f"#show-{kind}")
        page.locator("body").click(position={"x": 2, "y": 400})
        page.evaluate("document.activeElement.blur()")
        for fact in SAMPLE.dates:
            page.keyboard.press("ArrowRight")
            assert page.evaluate("document.activeElement.id") == f"m1-{fact.id}"

    def test_the_arrows_of_a_field_and_of_a_browser_are_left_alone(self, opened):
        page = opened(PAGES["folded"])
        page.focus("#ask-text")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.id") == "ask-text"
        page = opened(PAGES["one"])
        page.keyboard.press("Alt+ArrowRight")
        assert page.evaluate("document.activeElement.tagName") == "BODY"

    def test_the_page_says_so_where_scripts_run(self, opened):
        assert opened(PAGES["one"]).locator(".keys").is_visible()
        assert opened(PAGES["one"], java_script_enabled=False).locator(".keys").is_hidden()


class TestQuotations:
    def copied(self, opened, text: str, place: int) -> str:
        page = opened(text, permissions=["clipboard-read", "clipboard-write"])
        button = page.locator(".quote").nth(place)
        button.click()
        page.wait_for_function("document.getElementById('told').textContent === 'copied'")
        assert button.inner_text() == "copied"
        assert page.locator("#told").get_attribute("role") == "status"
        return page.evaluate("navigator.clipboard.readText()")

    def test_who_what_and_where(self, opened):
        assert self.copied(opened, PAGES["published"], 1) == (
            f"Bob Bell: “We will act,” (Rents rise again, Wed 8 May 2024, line 3, {URL})"
        )

    def test_words_that_are_not_the_speakers_are_not_in_quotation_marks(self, opened):
        assert self.copied(opened, PAGES["published"], 0) == (
            f"Bob Bell, as reported: Rents rose 3% last week (Rents rise again, Wed 8 May 2024, line 1, {URL})"
        )

    def test_of_a_document_that_says_nothing_of_itself(self, opened):
        text = "It was over."
        made = document(text, claim("c1", None, None, Span(0, 11), text, style="direct"))
        assert self.copied(opened, report(made), 0) == "No one named: “It was over” (a.txt, line 1)"

    def test_every_claim_has_one_with_the_keyboard_too(self, opened):
        page = opened(PAGES["one"])
        assert page.locator(".quote:visible").count() == len(SAMPLE.claims)
        page.locator(".quote").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("document.getElementById('told').textContent !== ''")

    def test_without_scripts_there_is_no_dead_button(self, opened):
        assert opened(PAGES["one"], java_script_enabled=False).locator(".quote:visible").count() == 0


class TestOrigin:
    def test_a_link_to_where_it_was_published(self):
        page = Page(PAGES["published"])
        [link] = [attrs for tag, attrs in page.elements if tag == "a" and not (attrs["href"] or "").startswith("#")]
        assert link == {"href": URL, "rel": "noopener noreferrer"}
        shown = '<p class="origin"><cite>Rents rise again</cite> · Ann Lee · The Norwell Post · <a href'
        assert f'{shown}="{URL}"' in page.text

    @pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", HOSTILE,
                                     "https://a b", 'https://a/"onclick="x'])
    def test_anything_but_an_address_of_the_web_is_text(self, url):
        page = Page(report(document("x", url=url)))
        assert all((attrs["href"] or "").startswith("#") for tag, attrs in page.elements if tag == "a")
        assert "onclick" not in page.names

    def test_in_a_document_that_is_folded_it_is_inside(self, opened):
        page = opened(PAGES["folded"])
        page.locator("#t2 summary").first.click()
        assert page.locator("#t2 .origin a").get_attribute("href") == URL
        assert page.locator("summary a").count() == 0


class TestPaper:
    @pytest.mark.parametrize("documents", [1, 2, 5])
    def test_a_heading_stands_above_what_it_is_of(self, opened, tmp_path, documents):
        pdfium = pytest.importorskip("pypdfium2")
        page = opened(report(*[SAMPLE] * documents), reduced_motion="reduce")
        mark = "(all) => all.forEach((heading) => { heading.textContent = 'HEADING'; })"
        page.locator("aside h3, aside h4, .grounds h2, .document h2").evaluate_all(mark)
        seen = 0
        for scale in (0.8, 0.9, 1.0, 1.1):
            page.pdf(path=tmp_path / "report.pdf", scale=scale)
            for sheet in pdfium.PdfDocument(tmp_path / "report.pdf"):
                words = sheet.get_textpage()
                boxes = [words.get_rect(place) for place in range(words.count_rects())]
                found = words.search("HEADING")
                while (place := found.get_next()) is not None:
                    left, bottom, _, top = words.get_charbox(place[0])
                    near = [box for box in boxes if bottom - 6 * (top - bottom) < box[3] < bottom]
                    assert any(abs(box[0] - left) < 40 for box in near), "a page or a column ends with a heading"
                    seen += 1
        assert seen > 20

    def test_what_only_a_screen_can_do_is_not_printed(self, opened):
        page = opened(PAGES["one"])
        page.emulate_media(media="print")
        for part in (".quote", ".keys", ".why", "#peek"):
            assert page.locator(part).first.is_hidden(), part


def test_what_is_known_of_a_document_is_escaped():
    made = document("x", date("d1", 0, 1, "x"), title=HOSTILE, byline=HOSTILE, publication=HOSTILE, url=HOSTILE)
    page = Page(report(made))
    assert not any(name.startswith("on") for name in page.names)
    assert {tag for tag, _ in page.elements if tag in ("img", "iframe", "svg")} == set()
