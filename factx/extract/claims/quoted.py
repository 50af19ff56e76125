"""Quotations as contents: in front of a source, after it, and going on sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left

from factx.expressions import compiled
from factx.extract.claims import cues
from factx.extract.claims.kinds import FINITE, GENITIVE, Kinds
from factx.extract.claims.reading import Range, Reading
from factx.model import Style

_CLOSED = "?!…"
_SINGLE = compiled("‘|'(?!')")
_CLOSING = "\"”’'»"
_FEW_MORE = 4
"""Tokens after a quoted name among which another stands that is one of several."""
_MARKS = "“”\"'‘’`«»„ "
_LONGEST_TITLE = 6
"""Words of a work's title, at most."""
_LONG = 4
"""Letters from which on a word has a capital in a title."""
_UNPARTED = 10
"""Tokens of a quotation from which on it is a sentence, though no mark parts it from the words in front."""
_SPOKEN = 5
"""Words from which on a quotation that begins with a capital letter is a sentence, whatever ends it."""
_JOINING = 2
"""Words in front of the quotation that a sentence is for the most part: but, then."""
_LARGELY = 0.6
"""The share of a sentence that is quoted from which on the rest of it belongs to the quotation."""
_ATTRIBUTION = 10
"""Tokens of a sentence in which a verb that attributes the quotation in front is looked for."""
_LONGEST_NAMED = 14
"""Tokens of a thing in front of the quoted name that it is called by, at most."""
_STOPS = ".,!?…"
_SETTING = frozenset("in at on during after before amid following outside inside as while when until near by".split())
"""What tells when or where something was called so, or said."""
_PARTING: Kinds = frozenset({
    "comma", "break", "colon", "stop", "auxiliary", "past", "present", "subordinator", "relative", "that",
})
"""What stands between no thing and its name."""
_BEFORE_NOUN: Kinds = frozenset({"determiner", "clitic", "nominal"})
_OF_NAME: Kinds = frozenset({"determiner", "adverb", "nominal"})
_AFTER_NAME: Kinds = frozenset({"time", "auxiliary", "past"})
_TIMES: Kinds = frozenset({"time"})
_MOST = 50
"""Quotations that go on from a sentence, at most: a bound on the work."""
_MOSTLY = 0.9
"""The share of a content's tokens that are quoted from which on it is direct."""


def before(reading: Reading, at: int, low: int) -> Range | None:
    """The content that ends with a quotation just in front of the token `at`, its own words in front among it."""
    kinds = reading.kinds
    end = at - 1 if kinds[at - 1] & {"comma", "break"} else at
    quotation = end - 1
    if quotation < low or "quotation" not in kinds[quotation]:
        return None
    if "nominal" in kinds[quotation]:
        # A term is a part of the words around it, unless a comma, or its own capital letter, parts it from them.
        if end == at and quotation > low:
            return None
    elif quotation > low and is_title(reading, quotation) and not any(
        kind & FINITE for kind in kinds[low:quotation]
    ):
        return None
    return _opening(reading, quotation, low), end


def _opening(reading: Reading, quotation: int, low: int) -> int:
    """The start of a content that ends with a quotation: with the words of its sentence before it."""
    kinds = reading.kinds
    if is_unparted(reading, quotation):
        return quotation
    start = quotation
    while start > low and "colon" not in kinds[start - 1] and reading.words[start - 1].strip() != ";" \
            and ("quotation" not in kinds[start - 1] or "nominal" in kinds[start - 1]):
        start -= 1
    dashes = [place for place in range(start, quotation) if "break" in kinds[place]]
    if len(dashes) % 2:
        start = dashes[-1] + 1
    while kinds[start] & {"conjunction", "comma"} or reading.is_minute(start):
        start += 1
    return start


def is_unparted(reading: Reading, quotation: int) -> bool:
    """Whether a quoted sentence stands where the stop in front is missing: It helps her clerks "We are glad," ..."""
    if reading.word_class(quotation - 1) not in ("noun", "plural", "propn"):
        return False
    long = reading.origin[quotation + 1] - reading.origin[quotation] >= _UNPARTED
    return long and is_sentence(reading, quotation) and reading.words[quotation].rstrip(_MARKS)[-1:] == ","


def is_sentence(reading: Reading, quotation: int) -> bool:
    """Whether a quotation begins with a capital letter."""
    return reading.words[quotation].lstrip(_MARKS)[:1].isupper()


