"""Durations: 26 years, two and a half hours, a six-month, the past decade, for weeks."""

from __future__ import annotations

from factx.engine.rules import Match
from factx.extract.dates.expression import Expression, Length
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import (
    count_of,
    is_rate,
    is_some_day,
    looked_up,
    lower_words,
    measure_mod,
    month_of,
    nth_of,
    of_year,
    unit_of,
    units_of,
    word_after,
    word_before,
    year_of,
)
from factx.text import numbers
from factx.text.calendar import YEARS_IN, Unit

_BELOW = {Unit.YEAR: (12, Unit.MONTH), Unit.HOUR: (60, Unit.MINUTE), Unit.MINUTE: (60, Unit.SECOND)}


def length(count: numbers.Number | None, unit: Unit, size: int = 1) -> Length:
    """A duration in TIMEX3's units: a fraction of a year, hour or minute is given in the next smaller unit."""
    if count is None:
        return Length(((None, unit),))
    if unit in YEARS_IN:
        size, unit = size * YEARS_IN[unit], Unit.YEAR
    if count.denominator == 1:
        return Length(((int(count) * size, unit),))
    count *= size
    whole, rest = divmod(count, 1)
    if rest and unit in _BELOW:
        many, below = _BELOW[unit]
        if (rest * many).denominator == 1:
            lower = (int(rest * many), below)
            return Length(((int(whole), unit), lower) if whole else (lower,))
    return Length(((count, unit),))


# To last three weeks, and will last two: a verb.
dates.let(
    "lasting",
    """(?<= <'to'|'will'|'would'|'can'|'could'|'may'|'might'|'should'|'must'|'not'|'and'|'or'|'only'> ) 'last'""",
)
dates.let(
    "which",
    """(?! <lasting> ) 'the'?
    <'last'|'past'|'next'|'first'|'coming'|'previous'|'final'|'latest'|'preceding'|'other'>
    | 'the' 'following'? | 'another'""",
)


@dates.rule(
    """(?! (?<= <month-name> ) <year> )
    (?: (?: <which>? <bound>? | 'at' 'least' <which> ) <count> (?: <'to'|'or'|'and'|'-'|'–'> <count> )? '+'?
        <of-time|'previous'|'preceding'|'following'|'remaining'>{0,2} <plural>
      | <bound>? <count> (?: <'to'|'or'|'-'|'–'> <count> )? <of-time>{0,2} <single> )
    (?P<half> 'and' 'a' 'half' )? (?: '-'? 'long' | (?P<about> 'or' 'so' ) )? (?! '-'? <'old'|'olds'> | '-' <unit> )""",
    examples={
        "He ruled for 26 years.": "P26Y",
        "It took two and a half hours.": "PT2H30M",
        "at least 72 hours of rain": "PT72H",
        "the first nine months": "P9M",
        "It may last three weeks.": "P3W",
    },
    rejects=["a 26 year-old man", "It is two miles off."],
)
def counted_length(match: Match) -> Expression | None:
    """A number of units: 26 years."""
    unit, size = unit_of(match)
    count, digits = count_of(match), match["count"] or ""
    if count is None or (unit is Unit.WEEKEND and "unit" in match) or word_before(match) in _CURRENCIES:
        return None
    if unit is Unit.SECOND and "clock-unit" in match:
        return None  # an ordinal: "one second"
    old = match.tokens[max(0, match.start - 2) : match.start] in (["age", "of"], ["ages", "of"])
    if old or word_before(match).lower() in ("aged", "ages") or _is_age_and_more(match):
        return None
    if match.text == "one day" and word_before(match) in _THEN and word_after(match).lower() in _SUBJECTS:
        return None  # until one day he fell
    if is_some_day(match) or (match.tokens[match.start].lower() == "the" and _is_in_name(match)):
        return None
    if digits.isdigit() and match.tokens[match.end - 1].istitle() and "which" not in match:
        return None  # a title: 60 Minutes
    if unit is Unit.SEASON or (unit is Unit.HOUR and _is_clock(match, digits)):
        return None  # the 2018-19 season; 1430 hours
    if unit is Unit.QUARTER and count < 4 and "which" not in match:
        return None  # "three quarters" is a fraction
    if "half" in match:
        count += numbers.exact("1/2")
    return Expression(length(count, unit, size), measure_mod(match) or ("APPROX" if "about" in match else None))


def _is_age_and_more(match: Match) -> bool:
    """Whether it is the least or the greatest age of a group: 60 years and older."""
    joined = word_after(match) in ("and", "or") and word_after(match, 1) in _AGES
    return joined and unit_of(match)[0] in (Unit.YEAR, Unit.MONTH) and word_after(match, 2) != "the"


