"""Years, decades and centuries."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.dates.expression import Expression, Known, Shift, ShortYear
from factx.extract.dates.grammar import dates
from factx.extract.dates.values import (
    dated,
    has_near,
    is_titled,
    looked_up,
    mod_of,
    month_of,
    nth_of,
    of_year,
    spoken_year,
    word_after,
    word_before,
    words_of,
    year_of,
)
from factx.text import numbers
from factx.text.calendar import Period, Unit


@dates.rule(
    """(?<! <currency> | '#' | 'no.' | '.' | '/' | <integer> ':' | <month-name> <day> ','? | <day> <month-name> )
    (?: <placed>? (?: 'the' <'year'|'years'> | 'fiscal' 'year'? | 'fy' | 'financial' 'year' )? <year>
        (?: '-'? <era> | 'or' <'later'|'earlier'> | 'and' 'beyond' )?
      | <placed>? <integer> '-'? <era> | (?P<era> <'ad'|'a.d.'> ) <integer> )
    (?! '%' | <any-unit> | <scale> | ':' <integer> | <ordinal-suffix> )""",
    examples={
        "It was founded in 1998.": "1998",
        "The end of 1944 was cold.": "1944",
        "Carthage fell in 146 BC.": "BC0146",
        "late 1941 saw him home": "1941",
    },
    rejects=["It cost $1998 in all.", "Call 859-1610.", "It was sold 1998 times a day."],
)
def year(match: Match) -> Expression | None:
    """A year of four digits, or one with its era."""
    digits, era = match["year"] or match["integer"] or "", match["era"]
    if len(digits) > 4 or int(digits) == 0 or ("year" not in match and era is not None and not era.isupper()):
        return None  # "12 ad campaigns", "0 BC"
    if era is None and _is_count(match, int(digits)):
        return None
    mod = _ON_FROM.get(match.tokens[match.end - 1].lower()) or mod_of(match)
    return Expression(Known(Period(Unit.YEAR, dated(int(digits), era))), mod)


_ON_FROM = {"later": "ON_OR_AFTER", "beyond": "ON_OR_AFTER", "earlier": "ON_OR_BEFORE"}


def _is_later_year(word: str, number: int) -> bool:
    return len(word) == 4 and word.isdecimal() and number < int(word) < 2100


def _is_counted(match: Match) -> bool:
    """Whether a figure before "and" counts what follows it: 1 hard drive and [2016 cables]."""
    first = max(match.tokens.sentence_of(match.start)[0], match.start - 5)
    counted = match.tokens[first : match.start - 1]
    places = [at for at, word in enumerate(counted) if word.isdecimal() and len(word) < 4]
    things = counted[places[-1] + 1 :] if places else []
    return bool(things) and all(word.islower() for word in things)


def _is_number_of(word: str, number: int) -> bool:
    """Whether the figures after a year and a hyphen are a number of something, and no later year."""
    return word.isdecimal() and len(word) > 2 and not _is_later_year(word, number)


def _is_long(word: str) -> bool:
    return word.isdecimal() and len(word) in (3, 4)


_AFTER_A_SPAN = frozenset(["and", "or", "to", "from", "as", "with", "but"])
_DATING = frozenset("in since from until till by before after during of to ( - – year early late the".split())


def _is_count(match: Match, number: int) -> bool:
    """Whether a figure is a count or a number of something rather than a year, by the words beside it."""
    words = lexicon.load("time")
    before, after, tokens, end = word_before(match).lower(), word_after(match), match.tokens, match.end
    if before == "least" and match.start > 2 and tokens[match.start - 3].lower() in _DATING:
        return False  # "until at least 2021"
    if after[:1].isupper() and before != "in" and any(
        word.lower() in words["street"] for word in tokens[end + 1 : end + 3]
    ):
        return True  # 1776 Elm Street
    if _is_of_a_number(match, number):
        return True
    if before == "and" and after.islower() and tokens[end : end + 1] and _is_counted(match):
        return True  # 1 hard drive and 2016 cables
    if after == "/" and end + 1 < len(tokens) and tokens[end + 1].isdecimal():
        return tokens[end + 1] != f"{(number + 1) % 100:02d}"  # "1939/40" is a year and the next
    reaches = after in ("-", "–") and end + 1 < len(tokens) and _is_later_year(tokens[end + 1], number)
    if after.lower() in ("to", "-", "–") and end + 2 < len(tokens):
        end += 2  # from 1500 to 1750 points
    if end < len(tokens) and tokens[end].lower() in words["counted"]:
        return True
    if reaches:
        return False  # "he reigned 1558–1603"
    span = tokens.span(match.start, match.end)
    if tokens.source[span.end : span.end + 1].isalpha():
        return True  # a model: 1998b
    if "portioned" in match or "approximate" in match:
        return False
    if before == "over" and 1990 <= number <= 2050 and number % 100:
        return after.isalpha() and after not in _AFTER_A_SPAN  # growth of 4% over 2023 and 3% over 2024
    return before in words["numbered"] if 1750 <= number <= 2050 else before not in _DATING


def _is_of_a_number(match: Match, number: int) -> bool:
    """Whether a figure is a part of a longer number: a telephone's, a reference."""
    tokens, before, after = match.tokens, word_before(match), word_after(match)
    if _is_long(before) or _is_long(after):
        return True  # 1800 555 1998
    if match.start > 1 and before == "-" and tokens[match.start - 2].isdecimal() and len(tokens[match.start - 2]) != 4:
        return True  # 859-1610
    following = word_after(match, 1)
    return after in ("-", "‐") and _is_number_of(following, number)  # 2018-4412


