"""The grammar of time: its vocabulary, and the phrases that its rules share.

The rules are in the modules beside this one, one for each kind of expression.
"""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Grammar
from factx.extract.dates.expression import Expression

_HOLIDAYS = [name.split() for name in lexicon.load("holidays")["holiday"] if " " in name]
"""The holidays of several words, each as its words."""


def _quoted(word: str) -> str:
    return f"'{word}'"


def _long_holidays() -> str:
    """The pattern of the holidays of several words, the longest first; those that end alike share a choice."""
    endings: dict[tuple[str, ...], list[str]] = {}
    for first, *others in sorted(_HOLIDAYS, key=len, reverse=True):
        endings.setdefault(tuple(others), []).append(first)
    return " | ".join(
        " ".join([f"<{'|'.join(map(_quoted, firsts))}>", *map(_quoted, middle), "<owned>", _quoted(last)])
        for (*middle, last), firsts in endings.items()
    )


dates: Grammar[Expression] = Grammar(
    "dates",
    lexicons=("time", "numbers", "holidays"),
    triggers=(
        "month month-or-word&!lower weekday weekday-or-word weekdays unit units clock-unit clock-units season"
        " season-or-word day-part clock-word meridiem deictic-day now set-word vague-word era decade-word holiday"
        " two-digits length-word year dotted four-digits oclock tonight spoken-century period"
        " half-way ordinal-suffix 'half' 'eve' 'time' 'term' 'annum' 'tens' 'lunchtime' 'q' 'h' dotted-time"
        " 'weekday' 'weeknight' 'weekdays' 'weeknights'"
    ).split() + [_quoted(name[-1]) for name in _HOLIDAYS],
)

# Names.
dates.let("month-name", "<month> | <month-or-word>")
dates.let("weekday-name", "<weekday> | <weekday-or-word>")
dates.let("season-name", "<season> | <season-or-word>")
dates.let("any-unit", "<unit> | <units> | <clock-unit> | <clock-units>")
dates.let("single", "<unit> | <clock-unit>")
dates.let("plural", "<units> | <clock-units>")

# Numbers.
dates.let(
    "figure",
    """<integer|decimal|thousands> (?: <fraction> | <integer> '/' <integer> )?
    | <fraction> | <integer> '/' <integer>""",
)
dates.let("cardinal", "<number-word> (?: (?: '-' | 'and' )? <number-word> ){0,4}+ (?: 'and' 'a'? 'half' )?")
dates.let(
    "count",
    """<figure> (?: 'and' 'a' 'half' | <scale> )? | (?: 'a' <scale> )? <cardinal>
    | 'a' (?: <scale> | <collective> 'of'? ) | <collective> 'of'?
    | <number-word> '-' 'and' '-' 'a' '-' 'half'""",
)
dates.let(
    "few-of",
    "'a' 'good'? 'few' | 'a' 'number' 'of' | 'so'? <few> | <'hundreds'|'thousands'|'dozens'|'scores'> 'of'",
)
dates.let("nth", "<ordinal-word> | <integer> <ordinal-suffix> | <number-word> '-' <ordinal-word>")
dates.let(
    "bound",
    """'at' <'least'|'most'> | 'no'? <'more'|'less'|'fewer'> 'than' | 'up' 'to' | 'a' 'little' <'over'|'under'>
    | 'a' 'little' <'more'|'less'> 'than' | 'as' <'many'|'much'|'long'|'little'> 'as' | 'well' <'over'|'under'>
    | <about&!'about'&!'over'> | (?<= <before-over> ) 'over'""",
)
dates.let("approximate", "<'about'|'around'|'circa'|'ca.'|'c.'|'approximately'>")

# Days and years.
dates.let("day-number", "<day> <ordinal-suffix>? | (?: <number-word> '-' )? <ordinal-word>")
dates.let(
    "calendar-year",
    """<year> (?: '-'? <era> )? | <integer> <era> | <era> <integer>
    | <spoken-century> <number-word> (?: '-'? <number-word> )?""",
)
dates.let(
    "calendar-day",
    """(?: (?<! <'good'|'easter'|'palm'|'shrove'|'ash'|'maundy'|'holy'|'whit'> ) <weekday-name> ','? )?
    (?: 'the'? <day-number> 'of'? <month-name> | <month-name> 'the'? <day-number> )
    (?: <','|'of'>? <calendar-year>
      | (?: 'of' <'that'|'this'|'the'> | 'that' | 'the' (?= 'same' ) ) 'same'? (?P<same_year> 'year' )
      | 'of'? (?P<near_year> <'last'|'this'|'next'> ) 'year' )?""",
)
dates.let("named-day", "(?P<day_turn> <'this'|'last'|'next'|'coming'> )? <weekday-name> | <deictic-day>")
dates.let("some-day", "<calendar-day> | <named-day>")
dates.let("owned", "<apostrophe>? <clitic>?")
dates.let(
    "named-holiday", f"<holiday> <'day'|'eve'|'sunday'|'monday'>? | <'st.'|'st'|'saint'>? (?: {_long_holidays()} )"
)

# "Early June", "the end of the month", "later in 1792"; of days only "early" and "late" belong to the date.
dates.let(
    "portioned",
    """'the'? 'very'? <portion-noun> 'of' 'the'? | 'the' <'back'|'tail'> <portion-noun> 'of' 'the'?
    | 'the'? <portion> '-'? 'to' <portion> '-'?
    | 'the'? <portion> (?: '-' | 'in' 'the'? )?
    | 'the' <'latter'|'early'|'later'> 'part' 'of' 'the'?""",
)
dates.let(
    "part-of-age",
    "<portioned> | 'the' (?P<age_half> <'first'|'second'|'last'|'latter'> ) 'half' 'of' 'the'?",
)
dates.let("placed", "<approximate> | <portioned>")
dates.let(
    "daily-portion",
    "<'early'|'late'> | 'later' (?= <'yesterday'|'tomorrow'> ) | 'earlier' (?= <'yesterday'|'today'> )",
)
