"""Conditions on facts: `stance=denies`, `name~putin`, `begin>=2020-08-01`, `holder.text~lee`.

A condition is a key of the JSON, an operator and a value; ~ is contains, without case and accents. It holds of no fact
whose kind has no such key. Where a key has several values, one of them suffices; with != and !~ none may have what is
named. An empty value stands for null.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import ge, gt, le, lt
from typing import Any, Final

from factx.model import Date, Document, Entity, Fact, as_read
from factx.questions.subject import DAYS, LISTED, NUMBERS, OPEN, Reader, Subject, Value, known_keys, last_name, reader
from factx.read import iso_day
from factx.records import NamedTuple
from factx.render.keys import recorded
from factx.render.layout import KIND_OF
from factx.suggestions import suggestion

OPERATORS: Final = ("=", "!=", "~", "!~", ">", ">=", "<", "<=")
ORDER: Final[dict[str, Callable[[Any, Any], bool]]] = {">": gt, ">=": ge, "<": lt, "<=": le}
NEGATED: Final = {"!=": "=", "!~": "~"}
MEANT: Final = {"==": "=", "=~": "~", "~=": "~", "<>": "!=", "=!": "!=", "=>": ">=", "=<": "<=", "!": "!="}
HINTS: Final = {"date": " A document has the day written, and a date begin and until."}
"""What is said of a key that there might be."""
EXPRESSION: Final = re.compile(r"\s*([^\s=!~<>]*)\s*([=!~<>]*)\s*(.*?)\s*", re.DOTALL)
DAY: Final = re.compile(r"(-?)(\d{4,})(?:-(\d\d))?(?:-(\d\d))?")
Days = tuple[tuple[int, int, int], tuple[int, int, int]]


class WrongQuestionError(ValueError):
    """A question that can't be asked; the message says why, and what was probably meant."""


class Condition(NamedTuple):
    """A condition, as written and as a function of a fact."""

    written: str
    holds: Callable[[Subject, Fact], bool]


def condition(written: str, own_kinds: Iterable[str] = ()) -> Condition:
    """The condition that an expression states; WrongQuestionError if it states none."""
    own_kinds = tuple(own_kinds)
    matched = EXPRESSION.fullmatch(written)
    assert matched is not None, "each of its groups may be empty"
    key, operator, value = matched.groups()
    if not operator:
        raise WrongQuestionError(f"{written!r} has no operator: write KEY=VALUE, such as stance=denies or name~lee.")
    if operator not in OPERATORS:
        meant = f"Did you mean {MEANT[operator]}?" if operator in MEANT else f"There are {' '.join(OPERATORS)}"
        raise WrongQuestionError(f"There is no operator {operator!r}. {meant}")
    read = reader(checked_key(key, own_kinds), own_kinds)
    test = tested(last_name(key), NEGATED.get(operator, operator), value, own_kinds)
    return Condition(written, negative(read, test) if operator in NEGATED else positive(read, test))


def checked_key(key: str, own_kinds: Iterable[str]) -> str:
    """The key, if facts can have it."""
    known = known_keys(own_kinds)
    if key not in known:
        explained = " They are those of the JSON: factx schema explains them."
        meant = HINTS.get(key) or suggestion(key, known) or explained
        raise WrongQuestionError(f"There is no key {key!r}.{meant}")
    return key


def positive(read: Reader, test: Callable[[Fact, tuple[Value, ...]], bool]) -> Callable[[Subject, Fact], bool]:
    def holds(subject: Subject, fact: Fact) -> bool:
        values = read(subject, fact)
        return values is not None and test(fact, values)

    return holds


def negative(read: Reader, test: Callable[[Fact, tuple[Value, ...]], bool]) -> Callable[[Subject, Fact], bool]:
    def holds(subject: Subject, fact: Fact) -> bool:
        values = read(subject, fact)
        return values is not None and not test(fact, values)

    return holds


def tested(
    name: str, operator: str, value: str, own_kinds: Collection[str]
) -> Callable[[Fact, tuple[Value, ...]], bool]:
    """The test of a fact's values under a key with that last name, for an operator that is not negated."""
    if operator == "~":
        sought = levelled(value)
        return lambda fact, values: any(sought in levelled(each) for each in values)
    if not value and operator == "=":
        return lambda fact, values: not values
    if name in NUMBERS:
        return in_numbers(operator, number(name, value))
    if name in DAYS:
        return in_days(operator, days(name, value))
    if name == "value":
        return by_value(operator, value)
    if name == "time":
        value = clock(value)
    if operator != "=":
        return in_words(operator, one_line(value))
    if name == "kind":
        value = KIND_OF.get(value, value)
    listed = (*KIND_OF.values(), *own_kinds) if name == "kind" else LISTED.get(name, ())
    if listed and value not in listed and name not in OPEN:
        meant = suggestion(value, (*listed, *(KIND_OF if name == "kind" else ()))) or f" There are {', '.join(listed)}."
        raise WrongQuestionError(f"{name} is never {value!r}.{meant}")
    same = one_line(value)
    return lambda fact, values: any(one_line(each) == same for each in values)


def one_line(value: Value) -> str:
    """A value as it reads, on one line."""
    return " ".join(as_read(value if isinstance(value, str) else str(value)).split())


