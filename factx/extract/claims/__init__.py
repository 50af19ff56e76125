"""Claims: who says what, and how."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factx.extract.claims import cues, groups, shapes
from factx.extract.claims.content_end import content_end
from factx.extract.claims.reading import (
    ADVERB, ASIDE, AUXILIARY, BREAK, CAPITAL, CLITIC, COLON, COMMA, CONJUNCTION, CUE, DETERMINER, END, ING, NOMINAL, PAST,
    NOUNLIKE, PERSON, PREPOSITION, PRESENT, PRONOUN, QUOTATION, RELATIVE, STOP, SUBJECT, SUBORDINATOR, THAT, TIME, TO, Reading,
)
from factx.extract.claims.shapes import Draft, claims as grammar
from factx.extract.claims.stance import stance
from factx.model import Person, Stance, Style
from factx.quotations import quotations
from factx.rules import Found
from factx.tokens import Tokens

__all__ = ["Statement", "find", "grammar"]

Range = tuple[int, int]
_NESTING = frozenset({"said-that", "told-somebody", "said-quotation", "claim-that"})
"""The rules sure enough of their claim to find it inside another one's content."""
_BE = frozenset("is are was were be been being 's 're am 'm isn't wasn't weren't aren't".split())
_POSSESSIVES = frozenset("his her their its my our your whose".split())


class Statement(NamedTuple):
    """An attributed statement's parts, as token ranges."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    style: Style
    stance: Stance
    hedges: tuple[Range, ...] = ()


def find(tokens: Tokens, people: Sequence[Person] = ()) -> list[Found[Statement]]:
    """The attributed statements of a text, those inside others too, in the order of their cues."""
    quoted = quotations(tokens)
    reading = Reading(tokens, [(q.start, q.end) for q in quoted], [person.span for person in people])
    drafts: dict[int, list[tuple[str, Draft]]] = {}
    order = {rule.id: i for i, rule in enumerate(grammar.rules)}
    for found in sorted(grammar.find(reading.tokens), key=lambda found: order[found.rule]):
        drafts.setdefault(found.values.cue, []).append((found.rule, found.values))
    result: list[Found[Statement]] = []
    builder = _Builder(reading)
    reached: tuple[int, int] = (0, 0)
    around: Statement | None = None
    for _, tried in sorted(drafts.items()):
        for rule, draft in tried:
            statement = builder.build(rule, draft)
            if statement is not None:
                break
        if statement is not None:
            if around is not None and any(s <= statement.cue[0] < e for s, e in around.content):
                if rule not in _NESTING or not _speaks_apart(tokens, statement, around):
                    continue
            elif statement.content:
                around = statement
            start = min(r[0] for r in (statement.source, statement.cue, *statement.content) if r)
            end = max(r[1] for r in (statement.source, statement.cue, *statement.content) if r)
            result.append(Found(rule, start, end, statement))
    return result


def _speaks_apart(tokens: Tokens, inner: Statement, outer: Statement) -> bool:
    """Whether a statement inside another's content has a speaker of its own that is named."""
    if inner.source is None or outer.source is None:
        return False
    here, there = tokens.text(*inner.source).lower(), tokens.text(*outer.source).lower()
    return here != there and here not in ("he", "she", "they", "we", "i", "you", "it", "who", "that", "which", "his", "her", "their")