def is_speech(reading: Reading, quotation: int) -> bool:
    """Whether a quotation is a sentence that somebody speaks, by its words alone, and no term, title or headline."""
    text, kinds = reading.words[quotation].strip(), reading.kinds
    bare = text.strip(_MARKS)
    first = bare.lstrip("[(…. ")[:1]
    if not (first.isupper() or first.isdigit()) or _SINGLE.match(text) and _is_paragraph(reading, quotation):
        return False  # in single marks alone stands a headline
    introduced = "colon" in kinds[quotation - 1]
    if not introduced and bare[-1:] not in "!?" and is_title(reading, quotation):
        return False
    return bare[-1:] in ".,!?…—-" or "comma" in kinds[quotation + 1] or len(bare.split()) >= _SPOKEN


def _is_paragraph(reading: Reading, place: int) -> bool:
    """Whether a token is a paragraph of its own."""
    kinds, words = reading.kinds, reading.words
    opens = place == 0 or "end" in kinds[place - 1] and words[place - 1]
    return bool(opens and "end" in kinds[place + 1] and words[place + 1])


def is_title(reading: Reading, quotation: int) -> bool:
    """Whether a short quotation has large letters throughout, as a title has: in "The Long Walk," he says."""
    words = reading.words[quotation].strip(_MARKS + " ,.").split()
    return 0 < len(words) <= _LONGEST_TITLE and all(word[:1].isupper() or len(word) < _LONG for word in words) \
        and words[-1][:1].isupper()


def only_leads(reading: Reading, front: Range) -> bool:
    """Whether words with a quoted term only lead to a main clause: Calling her "kind", Lee said the town mourned."""
    opening = reading.syntax.clause_of_verb.get(front[0])
    if opening is None:
        return False
    return not any("finite" in clause.verb.tags for clause in reading.clauses_in(*front))


def sentence_before(reading: Reading, low: int) -> Range | None:
    """The quotation in front of the sentence that starts at `low`, where it is a sentence: "Why?" he asked."""
    end = low - 1
    if end < 1 or reading.words[end] or "quotation" not in reading.kinds[end - 1]:
        return None
    mark = reading.words[end - 1].rstrip("'\"”’» \t")[-1:]
    if mark in _CLOSED or reading.tokens.sentence_of(end - 1)[0] == end - 1:
        return end - 1, end
    return None


def earlier(reading: Reading, start: int, reached: int) -> list[Range]:
    """The paragraphs or sentences of quotation in front of one that goes on with them: the last alone is closed.

    reached: where the contents found so far end.
    """
    parts: list[Range] = []
    while len(parts) < _MOST and (place := _opened_before(reading, start)) is not None and place >= reached:
        parts.insert(0, (place, place + 1))
        start = place
    return parts


def _opened_before(reading: Reading, start: int) -> int | None:
    """The quotation in front of one at `start` that opens its sentence in the same marks and is never closed."""
    kinds, words = reading.kinds, reading.words
    place = start - 2 if "end" in kinds[start - 1] else start - 1
    if place < 0 or "quotation" not in kinds[place] or "quotation" not in kinds[start] \
            or words[place].rstrip()[-1:] in _CLOSING or words[place][0] != words[start][0]:
        return None
    return place if not place or "end" in kinds[place - 1] else None


def going_on(reading: Reading, end: int) -> list[Range]:
    """The quotations after a sentence that no other speaker claims, and any following paragraphs of quotation alone."""
    reached = reading.skip({"stop", "comma"}, end, len(reading.kinds))
    parts = _in_sentence(reading, end, reached)
    parts += _in_paragraph(reading, parts[-1][1] if parts else reached)
    return [*parts, *_in_next_paragraphs(reading, parts[-1][1] if parts else reached)]


def _in_sentence(reading: Reading, end: int, place: int) -> list[Range]:
    """The quotations that go on in the same sentence, whose stop ends in front of `place`: "We won," and, "We will"."""
    kinds = reading.kinds
    parts: list[Range] = []
    if end < place and "quotation" in kinds[place] and "end" in kinds[place + 1]:
        # No sentence's end is seen before a small letter.
        parts.append((place, place + 1))
        place += 1
    joined = reading.skip({"comma"}, place + 1, place + 2) if "conjunction" in kinds[place] else place
    if joined > place and "quotation" in kinds[joined] and "nominal" not in kinds[joined]:
        parts.append((joined, joined + 1))
    return parts


def _in_paragraph(reading: Reading, end: int) -> list[Range]:
    """The sentences of quotation that follow in a paragraph, until another speaker claims one."""
    kinds, words = reading.kinds, reading.words
    parts: list[Range] = []
    while end + 1 < len(kinds) and "end" in kinds[end] and not words[end] and len(parts) < _MOST:
        stop = _sentence_end(reading, end + 1)
        if not is_spoken(reading, end + 1, stop) or is_claimed(reading, stop):
            break
        parts.append((end + 1, without_stop(reading, stop)))
        end = stop
    return parts


