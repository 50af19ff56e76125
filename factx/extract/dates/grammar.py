"""The grammar of time: its vocabulary, and the phrases that its rules share.

The rules stand beside this module, a file for each kind of expression.
"""

from __future__ import annotations

from factx.engine.rules import Grammar
from factx.extract.dates.expression import Expression

dates: Grammar[Expression] = Grammar(
    "dates",
    lexicons=("time", "numbers", "holidays"),
    triggers=(
        "month month-or-word&!lower weekday weekday-or-word weekdays unit units clock-unit clock-units season"
        " season-or-word day-part clock-word meridiem deictic-day now set-word vague-word era decade-word holiday"
        " holiday-part two-digits length-word year dotted four-digits oclock tonight spoken-century period"
        " half-way ordinal-suffix 'eve' 'time' 'term' 'annum'"
    ).split(),
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
dates.let("few-of", "'a' 'good'? 'few' | 'a' 'number' 'of' | <few> | <'hundreds'|'thousands'|'dozens'|'scores'> 'of'")
dates.let("nth", "<ordinal-word> | <integer> <ordinal-suffix> | <number-word> '-' <ordinal-word>")
dates.let(
    "bound",
    """'at' <'least'|'most'> | 'no'? <'more'|'less'|'fewer'> 'than' | 'up' 'to' | 'a' 'little' <'over'|'under'>
    | 'a' 'little' <'more'|'less'> 'than' | 'as' <'many'|'much'|'long'|'little'> 'as' | 'well' <'over'|'under'>
    | <about&!'about'&!'over'> | (?<= <before-over> ) 'over'""",
)
dates.let("approximate", "<'about'|'around'|'circa'|'ca.'|'c.'|'approximately'>")

# Days and years.
dates.let("day-number", "<day> <ordinal-suffix>? | <ordinal-word>")
dates.let(
    "calendar-year",
    """<year> (?: '-'? <era> )? | <integer> <era> | <era> <integer>
    | <spoken-century> <number-word> (?: '-'? <number-word> )?""",
)
dates.let(
    "calendar-day",
    """(?: <weekday-name> ','? )? (?: 'the'? <day-number> 'of'? <month-name> | <month-name> 'the'? <day-number> )
    (?: <','|'of'>? <calendar-year> | 'of' <'that'|'this'|'the'> 'same'? (?P<same_year> 'year' )
      | 'of'? (?P<near_year> <'last'|'this'|'next'> ) 'year' )?""",
)
dates.let("named-day", "(?P<day_turn> <'this'|'last'|'next'|'coming'> )? <weekday-name> | <deictic-day>")
dates.let("some-day", "<calendar-day> | <named-day>")
dates.let(
    "named-holiday",
    """<holiday> <'day'|'eve'|'sunday'|'monday'>?
    | <'st.'|'saint'>? <holiday-day> <apostrophe>? <clitic>? <'day'|'eve'> | 'martin' 'luther' 'king' 'jr.'? 'day'
    | 'new' 'year' <clitic>? <'day'|'eve'> | 'good' 'friday' | <'palm'|'whit'|'trinity'> 'sunday'
    | 'whit' 'monday' | 'shrove' 'tuesday' | 'mardi' 'gras' | 'ash' 'wednesday' | 'maundy' 'thursday'
    | 'holy' 'saturday' | 'corpus' 'christi' | 'all' <'saints'|'souls'> <apostrophe>? 'day' | 'mlk' 'day'
    | 'april' 'fools' <apostrophe>? 'day' | 'guy' 'fawkes' <'night'|'day'> | <'bonfire'|'burns'> 'night'
    | 'cinco' 'de' 'mayo' | 'orthodox' <'easter'|'christmas'> | 'yom' 'kippur' | 'rosh' 'hashanah'
    | 'eid' 'al' '-' <'fitr'|'adha'> | <'chinese'|'lunar'> 'new' 'year' (?: <clitic>? 'day' )?""",
)

# "Early June", "the end of the month", "later in 1792"; of days only "early" and "late" belong to the date.
dates.let(
    "portioned",
    """'the'? 'very'? <portion-noun> 'of' 'the'? | 'the'? <portion> (?: '-' | 'in' 'the'? )?
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
