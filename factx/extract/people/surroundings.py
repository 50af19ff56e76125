"""The evidence that a candidate's neighbours give, added up: what stands before it, what follows it."""

from __future__ import annotations

from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import cues
from factx.extract.people.following import look_ahead
from factx.extract.people.preceding import look_back
from factx.extract.people.words import Words
from factx.text.tokens import Tokens


def weigh(name: Candidate, tokens: Tokens, words: Words) -> None:
    """Add the cues from the neighbours of a name."""
    found, texts = name.evidence, tokens.words
    article = look_back(name, texts, words, found)
    if name.end < len(texts):
        look_ahead(name, texts, words, found, article=article)
    else:
        found.append(cues("after:end"))
    score = name.score
    lone = name.lone
    for group in found:
        score += group.lone if lone else group.full
        if group.shows:
            name.shows = group.shows
    name.score = score
