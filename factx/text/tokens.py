"""Splits text into tokens: words, numbers and punctuation with exact offsets, and the ends of sentences and paragraphs.

A token includes the blanks after it, so that joining a text's tokens gives the text. The end of a sentence is a token
of no length, the end of a paragraph its run of line breaks, so that no rule crosses one unless it says so.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import overload

from factx import lexicon
from factx.expressions import VERSION, compiled, freeze, thaw
from factx.model import Part, Span
from factx.records import lazy
from factx.text.long_sentences import cut


def _characters(*ranges: str) -> str:
    """All characters of the ranges, each given as its first and last character or as a single one."""
    return "".join(chr(code) for ends in ranges for code in range(ord(ends[0]), ord(ends[-1]) + 1))


BLANKS = _characters(
    " ", "\t", "\x1f", "\xa0", "\u1680", "\u2000\u200f", "\u202a\u202f", "\u205f\u2064", "\u2066\u2069",
    "\u3000", "\ufeff",
)
"""Characters that separate words within a line, and invisible ones that separate nothing."""
BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")

_BLANK = f"[{BLANKS}]"
_LETTER = r"[^\W\d_]"
_CLITIC = r"['’](?:[sdm]|ll|ve|re|[SDM]|LL|VE|RE)(?!\w)"

_ABBREVIATIONS = lexicon.load("abbreviations")
_NEVER_ENDS = frozenset(_ABBREVIATIONS["abbreviation"])
_MAY_END = frozenset(_ABBREVIATIONS["closing-abbreviation"])
_STARTERS = frozenset(_ABBREVIATIONS["starter"])


def _abbreviated() -> str:
    """A pattern for the place after an abbreviation's full stop. It looks back, so that a word without one is free."""
    by_length: dict[int, list[str]] = {}
    for entry in sorted(_NEVER_ENDS | _MAY_END):
        by_length.setdefault(len(entry), []).append(re.escape(entry[:-1]))
    return "|".join(rf"(?<=\b(?:{'|'.join(words)})\.)" for _, words in sorted(by_length.items()))


_ADDRESS = r"[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]'’]"


def _token() -> bytes:
    """The pattern of a token, with the blanks after it."""
    return freeze(
        rf"""[A-Za-z]++(?:[ ](?=[A-Za-z]) | (?![\w'’.:\u0300-\u036f]){_BLANK}*+)    # most words: saves a third
        | (?:[,\"“”():;?!$%] | \.(?!\.)){_BLANK}*+                               # most marks: a tenth of the time
        | (?:
            {_LETTER}+(?:[\u0300-\u036f]+{_LETTER}* | (?!{_CLITIC})['’]{_LETTER}+)*
            (?: \.(?: (?<=\b{_LETTER}\.)(?:{_LETTER}\.)+(?:{_LETTER}\b)?    # U.S. p.m. J.K.
                    | (?<=\b[ap]\.)m\b | (?<=\bB\.)C\b                    # 3 p.m, 44 B.C
                    | (?<=\b[A-ZÀ-ÖØ-Þ]\.)(?!\w)                            # an initial
                    | (?<=\bwww\.){_ADDRESS}
                    | (?<=\bpp\.)(?=[ ]?[\da-z])                           # pp. 3-5; but: it fell 2 pp. Then
                    | {_abbreviated()} )
              | ://(?:(?<=\bhttp://)|(?<=\bhttps://)){_ADDRESS}
            )?
          | \d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)? | \d+(?:\.\d+)*
          | (?<=\w){_CLITIC}
          | [@\#]\w+
          | ``|''|-{{2,}}|\.{{2,}}|[^\w\s]|_
        ){_BLANK}*
        | {_BLANK}+                                              # blanks that begin the text
        | \s+                                                    # line breaks""",
        re.VERBOSE,
    )


_TOKEN = thaw(lexicon.kept("tokens", VERSION, [__file__]).get("token", _token))
BREAK = compiled(f"[{''.join(sorted(BREAKS))}]\\s*+")
_LINE_FEED = compiled(r"\n\s*+")
_RARE_BREAKS = sorted(BREAKS - {"\n"})
_SENTENCE_END = compiled(
    rf"""[.!?…](?<![.!?…].)[.!?…]*+(?P<close>['"”’)\]»]{{0,4}}+){_BLANK}++
        (?=['"“„‘`(\[«—–-]{{0,4}}{_BLANK}?(?P<next>\w+))""",
    re.VERBOSE,
)
_LAST_WORD = compiled(r"[^\s('\"“‘\[—–-]{1,12}$")
_INITIALS = compiled(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-Z]")


