"""The tense of the verb around an expression: whether it speaks of the past or of the future."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING

from factx import lexicon
from factx.resolve import glance, headlines, outlook, verb_times
from factx.resolve.glance import MAYBE_AHEAD
from factx.resolve.reference import UNTOLD, Told
from factx.text.tokens import Tokens

if TYPE_CHECKING:
    from factx.syntax import Group, Syntax


class Tenses:
    """The tense at each place of a text; a sentence is read when it is first asked about."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._read: dict[int, Syntax] = {}
        self._words: Mapping[str, Mapping[str, str]] = lexicon.load("tense")

    def told(self, start: int, end: int, *, label: bool = False) -> Told:
        """The tense of the clause around the tokens `start` to `end`.

        label: whether they head an entry of a timeline, whose present tells what has happened.
        """
        if self._is_of_dateline(start, end):
            return UNTOLD  # it is the day of writing or one beside it, whatever follows
        if self._tokens[end - 1].lower() in _PARTS_OF_YEAR and self._are_figures(end):
            return Told(lambda: min(self.at(start, end), 0))  # the bank reports first-quarter results on Friday
        read = self._of_label if label else self.at
        return Told(partial(read, start, end), partial(self._glance, start, end))

    def _is_of_dateline(self, start: int, end: int) -> bool:
        """Whether a day stands between the place and the agency of a dateline: LEEDS, May 8 (AP) -."""
        tokens = self._tokens
        if end >= len(tokens) or tokens[end] != "(" or not start or tokens[start - 1] != ",":
            return False
        first = tokens.sentence_of(start)[0]
        return start - first < _DATELINE and tokens[first].isupper()

    def _of_label(self, start: int, end: int) -> int:
        """-1 where an entry of a timeline tells in the present what happened, 0 where it has no verb."""
        first, last = self._tokens.sentence_of(start)
        if not any(word[:1].isalpha() for word in (*self._tokens[first:start], *self._tokens[end:last])):
            return 0  # most labels stand alone in their line
        return -1 if any("finite" in verb.tags for verb in self._syntax((first, last)).verbs) else 0

    def _glance(self, start: int, end: int) -> int:
        """The sign of `at` where the words beside the date tell it, else 0."""
        tokens = self._tokens
        first, last = tokens.sentence_of(start)
        if plain := self._at_once(first, last, start, end):
            return 1 if plain > 0 else -1
        if _is_owner(tokens, end):
            begin = max(first, start - _OF_EVENT)
            beside = tokens[begin : min(last, end + _OF_EVENT)]
            return 0 if glance.looks_ahead(beside, range(end - begin, end - begin + _OWNED)) else -1
        if tokens[start - 1] in _EARLIEST or tokens[start - 1] == "to":
            return 0
        if self._is_bare_month(start) and self._are_figures(end):
            return 0
        return glance.side(tokens, start, end)

    def at(self, start: int, end: int) -> int:
        """-1 for the past, 1 for the future, 0 where no verb around the tokens `start` to `end` tells.

        -2 and 2 where that is sure: three people were killed in June; the vote is in June.
        """
        tokens = self._tokens
        first, last = tokens.sentence_of(start)
        if plain := self._at_once(first, last, start, end):
            return plain
        owner = _is_owner(tokens, end)
        before = self._before(first, start)
        syntax = self._syntax((first, last))
        if owner:
            return self._of_event(syntax, start - first)
        if self._is_bare_month(start):
            return self._of_month(syntax, start - first, end - first, before)
        return self._beside(syntax, start - first, before)

    def _syntax(self, sentence: tuple[int, int]) -> Syntax:
        """A sentence as it is read."""
        known = self._read.get(sentence[0])
        if known is None:
            from factx.syntax import Syntax  # a text without dates does not need it

            known = self._read[sentence[0]] = Syntax(self._tokens.between(*sentence))
        return known

    def _at_once(self, first: int, last: int, start: int, end: int) -> int:
        """The tense by the words right beside a date, without parsing its sentence; 0 if they show none."""
        tokens = self._tokens
        if not _is_owner(tokens, end):
            return self._plain(first, last, start, end, self._before(first, start))
        if start > first and tokens[start - 1].lower() in self._words["calls-off"]:
            return 1  # they cancelled Thursday's flights
        owned = {word.lower() for word in tokens[end + 1 : end + _OWNED]}
        if [word.lower() for word in tokens[max(first, start - 2) : start]] == ["ahead", "of"]:
            return 0 if owned.isdisjoint(self._words["planned-event"]) else 1
        return -1 if owned.isdisjoint(self._words["planned-event"]) else 0

    def _before(self, first: int, start: int) -> set[str]:
        """The two words before a date, without "at least" and the like: until at least | Friday."""
        tokens = self._tokens
        while start - 2 >= first and (tokens[start - 2], tokens[start - 1]) in _AT_LEAST:
            start -= 2
        return {word.lower() for word in tokens[max(first, start - 2) : start]}

    def _plain(self, first: int, last: int, start: int, end: int, before: set[str]) -> int:
        """The same for a date that owns nothing; `before` are the two words before it."""
        tokens = self._tokens
        if "ended" in before and tokens[start - 1].lower() == "ended":
            return -2  # the year ended June 30
        if tokens[start - 1] in ("on", "in"):  # its last decision on May 4
            *ordered, noun = ["", *tokens[max(first, start - 4) : start - 1]]
            told = next((word for word in ordered if word in _ORDERED), "")
            if told and noun.isalpha() and noun not in _BE and all(map(str.isalpha, ordered[ordered.index(told) :])):
                return 2 if told in _TO_COME else -2
        if before == _EARLIEST or not before.isdisjoint(self._words["planned"]):
            return 2 if self._is_due(first, start) else 1
        near = tokens[max(first, start - outlook.REACH) : start]
        if outlook.is_ahead(near) or (self._is_day(start, end) and outlook.is_meant(near)):
            return 2
        if "for" in before and not before.isdisjoint(self._words["planned-for"]):
            return 1
        if self._is_opening(first, start):
            return 1
        if outlook.is_over(tokens[first:start]) and (tokens[end - 1] == "weekend" or self._is_weekday(start)):
            return -1
        if start == first and end + 1 < last and tokens[end] == "is" and tokens[start].lower() in _days():
            return 2  # "Feb. 14 is the deadline"
        return -1 if start - 1 > first and self._follows_past(first, start) else 0

    def _is_opening(self, first: int, start: int) -> bool:
        """Whether a weekday stands after an event that begins on it: the final starting, or to begin, on Saturday."""
        tokens = self._tokens
        if not self._is_weekday(start):
            return False
        at = start - 2 if tokens[start - 1] == "on" else start - 1
        if at - 2 > first and tokens[at - 1] == "to" and tokens[at] in _OPENS:
            from factx.syntax.words import classes  # few texts need it

            return tokens[at - 2].islower() and classes(tokens[at - 2])[:1] == "N"
        return at - 1 > first and tokens[at] in _OPENING and tokens[at - 1].isalpha() and tokens[at - 1] not in _BE

    def _is_weekday(self, start: int) -> bool:
        return self._tokens[start].lower() in lexicon.load("time")["weekday"]

    def _is_day(self, start: int, end: int) -> bool:
        """Whether a date begins with a weekday or is a day of a month."""
        words, time = [word.lower() for word in self._tokens[start:end]], lexicon.load("time")
        return words[0] in time["weekday"] or (
            any(word.isdigit() for word in words)
            and any(word in time["month"] or word in time["month-or-word"] for word in words)
        )

    def _are_figures(self, end: int) -> bool:
        """Whether what is reported stands behind a date that ends before the token `end`: July's trade figures."""
        return not self._words["reported"].keys().isdisjoint(self._tokens[end : end + 2])

    def _is_due(self, first: int, start: int) -> bool:
        """Whether something is now due on the day after it: the bill is due in March."""
        if start - 3 < first or self._tokens[start - 1] not in ("on", "in"):
            return False
        is_now, planned = self._tokens[start - 3 : start - 1]
        return is_now in _IS_NOW and planned in self._words["planned"]

    def _follows_past(self, first: int, start: int) -> bool:
        """Whether a weekday stands just after a verb that is past: they said Tuesday, he was freed on Friday."""
        tokens = self._tokens
        if not self._is_weekday(start):
            return False
        at = start - 2 if tokens[start - 1] == "on" else start - 1
        verb = tokens[at]
        if verb in _PLAINLY_PAST:
            return True
        return verb.endswith("ed") and verb.islower() and MAYBE_AHEAD.isdisjoint(tokens[max(first, at - 4) : at])

    def _of_month(self, syntax: Syntax, place: int, end: int, before: set[str]) -> int:
        """The side of a month before a noun: one whose figures are out is past, and hardly any is a plan."""
        after = {word.lower() for word in syntax.tokens[end : end + 2]}
        if not after.isdisjoint(self._words["reported"]):
            following = next((verb for verb in syntax.verbs if verb.start >= end), None)
            return 1 if following is not None and "future" in following.tags else -1
        told = self._beside(syntax, place, before)
        return 0 if told > 1 else told

    def _beside(self, syntax: Syntax, place: int, before: set[str]) -> int:
        """The tense by the verbs around a place; `before` are the two words before it."""
        if self._is_plan(syntax, place) or self._is_of_plan(syntax, place):
            return 2
        if _is_moved_to(syntax, place):
            return 2  # it was put off to Friday
        verbs = _nearest(syntax, place, opens=not before.isdisjoint(self._words["opens-clause"]))
        if not before.isdisjoint(self._words["limit"]) or self._is_limited(syntax, place):
            return self._of_limit(syntax, place, next(verbs, None))
        nearest = next(verbs, None)
        if nearest is None:
            return 0
        if headlines.is_infinitive_plan(syntax, nearest, place):
            return 2
        if syntax.tokens[place - 1] == "to" and syntax.lemma(nearest) in self._words["puts-off"]:
            return 2  # they were moved to Friday
        if self._is_there(syntax, nearest, place):
            return 2
        if nearest.start < place and verb_times.may_happen(syntax, nearest):
            return 1  # the storm could reach the coast on Friday
        if told := verb_times.told(syntax, nearest):
            if told < 0:
                return -2 if self._happened(syntax, nearest, place) else -1
            return 2 if told == 1 and self._will_happen(syntax, nearest, place) else told
        infinitive = "infinitive" in nearest.tags
        for verb in verbs:
            if told := verb_times.told(syntax, verb):
                return told
            if infinitive and {"finite", "present"} <= verb.tags:
                return 0  # its sale, which had been expected, is a step to pay the debt by May
        return 0

    def _is_bare_month(self, place: int) -> bool:
        """Whether a month stands before the noun that it describes: July figures."""
        before = self._tokens[place - 1].lower() if place else ""
        if "".join(self._tokens[place + 1 : place + 2]).isdigit():
            return False
        months = lexicon.load("time")["month"]
        return self._tokens[place].lower() in months and before not in lexicon.load("time")["date-preposition"]

    def _happened(self, syntax: Syntax, verb: Group, place: int) -> bool:
        """Whether a verb in the past tells what happened on the day beside it, and not what was said of that day."""
        first = place <= _FRONT < verb.start and syntax.tokens[place] != "that"
        if first or "perfect" in verb.tags:
            return self._happened_then(syntax, verb, place)
        if not verb.start < place or not {"finite", "past"} <= verb.tags or not verb.tags.isdisjoint(_TELLS):
            return False
        if not self._is_its_day(syntax, verb, place):
            return False
        between = {word.lower() for word in syntax.tokens[verb.end : place]}
        if not self._words["planned-event"].keys().isdisjoint(between):
            return False  # "named a squad for the match on August 31"
        return syntax.lemma(verb) not in self._words["puts-off"]

    def _happened_then(self, syntax: Syntax, verb: Group, place: int) -> bool:
        """Whether a day that is first, or right after "had" and a verb, is that of its verb: In May the court sat."""
        words = [word.lower() for word in syntax.tokens[verb.start : verb.end]]
        after = "".join(syntax.tokens[verb.end : verb.end + 1])
        past = {"finite", "past"} <= verb.tags or ("or-past" in verb.tags and after in _BEFORE_OBJECT)
        if not past or not place or syntax.tokens[place - 1].lower() not in ("in", "on"):
            return False
        if "perfect" in verb.tags:
            between = {word.lower() for word in syntax.tokens[verb.end : place - 1]}
            near = 0 <= place - 1 - verb.end <= _OBJECT and between.isdisjoint(_PARTED)
            planned = not self._words["planned-event"].keys().isdisjoint(between)
            return words[0] == "had" and near and not planned and syntax.lemma(verb) not in self._words["puts-off"]
        return after != "to" and after not in self._words["set-for"] and verb.start - place <= _NEAR

    def _will_happen(self, syntax: Syntax, verb: Group, place: int) -> bool:
        """Whether a verb tells what will, or would, happen on the day after it."""
        ahead = "future" in verb.tags or syntax.tokens[verb.start].lower() == "would"
        parted = not {"and", ",", ";"}.isdisjoint(syntax.tokens[verb.end : place])
        return ahead and not parted and self._is_its_day(syntax, verb, place)

    def _is_its_day(self, syntax: Syntax, verb: Group, place: int) -> bool:
        """Whether a day stands after a verb, near to it and after "in" or "on"."""
        between = syntax.tokens[verb.end : place] if verb.start < place else []
        return between[-1:] in (["in"], ["on"]) and len(between) <= _NEAR

    def _of_event(self, syntax: Syntax, place: int) -> int:
        """The tense of an event that a day owns: Thursday's vote is ahead if its clause is."""
        beside = (verb for verb in syntax.verbs if abs(verb.head - place) < _OF_EVENT)
        return 1 if any(verb_times.told(syntax, verb) > 0 for verb in beside) else -1

    def _is_limited(self, syntax: Syntax, place: int) -> bool:
        """Whether a limit stands a noun before a day: until a date in May."""
        words = [word.lower() for word in syntax.tokens[max(0, place - _LIMITED) : place]]
        return words[-1:] in (["in"], ["on"]) and any(
            word in self._words["limit"] and words[at + 1] in _ARTICLES and words[-2] in _TIMES
            for at, word in enumerate(words[:-2])
        )

    def _is_plan(self, syntax: Syntax, place: int) -> bool:
        """Whether a day is said of something in the present: the vote is on Thursday; the court rules on Friday."""
        words, on = syntax.tokens.words, place - 1
        while on > 0 and ((word := words[on].strip()).lower() in _BETWEEN or word[:1].isdigit() or word[:1].isupper()):
            on -= 1
        if on < 1:
            return False
        verb = next((verb for verb in syntax.verbs if verb.start <= on < verb.end), None)
        if verb is None:
            return headlines.is_verb_unread(syntax, on)
        if not verb.start or not {"copula", "present"} <= verb.tags:
            return False
        return syntax.tokens[verb.start - 1].lower() not in self._words["day-itself"]

    def _is_of_plan(self, syntax: Syntax, place: int) -> bool:
        """Whether a day is that of what is planned: plans for a march on Friday."""
        words = [word.lower() for word in syntax.tokens[max(0, place - _NEAR) : place]]
        if "for" not in words or words[-1] not in ("on", "in"):
            return False
        at = words.index("for")
        if not at or words[at - 1] not in self._words["plan"]:
            return False
        return not any(place - len(words) + at <= verb.start < place for verb in syntax.verbs)

    def _of_limit(self, syntax: Syntax, place: int, verb: Group | None) -> int:
        """The side of a day after "until": ahead, but for what was so until then: she led it until April."""
        if verb is None or verb_times.told(syntax, verb) >= 0:
            return 1
        if verb.start < place and (verb.tags >= {"infinitive"} or self._is_state(syntax, verb)):
            return -2  # had to wait, stayed shut
        if verb.start > place:  # "Until Thursday, they had not called"
            return -1 if "perfect" in verb.tags else 1
        done = verb.tags.isdisjoint({"passive", "participle"}) and "past" in verb.tags
        return -2 if done and syntax.lemma(verb) not in self._words["puts-off"] else 1

    def _is_state(self, syntax: Syntax, verb: Group) -> bool:
        """Whether a participle tells how something stayed: it remained closed."""
        before = syntax.tokens[verb.start - 1].lower() if verb.start else ""
        return before in self._words["stayed"]

    def _is_there(self, syntax: Syntax, verb: Group, place: int) -> bool:
        """Whether a clause tells in the present what there is on a day: there is a fair on Sunday."""
        if not {"copula", "present"} <= verb.tags or verb.start > place or not verb.start:
            return False
        return syntax.tokens[verb.start - 1].lower() == "there" and syntax.tokens[place - 1] == "on"


