"""The evidence that a name is a person's which the name itself gives: its words, its form, its title."""

from __future__ import annotations

from collections.abc import Container, Sequence

from factx.extract.people.candidates import SERVANTS, Name
from factx.extract.people.cues import EVERY, Cues, cues
from factx.extract.people.words import HYPHENS, MARKS, Profile, Word
from factx.lexicon.names import look_up
from factx.text.tokens import BLANKS

ARTICLES = frozenset({"la", "el", "los", "las"})
"""What a work's or a place's name in Spanish begins with."""
FEMININE = frozenset({"la", "las", "los"})
"""Articles that begin the names of papers, shops and bands in Spanish, and hardly nicknames, as El does."""
ARABIC = frozenset({"al", "el", "ul", "ad", "ar", "as", "az", "bin ", "ibn "})
"""Articles and the like within Arabic names, as tokens: Abdel-Rahman al-Masri."""
PARTIES = frozenset({"D", "R"})
"""Letters of parties before a hyphen and a seat: Ann Lee (R-Loudoun)."""
COUNTRY = 3
"""The rank of countries among places."""
OF_NATIONS = frozenset({"nationality", "modifier"})
SHORT_FORMS = frozenset({"AG", "SA", "NV", "SE", "AB"})
"""Legal forms of two letters, which are nothing else in capitals at the end of a name."""


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
            if " ".join(name.folded) in eponyms:
                found.append(cues("eponym"))  # Al Qaeda
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
        if name.lone and "courtesy" in office.tags and "calendar" in first.tags:
            found.append(cues("titled-word"))  # Mr Winter
    name.evidence = tuple(found)
    for group in found:
        name.weight += group.lone if name.lone else group.full
        if group.shows:
            name.shows = group.shows
    name.hopeless = name.lone and name.office is None and name.words[0].profile.hopeless


def _full(name: Name, eponyms: Container[str], found: list[Cues]) -> None:
    """Add the cues of a name's words, and of their combination."""
    _of_parts(name, found)
    _of_whole(name, found)
    _of_pair(name, found)
    if name.last - name.start > len(name.words):
        _of_links(name, found)
    folded = name.folded
    if " ".join(folded) in eponyms or len(folded) > 2 and " ".join(folded[:2]) in eponyms:
        found.append(cues("eponym"))


def _of_parts(name: Name, found: list[Cues]) -> None:
    """Add the cues of how many words a name has, and of each: the first, the last, those between."""
    words = name.words
    count = len(words)
    first, last = words[0].profile, words[-1].profile
    of_first = cues("first:eastern") if name.eastern else first.first
    of_last = last.last
    if name.eastern or name.burmese or _is_known(first, last) or _is_after_article(name):
        of_first, of_last = cues("first:eastern") if name.eastern else first.first_of_name, last.last_of_name
    between: Sequence[Cues] = ()
    if count > 2:
        if first.given >= 2 and _is_eastern_tail(words[1:]):
            of_last = cues("last:eastern", "family-first")  # David Tan Siong Sun
        elif count == 3 and name.folded[0] == name.folded[1] and first.given and last.family >= 2:
            of_first = cues("doubled-given")  # San San Chew
        else:
            between = [word.profile.inner for word in words[1:-1]]
    found += (cues(f"words-{min(count, 5)}"), of_first, of_last, *between)
    if name.folded[0] in SERVANTS:
        found.append(cues("servant"))  # Abdel-Rahman Hale


def _is_known(first: Profile, last: Profile) -> bool:
    """Whether the first word of a name is known as a given name, and the last as a surname."""
    return first.given >= 2 and last.family >= 2 and (first.given == 3 or first.place < 2) and not last.is_body


def _is_after_article(name: Name) -> bool:
    """Whether "bin" or the like stands before a last word that is listed as a name: Osama bin Laden."""
    first, last = name.words[0].profile, name.words[-1].profile
    return first.given >= 2 and last.family > 0 and last.place < 2 and name.tokens[1] in ARABIC


def _of_whole(name: Name, found: list[Cues]) -> None:
    """Add the cues of a name as a whole: its form, its order, a place or a firm of that name."""
    words, folded = name.words, name.folded
    if len(words) == 2:
        if folded[0] == folded[1]:
            found.append(cues("doubled"))
        elif folded[0] in FEMININE:
            found.append(cues("la-name"))  # La Constancia
        elif words[1].place == COUNTRY and not words[0].tags.isdisjoint(OF_NATIONS):
            found.append(cues("nation"))  # Nazi Germany
        elif "nationality" in words[1].tags and folded[1][-1] == "s" and not words[1].family:
            found.append(cues("nation"))  # Young Latinos
    elif words[0].form == words[-1].form == "upper":
        found.append(cues("long-capitals"))
    if name.eastern:
        found.append(cues("family-first"))
    elif name.burmese:
        found.append(cues("burmese"))
    if words[0].profile.begins_place and look_up("places", "_".join(folded)):
        found.append(cues("place-name"))
    if words[-1].form == "upper" and "role" in words[-1].tags:
        found.append(cues("role-last"))  # Norton CEO
    if is_legal_form(words[-1]):
        found.append(cues("legal-form"))  # Norton Co.
        name.is_firm = True


def _of_pair(name: Name, found: list[Cues]) -> None:
    """Add the cues of what the first and the last word are together: a given name and a surname, or a body's noun."""
    first, last = name.words[0].profile, name.words[-1].profile
    if not (first.given and last.family):
        if first.given >= 2:
            found.append(cues("given+other"))
        if last.form == "initial" and not (first.place or first.common) and first.form == "capital":
            found.append(cues("initials-last"))  # Biju P.K.
        return
    found.append(cues("given+family"))
    if last.is_body and first.given == 3 and last.family == 3 and first.place < 2:
        found.append(cues("given+body"))  # Sarah Park, but Victoria Park
    elif last.is_body and last.family < 2 and last.common == 3:
        found.append(cues("body-noun"))  # Morgan Care, Barry Island


def _of_links(name: Name, found: list[Cues]) -> None:
    """Add the cues of what joins the words of a name: particles, hyphens, a nickname."""
    found.append(cues(_link(name)))
    if any(name.tokens[i] in ("e", "i") and name.tokens[i - 1] in HYPHENS for i in range(2, len(name.tokens) - 1)):
        found.append(cues("ezafe"))  # Lashkar-e-Rahim
    if name.folded[0] in ARTICLES and len(name.words) > 2 and any(map(str.islower, name.tokens)):
        found.append(cues("titled-work"))  # La Sombra de la Luna
    if _is_of_party(name) or name.tokens[0] in PARTIES and name.tokens[1] in HYPHENS and len(name.tokens) == 3:
        found.append(cues("party-joined"))  # Ann Lee (PH-Teluk Intan)


def is_legal_form(word: Word) -> bool:
    """Whether a word is the legal form of a firm, at its name's end: Inc., S.p.A., AG."""
    return "legal-form" in word.tags or word.text in SHORT_FORMS


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
    particle = name.tokens[1][0].isalpha() or any(token in ARABIC for token in name.tokens[1:])
    return "particle" if particle else "joined"
