"""Names alone that the text shows to be things or people by their company: storms, assistants, peoples, shops, friends.

A word list says only that a name may be a storm's; here it is one where the text speaks of storms.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import cues
from factx.extract.people.memory import Memory
from factx.extract.people.words import Words
from factx.text.tokens import BLANKS

SPEAKS_OF = {
    "storm": frozenset("storm storms hurricane hurricanes typhoon typhoons cyclone cyclones".split()),
    "assistant": frozenset("ai chatbot chatbots chatgpt openai anthropic llm llms deepmind".split()),
}
"""The words by which a text speaks of the things that may have a person's name."""
STORMS = frozenset({"Storm ", "Hurricane ", "Typhoon ", "Cyclone "})
HUMAN = frozenset({"after:saying", "after:saying-quote", "then:only-pronoun", "after:age", "before:quote-saying"})
"""Cues by which the namesake of a thing is somebody all the same."""
JOINING = frozenset({", ", "and ", "or ", ", and ", "& "})
REGIMES = frozenset("administrations governments campaigns camps cabinets families eras presidencies years".split())
"""What several people have led: the Hale and the Lund administrations."""
POSSESSIVE = frozenset({"'s ", "’s "})
ARE = frozenset({"are ", "were ", "became ", "become ", "remain ", "remained "})
FRIENDS = frozenset(
    "friends siblings twins cousins classmates schoolmates roommates flatmates brothers sisters lovers married engaged"
    .split()
)
"""What two people are to each other, and hardly two firms or countries."""
BETWEEN = 3
"""How many words may stand before that: are still best friends."""


def tell(lone: Sequence[Candidate], memory: Memory, words: Words, texts: Sequence[str]) -> None:
    """Add to names alone the cues of what the text shows them to be by their company."""
    _tell_namesakes(lone, memory, words)
    for name in lone:
        if name.title and texts[name.title - 1] in ("the ", "The ") and _is_one_of_peoples(texts, name):
            name.add(cues("the-list"))
        after = texts[name.end] if name.end < len(texts) else ""
        if after in POSSESSIVE and name.shows != "thing" and _are_brands(texts, name.end, words):
            name.add(cues("after:brand"))
            name.shows = "thing"
    for one, other in pairwise(lone):
        if other.title == one.end + 1 and texts[one.end] in ("and ", "& ") and _are_friends(texts, other.end):
            for name in (one, other):
                name.add(cues("after:friends"))
                name.shows = "person"


def _tell_namesakes(lone: Iterable[Candidate], memory: Memory, words: Words) -> None:
    """Add to the names that storms and assistants bear too that they are these, where a text speaks of such."""
    storms = _storms(memory)
    named = words.vocabulary.namesakes | dict.fromkeys(storms, "storm") if storms else words.vocabulary.namesakes
    found = [
        name for name in lone
        if (word := name.name.folded[0]) in named and (word in storms or not memory.knows(word))
    ]
    if not found:
        return
    spoken = {text.rstrip(BLANKS).lower() for text in memory.texts}
    for kind, signs in SPEAKS_OF.items():
        namesakes = [name for name in found if named[name.name.folded[0]] == kind]
        several = kind == "assistant" and len({name.name.folded[0] for name in namesakes}) > 1
        if not several and signs.isdisjoint(spoken):
            continue
        for name in namesakes:
            if name.name.office is None and not _is_somebody(name):
                name.add(cues("namesake"))
                name.shows = "thing"


def _storms(memory: Memory) -> set[str]:
    """The names, folded, that the text gives to storms: Storm Amy."""
    if memory.texts.isdisjoint(STORMS):
        return set()
    return {
        name.rstrip(BLANKS).lower() for storm, name in pairwise(memory.words) if storm in STORMS and name[:1].isupper()
    }


def _is_somebody(name: Candidate) -> bool:
    """Whether the neighbours of a name show a person: a storm does not speak, and it is no age."""
    return any(not HUMAN.isdisjoint(found.names) for found in name.evidence)


def _is_one_of_peoples(texts: Sequence[str], name: Candidate) -> bool:
    """Whether a name with "the" stands in a row of such: the Ashanti, the Fulani and the Kikuyu."""
    i = name.title - 2
    while i > 0 and texts[i] in JOINING:
        i -= 1
    if name.end < len(texts) and texts[name.end].rstrip(BLANKS) in REGIMES:
        return False
    if 1 < i < name.title - 2 and texts[i][:1].isupper() and texts[i - 1] in ("the ", "The "):
        return True
    i = name.end
    while i < len(texts) and texts[i] in JOINING:
        i += 1
    if i == name.end or texts[i:i + 1] != ["the "]:
        return False
    people, after = (*texts[i + 1:i + 3], "", "")[:2]
    return people[:1].isupper() and not (after[:1].isalpha() and after not in JOINING)


def _are_brands(texts: Sequence[str], i: int, words: Words) -> bool:
    """Whether possessives in a row, the first at `i`, have a verb after them: Wendy's and Denny's raised."""
    links = 0
    while True:
        after = i + 1
        while after < len(texts) and texts[after] in JOINING:
            after += 1
        if after + 1 >= len(texts) or after == i + 1:
            break
        if not (texts[after][:1].isupper() and texts[after + 1] in POSSESSIVE):
            return False
        i, links = after + 1, links + 1
    if i + 2 >= len(texts) or not (links or _follows_brand(texts, i)):
        return False
    verb = words[texts[i + 1]]
    return verb.form == "lower" and (
        verb.profile.literal == "-ed" or not verb.tags.isdisjoint(("saying", "doing", "auxiliary"))
    )


def _follows_brand(texts: Sequence[str], i: int) -> bool:
    """Whether another possessive stands before the one at `i`: Macy's and Kohl | 's."""
    before = i - 2
    while before > 0 and texts[before] in JOINING:
        before -= 1
    return 0 < before < i - 2 and texts[before] in POSSESSIVE


def _are_friends(texts: Sequence[str], i: int) -> bool:
    """Whether two names before `i` are said to be friends or the like."""
    if i >= len(texts) or texts[i] not in ARE:
        return False
    return any(text.rstrip(BLANKS) in FRIENDS for text in texts[i + 1:i + 2 + BETWEEN])
