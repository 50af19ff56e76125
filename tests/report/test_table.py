"""The table at every width: in columns or stacked, its words whole, its colours legible, its last line a sum."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from by_hand import claim, date, document
from test_colors import contrast

from factx import extract
from factx.model import Document, Span
from factx.render import Layout, renderer
from factx.render.columns import WIDEST
from factx.render.styled import COLORS, Run, fitted, painted, width_of, wrapped
from factx.render.table import plain_table

SEED = Path(__file__).parents[2] / "seeds" / "000_89fc8f7768fb4c4c.txt"
SAMPLE = extract(SEED.read_text("utf-8"), id="sample.txt")
WIDTHS = [40, 60, 69, 70, 80, 120, 200]
LEVELS = (0, 95, 135, 175, 215, 255)


def table(*documents: Document, **layout: object) -> str:
    return "".join(renderer("table")(documents, [], Layout(**layout)))  # type: ignore[arg-type]


def rgb(number: int) -> tuple[float, ...]:
    """A colour of the 256: six levels of each of three, then greys."""
    if number >= 232:
        return ((8 + 10 * (number - 232)) / 255,) * 3
    red, rest = divmod(number - 16, 36)
    return tuple(LEVELS[level] / 255 for level in (red, *divmod(rest, 6)))


@pytest.mark.parametrize("name", COLORS)
@pytest.mark.parametrize("ground", [(0, 0, 0), (1, 1, 1)], ids=["black", "white"])
def test_every_colour_can_be_read_on_black_and_on_white(name, ground):
    assert contrast(rgb(COLORS[name]), ground) >= 4


class TestWidths:
    @pytest.mark.parametrize("width", WIDTHS)
    def test_no_word_is_broken_and_no_line_is_wider(self, width):
        text = table(SAMPLE, width=width)
        assert max(map(width_of, text.splitlines())) <= min(width, WIDEST + 2)
        words = set(text.split())
        for fact in SAMPLE.facts:
            parts = [part.text for part in fact.content] if fact.kind == "claim" else [fact.text]
            assert {word for part in parts for word in part.split()} <= words, fact
        assert {fact.value for fact in SAMPLE.dates} <= words

    @pytest.mark.parametrize(("width", "stacked"), [(40, True), (69, True), (70, False), (140, False)])
    def test_rows_are_stacked_where_columns_would_be_too_narrow(self, width, stacked):
        assert ("  line  " not in table(SAMPLE, width=width)) == stacked

    def test_rows_are_stacked_where_there_are_too_many_columns_for_the_words(self):
        text = "the unpronounceably-named Ministry said"
        made = date("d1", 0, 25, text, value="2020-08-01/2020-08-31" * 4, begin="2020-08-01", until="2020-08-31")
        assert "  line  " not in table(document(text, made), width=80)
        assert "  line  " in table(document(text, made), width=140)

    def test_a_stacked_row_reads_on(self):
        lines = table(SAMPLE, width=60).splitlines()
        assert "   5  last Sunday · 2020-08-09 · Sun 9 Aug 2020" in lines
        assert "   1  2020-08-16 · Sun 16 Aug 2020" in lines, "what is said once is not said again"
        assert "  21  Lukashenko · 80.1% · of the vote" in lines
        assert "   3  Vladimir Putin · 3 mentions · Russian President" in lines
        assert "   7  ↳ official results – show – his victory with over 80%" in lines

    def test_wide_letters_take_two_columns(self):
        text = "平成 and on"
        made = document(text, date("d1", 0, 2, text), date("d2", 7, 9, text))
        rows = [line for line in table(made, width=80).splitlines() if line.endswith("2020")]
        assert rows == ["     1  平成  2020", "     1  on    2020"]

    @pytest.mark.parametrize("width", [40, 60])
    def test_a_word_that_no_line_holds_is_broken_and_whole(self, width):
        word = "x" * 130 + "東" * 40
        made = table(document(word, date("d1", 0, len(word), word)), width=width)
        assert max(map(width_of, made.splitlines())) <= width
        assert word in "".join(made.split())


class TestColumns:
    def test_a_type_is_shown_where_it_is_not_the_usual_one(self):
        text = table(SAMPLE, width=120)
        assert "duration" in text
        assert not re.search(r"Sun 16 Aug 2020 +date", text)
        text = "May 2020"
        assert "type" not in table(document(text, date("d1", 0, 8, text)), width=120)

    def test_what_is_only_asserted_steps_back(self):
        text = table(SAMPLE, width=100, color=True)
        assert f"\x1b[38;5;{COLORS['grey']}masserts\x1b[0m" in text
        assert f"\x1b[1;38;5;{COLORS['red']}mdenies\x1b[0m" in text

    def test_a_grid_of_an_answer_is_stacked_too(self):
        columns = [("name", False, "bold"), ("mentions", True, ""), ("titles", False, "")]
        rows = [["Ann Lee", "1", "Mayor"], ["Bob Bell", "12", ""]]
        assert plain_table("people", 2, columns, rows, Layout(width=60)) == (
            "People  2\n  Ann Lee · 1 mention · Mayor\n  Bob Bell · 12 mentions\n"
        )
        assert plain_table("people", 2, columns, rows, Layout(width=80)).splitlines()[1:] == [
            "  name      mentions  titles", "  Ann Lee          1  Mayor", "  Bob Bell        12",
        ]  # fmt: skip

    def test_an_answer_without_rows(self):
        assert plain_table("people", 0, [("name", False, "")], [], Layout()) == "People  none\n"


class TestSum:
    def test_of_one_document(self):
        assert table(SAMPLE, width=100).splitlines()[-1] == (
            f"1 document: {len(SAMPLE.dates)} dates, {len(SAMPLE.people)} mentions of {len(SAMPLE.entities)} people, "
            f"{len(SAMPLE.percentages)} percentages, {len(SAMPLE.claims)} claims, {len(SAMPLE.conflicts)} disagreements"
        )

    def test_somebody_whom_two_documents_name_is_one_person(self):
        one = extract("Ann Lee met Bob Bell. Ann Lee left.", id="a")
        other = extract("Ann Lee met Carl Cole.", id="b")
        assert table(one, other).splitlines()[-1] == "2 documents: 5 mentions of 3 people"

    def test_of_the_kinds_that_were_asked_for(self):
        text = "It was 3% in 2020."
        assert table(extract(text, kinds={"date"}), kinds=frozenset({"date"})).splitlines()[-1] == "1 document: 1 date"

    def test_none_where_nothing_was_found(self):
        assert table(document("Nothing.")) == "a.txt\n  nothing found\n"


class TestWrapping:
    def lines(self, text: str, width: int, *, fold: bool = False) -> list[str]:
        return [painted(line, color=False) for line in wrapped([Run("", text)], width, fold=fold)]

    def test_at_blanks_and_at_line_ends(self):
        assert self.lines("one two three\nfour", 8) == ["one two", "three", "four"]

    def test_a_long_word_stays_whole_unless_it_may_be_broken(self):
        assert self.lines("an unbreakable word", 8) == ["an", "unbreakable", "word"]
        assert self.lines("an unbreakable word", 8, fold=True) == ["an", "unbreaka", "ble word"]

    def test_a_word_in_several_styles_is_one_word(self):
        runs = [Run("bold", "al"), Run("", "pha be"), Run("red", "ta")]
        lines = [painted(line, color=False) for line in wrapped(runs, 6)]
        assert lines == ["alpha", "beta"]
        assert re.fullmatch(r"\x1b\[1mal\x1b\[0mpha", painted(next(wrapped(runs, 6)), color=True))


def test_a_claim_without_a_source_has_a_dash():
    text = "According to nobody it was over."
    made = document(text, claim("c1", None, Span(0, 9), Span(20, 31), text))
    assert "  1  – – According – it was over" in table(made, width=60)


def test_documents_stand_apart():
    """An empty line is above each document but the first, and above the sum."""
    lines = table(document("x", date("d1", 0, 1, "x"), id="a"), document("", id="b"), document("", id="c")).splitlines()
    places = [lines.index(name) for name in "abc"]
    assert places[0] == 0
    assert [lines[place - 1] for place in places[1:]] == ["", ""]
    assert lines[-2:] == ["", "3 documents: 1 date"]


def test_a_first_line_has_the_room_that_the_others_are_indented_by():
    assert list(fitted("  aa bb cc dd ee", 10, 6)) == ["  aa bb cc", "      dd", "      ee"]


def test_equal_numbers_beside_each_other_are_all_shown():
    columns = [("name", False, "bold"), ("mentions", True, ""), ("documents", True, ""), ("claims", True, "")]
    stacked = plain_table("people", 1, columns, [("Ann Lee", "2", "2", "1")], Layout(width=60))
    assert stacked.splitlines()[1] == "  Ann Lee · 2 mentions · 2 documents · 1 claim"
