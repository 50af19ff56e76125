"""Reads a run of capitalised words as the names in it, without titles, ranks, countries and weekdays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from factx.extract.people.candidates import Candidate, Name
from factx.extract.people.capitals import in_capitals
from factx.extract.people.evidence import judge
from factx.extract.people.titles import is_adverb
from factx.extract.people.words import HYPHENS, Word, Words
from factx.lexicon.names import look_up
from factx.text.tokens import Tokens

LEADING = frozenset({"nationality", "modifier", "calendar", "function", "organisation", "greeting"})
BEFORE_NAMES = frozenset({"organisation", "modifier", "role"})
TRAILING = frozenset({"calendar", "degree", "function", "post-nominal", "credit"})
VERBS = frozenset({"saying", "doing", "hearing"})
EASTERN = frozenset({"eastern"})
LETTERED = frozenset({"capital", "upper", "initial", "letter", "mixed"})
BODIES = frozenset({"u.s.", "u.k.", "u.n.", "u.s.a.", "e.u.", "d.c.", "u.a.e.", "h.e."})
"""Abbreviations that look like a person's initials: U.S. Senator, H.E. (His Excellency)."""
PREFIXES = frozenset({"anti", "pro", "ex", "non", "post", "pre", "neo"})
"""What a hyphen joins to a name before it: Anti-Maduro groups."""
PARTIES = frozenset({"D", "R", "I"})
"""Letters for parties, before a hyphen and a state: Tom Ray, R-Texas."""

Single: TypeAlias = tuple[Word, int]
"""A word, and the index of its token."""


