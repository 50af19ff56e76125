"""Dates that are counted from another day: yesterday, last week, three years ago, the following day, Sunday."""

from __future__ import annotations

from fractions import Fraction

from factx.calendar import Unit
from factx.extract.dates.durations import length
from factx.extract.dates.expression import (
    Base, Expression, Feast, Length, OfYear, Part, Shift, Vague, Weekday, What,
)
from factx.extract.dates.grammar import (
    calendar_day, count_of, dates, looked_up, mod_of, month_of, season_of, some_day, unit_of, weekday_of, word_after, word_before,
)
from factx.rules import Match


@dates.rule(
    "<daily-portion>? <deictic-day>",
    examples={"It rained yesterday.": "XXXX-XX-XX", "She leaves tomorrow.": "XXXX-XX-XX"},
    rejects=["USA Today reported it."],
)
def deictic_day(match: Match) -> Expression | None:
    """Yesterday, today, tomorrow."""
    word = match["deictic-day"] or ""
    if word == "Today" and word_before(match)[:1].isupper():
        return None  # a newspaper or a programme
    return Expression(Shift(Unit.DAY, int(looked_up("deictic-day", word) or 0)), mod_of(match))


@dates.rule(
    "'the'? 'day' <'before'|'after'> ( 'yesterday' | 'tomorrow' | 'last'? <weekday-name> | <calendar-day> | 'that' )",
    examples={"It was sent the day before yesterday.": "XXXX-XX-XX"},
    rejects=["the day before the vote"],
)
def day_beside(match: Match) -> Expression | None:
    """The day before or after another one."""
    count = -1 if "before" in match.text.lower().split() else 1
    last = match.tokens[match.end - 1].lower()
    whole: What | None
    if last in ("yesterday", "tomorrow"):
        return Expression(Shift(Unit.DAY, 2 * count))
    if last == "that":
        return Expression(Shift(Unit.DAY, count, "narrative"))
    if "calendar-day" in match:
        whole = calendar_day(match)
    else:
        whole = Weekday(weekday_of(match), -1 if "last" in match.text.lower().split() else None)
    return None if whole is None else Expression(Shift(Unit.DAY, count, whole))


@dates.rule(
    "<daily-portion>? <weekday-name>",
    examples={"The court sat on Friday.": "XXXX-WXX-5"},
    rejects=["The sun rose.", "They sat down."],
)
def weekday(match: Match) -> Expression | None:
    """A day of the week; the verb tells whether it lies behind or ahead."""
    day = weekday_of(match)
    if not day:
        return None
    if match["weekday-or-word"] and match["daily-portion"] is None and not _asks_for_day(match):
        return None
    return Expression(Weekday(day), mod_of(match))


def _asks_for_day(match: Match) -> bool:
    """Whether what stands before a short weekday ("Sat", "Sun") wants a day."""
    before = word_before(match).lower()
    return before in ("on", "this", "next", "last", "every", "until", "by", "from", "/")


@dates.rule(
    "<portioned>? 'the'? <'last'|'next'|'this'|'past'|'coming'|'previous'|'following'|'upcoming'> <'past'|'coming'>?"
    " (?: <weekday-name> | <month-name> | <season-name> | <feast> 'day'? | <named-feast> )",
    examples={"It happened last Sunday.": "XXXX-WXX-7", "They wed this past spring.": "XXXX-SP"},
    rejects=["the last March on Rome"],
)
def turned_name(match: Match) -> Expression | None:
    """A weekday, month, season or holiday told apart by last, this or next."""
    words = match.text.lower().split()
    turns = [looked_up("turn", word) for word in words if word in ("last", "next", "this", "past", "coming", "previous", "following", "upcoming")]
    turn = -1 if "past" in words else 1 if "coming" in words else int(turns[0] or 0)
    narrative = "previous" in words or "following" in words
    what: What
    if day := weekday_of(match):
        what = Weekday(day, turn, narrative)
    elif month := month_of(match):
        if words[0] == "the" and match["month"] is None:
            return None
        what = OfYear(Unit.MONTH, month, turn=turn)
    elif season := season_of(match):
        what = OfYear(Unit.SEASON, season, turn=turn)
    elif name := match["feast"] or match["named-feast"]:
        what = Feast(name.lower(), turn)
    else:
        return None
    return Expression(what, mod_of(match))


dates.let("turn-word", "<turn> <'past'|'coming'|'fiscal'|'calendar'|'full'>?")


