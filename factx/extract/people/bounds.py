"""Where in a run of capitalised words the name begins and ends: after titles, before weekdays and degrees."""

from __future__ import annotations

from factx.extract.people.candidates import SERVANTS
from factx.extract.people.titles import is_adverb
from factx.extract.people.words import HYPHENS, Word
from factx.lexicon.names import look_up

LEADING = frozenset({"nationality", "modifier", "calendar", "function", "organisation", "greeting"})
BEFORE_NAMES = frozenset({"organisation", "modifier", "role"})
TRAILING = frozenset({"calendar", "degree", "function", "post-nominal", "credit"})
BODIES = frozenset({"u.s.", "u.k.", "u.n.", "u.s.a.", "e.u.", "d.c.", "u.a.e.", "h.e."})
"""Abbreviations that look like a person's initials: U.S. Senator, H.E. (His Excellency)."""
STATES = frozenset({"n.j.", "n.y.", "n.c.", "n.h.", "n.m.", "n.d.", "s.c.", "s.d.", "r.i."})
"""States that look like a person's initials."""
FAITHS = frozenset({"muslim", "hindu", "sikh"})
"""What somebody is before the name, though people are named so too."""
BURMESE_TITLES = frozenset({"U", "Daw"})


def is_burmese(read: list[Word], i: int) -> bool:
    """Whether a word and the one next to it are of a Burmese name: Hla Than."""
    if "burmese" not in read[i].tags:
        return False
    return any("burmese" in word.tags for word in (*read[max(0, i - 1):i], *read[i + 1:i + 2]))


def is_no_end(word: Word, *, alone: bool, begin: int) -> bool:
    """Whether a name cannot end with a word: Maj. Gen. (rtd), Texas Sen., Hale Ave.; but with Norton Co."""
    if alone:
        return begin > 0 and word.profile.only_title
    return "abbreviated" in word.tags and word.tags.isdisjoint(("legal-form", "suffix"))


def end_of(run: list[Word]) -> tuple[int, int]:
    """The end of the family name, and the end of the name including its suffix."""
    end = _end_in_capitals(run, _end_before_compound(run))
    if 1 < end <= 4 and "regime" in run[end - 1].tags and run[end - 1].form == "capital" and not run[end - 1].family:
        end -= 1  # the Kishida Cabinet
    last = end
    if end > 1 and _is_suffix(run[end - 1]):
        last -= 2 if run[end - 2].folded == "," else 1
    while last > 1 and _trails(run, last):
        last -= 2 if run[last - 2].form == "mark" else 1
        end = last
    return last, end


def _end_before_compound(run: list[Word]) -> int:
    """The end of a run without what hyphens join to its name: Clinton-backed."""
    end = len(run)
    while end > 2 and run[end - 2].folded in HYPHENS and run[end - 1].form == "lower" and not is_syllable(run[end - 1]):
        if end == 4 and _is_eastern_before(run) and run[3].tags.isdisjoint(("joined", "role")) and len(run[3].text) < 6:
            break  # Ban Ki-moon
        end -= 2
    return end


def _is_eastern_before(run: list[Word]) -> bool:
    """Whether a run begins with a Chinese or Korean family name and a syllable."""
    return "eastern" in run[0].tags and "syllable" in run[1].tags


def _end_in_capitals(run: list[Word], end: int) -> int:
    """The end of a name without a pronoun, a party's letter or a body's letters: Ann Lee, I-Vt.; Anil Rao BJP."""
    if end > 2 and run[end - 1].text == "I" and not (run[end - 2].given >= 2 and run[end - 3].profile.is_title):
        end -= 1  # except in Queen Elizabeth I
        while end > 1 and run[end - 1].form == "mark" and run[end - 1].folded == ",":
            end -= 1
    if end > 2 and is_acronym(run, end):
        end -= 1
    return end


def _trails(run: list[Word], last: int) -> bool:
    """Whether the word that ends at `last` stands after a name and is no part of it: a weekday, a degree, a credit."""
    word, before = run[last - 1], run[last - 2]
    if not word.tags & TRAILING or before.folded in HYPHENS or "post-nominal" in word.tags and last < 3:
        return False
    if "credit" in word.tags and last == 2 or is_burmese(run, last - 1):
        return False  # Getty Images; Hla Than
    if "courtesy" in before.tags and "function" not in word.tags:
        return False  # Mr Winter
    named = word.family >= 2 and word.given or "eastern" in word.tags
    if named and before.given >= 2 and not before.profile.is_title:
        return False  # Theresa May, Henry To
    syllable = len(word.text) == 3 and ("syllable" in before.tags and last > 3 or _is_eastern_whole(run, last))
    return not syllable  # Aung Ko Mon, Zhang Jun


