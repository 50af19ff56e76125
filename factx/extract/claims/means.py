"""By what means something was said: by phone, by e-mail, by video link. All that is known of it is here.

The rules have the phrase `medium` for it, which may stand between a verb and its content (shapes.py); where a source
stands after its verb, what tells the means is no part of it: said [Ann Lee] by phone from Delhi (phrases.py). The
words are the nouns that have `means` in lexicon/nouns.txt.
"""

from __future__ import annotations

from typing import Final

from factx.extract.claims import cues
from factx.extract.claims.reading import Reading

_LINKS: Final = ("link", "call", "conference", "message")
"""What a means may be called more fully: by video link."""
PHRASE: Final = f"'by' (?: 'e' '-' )? <means> <{'|'.join(map(repr, _LINKS))}>?"
"""The phrase, in the rules' notation."""


def begins_at(reading: Reading, by: int) -> bool:
    """Whether the means is told from the token "by" on."""
    if reading.lower(by) != "by":
        return False
    means = by + 3 if reading.words[by + 1 : by + 3] == ["e", "-"] else by + 1
    after = means + 1
    return "means" in cues.tags(reading.lower(means)) and (
        "nominal" not in reading.kinds[after] or reading.lower(after) in _LINKS  # but a letter by radio stations
    )
