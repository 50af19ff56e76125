"""Long texts are read stretch by stretch, and the same is found."""

from __future__ import annotations

import random
import tracemalloc
from functools import partial
from importlib import import_module

import pytest

import factx
from factx.text.stretches import stretches
from factx.text.tokens import BREAKS, Tokens, tokenise

PARAGRAPHS = [
    "Ann Lee, the mayor of Hull, said on Monday that the bridge would close for repairs until the end of June 2023.",
    "“It is no use,” said Bob Hay. “We have waited for years, and nobody in the town believes them any longer.",
    "“They may come and see for themselves,” he added, and left the room with his deputy and two of the clerks.",
    "Some 60% of voters stayed at home, according to Carla Day, who had counted them with a dozen of her students.",
    "She told them:",
    "Nothing else happened in the town that week, which the people in the market thought was just as well for all.",
]


def long_text(seed: int, size: int = 400) -> str:
    return "\n\n".join(random.Random(seed).choices(PARAGRAPHS, k=size))


def parts(tokens: Tokens, long: int) -> list[Tokens]:
    return [tokens.excerpt(start, end) for start, end in stretches(tokens, long)]


@pytest.mark.parametrize("text", ["", "One.", "One paragraph " * 3000, long_text(1), "A.\n\n" * 3000, "\n\n" * 9])
def test_they_are_the_text_in_order(text: str) -> None:
    tokens = tokenise(text)
    found = parts(tokens, 500)
    assert "".join(part.source for part in found) == text
    assert [word for part in found for word in part.words] == tokens.words
    assert all(part.words[-1][0] in BREAKS for part in found[:-1])


def test_none_is_long_where_there_are_paragraphs_nor_short() -> None:
    sizes = [len(part) for part in parts(tokenise(long_text(2)), 500)]
    assert len(sizes) > 8
    assert all(500 <= size < 1100 for size in sizes)


def test_a_text_of_less_than_two_is_one() -> None:
    tokens = tokenise(long_text(3, 40))
    assert list(stretches(tokens, len(tokens) // 2 + 1)) == [(0, len(tokens))]


def test_quotations_and_who_speaks_them_stay_together() -> None:
    for part in parts(tokenise(long_text(4)), 500)[:-1]:
        last = part.source.strip().rsplit("\n\n", 1)[-1]
        assert not last.startswith("“")
        assert not last.endswith(":")


def test_the_same_claims_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    text = long_text(5)
    whole = factx.extract(text, date="2023-05-03").facts
    monkeypatch.setattr(import_module("factx.extract.claims"), "stretches", partial(stretches, long=500))
    assert factx.extract(text, date="2023-05-03").facts == whole
    assert sum(fact.kind == "claim" for fact in whole) > 200


def test_tokens_take_few_bytes() -> None:
    """A pointer to a word that the text repeats, and where it starts: strings and numbers of their own take twenty."""
    text = long_text(6, 4000)
    tokenise(text)
    tracemalloc.start()
    tokens = tokenise(text)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(tokens) > 50_000
    assert size < 6 * len(text)