_THEN = frozenset(["until", "till", "then", "when", "but"])
_SUBJECTS = frozenset("he she it they we i you the his her their my".split())
"""Words that begin the clause of "one day"."""
_AGES = frozenset(["older", "younger", "above", "over", "under", "up", "upwards"])


def _is_clock(match: Match, figure: str) -> bool:
    """Whether a figure before "hours" is a time of the clock: 1430 hours, at 17.30 hours."""
    before = word_before(match).lower()
    if len(figure) == len("1430") and figure.isdigit():
        return figure[0] == "0" or before in _CLOCKED or before in ("to", "-", "–", "and")
    return len(figure) == len("17.30") and figure[2] == "." and before in _CLOCKED


_CURRENCIES = frozenset("$£€¥₹₦")
_CLOCKED = frozenset("at by until till from since around about before after between".split())


@dates.rule(
    "(?<= 'the' ) <count> <plural>",
    examples={"They fell in the Hundred Days Offensive.": "P100D"},
    rejects=["In the ten days after it they fell.", "The Hundred Days ended."],
)
def length_in_name(match: Match) -> Expression | None:
    """A number of units in a name, without its article: the [Hundred Days] Offensive."""
    unit, size = unit_of(match)
    count = count_of(match)
    return Expression(length(count, unit, size)) if count is not None and _is_in_name(match) else None


def _is_in_name(match: Match) -> bool:
    words = match.tokens[match.end - 2 : match.end + 1]
    return len(words) == 3 and all(word[:1].isupper() for word in words)


@dates.rule(
    "<count> '-' (?P<size> <'odd'|'plus'> ) <plural>",
    examples={"Some 30-odd years passed.": "P30Y", "He had 40-plus hours of it.": "PT40H"},
    rejects=["It was odd years ago.", "A 30-odd crowd came."],
)
def odd_length(match: Match) -> Expression | None:
    """A number of units and some more: 30-odd years, 40-plus hours."""
    unit, size = unit_of(match)
    count = count_of(match)
    mod = "APPROX" if (match["size"] or "").lower() == "odd" else "MORE_THAN"
    return Expression(length(count, unit, size), mod) if count is not None else None


@dates.rule(
    "<length-word>",
    examples={"It was a weeklong strike.": "P1W", "The monthslong siege ended.": "PXM"},
    rejects=["They went along for days."],
)
def length_word(match: Match) -> Expression:
    """A duration written as one word: weeklong."""
    word = looked_up("length-word", match.text) or ""
    return Expression(length(1 if word.islower() else None, Unit[word.upper()]))


dates.let("whole-count", "<integer> | (?: <number-word> '-' )? <number-word>")


@dates.rule(
    """<bound>? (?: <whole-count> | <'a'|'an'> ) <any-unit> ','? (?: 'and'? <whole-count> <any-unit> ','? ){0,2}
    'and'? <whole-count> <any-unit>
    (?! <'ago'|'earlier'|'later'> | '-'? 'old' | <'a'|'an'|'per'|'each'|'every'> <single> )""",
    examples={
        "It took an hour and twenty-five minutes.": "PT1H25M",
        "They held out for two years, three months and five days.": "P2Y3M5D",
    },
    rejects=["It took two days and three days."],
)
def mixed_length(match: Match) -> Expression | None:
    """A duration in several units: an hour and 20 minutes."""
    counts = {end: match.tokens[start:end] for start, end in match.spans_of("whole-count")}
    parts: list[tuple[numbers.Number | None, Unit]] = []
    for place, unit, size in units_of(match):
        count = numbers.value(counts[place]) if place in counts else 1
        if count is None or count.denominator > 1 or (parts and unit <= parts[-1][1]):
            return None
        parts.append((int(count) * size, unit))
    return Expression(Length(tuple(parts)), measure_mod(match))


@dates.rule(
    """(?: 'at' 'least' )? 'the'? <'first'|'last'|'final'|'next'> <count> <units> 'of'
    (?: <month-name>? ','? <calendar-year> | <month-name> | <'that'|'last'|'this'|'next'> 'year' )""",
    examples={"It lost money in the first nine months of 1989.": "P9M"},
    rejects=["the first nine months of the war"],
)
def length_of_period(match: Match) -> Expression | None:
    """The first or last units of a year or a month: the first nine months of 1989."""
    unit, size = unit_of(match)
    count = count_of(match)
    if count is None:
        return None
    month, year = month_of(match), year_of(match)
    whole = of_year(Unit.MONTH, month, year) if month is not None else year and of_year(Unit.YEAR, 1, year)
    return Expression(length(count, unit, size)._replace(whole=whole or None))


