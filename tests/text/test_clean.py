"""Text as it reads: what stands in words is passed over, and every offset is one of the text as it stands."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import factx
from factx.model import Marked, Span, as_read
from factx.text.clean import clean
from factx.text.sentences import sentences
from factx.text.tokens import unwrap


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("sa\xadid on Mon\xadday", "said on Monday"),
        ("Zoë Mül\xad\nler left.", "Zoë Müller\nleft."),
        ("Tom\u200b Hill left 3\u2060%", "Tom Hill left 3%"),
        ("Tom\u200bHill", "Tom Hill"),
        ("a\u200clone\ufeff", "alone"),
        ("the oﬃce and the inﬂation", "the office and the inflation"),
        ("Zoe\u0308 Mu\u0308ller", "Zoë Müller"),
        ("Tom&nbsp;Hill &ldquo;no&#8221; AT&T &nosuch; R&amp;D", "Tom\xa0Hill “no” AT&T &nosuch; R&D"),
        ("â€œNoâ€\ufffd said ZoÃ« MÃ¼ller at 3Â°", "“No” said Zoë Müller at 3°"),
        ("he said on Mon-\nday that", "he said on Monday\nthat"),
        ("prices, yester-\r\nday, rose", "prices, yesterday,\nrose"),
        ("in-\n\nflation fell", "inflation\n\nfell"),
        ("a well-\nknown mayor", "a well-known\nmayor"),
        ("a long-term plan and a long-\nterm one", "a long-term plan and a long-term\none"),
    ],
)
def test_what_stands_in_words_is_not_read(text, reads):
    found = clean(text)
    assert found is not None
    assert found.text == reads


@pytest.mark.parametrize(
    "text",
    ["", "Plain.", "A – dash, “quotes” and Zoë.", "60-\n70%", "Jean-\nPierre", "SÃO PAULO", "x -\n y", "- a\n- b"],
)
def test_what_is_as_it_reads_is_left_alone(text):
    assert clean(text) is None


@example("aÃ\xad\na3")
@given(st.text(alphabet="ab -\n\xad\u200b\u0301ﬁ&;lt#3Ã¼â€œ\ufffd%.", max_size=60))
def test_every_place_leads_back_into_the_text(text):
    found = clean(text)
    if found is None:
        return
    for start in range(len(found.text)):
        span = found.back(Span(start, start + 1))
        assert 0 <= span.start <= span.end <= len(text)
        assert span.end > span.start
        if text[span.start : span.end] != found.text[start]:
            assert any(edit.start <= span.start and span.end <= edit.end for edit in found.edits)


def test_facts_stand_where_they_stand_and_read_as_they_read():
    text = "LONDON, May 8, 2024 - The mayor, Tom Hill, sa\xadid on Mon-\nday that prices rose 3&nbsp;%."
    document = factx.extract(text)
    assert document.text == text
    for fact in document.facts:
        assert text[fact.span.start : fact.span.end] == fact.text
    [claim] = document.claims
    assert claim.value_text == "The mayor, Tom Hill – said – that prices rose 3 %"
    assert claim.cue is not None
    assert (claim.cue.text, as_read(claim.cue.text)) == ("sa\xadid", "said")
    monday = document.dates[1]
    assert (monday.text, monday.value) == ("Mon-\nday", "2024-05-06")
    again = pickle.loads(pickle.dumps(monday.text))
    assert isinstance(again, Marked)
    assert again.reads == "Monday"


def test_a_letter_decoded_twice_is_one_only_where_others_are():
    """Å before a mark of Windows is Danish and a quotation mark, unless other letters show that it is half of one."""
    assert clean("Åkesson sagde “Å”.") is None
    assert clean("ZoÃ« Å“uvre") is not None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_with_any_ends(end):
    text = "The mayor of the town said on Monday\nthat all was well in the region and\nthat rents would rise again.\n"
    assert unwrap(text.replace("\n", end)).rstrip().count("\n") == 0
    assert len(unwrap(text.replace("\n", end))) == len(text.replace("\n", end))


def test_a_sentence_ends_at_the_end_of_a_wrapped_line():
    text = (
        "The mayor of the town said on Monday that all was well in the region.\n"
        "The council denied it and said that nobody in the town had been told\n"
        "of any plan before that day.\n"
    )
    assert len(sentences(text)) == 2


def test_double_spacing_wraps_and_paragraphs_of_a_line_do_not():
    spaced = "The mayor, Tom\n\nHill, said that prices\n\nrose again in the town\n\nand would fall later\n\nin May."
    assert "\n" not in unwrap(spaced)
    lines = "Tom Hill left.\n\nHe was mayor.\n\nNobody knows why.\n\nIt rained.\n\nThe end."
    assert unwrap(lines) == lines


def test_short_lines_of_a_list_stay_lines():
    text = "apples\npears\nplums and cherries\nfigs\ngrapes\n"
    assert unwrap(text) == text
