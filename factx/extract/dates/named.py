"""Days with names: Christmas, Labor Day, New Year's Eve."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.dates.expression import Expression, Holiday, Shift
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import holiday_of, looked_up, nth_of, word_before
from factx.text.calendar import Unit

dates.let("of-near-year", "'of'? (?P<near_year> <'last'|'this'|'next'> ) 'year' (?! <clitic|apostrophe> )")


@dates.rule(
    "<named-holiday> (?: ','? <year> | <of-near-year> )?",
    examples={"They met on Christmas Eve.": "XXXX-12-24", "Labor Day was hot.": "XXXX-XX-XX",
              "It fell at Easter last year.": "XXXX-XX-XX"},
    rejects=["It was a great day.", "A new yearbook came out.", "The Good Friday Agreement held."],
)
def feast(match: Match) -> Expression | None:
    """A holiday by its name."""
    what = _holiday(match)
    if what is None or is_name_of_other(match) or _is_of_words(match):
        return None
    return Expression(what, "APPROX" if what.name.startswith("eid") else None)  # the moon may be seen a day later


def _holiday(match: Match) -> Holiday | None:
    """The holiday that the match names, of the year written or told behind it."""
    what = holiday_of(match, year=int(match["year"]) if match["year"] else None)
    near = looked_up("turn", match["near-year"])
    return what._replace(near=int(near)) if what is not None and near is not None else what


def _is_of_words(match: Match) -> bool:
    """Whether a feast's name, in lower case, is other words: he lent it, the advent of spring, a family day out."""
    return match.text.islower() and match.tokens[match.start] in _WORDS


_WORDS = frozenset(
    "lent advent holi low clean national republic constitution unity unification liberation freedom heritage"
    " youth king tax patriot patriots democracy human world workers three super".split()
)


def is_name_of_other(match: Match) -> bool:
    """Whether a feast is part of the name of something else: the Good Friday Agreement, Easter Island."""
    if word_before(match) in ("Operation", "White") or (match.text[0] == "D" and word_before(match) == "the"):
        return True  # "the D-Day for his arrest"
    following = match.tokens[match.end : match.end + 2]
    titles = lexicon.load("time")["feast-title"]
    return following[:1] != [","] and any(word[:1].isupper() and word.lower() in titles for word in following)


@dates.rule(
    "'the' 'holy'? 'month' 'of' (?P<fast> 'ramadan' )",
    examples={"Work slows in the holy month of Ramadan.": "XXXX-XX-XX"},
    rejects=["the month of the fast"],
)
def month_of_fast(match: Match) -> Expression:
    """The month of Ramadan, by its first day."""
    return Expression(Holiday("ramadan"), "START")


@dates.rule(
    "'the' <nth> 'day' 'of' <named-holiday> (?: ','? <year> )?",
    examples={"They fasted on the first day of Ramadan 2024.": "2024-03-11"},
    rejects=["It was the first day of the fast."],
)
def day_of_feast(match: Match) -> Expression | None:
    """A day counted within a feast of many days: the first day of Ramadan."""
    feast_day, nth = holiday_of(match, year=int(match["year"]) if match["year"] else None), nth_of(match)
    if feast_day is None or nth is None:
        return None
    return Expression(feast_day if nth == 1 else Shift(Unit.DAY, nth - 1, feast_day))


@dates.rule(
    "<named-holiday> (?: 'week' | (?P<end> 'weekend' ) ) (?: ','? <year> | <of-near-year> )?",
    examples={
        "It opened on Labor Day weekend 2019.": "2019-W35-WE",
        "They met on Thanksgiving weekend 2019.": "2019-W48-WE",
        "It shut in Christmas week.": "XXXX-WXX",
    },
    rejects=["It was a week of holidays.", "The Christmas market opened."],
)
def feast_week(match: Match) -> Expression | None:
    """The week of a holiday, or the weekend next to it: the one before a Monday, the one after a Thursday."""
    day = _holiday(match)
    if day is None:
        return None
    return Expression(Shift(Unit.WEEKEND, 0, Shift(Unit.DAY, -3, day)) if "end" in match else Shift(Unit.WEEK, 0, day))