@dates.rule(
    """<'a'|'an'> <nth> <'consecutive'|'successive'> <single>
    | <'the'|'a'|'an'>? <nth> (?: 'straight' <single> | <single> 'in' 'a' 'row'
    | <single> 'running' )""",
    examples={"Sales rose for the fifth straight year.": "P5Y", "It rained for a third day running.": "P3D"},
    rejects=["It was the fifth straight win.", "They met on the third day."],
)
def straight_length(match: Match) -> Expression | None:
    """A number of units told by the last of them: the fifth straight year."""
    unit, size = unit_of(match)
    number = nth_of(match)
    return Expression(length(number, unit, size)) if number is not None and number > 0 else None


@dates.rule(
    "(?<= <'in'|'over'|'for'|'within'> ) 'as' 'many' <plural>",
    examples={"It was the third raid in as many days.": "P3D", "She lost two sons in as many years.": "P2Y",
              "They have won twice in as many weeks.": "P2W"},
    rejects=["It was their third win in as many games.", "He rode for as many days as he could."],
)
def as_many(match: Match) -> Expression | None:
    """As many units as a number before says: the third raid in [as many days]."""
    unit, size = unit_of(match)
    if unit is Unit.SEASON or word_after(match).lower() == "as":
        return None
    first = match.tokens.sentence_of(match.start)[0]
    words = [word.lower() for word in match.tokens[max(first, match.start - _AS_MANY) : match.start]]
    for word in reversed(words):
        number: numbers.Number | None = _TWICE.get(word) or numbers.ordinal([word])
        if number is None and word not in _NO_COUNTS:
            number = numbers.value([word])
        if number is not None and number > 1 and number.denominator == 1:
            return Expression(length(number, unit, size))
    return None


_AS_MANY = 16
"""How many words before "as many" the number may stand."""
_TWICE = {"twice": 2, "thrice": 3, "double": 2, "both": 2}
_NO_COUNTS = frozenset(["a", "an", "one"])


@dates.rule(
    "<bound>? <count> 'nights'",
    examples={"He spent two nights in a cell.": "P2D"},
    rejects=["He had two night shifts."],
)
def nights(match: Match) -> Expression | None:
    """A number of nights; ISO 8601 has only days for them."""
    if match.tokens[match.end - 1].istitle():
        return None
    count = count_of(match)
    return Expression(length(count, Unit.DAY), measure_mod(match)) if count is not None else None


@dates.rule(
    "(?<= <'in'|'of'> ) <hour> ':' <minute> ':' <minute>",
    examples={"She won the marathon in 2:25:41.": "PT2H25M41S"},
    rejects=["She won the set in 2:25."],
)
def race_time(match: Match) -> Expression:
    """The time that a race took: in 2:25:41."""
    figures = [int(word) for word in match.tokens[match.start : match.end] if word.isdecimal()]
    return Expression(Length(tuple(zip(figures, (Unit.HOUR, Unit.MINUTE, Unit.SECOND), strict=True))))


@dates.rule(
    """(?: <count> (?: <'to'|'or'> <count> )? '-' (?: <of-time> '-'? )? <single> (?: '-'? 'long' )?
      | <'a'|'the'> <count> '-' <unit> 'period' ) (?! '-'? <'old'|'olds'> )""",
    examples={"a six-month delay": "P6M", "the five-day working week": "P5D"},
    rejects=["a 26-year-old man", "a three-quarter majority"],
)
def hyphened_length(match: Match) -> Expression | None:
    """A number of units before a noun: a six-month delay."""
    unit, size = unit_of(match)
    count = count_of(match)
    if count is None or unit is Unit.QUARTER or (unit is Unit.SECOND and " " in match.text):
        return None  # "2020 - Second war"
    return Expression(length(count, unit, size))


@dates.rule(
    """(?: (?! 'over' ) <bound> )? <which>? <few-of> 'of'? <of-time>? <plural> (?! <'ago'|'earlier'|'later'> )
    | <few> '-' <single> (?! <hyphen&glued> )""",
    examples={"It lasted several weeks.": "PXW", "in the next few days": "PXD", "a several-year plan": "PXY"},
    rejects=["many a year book"],
)
def vague_length(match: Match) -> Expression | None:
    """An indefinite number of units: several weeks."""
    unit, size = unit_of(match)
    if unit is Unit.QUARTER and (match["few-of"] or "").lower() == "some":
        return None  # "in some quarters" of opinion
    if word_before(match).lower() == "as":
        return None  # in as many days
    if "couple" in lower_words(match):
        return Expression(length(2, unit, size), "APPROX")
    return Expression(length(None, unit), measure_mod(match))


