"""Refuses tags that nothing carries, so that a misspelt one is an error and not a rule that never fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches

from factx import lexicon
from factx.engine.alphabet import terms
from factx.engine.notation import Choice, expressions
from factx.engine.tags import TagSet, shape_tags

_SURE = 0.9
"""How alike a known name is that alone is suggested: two letters in the wrong order."""


def known_tags(lexicons: Iterable[str], lookup_tags: Iterable[TagSet] = (), marks: Iterable[str] = ()) -> TagSet:
    """Every tag that a token can carry: those of shapes, of the lexicons, of a large list and of collapsed tokens."""
    sections = (section for name in lexicons for section, words in lexicon.load(name).items() if words)
    return shape_tags().union({"any"}, sections, marks, *lookup_tags)


def refuse_unknown(choice: Choice, tags: Collection[str], phrases: Collection[str]) -> None:
    """Raises ValueError at the first tag of a pattern that is not among `tags`, naming those that are spelled alike."""
    for expression in expressions(choice, {}):
        refuse_unknown_in(expression, tags, phrases)


def refuse_unknown_in(expression: str, tags: Collection[str], phrases: Collection[str]) -> None:
    """The same for one tag expression."""
    for option in terms(expression):
        for _, tag in option:
            if not tag.startswith("=") and tag not in tags:
                raise ValueError(f"no tag and no phrase <{tag}>{_meant(tag, tags, phrases)}")


def _meant(tag: str, tags: Collection[str], phrases: Collection[str]) -> str:
    if tag in phrases:
        return ": phrases can't be joined by & and !"
    close = get_close_matches(tag, sorted((*tags, *phrases)), n=2)
    close = close[:1] if close and SequenceMatcher(None, tag, close[0]).ratio() >= _SURE else close
    return f"; did you mean {' or '.join(f'<{each}>' for each in close)}?" if close else " (factx rules shows many)"
