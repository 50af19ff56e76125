"""Noun phrases after a word: a source after its verb, the agent of a passive, the person told."""

from __future__ import annotations

from factx.extract.claims import cues, means
from factx.extract.claims.frames import persons
from factx.extract.claims.kinds import Kinds
from factx.extract.claims.reading import Reading
from factx.syntax import Group

_OWNING = frozenset({"of", "for", "from", "with"})
"""The prepositions that tie any noun to a person before it: Ann Lee of the union, but Ann Lee [at a meeting]."""
_ABOUT = _OWNING | {"on", "about", "to"}
"""Those that tie a noun to any noun before it: a report on the well, but a poster [in the hall]."""
_ANY = frozenset({"a", "an", "his", "her"})
_FROM = frozenset({"from", "of"})
"""What brings in where somebody lives or works, after a name and a comma."""
_DEEDS = frozenset("attempt effort campaign bid fight drive push plan plot scheme move".split())
"""Nouns that an infinitive belongs to."""
_LINKING = frozenset({"addition", "response", "relation", "comparison", "thanks", "contrast"})
"""Nouns that form a preposition with the ones around: in addition to [shops that]."""
_WALL: Kinds = frozenset({"comma", "stop", "end", "quotation"})
_NO_APPOSITION: Kinds = frozenset({"quotation", "subject-pronoun", "ing", "adverb"})
_COMPARING = frozenset({"as", "than", "like"})
_LONGEST = 40


def behind(reading: Reading, start: int, stop: int, *, phrases: bool = True) -> int:
    """The end (exclusive) of the noun phrase that starts at the token `start`; `start` if there is none.

    phrases: whether what prepositions tie to it belongs to it.
    """
    groups = reading.groups
    counted = reading.word_class(start) == "num" and reading.lower(start + 1) == "of"  # one of the clerks
    group = groups.beginning(start + 2) if counted else groups.around(start)
    stop = min(stop, start + _LONGEST)
    if group is None or group.kind != "noun":
        return start
    end = min(group.end, stop)
    while end < stop:
        if "aside" in reading.kinds[end]:
            end += 1
            continue
        further = _tied(reading, group, end, phrases=phrases)
        if further is None:
            break
        group, end = further, further.end
    return _with_infinitive(reading, group, end, stop)


def _with_infinitive(reading: Reading, group: Group, end: int, stop: int) -> int:
    """The end of a noun phrase with what its last noun is to do: a leader of the campaign [to save the mill]."""
    deed = group.end == end and reading.lower(group.head).removesuffix("s") in _DEEDS
    verb = reading.groups.beginning(end) if deed and reading.word_class(end) == "to" else None
    if verb is None or "infinitive" not in verb.tags or verb.end > stop:
        return end
    thing = reading.groups.beginning(verb.end)
    return min(thing.end if thing is not None and thing.kind == "noun" else verb.end, stop)


def _tied(reading: Reading, group: Group, end: int, *, phrases: bool) -> Group | None:
    """The noun group that goes on with a phrase after its last one."""
    groups, word = reading.groups, reading.word_class(end)
    following = groups.beginning(end)
    if following is not None and word != "participle":
        return following if _is_put_to(reading, following) else None
    if word in ("adj", "participle"):
        end, word = end + 1, "adp"  # people familiar with the talks; a clerk known as Ray
    following = groups.beginning(end + 1)
    if reading.lower(end) == "/" and following is not None:
        return following  # a CNN/ORC poll
    if following is None or following.kind != "noun" or not following.tags.isdisjoint({"time", "subject"}):
        return None
    if word == "adp":
        return following if phrases and _belongs(reading, group, end, following) else None
    return following if word in ("cconj", "ampersand") and not _has_verb(reading, following) else None


def _has_verb(reading: Reading, group: Group) -> bool:
    """Whether a finite verb follows a noun group at once: the mayor and [his aide left]."""
    after = reading.groups.beginning(group.end)
    return after is not None and "finite" in after.tags


