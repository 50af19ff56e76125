"""Shapes to statements: the source found, the content bounded, the stance and the hedges read."""

from __future__ import annotations

from typing import NamedTuple

from factx.extract.claims import cues, groups, quoted, sources
from factx.extract.claims.content_end import content_end, opening
from factx.extract.claims.cues import Cue
from factx.extract.claims.reading import (
    ADVERB, AUXILIARY, BREAK, CAPITAL, CLITIC, COLON, COMMA, CONJUNCTION, CUE, DETERMINER, END, HEDGE, ING, NOMINAL, PAST, PERSON,
    PREPOSITION, PRESENT, PRONOUN, QUOTATION, RELATIVE, STOP, SUBJECT, THAT, TIME, TO,
    TRIGGER, Reading,
)
from factx.extract.claims.shapes import Shape, grammar
from factx.extract.claims.stance import hedges, stance
from factx.extract.claims.verbs import VerbGroup, verb_group
from factx.model import Stance, Style
from factx.rules import Found

Range = tuple[int, int]

_LONGEST_LABEL = 9
"""Tokens of a speaker in front of a colon, at most."""
_TOLD = frozenset({
    "said-that-outright", "said-that", "told-that", "said-quotation", "told-somebody", "vowed-to", "called-for",
})
"""The rules whose content a passive has too: was told that."""
_POSSESSIVES = frozenset("his her their its my our your whose".split())
_QUOTING = frozenset({"said-quotation", "said-in-passing"})
_LONG_QUOTATION = 9
"""Tokens from which on a quotation is no title of a work."""
_BARE = frozenset({"said-outright", "said-something"})
"""The rules of contents that nothing marks."""
_NESTING = frozenset({"said-that", "said-that-outright", "told-that", "told-somebody", "said-quotation", "claim-that", "expressed-that"})
"""The rules sure enough of their claim to find it inside another one's content."""
_PRONOUNS = frozenset("he she they we i you it who that which his her their".split())


