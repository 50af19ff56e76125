"""Names written surname first, as registers have them: Okonedo, Patrick, aged 34; HALE, Ann; Reed, Tom; Lund, Eva."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.people.candidates import PARTICLES, Candidate, Mention, Name
from factx.extract.people.cues import cues
from factx.extract.people.evidence import judge
from factx.extract.people.labels import opens_line
from factx.extract.people.words import Word, Words
from factx.text.tokens import BLANKS, BREAKS

AGED = frozenset({"aged", "age", "born", "d.o.b.", "dob"})
"""What a register says after a name and a comma."""
LONGEST = 3
"""The most words of a surname, or of given names."""


def joined(names: Sequence[Candidate], tokens: Sequence[str], words: Words) -> list[Candidate]:
    """The candidates, those joined that are one name with the surname first, in the text's order."""
    found: list[Candidate] = []
    for name in names:
        if name.title == name.start > 1 and tokens[name.start - 1] == ", ":
            before = found[-1] if found else None
            whole = _in_capitals(name, tokens, words)
            if whole is None and before is not None and before.end == name.start - 1 and (
                _may_be_inverted(before.name, name.name) and _is_register(before, name, tokens)
            ):
                whole = before
            if whole is not None:
                while found and found[-1].end > whole.start:
                    found.pop()
                found.append(_whole(whole, name, tokens, words))
                continue
        found.append(name)
    return found


def _in_capitals(given: Candidate, texts: Sequence[str], words: Words) -> Candidate | None:
    """The surname in capitals at the head of a line, before a comma and given names: DE FREITAS, Maria."""
    first = given.name.words[0]
    if texts[given.start].isupper() or first.place > 1 or len(given.name.words) > LONGEST:
        return None
    aged = [text.rstrip(BLANKS) for text in texts[given.end:given.end + 2]]
    if first.given < 2 and (first.common or aged[:1] != [","] or aged[1:2] and aged[1] not in AGED):
        return None
    last = start = given.start - 2
    while start and last - start < LONGEST and texts[start - 1].isupper() and texts[start - 1][:1].isalpha():
        start -= 1
    capitals = texts[start:last + 1]
    opens = opens_line(texts, start) or texts[start - 1][:1].isdecimal()  # 14.00 PRYCE, Dafydd, aged 22
    if not (capitals[-1].isupper() and len(capitals[-1]) > 1 and opens):
        return None
    own = [words[text] for text in capitals]
    if own[-1].place > 1 and own[-1].family < 2 or any(word.form == "mark" for word in own):
        return None
    return Candidate(Name("lone-name", 0, 0, len(own), len(own), own, capitals), start)


def _may_be_inverted(surname: Name, given: Name) -> bool:
    """Whether the first of two names can be a surname alone, and the second the given names."""
    if not surname.lone or surname.office is not None or given.words[0].given < 2 or len(given.words) > 2:
        return False
    word = surname.words[0]
    return (word.given < 2 or word.family > word.given) and _is_proper(word)


def _is_proper(word: Word) -> bool:
    """Whether a word is a surname, or in no list."""
    return word.family > 0 or not (word.place or word.common or word.tags)


def _is_register(surname: Candidate, given: Candidate, texts: Sequence[str]) -> bool:
    """Whether two names stand as in a register: an age after them, capitals at a line's head, semicolons between."""
    before = texts[surname.start - 1] if surname.start else ""
    after = texts[given.end:given.end + 2]
    opens = opens_line(texts, surname.start)
    if before[:1] == ";" or after and after[0][:1] == ";":
        return _is_of_pairs(surname.start, texts)
    apposed = before == ", " and texts[surname.start - 2][:1].islower()  # the defendant, Hale, Ann, 45,
    alone = apposed or before[:1].islower() or before[:1] == ":" or opens and before[:1] in (*BREAKS, "")
    if len(after) < 2 or not alone or after[0] != ", ":
        return False
    return after[1].rstrip(BLANKS).lower() in AGED or after[1][:2].isdecimal()


def _is_of_pairs(start: int, texts: Sequence[str]) -> bool:
    """Whether semicolons part pairs of words in the list around a place: Reed, Tom; Lund, Eva; not a team's rows."""
    first = last = start
    while first and texts[first - 1] and texts[first - 1][0] not in ":.\n":
        first -= 1
    while last < len(texts) and texts[last] and texts[last][0] not in ".\n":
        last += 1
    commas = [0]
    for text in texts[first:last]:
        if text[0] == ";":
            commas.append(0)
        elif text[0] == ",":
            commas[-1] += 1
        elif text[0].islower():
            return False
    return len(commas) > 1 and set(commas) == {1}


def _whole(surname: Candidate, given: Candidate, texts: Sequence[str], words: Words) -> Candidate:
    """The one name that a surname and the given names after it are."""
    first, last = surname.start, given.end
    own = [*given.name.words, *surname.name.words]
    name = Name("full-name", 0, 0, last - first, last - first, own, texts[first:last])
    folded = tuple([word.folded for word in own if word.tags.isdisjoint(PARTICLES)])
    name.mention = Mention(
        folded, (), "".join(given.name.tokens).rstrip(BLANKS), "".join(surname.name.tokens).rstrip(BLANKS), None,
        given.name.words[0].profile.gender,
    )
    judge(name, words.vocabulary.eponyms)
    whole = Candidate(name, first)
    whole.add(cues("inverted"))
    return whole
