"""Reads the words that a rule captured: the month that they name, the number that they write."""

from __future__ import annotations

from functools import cache

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.dates.expression import Holiday, Known, OfYear, Part, Shift, Weekday, What
from factx.text import numbers
from factx.text.calendar import MONTHS_IN, Period, Unit, day_number, days_in_month

_UNITS = {unit.name.lower(): unit for unit in Unit}


def looked_up(tag: str, word: str | None) -> str | None:
    """The value that the time lexicon gives a word, with or without its dot."""
    if word is None:
        return None
    entries = lexicon.load("time")[tag]
    lower = word.lower()
    return entries.get(lower, entries.get(lower.rstrip(".")))


def words_of(match: Match, name: str, which: int = -1) -> list[str]:
    """The bare tokens captured under `name`: by default the last time."""
    spans = match.spans_of(name)
    return [match.tokens[i] for i in range(*spans[which])] if spans else []


def lower_words(match: Match) -> list[str]:
    """The bare tokens of the match, in lower case."""
    return [match.tokens[i].lower() for i in range(match.start, match.end)]


def word_before(match: Match) -> str:
    """The bare token before the match; "" if there is none."""
    return match.tokens[match.start - 1] if match.start else ""


def word_after(match: Match, further: int = 0) -> str:
    """The bare token after the match, or one `further` on; "" if there is none."""
    place = match.end + further
    return match.tokens[place] if place < len(match.tokens) else ""


def is_joined_name(match: Match) -> bool:
    """Whether a hyphen and a word of one or two small letters make a month part of a name: Mar-a-Lago."""
    after, glued = match.tokens.words[match.end : match.end + 2], match.tokens[match.end + 1 : match.end + 2]
    return after[:1] == ["-"] and glued != [] and glued[0].islower() and len(glued[0]) < len("del")


def has_near(match: Match, tag: str, reach: int = 8) -> bool:
    """Whether a word of the time lexicon with that tag stands within `reach` tokens of the match."""
    words, tokens = lexicon.load("time")[tag], match.tokens
    first, last = tokens.sentence_of(match.start)
    return any(
        tokens[i].lower() in words for i in range(max(first, match.start - reach), min(last, match.end + reach))
    )


def is_attributive(match: Match) -> bool:
    """Whether the match stands before the noun that it describes: the summer [offensive]."""
    after = word_after(match)
    return after[:1].isalpha() and after.lower() not in lexicon.load("time")["function-word"]


_RATED = frozenset(["%", "percent", "cent", "cents", "times", "hours", "days"])


def is_rate(match: Match) -> bool:
    """Whether a unit says how often or how much: $2 million a year, four flights a week, 500 tons annually."""
    before = word_before(match).lower()
    if before[:1].isdigit() or before.endswith("illion") or before in _RATED:
        return True
    if before in lexicon.load("time")["counted"]:
        return True
    counted = match.tokens[match.start - 2] if match.start > 1 else ""
    return before.endswith("s") and (counted[:1].isdigit() or numbers.value([counted]) is not None)


_MODALS = frozenset("will would may might could can must shall 'll ’ll".split())


def is_some_day(match: Match) -> bool:
    """Whether "one day" is in the future: it will one day be rebuilt."""
    return word_before(match).lower() in _MODALS and match.text.lower() in ("one day", "some day")


def is_titled(match: Match, word: str | None) -> bool:
    """Whether a word of the match is part of a name: Evening Standard, Operation Dawn, US Weekly."""
    return word is not None and word.istitle() and (word_after(match)[:1].isupper() or word_before(match)[:1].isupper())


def is_kind(match: Match) -> bool:
    """Whether a season or a part of the day is part of a thing's name: spring wheat, night clubs, the Arab Spring."""
    if word_after(match).lower() in lexicon.load("time")["kind"]:
        return True
    if word_before(match).lower() in lexicon.load("time")["named-season"]:
        return True
    if word_after(match) == "Time":
        return True  # British Summer Time
    season = match["season"] or ""
    return season.istitle() and word_before(match)[:1].isupper() and not word_after(match)[:1].isupper()


