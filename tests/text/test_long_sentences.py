"""A sentence of thousands of words is cut where a clause may end, and takes time in proportion to its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from factx import extract
from factx.text.long_sentences import LONGEST
from factx.text.tokens import tokenise, tokenise_around

CLAUSES = (
    "the mayor said that the mill would close", "Ann Lee told reporters on Monday that sales had risen 3%",
    "farmers blocked the roads", "it rained in Hull and in Leeds", "he said he had left",
)  # fmt: skip


def sentence(words: int, joined: str) -> str:
    """One sentence of about so many words."""
    clauses: list[str] = []
    count = 0
    while count < words:
        clauses.append(CLAUSES[len(clauses) % len(CLAUSES)])
        count += len((clauses[-1] + joined).split())
    return joined.join(clauses) + "."


def parts(text: str) -> list[str]:
    tokens = tokenise(text)
    return [tokens.text(start, end) for start, end in tokens.sentences]


@pytest.mark.parametrize(
    ("joined", "ends", "begins"),
    [
        ("; ", ";", CLAUSES),
        (", and ", ",", ("and ",)),
        (", but Ray said, ", ",", ("but ",)),
        (" and ", "", ("and ",)),
        (", ", ",", CLAUSES),
    ],
)
def test_it_is_cut_where_a_clause_may_end(joined: str, ends: str, begins: tuple[str, ...]) -> None:
    found = parts(sentence(3000, joined))
    assert len(found) > 3000 // LONGEST
    assert all(part.endswith(ends) for part in found[:-1])
    assert all(part.startswith(begins) for part in found[1:])


def test_none_of_its_parts_is_longer_than_the_longest() -> None:
    for text in (sentence(10_000, ", and "), "word " * 10_000, "a, 1, " * 5_000, ", " * 10_000):
        tokens = tokenise(text)
        assert max(end - start for start, end in tokens.sentences) <= LONGEST
        assert "".join(tokens.words) == text


def test_no_number_is_taken_apart() -> None:
    assert not any(part[:1].isdigit() for part in parts("May 3, 2020 " * 300)[1:])


def test_a_sentence_of_some_length_stays_whole() -> None:
    text = "word " * LONGEST
    assert len(parts(text)) == 1
    assert len(parts(f"It rained. {text}")) == 2


def test_a_paragraph_read_by_itself_is_cut_in_the_same_places() -> None:
    text = sentence(3000, ", and ")
    assert list(tokenise_around(text, [0])) == list(tokenise(text))


def test_its_facts_are_found() -> None:
    text = sentence(10_000, ", and ")
    found = Counter(fact.kind for fact in extract(text).facts)
    told = [text.count(word) for word in ("Ann Lee", "Monday", "3%", "the mayor said", "Lee told", "he said")]
    assert [found["person"], found["date"], found["percentage"]] == told[:3]
    assert found["claim"] >= sum(told[3:]) * 0.98


@pytest.mark.parametrize("joined", [", and ", "; ", " and ", ", "])
def test_the_work_grows_with_its_length_and_no_faster(
    joined: str, lines_run: Callable[[Callable[[], object]], int]
) -> None:
    """What looks at the whole sentence at each clause runs sixteen times as many lines."""

    def lines(words: int) -> int:
        text = sentence(words, joined)
        return lines_run(lambda: extract(text))

    lines(500)  # what is worked out once
    assert lines(6000) < 5 * lines(1500)
