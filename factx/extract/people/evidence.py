"""The evidence that a name is a person's which the name itself gives: its words, its form, its title."""

from __future__ import annotations

from collections.abc import Container, Sequence

from factx.extract.people.candidates import Name
from factx.extract.people.cues import EVERY, Cues, cues
from factx.extract.people.words import HYPHENS, MARKS, Word
from factx.lexicon.names import look_up
from factx.text.tokens import BLANKS

ARTICLES = frozenset({"la", "el", "los", "las"})
"""What a work's or a place's name in Spanish begins with."""


def judge(name: Name, eponyms: Container[str]) -> None:
    """Collect the cues that a name itself and its title give, and sum their weights."""
    if name.lone:
        found = [*name.words[0].profile.alone]
        if name.office is not None and f"{name.office.folded} {name.folded[0]}" in eponyms:
            found.append(cues("eponym"))  # Aunt Jemima, Sri Lanka
    else:
        found = [cues(EVERY)]
        if name.partial:
            found += (cues("words-1", "particle"), name.words[-1].profile.only)
        else:
            _full(name, eponyms, found)
    if name.end > name.last:
        found.append(cues("suffix"))
    if name.office is not None:
        office = name.office.profile
        first = name.words[0].profile
        # Mr. Speaker is not a name, Mr. King is.
        is_role = "courtesy" in office.tags and first.is_title and first.family < 3
        found.append(cues("title:role") if is_role else office.title)
    name.evidence = tuple(found)
    for group in found:
        name.weight += group.lone if name.lone else group.full
        if group.shows:
            name.shows = group.shows
    name.hopeless = name.lone and name.office is None and name.words[0].profile.hopeless


def _full(name: Name, eponyms: Container[str], found: list[Cues]) -> None:
    """Add the cues of a name's words, and of their combination."""
    words, folded = name.words, name.folded
    count = len(words)
    first, last = words[0].profile, words[-1].profile
    eastern = name.eastern
    burmese = all("burmese" in word.tags for word in words)
    named = eastern or burmese or (
        first.given >= 2 and last.family >= 2 and (first.given == 3 or first.place < 2) and not last.is_body
    )
    found += (
        cues(f"words-{min(count, 5)}"),
        cues("first:eastern") if eastern else first.first_of_name if named else first.first,
        last.last_of_name if named else last.last,
    )
    if count > 2 and first.given >= 2 and _is_eastern_tail(words[1:]):
        found[-1] = cues("last:eastern", "family-first")  # David Tan Siong Sun
    elif count == 3 and folded[0] == folded[1] and first.given and last.family >= 2:
        found[-2] = cues("doubled-given")  # San San Chew
    elif count > 2:
        found += [word.profile.inner for word in words[1:-1]]
    if count > 2:
        if words[0].form == words[-1].form == "upper":
            found.append(cues("long-capitals"))
    elif folded[0] == folded[1]:
        found.append(cues("doubled"))
    if eastern:
        found.append(cues("family-first"))
    elif burmese:
        found.append(cues("burmese"))
    if first.begins_place and look_up("places", "_".join(folded)):
        found.append(cues("place-name"))
    if first.given and last.family:
        found.append(cues("given+family"))
        if last.is_body and first.given == 3 and last.family == 3 and first.place < 2:
            found.append(cues("given+body"))  # Sarah Park, but Victoria Park
        elif last.is_body and last.family < 2 and last.common == 3:
            found.append(cues("body-noun"))  # Morgan Care, Barry Island
    elif first.given >= 2:
        found.append(cues("given+other"))
    if name.last - name.start > count:
        found.append(cues(_link(name)))
        if folded[0] in ARTICLES and count > 2 and any(map(str.islower, name.tokens)):
            found.append(cues("titled-work"))  # La Sombra de la Luna
        if _is_of_party(name):
            found.append(cues("party-joined"))  # Ann Lee (PH-Teluk Intan)
    if " ".join(folded) in eponyms or count > 2 and " ".join(folded[:2]) in eponyms:
        found.append(cues("eponym"))


def _is_eastern_tail(words: Sequence[Word]) -> bool:
    """Whether words after a given name are a Chinese or Korean family name and the syllables of a given one."""
    return "eastern" in words[0].tags and all("syllable" in word.tags for word in words[1:])


def _is_of_party(name: Name) -> bool:
    """Whether a hyphen joins a party's letters to the name of a seat: (PH-Teluk Intan)."""
    first, link = name.tokens[:2]
    return link in HYPHENS and len(first) > 1 and first.isupper() and first[-1] != "." and name.tokens[2][1:2].islower()


def _link(name: Name) -> str:
    """The cue of what joins the words of a name: a nickname in quotes, a particle, a hyphen."""
    for token in name.tokens:
        if not token[0].isalnum():
            if token[0] in "‘" or MARKS.get(token.rstrip(BLANKS)) in ("quote", "possessive"):
                return "nickname"
            break
    return "particle" if name.tokens[1][0].isalpha() else "joined"