def is_message(text: str) -> bool:
    """Whether a text is a short message, by its length, handles and links."""
    return len(text) < 300 and any(mark in text for mark in ("@", "#", "http", "!!", "...", ":)", "::"))


def month_named(word: str | None) -> int | None:
    """The month, 1 to 12, of a name; "may" and "march" are months only if capitalised."""
    month = looked_up("month", word)
    if month is None and word and word[0].isupper():
        month = looked_up("month-or-word", word)
    return int(month) if month else None


def month_of(match: Match) -> int | None:
    """The month, 1 to 12, that the match names."""
    return month_named(match["month-name"])


def weekday_of(match: Match) -> int:
    """The weekday, 1 to 7, that the match names; 0 if it names none."""
    name = match["weekday-name"]
    day = looked_up("weekday", name)
    if day is None and name and (name[0].isupper() or (("turned" in match or "quant" in match) and name != "sun")):
        day = looked_up("weekday-or-word", name)
    return int(day) if day else 0


def season_of(match: Match) -> int | None:
    """The season, 1 for winter to 4 for autumn."""
    season = looked_up("season", match["season"]) or looked_up("season-or-word", match["season-or-word"])
    return int(season) if season else None


def units_of(match: Match) -> list[tuple[int, Unit, int]]:
    """The units that the match names, in order: each with its place and its size, as in `unit_of`."""
    found = sorted((start, tag) for tag in _UNIT_TAGS for start, _ in match.spans_of(tag))
    return [(place, *_unit(tag, match.tokens[place])) for place, tag in found]


def unit_of(match: Match) -> tuple[Unit, int]:
    """The last unit that the match names, as a calendar unit and its size in it: a fortnight is two weeks."""
    (place, _), tag = max((match.span_of(tag) or (0, 0), tag) for tag in _UNIT_TAGS)
    return _unit(tag, match.tokens[place])


_UNIT_TAGS = ("unit", "units", "clock-unit", "clock-units")


def _unit(tag: str, word: str) -> tuple[Unit, int]:
    name = looked_up(tag, word) or ""
    return (Unit.WEEK, 2) if name == "fortnight" else (_UNITS[name], 1)


def count_of(match: Match) -> numbers.Number | None:
    """The number captured as <count>; of two ("two to three weeks"), the first."""
    words = words_of(match, "count", 0)
    if "/" in words and len(words[-1]) > 1:
        return None  # "2019/20" is a season
    return numbers.value(words) or (numbers.value(words[: words.index("and")]) if "and" in words else None)


def nth_of(match: Match) -> int | None:
    """The number that the ordinal captured as <nth> names."""
    return numbers.ordinal(words_of(match, "nth"))


def year_of(match: Match) -> int | None:
    """The astronomical year of <calendar-year>; None if the match has none."""
    words = words_of(match, "calendar-year")
    if not words:
        return None
    if words[0].lower() in lexicon.load("time")["spoken-century"]:
        return spoken_year(words)
    digits = next(word for word in words if word.isdecimal())
    era = next((word for word in words if looked_up("era", word)), None)
    return dated(int(digits), era) if len(digits) <= 4 else None


def dated(number: int, era: str | None) -> int:
    """A year of an era as the astronomical year: 1 BC is 0."""
    return 1 - number if looked_up("era", era) == "-1" else number


def spoken_year(words: list[str]) -> int | None:
    """A year in words: nineteen ninety-six, eighteen oh five, seventeen hundred."""
    tail = [word.lower() for word in words[1:] if word.lower() not in ("oh", "-")]
    century, rest = numbers.value(words[:1]), 0 if tail == ["hundred"] else numbers.value(tail)
    if century is None or rest is None or rest >= 100 or (rest < 10 and len(words) < 3 and tail != ["hundred"]):
        return None
    return int(100 * century + rest)


def day_in(words: list[str]) -> int | None:
    """The day of the month, 1 to 31, that the words write."""
    day = int(words[0]) if len(words) == 1 and words[0].isdecimal() else numbers.ordinal(words)
    return day if day is not None and 1 <= day <= 31 else None