class _Bare(dict[str, str]):
    """A token without the blanks after it. A dict, so that a token seen before costs one look-up."""

    LIMIT = 50_000
    """How many tokens are remembered: a corpus has no end of them."""

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        found = self[word] = word.rstrip(BLANKS)
        return found


_bare = _Bare()


class Tokens(Sequence[str]):
    """The tokens of a text; `words[i]` starts at code point `starts[i]` and ends where the next one starts."""

    def __init__(
        self, source: str, words: list[str], marked: dict[int, str] | None = None, origin: Sequence[int] | None = None,
        starts: Sequence[int] | None = None, ends: list[int] | None = None,
    ) -> None:
        self.source = source
        self.words = words
        self.starts = starts or offsets(words)
        """One more than there are words: the last is the text's length."""
        self.ends = [i for i, word in enumerate(words) if not word or word[0] in BREAKS] if ends is None else ends
        """The indexes of the tokens that end a sentence or a paragraph."""
        self.marked = marked or {}
        """For tokens made by `collapse`: index to the one tag that the token carries in place of its own."""
        self.tags: list[frozenset[str]] | None = None
        """The tags of each token, if they are known: rules see these instead of those that its word could have."""
        self.kinds = ""
        """The same, if they are known, as a character each: see `factx.engine.tags.Kinds`."""
        self.origin = origin
        """For collapsed tokens: the index that each one's first token had before; one more than there are words."""

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        """The bare text of one token, or of each in a range, without the blanks after it."""
        if index.__class__ is slice:
            return list(map(_bare.__getitem__, self.words[index]))
        return _bare[self.words[index]]  # type: ignore[index]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens `start` to `end` (exclusive), without the blanks after them."""
        return Span(self.starts[start], self._reach(end))

    def text(self, start: int, end: int) -> str:
        """The text of the tokens `start` to `end` (exclusive), without the blanks after them."""
        # A line break that only wraps the text is a blank in the tokens, but not here.
        return self.source[self.starts[start]:self._reach(end)]

    def part(self, start: int, end: int) -> Part:
        """The tokens `start` to `end` (exclusive) as a Part."""
        # Written out, and made as tuples, since claims have so many: this takes half the time.
        first, last, word = self.starts[start], self.starts[end], self.words[end - 1]
        if not word[-1:].isalnum():
            last += len(word.rstrip(BLANKS)) - len(word)
        return tuple.__new__(Part, (tuple.__new__(Span, (first, last)), self.source[first:last]))

    def _reach(self, end: int) -> int:
        """The offset at which the token before `end` ends, without the blanks after it."""
        last = self.words[end - 1]
        return self.starts[end] - len(last) + len(_bare[last])

    def at(self, offset: int) -> int:
        """The index of the token that covers the code point `offset`."""
        return bisect_right(self.starts, offset) - 1

    @lazy
    def lower(self) -> list[str]:
        """The bare text of each token in lower case, followed by a few empty ones."""
        return [*map(str.lower, self[:]), "", "", "", ""]

    @lazy
    def sentences(self) -> list[tuple[int, int]]:
        """The token range of each sentence that is not empty."""
        bounds = [-1, *self.ends, len(self.words)]
        return [(a + 1, b) for a, b in pairwise(bounds) if b > a + 1]

    def sentence_of(self, index: int) -> tuple[int, int]:
        """The token range of the sentence around the token `index`."""
        ends = self.ends
        after = bisect_left(ends, index)
        return ends[after - 1] + 1 if after else 0, ends[after] if after < len(ends) else len(self.words)

    def in_capitals(self, index: int) -> bool:
        """Whether no word of the sentence around the token `index` is in small letters: a headline in capitals."""
        return not any(map(str.islower, self[slice(*self.sentence_of(index))]))

    def between(self, start: int, end: int) -> Tokens:
        """The tokens `start` to `end` (exclusive) by themselves, their places in the text as they are."""
        return Tokens(self.source, self.words[start:end], starts=self.starts[start : end + 1])

    def excerpt(self, start: int, end: int) -> Tokens:
        """The tokens `start` to `end` (exclusive) as those of a text of their own."""
        return Tokens(self.source[self.starts[start]:self.starts[end]], self.words[start:end])

    def collapse(self, ranges: Iterable[tuple[int, int, str]]) -> Tokens:
        """These tokens with each (start, end, tag) made one token that carries `tag` alone.

        The ranges are disjoint and ascending. So the rules of the next stage see a finding as a single word.
        """
        words: list[str] = []
        starts, origin = array("I"), array("I")
        marked: dict[int, str] = {}
        done = 0
        for start, end, tag in ranges:
            words += self.words[done:start]
            starts.extend(self.starts[done:start + 1])
            origin.extend(range(done, start + 1))
            marked[len(words)] = tag
            words.append("".join(self.words[start:end]))
            done = end
        words += self.words[done:]
        starts.extend(self.starts[done:])
        origin.extend(range(done, len(self.words) + 1))
        if self.marked:
            place = {first: i for i, first in enumerate(origin)}
            marked |= {place[i]: tag for i, tag in self.marked.items() if i in place and place[i] not in marked}
        places = ((bisect_left(origin, end), end) for end in self.ends)
        ends = [i for i, end in places if origin[i] == end and i not in marked]
        return Tokens(self.source, words, marked, origin, starts, ends)


