"""From a run of capitalised words to the name in it, without title, rank, country and weekday."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factx.extract.people.grammar import Run
from factx.extract.people.words import Word, Words, form
from factx.lexicon.names import look_up
from factx.tokens import Tokens

TITLES = frozenset({"courtesy", "honorific", "role"})
LEADING = frozenset({"nationality", "modifier", "calendar", "function", "organisation"})
TRAILING = frozenset({"calendar", "degree", "function"})
HYPHENS = frozenset("-‐‑")
VERBS = frozenset({"saying", "doing", "hearing"})
LETTERED = frozenset({"capital", "upper", "initial", "letter", "mixed"})


class Candidate:
    """A name that may be a person's: the tokens `start` to `end`, and `title` to `start` before it."""

    __slots__ = ("cues", "end", "last", "lone", "names", "rule", "score", "start", "title")

    def __init__(self, rule: str, title: int, start: int, end: int, last: int, names: list[Word]) -> None:
        self.rule = rule
        self.lone = rule == "lone-name"
        self.title = title
        self.start = start
        self.end = end
        self.last = last
        """The token after the surname: before a suffix (Jr.), else `end`."""
        self.names = names
        """The words of the name proper, no particles, marks or suffix."""
        self.cues: list[str] = []
        self.score = 0.0

    @property
    def partial(self) -> bool:
        """Whether it is a family name alone, of several words: van der Berg, De Villiers."""
        return len(self.names) == 1 or "name-start" in self.names[0].tags and len(self.names) == 2

    @property
    def eastern(self) -> bool:
        """Whether the family name may stand first: Chinese, Korean, Vietnamese."""
        names = self.names
        return "eastern" in names[0].tags and 1 < len(names) <= 3 and all(["syllable" in word.tags for word in names[1:]])

    def parts(self, tokens: Tokens) -> tuple[str | None, str | None]:
        """The given and the family name, as written; one word alone, or one behind a particle, is a family name."""
        count = len(self.names)
        if count == 1:
            return None, tokens.text(self.start, self.last)
        if self.eastern:
            return tokens.text(self.start + 1, self.last), tokens[self.start]
        split = self.start + 1
        while split < self.last and (form(tokens[split]) in ("initial", "mark") or form(tokens[split - 1]) == "mark"):
            split += 1
        if count > 2 and self.last - self.start == count and "eastern" not in self.names[0].tags:
            split = self.last - 1  # all but the last, where no particle says where the family name begins
        if split >= self.last:
            return None, tokens.text(self.start, self.last)
        return tokens.text(self.start, split), tokens.text(split, self.last)


def candidates(runs: Iterable[Run], tokens: Tokens, words: Words) -> Iterator[Candidate]:
    """The names that the runs hold."""
    texts = tokens.words
    headline = _Headlines(tokens)
    for start, end in runs:
        if end - start == 1:
            yield Candidate("lone-name", start, start, end, end, [words[texts[start]]])
            continue
        run_words = [words[texts[i]] for i in range(start, end)]
        if all(word.form in ("upper", "mark") for word in run_words):
            yield from _capitals(start, run_words)
            continue
        done = 0
        for i, word in enumerate(run_words):
            if i < done:
                continue
            inside = run_words[i + 1] if word.folded == "(" else None
            if inside is not None and (inside.given < 2 or inside.place == 3 or "nationality" in inside.tags):
                width = 3  # not Leander (Leo) Nichols, but Erik Breukink (Netherlands) Rabobank
            elif _parts_names(word) and (word.tags & VERBS or headline.around(start) and not (
                word.is_title or "modifier" in word.tags or i and run_words[i - 1].given >= 2 and word.family
            )):
                width = 1  # Thatcher Says Kohl Will Go
            else:
                continue
            if i > done:
                yield from _cut(start + done, run_words[done:i])
            done = i + width
        if done < len(run_words):
            yield from _cut(start + done, run_words[done:])


