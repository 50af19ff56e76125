"""Names written surname first, as registers have them: Okonedo, Patrick, aged 34; HALE, Ann; Reed, Tom; Lund, Eva."""

from __future__ import annotations

from collections.abc import Sequence

from factx.extract.people.candidates import Candidate, Mention, Name
from factx.extract.people.cues import cues
from factx.extract.people.evidence import judge
from factx.extract.people.surroundings import opens_line
from factx.extract.people.words import Word, Words
from factx.text.tokens import BLANKS, BREAKS

AGED = frozenset({"aged", "age", "born", "d.o.b.", "dob"})
"""What a register says behind a name and a comma."""


def joined(names: Sequence[Candidate], tokens: Sequence[str], words: Words) -> list[Candidate]:
    """The candidates, those joined that are one name with the surname first, in the text's order."""
    found: list[Candidate] = []
    for name in names:
        if name.title == name.start > 1 and tokens[name.start - 1] == ", ":
            before = found[-1] if found else None
            if before is None or before.end != name.start - 1:
                before = _in_capitals(name, tokens, words)
            elif not _may_be_inverted(before.name, name.name) or not _is_register(before, name, tokens):
                before = None
            if before is not None:
                if found and found[-1].end == before.end:
                    found.pop()
                found.append(_whole(before, name, tokens, words))
                continue
        found.append(name)
    return found


def _in_capitals(given: Candidate, texts: Sequence[str], words: Words) -> Candidate | None:
    """The surname in capitals at the head of a line, before a comma and given names: KHUMALO, Sipho."""
    start = given.start - 2
    text = texts[start]
    if not (text.isupper() and len(text) > 1 and opens_line(texts, start)) or texts[given.start].isupper():
        return None
    word = words[text]
    surname = Candidate(Name("lone-name", 0, 0, 1, 1, (word,), texts[start:start + 1]), start)
    return surname if _may_be_inverted(surname.name, given.name) else None


def _may_be_inverted(surname: Name, given: Name) -> bool:
    """Whether the first of two names can be a surname alone, and the second the given names."""
    if not surname.lone or surname.office is not None or given.words[0].given < 2 or len(given.words) > 2:
        return False
    word = surname.words[0]
    return (word.given < 2 or word.family > word.given) and _is_proper(word)


def _is_proper(word: Word) -> bool:
    """Whether a word is a surname, or in no list."""
    return word.family > 0 or word.form == "upper" or not (word.place or word.common or word.tags)


def _is_register(surname: Candidate, given: Candidate, texts: Sequence[str]) -> bool:
    """Whether two names stand as in a register: an age behind them, capitals at a line's head, semicolons between."""
    before = texts[surname.start - 1] if surname.start else ""
    after = texts[given.end:given.end + 2]
    opens = opens_line(texts, surname.start)
    word = texts[surname.start]
    if opens and word.isupper() and len(word) > 1 and not texts[given.start].isupper():
        return True
    alone = before[:1].islower() or before[:1] == ":" or opens and before[:1] in (*BREAKS, "")
    ends = not after or not after[0] or after[0][:1] in (";", *BREAKS)
    if before[:1] == ";":
        return ends or after[0] in (". ", ".")
    if len(after) < 2 or not alone:
        return False
    aged = after[1].rstrip(BLANKS).lower() in AGED or after[1][:2].isdecimal()
    return after[0] == ", " and aged or after[0] == "; "


def _whole(surname: Candidate, given: Candidate, texts: Sequence[str], words: Words) -> Candidate:
    """The one name that a surname and the given names behind it are."""
    first, last = surname.start, given.end
    own = [*given.name.words, surname.name.words[0]]
    name = Name("full-name", 0, 0, last - first, last - first, own, texts[first:last])
    name.mention = Mention(
        name.folded, (), "".join(given.name.tokens).rstrip(BLANKS), surname.name.words[0].text, None,
        given.name.words[0].profile.gender,
    )
    judge(name, words.vocabulary.eponyms)
    whole = Candidate(name, first)
    whole.add(cues("inverted"))
    return whole