def _in_next_paragraphs(reading: Reading, end: int) -> list[Range]:
    """The paragraphs of quotation alone that follow: only the last of several has its closing mark."""
    parts: list[Range] = []
    whole = 0
    while len(parts) < _MOST and (following := _paragraph(reading, end)):
        parts += following
        end = following[-1][1]
        whole = len(parts) if is_closed(reading, following[-1]) else whole
    return parts[:whole]


def _sentence_end(reading: Reading, start: int) -> int:
    """The end of the sentence that starts at a token."""
    ends = reading.tokens.ends
    place = bisect_left(ends, start)
    return ends[place] if place < len(ends) else len(reading.tokens)


def without_stop(reading: Reading, end: int) -> int:
    """The end of a sentence's words: a stop in its last quotation belongs to that."""
    while reading.kinds[end - 1] & {"stop", "comma"}:
        end -= 1
    return end


def is_spoken(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence is a quotation, or is so for the most part and has no attribution: "We won" in the end."""
    kinds, origin = reading.kinds, reading.origin
    if end == start + 1:
        return "quotation" in kinds[start]
    spoken = [place for place in range(start, min(end, start + _MOST)) if "quotation" in kinds[place]]
    if not spoken or spoken[0] - start > _JOINING or any("trigger" in kind for kind in kinds[start:end]) \
            or any(kind & FINITE for kind in kinds[spoken[-1] + 1 : end]):
        return False
    inside = sum(origin[place + 1] - origin[place] for place in spoken)
    return inside >= _LARGELY * (origin[end] - origin[start])


def is_claimed(reading: Reading, end: int) -> bool:
    """Whether the sentence after a quotation that is one attributes it: "Not yet!" Ann Lee replied."""
    kinds, words = reading.kinds, reading.words
    if words[end] or "quotation" not in kinds[end - 1]:
        return False
    if words[end - 1].rstrip(_MARKS)[-1:] not in _CLOSED:
        return False
    for place in range(end + 1, min(end + 1 + _ATTRIBUTION, len(kinds))):
        if kinds[place] & {"end", "quotation", "that"}:
            return False
        if "cue" in kinds[place]:
            return not kinds[place + 1] & {"that", "subject-pronoun", "person"} or place == end + 1
    return False


def _paragraph(reading: Reading, end: int) -> list[Range]:
    """The quotations of the paragraph after the end of one, where it has no other words."""
    kinds, words = reading.kinds, reading.words
    parts: list[Range] = []
    i = end
    while i + 1 < len(kinds) and "end" in kinds[i] and bool(words[i]) != bool(parts) and "quotation" in kinds[i + 1]:
        parts.append((i + 1, i + 2))
        i += 2
    closed = i + 1 >= len(kinds) or "end" in kinds[i] and words[i]
    return parts if parts and closed and not _is_headline(words[end + 1]) else []


def _is_headline(words: str) -> bool:
    """Whether a paragraph of quotation is a headline: in single marks, or without a stop."""
    said = words.rstrip()
    return bool(_SINGLE.match(words)) or said[-1:] in _CLOSING and said.rstrip(_MARKS)[-1:].isalnum()


def content_end(reading: Reading, start: int, stop: int, cue: int) -> int | None:
    """The end of a content that is one quotation, or that calls something by a quoted name; else None."""
    kinds = reading.kinds
    known = cues.verb(reading.lower(cue))
    frames = known.frames if known is not None else frozenset()
    if "quotation" not in kinds[start]:
        name = _quoted_name(reading, start, stop)
        return None if name is None else _name_end(reading, start, name, stop, naming="naming" in frames)
    if "naming" in frames or reading.lower(start - 1) == "as":
        return _called(reading, start, stop)
    if cue == start - 1 and "relative" in kinds[cue - 1] and kinds[start + 1] & {"auxiliary", "past"}:
        return start + 1  # the critic who said "No" was sacked
    return start + 1 if _is_whole(reading, start, stop, things="thing" in frames) else None


def _quoted_name(reading: Reading, start: int, stop: int) -> int | None:
    """The quotation that may be the name of what a content begins with: the plan a ["sham"]."""
    kinds = reading.kinds
    for place in range(start + 1, min(stop, start + _LONGEST_NAMED)):
        kind = kinds[place]
        if "quotation" in kind:
            return place
        noun = kind >= GENITIVE or "present" in kind and kinds[place - 1] & _BEFORE_NOUN
        if kind & _PARTING and not noun and reading.lower(place) != "as":
            break
    return None


def _is_whole(reading: Reading, at: int, stop: int, *, things: bool) -> bool:
    """Whether a quotation after its verb is all that was said: she wrote "Vote now" on the wall.

    things: whether the verb may take the title of a work.
    """
    kinds = reading.kinds
    if not is_sentence(reading, at) or things and is_title(reading, at):
        return False
    after = kinds[at + 1]
    if after & {"conjunction", "comma", "break"} and "quotation" in kinds[at + 2]:
        return False
    if reading.words[at].rstrip(_MARKS)[-1:] in _STOPS:
        return not _is_half(reading, at, stop)
    return not after & {"auxiliary", "past", "present", "nominal", "determiner", "pronoun", "preposition"} \
        or reading.lower(at + 1) in _SETTING


def _called(reading: Reading, at: int, stop: int) -> int | None:
    """The end of a quoted name right after its verb: which she called "a mess" in May."""
    if reading.words[at].rstrip(_MARKS)[-1:] in _STOPS:
        return at + 1
    return _where_set(reading, _behind_name(reading, at, stop), stop, _AFTER_NAME)


def _behind_name(reading: Reading, at: int, stop: int) -> int:
    """The token after a quoted name and the nouns that it stands before: a "sham" [vote]."""
    end = at + 1
    while end < stop and "nominal" in reading.kinds[end] and not reading.kinds[end] & {"person", "capital"}:
        end += 1
    return end


def _where_set(reading: Reading, end: int, stop: int, parted: Kinds) -> int | None:
    """The end of a name where something tells when or where it was called so, or its own verb follows; else None."""
    return end if end < stop and (reading.lower(end) in _SETTING or reading.kinds[end] & parted) else None


def _is_half(reading: Reading, at: int, stop: int) -> bool:
    """Whether a sentence goes on after a quotation and into another: "After the vote," Ann Lee "was a changed man"."""
    for place in range(at + 1, stop):
        kind = reading.kinds[place]
        if "quotation" in kind:
            return place > at + 1
        if kind & (_PARTING | {"cue"}):
            return False
    return False


def _name_end(reading: Reading, start: int, at: int, stop: int, *, naming: bool) -> int | None:
    """The end of a content that calls something by a quoted name: called the plan a "sham" at a meeting."""
    kinds = reading.kinds
    before = at
    while before > start and kinds[before - 1] & _OF_NAME:
        before -= 1
    if not naming and reading.lower(before - 1) != "as":
        return None
    end = _behind_name(reading, at, stop)
    alone = reading.find({"quotation"}, end, min(end + _FEW_MORE, stop)) is None
    if naming and alone and end == at + 1 < stop and reading.words[at].rstrip(_MARKS)[-1:] == ",":
        return end  # called it a "sham," and her brother; but: a "sham," and a "farce"
    # What they called a "scheme" [is over]; but: they called it a "scheme".
    return _where_set(reading, end, stop, _AFTER_NAME if before == start else _TIMES)


def runs_on(reading: Reading, at: int) -> bool:
    """Whether a quotation begins with a small letter, so that it goes on with words in front."""
    return reading.words[at].lstrip("“\"'‘`«")[:1].islower()


def continues(reading: Reading, start: int, high: int) -> bool:
    """Whether a sentence goes on with a quotation, after a few words at most, and brings in no other statement."""
    kinds = reading.kinds
    for i in range(start, min(high, start + 8)):
        if "quotation" in kinds[i]:
            return True
        if kinds[i] & {"cue", "ing"}:
            return False
    return False


def is_closed(reading: Reading, part: Range) -> bool:
    """Whether a content ends with a closing mark, so that it does not go on in the next paragraph."""
    return reading.words[part[1] - 1].rstrip()[-1:] in _CLOSING


def whole_style(style: Style) -> Style:
    """The style of a content that goes on with a quotation."""
    return "direct" if style == "direct" else "mixed"


def style(reading: Reading, parts: list[Range]) -> Style:
    """The style of a content, by how much of it is quoted."""
    origin, quotations = reading.origin, reading.quotations
    inside = total = 0
    for start, end in parts:
        total += origin[end] - origin[start]
        place = bisect_left(quotations, start)
        while place < len(quotations) and (i := quotations[place]) < end:
            inside += origin[i + 1] - origin[i]
            place += 1
    if not inside:
        return "indirect"
    return "direct" if inside >= _MOSTLY * total else "mixed"
