"""The report of many documents: the first page over all of them, documents that unfold, and the fields that ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from by_hand import Page, report

from factx import extract
from factx.model import Document

ARTICLES = Path(__file__).parents[1] / "questions" / "articles"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [extract(file.read_text("utf-8"), id=file.name) for file in sorted(ARTICLES.iterdir())]


@pytest.fixture(scope="module")
def page(documents: list[Document]) -> Page:
    return Page(report(*documents))


def test_the_first_page_has_people_disagreements_and_a_timeline(page: Page) -> None:
    first = page.text[: page.text.index('<section class="document"')]
    assert first.count('<details class="over ') == 3
    assert "7.5% according to the statistics office (01-council-vote.txt)" in first
    assert "also A. Lee: initials, mayor too" in first
    first = first[first.index('<details class="over dates"') :]
    assert first.index("May 1926") < first.index("12 June 1927") < first.index("16 Mar 2024")


def test_each_link_leads_somewhere(page: Page) -> None:
    names = page.values("id")
    assert len(names) == len(set(names))
    assert {link[1:] for link in page.values("href")} <= set(names)


def test_documents_unfold_where_there_are_many(documents: list[Document], page: Page) -> None:
    assert page.text.count('<details class="fold">') == 8
    assert page.text.count("<noscript>") == 8
    few = Page(report(*documents[:3]))
    assert few.text.count("<noscript>") == 0
    assert "Disagreements" in few.text


def test_it_is_complete_without_a_script(page: Page, documents: list[Document]) -> None:
    names = set(page.values("id"))
    for number, document in enumerate(documents, 1):
        assert {f"m{number}-{fact.id}" for fact in document.facts} <= names


class TestInBrowser:
    @pytest.fixture
    def opened(self, browser: Any, documents: list[Document], tmp_path: Path) -> Any:
        (tmp_path / "report.html").write_text(report(*documents), "utf-8")
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"file://{tmp_path}/report.html")
        yield page
        page.close()
        assert wrong == []

    def found(self, page: Any) -> str:
        return str(page.inner_text("#ask-found"))

    def test_the_fields_choose(self, opened: Any) -> None:
        opened.fill("#ask-text", "roof")
        assert self.found(opened) == "4 of 8 documents"
        assert opened.locator("section.document:visible").count() == 4
        opened.fill("#ask-text", "")
        opened.select_option("#ask-stance", "denies")
        assert self.found(opened) == "2 of 8 documents, 2 facts"
        opened.select_option("#ask-person", "0")
        assert self.found(opened) == "1 of 8 documents, 1 fact"
        opened.locator("#t7 summary").first.click()
        assert opened.locator("#t7 aside .card:visible").count() == 1
        opened.select_option("#ask-person", "")
        opened.select_option("#ask-stance", "")
        assert self.found(opened) == ""
        assert opened.locator("section.document:visible").count() == 8

    def test_a_link_unfolds_what_it_leads_to(self, opened: Any) -> None:
        assert opened.locator("article").count() == 0
        opened.locator(".over.conflicts a").first.click()
        opened.wait_for_selector("article mark, article a[id]", state="visible")
        assert opened.locator("article:visible").count() == 1

    def test_on_paper_no_table_is_cut_and_each_document_begins_a_page(self, opened: Any) -> None:
        opened.set_viewport_size({"width": 680, "height": 900})
        opened.emulate_media(media="print")
        for table in opened.locator("table:visible").all():
            assert table.evaluate("table => table.scrollWidth <= table.parentElement.clientWidth")
        assert opened.locator(".contents").evaluate("part => getComputedStyle(part).overflowX") == "visible"
        begins = "parts => parts.map(part => getComputedStyle(part).breakBefore)"
        assert opened.locator("section.document").evaluate_all(begins) == ["page"] * 8

    def test_on_paper_all_is_unfolded(self, opened: Any) -> None:
        opened.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert opened.locator("article:visible").count() == 8
        opened.evaluate("dispatchEvent(new Event('afterprint'))")
        assert opened.locator("article:visible").count() == 0


def test_two_hundred_documents_open_within_a_second(browser: Any, documents: list[Document], tmp_path: Path) -> None:
    many = [document._replace(id=f"{number}.txt") for number in range(25) for document in documents]
    (tmp_path / "report.html").write_text(report(*many), "utf-8")
    taken = []
    for _ in range(3):  # the least: other programs run here too
        page = browser.new_page()
        page.goto(f"file://{tmp_path}/report.html")
        taken.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
        assert page.locator("section.document").count() == 200
        page.close()
    assert min(taken) < 1000