class _Builder:
    """Drafts to statements, one after the other; a participle's source is that of the clause before it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.origin = reading.tokens.origin or list(range(len(reading.tokens) + 1))
        self.sentence: Range = (0, 0)
        self.last: Range | None = None
        """The source of the sentence's claim before."""
        self.reached = 0
        """Where the content of the statement around ends: what stands in it is nested."""
        self.nested = False

    def build(self, rule: str, draft: Draft) -> Statement | None:
        r = self.reading
        kinds = r.kinds
        v, w = draft.group
        k = draft.cue
        sentence = r.tokens.sentence_of(k)
        if sentence[0] != self.sentence[0]:
            self.last = None
        self.sentence = sentence
        low, high = self.sentence
        self.nested = k < self.reached
        if self.nested and low < self.reached < high:
            high = self.reached
            self.sentence = low, high
        if draft.shape == "according":
            return self._according(draft)
        if draft.shape == "colon":
            return self._colon(draft)
        if draft.shape == "noun":
            return self._noun(draft)
        if draft.shape == "opening":
            return self._opening(draft)
        cue = cues.verb(r.tokens[k])
        if cue is None:
            return None
        kind = kinds[k]
        # A capital in a sentence of small letters is a name's: The New York Post.
        if kind & CAPITAL and k > low and not self._headline(low, high):
            return None
        helpers = [r.lower(i) for i in range(v, k)]
        # An infinitive with no finite verb in its group has the clause's subject.
        to = next((helper for helper in helpers if not cues.tags(helper) & {"adverb"}), "") == "to"
        be = not _BE.isdisjoint(helpers)
        have = any(kinds[i] & AUXILIARY for i in range(v, k))
        passive = be and kind & PAST and not kind & ING
        ing = bool(kind & ING) and not be
        previous = kinds[v - 1] if v > low else END
        source: Range | None = None
        inherited = False
        if passive:
            return self._passive(rule, draft, cue, low, high)
        if kind & PRESENT and not have and previous & (DETERMINER | CLITIC | PREPOSITION) and not previous & (PRONOUN | RELATIVE):
            return None
        # Inverted: "...," said Ann Lee, who ...
        if kind & (PAST | PRESENT) and not to and not have and self._content_before(v, low) \
                and w < high and kinds[w] & (PERSON | CAPITAL | DETERMINER | PRONOUN | NOMINAL):
            inverted = self._inverted(rule, draft, cue)
            if inverted is not None:
                return inverted
        if ing and v == low:
            return self._participle_first(rule, draft, cue)
        if ing or to or previous & CONJUNCTION:
            named = ing and previous & (PERSON | PRONOUN) and not previous & CONJUNCTION
            start = None if (ing or to) and not named else groups.before(r, v, low)
            if start is not None:
                source = (start, v)
            else:
                source = self.last or self._subject(low, v)
                inherited = True
                if to and source is None and previous & NOMINAL:
                    return None
        elif previous & RELATIVE:
            source = (v - 1, v)
            if r.lower(v - 1) in ("where",):
                return None
            if r.lower(v - 1) == "that":
                start = groups.before(r, v - 1, low)
                if start is None:
                    return None
                source = (start, v - 1)
        elif previous & (COMMA | BREAK | ASIDE):
            source = self._apposition(low, v)
            if source is None and not kind & PRESENT:
                source = self.last or self._subject(low, v)
                inherited = True
        else:
            start = groups.before(r, v, low)
            if start is not None:
                source = self._widen(low, (start, v))
        if source is None:
            return None
        if kind & PRESENT and not have and not self._agrees(source, k):
            return None
        if kind & PAST and not have and "attributive" in cues.tags(r.lower(k)) and w < high and kinds[w] & NOMINAL \
                and not kinds[w] & (PERSON | CAPITAL | QUOTATION):
            return None
        s = source[0]
        spoken = s > low and not inherited and (
            kinds[s - 1] & QUOTATION and not kinds[s - 1] & NOMINAL
            or s - 2 >= low and kinds[s - 1] & COMMA and kinds[s - 2] & QUOTATION)
        if spoken and rule == "said-something" and kinds[low] & QUOTATION and s - low <= 2:
            end = w
            while end < high and not kinds[end] & (COMMA | STOP | QUOTATION):
                end += 1
            return self._before(rule, draft._replace(content=end), cue, source)
        if rule == "said-meanwhile" and not spoken:
            return None
        if rule == "said-meanwhile":
            end = w
            while end < high and not kinds[end] & (COMMA | STOP | QUOTATION):
                end += 1
            draft = draft._replace(content=end)
        if draft.shape == "before":
            return self._before(rule, draft, cue, source)
        return self._after(rule, draft, cue, source, inherited)

    def _spoke(self, source: Range) -> None:
        """Remember whose the sentence's next participle is."""
        if not self.nested:
            self.last = source

    def _headline(self, low: int, high: int) -> bool:
        """Whether the sentence is in title case."""
        kinds = self.reading.kinds
        small = sum(1 for i in range(low, high) if not kinds[i] & CAPITAL and kinds[i] & (NOMINAL | PAST | PRESENT | ING | AUXILIARY))
        large = sum(1 for i in range(low, high) if kinds[i] & CAPITAL)
        return large > 2 * small

    def _agrees(self, source: Range, verb: int) -> bool:
        """Whether a verb in the present fits its subject in number, so that it is no noun."""
        r = self.reading
        start, end = source
        if end - start == 1 and r.kinds[start] & (SUBJECT | RELATIVE):
            return True
        if r.kinds[verb] & NOUNLIKE and not r.kinds[end - 1] & (PERSON | CAPITAL):
            after = r.kinds[verb + 1] if verb + 1 < len(r.kinds) else END
            if not after & (THAT | SUBJECT | DETERMINER | QUOTATION | PERSON) and r.lower(verb + 1) not in ("out", "to", "for", "on"):
                return False
            if not r.kinds[start] & (DETERMINER | CAPITAL | PRONOUN) and r.lower(end - 1)[-1] != "s":
                return False
        word = r.lower(verb)
        third = word.endswith("s") and not word.endswith("ss")
        heads = [start]
        head = start
        for i in range(start, end):
            if r.kinds[i] & (PREPOSITION | COMMA | RELATIVE | ASIDE) and i > start:
                break
            head = i
        plural = any(r.lower(i) in ("and",) for i in range(start, end)) or (
            r.lower(head).endswith("s") and not r.kinds[head] & (PERSON) and not r.lower(head).endswith("ss")
            or r.lower(head) in ("people", "police", "men", "women", "some", "many", "others", "most", "both", "few", "several", "those", "media", "children", "i", "you", "we", "they", "all", "these"))
        if third:
            return bool(not plural or r.kinds[head] & CAPITAL) and not (
                end - start == 1 and r.kinds[start] & NOMINAL and not r.kinds[start] & (CAPITAL | PERSON | PRONOUN))
        return plural

    # -- other shapes

    def _according(self, draft: Draft) -> Statement | None:
        r = self.reading
        kinds = r.kinds
        low, high = self.sentence
        v = draft.group[0]
        w = draft.content
        first = v == low or all(kinds[i] & (ADVERB | CONJUNCTION | COMMA) for i in range(low, v))
        end = groups.behind(r, w, high)
        if end <= w:
            return None
        if first:
            while end < high and not kinds[end] & COMMA:
                end += 1
            # "According to Ann Lee, an analyst at a bank, the price ..."
            if end + 1 < high and kinds[end + 1] & DETERMINER and r.lower(end + 1) in ("a", "an") :
                j = groups.behind(r, end + 1, high)
                if j < high and kinds[j] & COMMA:
                    end = j
            start = end + 1
            if start >= high:
                return None
            parts = [(start, self._stop(high))]
        else:
            end = self._appositions(end, high)
            end = self._trailing(end, high)
            left = self._left_clause(low, v)
            if left is None:
                return None
            parts = [left]
            if end + 1 < high and kinds[end] & COMMA and not kinds[end + 1] & (ING | RELATIVE | CONJUNCTION):
                parts.append((end + 1, self._stop(high)))
        self._spoke((w, end))
        return self._statement(draft, cues.Cue("according", "asserts", frozenset()), (w, end), parts)

    def _trailing(self, end: int, high: int) -> int:
        """The group's phrases with verbs that end the sentence: "a poll released on Monday"."""
        kinds = self.reading.kinds
        if end < high and kinds[end] & (PAST | ING | PREPOSITION | TIME | RELATIVE) and not kinds[end] & AUXILIARY:
            while end < high and not kinds[end] & (COMMA | STOP | BREAK | COLON | QUOTATION):
                end += 1
        return end

    def _stop(self, high: int) -> int:
        kinds = self.reading.kinds
        while high > 0 and kinds[high - 1] & (STOP | COMMA):
            high -= 1
        return high

    def _left_clause(self, low: int, at: int) -> Range | None:
        """The clause in front of a parenthetical."""
        kinds = self.reading.kinds
        end = at
        while end > low and kinds[end - 1] & (COMMA | BREAK):
            end -= 1
        start = low
        while start < end and kinds[start] & (CONJUNCTION | COMMA):
            start += 1
        return (start, end) if end - start > 1 else None

    def _colon(self, draft: Draft) -> Statement | None:
        r = self.reading
        kinds = r.kinds
        low, high = self.sentence
        source = (low, draft.cue)
        if draft.cue == low:
            return None
        stop = high
        while stop < len(kinds) and not (r.words[stop] and kinds[stop] & END):
            stop += 1
        if stop > high and kinds[draft.content] & QUOTATION:
            stop = high
        end = self._stop(stop)
        if end <= draft.content:
            return None
        return self._statement(draft, cues.Cue(":", "asserts", frozenset()), source, [(draft.content, end)])

    def _noun(self, draft: Draft) -> Statement | None:
        r = self.reading
        kinds = r.kinds
        low, high = self.sentence
        cue = cues.noun(r.tokens[draft.cue])
        if cue is None:
            return None
        v = draft.group[0]
        while v < draft.cue and not (v > low and (kinds[v - 1] & CLITIC or r.lower(v - 1) in _POSSESSIVES)):
            v += 1
        if v > low and r.lower(v - 1) in _POSSESSIVES:
            source: Range | None = (v - 1, v)
        elif v > low and kinds[v - 1] & CLITIC:
            start = groups.before(r, v - 1, low)
            if start is None:
                return None
            source = (start, v - 1)
        else:
            return None
        end = content_end(r, draft.content, high, source, draft.cue)
        # A clause behind a subject ends before its verb; what follows it can't be told without a parser.
        return self._statement(draft._replace(group=(v, draft.group[1])), cue, source, [(draft.content, end)])

    def _opening(self, draft: Draft) -> Statement | None:
        """Said Ann Lee: "..."."""
        r = self.reading
        kinds = r.kinds
        low, high = self.sentence
        cue = cues.verb(r.tokens[draft.cue])
        at = draft.content
        while at < high and not kinds[at] & QUOTATION:
            at += 1
        if cue is None or at >= high:
            return None
        return self._statement(draft, cue, (draft.content, at - 1), [(at, self._stop(high)), *self._going_on(high)])

    def _participle_first(self, rule: str, draft: Draft, cue: cues.Cue) -> Statement | None:
        """Claiming that it was over, Ann Lee left."""
        r = self.reading
        kinds = r.kinds
        low, high = self.sentence
        if draft.shape != "after":
            return None
        for i in range(draft.content + 1, high - 2):
            if kinds[i] & COMMA and kinds[i + 1] & (PERSON | SUBJECT | DETERMINER | CAPITAL):
                end = groups.behind(r, i + 1, high)
                if end > i + 1 and end < high and kinds[end] & (AUXILIARY | PAST | PRESENT | ADVERB):
                    return self._statement(draft, cue, (i + 1, end), [(draft.content, i)])
        return None

    def _passive(self, rule: str, draft: Draft, cue: cues.Cue, low: int, high: int) -> Statement | None:
        r = self.reading
        kinds = r.kinds
        v, w = draft.group
        source: Range | None = None
        after = w
        if after < high and r.lower(after) == "by":
            end = groups.behind(r, after + 1, high)
            if end > after + 1:
                source = (after + 1, end)
                after = end
        if rule in ("said-that", "said-quotation", "told-somebody", "vowed-to") or cue.stance == "asks":
            if after >= high or kinds[after] & (COMMA | STOP):
                return None
            start = draft.content if rule in ("said-that", "said-quotation", "told-somebody", "vowed-to") and source is None else after
            if r.lower(start) in ("about", "of"):
                start += 1
            end = content_end(r, start, high, source or (v, v), draft.cue)
            return self._statement(draft, cue, source, [(start, end)]) if end > start else None
        start = groups.before(r, v, low)
        if start is None or not cue.frames & {"thing", "naming"} or source is None and not (
                cue.frames & {"naming"} or cue.stance in ("accuses", "supports")):
            return None
        parts = [(start, v)]
        if after < high and not kinds[after] & (COMMA | STOP | BREAK | CONJUNCTION | END) and r.lower(after) in ("of", "for", "as"):
            parts.append((after, content_end(r, after, high, source or (start, v), draft.cue)))
        return self._statement(draft, cue, source, parts)

    # -- where the content is

    def _content_before(self, at: int, low: int) -> bool:
        kinds = self.reading.kinds
        if at > low and kinds[at - 1] & QUOTATION:
            return True
        return at - 1 > low and bool(kinds[at - 1] & COMMA) and (bool(kinds[at - 2] & QUOTATION) or not kinds[at] & PRESENT)

    def _after(self, rule: str, draft: Draft, cue: cues.Cue, source: Range, inherited: bool) -> Statement | None:
        r = self.reading
        low, high = self.sentence
        start = draft.content
        if start >= high:
            # A colon at the end of its paragraph: the next one is what was said.
            after = high + 1
            if rule == "said-colon" and after < len(r.kinds) and r.kinds[after] & QUOTATION:
                return self._statement(draft, cue, source, [(after, after + 1)])
            return None
        end = content_end(r, start, high, source, draft.cue)
        if end <= start:
            return None
        if not inherited:
            self._spoke(source)
        parts = [(start, end)]
        s = source[0]
        if rule == "said-quotation" and s > low and not inherited:
            at = s - 1 if r.kinds[s - 1] & QUOTATION else s - 2
            if at >= low and r.kinds[at] & QUOTATION and not r.kinds[at] & NOMINAL:
                parts.insert(0, (self._left(low, at), at + 1))
        if r.kinds[end - 1] & QUOTATION:
            parts += self._going_on(end)
        return self._statement(draft, cue, source, parts)

    def _left(self, low: int, at: int) -> int:
        """Where a content that ends with the quotation `at` starts: its words in front belong to it."""
        kinds = self.reading.kinds
        start = at
        while start > low and not kinds[start - 1] & (COLON | BREAK | QUOTATION):
            start -= 1
        while start < at and kinds[start] & (CONJUNCTION | COMMA):
            start += 1
        if any(kinds[i] & CUE for i in range(start, at)):
            return at
        return start

    def _going_on(self, end: int) -> list[Range]:
        """The quotations that follow in the paragraph with no words of their own."""
        kinds = self.reading.kinds
        parts: list[Range] = []
        i = end
        while i < len(kinds) and kinds[i] & (STOP | COMMA):
            i += 1
        if end < i < len(kinds) and kinds[i] & QUOTATION and (i + 1 >= len(kinds) or kinds[i + 1] & END):
            # No sentence's end is seen before a small letter.
            parts.append((i, i + 1))
            i += 1
        while i + 1 < len(kinds) and kinds[i] & END and not self.reading.words[i].strip("\r") and not self.reading.words[i]:
            if kinds[i + 1] & QUOTATION and (i + 2 >= len(kinds) or kinds[i + 2] & END):
                parts.append((i + 1, i + 2))
                i += 2
            else:
                break
        return parts

    def _before(self, rule: str, draft: Draft, cue: cues.Cue, source: Range) -> Statement | None:
        r = self.reading
        kinds = r.kinds
        low, high = self.sentence
        s = source[0]
        after = draft.group[1]
        parts: list[Range] = []
        # The quotation, or the clause, in front of the source.
        if s == low:
            back = low - 1
            if back > 0 and not r.words[back] and kinds[back - 1] & QUOTATION and (
                    r.words[back - 1].rstrip("'\"” \t")[-1:] in "?!…" or r.tokens.sentence_of(back - 1)[0] == back - 1):
                parts.append((back - 1, back))
            elif draft.content + 1 < len(kinds) and (following := self._next_quotation(draft.content)):
                parts += following
                self._spoke(source)
                return self._statement(draft, cue, source, parts)
            else:
                return None
        else:
            if kinds[s - 1] & QUOTATION:
                parts.append((self._left(low, s - 1), s))
            elif kinds[s - 1] & COMMA and s - 2 >= low:
                if kinds[s - 2] & QUOTATION:
                    parts.append((self._left(low, s - 2), s - 1))
                else:
                    start = low
                    while start < s - 1 and kinds[start] & (CONJUNCTION | COMMA):
                        start += 1
                    parts.append((start, s - 1))
            else:
                return None
        end = draft.content
        if end < high and kinds[end] & COMMA and end + 1 < high and kinds[end + 1] & QUOTATION:
            parts.append((end + 1, self._stop(high)))
            end = high
        elif end < high and kinds[end] & COMMA and self._quotes_on(end + 1, high):
            parts.append((end + 1, self._stop(high)))
            end = high
        elif end < high and kinds[end] & COMMA and not kinds[parts[0][1] - 1] & QUOTATION and not kinds[end + 1] & ING:
            stop = content_end(r, end + 1, high, source, draft.cue)
            if stop > end + 1:
                parts.append((end + 1, stop))
        if any(kinds[i] & QUOTATION for part in parts for i in range(*part)):
            parts += self._after_sentence(high)
        self._spoke(source)
        return self._statement(draft, cue, source, parts)

    def _quotes_on(self, start: int, high: int) -> bool:
        """Whether a sentence goes on with a quotation, after a few words, and brings in no other."""
        kinds = self.reading.kinds
        quoted = [i for i in range(start, min(high, start + 8)) if kinds[i] & QUOTATION]
        return bool(quoted) and not any(kinds[i] & (CUE | ING) for i in range(start, quoted[0]))

    def _after_sentence(self, high: int) -> list[Range]:
        return self._going_on(high)

    def _next_quotation(self, at: int) -> list[Range]:
        """A quotation that makes the sentence after `at`, in the same paragraph."""
        kinds = self.reading.kinds
        i = at
        while i < len(kinds) and kinds[i] & STOP:
            i += 1
        return self._going_on(i)

    def _inverted(self, rule: str, draft: Draft, cue: cues.Cue) -> Statement | None:
        r = self.reading
        kinds = r.kinds
        low, high = self.sentence
        v, w = draft.group
        end = groups.behind(r, w, high)
        if end <= w:
            return None
        if not kinds[v - 1] & QUOTATION and not kinds[v - 2] & QUOTATION:
            whole = end >= high or kinds[end] & (STOP | END) and "thing" not in cue.frames
            if not whole and (not kinds[end] & COMMA or self._apposition(low, v)):
                return None
        end = self._appositions(end, high)
        source = (w, end)
        s = v
        parts: list[Range] = []
        if kinds[s - 1] & QUOTATION:
            parts.append((self._left(low, s - 1), s))
        elif kinds[s - 1] & COMMA:
            if kinds[s - 2] & QUOTATION:
                parts.append((self._left(low, s - 2), s - 1))
            else:
                start = low
                while start < s - 1 and kinds[start] & (CONJUNCTION | COMMA):
                    start += 1
                parts.append((start, s - 1))
        if end < high and kinds[end] & COMMA and end + 1 < high and kinds[end + 1] & QUOTATION:
            parts.append((end + 1, end + 2))
        elif kinds[parts[0][1] - 1] & QUOTATION:
            parts += self._after_sentence(high)
        self._spoke(source)
        return self._statement(draft, cue, source, parts)

    def _appositions(self, end: int, high: int) -> int:
        """Where a group ends whose appositions follow: ", a spokesman for the mayor", ", 35,", ", who ..."."""
        r = self.reading
        kinds = r.kinds
        while end + 1 < high and kinds[end] & (COMMA | ASIDE):
            if kinds[end] & ASIDE:
                end += 1
                continue
            nxt = kinds[end + 1]
            if nxt & RELATIVE and r.lower(end + 1) in ("who", "whose", "which"):
                end = self._clause_end(end + 1, high)
                break
            if nxt & (DETERMINER | CAPITAL | NOMINAL) and not nxt & QUOTATION and not nxt & SUBJECT:
                stop = groups.behind(r, end + 1, high)
                if stop <= end + 1:
                    break
                end = stop
                if end < high and kinds[end] & RELATIVE and r.lower(end) == "who":
                    end = self._clause_end(end, high)
                    break
            else:
                break
        return end - 1 if kinds[end - 1] & COMMA else end

    def _clause_end(self, start: int, high: int) -> int:
        kinds = self.reading.kinds
        i = start
        while i < high and not kinds[i] & (STOP | COLON | BREAK) and not (kinds[i] & COMMA and i + 1 < high and kinds[i + 1] & (QUOTATION | ING)):
            i += 1
        return i

    # -- who

    def _subject(self, low: int, verb: int) -> Range | None:
        """The subject of the sentence: the first noun group in front of a verb."""
        r = self.reading
        kinds = r.kinds
        for i in range(low + 1, verb):
            kind = kinds[i]
            if kind & AUXILIARY and not (kind & CLITIC and kind & NOMINAL) or kind & PAST and not kind & NOMINAL:
                j = i
                while j > low and kinds[j - 1] & ADVERB:
                    j -= 1
                if j == low or kinds[j - 1] & (RELATIVE | DETERMINER):
                    continue
                start = groups.before(r, j, low)
                if start is not None:
                    return self._widen(low, (start, j))
                if kinds[j - 1] & (COMMA | ASIDE | BREAK):
                    found = self._apposition(low, j)
                    if found:
                        return found
        return None

    def _widen(self, low: int, source: Range) -> Range:
        """The source with the adverbs behind it left out."""
        kinds = self.reading.kinds
        start, end = source
        while end - 1 > start and kinds[end - 1] & ADVERB and not kinds[end - 1] & PRONOUN:
            end -= 1
        return start, end

    def _apposition(self, low: int, verb: int) -> Range | None:
        """The source that ends with an apposition: "Ann Lee, a spokeswoman for the mayor, said"."""
        r = self.reading
        kinds = r.kinds
        i = verb - 1
        if kinds[i] & ASIDE:
            start = groups.before(r, verb, low)
            return None if start is None else (start, verb)
        j = i - 1
        while j > low:
            if kinds[j] & (COMMA | BREAK) and not kinds[j] & ASIDE:
                start = groups.before(r, j, low)
                if start is None:
                    return None
                # What starts with an article behind a comma is itself an apposition.
                while start - 1 > low and kinds[start - 1] & COMMA and (kinds[start] & DETERMINER or not kinds[start] & (CAPITAL | PRONOUN)):
                    further = groups.before(r, start - 1, low)
                    if further is None:
                        break
                    start = further
                first = kinds[j + 1]
                if first & (PREPOSITION | ADVERB | SUBORDINATOR | ING) and not first & RELATIVE:
                    return start, j
                return start, i
            j -= 1
        return None

    # -- the statement

    def _hedges(self, draft: Draft, source: Range | None, parts: list[Range]) -> tuple[Range, ...]:
        """What weakens the statement, outside quotations: "reportedly"; "sources said"."""
        r = self.reading
        o = self.origin
        found: list[Range] = []
        for start, end in (draft.group, *parts):
            for i in range(start, end):
                if "hedge" in cues.tags(r.words[i].strip()) and not r.kinds[i] & QUOTATION and i != draft.cue:
                    if r.lower(i) == "likely" and i > 0 and r.lower(i - 1) in _BE | {"more", "less", "most", "as"}:
                        continue
                    found.append((o[i], o[i + 1]))
        if source is not None and source[1] - source[0] <= 3 and r.lower(source[1] - 1) in ("source", "sources"):
            whole = (min(source[0], draft.group[0]), max(source[1], draft.group[1]))
            if whole[1] - whole[0] <= 6:
                found.append((o[whole[0]], o[whole[1]]))
        return tuple(sorted(found))

    def _statement(self, draft: Draft, cue: cues.Cue, source: Range | None, parts: list[Range]) -> Statement:
        o = self.origin
        if not self.nested:
            self.reached = max(end for _, end in parts)
        quoted = total = 0
        for start, end in parts:
            for i in range(start, end):
                n = o[i + 1] - o[i]
                total += n
                if self.reading.kinds[i] & QUOTATION:
                    quoted += n
        style: Style = "indirect" if not quoted else "direct" if quoted >= 0.9 * total else "mixed"
        def back(x: Range) -> Range:
            return o[x[0]], o[x[1]]
        return Statement(source and back(source), back(draft.group), tuple(map(back, parts)), style,
                         stance(self.reading, draft.group, draft.cue, cue), self._hedges(draft, source, parts))