@dates.rule(
    """<bound>? <'a'|'an'|'another'> <of-time>? <single>
    (?: (?P<half> 'and' 'a' 'half' ) | (?P<about> 'or' <'two'|'so'|'more'> ) )? 'long'?
    (?! <hyphen&glued> | 'ago' | <'earlier'|'later'> (?! 'than' ) | 'old' )""",
    examples={"He waited an hour.": "PT1H", "over a week": "P1W", "a year and a half": "P1Y6M",
              "They came a month earlier than usual.": "P1M"},
    rejects=["a day-trip", "a week ago", "$2 million a year"],
)
def one_unit(match: Match) -> Expression | None:
    """A single unit with an article: an hour."""
    unit, size = unit_of(match)
    if unit in _NO_LENGTHS or (match["of-time"] or "").lower() in ("fiscal", "calendar"):
        return None
    if "bound" not in match and (is_rate(match) or (_is_quality(match) and unit is Unit.DAY)):
        return None
    count = numbers.exact("3/2") if "half" in match else 1
    return Expression(length(count, unit, size), measure_mod(match) or ("APPROX" if "about" in match else None))


def _is_quality(match: Match) -> bool:
    """Whether a day is only said to be hard or the like: today is a hard day."""
    return word_before(match).lower() in _BE and (match["of-time"] or "").lower() in _QUALITIES


_BE = frozenset(["is", "was", "’s", "'s", "been", "be", "such"])
_QUALITIES = frozenset(["hard", "brutal", "bloody", "wonderful", "fierce"])
_NO_LENGTHS = frozenset([Unit.SECOND, Unit.WEEKEND, Unit.QUARTER, Unit.SEASON, Unit.HALF])


@dates.rule(
    """<bound>? (?: <'a'|'an'>? 'half' '-'? <'a'|'an'>? | (?P<quarter> <'a'|'the'> 'quarter' <'of'|'-'> <'a'|'an'>? )
      | (?P<three> 'three' ) '-'? <'quarter'|'quarters'> 'of' <'a'|'an'> )
    (?P<whole> <'hour'|'year'|'century'|'decade'|'day'|'minute'> ) (?! '-'? 'old' )""",
    examples={"It took half an hour.": "PT30M", "half a century of peace": "P50Y"},
    rejects=["half an apple a day"],
)
def half_unit(match: Match) -> Expression | None:
    """A half, a quarter or three quarters of a unit: half an hour."""
    unit = Unit[(match["whole"] or "").upper()]
    part = numbers.exact("3/4" if "three" in match else "1/4" if "quarter" in match else "1/2")
    return Expression(length(part * 24, Unit.HOUR) if unit is Unit.DAY else length(part, unit), measure_mod(match))


@dates.rule(
    """(?: 'recent' <units> (?: <'and'|'or'> <units> )? | <units> <'or'|'and'> <units>
      | (?<= <'for'|'in'|'of'|'after'|'over'|'within'|'last'|'take'|'took'|'spent'> ) <units>
      | (?<= <'for'|'take'|'took'|'spent'|'within'|'in'> ) <clock-units> | (?<= 'after' ) <clock-units> (?= 'of' )
      | (?<! <number|number-word|adj-before-unit|'-'> ) (?: <units> | <clock-units> ) (?= <'before'|'after'> )
      | (?<= 'the' ) <units> (?= <'before'|'after'|'since'|'that'> ) | 'the' <units> (?= <'following'|'preceding'> )
      | 'the' <units> (?: 'ahead' | 'to' 'come' ) | (?<= <'over'|'through'|'down'> ) 'the' <units>
      | 'the' <'first'|'early'|'final'|'last'|'opening'> (?: <units> | <clock-units> ) (?= 'of' )
      | 'the' <'coming'|'intervening'|'past'|'following'> <units> | <'coming'|'past'> <units> )
    (?! <'ago'|'earlier'|'later'> )""",
    examples={"They had waited for weeks.": "PXW", "It fell in recent years.": "PXY"},
    rejects=["It is a matter of days."],
)
def bare_length(match: Match) -> Expression | None:
    """Units without a number: for weeks, recent months."""
    unit, _ = unit_of(match)
    if match.text.lower() == "seconds" or (unit is Unit.QUARTER and lower_words(match)[0] == "the"):
        return None
    if word_before(match).lower() == "of" and match.start > 1 and match.tokens[match.start - 2].lower() == "matter":
        return None
    return Expression(length(None, unit))


@dates.rule(
    "(?: <units> | <unit> ) '-' 'long'",
    examples={"a months-long siege": "PXM", "a year-long ban": "P1Y"},
    rejects=["It is days long."],
)
def long_length(match: Match) -> Expression:
    """A duration with "long" and no number: years-long, week-long."""
    unit, size = unit_of(match)
    return Expression(length(None, unit) if "units" in match else length(1, unit, size))