def levelled(value: Value) -> str:
    """A value on one line, without case and accents: Zoë is zoe."""
    line = one_line(value).casefold()
    if line.isascii():
        return line
    from unicodedata import combining, normalize

    return "".join([letter for letter in normalize("NFKD", line) if not combining(letter)])


def number(name: str, value: str) -> float:
    """A number as people write it: 50, 1,000, 2.5%."""
    try:
        return float(value.removesuffix("%").replace(",", "").replace("−", "-"))
    except ValueError:
        raise WrongQuestionError(f"{name} is a number, and {value!r} is none.") from None


def clock(value: str) -> str:
    """A time of a recording as it is written: 1:02:03, 62:03, or so many seconds."""
    parts = value.split(":")
    if len(parts) > 3 or not all(part.isascii() and part.isdecimal() for part in parts):
        raise WrongQuestionError(f"time is that of a recording, and {value!r} is none: write 0:12:30 or 12:30.")
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + int(part)
    return recorded(seconds)


def days(name: str, value: str) -> Days:
    """The first and the last day of a year, a month or a day, in any form that a date can have."""
    day = None if DAY.fullmatch(value) else wide_day(value)
    first, last = bounds(day or value)
    if not first or not last:
        raise WrongQuestionError(f"{name} is a day, and {value!r} is none: write 2020-08-16, 2020-08 or 2020.")
    return first, last


def wide_day(value: str) -> str | None:
    try:
        return iso_day(value)
    except ValueError:
        return None


def bounds(value: str) -> tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]:
    """The ends of an ISO date that may lack its day or its month, as numbers that sort by time."""
    matched = DAY.fullmatch(value)
    if not matched:
        return None, None
    sign, year, month, day = matched.groups()
    of_year = -int(year) if sign else int(year)
    return (of_year, int(month or 1), int(day or 1)), (of_year, int(month or 12), int(day or 31))


def in_numbers(operator: str, wanted: float) -> Callable[[Fact, tuple[Value, ...]], bool]:
    if operator == "=":
        return lambda fact, values: wanted in values
    holds = ORDER[operator]
    return lambda fact, values: any(holds(each, wanted) for each in values)


def in_days(operator: str, wanted: Days) -> Callable[[Fact, tuple[Value, ...]], bool]:
    def holds(day: Value) -> bool:
        first, last = bounds(str(day))
        return bool(first and last) and compare_days(operator, (first, last), wanted)  # type: ignore[arg-type]

    return lambda fact, values: any(map(holds, values))


def compare_days(operator: str, found: Days, wanted: Days) -> bool:
    """Whether a day, or days, are within those wanted, or entirely before or after them, or not before, not after."""
    match operator:
        case ">":
            return found[0] > wanted[1]
        case ">=":
            return found[0] >= wanted[0]
        case "<":
            return found[1] < wanted[0]
        case "<=":
            return found[1] <= wanted[1]
        case _:
            return wanted[0] <= found[0] and found[1] <= wanted[1]


def by_value(operator: str, value: str) -> Callable[[Fact, tuple[Value, ...]], bool]:
    """For dates by the days that they cover, else by number where both are, else by words."""
    first, last = bounds(value)
    words = in_words(operator, one_line(value))
    figure = plain_figure(value)

    def holds(fact: Fact, values: tuple[Value, ...]) -> bool:
        if operator != "=" and first and last and isinstance(fact, Date):
            begin, until = bounds(fact.begin or "")[0], bounds(fact.until or "")[1]
            return bool(begin and until) and compare_days(operator, (begin, until), (first, last))  # type: ignore[arg-type]
        found = None if isinstance(fact, Date) else plain_figure(fact.value_text)
        if figure is not None and found is not None:
            return found == figure if operator == "=" else ORDER[operator](found, figure)
        return words(fact, values) if operator == "=" or not first and figure is None else False

    return holds


def plain_figure(value: str) -> float | None:
    try:
        return float(value.removesuffix("%"))
    except ValueError:
        return None


def in_words(operator: str, wanted: str) -> Callable[[Fact, tuple[Value, ...]], bool]:
    """By the alphabet, without case; = with it."""
    if operator == "=":
        return lambda fact, values: any(one_line(each) == wanted for each in values)
    holds, folded = ORDER[operator], wanted.casefold()
    return lambda fact, values: any(holds(one_line(each).casefold(), folded) for each in values)


def selected(document: Document, conditions: Sequence[Condition]) -> Document:
    """The document with the facts of which all conditions hold, and what belongs to these."""
    if not conditions:
        return document
    subject = Subject(document)
    facts = tuple([fact for fact in document.facts if all(each.holds(subject, fact) for each in conditions)])
    return with_facts(document, facts)


def with_facts(document: Document, facts: tuple[Fact, ...]) -> Document:
    """The document with these of its facts, their people and the disagreements that they take part in."""
    kept = {fact.id for fact in facts}
    named = {getattr(fact, "entity", None) for fact in facts}
    entities: list[Entity] = []
    for entity in document.entities:
        mentions = tuple([id for id in entity.mentions if id in kept])
        if mentions or entity.id in named:
            entities.append(entity._replace(mentions=mentions))
    conflicts = tuple([conflict for conflict in document.conflicts if not kept.isdisjoint(conflict.facts)])
    return document._replace(facts=facts, entities=tuple(entities), conflicts=conflicts)