def _is_eastern_whole(run: list[Word], last: int) -> bool:
    """Whether a Chinese or Korean family name and one syllable are all of a run."""
    return last == 2 and len(run) == 2 and "eastern" in run[0].tags and "syllable" in run[1].tags


def is_acronym(run: list[Word], end: int) -> bool:
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


def is_syllable(word: Word) -> bool:
    """Whether a word after a hyphen continues the name: Kim Young-sam, Prayut Chan-o-cha."""
    return "syllable" in word.tags or not (word.tags or look_up("words", word.folded))


def begin_of(run: list[Word], last: int) -> int:
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
            if i and run[i].folded == "eve" and "calendar" in run[i - 1].tags:
                continue  # Christmas Eve Mass
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
    if i == 0 and word.text in BURMESE_TITLES and "burmese" in run[1].tags and last > 2:
        return True  # U Kyaw Zaw, Daw Khin Mar
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
    if follows.folded == "eve" and "calendar" in word.tags:
        return False  # Christmas Eve Mass
    if "eastern" in word.tags and _is_eastern_given(run, i + 1, last) or is_burmese(run, i):
        return False  # You Jen-hao, He Qinghua, Sun Lijun; Than Shwe
    if i == 0 and _is_adverb(word):
        return True  # Together Hale and Lund said
    if "calendar" in word.tags and word.folded.endswith("day") and follows.given >= 2 and i < last - 2:
        return run[i + 2].folded not in HYPHENS  # met on Sunday Mohammed Hale; but Sunday Oliver-Hale
    if i == 0 and "vessel" in follows.tags and word.common and not word.given:
        return True  # Tropical Storm Nestor
    if i == 0 and last > 2 and _is_only_word(word) and follows.given > 1 and run[2].family > 1:
        return True  # the Exchequer Nigel Lawson
    if i == 0 and (_is_participle(word) or _is_opening(word, follows, last)):
        return True
    if i + 2 < last and follows.given >= 2 and (word.folded in FAITHS or _is_land_before(word, follows)):
        return True  # moderate Muslim Hamid Hale
    return word.given < 2 and bool(
        word.tags & LEADING
        or "kin" in word.tags and word.folded[-1] == "s" and follows.given > 1  # Sisters Ana and Eva Hale
        or word.folded in BODIES
        or word.place >= 2 and (follows.given or follows.form == "upper" and len(follows.text) == 2 and i < last - 2)
        or i < last - 2 and word.form == "upper" and len(word.text) > 2 and follows.form in ("capital", "upper")
    )


def _is_land_before(word: Word, follows: Word) -> bool:
    """Whether a country stands before an Arabic name: the envoy to Kenya Abdul Hale."""
    return word.place == 3 and follows.folded in SERVANTS


def is_no_title(word: Word) -> bool:
    """Whether a word before a name only opens the sentence, and says nothing of the person: Together, Sentencing."""
    return _is_adverb(word) or _is_participle(word)


def _is_only_word(word: Word) -> bool:
    """Whether a word with a capital is in the list of common words, and in no list of names."""
    return word.common > 1 and not (word.given or word.family or word.place) and word.form == "capital"


def _is_participle(word: Word) -> bool:
    """Whether a word with a capital is a participle, and no name: Sentencing Hale, the judge said."""
    if not word.common or word.given or not word.folded.endswith("ing"):
        return False
    return not word.family or word.family == 1 and word.common == 3


def _is_opening(word: Word, follows: Word, last: int) -> bool:
    """Whether a word with a capital is a function word or an abbreviation that stands before a full name."""
    if "function" in word.tags:
        return last > 2 and follows.given > 1 and "syllable" not in follows.tags  # So Saddam Hussein stayed
    if word.folded in STATES:
        return last > 2 and follows.given > 1  # in Salem, N.J. Ann Hale left
    if "abbreviated" in word.tags:
        return last > 2 and follows.given > 1 and "name-start" in word.tags  # Del. Stacey Hale
    return False


def _is_adverb(word: Word) -> bool:
    """Whether a word with a capital is no part of a name, and an adverb: Together."""
    return word.common > 0 and not (word.given or word.family or word.tags) and is_adverb(word.folded)


def _is_eastern_given(run: list[Word], i: int, last: int) -> bool:
    """Whether a Chinese or Korean given name of two syllables stands at `i` and ends the name."""
    if i == last - 1:
        return "syllables" in run[i].tags
    return i + 3 == last and run[i + 1].folded in HYPHENS and is_syllable(run[i + 2])