def strip(word: str) -> str:
    """A token without the blanks after it; "" for the end of a sentence or a paragraph."""
    bare = word.rstrip(BLANKS)
    return "" if is_break(bare) else bare


def is_break(word: str) -> bool:
    """Whether a token is the run of line breaks that ends a paragraph."""
    return word[:1] in BREAKS


_LONG = 50_000
"""The characters of a text whose tokens take so much memory that those spelled alike are made one string."""


def tokenise(text: str, *, often: bool = False) -> Tokens:
    """The tokens of `text`, a sentence's end marked by an empty one.

    often: whether they are looked up in many tables, so that one string for all that are spelled alike saves time.
    """
    plain = unwrap(text)
    words, starts, ends = _tokens_in(plain, 0, len(plain), shared=often or len(plain) > _LONG)
    ends += [bisect_left(starts, place) for place, _ in _breaks(plain)]
    ends.sort()
    return Tokens(text, words, starts=starts, ends=ends) if (cuts := cut(words, ends)) is words else Tokens(text, cuts)


def _breaks(text: str) -> list[tuple[int, int]]:
    """The ranges of the runs of line breaks. One character is found in a third of the time that ten take."""
    pattern = BREAK if any(map(text.__contains__, _RARE_BREAKS)) else _LINE_FEED
    return [hit.span() for hit in pattern.finditer(text)]


def tokenise_around(text: str, offsets: Iterable[int]) -> Tokens:
    """As `tokenise`, for those who look at the paragraphs around some offsets alone: what is between is one token.

    offsets: in ascending order.
    """
    plain = unwrap(text)
    breaks = _breaks(plain)
    firsts = [0, *(end for _, end in breaks)]
    lasts = [*(start for start, _ in breaks), len(plain)]
    words: list[str] = []
    reached = 0  # the paragraph before which all are tokens
    for offset in offsets:
        here = bisect_right(firsts, offset) - 1
        if here < reached:
            continue
        if here > reached:
            words += [plain[firsts[reached]:lasts[here - 1]], plain[lasts[here - 1]:firsts[here]]]
        words += _tokens_in(plain, firsts[here], lasts[here])[0]
        reached = here + 1
        if here < len(breaks):
            words.append(plain[lasts[here]:firsts[reached]])
    if reached < len(firsts):
        words.append(plain[firsts[reached]:])
    found = Tokens(text, words)
    return found if (whole := cut(words, found.ends)) is words else Tokens(text, whole)


def offsets(pieces: Iterable[str], first: int = 0) -> array[int]:
    """The start of each piece, and the end of the last, in four bytes each, since a text has many."""
    return array("I", accumulate(map(len, pieces), initial=first))


class _Known(dict[str, str]):
    """The one string for all tokens that are spelled alike: a text repeats its words, and what is looked up by them."""

    LIMIT = 50_000
    """How many tokens are remembered: a corpus has no end of them."""

    def __missing__(self, word: str) -> str:
        if len(self) >= self.LIMIT:
            self.clear()
        self[word] = word
        return word


_known = _Known()