def of_year(
    unit: Unit, index: int | None, year: int | None, day: int | None = 0, turn: int | None = None
) -> What | None:
    """The `index`th part of a year, or of an unspecified year; None if there is no such day (February 30)."""
    if index is None or day is None:
        return None
    if unit is Unit.DAY:
        if day > days_in_month(2000 if year is None else year, index):
            return None
        return OfYear(unit, index, day, turn) if year is None else Known(Period(unit, day_number(year, index, day)))
    if year is None:
        return OfYear(unit, index, turn=turn)
    return Known(Period(unit, year * 12 // MONTHS_IN[unit] + index - 1))


def is_impossible(match: Match, month: int) -> bool:
    """Whether the figure before a month is a day that it does not have: 31 April."""
    before = word_before(match)
    return before.isdecimal() and days_in_month(2000, month) < int(before) <= 31


def calendar_day(match: Match, turn: int | None = None) -> What | None:
    """The day that <calendar-day>, or its parts, name."""
    day = of_year(Unit.DAY, month_of(match), year_of(match), day_in(words_of(match, "day-number")), turn)
    if not isinstance(day, OfYear):
        return day
    if "same-year" in match:
        year = Shift(Unit.YEAR, 0, "narrative")
    elif near := looked_up("turn", match["near-year"]):
        year = Shift(Unit.YEAR, int(near))
    else:
        return day
    return Part(Unit.DAY, day.day, Part(Unit.MONTH, day.index, year))


def some_day(match: Match) -> What | None:
    """The day that <some-day> names."""
    if "calendar-day" in match:
        return calendar_day(match)
    if "deictic-day" in match:
        return Shift(Unit.DAY, int(looked_up("deictic-day", match["deictic-day"]) or 0))
    turn = looked_up("turn", match["day-turn"])
    day = weekday_of(match)
    return Weekday(day, int(turn) if turn else None) if day else None


_NO_NAMES = frozenset(["'s", "’s", "'", "’", "st.", "St.", "st", "St", "Saint"])


def holiday_of(match: Match, turn: int | None = None, year: int | None = None) -> Holiday | None:
    """The holiday that <named-holiday> names; None if it is not in the lexicon."""
    name = " ".join(word.lower() for word in words_of(match, "named-holiday") if word not in _NO_NAMES)
    return Holiday(name, turn, year) if name in lexicon.load("holidays")["holiday"] else None


def mod_of(match: Match) -> str | None:
    """TIMEX3's mod of the portion or the bound that the match begins with."""
    if match.tokens[match.start].lower() not in _openings():
        return None
    if "approximate" in match:
        return "APPROX"
    portion = match["daily-portion"] or match["portion"]
    if portion:
        return looked_up("portion", portion)
    if "portion-noun" in match:
        return looked_up("portion-noun", match["portion-noun"])
    if "age-half" in match:
        return "START" if (match["age-half"] or "").lower() == "first" else "END"
    if "portioned" in match:
        return "START" if "early" in (match["portioned"] or "").lower() else "END"
    return bound_mod(match["bound"].lower()) if match["bound"] else None


def measure_mod(match: Match) -> str | None:
    """TIMEX3's mod of a duration or a time of the clock: "about" just before it counts as well."""
    return mod_of(match) or ("APPROX" if word_before(match) == "about" else None)


@cache
def _openings() -> frozenset[str]:
    """The words that a portion or a bound can begin with."""
    words = lexicon.load("time")
    others = "the very latter at no more less fewer up a as well circa ca. c. approximately".split()
    return frozenset([*words["portion"], *words["portion-noun"], *words["about"], *others])


def bound_mod(words: str) -> str | None:
    """TIMEX3's mod of "at least", "more than", "nearly", …"""
    about = looked_up("about", words)
    if about is not None:
        return about
    if words.startswith(("no more", "up to", "as")) or "most" in words:
        return "EQUAL_OR_LESS"
    if words.startswith(("no less", "no fewer")) or "least" in words:
        return "EQUAL_OR_MORE"
    return "MORE_THAN" if "more" in words or "over" in words else "LESS_THAN"
