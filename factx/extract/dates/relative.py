"""Dates that are counted from another day: yesterday, last week, three years ago, the following day, Sunday."""

from __future__ import annotations

from typing import Final

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.dates.durations import length
from factx.extract.dates.expression import Base, Expression, OfYear, Part, Shift, Vague, VagueValue, Weekday, What
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import (
    count_of,
    holiday_of,
    is_attributive,
    is_joined_name,
    looked_up,
    lower_words,
    mod_of,
    month_of,
    season_of,
    some_day,
    unit_of,
    units_of,
    weekday_of,
    word_after,
    word_before,
    words_of,
)
from factx.text import numbers
from factx.text.calendar import YEARS_IN, Unit

dates.let("turned", "<'last'|'next'|'this'|'that'|'past'|'coming'|'previous'|'following'|'upcoming'>")
dates.let("portioned-there", "(?<! <units|clock-units> ) <portioned>")  # but "weeks late this year"
def _is_told_day(match: Match) -> bool:
    """Whether "that Sunday" is a day, and no clause that begins with one: he said that Sunday was dull."""
    return match.tokens[match.start].istitle() or word_before(match).lower() in ("", ",", "and", "on", "until", "by")


_FROM_NARRATIVE = frozenset(["following", "previous", "preceding"])
"""Words that count from the time that the text speaks of, not from the day of writing."""


@dates.rule(
    "<daily-portion>? <deictic-day>",
    examples={"It rained yesterday.": "XXXX-XX-XX", "She leaves tomorrow.": "XXXX-XX-XX"},
    rejects=["USA Today reported it."],
)
def deictic_day(match: Match) -> Expression | None:
    """Yesterday, today, tomorrow."""
    words, after = lexicon.load("time"), word_after(match).lower()
    if word_before(match).lower() == "of" and match.start > 1 and _is_of_people(match.tokens[match.start - 2]):
        return None  # the cars of tomorrow
    if match.text == "Today" and (word_before(match)[:1].isupper() or after in words["programme"]):
        return None  # a newspaper or a programme
    if word_before(match) == "USA":
        return None
    count = int(looked_up("deictic-day", match["deictic-day"]) or 0)
    if after in ("'s", "’s") and word_after(match, 1).lower() in words["generation"]:
        return None  # "today's youth"
    return Expression(Shift(Unit.DAY, count), mod_of(match))


def _is_of_people(word: str) -> bool:
    """Whether a plural before "of today" or "of tomorrow" makes it an age: the cars of tomorrow, the men of today."""
    from factx.syntax.words import classes  # few texts need it

    return word.islower() and "n" in classes(word)[:1] and word not in _OF_A_DAY


_OF_A_DAY = frozenset(["events", "hours", "mornings", "talks", "meetings", "games", "matches", "results", "news"])


@dates.rule(
    """<weekday-name> 'of'? (?P<day_turn> <'last'|'this'|'next'> ) 'week'
    | <weekday-name> (?P<day_turn> <'last'|'next'> ) (?= <','|'.'|';'|')'|end> )
    | (?<= (?P<day_turn> <'last'|'this'|'next'> ) (?P<told> 'week' ) 'on' ) <weekday-name>
    | (?<! <'the'|'a'|'this'|'that'|'each'|'every'> ) <weekday-name> (?P<ahead> 'week' )
      (?= <','|'.'|';'|')'|'and'|'or'|end> )""",
    examples={"They met on Monday of last week.": "XXXX-WXX-1", "It is due on Friday week.": "XXXX-WXX-5"},
    rejects=["It was the Monday week of hearings."],
)
def weekday_of_week(match: Match) -> Expression | None:
    """A weekday of last or next week: Tuesday of next week, Friday last, Friday week."""
    day, turn = weekday_of(match), int(looked_up("turn", match["day-turn"]) or 0)
    if not day:
        return None
    if "ahead" in match:
        return Expression(Shift(Unit.DAY, 7, Weekday(day, 0)))
    if "told" not in match and match.tokens[match.end - 1].lower() != "week":
        return Expression(Weekday(day, turn))
    return Expression(Part(Unit.DAY, 1, Shift(Unit.WEEK, turn), day))


@dates.rule(
    "<daily-portion>? <weekday-name> | 'a' <weekday-name>",
    examples={"The court sat on Friday.": "XXXX-WXX-5"},
    rejects=["The sun rose.", "They sat down."],
)
def weekday(match: Match) -> Expression | None:
    """A day of the week; the tense of the verb shows whether it is past or future."""
    day = weekday_of(match)
    if match.tokens[match.start].lower() == "a" and is_attributive(match):
        return None
    if _is_name(match) or (word_before(match) == "last" and _is_nth(match)):
        return None
    if match.text == "Sunday" and word_after(match)[:1].isupper() and word_before(match).lower() not in _BEFORE_SUNDAY:
        return None  # a given name: Sunday Oliseh
    if "weekday-or-word" in match and match.start + 1 == match.end and word_before(match).lower() not in _BEFORE_A_DAY:
        return None
    return Expression(Weekday(day), mod_of(match)) if day else None