@dates.rule(
    "(?: <portioned>? 'the'? <turn-word> <unit> (?: 'or' 'so' )?"
    " | <portioned>? <'that'|'this'> 'same'? <unit> | <portioned>? 'the' 'same' <unit> )"
    "(?! '-' )",
    examples={
        "It closed last week.": "XXXX-WXX",
        "He left earlier this year.": "XXXX",
        "She resigned the following day.": "XXXX-XX-XX",
        "It fell later that year.": "XXXX",
    },
    rejects=["It was a last-minute deal."],
)
def turned_unit(match: Match) -> Expression | None:
    """A day, week, month, quarter or year told apart by last, this, next, that."""
    unit, size = unit_of(match)
    words = match.text.lower().split()
    if "that" in words or "same" in words:
        return Expression(Shift(unit, 0, "narrative"), mod_of(match))
    if words[-2] == "this" and "past" not in words:
        return Expression(Shift(unit, 0, "scene"), mod_of(match))
    if match.text.istitle() and len(words) > 1:
        return None  # a title: the programme This Week
    turn = looked_up("turn", next((w for w in words if looked_up("turn", w) is not None), "this"))
    count = int(turn or 0)
    if "past" in words and "the" in words or "last" in words and "the" in words and unit > Unit.YEAR:
        if unit is Unit.DAY:
            return None
        return Expression(Length(((1 if unit is not Unit.DECADE else 10, unit if unit is not Unit.DECADE else Unit.YEAR),)), mod_of(match))
    if "coming" in words and "the" in words:
        count = 1
    base: Base = "narrative" if {"following", "previous", "preceding"} & set(words) else "document"
    if "the" in words and "next" in words and unit in (Unit.DAY, Unit.MONTH, Unit.YEAR, Unit.DECADE):
        base = "narrative"
    if words[0] == "next" and unit is Unit.DAY:
        base = "narrative"
    return Expression(Shift(unit, count * size, base), mod_of(match))


dates.let("how-many", "<count> | <few-of> | <'a'|'an'|'another'>")


@dates.rule(
    "<bound>? (?: <how-many> <of-time>? <any-unit> (?: 'or' <'so'|'two'|'more'> )? | <units> | <clock-units> )"
    " (?: 'and' 'a' 'half' )?"
    " (?: <'ago'|'earlier'|'later'|'hence'|'afterwards'|'afterward'|'previously'> | <'from'> 'now' | <'before'|'after'|'beforehand'> (?= ',' | '.' | ';' | ')' | <end> ) )",
    examples={
        "He left three years ago.": "XXXX",
        "She returned two days later.": "XXXX-XX-XX",
        "It shut nearly four weeks earlier.": "XXXX-WXX",
    },
    rejects=["He was later fined.", "long ago"],
)
def distance(match: Match) -> Expression | None:
    """So many units before or after the present, or the time the text speaks of."""
    unit, size = unit_of(match)
    words = match.text.lower().split()
    back = bool({"ago", "earlier", "before", "previously", "beforehand"} & set(words))
    base: Base = "document" if words[-1] in ("ago", "now", "hence") else "narrative"
    count = Fraction(1) if (match["how-many"] or "").lower() in ("a", "an", "another") else count_of(match)
    if "how-many" not in match or "few-of" in match or count is None:
        if "few-of" in match and "couple" in words:
            count = Fraction(2)
        else:
            return Expression(Vague("PAST_REF" if back else "FUTURE_REF"))
    mod = mod_of(match) or ("APPROX" if "so" in words else None)
    if match.text.lower().endswith(("and a half ago", "and a half earlier", "and a half later")):
        count += Fraction(1, 2)
    return Expression(Shift(unit, count * size * (-1 if back else 1), base, keep=True), mod)


@dates.rule(
    "'the'? 'comparable'? 'year' '-' <'ago'|'earlier'> <'period'|'quarter'> | 'year' '-' <'ago'|'earlier'>"
    " | 'the' <'same'|'corresponding'|'comparable'> <'period'|'quarter'> (?: 'a' 'year' <'ago'|'earlier'> | 'last' 'year' | 'of' <year> )"
    " | 'the' <year> <'period'|'quarter'> | 'the' 'latest' <period>",
    examples={"Profit beat the year-earlier period.": "XXXX-QX"},
    rejects=["a year-end sale"],
)
def comparable_period(match: Match) -> Expression | None:
    """The same period of another year, as company reports compare them."""
    words = match.text.lower().replace("-", " ").split()
    if match["year"]:
        return Expression(Part(Unit.QUARTER, 0, _year(int(match["year"]))))
    if "latest" in words:
        return Expression(Shift(Unit.QUARTER, 0, "report"))
    if "quarter" in words or "period" in words:
        return Expression(Part(Unit.QUARTER, 0, Shift(Unit.YEAR, -1)))
    return Expression(Shift(Unit.YEAR, -1, keep=True))


def _year(number: int) -> What:
    from factx.calendar import Period
    from factx.extract.dates.expression import Known

    return Known(Period(Unit.YEAR, number))


@dates.rule(
    "(?: <portioned>? 'the' | 'the' <portion> ) <'full'|'fiscal'|'latest'|'current'|'entire'|'whole'|'same'>{0,2} <unit> (?! '-' | 'that' | <integer> | <number-word> ) (?= <'ended'|'ending'|'through'> <calendar-day> )?+",
    examples={"It fell earlier in the year.": "XXXX"},
    rejects=["the year-end sale", "the quarter-mile race"],
)
def the_unit(match: Match) -> Expression | None:
    """The year, the quarter, the weekend: the one that the text speaks of."""
    unit, _ = unit_of(match)
    words = match.text.lower().split()
    if unit not in (Unit.YEAR, Unit.QUARTER, Unit.MONTH, Unit.WEEK, Unit.WEEKEND):
        return None
    after = word_after(match).lower()
    if after in ("ended", "ending") and unit is Unit.YEAR:
        return Expression(length(1, unit))
    base: Base | What
    if after in ("ended", "ending", "through") and unit is Unit.QUARTER and match["month"]:
        base = calendar_day(match) or "report"
    elif unit is Unit.QUARTER:
        base = "report"
    else:
        base = "scene"
    return Expression(Shift(unit, 0, base), mod_of(match))
