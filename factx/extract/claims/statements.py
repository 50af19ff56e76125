"""Builds statements from cues: tries the rules at each, finds where its content ends, then keeps, nests or drops it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from factx.engine.rules import Finding
from factx.extract.claims import cues, from_label, from_quotation, from_verb, lone, quoted
from factx.extract.claims.boundaries import LEADING
from factx.extract.claims.cues import Cue
from factx.extract.claims.label_rules import grammar
from factx.extract.claims.predicates import Predicate, Source
from factx.extract.claims.reading import (
    AUXILIARY,
    CLITIC,
    COLON,
    COMMA,
    CUE,
    DETERMINER,
    END,
    HEDGE,
    ING,
    NOMINAL,
    PAST,
    PERSON,
    PREPOSITION,
    PRESENT,
    QUOTATION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TO,
    Reading,
)
from factx.extract.claims.sentence import Parts, Range, Scene
from factx.extract.claims.shapes import Place, Shape
from factx.extract.claims.stance import hedges, stance
from factx.model import Stance, Style
from factx.records import NamedTuple

_LONGEST_SIDE = 250
"""Tokens of a sentence on each side of a cue, at most: a bound on the work that no real sentence reaches."""
_LONGEST_LABEL = 9
"""Tokens of a speaker in front of a colon, at most."""
_NESTING = frozenset({
    "said-that", "said-that-outright", "told-that", "told-somebody", "told-outright", "said-quotation", "claim-that",
    "expressed-that", "which-she-said",
})
"""The rules sure enough of their claim to find it inside another one's content."""
_ATTRIBUTES = frozenset({"united", "percentage", "basis", "her"})
"""Words that make a noun of the form of a verb behind them: United States, percentage points, her claims."""
_SPEAKS = PERSON | SUBJECT | RELATIVE | AUXILIARY
"""What has a verb behind it."""
_BEFORE_NOUN = DETERMINER | CLITIC | PREPOSITION
_SEVERAL = frozenset("many several few both these those such other most some all four five six seven".split())
"""Words before which a form in -s is no verb but a noun."""
_AROUND = 3
"""Words beside a clause that help to tell what its words are."""
_WEAK = frozenset({
    "said-something", "said-outright", "said-on-a-day", "called-for", "was-accused",
})
"""The rules whose content need not be a clause, so that their verb may be another than one of speech."""
_ORDERING = frozenset({"ordered-to", "told-to"})
"""The rules of what somebody else is to do."""
_CASED = NOMINAL | PAST | PRESENT | ING | AUXILIARY
"""What a headline in title case writes with a capital."""
_BEHIND_NOUN = THAT | TO | PREPOSITION
"""What a noun that is a cue, and "according", have behind them."""
_NOUNS = frozenset({"claim-that", "claim-about"})
_RELATIVES = frozenset("who which that whose whom".split())
_LABELLED: dict[Place, Callable[[Scene, int, Shape], tuple[Cue, Parts] | None]] = {
    "according": from_label.according, "colon": from_label.colon, "noun": from_label.noun, "words": from_label.words,
    "beside": lone.beside, "signed": lone.signed, "introduced": lone.introduced,
}
"""What makes a statement of a shape that no verb of saying has."""
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
        self.scene = Scene(reading, reading.kinds)
        self.start = 0
        """Where the sentence starts."""
        self.last: Range | None = None
        """The source of the sentence's statement before."""
        self.outer: tuple[Range | None, list[Range]] = (None, [])
        """The source and the content of the statement around."""
        self.reached = 0
        """Where that content ends."""
        self.spoken = 0
        """Where the cue of the statement before ends."""
        self.nested = False
        self.hedges: list[int] = []
        """The places of the words that weaken what they stand in."""

    def statements(self) -> list[Finding[Statement]]:
        """The statements, in the order of their cues."""
        kinds = self.kinds
        triggers = self.reading.triggers
        result: list[Finding[Statement]] = []
        if not triggers:
            return result
        self.hedges = [place for place, kind in enumerate(kinds) if kind & HEDGE]
        tokens = self.reading.tokens
        tagged = grammar.tagger.tag(tokens)
        ends = iter([*tokens.ends, len(tokens)])
        low, high = 0, next(ends)
        for cue in triggers:
            if kinds[cue] & QUOTATION and cue < self.scene.reached:
                continue  # somebody's already
            while high <= cue:
                low, high = high + 1, next(ends)
            self._enter(cue, low, high)
            if kinds[cue] & QUOTATION and self._continues(cue, result):
                continue
            statement = self._statement_at(cue, tagged)
            if statement is not None:
                start, end = statement.cue
                for part in (statement.source, *statement.content):
                    if part is not None:
                        start = part[0] if part[0] < start else start
                        end = part[1] if part[1] > end else end
                if not self.nested:
                    self._enclose(result, statement)
                result.append(Finding(self.scene.rule, start, end, statement))
        return result

    def _continues(self, at: int, result: list[Finding[Statement]]) -> bool:
        """Add a quotation that is a sentence of its own to the statement in front of it: the same one goes on."""
        reading, scene = self.reading, self.scene
        if at < self.scene.reached or not result or scene.low < 2:
            return False
        origin = reading.origin
        spoken = self._speaking(result, scene.low)
        parts = lone.continued(reading, at, scene.low, scene.high) if spoken else []
        if not parts:
            return False
        last = min(spoken, key=lambda number: result[number].values.style == "indirect")
        added = [(origin[start], origin[end]) for start, end in parts]
        self.reached = scene.reached = parts[-1][1]
        values = result[last].values
        values = values._replace(content=(*values.content, *added), style=quoted.whole_style(values.style))
        result[last] = result[last]._replace(end=max(result[last].end, added[-1][1]), values=values)
        self.outer = self.outer[0], [*self.outer[1], *parts]
        return True

    def _speaking(self, result: list[Finding[Statement]], low: int) -> list[int]:
        """The statements of the sentence in front of the one that starts at `low` whose speaker may go on there.

        One that says what somebody did not say is passed over, to the sentence before it in the paragraph.
        """
        reading, place = self.reading, len(result) - 1
        found: list[int] = []
        while low > 1 and not found:
            start = reading.tokens.sentence_of(low - 2)[0]
            before = place
            while place >= 0 and result[place].values.cue[0] >= reading.origin[start]:
                place -= 1
            own = range(place + 1, before + 1)
            found = [number for number in own if self._may_go_on(result[number])]
            if not own or reading.words[low - 1] or any(result[number].values.stance != "declines" for number in own):
                break
            low = start
        return found

    def _may_go_on(self, found: Finding[Statement]) -> bool:
        """Whether the one who makes a statement may be quoted in the next sentence: not "who said so"."""
        source = found.values.source
        if source is None or found.values.stance == "declines" or found.rule in _NOUNS:
            return False
        words = self.reading.uncollapsed
        governed = source[0] > 0 and words[source[0] - 1].lower() in LEADING
        return words[source[0]].lower() not in _RELATIVES and not governed

    def _enclose(self, result: list[Finding[Statement]], statement: Statement) -> None:
        """Drop what was found in a content whose own cue stands behind it, where it is not sure enough to nest."""
        content = statement.content
        for place in range(len(result) - 1, -1, -1):
            inner = result[place].values
            cue = inner.cue[0]
            if cue < content[0][0]:
                break
            sure = result[place].rule in _NESTING or inner.style == "direct"
            if not sure and any(start <= cue < end for start, end in content):
                del result[place]

    def _enter(self, cue: int, low: int, high: int) -> None:
        """Take up the sentence of a cue, or what of it stands in the content around."""
        if low != self.start:
            self.start = low
            self.last = None
        parts = self.outer[1]
        place = bisect_left(parts, (cue + 1, 0)) - 1
        self.nested = cue < self.reached and place >= 0 and parts[place][0] <= cue < parts[place][1]
        if self.nested and low < self.reached < high:
            high = self.reached
        first, last = cue - _LONGEST_SIDE, cue + _LONGEST_SIDE
        self.scene.low = first if first > low else low
        self.scene.high = last if last < high else high

    def _statement_at(self, at: int, tagged: str) -> Statement | None:
        reading, scene, kinds = self.reading, self.scene, self.kinds
        group: Predicate | None = None
        source: Source | None = None
        cue: Cue | None = None
        if kinds[at] & CUE:
            group = self.scene.predicates.at(at)
            source = self.scene.predicates.source(group, self.last) if group else None
        if not self._promising(at, group, source):
            return None
        if group is not None:
            cue = cues.verb(reading.lower(at))
            if group.participle and at < self.spoken:
                return None  # was quoted as saying
        scene.inverted = None
        only = _NESTING if self.nested and (cue is None or "mind" not in cue.frames) else None
        for scene.rule, shape in grammar.at(reading.tokens, tagged, at, only):
            labelled: tuple[Cue, Parts] | None = None
            if shape.place in _LABELLED:
                labelled = _LABELLED[shape.place](scene, at, shape)
            elif shape.place == "reported":
                labelled = from_label.according(scene, at - 1, shape._replace(cue_end=shape.content))
            elif cue is not None and group is not None and shape.place == "quoted":
                beside = from_quotation.parts(scene, cue, group, shape, source)
                labelled = (cue, beside) if beside else None
            elif cue is not None and group is not None and shape.place == "quoting":
                quoting = from_quotation.as_saying(scene, group, shape, source)
                labelled = (cue, quoting) if quoting else None
            elif cue is not None and group is not None:
                if shape.place == "clause":
                    begins = self.scene.predicates.complement(group)
                    if begins is None or source is None or source.inherited:
                        continue
                    shape = shape._replace(place="after", content=begins)
                parts = from_verb.parts(scene, cue, group, shape, source)
                spoken = parts is not None and self._speaks(cue, at, parts)
                labelled = (cue, from_quotation.without_relative(scene, cue, parts)) if parts and spoken else None
            statement = self._make(at, *labelled) if labelled else None
            if statement is not None:
                return statement
        return None

    def _speaks(self, cue: Cue, at: int, parts: Parts) -> bool:
        """Whether the verb speaks, by the clause around it: "say" always does."""
        scene = self.scene
        if scene.rule not in _WEAK or cue.lemma == "say":
            return True
        first = min(at, parts.content[0][0], parts.source[0] if parts.source else at)
        # No more of the sentence than its clause is read.
        within = max(scene.low, first - _AROUND), min(scene.high, max(at, parts.content[0][1]) + _AROUND)
        governed = scene.rule == "called-for"
        return scene.frames.speaks(cue, at, within, parts.source, parts.content[0], governed=governed)

    def _promising(self, at: int, group: Predicate | None, source: Source | None) -> bool:
        """Whether any rule can make a statement here, by a look at the neighbours: most cues make none."""
        kinds, low = self.kinds, self.scene.low
        if kinds[at] & QUOTATION:
            return at >= self.scene.reached
        if kinds[at] & COLON:
            # A label opens its paragraph; the end of a sentence is an empty token.
            opens = low == 0 or bool(self.reading.words[low - 1])
            quoting = self._after(at) & QUOTATION and at >= self.scene.reached
            return bool(at - low <= _LONGEST_LABEL and opens or quoting)
        if group is None:
            # "According to"; or a noun that is somebody's.
            if kinds[at + 1] & TO and self.reading.lower(at) == "according" or self._is_words(at):
                return True
            if not kinds[at + 1] & _BEHIND_NOUN:
                return False
            return any(kind & (CLITIC | DETERMINER) for kind in kinds[max(low, at - 3):at]) \
                or "unowned" in cues.tags(self.reading.lower(at))
        if self.nested and source is not None and not group.passive and not self._apart(source.range) \
                and not kinds[source.range[0] - 1] & RELATIVE:
            return False
        if source is not None or group.passive or group.start == low:
            return True
        if kinds[group.start - 1] & SUBORDINATOR and self.reading.lower(group.start - 1) == "as":
            return True
        if group.participle and from_verb.leads(self.scene, group.start):
            return True
        return bool(kinds[group.start - 1] & (COMMA | QUOTATION)) or bool(kinds[at + 1] & THAT)

    def _is_words(self, at: int) -> bool:
        """Whether a token is that of "in his words"."""
        return self.reading.lower(at) == "words"

    def _after(self, at: int) -> int:
        """The kind of what follows, in the next paragraph too."""
        kinds = self.kinds
        return kinds[at + 2] if kinds[at + 1] & END and at + 2 < len(kinds) else kinds[at + 1]

    def _make(self, at: int, cue: Cue, parts: Parts) -> Statement | None:
        """The statement, unless it stands in another's content and is not sure of a speaker of its own."""
        reading, origin = self.reading, self.reading.origin
        if parts.source is not None and parts.source[0] <= at < parts.source[1]:
            return None
        if self.nested:
            apart = parts.source is not None and (self.scene.rule == "which-she-said" or self._apart(parts.source))
            if not apart or parts.content[0][0] < self.outer[1][0][0]:
                return None
        else:
            self.reached = parts.content[-1][1]
            self.scene.reached = max(self.scene.reached, self.reached)
            self.outer = parts.source, parts.content
            if parts.spoke:
                self.last = parts.source
        words = parts.start, parts.end
        self.spoken = parts.end
        source = parts.source
        weak = hedges(reading, words, at, source, parts.content, self.hedges)
        return Statement(
            (origin[source[0]], origin[source[1]]) if source else None,
            (origin[words[0]], origin[words[1]]),
            tuple([(origin[start], origin[end]) for start, end in parts.content]),
            quoted.style(reading, parts.content),
            stance(reading, words, at, cue, self.scene.rule in _ORDERING),
            tuple([(origin[start], origin[end]) for start, end in weak]) if weak else (),
        )

    def _apart(self, source: Range) -> bool:
        """Whether a source is named, and another than that of the statement around."""
        around = self.outer[0]
        here = self.reading.tokens.text(*source).lower()
        return here not in _PRONOUNS and (around is None or here != self.reading.tokens.text(*around).lower())
