"""The scene of a rule: the cue's sentence, and the parts of a statement found in it so far."""

from __future__ import annotations

from factx.extract.claims import datelines
from factx.extract.claims.frames import Frames
from factx.extract.claims.kinds import Kinds
from factx.extract.claims.predicates import Predicates
from factx.extract.claims.reading import Range, Reading
from factx.extract.claims.shapes import is_time
from factx.records import NamedTuple
from factx.syntax.sentence import Clause

PARTICIPLES = frozenset({"being", "having"})
"""The participles that are auxiliaries too."""
_VERBAL: Kinds = frozenset({"auxiliary", "past", "present", "quotation"})
"""What may be a verb, and a quotation."""
_ADVERBS_TOO = frozenset({"why", "once", "before", "since", "though", "so", "after"})
"""Words that open a clause, and may end one: he was seen once."""


class Parts(NamedTuple):
    """The parts of a statement, as ranges of a reading's tokens."""

    start: int
    end: int
    """The cue with what belongs to it."""
    source: Range | None
    content: list[Range]
    spoke: bool = True
    """Whether the source is named here: else it is that of the statement before."""


class Scene:
    """The sentence being read (or the part of it inside another statement's content) and the rule being tried."""

    __slots__ = ("frames", "high", "inverted", "kinds", "low", "predicates", "reached", "reading", "rule")

    def __init__(self, reading: Reading, kinds: list[Kinds]) -> None:
        self.reading = reading
        self.kinds = kinds
        self.low = self.high = 0
        self.reached = 0
        """Where the contents of all statements found so far end."""
        self.rule = ""
        self.frames = Frames(reading)
        self.predicates = Predicates(reading)
        self.inverted: int | None = None
        """Where the cue's words ended when a source after them was last looked for, in vain."""

    def clause(self, comma: int) -> Range:
        """The clause in front of a comma, without the conjunction that opens it."""
        reading, kinds = self.reading, self.kinds
        end = reading.back({"comma", "break"}, comma, self.low)
        start = datelines.behind(self.reading, self.low, end)
        for place in range(end - 1, start, -1):
            colon = "colon" in kinds[place] and not is_time(reading.words, place)
            if reading.words[place].strip() == ";" or colon and reading.clauses_in(place, end):
                start = place + 1
                break
        start = reading.skip({"conjunction", "comma"}, start, end)
        last = kinds[end - 1]
        opens = "subordinator" in last and reading.lower(end - 1) not in _ADVERBS_TOO
        if opens or "that" in last and "nominal" in kinds[end - 2]:
            return end, end  # "a day when, Ann Lee said, it was over": nothing of the content stands in front
        return start, end

    def whole(self, part: Range) -> bool:
        """Whether words have a verb, or a quotation, so that they can be all that was said."""
        if any(self.kinds[place] & _VERBAL and not self._is_month(place) for place in range(*part)):
            return True
        return any("finite" in clause.verb.tags for clause in self.reading.clauses_in(*part))

    def _is_month(self, place: int) -> bool:
        """Whether a form of a verb is a month's name: In [May], the court was told."""
        return "time" in self.kinds[place] and self.reading.word_class(place) == "propn"

    def subordinate(self, part: Range) -> bool:
        """Whether words are a subordinate clause and no more: when she was asked."""
        kinds = self.kinds[part[0]:part[1]]
        opens = kinds and ("subordinator" in kinds[0] or self.reading.lower(part[0]) in PARTICIPLES)
        if not opens or any(kind & {"comma", "quotation"} for kind in kinds):
            return False
        return not any(self._stands_alone(clause, part[1]) for clause in self.reading.clauses_in(*part))

    def _stands_alone(self, clause: Clause, end: int) -> bool:
        """Whether a clause is a main one, or the content of a verb after: How it works is unknown, she said."""
        parent = clause.parent if clause.kind == "complement" else None
        return clause.kind == "main" or parent is not None and self.reading.syntax.clauses[parent].verb.start >= end

    def paragraph_end(self, start: int) -> int:
        words, kinds, stop = self.reading.words, self.kinds, len(self.reading.tokens)
        end = start
        while end < stop and not ("end" in kinds[end] and words[end]):
            end += 1
        return end

    def stop(self, end: int) -> int:
        while self.kinds[end - 1] & {"stop", "comma"}:
            end -= 1
        return end