def _is_put_to(reading: Reading, group: Group) -> bool:
    """Whether a group at once after a noun belongs to it: the spokesman [Ann Lee]; Health Authority (HA) [chief]."""
    if group.tags & {"person", "named"}:
        return True
    return "aside" in reading.kinds[group.start - 1] and reading.lower(group.head) in persons()


def _belongs(reading: Reading, group: Group, at: int, following: Group) -> bool:
    """Whether a preposition ties a noun to the phrase before it, and does not tell how or where something was said."""
    compared = reading.lower(at) in _COMPARING and reading.word_class(at - 1) != "participle"
    if compared or means.begins_at(reading, at):
        return False
    if "medium" in cues.tags(reading.lower(following.head)):
        return False
    named = "person" in group.tags or "named" in group.tags and reading.word_class(group.start - 1) != "adp"
    if named and reading.lower(at) not in _OWNING:
        return "named" in following.tags
    # Ann Lee of the union; but Ann Lee [with a smile]
    return not named or reading.lower(at) != "with" or reading.lower(following.start) not in _ANY


def before(reading: Reading, end: int) -> int | None:
    """The start of the noun phrase before a token, with the nouns it is tied to; None if there is none."""
    group = reading.groups.before(end)
    while group is not None and "time" in group.tags and reading.word_class(group.start - 1) == "adp":
        group = reading.groups.before(group.start - 1)  # a story in June that said it was over
    if group is None or group.kind != "noun":
        return None
    start = group.start
    while start > 1 and reading.lower(start - 1) in _ABOUT:
        further = reading.groups.before(start - 1)
        if further is None or further.kind != "noun" or reading.lower(further.head) in _LINKING:
            break
        start = further.start
    return start


def source_behind(reading: Reading, start: int, high: int) -> int:
    """The end of a source that follows its verb: said Ann Lee, a spokeswoman for the mayor, who ..."""
    kinds = reading.kinds
    end = behind(reading, start, high)
    while end < high and "comma" in kinds[end]:
        if "relative" in kinds[end + 1] and "that" not in kinds[end + 1]:
            return _with_relative(reading, end, high)
        further = _described(reading, end, high)
        if further is None:
            break
        end = further
    if reading.lower(end) == "who":
        last = relative_end(reading, end, high)
        return end if "quotation" in kinds[last] else last
    return end - 1 if "comma" in kinds[end - 1] else end


def _with_relative(reading: Reading, comma: int, high: int) -> int:
    """Where a source ends after whose comma a relative clause begins."""
    last = relative_end(reading, comma + 1, high)
    # Ann Lee, who warned that "it may take time": a statement of its own.
    return comma if "quotation" in reading.kinds[last] else last


def to_comma(reading: Reading, start: int, high: int) -> int:
    """Where a source with an adverb or a participle in front ends, at its comma: recently hacked files[,] they left."""
    comma = reading.find({"comma"}, start, high)
    return start if comma is None else comma


def _described(reading: Reading, comma: int, high: int) -> int | None:
    """Where the description after a comma ends: Ann Lee, [60], [a builder], [from Leeds]; None where there is none."""
    kinds = reading.kinds
    if reading.words[comma + 1].strip().isdigit() and kinds[comma + 2] & _WALL:
        return comma + 2
    first = comma + 2 if reading.lower(comma + 1) in _FROM else comma + 1
    opens = kinds[first]
    if not opens & {"determiner", "capital", "nominal"} or opens & _NO_APPOSITION:
        return None
    end = behind(reading, first, high)
    return end if end > first else None


def relative_end(reading: Reading, start: int, high: int) -> int:
    """The end of the relative clause that begins at a token."""
    clause = next((each for each in reading.clauses_behind(start) if each.start == start), None)
    end = high if clause is None else min(clause.end, high)
    for place in range(start, end):
        if "conjunction" in reading.kinds[place] and "cue" in reading.kinds[place + 1]:
            return place  # who works there and called it a farce
        if "comma" in reading.kinds[place] and (
            reading.kinds[place + 1] & {"quotation", "ing", "auxiliary"} or reading.word_class(place + 1) == "adp"
        ):
            return place
    while reading.kinds[end - 1] & {"stop", "end"}:
        end -= 1
    return end
