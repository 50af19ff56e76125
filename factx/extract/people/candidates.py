"""From a run of capitalised words to the names in it, without titles, ranks, countries and weekdays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factx.extract.people.cues import Cues
from factx.extract.people.grammar import Run
from factx.extract.people.words import HYPHENS, Word, Words, form
from factx.lexicon.names import look_up
from factx.tokens import Tokens

LEADING = frozenset({"nationality", "modifier", "calendar", "function", "organisation"})
TRAILING = frozenset({"calendar", "degree", "function"})
VERBS = frozenset({"saying", "doing", "hearing"})
LETTERED = frozenset({"capital", "upper", "initial", "letter", "mixed"})


class Candidate:
    """A name that may be a person's: the tokens `start` to `end`, and `title` to `start` before it."""

    __slots__ = ("end", "evidence", "last", "lone", "names", "rule", "score", "start", "title")

    def __init__(self, rule: str, title: int, start: int, end: int, last: int, names: Sequence[Word]) -> None:
        self.rule = rule
        self.lone = rule == "lone-name"
        self.title = title
        self.start = start
        self.end = end
        self.last = last
        """The token after the family name: `end`, or where a suffix begins (Jr.)."""
        self.names = names
        """The words of the name proper: no particles, marks or suffix."""
        self.evidence: list[Cues] = []
        self.score = 0.0

    def add(self, found: Cues) -> None:
        """Count further cues."""
        self.evidence.append(found)
        self.score += found.lone if self.lone else found.full

    @property
    def cues(self) -> list[str]:
        """The names of all cues."""
        return [name for found in self.evidence for name in found.names]

    @property
    def notes(self) -> tuple[str, ...]:
        """The cues that weigh something, each with its weight."""
        if self.lone:
            return tuple([note for found in self.evidence for note in found.lone_notes])
        return tuple([note for found in self.evidence for note in found.full_notes])

    @property
    def partial(self) -> bool:
        """Whether it is a family name of several words alone: van der Berg, De Villiers."""
        return len(self.names) == 1 or len(self.names) == 2 and "name-start" in self.names[0].tags and (
            self.last - self.start > 2 or not self.names[1].given
        )

    @property
    def eastern(self) -> bool:
        """Whether the family name may stand first: Chinese, Korean, Vietnamese."""
        names = self.names
        return "eastern" in names[0].tags and 1 < len(names) <= 3 and all("syllable" in word.tags for word in names[1:])

    def parts(self, tokens: Tokens) -> tuple[str | None, str | None]:
        """The given and the family name, as written; one word alone, or behind a particle, is a family name."""
        names = self.names
        count = len(names)
        if self.last - self.start == count <= 2 and not self.eastern:
            return (None, names[0].text) if count == 1 else (names[0].text, names[1].text)
        if count == 1:
            return None, tokens.text(self.start, self.last)
        if self.eastern:
            return tokens.text(self.start + 1, self.last), tokens[self.start]
        split = self.start + 1
        while split < self.last and (form(tokens[split]) in ("initial", "mark") or form(tokens[split - 1]) == "mark"):
            split += 1
        if count > 2 and self.last - self.start == count and "eastern" not in names[0].tags:
            split = self.last - 1  # all but the last, where no particle says where the family name begins
        if split >= self.last:
            return None, tokens.text(self.start, self.last)
        return tokens.text(self.start, split), tokens.text(split, self.last)


def candidates(runs: Iterable[Run], tokens: Tokens, words: Words) -> Iterator[Candidate]:
    """The names that the runs hold."""
    texts = tokens.words
    headlines = _Headlines(tokens)
    for start, end in runs:
        if end - start == 1:
            yield Candidate("lone-name", start, start, end, end, (words[texts[start]],))
            continue
        run = [words[text] for text in texts[start:end]]
        if run[0].form == "upper" and all(word.form in ("upper", "mark") for word in run):
            yield from _in_capitals(start, run)
        else:
            yield from _parted(start, run, headlines)