class _Headlines:
    """Which sentences write nearly every word with a capital, as headlines do: there it tells nothing."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.known: tuple[int, int, bool] = (0, 0, False)

    def around(self, index: int) -> bool:
        """Whether the sentence of a token is one."""
        start, end, headline = self.known
        if not start <= index < end:
            start, end = self.tokens.sentence_of(index)
            long = [word for word in self.tokens.words[start:end] if len(word) > 5 and word[0].isalpha()]
            headline = len(long) > 2 and sum([word[0].isupper() for word in long]) > 0.8 * len(long)
            self.known = start, end, headline
        return headline


def _parts_names(word: Word) -> bool:
    """Whether a capitalised word is so common, and so seldom a name, that it may part two names of a headline."""
    return word.common == 3 and word.form == "capital" and word.given < 2 and word.family < 3 and "famous" not in word.tags


def _is_name(word: Word) -> bool:
    return word.given >= 2 or word.family >= 2


def _syllable(word: Word) -> bool:
    """Whether a word behind a hyphen goes on with the name: Kim Young-sam, Prayut Chan-o-cha."""
    return "syllable" in word.tags or not (word.tags or look_up("words", word.folded))


def _syllable(word: Word) -> bool:
    """Whether a word behind a hyphen goes on with the name: Kim Young-sam, Prayut Chan-o-cha."""
    return "syllable" in word.tags or not (word.tags or look_up("words", word.folded))


def _eastern(given: list[Word]) -> bool:
    """Whether the words behind a family name may be a Chinese, Korean or Vietnamese given name."""
    return len(given) <= 2 and all("syllable" in word.tags for word in given)


def _syllable(word: Word) -> bool:
    """Whether a word behind a hyphen goes on with the name: Kim Young-sam, Prayut Chan-o-cha."""
    return "syllable" in word.tags or not (word.tags or look_up("words", word.folded))


def _eastern(given: list[Word]) -> bool:
    """Whether the words behind a family name may be a Chinese, Korean or Vietnamese given name."""
    return len(given) <= 2 and all("syllable" in word.tags or not word.family for word in given)


def _cut(offset: int, words: list[Word]) -> Iterator[Candidate]:
    """The name in one run: behind the last title in it, before a weekday or a degree."""
    begin, end = 0, len(words)
    while end > 2 and words[end - 2].folded in HYPHENS and words[end - 1].form == "lower" and not _syllable(words[end - 1]):
        end -= 2  # Clinton-backed
    last = end
    if "suffix" in words[end - 1].tags and end > 1:
        last -= 1
        if words[last - 1].folded == ",":
            last -= 1
    while last > 1:
        word = words[last - 1]
        before = words[last - 2]
        if not word.tags & TRAILING or before.folded in HYPHENS:
            break
        if word.family >= 2 and word.given and before.given >= 2 and not before.is_title:
            break  # Theresa May
        last -= 1
        end = last
        if words[last - 1].form == "mark":
            last -= 1
            end = last
    for i in range(last - 2, -1, -1):
        word = words[i]
        if not word.tags & TITLES or words[i + 1].form == "mark" and words[i + 1].folded == "-":
            continue
        if "courtesy" not in word.tags and words[i + 1].given < 2 and (
            i > 0 and words[i - 1].given >= 2 and not words[i - 1].tags & TITLES and _is_name(word)
            or i == 0 and word.given == 3
            or words[i + 1].form == "lower"
        ):
            continue  # Stephen King Jr., Dean Smith, Earl of
        begin = i + 1
        break
    if begin == 0:
        while begin < last - 1 and words[begin].given < 2 and (
            words[begin].tags & LEADING or words[begin].place >= 2 and words[begin + 1].given
            or begin < last - 2 and words[begin].form == "upper" and len(words[begin].text) > 2
            and words[begin + 1].form in ("capital", "upper")
        ):
            begin += 1
        for i in range(begin, last - 1):
            if words[i].given == 3:
                begin = i  # Controversial Anthony Hill, Lawmakers Rip Donald Trump
            elif words[i].common >= 2 and words[i].given < 2:
                continue
            break
    while begin < last - 1 and (words[begin].form == "mark" and words[begin].folded != "."):
        begin += 1
    if begin >= last:
        return
    names = [word for word in words[begin:last] if word.form in LETTERED]
    if not names:
        return
    rule = "full-name" if len(names) > 1 or begin == 0 and last > 1 else "lone-name"
    yield Candidate(rule, offset, offset + begin, offset + end, offset + last, names)


def _capitals(offset: int, words: list[Word]) -> Iterator[Candidate]:
    """The names in a line of capitals: a given name with the word behind it, or any one word."""
    i = 0
    while i < len(words):
        word = words[i]
        if word.form != "upper":
            i += 1
            continue
        follows = words[i + 1] if i + 1 < len(words) else None
        if (
            follows is not None and follows.form == "upper" and word.given >= 2 and word.common < 3
            and follows.family and not (follows.common >= 2 and follows.family < 3)
        ):
            yield Candidate("full-name", offset + i, offset + i, offset + i + 2, offset + i + 2, [word, follows])
            i += 2
            continue
        if not word.common or word.family >= 2:
            yield Candidate("lone-name", offset + i, offset + i, offset + i + 1, offset + i + 1, [word])
        i += 1