def _is_owner(tokens: Tokens, end: int) -> bool:
    """Whether a date that ends before the token `end` owns what follows: Thursday's vote."""
    return end < len(tokens) and tokens[end] in ("'s", "’s")


_BETWEEN = frozenset("on in at near from to and - – : , a.m. p.m. am pm noon midnight gmt et the".split())
"""Words between "is" and a day that is said of it: the talk is from 9:30 a.m. to noon on Thursday."""
_PARTS_OF_YEAR = frozenset("quarter half q1 q2 q3 q4 h1 h2".split())
_IS_NOW = frozenset(["is", "are", "'s", "’s", "'re", "’re"])
_EARLIEST = {"early", "as"}
_PLAINLY_PAST = frozenset(["said", "announced", "reported", "died", "told", "began"])
"""Verbs that are past whatever stands around them, and often stand just before their day."""
_OWNED = 4
"""How many words after a day, 's among them, what it owns is looked for."""
_OF_EVENT = 10
"""Within how many words of a day that owns an event its verb is looked for."""
_OBJECT = 4
"""How many words of an object stand at most between "had" and its verb and their day."""
_PARTED = frozenset([",", "to", "for", "that", "and", "of"])
_DATELINE = 8
"""How many words stand before the day of a dateline at most."""
_FRONT = 1
"""The place in its sentence of a date that comes first, after "in" or "on"."""
_NEAR = 8
"""How many words stand at most between what happened and its day."""
_LIMITED = 5
"""How many words before a day it may be limited by: until a later date on."""
_ARTICLES = frozenset(["a", "an", "some", "another", "the"])
_TIMES = frozenset("date day time point week session sitting hearing meeting".split())
_BEFORE_OBJECT = frozenset("a an the its his her their".split())
_BE = frozenset("is was are were be been to and or but".split())
_OPENS = frozenset(["begin", "start", "open", "expire", "end", "resume", "close"])
_OPENING = frozenset(["starting", "beginning", "commencing"])
_AT_LEAST = frozenset([("at", "least"), ("at", "most"), ("no", "later")])
_TO_COME = frozenset(["next", "upcoming", "forthcoming"])
_ORDERED = _TO_COME.union(["last", "latest", "previous"])
"""Words before a noun by which its day is past or to come: its last decision on May 4."""
_TELLS = frozenset(["copula", "perfect", "clause", "hearer"])
"""Verb groups that tell no event of the day after them: they say, or were to be, something."""


@cache
def _days() -> frozenset[str]:
    """The words that a day begins with: Monday, Feb. 14."""
    words = lexicon.load("time")
    return frozenset([*words["weekday"], *words["month"], *words["month-or-word"]])


def _is_moved_to(syntax: Syntax, place: int) -> bool:
    """Whether something is moved to the day at a place: it was put off to Friday, or until June."""
    before = [word.lower() for word in syntax.tokens[max(0, place - 3) : place]]
    return before[-1:] in (["to"], ["until"], ["till"]) and verb_times.is_put_off(before[:-1])


def _nearest(syntax: Syntax, place: int, *, opens: bool) -> Iterator[Group]:
    """The verb groups before a place, the last first, then those after; where it opens a clause, those after first."""
    before = [verb for verb in reversed(syntax.verbs) if verb.start < place]
    after = [verb for verb in syntax.verbs if verb.start >= place]
    if before and after:
        opens = opens or ";" in map(str.rstrip, syntax.tokens.words[before[0].end : place])
    yield from (*after, *before) if opens else (*before, *after)