def _tokens_in(
    plain: str, first: int, last: int, *, shared: bool = False
) -> tuple[list[str], array[int], list[int]]:
    """The words of a part of a text, where each starts, the text's end too, and the places of the empty ones.

    plain: the text without the line breaks that only wrap it.
    shared: whether words that are spelled alike are one string.
    """
    found = _TOKEN.findall(plain, first, last)
    if shared:
        found = list(map(_known.__getitem__, found))
    places = offsets(found, first)
    words: list[str] = []
    starts = array("I")
    ends: list[int] = []
    done = 0
    for offset in sentence_ends(plain, first, last):
        index = bisect_left(places, offset, done)
        words += found[done:index]
        starts += places[done:index]
        ends.append(len(words))
        words.append("")
        starts.append(offset)
        done = index
    words += found[done:]
    starts += places[done:]
    return words, starts, ends


def sentence_ends(text: str, first: int, last: int) -> Iterable[int]:
    """The offsets in a part of a text at which a sentence begins after another one of the same paragraph."""
    for match in _SENTENCE_END.finditer(text, first, last):
        following = match["next"]
        if following[0].islower():
            continue
        stop = match.start()
        if text[stop] == "." and stop + 1 == match.start("close") == match.end("close"):
            before = _LAST_WORD.search(text[max(0, stop - 12):stop])
            word = before[0] if before else ""
            if word + "." in _NEVER_ENDS or word == "pp" and following[0].isdigit() or (
                (word + "." in _MAY_END or _INITIALS.fullmatch(word))
                and (following.lower() not in _STARTERS or following.isupper() and (
                    len(following) > 1 or text.startswith(".", match.end("next"))  # D. A. Sharma
                ))
            ):
                continue
        yield match.end()


_WRAPPED_WIDTH = range(20, 131)
"""The widths that hard-wrapped text comes in; a longer line is a paragraph."""
_NARROW = 40
"""Below this width, lines must have some words: a list has short lines too."""
_GO_ON = frozenset("a an and as at by for from in into of on or than that the to with".split())
"""Words that end no paragraph."""
_LINE_ENDS = frozenset(".!?:;”\"’")
"""Marks that end a line which is a paragraph by itself."""


def unwrap(text: str) -> str:
    """`text` with the line breaks that only wrap it replaced by blanks; offsets stay the same.

    A break wraps if the next line's first word would not have fitted before it, or if no sentence ends with the line
    and it is long, ends with a word that must go on or, in a narrow text, the next one goes on in lower case. All of it
    happens by chance, so the text as a whole must look wrapped: at least a third of its lines continue in lower case.
    Otherwise only the breaks between a long line and a lower-case word are taken to wrap.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    if "\n" not in text:
        return text
    lines = text.split("\n")
    bare = [line.strip() for line in lines]
    inner = _next_lines(bare)
    if not inner:
        return text
    width = max(len(bare[i]) for i in inner)
    going_on = [i for i, j in inner.items() if bare[j][0].islower()]
    if width in _WRAPPED_WIDTH and 3 * len(going_on) >= len(inner) and (width >= _NARROW or _has_words(bare, inner)):
        soft = [
            i for i, j in inner.items()
            if len(bare[i]) + 1 + len(bare[j].split(None, 1)[0]) > width
            or bare[i][-1] not in _LINE_ENDS and (
                5 * len(bare[i]) >= 3 * width or (width < _NARROW and bare[j][0].islower())
                or bare[i].rsplit(None, 1)[-1] in _GO_ON
            )
        ]
    else:
        soft = [i for i in going_on if len(bare[i]) >= 40 and bare[i][-1] not in _LINE_ENDS]
    if not soft:
        return text
    blanks = {k for i in soft for k in range(i, inner[i])}
    return "".join(line + (" " if i in blanks else "\n") for i, line in enumerate(lines))[:-1]


def _next_lines(bare: list[str]) -> dict[int, int]:
    """The lines that are followed by another one of the same paragraph, each with the next.

    Where an empty line stands after every line, as in a text set with double spacing, it parts nothing by itself.
    """
    adjacent = {i: i + 1 for i in range(len(bare) - 1) if bare[i] and bare[i + 1]}
    if adjacent or len(bare) < 7:
        return adjacent
    spaced = {i: i + 2 for i in range(len(bare) - 2) if bare[i] and bare[i + 2]}
    going_on = sum(bare[j][0].islower() and bare[i][-1] not in _LINE_ENDS for i, j in spaced.items())
    return spaced if len(spaced) >= 3 and 3 * going_on >= len(spaced) else {}


def _has_words(bare: list[str], inner: dict[int, int]) -> bool:
    """Whether the lines have two words or more on average."""
    return sum(len(bare[i].split()) for i in inner) >= 2 * len(inner)