def _is_nth(match: Match) -> bool:
    """Whether a weekday after "the last" is one of a time that no rule knows: the last Friday of Ramadan."""
    words = [word.lower() for word in match.tokens[max(0, match.start - 2) : match.start + 1]]
    return "the" in words and word_after(match) == "of"


def _is_name(match: Match) -> bool:
    """Whether a weekday is part of a name: Black Friday, the Sunday Times."""
    words, before, after = lexicon.load("time"), word_before(match), word_after(match)
    if after == "Night" and word_after(match, 1).lower() in words["night-title"]:
        return True
    return (before[:1].isupper() and before.lower() in words["named-weekday"]) or (
        after[:1].isupper() and after.lower() in words["weekday-title"]
    )


_BEFORE_SUNDAY = frozenset("on by until since from before after every each a the his her its their our my".split())
_BEFORE_A_DAY = frozenset(["on", "this", "next", "last", "every", "until", "by", "from", "/"])
"""The words after which "Sat", "Sun" and the like are weekdays."""


@dates.rule(
    """<portioned>? 'the'? (?P<turns> <turned> <'past'|'coming'>? )
    (?: <weekday-name> | <month-name> | <season-name> | <named-holiday> )""",
    examples={"It happened last Sunday.": "XXXX-WXX-7", "They wed this past spring.": "XXXX-SP"},
    rejects=["the last March on Rome"],
)
def turned_name(match: Match) -> Expression | None:
    """A weekday, month, season or holiday with last, this, next or that: last Sunday."""
    words = (match["turns"] or "").lower().split()
    if words[-1] == "that" and weekday_of(match):
        return Expression(Weekday(weekday_of(match), narrative=True)) if _is_told_day(match) else None
    if words[-1] == "that":
        unit, index = (Unit.SEASON, season_of(match)) if "season-name" in match else (Unit.MONTH, month_of(match))
        if index is None or is_attributive(match) or is_joined_name(match):
            return None
        return Expression(Part(unit, index, Shift(Unit.YEAR, 0, "narrative")), mod_of(match))
    if match.tokens[match.start].lower() == "following" and "weekday-name" in match and word_before(match) != "on":
        return None  # he spoke following Monday's talks
    if "weekday-name" in match and words == ["last"] and _is_nth(match):
        return None
    turn = int(looked_up("turn", words[-1]) or 0)
    told = words[0] in _FROM_NARRATIVE or (match.tokens[match.start].lower() == "the" and words[0] == "next")
    what: What | None = None
    if day := weekday_of(match):
        what = Weekday(day, turn, narrative=told)
    elif month := month_of(match):
        if "month" in match or words[0] in _FROM_NARRATIVE or match.tokens[match.start].lower() != "the":
            what = OfYear(Unit.MONTH, month, turn=turn, narrative=told)
    elif season := season_of(match):
        what = OfYear(Unit.SEASON, season, turn=turn, narrative=told)
    elif "named-holiday" in match:
        what = holiday_of(match, turn)
    return Expression(what, mod_of(match)) if what is not None else None


@dates.rule(
    """(?: <portioned-there>? 'the'? 'very'? <turn> <'past'|'coming'|'fiscal'|'calendar'|'full'>? <unit>
        (?P<about> 'or' 'so' )?
      | <portioned-there>? <'that'|'this'> 'same'? <unit> | <portioned>? 'the' 'same' <unit> ) (?! <hyphen&glued> )""",
    examples={
        "It closed last week.": "XXXX-WXX",
        "He left earlier this year.": "XXXX",
        "She resigned the following day.": "XXXX-XX-XX",
        "It fell later that year.": "XXXX",
    },
    rejects=["It was a last-minute deal."],
)
def turned_unit(match: Match) -> Expression | None:
    """A day, week, month, quarter or year with last, this, next or that: last week."""
    unit, size = unit_of(match)
    words = lower_words(match)
    mod = mod_of(match) or ("APPROX" if "about" in match else None)
    if "that" in words or "same" in words:
        return Expression(Shift(unit, 0, "narrative"), mod)
    if match.text.istitle():
        return None  # a title: the programme This Week
    if unit is Unit.SEASON:  # of sport or of work: its days are unknown
        return Expression(Vague(_REFERENCES[int(looked_up("turn", match["turn"]) or 0)]))
    if unit is Unit.QUARTER and word_after(match).lower() in lexicon.load("time")["quartered"]:
        return None
    turn = match["turn"] or "this"
    if turn == "coming" and (unit in YEARS_IN or size > 1) or size > 1 and "the" in words:
        return Expression(length(1, unit, size), mod)  # "in the coming decade", "over the next fortnight"
    portion = words_of(match, "portioned")
    if portion and portion[-1].lower() != "the":
        words = words[len(portion) :]  # "the end of last year"
    lasts = turn == "past" or (turn == "last" and unit is not Unit.CENTURY)
    if "the" in words and (lasts or (turn == "next" and word_before(match).lower() == "for")):
        return Expression(length(1, unit, size), mod) if unit is not Unit.DAY else None
    count = -1 if "past" in words else int(looked_up("turn", turn) or 0)
    return Expression(Shift(unit, count * size, _base_of(turn.lower(), unit, words)), mod)


