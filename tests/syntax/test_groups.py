"""What is one noun or verb group, which word is its head, and what rules may ask of it."""

from __future__ import annotations

import pytest

from factx.pipeline import read_syntax
from factx.syntax.groups import possessors

NOUNS = [
    # sentence, group, head, tags
    ("The mayor’s old dog barked.", "The mayor’s old dog", "dog", "owned"),
    ("My brother’s three small boats sank.", "My brother’s three small boats", "boats", "owned plural"),
    ("All the king’s men fell.", "All the king’s men", "men", "owned plural"),
    ("Whose dog barked?", "Whose dog", "dog", "owned whose"),
    ("The athlete Ann Lee won.", "The athlete Ann Lee", "athlete", ""),
    ("Nobody told Ann Lee.", "Ann Lee", "Lee", "named person"),
    ("It fell on Monday.", "Monday", "Monday", "named time"),
    ("This year’s best film is old.", "This year’s best film", "film", "owned"),
    ("They pay for the poor.", "the poor", "poor", ""),
    ("She met the accused yesterday.", "the accused", "accused", ""),
    ("The growing number of shops failed.", "The growing number", "number", ""),
    ("The Lee-Ray bill passed.", "The Lee-Ray bill", "bill", ""),
    ("Apple sales rose.", "Apple sales", "sales", "plural"),
    ("Oil and gas prices fell.", "gas prices", "prices", "plural"),
    ("The Bank of England’s new governor spoke.", "England’s new governor", "governor", "owned"),
    ("She told him.", "She", "She", "pron subject"),
    ("She told him.", "him", "him", "object pron"),
    ("She has told it.", "it", "it", "it pron"),
    ("Nobody came.", "Nobody", "Nobody", "pron"),
    ("There is a fire.", "There", "There", "expletive pron"),
    ("The firm that failed is old.", "that", "that", "pron relative"),
]
VERBS = [
    ("The house was built in 1931.", "was built", "built", "finite passive past"),
    ("They had never been seen.", "had never been seen", "seen", "clause finite negated passive past perfect"),
    ("He will not come.", "will not come", "come", "finite future negated"),
    ("She might have been ill.", "might have been", "been", "auxiliary copula finite modal perfect"),
    ("He isn’t a thief.", "isn’t", "isn’t", "auxiliary copula finite negated present"),
    ("They can’t sing.", "can’t sing", "sing", "clause finite modal negated"),
    ("She doesn’t know.", "doesn’t know", "know", "clause finite negated present"),
    ("She has told them.", "has told", "told", "finite hearer perfect present"),
    ("The firm asked them.", "asked", "asked", "clause finite hearer past"),
    ("The river has often flooded.", "has often flooded", "flooded", "finite perfect present"),
    ("She wants to be heard.", "to be heard", "heard", "clause infinitive passive"),
    ("It seems to have rained.", "to have rained", "rained", "infinitive perfect"),
    ("They want to quickly leave.", "to quickly leave", "leave", "infinitive"),
    ("They did not stop working.", "did not stop", "stop", "finite negated past"),
    ("They did not stop working.", "working", "working", "ing"),
    ("Having won the vote, they slept.", "Having won", "won", "ing perfect"),
    ("Being told of it, he left.", "Being told", "told", "hearer ing passive"),
    ("A house seen from the sea burned down.", "seen", "seen", "clause participle passive"),
]


def groups_in(sentence: str) -> list[tuple[str, str, str, str]]:
    syntax = read_syntax(sentence)
    text = syntax.tokens.text
    return [
        (
            group.kind,
            text(group.start, group.end),
            text(group.head, group.head + 1),
            " ".join(sorted(group.tags - {"noun-group", "verb-group"})),
        )
        for group in syntax.groups
    ]


@pytest.mark.parametrize(
    ("kind", "sentence", "group", "head", "tags"),
    [*(("noun", *row) for row in NOUNS), *(("verb", *row) for row in VERBS)],
)
def test_group(kind: str, sentence: str, group: str, head: str, tags: str) -> None:
    assert (kind, group, head, tags) in groups_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank, the mill and the port closed.",
        "In Leeds, Ann Lee spoke.",
        "She left the room the mayor slept in.",
    ],
)
def test_a_mark_or_an_article_begins_a_new_group(sentence: str) -> None:
    nouns = [group for kind, group, *_ in groups_in(sentence) if kind == "noun"]
    assert [group for group in nouns if "," in group or " the " in group] == []
    assert len(nouns) > 1


def test_nothing_is_a_group_across_a_sentence_or_a_paragraph() -> None:
    assert [group for _, group, *_ in groups_in("It was a farm. House prices fell.\n\nOil\n\nPrices rose.")] == [
        "It", "was", "a farm", "House prices", "fell", "Oil", "Prices", "rose"
    ]  # fmt: skip


def test_owners_inside_a_group() -> None:
    syntax = read_syntax("His brother’s firm and the old mayor’s dog left their town.")
    found = possessors(syntax.groups, syntax.classes)
    assert [syntax.tokens.text(owner.start, owner.end) for owner in found] == [
        "His", "His brother", "the old mayor", "their"
    ]  # fmt: skip
    assert [syntax.tokens.text(owner.head, owner.head + 1) for owner in found] == ["His", "brother", "mayor", "their"]