class _Headlines:
    """Which sentences write nearly every word with a capital, as headlines do: there it tells nothing."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.last: tuple[int, int, bool] = (0, 0, False)

    def hold(self, index: int) -> bool:
        """Whether the sentence around a token is one."""
        start, end, headline = self.last
        if not start <= index < end:
            start, end = self.tokens.sentence_of(index)
            texts = self.tokens.words[start:end]
            long = [word for word in texts if len(word) > 5 and word[0].isalpha()]
            listed = 5 * (texts.count(", ") + texts.count(",")) > len(texts)  # a list of names is none
            headline = len(long) > 2 and not listed and sum([word[0].isupper() for word in long]) > 0.8 * len(long)
            self.last = start, end, headline
        return headline


def _parted(offset: int, run: list[Word], headlines: _Headlines) -> Iterator[Candidate]:
    """The names of a run, which the verbs of a headline and what is put in parentheses part."""
    done = 0
    for i, word in enumerate(run):
        if i < done:
            continue
        if word.folded == "(" and _is_place(run[i + 1]):
            width = 3  # Erik Breukink (Netherlands) Rabobank, but not Leander (Leo) Nichols
        elif word.parts_names and (word.tags & VERBS or headlines.hold(offset) and not (
            word.is_title or "modifier" in word.tags or i and run[i - 1].given >= 2 and word.family
        )):
            width = 1  # Thatcher Says Kohl Will Go
        else:
            continue
        if i > done:
            yield from _cut(offset + done, run[done:i])
        done = i + width
    if done < len(run):
        yield from _cut(offset + done, run[done:])


def _is_place(word: Word) -> bool:
    return word.given < 2 or word.place == 3 or "nationality" in word.tags


def _cut(offset: int, run: list[Word]) -> Iterator[Candidate]:
    """The name in a run, if it has one: behind the last title, before a weekday or a degree."""
    last, end = _end(run)
    begin = _begin(run, last)
    names = [word for word in run[begin:last] if word.form in LETTERED]
    if names:
        rule = "full-name" if len(names) > 1 or begin == 0 and last > 1 else "lone-name"
        yield Candidate(rule, offset, offset + begin, offset + end, offset + last, names)


def _end(run: list[Word]) -> tuple[int, int]:
    """Where the family name ends, and where the name ends with its suffix."""
    end = len(run)
    while end > 2 and run[end - 2].folded in HYPHENS and run[end - 1].form == "lower" and not _syllable(run[end - 1]):
        end -= 2  # Clinton-backed
    if end > 2 and run[end - 1].text == "I" and not (run[end - 2].given >= 2 and run[end - 3].is_title):
        end -= 1  # a pronoun, but for Queen Elizabeth I
    last = end
    if end > 1 and ("suffix" in run[end - 1].tags or run[end - 1].text == "I"):
        last -= 2 if run[end - 2].folded == "," else 1
    while last > 1:
        word, before = run[last - 1], run[last - 2]
        if not word.tags & TRAILING or before.folded in HYPHENS:
            break
        if word.family >= 2 and word.given and before.given >= 2 and not before.is_title:
            break  # Theresa May
        last -= 2 if before.form == "mark" else 1
        end = last
    return last, end


def _syllable(word: Word) -> bool:
    """Whether a word behind a hyphen goes on with the name: Kim Young-sam, Prayut Chan-o-cha."""
    return "syllable" in word.tags or not (word.tags or look_up("words", word.folded))


def _begin(run: list[Word], last: int) -> int:
    """Where the name begins: behind its last title, or behind what else may stand before a name."""
    for i in range(last - 2, -1, -1):
        if run[i].is_title and run[i + 1].folded not in HYPHENS and not _is_named(run, i):
            begin = i + 1
            break
    else:
        begin = next((i + 1 for i in range(last - 2, 0, -1) if run[i].form == "lower" and _ends_compound(run, i)), 0)
        while begin < last - 1 and _leads(run, begin, last):
            begin += 1
        for i in range(begin, last - 1):
            if run[i].given == 3:
                begin = i  # Controversial Anthony Hill, Lawmakers Rip Donald Trump
            if run[i].given >= 2 or run[i].common < 2 and not run[i].tags & LEADING:
                break
    while begin < last - 1 and run[begin].form == "mark" and run[begin].folded != ".":
        begin += 1
    return begin


def _ends_compound(run: list[Word], i: int) -> bool:
    """Whether a word ends a compound that stands before a name: Brazilian-born Luis Oliveira."""
    return run[i - 1].folded in HYPHENS and run[i + 1].form in LETTERED and not _syllable(run[i])


def _is_named(run: list[Word], i: int) -> bool:
    """Whether a title is part of a name: Stephen King Jr., Dean Smith, Earl of Clare."""
    word, follows = run[i], run[i + 1]
    if "courtesy" in word.tags:
        return False
    if follows.form == "lower" or i == 0 and word.given == 3 and follows.given < 3:
        return True
    if follows.given >= 2:
        return False
    return i > 0 and run[i - 1].given >= 2 and not run[i - 1].is_title and (word.given >= 2 or word.family >= 2)


def _leads(run: list[Word], i: int, last: int) -> bool:
    """Whether a word stands before a name: a nationality, a place, an acronym (NATO Secretary)."""
    word, follows = run[i], run[i + 1]
    return word.given < 2 and bool(
        word.tags & LEADING
        or word.place >= 2 and follows.given
        or i < last - 2 and word.form == "upper" and len(word.text) > 2 and follows.form in ("capital", "upper")
    )


def _in_capitals(offset: int, run: list[Word]) -> Iterator[Candidate]:
    """The names in a line of capitals: a given name with the word behind it, or any one word."""
    i = 0
    while i < len(run):
        word, follows = run[i], run[i + 1] if i + 1 < len(run) else None
        width = 1
        if word.form == "upper":
            if follows is not None and follows.form == "upper" and _pair(word, follows):
                width = 2
                yield Candidate("full-name", offset + i, offset + i, offset + i + 2, offset + i + 2, (word, follows))
            elif not word.common or word.family >= 2:
                yield Candidate("lone-name", offset + i, offset + i, offset + i + 1, offset + i + 1, (word,))
        i += width


def _pair(given: Word, family: Word) -> bool:
    """Whether two words in capitals are a given name and a family name: DONALD TRUMP, but not GRACE WINS."""
    common = family.common >= 2 and "famous" not in family.tags
    return given.given >= 2 and given.common < 3 and family.family > (2 if common else 0)
