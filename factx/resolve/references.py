"""Finds whom a description denotes: the person whom the text calls so, or else one who was just named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from functools import cached_property

from factx import lexicon
from factx.expressions import compiled
from factx.model import Span
from factx.resolve.antecedents import FARTHEST, PRONOUNS, Antecedents
from factx.resolve.bearers import OPENING, Bearers, Bearing
from factx.resolve.descriptions import (
    UNDER,
    WORD,
    Description,
    clash,
    covered,
    covering,
    described,
    in_scene,
    is_home,
    is_kin,
    is_nation,
    is_office,
    is_person,
    is_trade,
    may_be_many,
    nation_of,
)

_ROOM = 60
"""How much text is looked at before a name, in code points."""
_RECENT = 3
"""How many sentences back somebody was named whom a new description denotes: the striker."""
_OWN = compiled(r",?(?: [a-z’']+){1,4}? (he|she)(?:[’'](?:s|d|ll))? ")
"""A pronoun that begins what is said, and refers to who says it: the judge | said that she ..."""
_ONCE = compiled(r"\b(?:former|one-time|ex-)")
"""Words that make a description one of somebody's life: Obama's former strategist."""
_BODY = compiled(r", the ((?:[A-Z][\w’'&-]*|of|and|for|on|the)(?: (?:[A-Z][\w’'&-]*|of|and|for|on|the)){0,8}+)(?=,| \(|$)")
"""A name after a comma, with an article: the plaintiff, the National Press Agency."""
_APPOSED = compiled(r"(\w+),? $")
"""The noun that a name is in apposition to."""
_STEM = compiled(r"(?:e?r|or|ist|ian|man|woman)$")
"""Endings of nouns for who does or makes something."""
_OFTEN = 3
"""How often the person is named whom a text is about."""
_SHORTEST = 4
"""How long a noun must be without its ending."""
_LEAST = 0.0
"""The least weight of such a person."""


def _anybody(entity: str) -> bool:
    return True


class References:
    """The people of a text, as descriptions denote them."""

    def __init__(self, antecedents: Antecedents) -> None:
        self.antecedents = antecedents
        self.introduced: list[tuple[str, str]] = []
        """People whom sources name in apposition to a description, each with it, until it is asked for."""

    @cached_property
    def bearers(self) -> Bearers:
        """The people whom the text describes, by the nouns it uses."""
        return Bearers(self.antecedents.tokens, self.antecedents.people, self.antecedents.entities.values())

    def denoted(self, span: Span, about: Description, around: str | None) -> tuple[str, str] | None:
        """The person whom a description denotes, and how that was found: by its noun, age or nation, or as the last.

        around: the speaker of the quotation that it stands in, who is not meant.
        """
        body = _BODY.search(self.antecedents.tokens.source, *span)
        bodies = lexicon.load("people-others")["organisation"] if body else ()
        if body is not None and any(word in bodies for word in body[1].lower().split()):
            return None  # the plaintiff, the National Press Agency
        if about.determiner in ("indefinite", "bare"):
            several = self.antecedents.tokens.source.startswith(("One ", "one "), span.start)
            entity = None if several else self._named_below(span, about)  # one partner is one of several
            return (entity, f"{about.noun}: named below") if entity else None
        entity = self._borne(span, about, around)
        if entity is not None:
            return entity, f"{about.noun or about.age}: what the text calls that person"
        kin = is_kin(about.head)
        owned = about.determiner == "owned" and (kin or not _ONCE.search(self.antecedents.tokens.source, *span))
        held = is_office(about.head) and not kin and about.age is None
        if owned or held or may_be_many(about) or self._is_unnamed(span, about) or kin and self._is_known(span, about):
            return None
        while self.introduced:
            person, text = self.introduced.pop()
            if introduced := described(text):
                self.bearers.give(person, introduced)
        if about.gender is None and (own := _OWN.match(self.antecedents.tokens.source, span.end)):
            about = about._replace(gender=PRONOUNS[own[1]])
        entity = self._by_stem(span, about) or self._just_named(span, about, around)
        if entity is None:
            return None
        if not kin:
            self.bearers.give(entity, about)
        return entity, f"{about.noun or about.age}: the likeliest person named before"

    def _is_known(self, span: Span, about: Description) -> bool:
        """Whether a relative was spoken of before, without a name: his father said; [the father] added."""
        owner = r"(?:\b(?i:his|her|their|whose)|['’]s)"
        owned = re.compile(rf"{owner} (?:\w+ )?{re.escape(about.head)}\b(?!,? [A-Z])")
        return owned.search(self.antecedents.tokens.source, 0, span.start) is not None

    def _just_named(self, span: Span, about: Description, around: str | None) -> str | None:
        """The person who was just named, and whom the text has not called so yet: Ibrahima Sow ... the striker."""
        loose = self.bearers.called(frozenset({about.head})).loose if about.head else []
        first = min(loose, default=span.start)  # whoever is named later is somebody else
        others = self.antecedents.spoken_of(span) | {around}
        # A part in a scene may be named again after the other ones have spoken.
        farthest, least = (FARTHEST, -FARTHEST) if in_scene(about.head) else (_RECENT, _LEAST)
        last = self.antecedents.last(span.start)

        def likeliest(fits: Callable[[str], bool]) -> str | None:
            def allowed(entity: str) -> bool:
                known = self.antecedents.first(entity) < first and entity not in others
                return known and fits(entity) and self._can_be(entity, about)

            return self.antecedents.likeliest(span.start, about.gender, last, allowed, farthest, least)

        telling = is_trade(about.head) or is_kin(about.head)
        if telling and (found := likeliest(self._is_uncalled) or likeliest(self._is_main)):
            return found
        return likeliest(_anybody)

    def _is_uncalled(self, entity: str) -> bool:
        """Whether the text says neither what somebody does nor whose relative that is."""
        start = self.antecedents.first(entity)
        apposed = _APPOSED.search(self.antecedents.tokens.source, max(0, start - _ROOM), start)
        if apposed is not None and is_kin(apposed[1].lower()):
            return False  # Hall's son, Jim Hall
        return not any(is_trade(head) or is_kin(head) for head in self.bearers.heads.get(entity, ()))

    def _is_main(self, entity: str) -> bool:
        return entity == self._main

    @cached_property
    def _main(self) -> str | None:
        """The person whom the text names most often, if it does so at all often."""
        mentions = self.antecedents.mentions
        often = max(mentions, key=lambda entity: len(mentions[entity]), default=None)
        return often if often is not None and len(mentions[often]) >= _OFTEN else None

    def _by_stem(self, span: Span, about: Description) -> str | None:
        """The person whose sentence has a word of the noun's stem: runs a bakery ... the baker."""
        stem = _STEM.sub("", about.noun)
        if stem == about.noun:
            return None
        # A bakery shows a baker, and a farm or farming a farmer; but bars show no barrister.
        words = f"{stem}\\w*" if len(stem) >= _SHORTEST else f"{about.noun}\\w+"
        for hit in re.compile(rf"\b{words}", re.IGNORECASE).finditer(self.antecedents.tokens.source, 0, span.start):
            entity = self.antecedents.subject(hit.start())
            if entity is not None and self._can_be(entity, about) and self.antecedents.fits(entity, about.gender):
                return entity
        return None

    def _named_below(self, span: Span, about: Description) -> str | None:
        """The person whom an indefinite description introduces, and whom the text names soon: a judge, Judge Lee."""
        bearings = self.bearers.called(frozenset({about.head})).bearings
        holders = {bearing.entity for bearing in bearings if bearing.surely}
        holders |= {bearing.entity for bearing in self.bearers.with_title(covered(about.head))}
        below = [entity for entity in holders if self.antecedents.first(entity) > span.start]
        headline = about.determiner == "bare"
        if len(below) == len(holders) and (len(below) == 1 or below and headline):
            return min(below, key=self.antecedents.first)
        return None

    def _borne(self, span: Span, about: Description, around: str | None) -> str | None:
        """The person whom the text calls so, or says to be of that age or nation."""
        fitting: set[str] = set()
        if about.head:
            named = bisect_left(self.antecedents.starts, span.start) > 0
            before = span.start < OPENING and (about.determiner == "owned" or not named)
            for heads in (frozenset({about.head}), covered(about.head), covering(about.head)):
                fitting = self._fitting(self.bearers.called(heads).bearings, about)
                if not before:  # only an opening describes before it names
                    fitting = {entity for entity in fitting if self.antecedents.first(entity) < span.start}
                if fitting:
                    break
        if not fitting and about.age:
            fitting = self.bearers.of_age(about.age)
        if not fitting and about.nation and not is_office(about.head):
            fitting = self.bearers.of_nation(about.nation)
            fitting = {entity for entity in fitting if self._can_be(entity, about)}
        fitting.discard(around or "")
        nearest = self._nearest(span.start, about, fitting)
        if nearest is None or self._is_unnamed(span, about, self.antecedents.seen(span.start, nearest)):
            return None
        return nearest

    def is_person(self, about: Description) -> bool:
        """Whether a description is a person's."""
        if not about.head or is_person(about.noun):
            return True
        return about.noun in self._titles and about.head in self.bearers.titled

    @cached_property
    def _titles(self) -> str:
        """All titles of the text's people, in lower case."""
        return " ".join([title for entity in self.antecedents.entities.values() for title in entity.titles]).lower()

    def _fitting(self, bearings: Sequence[Bearing], about: Description) -> set[str]:
        """The people whom a description fits, as far as the text tells."""
        fits = [self._fits(each, about) for each in bearings]
        best = max(fits, default=0)
        return {each.entity for each, fit in zip(bearings, fits, strict=True) if fit == best} if best else set()

    def _fits(self, bearing: Bearing, about: Description) -> int:
        """How well a description fits a person: 2 fully, 1 as far as is known, 0 not at all."""
        words = {word.lower() for word in bearing.words}
        told = {word.lower() for word in about.telling}
        if not self.antecedents.fits(bearing.entity, about.gender) or words & UNDER - told:
            return 0
        if self._owns(bearing.entity, about):
            return 0
        unmatched = [
            word for word in about.telling
            if word.lower() not in words
            and not (is_nation(word) and bearing.entity in self.bearers.of_nation(word))
        ]
        for word in unmatched:
            others = [other for other in bearing.words if is_home(other) and is_nation(other) == is_nation(word)]
            if not is_home(word) or others:
                return 0
        return 1 if unmatched else 2

    def _owns(self, entity: str, about: Description) -> bool:
        """Whether the words of a description name a person, so that it is somebody else's: the Lee lawyer."""
        told = {word.lower() for word in about.telling}
        return not told.isdisjoint(self.antecedents.entities[entity].name.lower().split())

    def _can_be(self, entity: str, about: Description) -> bool:
        """Whether nothing that is known of a person contradicts a description."""
        called = self.bearers.heads.get(entity, ())
        if any(clash(about.head, head) for head in called) or self._owns(entity, about):
            return False
        nations = self._nations_of(entity) if about.nation else None
        return not nations or about.nation in nations

    def _nations_of(self, entity: str) -> set[str]:
        """The nations that stand before a person's first name, or in what that person is called."""
        start = self.antecedents.first(entity)
        before = re.split(r"[.,;:\n]", self.antecedents.tokens.source[max(0, start - _ROOM):start])[-1]
        found = [nation_of(word.lower()) for word in WORD.findall(before)]
        called = [bearing for head in self.bearers.heads.get(entity, ()) for bearing in self.bearers.titled[head]]
        found += [word for bearing in called if bearing.entity == entity for word in bearing.words if is_nation(word)]
        found += [nation_of(head) for head in self.bearers.heads.get(entity, ())]
        return {nation for nation in found if nation is not None}

    def _is_unnamed(self, span: Span, about: Description, since: int = -1) -> bool:
        """Whether the text has introduced somebody so without a name: a spokesman ... the spokesman."""
        unnamed = self.bearers.called(frozenset({about.head})).unnamed if about.head else []
        return any(
            since < offset < span.start and (gender is None or about.gender in (None, gender))
            for offset, gender in unnamed
        )

    def _nearest(self, offset: int, about: Description, fitting: Collection[str]) -> str | None:
        """The person of several whom a pronoun would mean, or else who was last referred to or is named first below."""
        if len(fitting) < 2:
            return next(iter(fitting), None)
        last = self.antecedents.last(offset)
        likeliest = self.antecedents.likeliest(offset, about.gender, last, fitting.__contains__)
        return likeliest or max(
            fitting, key=lambda entity: (self.antecedents.seen(offset, entity), -self.antecedents.first(entity))
        )
