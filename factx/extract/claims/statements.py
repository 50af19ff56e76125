"""Builds statements from cues: tries the rules at each, finds where its content ends, then keeps, nests or drops it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from factx import lexicon
from factx.engine.rules import Finding
from factx.extract.claims import (
    cues,
    from_adjective,
    from_label,
    from_noun,
    from_question,
    from_quotation,
    from_verb,
    lone,
    quoted,
)
from factx.extract.claims.boundaries import LEADING
from factx.extract.claims.cues import Cue
from factx.extract.claims.kinds import Kinds, tells
from factx.extract.claims.label_rules import grammar
from factx.extract.claims.predicates import Predicate, Source
from factx.extract.claims.reading import Range, Reading
from factx.extract.claims.sentence import Parts, Scene
from factx.extract.claims.shapes import Place, Shape
from factx.extract.claims.stance import hedges, stance
from factx.model import Stance, Style
from factx.records import NamedTuple

_LONGEST_SIDE = 250
"""Tokens of a sentence on each side of a cue, at most: a bound on the work that no real sentence reaches."""
_NESTING = frozenset({
    "said-that", "said-that-outright", "told-that", "told-somebody", "told-outright", "said-quotation", "claim-that",
    "expressed-that", "which-she-said",
})
"""The rules sure enough of their claim to find it inside another one's content."""
_AROUND = 3
"""Words beside a clause that help to tell what its words are."""
_WEAK = frozenset({
    "said-something", "said-outright", "said-on-a-day", "called-for", "was-accused",
})
"""The rules whose content need not be a clause, so that their verb may be another than one of speech."""
_REPORTED = frozenset({"according-to", "as-per", "as-reported"})
"""The rules of what somebody else may say in the content."""
_TRAILING = frozenset({"said", "said-meanwhile"})
"""The rules of who spoke whose words stand at their end: It was over, Ann Lee said."""
_ORDERING = frozenset({"ordered-to", "told-to"})
"""The rules of what somebody else is to do."""
_NOUNS = frozenset({"claim-that", "claim-about"})
_LABELLED: dict[Place, Callable[[Scene, int, Shape], tuple[Cue, Parts] | None]] = {
    "according": from_label.according, "colon": from_label.colon, "noun": from_noun.noun, "words": from_label.words,
    "beside": lone.beside, "signed": lone.signed, "introduced": lone.introduced,
    "reported": from_label.reported, "per": from_label.per, "feeling": from_adjective.feeling,
    "questioned": from_question.asked,
}
"""What makes a statement of a shape that no verb of saying has."""
_EMPTY = frozenset("it this that them him her".split())
"""Pronouns that tell a reader nothing where they are all that is said."""
_PRONOUNS = frozenset("he she they we i you it who that which his her their".split())