_REFERENCES: Final[dict[int, VagueValue]] = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def _base_of(turn: str, unit: Unit, words: list[str]) -> Base:
    """The time that this, last, next and the like are counted from."""
    if turn == "this" and unit is Unit.WEEKEND:
        return "document"
    if turn == "this" and "past" not in words:
        return "scene"
    if turn in _FROM_NARRATIVE or (turn == "next" and unit is not Unit.WEEK and ("the" in words or unit is Unit.DAY)):
        return "narrative"  # "the next day"
    return "document"


dates.let("how-many", "<count> (?: <'to'|'or'|'-'|'–'> <count> )? | <few-of> | <'a'|'an'|'another'>")


@dates.rule(
    """(?: <bound> | (?P<bound> 'about' ) )?
    (?: <how-many> <of-time>? <any-unit> (?: 'or' <'so'|'two'|'more'> )? (?P<half> 'and' 'a' 'half' )? | <plural>
      | (?: (?P<halved> 'a'? 'half' ) | 'a' (?P<quartered> 'quarter' ) ) 'of'? <'-'|'a'|'an'> <single> )
    (?: (?P<way> 'ago' ) (?: <'today'|'yesterday'> | <weekday> ) | 'from' (?P<way> 'now' )
      | (?P<way> <'ago'|'earlier'|'later'|'hence'|'afterwards'|'afterward'|'previously'> )
      | (?P<way> <'before'|'after'|'beforehand'> ) 'that'? (?= <','|'.'|';'|')'|end> ) )
    | (?P<one> 'the' ) <unit> (?P<way> <'before'|'after'> ) 'that'? (?= <','|'.'|';'|')'|end> )""",
    examples={
        "He left three years ago.": "XXXX",
        "She returned two days later.": "XXXX-XX-XX",
        "It shut nearly four weeks earlier.": "XXXX-WXX",
        "It opened a year ago today.": "XXXX-XX-XX",
    },
    rejects=["He was later fined.", "long ago", "He lost two years and moved."],
)
def distance(match: Match) -> Expression | None:
    """A number of units before or after the present or the time that the text speaks of: three years ago."""
    unit, size = unit_of(match)
    way = (match["way"] or "").lower()
    back = way in ("ago", "earlier", "before", "previously", "beforehand")
    if way in ("earlier", "later") and word_after(match).lower() == "than":
        return None  # "a month earlier than usual"
    count = _how_many(match)
    if count is None and word_before(match).lower() == "the":
        return None  # "in the days after"
    if count is not None and count > 1000 and "year" in lower_words(match):
        return None  # $1.2 billion year ago
    if count is None:
        return Expression(Vague("PAST_REF" if back else "FUTURE_REF"))
    if "half" in match:
        count += numbers.exact("1/2")
    base: Base | What = "document" if way in ("ago", "now", "hence") else "narrative"
    last = match.tokens[match.end - 1].lower()
    if "weekday" in match:
        base = Weekday(int(looked_up("weekday", last) or 0), -1)
    elif last in ("today", "yesterday"):  # "a year ago today"
        base = Shift(Unit.DAY, int(looked_up("deictic-day", last) or 0))
    mod = mod_of(match) or ("APPROX" if " or " in match.text else None)
    return Expression(Shift(unit, count * size * (-1 if back else 1), base, keep=True), mod)


def _how_many(match: Match) -> numbers.Number | None:
    """The number of units; None for a few."""
    if "halved" in match or "quartered" in match:
        return numbers.exact("1/2" if "halved" in match else "1/4")
    if "one" in match or (match["how-many"] or "").lower() in ("a", "an", "another"):
        return 1
    if "few-of" in match:
        return 2 if "couple" in match.text.lower() else None
    return count_of(match)