class Statement(NamedTuple):
    """An attributed statement's parts, as token ranges."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    style: Style
    stance: Stance
    hedges: tuple[Range, ...] = ()


class Builder:
    """Finds statements cue by cue: a participle has the source of the statement before it in its sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.kinds = reading.kinds
        self.low = self.high = 0
        """The sentence around; it ends early for what stands in another statement's content."""
        self.rule = ""
        self.last: Range | None = None
        """The source of the sentence's statement before."""
        self.outer: tuple[Range | None, list[Range]] = (None, [])
        """The source and the content of the statement around."""
        self.reached = 0
        self.nested = False
        self.hedges: list[int] = []
        """The places of the words that weaken what they stand in."""

    def statements(self) -> list[Found[Statement]]:
        """The statements, in the order of their cues."""
        kinds = self.kinds
        marked = [i for i, kind in enumerate(kinds) if kind & (TRIGGER | HEDGE)]
        self.hedges = [i for i in marked if kinds[i] & HEDGE]
        triggers = [i for i in marked if kinds[i] & TRIGGER]
        result: list[Found[Statement]] = []
        if not triggers:
            return result
        tokens = self.reading.tokens
        tagged = grammar.tagger.tag(tokens)
        ends = iter([*tokens.ends, len(kinds)])
        low, high = 0, next(ends)
        for cue in triggers:
            while high <= cue:
                low, high = high + 1, next(ends)
            self._enter(cue, low, high)
            statement = self._statement_at(cue, tagged)
            if statement is not None:
                parts = [part for part in (statement.source, statement.cue, *statement.content) if part]
                result.append(Found(self.rule, min(parts)[0], max([end for _, end in parts]), statement))
        return result

    def _enter(self, cue: int, low: int, high: int) -> None:
        """Take up the sentence of a cue, or what of it stands in the content around."""
        if low != self.low:
            self.last = None
        self.nested = cue < self.reached and any(start <= cue < end for start, end in self.outer[1])
        self.low, self.high = low, self.reached if self.nested and low < self.reached < high else high

    def _statement_at(self, at: int, tagged: str) -> Statement | None:
        reading, kinds = self.reading, self.kinds
        group: VerbGroup | None = None
        source: sources.Source | None = None
        cue: Cue | None = None
        if kinds[at] & CUE and not self._is_noun(at):
            cue = cues.verb(reading.lower(at))
            group = verb_group(reading, at, self.low)
            source = sources.in_front(reading, group, self.low, self.last)
        if not self._promising(at, group, source):
            return None
        for found in grammar.at(reading.tokens, tagged, at):
            shape = found.values
            self.rule = found.rule
            statement: Statement | None = None
            if shape.place == "according":
                statement = self._according(at, shape)
            elif shape.place == "colon":
                statement = self._colon(at, shape)
            elif shape.place == "noun":
                statement = self._noun(at, shape)
            elif cue is not None and group is not None:
                statement = self._verb(cue, group, shape, source)
            if statement is not None:
                return statement
        return None

    def _promising(self, at: int, group: VerbGroup | None, source: sources.Source | None) -> bool:
        """Whether any rule can make a statement here, by a look at the neighbours: most cues make none."""
        kinds = self.kinds
        if kinds[at] & COLON:
            return at - self.low <= _LONGEST_LABEL
        if group is None:
            # A noun, with "that" behind it; or "according".
            return at + 1 < len(kinds) and bool(kinds[at + 1] & (THAT | TO | PREPOSITION))
        if self.nested and source is not None and not group.passive and not self._apart(source.range):
            return False
        if source is not None or group.passive or group.start == self.low:
            return True
        return bool(kinds[group.start - 1] & (COMMA | QUOTATION)) or bool(kinds[at + 1] & THAT)

    def _is_noun(self, at: int) -> bool:
        """Whether the form is no verb here, by what stands in front of it."""
        kinds = self.kinds
        kind = kinds[at]
        previous = kinds[at - 1] if at > self.low else END
        if at > self.low and self.reading.words[at - 1] == "-":
            return True  # so-called
        if kind & PRESENT and previous & (DETERMINER | CLITIC | PREPOSITION) and not previous & (PRONOUN | RELATIVE):
            # "the reports", "Lee's claims"; but "to claim".
            return self.reading.lower(at - 1) != "to"
        if kind & PRESENT and at + 1 < self.high and kinds[at + 1] & AUXILIARY and not kinds[at + 1] & CLITIC:
            # "the claims are", but "which critics say was".
            return not any(kinds[i] & RELATIVE for i in range(max(self.low, at - 8), at))
        # A capital in a sentence of small letters is a name's: The New York Post.
        return bool(kind & CAPITAL) and at > self.low and not self._headline()

    def _headline(self) -> bool:
        """Whether the sentence is in title case."""
        kinds = self.kinds[self.low:self.high]
        large = sum(1 for kind in kinds if kind & CAPITAL)
        small = sum(1 for kind in kinds if not kind & CAPITAL and kind & (NOMINAL | PAST | PRESENT | ING | AUXILIARY))
        return large > 2 * small

    # Verbs.

    def _verb(self, cue: Cue, group: VerbGroup, shape: Shape, source: sources.Source | None) -> Statement | None:
        reading, kinds = self.reading, self.kinds
        kind = kinds[group.cue]
        after = kinds[shape.cue_end] if shape.cue_end < self.high else END
        if shape.place == "opening":
            return self._opening(cue, group, shape)
        if group.passive:
            return self._passive(cue, group, shape)
        if shape.place == "passive":
            return None
        if kind & (PAST | PRESENT) and group.start == group.cue and after & (
            PERSON | CAPITAL | DETERMINER | PRONOUN | NOMINAL
        ) and (inverted := self._inverted(cue, group, shape)):
            return inverted
        if group.participle and group.start == self.low:
            return self._participle_first(cue, group, shape)
        if source is None:
            return None
        if kind & PRESENT and not group.helped and not sources.agrees(reading, source.range, group.cue):
            return None
        if kind & PAST and not group.helped and after & NOMINAL and not after & (PERSON | CAPITAL | QUOTATION) \
                and "attributive" in cues.tags(reading.lower(group.cue)):
            return None
        spoken = None if source.inherited else quoted.before(reading, source.range[0], self.low)
        if shape.place == "after" and not (spoken and self._answers(spoken)):
            return self._after(cue, group, shape, source)
        if shape.place == "after" or self.rule == "said-meanwhile":
            # "It was over," Ann Lee said of the war.
            if not spoken:
                return None
            end = shape.cue_end
            while end < self.high and not kinds[end] & (COMMA | STOP | QUOTATION):
                end += 1
            shape = shape._replace(content=end)
        return self._before(cue, group, shape, source.range)

    def _answers(self, spoken: Range) -> bool:
        """Whether the quotation in front is the content, whatever stands behind the cue: it opens the sentence."""
        if self.rule in _QUOTING or self.kinds[spoken[1] - 1] & NOMINAL:
            return False
        origin = self.reading.origin
        long = origin[spoken[1]] - origin[spoken[1] - 1] >= _LONG_QUOTATION
        return long or spoken[1] - 1 - self.low <= 1

    def _after(self, cue: Cue, group: VerbGroup, shape: Shape, source: sources.Source) -> Statement | None:
        """Ann Lee said that it was over."""
        reading, kinds = self.reading, self.kinds
        if "quote" in cue.frames and self.rule not in _QUOTING and self.rule != "said-colon":
            return None
        start = shape.content
        if start >= self.high:
            # A colon at the end of its paragraph: the next one is what was said.
            after = self.high + 1
            if self.rule == "said-colon" and after < len(kinds) and kinds[after] & QUOTATION:
                return self._make(cue, group, shape, source.range, [(after, after + 1)])
            return None
        end = content_end(reading, start, self.high, source.range, group.cue)
        if end <= start:
            return None
        if self.rule in _BARE and not self._takes(cue, start, end):
            return None
        parts = [(start, end)]
        if self.rule == "said-quotation" and not source.inherited:
            front = quoted.before(reading, source.range[0], self.low)
            if front is not None and not kinds[front[1] - 1] & NOMINAL:
                parts.insert(0, front)
            elif front is None and quoted.runs_on(reading, start) and kinds[shape.cue_end] & COMMA \
                    and kinds[source.range[0] - 1] & COMMA and source.range[0] - 2 >= self.low:
                parts.insert(0, self._clause(source.range[0] - 1))
        if kinds[end - 1] & QUOTATION:
            parts += quoted.going_on(reading, end)
        return self._make(cue, group, shape, source.range, parts, spoke=not source.inherited)

    def _takes(self, cue: Cue, start: int, end: int) -> bool:
        """Whether the words behind a cue can be its content, and are no mere adverb, hearer or object."""
        kinds = self.kinds
        frames = cue.frames
        if end == start + 1 and (
            kinds[start] & ADVERB and not kinds[start] & DETERMINER
            or kinds[start] & PRONOUN and not kinds[start] & DETERMINER and "hearer" in frames
        ):
            return False
        if kinds[start] & TIME and end - start <= 3:
            return False
        if "hearer" in frames and "thing" not in frames and opening(self.reading, start) == "thing":
            # "told the clerk": heard, not said.
            return groups.behind(self.reading, start, end) < end
        if "mind" in frames and frames.isdisjoint({"thing", "order"}):
            return opening(self.reading, start) not in ("thing", "quotation")
        if frames <= {"naming"} and not any(kind & QUOTATION for kind in kinds[start:end]):
            # "called him a liar", but "called him at noon", "called Ann Lee".
            after = start + 1 if kinds[start] & PRONOUN else groups.behind(self.reading, start, end)
            if end - start == 1 or kinds[start] & CAPITAL and after == end or kinds[start] & PRONOUN and kinds[after] & (PREPOSITION | TIME | END | STOP | ADVERB):
                return False
        return True

    def _before(self, cue: Cue, group: VerbGroup, shape: Shape, source: Range) -> Statement | None:
        """It was over, Ann Lee said."""
        reading, kinds = self.reading, self.kinds
        if source[0] == self.low:
            front = quoted.sentence_before(reading, self.low)
            parts = [front, *quoted.going_on(reading, self.high)] if front else quoted.going_on(reading, shape.content)
            return self._make(cue, group, shape, source, parts) if parts else None
        lead = source[0]
        if reading.lower(lead - 1) == "as" and "clause" in cue.frames:
            # "As Ann Lee said, it was over"; "It was over, as Ann Lee said".
            lead -= 1
            if lead == self.low:
                rest = self._rest(shape.content, source, source, group.cue)
                return self._make(cue, group, shape, source, rest) if rest else None
        front = quoted.before(reading, lead, self.low)
        if front is None:
            if not kinds[lead - 1] & COMMA or lead - 2 < self.low or "quote" in cue.frames:
                return None
            front = self._clause(lead - 1)
        rest = self._rest(shape.content, front, source, group.cue)
        if not rest and not self._whole(front):
            return None
        parts = [front, *rest]
        if any(kinds[i] & QUOTATION for part in parts for i in range(*part)):
            parts += quoted.going_on(reading, self.high)
        return self._make(cue, group, shape, source, parts)

    def _rest(self, comma: int, front: Range, source: Range, cue: int) -> list[Range]:
        """What goes on behind the words that interrupt a content."""
        reading, kinds = self.reading, self.kinds
        if comma + 1 >= self.high or not kinds[comma] & COMMA:
            return []
        start = comma + 1
        if quoted.continues(reading, start, self.high):
            return [(start, self._stop(self.high))]
        if kinds[front[1] - 1] & QUOTATION or kinds[start] & ING:
            return []
        end = content_end(reading, start, self.high, source, cue)
        return [(start, end)] if end > start else []

    def _inverted(self, cue: Cue, group: VerbGroup, shape: Shape) -> Statement | None:
        """It was over, said Ann Lee, who left."""
        reading, kinds = self.reading, self.kinds
        start, high = shape.cue_end, self.high
        front = quoted.before(reading, group.start, self.low)
        if front is None:
            if group.start - 1 <= self.low or not kinds[group.start - 1] & COMMA:
                return None
            near = groups.behind(reading, start, high)
            whole = (near >= high or bool(kinds[near] & (STOP | END))) and (
                "thing" not in cue.frames or bool(kinds[near - 1] & PERSON)
            )
            if near <= start or not whole and (
                not kinds[near] & COMMA or sources.with_apposition(reading, self.low, group.start)
            ):
                return None
            front = self._clause(group.start - 1)
            if not self._whole(front):
                return None
        end = sources.behind(reading, start, high)
        if end <= start:
            return None
        parts = [front]
        if end + 1 < high and kinds[end] & COMMA and kinds[end + 1] & QUOTATION:
            parts.append((end + 1, end + 2))
        elif kinds[front[1] - 1] & QUOTATION:
            parts += quoted.going_on(reading, high)
        return self._make(cue, group, shape, (start, end), parts)

    def _opening(self, cue: Cue, group: VerbGroup, shape: Shape) -> Statement | None:
        """Said Ann Lee: "It is over"."""
        at = shape.content
        while at < self.high and not self.kinds[at] & QUOTATION:
            at += 1
        if at >= self.high:
            return None
        parts = [(at, self._stop(self.high)), *quoted.going_on(self.reading, self.high)]
        return self._make(cue, group, shape, (shape.content, at - 1), parts)

    def _participle_first(self, cue: Cue, group: VerbGroup, shape: Shape) -> Statement | None:
        """Claiming that it was over, Ann Lee left."""
        kinds = self.kinds
        if shape.place != "after":
            return None
        for i in range(shape.content + 1, self.high - 2):
            if kinds[i] & COMMA and kinds[i + 1] & (PERSON | SUBJECT | DETERMINER | CAPITAL):
                end = groups.behind(self.reading, i + 1, self.high)
                if i + 1 < end < self.high and kinds[end] & (AUXILIARY | PAST | PRESENT | ADVERB):
                    return self._make(cue, group, shape, (i + 1, end), [(shape.content, i)])
        return None

    def _passive(self, cue: Cue, group: VerbGroup, shape: Shape) -> Statement | None:
        """Ann Lee was accused by Tom Hall of fraud; was told that it was over."""
        reading, kinds, high = self.reading, self.kinds, self.high
        source: Range | None = None
        after = shape.cue_end if self.rule != "called-for" else group.cue + 1
        if after < high and reading.lower(after) == "by":
            end = groups.behind(reading, after + 1, high, phrases=cue.stance not in ("accuses", "supports"))
            if end > after + 1:
                source, after = (after + 1, end), end
        told = self.rule in _TOLD
        if told or cue.stance == "asks":
            if after >= high or kinds[after] & (COMMA | STOP):
                return None
            start = shape.content if told and source is None else after
            if reading.lower(start) in ("about", "of"):
                start += 1
            end = content_end(reading, start, high, source or (group.start, group.start), group.cue)
            return self._make(cue, group, shape, source, [(start, end)]) if end > start else None
        front = groups.before(reading, group.start, self.low)
        judges = "naming" in cue.frames or cue.stance in ("accuses", "supports")
        if front is None or not cue.frames & {"thing", "naming"} or source is None and not judges:
            return None
        parts = [(front, group.start)]
        if after < high and kinds[after] & PREPOSITION and reading.lower(after) in ("of", "for", "as"):
            parts.append((after, content_end(reading, after, high, source or (front, group.start), group.cue)))
        return self._make(cue, group, shape, source, parts)

    # What is no verb.

    def _according(self, at: int, shape: Shape) -> Statement | None:
        """According to Ann Lee, it was over."""
        reading, kinds, high = self.reading, self.kinds, self.high
        start = shape.content
        end = groups.behind(reading, start, high)
        if end <= start or at > self.low and reading.lower(start) in _POSSESSIVES and not kinds[at - 1] & COMMA:
            return None
        if all(kind & (ADVERB | CONJUNCTION | COMMA) for kind in kinds[self.low:at]):
            while end < high and not kinds[end] & COMMA:
                end += 1
            if end + 1 < high and reading.lower(end + 1) in ("a", "an"):
                # "According to Ann Lee, an analyst at a bank, prices ..."
                further = groups.behind(reading, end + 1, high)
                if further < high and kinds[further] & COMMA:
                    end = further
            if end + 1 >= high:
                return None
            parts = [(end + 1, self._stop(high))]
        else:
            end = self._tail(sources.behind(reading, start, high))
            front = self._clause(at)
            if front[1] - front[0] < 2:
                return None
            parts = [front]
            if end + 1 < high and kinds[end] & COMMA and not kinds[end + 1] & (ING | RELATIVE | CONJUNCTION):
                parts.append((end + 1, self._stop(high)))
        return self._make(Cue("according", "asserts", frozenset()), _plain(at), shape, (start, end), parts)

    def _tail(self, end: int) -> int:
        """Where a source ends that verbs follow: "a poll released on Monday"."""
        kinds = self.kinds
        if end < self.high and kinds[end] & (PAST | ING | PREPOSITION | TIME | RELATIVE) and not kinds[end] & AUXILIARY:
            while end < self.high and not kinds[end] & (COMMA | STOP | BREAK | QUOTATION):
                end += 1
        return end

    def _colon(self, at: int, shape: Shape) -> Statement | None:
        """Poll: two in three want it over."""
        if at == self.low:
            return None
        words = self.reading.words
        stop = self.high
        if not self.kinds[shape.content] & QUOTATION:
            while stop < len(words) and not (words[stop] and self.kinds[stop] & END):
                stop += 1
        end = self._stop(stop)
        if end <= shape.content:
            return None
        return self._make(Cue(":", "asserts", frozenset()), _plain(at), shape, (self.low, at), [(shape.content, end)])

    def _noun(self, at: int, shape: Shape) -> Statement | None:
        """Ann Lee's recent claim that it was over."""
        reading, kinds = self.reading, self.kinds
        cue = cues.noun(reading.lower(at))
        if cue is None:
            return None
        start = at
        while start > max(self.low, at - 2) and kinds[start - 1] & (NOMINAL | ADVERB) and not kinds[start - 1] & CLITIC:
            start -= 1
        if start == self.low:
            return None
        source: Range
        if reading.lower(start - 1) in _POSSESSIVES:
            source = start - 1, start
        elif kinds[start - 1] & CLITIC and kinds[start - 1] & NOMINAL:
            owner = start - 1
            while owner > self.low and kinds[owner - 1] & (NOMINAL | CAPITAL | DETERMINER) and not kinds[owner] & DETERMINER:
                owner -= 1
            source = owner, start - 1
            if owner == start - 1:
                return None
        else:
            return None
        end = content_end(reading, shape.content, self.high, source, at)
        if self.rule == "claim-about":
            end = min(end, groups.behind(reading, shape.content, self.high))
            if end <= shape.content:
                return None
        return self._make(cue, _plain(at)._replace(start=start), shape, source, [(shape.content, end)])

    # All of them.

    def _clause(self, comma: int) -> Range:
        """The clause in front of a comma, without the conjunction that opens it."""
        kinds = self.kinds
        end = comma
        while end > self.low and kinds[end - 1] & (COMMA | BREAK):
            end -= 1
        start = self.low
        while start < end and kinds[start] & (CONJUNCTION | COMMA):
            start += 1
        return start, end

    def _whole(self, part: Range) -> bool:
        """Whether words have a verb, or a quotation, so that they can be all that was said."""
        return any(kind & (AUXILIARY | PAST | PRESENT | QUOTATION) for kind in self.kinds[part[0]:part[1]])

    def _stop(self, end: int) -> int:
        while end > 0 and self.kinds[end - 1] & (STOP | COMMA):
            end -= 1
        return end

    def _make(
        self, cue: Cue, group: VerbGroup, shape: Shape, source: Range | None, parts: list[Range], *, spoke: bool = True
    ) -> Statement | None:
        """The statement, unless it stands in another's content and is not sure of a speaker of its own."""
        reading, origin = self.reading, self.reading.origin
        if self.nested:
            sure = self.rule in _NESTING or "mind" in cue.frames
            if not sure or source is None or not self._apart(source):
                return None
        else:
            self.reached = max(end for _, end in parts)
            self.outer = source, parts
            if spoke:
                self.last = source
        words = group.start, shape.cue_end

        def back(part: Range) -> Range:
            return origin[part[0]], origin[part[1]]

        return Statement(
            source and back(source), back(words), tuple(map(back, parts)), quoted.style(reading, parts),
            stance(reading, words, group.cue, cue),
            tuple(map(back, hedges(reading, words, group.cue, source, parts, self.hedges))),
        )

    def _apart(self, source: Range) -> bool:
        """Whether a source is named, and another than that of the statement around."""
        around = self.outer[0]
        here = self.reading.tokens.text(*source).lower()
        return here not in _PRONOUNS and (around is None or here != self.reading.tokens.text(*around).lower())


def _plain(at: int) -> VerbGroup:
    """A cue that is no verb."""
    return VerbGroup(at, at, infinitive=False, participle=False, passive=False, helped=False)