dates.let("year-span", "<year> <'/'|'-'|'–'> (?P<last> <two-digits|four-digits> )")
dates.let("year-kind", "<'fiscal'|'financial'|'academic'|'school'|'tax'|'budget'|'marketing'|'crop'>")


@dates.rule(
    """(?: 'fy' | 'fiscal' | <year-kind> 'year' ) <year-span> | 'the'? <year-span> <year-kind> 'year'
    | <portioned>? <year-span> (?= <'season'|'campaign'|'term'|'edition'|'winter'|'budget'|'crop'|'harvest'|'school'> )
    | <portioned>? <year> '/' (?P<last> <two-digits> ) (?! '/' )""",
    examples={"Crops rose in the 2021/22 season.": "2021", "FY2021-22 was dull.": "2021",
              "He left at the end of the 2021/22 season.": "2022"},
    rejects=["They won 2021/25 games.", "It was 2021/22/04."],
)
def double_year(match: Match) -> Expression | None:
    """A year that runs over two of the calendar: the 2021/22 season. Its value is the first; the end's, the second."""
    first, last = int(match["year"] or 0), int(match["last"] or 0)
    if last not in (first + 1, (first + 1) % 100):
        return None
    return Expression(Known(Period(Unit.YEAR, first + (mod_of(match) == "END"))))


@dates.rule(
    "'the'? <'fy'|'fiscal'> 'year'? <apostrophe>? <two-digits> (?! '%' | <any-unit> | <scale> )",
    examples={"Sales rose in FY20.": "2020"},
    rejects=["a fiscal 20% rise"],
)
def fiscal_year(match: Match) -> Expression | None:
    """A fiscal year with its last two digits: FY20."""
    return Expression(Known(Period(Unit.YEAR, 2000 + int(match["two-digits"] or 0))))


@dates.rule(
    """<portioned>? (?: 'the' 'year' )?
    (?: (?P<spoken> <spoken-century> (?: 'hundred' | 'oh' <number-word> | <number-word> '-'? <number-word>? ) )
      | (?<= 'year' ) (?P<millennium> 'two' 'thousand' (?: 'and'? <number-word> )? ) ) (?! <any-unit> )""",
    examples={"It was in nineteen ninety-six.": "1996", "by the year two thousand": "2000"},
    rejects=["nineteen hundred years", "nineteen eighty days"],
)
def spelt_year(match: Match) -> Expression | None:
    """A year in words, as it is spoken: nineteen ninety-six."""
    millennium = words_of(match, "millennium")
    number = numbers.value(millennium) if millennium else spoken_year(words_of(match, "spoken"))
    return Expression(Known(Period(Unit.YEAR, int(number))), mod_of(match)) if number is not None else None