@dates.rule(
    """<bound>? (?P<first> <whole-count> | <'a'|'an'> ) <any-unit> ','? 'and' <whole-count> <any-unit>
    (?P<way> <'ago'|'earlier'|'later'> ) (?! 'than' )""",
    examples={"It began two years and three months ago.": "XXXX-XX"},
    rejects=["It began two years and three wars ago."],
)
def mixed_distance(match: Match) -> Expression | None:
    """A distance in two units: two years and three months ago."""
    (_, great, size), (_, small, _) = units_of(match)
    counts = numbers.value(words_of(match, "first")), numbers.value(words_of(match, "whole-count"))
    many = _SMALLER.get((great, small))
    if many is None or counts[0] is None or counts[1] is None:
        return None
    way = (match["way"] or "").lower()
    count = (counts[0] * size * many + counts[1]) * (1 if way == "later" else -1)
    return Expression(Shift(small, count, "document" if way == "ago" else "narrative", keep=True), mod_of(match))


_SMALLER = {(Unit.YEAR, Unit.MONTH): 12, (Unit.WEEK, Unit.DAY): 7, (Unit.DAY, Unit.HOUR): 24}
"""How many of the second unit are in the first."""


@dates.rule(
    """(?: <bound>? <how-many> <any-unit> | 'the' <unit> ) (?P<side> <'before'|'after'|'from'> )
    (?: <some-day> | <named-holiday> (?: ','? <year> )? )""",
    examples={
        "It shut two weeks before Christmas 2019.": "2019-W50",
        "two days after 3 May 2019": "2019-05-05",
        "the day after Christmas 2019": "2019-12-26",
    },
    rejects=["two weeks before the vote"],
)
def distance_from(match: Match) -> Expression | None:
    """A number of units before or after a named day: two weeks before Christmas."""
    unit, size = unit_of(match)
    count = count_of(match) if "count" in match else None if "few-of" in match else 1
    year = int(match["year"]) if match["year"] else None
    day = some_day(match) if "some-day" in match else holiday_of(match, year=year)
    if count is None or day is None or unit > Unit.DAY:
        return None
    side = (match["side"] or "").lower()
    if side == "from" and isinstance(day, Weekday) and day.turn is None:
        day = day._replace(turn=0)  # "a week from Tuesday": the coming one
    return Expression(Shift(unit, -count * size if side == "before" else count * size, day, keep=side == "from"))


@dates.rule(
    "'the' 'same' (?P<like> <'day'|'week'|'month'> ) <'of'|'in'>? (?: 'last' 'year' | 'a' 'year' <'ago'|'earlier'> )",
    examples={"Sales fell from the same month last year.": "XXXX-XX"},
    rejects=["It rained the same day the year began."],
)
def same_of_year(match: Match) -> Expression:
    """The same day, week or month of the year before: the same month last year."""
    unit = Unit[(match["like"] or "").upper()]
    return Expression(Shift(Unit.YEAR, -1, Shift(unit, 0, "narrative"), keep=True))


@dates.rule(
    "'the' (?: <unit> | <weekday-name> ) (?: (?P<back> 'before' ) 'last' | 'after' 'next' )",
    examples={"They met the week before last.": "XXXX-WXX", "They meet the week after next.": "XXXX-WXX"},
    rejects=["the week before lasting peace"],
)
def before_last(match: Match) -> Expression | None:
    """The week before last, the week after next."""
    turn = -1 if "back" in match else 1
    if day := weekday_of(match):
        return Expression(Shift(Unit.DAY, 7 * turn, Weekday(day, turn)))
    unit, size = unit_of(match) if "unit" in match else (Unit.DAY, 0)
    return Expression(Shift(unit, 2 * turn * size)) if size else None


@dates.rule(
    """<count> <weekdays> (?P<way> <'ago'|'earlier'|'later'> )
    | (?: <'a'|'one'> <'week'|'fortnight'> | 'two' 'weeks' ) (?: 'on' | 'from' | (?P<back> 'last' ) ) <weekday-name>""",
    examples={"It ended two Fridays ago.": "XXXX-XX-XX", "Shops reopen a week on Monday.": "XXXX-WXX-1"},
    rejects=["It ended two Fridays in a row.", "He spent a week on the moon."],
)
def weekdays_away(match: Match) -> Expression | None:
    """A weekday counted in weeks: two Fridays ago, a week on Monday."""
    if "way" not in match:
        day, weeks = weekday_of(match), 1 if "week" in lower_words(match) else 2
        if not day:
            return None
        turn = -1 if "back" in match else 0  # a week last Monday
        return Expression(Shift(Unit.DAY, 7 * weeks * (-1 if turn else 1), Weekday(day, turn)))
    count, name = count_of(match), looked_up("weekdays", match["weekdays"])
    if count is None or name is None or count.denominator > 1:
        return None
    way = -1 if (match["way"] or "").lower() != "later" else 1
    narrative = (match["way"] or "").lower() != "ago"
    return Expression(Shift(Unit.DAY, 7 * way * (int(count) - 1), Weekday(int(name), way, narrative)))