class Statement(NamedTuple):
    """An attributed statement's parts, as token ranges."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    style: Style
    stance: Stance
    hedges: tuple[Range, ...] = ()


class Trigger(NamedTuple):
    """A token that may bring in a statement: a verb in its group, with its subject, or a noun or a mark."""

    at: int
    group: Predicate | None
    source: Source | None
    cue: Cue | None


def moved(found: Finding[Statement], by: int) -> Finding[Statement]:
    """A statement of an excerpt, as one of the whole text, in which the excerpt starts at the token `by`."""
    def ranges(given: tuple[Range, ...]) -> tuple[Range, ...]:
        return tuple([(start + by, end + by) for start, end in given])

    own = found.values
    source = own.source and ranges((own.source,))[0]
    [cue] = ranges((own.cue,))
    values = own._replace(source=source, cue=cue, content=ranges(own.content), hedges=ranges(own.hedges))
    return found._replace(start=found.start + by, end=found.end + by, values=values)


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
        self.hedges = [place for place, kind in enumerate(kinds) if "hedge" in kind]
        tokens = self.reading.tokens
        tagged = grammar.tagger.tag(tokens)
        ends = iter([*tokens.ends, len(tokens)])
        low, high = 0, next(ends)
        for cue in triggers:
            if "quotation" in kinds[cue] and cue < self.scene.reached:
                continue  # somebody's already
            while high <= cue:
                low, high = high + 1, next(ends)
            self._enter(cue, low, high)
            if "quotation" in kinds[cue] and self._continues(cue, result):
                continue
            statement = self._statement_at(cue, tagged)
            if statement is not None:
                if not self.nested:
                    self._enclose(result, statement)
                result.append(self._found(statement))
        return result

    def _found(self, statement: Statement) -> Finding[Statement]:
        """A statement with the place of all its parts."""
        parts = [statement.cue, *statement.content]
        if statement.source is not None:
            parts.append(statement.source)
        return Finding(self.scene.rule, min(parts)[0], max([end for _, end in parts]), statement)

    def _continues(self, at: int, result: list[Finding[Statement]]) -> bool:
        """Add a quotation that is a sentence of its own to the statement in front of it: the same one goes on."""
        reading, scene = self.reading, self.scene
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
        relative = words[source[0]].lower() in lexicon.load("claims")["relative"]
        return not relative and words[source[0] - 1].lower() not in LEADING

    def _enclose(self, result: list[Finding[Statement]], statement: Statement) -> None:
        """Drop what was found in a content whose own cue stands after it, where it is not sure enough to nest."""
        content = statement.content
        reported = self.scene.rule in _REPORTED  # it was over, Ann Lee said, according to the Echo
        for place in range(len(result) - 1, -1, -1):
            inner = result[place].values
            cue = inner.cue[0]
            if cue < content[0][0]:
                break
            sure = result[place].rule in _NESTING or inner.style == "direct" \
                or reported and result[place].rule in _TRAILING
            if not sure and any(start <= cue < end for start, end in content):
                del result[place]

    def _enter(self, cue: int, low: int, high: int) -> None:
        """Take up the sentence of a cue, or what of it stands in the content around."""
        if low != self.start:
            self.start = low
            self.last = None
        parts = self.outer[1]
        place = bisect_left(parts, (cue + 1, 0)) - 1
        self.nested = place >= 0 and parts[place][0] <= cue < parts[place][1]
        if self.nested and self.reached < high:
            high = self.reached
        first, last = cue - _LONGEST_SIDE, cue + _LONGEST_SIDE
        self.scene.low = first if first > low else low
        self.scene.high = last if last < high else high

    def _statement_at(self, at: int, tagged: str) -> Statement | None:
        """The statement of the first rule that makes one at a token."""
        trigger = self._trigger(at)
        if trigger is None or not self._promising(trigger):
            return None
        scene = self.scene
        scene.inverted = None
        sure = self.nested and (trigger.cue is None or "mind" not in trigger.cue.frames)
        for scene.rule, shape in grammar.at(self.reading.tokens, tagged, at, _NESTING if sure else None):
            labelled = self._read(trigger, shape)
            statement = self._make(at, *labelled) if labelled else None
            if statement is not None:
                return statement
        return None

    def _trigger(self, at: int) -> Trigger | None:
        """The trigger at a token that may introduce a statement; None if it is part of the cue before it."""
        predicates = self.scene.predicates
        group = predicates.at(at) if "cue" in self.kinds[at] else None
        if at < self.spoken and (group is None or group.participle):
            return None  # denied claims that it was over; was quoted as saying
        if group is None or group.passive and group.clause.subject is not None and "feeling" in self.kinds[at]:
            return Trigger(at, None, None, None)
        return Trigger(at, group, predicates.source(group, self.last), cues.verb(self.reading.lower(at)))

    def _read(self, trigger: Trigger, shape: Shape) -> tuple[Cue, Parts] | None:
        """The statement's parts by a rule's shape, with its cue."""
        scene = self.scene
        if shape.place in _LABELLED:
            return _LABELLED[shape.place](scene, trigger.at, shape)
        _, group, source, cue = trigger
        if cue is None or group is None:
            return None
        if shape.place == "quoted":
            parts = from_quotation.parts(scene, cue, group, shape, source)
        elif shape.place == "quoting":
            parts = from_quotation.as_saying(scene, group, shape, source)
        else:
            parts = from_verb.parts(scene, cue, group, shape, source)
            if parts is None or not self._speaks(cue, trigger.at, parts):
                return None
            parts = from_quotation.without_relative(scene, cue, parts)
        return (cue, parts) if parts else None

    def _speaks(self, cue: Cue, at: int, parts: Parts) -> bool:
        """Whether the verb speaks, by the clause around it: "say" always does."""
        scene = self.scene
        if scene.rule not in _WEAK or cue.lemma == "say":
            return True
        first = min(at, parts.content[0][0], parts.source[0] if parts.source else at)
        # No more of the sentence than its clause is read.
        within = max(scene.low, first - _AROUND), min(scene.high, max(at, parts.content[0][1]) + _AROUND)
        governed = scene.rule == "called-for"
        content = next((part for part in parts.content if part[0] > at), parts.content[0])
        return scene.frames.speaks(cue, at, within, parts.source, content, governed=governed)

    def _promising(self, trigger: Trigger) -> bool:
        """Whether any rule can make a statement here, by a look at the neighbours: most cues make none."""
        kind = self.kinds[trigger.at]
        if "quotation" in kind:
            return trigger.at >= self.scene.reached
        if "colon" in kind:
            return self._colon_promises(trigger.at)
        if trigger.group is None:
            return self._noun_promises(trigger.at)
        return self._verb_promises(trigger.at, trigger.group, trigger.source)

    def _colon_promises(self, at: int) -> bool:
        """Whether a colon stands after a label, which opens its paragraph, or before a quotation that is nobody's.

        A row of a table is no statement: "Ann Lee: 45%"; an answer in an interview may be so short.
        """
        low, words = self.scene.low, self.reading.words
        after = self._after(at)
        said = any(word[:1].isalpha() for word in words[at + 1:self.scene.high]) or after & {"quotation", "end"}
        if not said and self.reading.tokens.text(low, at + 1) not in self.reading.speakers:
            return False
        opens = low == 0 or bool(words[low - 1])  # the end of a sentence is an empty token
        return opens or "quotation" in after

    def _noun_promises(self, at: int) -> bool:
        """Whether a token is "according", "words", "per" or "asked", or a noun that is somebody's or nobody's."""
        kinds, word = self.kinds, self.reading.lower(at)
        if "feeling" in kinds[at]:
            return True
        if word == "according" or word in ("words", "per", "asked"):
            return True
        if not tells(kinds, at):
            return False
        owned = any(kind & {"clitic", "determiner"} for kind in kinds[max(self.scene.low, at - 5) : at])
        return owned or "unowned" in cues.tags(word)

    def _verb_promises(self, at: int, group: Predicate, source: Source | None) -> bool:
        """Whether a verb has a subject, or stands where one may be after it or in the next clause."""
        kinds = self.kinds
        if source is not None and self._is_inside(source.range):
            return False
        if source is not None or group.passive or group.start == self.scene.low:
            return True
        before = kinds[group.start - 1]
        return bool(before & {"comma", "quotation"} or "that" in kinds[at + 1]) \
            or self.reading.lower(group.start - 1) == "as" \
            or group.participle and from_verb.leads(self.scene, group.start)

    def _after(self, at: int) -> Kinds:
        """The kinds of what follows, in the next paragraph too."""
        kinds = self.kinds
        return kinds[at + 2] if "end" in kinds[at + 1] and at + 2 < len(kinds) else kinds[at + 1]

    def _make(self, at: int, cue: Cue, parts: Parts) -> Statement | None:
        """The statement, unless it stands in another's content and is not sure of a speaker of its own."""
        reading, origin = self.reading, self.reading.origin
        if parts.source is not None and parts.source[0] <= at < parts.source[1] or self._is_empty(parts.content):
            return None
        if self.nested:
            apart = parts.source is not None and (self.scene.rule == "which-she-said" or self._apart(parts.source))
            if not apart or parts.content[0][0] < self.outer[1][0][0]:
                return None
        elif self.scene.rule in _NOUNS and self.outer[1] and parts.content[0] == self.outer[1][0]:
            return None  # said in its report that it was over
        else:
            self.reached = parts.content[-1][1]
            self.scene.reached = max(self.scene.reached, self.reached)
            self.outer = parts.source, parts.content
            if parts.spoke or self.last is None:
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
            stance(reading, words, at, cue, source, self.scene.rule in _ORDERING),
            tuple([(origin[start], origin[end]) for start, end in weak]) if weak else (),
        )

    def _is_empty(self, content: list[Range]) -> bool:
        """Whether a content is "that" and no more, or a noun's is a pronoun: their concern about [it]."""
        start, end = content[0]
        alone = len(content) == 1 and end == start + 1
        noun = self.scene.rule in _NOUNS and self.reading.lower(start) in _EMPTY
        return alone and (noun or "that" in self.kinds[start])

    def _is_inside(self, source: Range) -> bool:
        """Whether a source in another statement's content is that one's own, or a pronoun: she says that [she] said."""
        return self.nested and not self._apart(source) and "relative" not in self.kinds[source[0] - 1]

    def _apart(self, source: Range) -> bool:
        """Whether a source is named, and another than that of the statement around."""
        around = self.outer[0]
        here = self.reading.tokens.text(*source).lower()
        return here not in _PRONOUNS and (around is None or here != self.reading.tokens.text(*around).lower())