@dates.rule(
    """'end' '-' (?: <month-name> (?: ','? <calendar-year> )? | <calendar-year> )
    | (?<= <'at'|'by'|'of'|'until'|'from'|'before'|'since'|'to'> ) 'year' '-' 'end' <year>""",
    examples={"Debt stood at $4 billion at end-June 2019.": "2019-06", "It was lower at year-end 2021.": "2021"},
    rejects=["The front-end June sale began.", "It is the end of it."],
)
def end_of(match: Match) -> Expression | None:
    """The end of a month or a year as companies write it: end-June, year-end 2021."""
    if word_before(match) in ("-", "–"):
        return None
    unit, index = (Unit.MONTH, month_of(match)) if "month-name" in match else (Unit.YEAR, 1)
    what = of_year(unit, index, int(match["year"]) if match["year"] else year_of(match))
    return Expression(what, "END") if what is not None else None


@dates.rule(
    """<approximate>? 'the'? (?P<whole> <'year'|'month'> ) (?: '-' | <clitic> )? 'end'
    | (?P<middle> 'mid' ) '-' (?P<whole> <'year'|'month'|'week'> ) (?! <hyphen&glued> ) | <half-way>""",
    examples={"It will close by year-end.": "XXXX", "It is due at midyear.": "XXXX"},
    rejects=["The year ended well."],
)
def year_end(match: Match) -> Expression | None:
    """The end or the middle of the year, the month or the week."""
    whole = match["whole"] or looked_up("half-way", match["half-way"]) or ""
    mod = "MID" if "middle" in match or "half-way" in match else "END"
    return Expression(Shift(Unit[whole.upper()], 0, "scene"), mod_of(match) or mod)


@dates.rule(
    "'full' '-' 'year' (?! <hyphen&glued> )",
    examples={"Full-year sales were flat.": "XXXX"},
    rejects=["They booked a full year."],
)
def full_year(match: Match) -> Expression:
    """The whole of the year that is reported on: full-year results."""
    return Expression(Shift(Unit.YEAR, 0, "report"))


@dates.rule(
    "<apostrophe> <two-digits> (?! 's' | <any-unit> | <scale> | '%' )",
    examples={"The class of ’89 met again.": "XX89"},
    rejects=["He gave the sign ’12 minutes left’."],
)
def short_year(match: Match) -> Expression | None:
    """A year without its century: ’89."""
    source, span = match.tokens.source, match.tokens.span(match.start, match.end)
    if source[max(0, span.start - 1) : span.start].isalnum() or source[span.end : span.end + 1].isalnum():
        return None  # ‘30by30’
    return Expression(ShortYear(Unit.YEAR, int(match["two-digits"] or 0)))