class Readings(dict[str, tuple[Name, ...]]):
    """The names in each run, by its text: many names recur within a text and across texts."""

    LIMIT = 8_000
    """The number of runs remembered at once, which bounds the memory that a corpus takes."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.parted: set[str] = set()
        """The runs that are split differently in a headline, where most words are capitalised."""

    def candidates(self, runs: Iterable[tuple[int, int]], tokens: Tokens) -> tuple[list[Candidate], list[Single]]:
        """The names in the runs, and the words that are no names in most contexts, each in the text's order."""
        texts, words = tokens.words, self.words
        headlines = _Headlines(tokens)
        found: list[Candidate] = []
        hopeless: list[Single] = []
        for start, end in runs:
            if end - start == 1:
                token = texts[start]
                word = words[token]
                if word.profile.hopeless:
                    hopeless.append((word, start))
                else:
                    found.append(Candidate(self.alone(token), start))
                continue
            text = "\0".join(texts[start:end])
            names = self.get(text)
            if names is None:
                names = self._read(text, texts[start:end])
            if text in self.parted and headlines.hold(start):
                names = self._judged(_parted(self._words(texts[start:end]), texts[start:end], headline=True))
            for name in names:
                if name.hopeless:
                    hopeless.append((name.words[0], start + name.start))
                else:
                    found.append(Candidate(name, start))
        return found, hopeless

    def alone(self, token: str) -> Name:
        """The name that a single word is."""
        known = self.get(token)
        if known is None:
            known = self._keep(token, self._judged([Name("lone-name", 0, 0, 1, 1, (self.words[token],), (token,))]))
        return known[0]

    def _read(self, text: str, run: Sequence[str]) -> tuple[Name, ...]:
        read = self._words(run)
        if read[0].form == "upper" and all(word.form in ("upper", "mark") for word in read):
            return self._keep(text, self._judged(in_capitals(read, run, self.words)))
        names = self._keep(text, self._judged(_parted(read, run, headline=False)))
        if any(word.profile.parts_names and _parts_headline(read, i) for i, word in enumerate(read)):
            self.parted.add(text)
        return names

    def _words(self, run: Sequence[str]) -> list[Word]:
        return [self.words[token] for token in run]

    def _judged(self, names: Iterable[Name]) -> tuple[Name, ...]:
        judged = tuple(names)
        for name in judged:
            judge(name, self.words.vocabulary.eponyms)
        return judged

    def _keep(self, text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
        if len(self) >= self.LIMIT:
            self.clear()
            self.parted.clear()
        self[text] = names
        return names


class _Headlines:
    """Tells which sentences capitalise nearly every word, as headlines do: there, a capital is no evidence."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.last: tuple[int, int, bool] = (0, 0, False)

    def hold(self, index: int) -> bool:
        """Whether the sentence around a token is a headline."""
        start, end, headline = self.last
        if not start <= index < end:
            start, end = self.tokens.sentence_of(index)
            texts = self.tokens.words[start:end]
            long = [word for word in texts if len(word) > 5 and word[0].isalpha()]
            headline = (
                len(long) > 2
                and sum([word[0].isupper() for word in long]) > 0.8 * len(long)
                and 5 * (texts.count(", ") + texts.count(",")) <= len(texts)  # a list of names is not one
            )
            self.last = start, end, headline
        return headline


def _parted(read: list[Word], run: Sequence[str], *, headline: bool) -> Iterator[Name]:
    """The names of a run, split at parentheses, at compounds and at the verbs of a headline."""
    done = 0
    for i, word in enumerate(read):
        if i < done or word.form == "capital" and not word.profile.parts_names and word.folded not in PREFIXES:
            continue
        width = _gap(read, i, headline=headline)
        if width:
            if i > done:
                yield from _cut(done, read[done:i], run)
            done = i + width
    if done < len(read):
        yield from _cut(done, read[done:], run)


def _gap(read: list[Word], i: int, *, headline: bool) -> int:
    """The number of words from `i` on that stand between two names of a run."""
    word = read[i]
    if word.folded == "(" and _is_place(read[i + 1]):
        return 3  # Erik Breukink (Netherlands) Rabobank, but not Leander (Leo) Nichols
    if word.text in PARTIES and _has_state(read, i):
        return 3
    if _ends_compound(read, i):
        return 2  # the Modi-led BJP, Brazilian-born Luis Oliveira
    if i > 1 and word.form == "upper" and _is_acronym(read, i + 1) and _goes_on_as_title(read, i):
        return 1  # Gilbert Osei ILO Director-General
    if word.folded in HYPHENS and len(read) == 3 and "famous" in read[0].tags & read[2].tags:
        return 1  # the Merkel-Macron plan
    if word.folded in PREFIXES and i + 2 < len(read) and read[i + 1].folded in HYPHENS:
        return 2  # Anti-Maduro groups
    verb = word.profile.parts_names and (word.tags & VERBS or headline and _parts_headline(read, i))
    surname = i == len(read) - 1 and not word.tags.isdisjoint(EASTERN) and i > 0 and read[i - 1].given >= 2
    return 1 if verb and not surname and not _is_burmese(read, i) else 0  # Thatcher Says Kohl Will Go; but Henry To


def _is_burmese(read: list[Word], i: int) -> bool:
    """Whether a word and the one next to it are of a Burmese name: Hla Than."""
    beside = [*read[max(0, i - 1):i], *read[i + 1:i + 2]]
    return "burmese" in read[i].tags and any("burmese" in word.tags for word in beside)


def _goes_on_as_title(read: list[Word], i: int) -> bool:
    return i + 1 < len(read) and read[i + 1].profile.is_title


def _parts_headline(read: list[Word], i: int) -> bool:
    """Whether a common word separates the names of a headline."""
    word = read[i]
    return not (
        word.profile.is_title or "modifier" in word.tags or i > 0 and read[i - 1].given >= 2 and bool(word.family)
    )


def _ends_compound(read: list[Word], i: int) -> bool:
    """Whether a hyphen and a lower-case word end a compound before a name."""
    return (
        read[i].folded in HYPHENS and 0 < i < len(read) - 2 and read[i + 1].form == "lower"
        and read[i + 2].form in LETTERED and not _syllable(read[i + 1])
    )


def _has_state(read: list[Word], i: int) -> bool:
    """Whether a party's letter is followed by a hyphen and a place or its abbreviation."""
    if i + 2 >= len(read) or read[i + 1].folded not in HYPHENS:
        return False
    state = read[i + 2]
    return bool(state.place) or state.text.endswith(".")


def _is_place(word: Word) -> bool:
    return word.given < 2 or word.place == 3 or "nationality" in word.tags


def _cut(offset: int, read: list[Word], run: Sequence[str]) -> Iterator[Name]:
    """The name in a part of a run, if it has one: after the last title, before a weekday or a degree."""
    last, end = _end(read)
    begin = _begin(read, last)
    words = [word for word in read[begin:last] if word.form in LETTERED]
    if len(words) == 1 and begin and words[0].profile.only_title:
        return  # Maj. Gen. (rtd) Anna Hale
    if words and not all("credit" in word.tags for word in words):
        rule = "full-name" if len(words) > 1 or begin == 0 and last > 1 else "lone-name"
        office = read[begin - 1] if begin and not _is_adverb(read[begin - 1]) else None
        yield Name(rule, offset, offset + begin, offset + end, offset + last, words, run, office)


def _end(run: list[Word]) -> tuple[int, int]:
    """The end of the family name, and the end of the name including its suffix."""
    end = len(run)
    while end > 2 and run[end - 2].folded in HYPHENS and run[end - 1].form == "lower" and not _syllable(run[end - 1]):
        end -= 2  # Clinton-backed
    if end > 2 and run[end - 1].text == "I" and not (run[end - 2].given >= 2 and run[end - 3].profile.is_title):
        end -= 1  # a pronoun, except in Queen Elizabeth I; or a party's letter: Ann Lee, I-Vt.
        while end > 1 and run[end - 1].form == "mark" and run[end - 1].folded == ",":
            end -= 1
    if end > 2 and _is_acronym(run, end):
        end -= 1  # Anil Rao BJP
    if 1 < end <= 4 and "regime" in run[end - 1].tags and run[end - 1].form == "capital" and not run[end - 1].family:
        end -= 1  # the Kishida Cabinet
    last = end
    if end > 1 and _is_suffix(run[end - 1]):
        last -= 2 if run[end - 2].folded == "," else 1
    while last > 1:
        word, before = run[last - 1], run[last - 2]
        if "credit" in word.tags and last == 2 or _is_burmese(run, last - 1):
            break  # Getty Images; Hla Than
        if not word.tags & TRAILING or before.folded in HYPHENS or "post-nominal" in word.tags and last < 3:
            break
        if (word.family >= 2 and word.given or "eastern" in word.tags) and (
            before.given >= 2 and not before.profile.is_title
        ):
            break  # Theresa May, Henry To
        if len(word.text) == 3 and ("syllable" in before.tags and last > 3 or _is_eastern_whole(run, last)):
            break  # Aung Ko Mon, Zhang Jun
        last -= 2 if before.form == "mark" else 1
        end = last
    return last, end


def _is_eastern_whole(run: list[Word], last: int) -> bool:
    """Whether a Chinese or Korean family name and one syllable are all of a run."""
    return last == 2 and len(run) == 2 and "eastern" in run[0].tags and "syllable" in run[1].tags


def _is_acronym(run: list[Word], end: int) -> bool:
    """Whether the last word is a body's letters, after a full name in small ones."""
    word = run[end - 1]
    return (
        word.form == "upper" and 1 < len(word.text) < 6 and not word.family and word.given < 2
        and "suffix" not in word.tags and run[end - 2].form == "capital" and run[end - 3].form != "upper"
        and (run[end - 2].family > 0 or run[end - 3].given >= 2)
    )


def _is_suffix(word: Word) -> bool:
    """Whether a word can be a name's suffix: Jr., III; but not Xi."""
    if word.text in ("I", "V"):
        return True
    return "suffix" in word.tags and (word.form != "capital" or not word.given and not word.family)


def _syllable(word: Word) -> bool:
    """Whether a word after a hyphen continues the name: Kim Young-sam, Prayut Chan-o-cha."""
    return "syllable" in word.tags or not (word.tags or look_up("words", word.folded))


def _begin(run: list[Word], last: int) -> int:
    """The start of the name: after its last title, or after other words that may precede a name."""
    for i in range(last - 2, -1, -1):
        if _is_title(run, i, last) and run[i + 1].folded not in HYPHENS and not _is_named(run, i):
            begin = i + 1
            break
    else:
        begin = 0
        while begin < last - 1 and _leads(run, begin, last):
            begin += 1
        for i in range(begin, last - 1):
            if run[i].given == 3 or run[i].given and i > begin and not run[i - 1].tags.isdisjoint(BEFORE_NAMES):
                begin = i  # Controversial Anthony Hill, Lawmakers Rip Donald Trump, for Political Affairs Ali Rahimi
            if run[i].given >= 2 or run[i].common < 2 and not run[i].tags & LEADING:
                break
    while begin < last - 1 and run[begin].form == "mark" and run[begin].folded != ".":
        begin += 1
    return begin


def _is_title(run: list[Word], i: int, last: int) -> bool:
    """Whether a word is a title: any time, or only before a full name (SP Arun Rao, but not SP Rao)."""
    word = run[i]
    if word.profile.is_title:
        return True
    if i + 2 >= last or run[i + 1].given < 2:
        return False
    return "short-rank" in word.tags or i == 0 and "trade" in word.tags and word.given < 2


def _is_named(run: list[Word], i: int) -> bool:
    """Whether a title is part of a name: Stephen King Jr., Dean Smith, Earl of Clare."""
    word, follows = run[i], run[i + 1]
    if not word.tags.isdisjoint(("courtesy", "rank")) or word.form == "initial":
        return False
    if "honorific" in word.tags and i == 0 and word.given and not word.common and follows.given and len(run) > 2:
        return word.profile.gender == follows.profile.gender == "f"  # Sri Lestari Dewi
    if "legal-form" in follows.tags:
        return True  # Tony Lama Co.
    if follows.form == "lower" or i == 0 and word.given == 3 and follows.given < 3 and word.folded != "queen":
        return True
    if i == 0 or run[i - 1].profile.is_title:
        return False
    before = run[i - 1]
    if before.form == "lower":
        return True  # Zayed bin Sultan Al Nahyan
    if "honorific" in word.tags and word.given >= 2 and before.given >= 2 and "eastern" not in before.tags:
        return True  # Mohammad Sultan Sofi
    if follows.given >= 2:  # J. Dean Smith; but Austin Mayor Kirk Hale
        led = before.given >= 2 or before.form == "initial"
        return led and "role" in word.tags and word.given >= 2 and follows.given == 2 and follows.family == 3
    return before.given >= 2 and (word.given >= 2 or word.family >= 2)


def _leads(run: list[Word], i: int, last: int) -> bool:
    """Whether a word precedes the name and is no part of it: a nationality, a place, an acronym (NATO Secretary)."""
    word, follows = run[i], run[i + 1]
    if "eastern" in word.tags and _is_eastern_given(run, i + 1, last) or _is_burmese(run, i):
        return False  # You Jen-hao, He Qinghua, Sun Lijun; Than Shwe
    if i == 0 and _is_adverb(word):
        return True  # Together Hale and Lund said
    if "calendar" in word.tags and word.folded.endswith("day") and follows.given >= 2 and i < last - 2:
        return run[i + 2].folded not in HYPHENS  # met on Sunday Mohammed Hale; but Sunday Oliver-Hale
    if i == 0 and word.folded.endswith("ing") and word.common and not word.family and not word.given:
        return True  # Sentencing Hale, the judge said
    return word.given < 2 and bool(
        word.tags & LEADING
        or "kin" in word.tags and word.folded[-1] == "s" and follows.given > 1  # Sisters Ana and Eva Hale
        or word.folded in BODIES
        or word.place >= 2 and follows.given
        or i < last - 2 and word.form == "upper" and len(word.text) > 2 and follows.form in ("capital", "upper")
    )


def _is_adverb(word: Word) -> bool:
    """Whether a word with a capital is no part of a name, and an adverb: Together."""
    return word.common > 0 and not (word.given or word.family or word.tags) and is_adverb(word.folded)


def _is_eastern_given(run: list[Word], i: int, last: int) -> bool:
    """Whether a Chinese or Korean given name of two syllables stands at `i` and ends the name."""
    if i == last - 1:
        return "syllables" in run[i].tags
    return i + 3 == last and run[i + 1].folded in HYPHENS and _syllable(run[i + 2])