@dates.rule(
    """<part-of-age>? 'the'? <portioned>?
    (?: (?P<digits> <year|integer> ) (?: 's' <era>? | (?P<clitic> <clitic> ) )
      | <apostrophe> (?P<digits> <two-digits> ) 's'
      | (?P<spoken> <spoken-century> (?: '-'? <decade-word> ) ) | 'twenty' '-'? (?P<teens> <'tens'|'twenties'> )
      | (?<= <'the'|'late'|'early'|'-'> ) (?P<famous> <'roaring'|'swinging'> )? <decade-word> )""",
    examples={
        "It was built in the 1980s.": "198",
        "the late ’90s were good": "XX9",
        "Athens grew in the 470s BC.": "BC047",
        "He sang in the nineties.": "XX9",
        "It was built in the 1950's.": "195",
        "It was built in the late 90s.": "XX9",
        "It was built in the nineteen seventies.": "197",
    },
    rejects=["She is in her nineties.", "He is in his late twenties.", "Highs will be in the 80s.", "It sold 90s."],
)
def decade(match: Match) -> Expression | None:
    """A decade: the 1980s."""
    digits = match["digits"] or looked_up("decade-word", match["decade-word"]) or ""
    if "teens" in match:
        return Expression(Known(Period(Unit.DECADE, 201 if (match["teens"] or "").lower() == "tens" else 202)))
    if "spoken" in match:
        century = numbers.value(words_of(match, "spoken")[:1])
        return Expression(Known(Period(Unit.DECADE, int(10 * (century or 0)) + int(digits) // 10)), mod_of(match))
    if "clitic" in match and not (match.text[-1] == "s" and match.tokens[match.start].lower() in _AGED):
        return None
    if not digits.endswith("0") or word_before(match).lower() in lexicon.load("time")["possessive"]:
        return None
    number = int(digits) // 10
    bare = len(digits) == 2 and not any(name in match for name in ("apostrophe", "decade-word", "era"))
    if bare and not _is_bare_decade(match, number):
        return None
    if looked_up("era", match["era"]) == "-1":
        return Expression(Known(Period(Unit.DECADE, -number - 1)), mod_of(match))
    if len(digits) == 4 and digits.endswith("00") and not digits.startswith("20"):
        return Expression(Known(Period(Unit.CENTURY, number // 10)), mod_of(match))  # the 1800s
    if "famous" in match:
        return Expression(Known(Period(Unit.DECADE, 190 + number)))
    if len(digits) == 2 and (bare or "apostrophe" in match or "decade-word" in match):
        return Expression(ShortYear(Unit.DECADE, number), mod_of(match))
    return Expression(Known(Period(Unit.DECADE, number)), mod_of(match)) if len(digits) == 4 else None


@dates.rule(
    "'the' (?P<which> <nth> | 'last' ) 'decade' 'of' 'the' (?P<whole> <nth> ) '-'? 'century' <era>?",
    examples={"It was found in the first decade of the 21st century.": "200"},
    rejects=["the first decade of the war"],
)
def decade_of_century(match: Match) -> Expression | None:
    """A decade counted within a century: the first decade of the 21st century."""
    century = numbers.ordinal(words_of(match, "whole"))
    which = 10 if words_of(match, "which")[-1].lower() == "last" else numbers.ordinal(words_of(match, "which"))
    if century is None or which is None or not 1 <= which <= 10 or "era" in match:
        return None
    return Expression(Known(Period(Unit.DECADE, 10 * (century - 1) + which - 1)))


def _is_bare_decade(match: Match, number: int) -> bool:
    """Whether "the 90s" are years: not degrees, ages or points."""
    if match.tokens[match.start].lower() not in ("the", "mid") or has_near(match, "measured-in-tens"):
        return False
    return number >= 5


_AGED = frozenset(["the", "early", "late", "mid"])
"""Words that make a year with an apostrophe a decade: "the 1950's", but not "1950's best"."""


@dates.rule(
    """<part-of-age>? 'the'? <portioned>? <nth> '-'?
    (?: <'century'|'centuries'> | (?P<thousand> <'millennium'|'millennia'> ) ) <era>?""",
    examples={
        "a church of the 19th century": "18",
        "in the middle of the fifth century BC": "BC04",
        "in the third millennium BC": "BC2",
    },
    rejects=["half a century later"],
)
def century(match: Match) -> Expression | None:
    """A century or a millennium: the 19th century."""
    number, unit = nth_of(match), Unit.MILLENNIUM if "thousand" in match else Unit.CENTURY
    if is_titled(match, match.tokens[match.end - 1]) and match.tokens[match.start].lower() != "the":
        return None  # 21st Century Fox
    if number is None or not 1 <= number <= (9 if unit is Unit.MILLENNIUM else 30):
        return None
    before_christ = looked_up("era", match["era"]) == "-1"
    return Expression(Known(Period(unit, -number if before_christ else number - 1)), mod_of(match))
