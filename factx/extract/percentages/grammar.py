"""The rules for percentages: a number and its unit, the two ends of a range, parts of one percent."""

from __future__ import annotations

import re

from factx import lexicon
from factx.engine.rules import Grammar, Match
from factx.extract.percentages.change import change
from factx.extract.percentages.figure import Figure, Range
from factx.model import Unit
from factx.text import numbers

grammar: Grammar[Figure] = Grammar(
    "percentages",
    lexicons=("percentages", "numbers", "time"),
    triggers=("percent-sign", "percent-word", "basis-abbreviation", "point-abbreviation",
              "'cent'", "'percentage'", "'basis'", "'error'"),
    captures=("count", "digits", "part", "unit", "percentage-points", "basis-points"),
)

RANGING = lexicon.load("percentages")["ranging-word"]
CSS_PROPERTIES = lexicon.load("percentages")["css-property"]
SCALES = lexicon.load("numbers")["scale"]
CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
MONTHS = lexicon.load("time")["month"].keys() | lexicon.load("time")["month-or-word"].keys()

grammar.let("below-hundred", "<tens-word> (?: <hyphen>? <unit-word> )? | <number-word&!tens-word&!scale>")
grammar.let("below-scale", "<hyphen>? (?: 'and' <hyphen>? )? <below-hundred>")
grammar.let("scaled", "<hyphen>? <scale> <below-scale>?")
grammar.let("cardinal", "<below-hundred> <scaled>{0,3} | 'a'? <scale> <below-scale>? <scaled>{0,2}")
grammar.let("part", "(?: <'a'|unit-word> <hyphen>? )? <'half'|'quarter'> | <'a'|unit-word> <hyphen>? <fraction-word>")
grammar.let("words", "<cardinal> (?: <hyphen>? 'and' <hyphen>? <part> | 'point' <unit-word|'zero'|'oh'>{1,4} )?")
grammar.let("digits", "<number> (?: <hyphen>? <integer> '/' <integer> | '/' <integer> | <fraction> )?")
grammar.let("count", "<digits> | <words>")

grammar.let("per-cent", r"<percent-sign> | <percent-word> | 'per' <hyphen>? 'cent' | '\' <percent-sign>")
grammar.let("percentage-points", "(?: 'percentage' | <per-cent> ) <hyphen>? <point-word> | <point-abbreviation>")
grammar.let("basis-points", "'basis' <hyphen>? <point-word> | <basis-abbreviation>")
grammar.let("unit", "<hyphen>? (?: <percentage-points> | <basis-points> | <per-cent> )")
grammar.let("to", "<hyphen|minus|dash> | <hyphen>? 'to' <hyphen>? | 'through'")


@grammar.rule(
    "<count> <unit>",
    examples={
        "Turnout was 80.1 per cent.": "80.1%",
        "It bought a 20-percent stake.": "20%",
        "Some one hundred and twenty percent of the target was met.": "120%",
        "A 2½ per cent rise was agreed.": "2.5%",
        "It yields 5 1/4 percent.": "5.25%",
        "Spreads widened 15bps.": "15 basis points",
        "The party lost 3pp.": "3 percentage points",
    },
    rejects=["He was in the 95th percentile.", "The 5 percentiles are shown.", "See http://a.example/a%20b."],
)
def figure(match: Match) -> Figure | None:
    """A number, in digits or words, and its unit."""
    return _figure(match, match.span_of("count"))


@grammar.rule(
    "<hyphen&glued|minus&glued|'–'&glued|'+'&glued|'minus'> <digits> <unit>",
    examples={"Output shrank −4% in May.": "-4%", "Canada ended with minus 3.03 percent.": "-3.03%",
              "Shares rose +1.2% in Paris.": "1.2%"},
    rejects=["The sample has an error of +/-3 percent.", "It grew 5-10% a year.", "plus or minus 4 percent"],
)
def signed(match: Match) -> Figure | None:
    """A number with its sign."""
    tokens, start = match.tokens, match.start
    sign = tokens[start]
    before = tokens[start - 1] if start else ""
    if sign.lower() == "minus":
        if before.lower() in ("or", "/", "-"):
            return None
    elif before and before not in "([“\"'‘" and (tokens.words[start - 1] == before or before[0].isdigit()):
        return None
    found = _figure(match, match.span_of("digits"))
    if found is None or sign == "+":
        return found
    return Figure(low=-found.low, high=-found.high, unit=found.unit)


@grammar.rule(
    "(?: <integer&!four-digits> <other-digits> | <integer&glued> <comma&glued> <integer> | '.' <integer> ) <unit>",
    examples={"Inflation hit 12,5% there.": "12.5%", "Support of .5% is a joke.": "0.5%",
              "It reached 1 000 %.": "1000%"},
    rejects=["He won 5 5% stakes.", "Of these, 5, 10% were lost."],
)
def spaced_digits(match: Match) -> Figure | None:
    """Digits with a decimal comma, with blanks for thousands, or with nothing before the point."""
    start = match.start
    before = match.tokens.words[start - 1] if start else ""
    glued = before and not before[-1].isspace() and match.tokens[start] == "."
    unit = match.span_of("unit")
    return None if glued or unit is None else _figure(match, (start, unit[0]))


@grammar.rule(
    "<decimal&glued|dotted&glued> <comma&glued> <integer> <unit>",
    examples={"Prices rose 1.000,5% in Rome.": "1000.5%", "They rose by 12.345.678,25 per cent.": "12345678.25%"},
    rejects=["Of these, 1.5,5% were lost."],
)
def continental_digits(match: Match) -> Figure | None:
    """Digits with points for thousands and a decimal comma, as most of the Continent writes them."""
    unit = match.span_of("unit")
    written = "" if unit is None else "".join(match.tokens[i] for i in range(match.start, unit[0]))
    found = _unit(match)
    if found is None or not CONTINENTAL.fullmatch(written):
        return None
    amount = float(written.replace(".", "").replace(",", "."))
    return Figure(low=amount, high=amount, unit=found)


@grammar.rule(
    "(?: <part> 'of'? <'a'|'an'|'one'|'1'>? | <digits> 'of' <'a'|'an'|'one'|'1'> ) <unit>",
    examples={
        "They lost by half a percentage point.": "0.5 percentage points",
        "Rates rose a quarter of a percentage point.": "0.25 percentage points",
        "Sales edged down one-tenth of 1 percent.": "0.1%",
        "It fell by three-tenths of one percent.": "0.3%",
        "It fell by less than 1/2 of 1%.": "0.5%",
    },
    rejects=["In the first half, 5 percent left."],
)
def part_of_one(match: Match) -> Figure | None:
    """A part of one percent or of one point."""
    part = match.span_of("part") or match.span_of("digits")
    if part is None:
        return None
    words = [match.tokens[i] for i in range(*part)]
    amount = numbers.value(words) or numbers.value(["a", *words])  # "quarter" alone is a time of the year
    unit = _unit(match)
    if amount is None or unit is None:
        return None
    return Figure(low=float(amount), high=float(amount), unit=unit)


@grammar.rule(
    "(?: 'a' | <count> ) <'full'|'whole'> <percentage-points>",
    examples={"It fell by a full percentage point.": "1 percentage points"},
    rejects=["A full point was lost."],
)
def full_points(match: Match) -> Figure | None:
    """Whole points, said to be so."""
    points = match.span_of("percentage-points")
    amount = None if points is None else _amount(match, (match.start, points[0] - 1))
    return None if amount is None else Figure(low=amount, high=amount, unit="percentage-point")


@grammar.rule(
    "<count> <to> <count> <unit>",
    examples={"Growth of 5–10 per cent is likely.": "5–10%", "It grew by five to ten percent.": "5–10%",
              "Taxes were cut from 40 to 30 percent.": "30–40%"},
    rejects=["It rose from 2001 to 5 percent.", "It fell from $5 to 10 percent.", "On May 5 to 10 percent."],
)
def range_of_one_unit(match: Match) -> Figure | None:
    """Two numbers that share a unit."""
    return _pair(match)


@grammar.rule(
    "<hyphen&glued|minus&glued|'minus'> <digits> <'to'|'and'> <hyphen&glued|minus&glued|'minus'>? <digits> <unit>",
    examples={"Growth of minus 5 to minus 3 percent is likely.": "-5–-3%", "It lies between -2 and 1%.": "-2–1%"},
    rejects=["It has an error of plus or minus 3 to 4 percent.", "It lost in minus 3 and 5 percent grew."],
)
def signed_range(match: Match) -> Figure | None:
    """A range whose first number is negative."""
    tokens, start = match.tokens, match.start
    before = tokens[start - 1].lower() if start else ""
    second = match.spans_of("digits")[-1][0]
    joint = tokens[second - 1].lower()
    below = joint not in ("to", "and")
    if before in ("or", "/", "-") or before[-1:].isdigit() or (
        "and" in (joint, tokens[second - 2].lower()) and before != "between"
    ):
        return None
    amounts, unit = [_amount(match, where) for where in match.spans_of("digits")], _unit(match)
    if len(amounts) != 2 or amounts[0] is None or amounts[1] is None or unit is None:
        return None
    low, high = -amounts[0], -amounts[1] if below else amounts[1]
    return Figure(low=min(low, high), high=max(low, high), unit=unit)


@grammar.rule(
    """(?: (?<= 'between' ) <count> 'and' <count> | <count> 'or' <count> | <count> 'and' <count> (?=
    <any>{1,12} 'respectively' ) ) <unit>""",
    examples={"Between one and two per cent are affected.": "1–2%", "He asked for 20 or 30 percent.": "20–30%"},
    rejects=["It tumbled 5.39, or 1.2%.", "Between 2001 and 5 percent were lost.", "He sold 12 or 3 percent."],
)
def either_of_one_unit(match: Match) -> Figure | None:
    """Two numbers joined by a word, between which the figure lies."""
    return _pair(match, ascending=True)


@grammar.rule(
    "<count> <unit> (?: <to> | 'or' | 'and' ) <count> <unit>",
    examples={"Growth is 2% to 2.5%.": "2–2.5%", "It rose between 1% and 3%.": "1–3%",
              "About 8%-9% were spoiled.": "8–9%"},
    rejects=["He won 52%-48%.", "It grew from 19% to 37%.", "Ten percent and 20 percent were lost.",
             "The bank lifted rates 0.25% to 5.5%."],
)
def range_of_two_units(match: Match) -> Figure | None:
    """Two figures, each with its unit, between which the truth lies."""
    between, words = _pair(match, ascending=True), match.tokens
    units = [[words[i].rstrip("s") for i in range(*where)] for where in match.spans_of("unit")]
    if between is None or any((word in units[0]) != (word in units[-1]) for word in ("point", "basi")):
        return None
    joints = [words[i].lower() for i in range(match.start, match.end)]
    before = [words[i].lower() for i in range(max(0, match.start - 3), match.start)]
    last = before[-1] if before else ""
    if "and" in joints and last != "between":
        return None
    if last == "from" and not (len(before) > 1 and before[-2] in RANGING):
        return None
    # "lifted rates 0.25% to 5.5%": a small step to a new level.
    if "to" in joints and change(words, match.start, match.end) and last != "by" and between.high >= 4 * between.low:
        return None
    return between


@grammar.rule(
    """(?<= 'error' <margin-verb|'plus'|'or'|'minus'|'+'|'/'|hyphen|'±'|'about'|'approximately'>{0,5} )
    <count> <hyphen>? <point-word>""",
    examples={"It has a margin of error of plus or minus 4.5 points.": "4.5 percentage points"},
    rejects=["The index lost 45 points.", "She scored 20 points.", "An error of three judges cost her the match."],
)
def points_of_error(match: Match) -> Figure | None:
    """Points that are percentage points since they are a poll's margin of error."""
    amount = _amount(match, match.span_of("count"))
    return None if amount is None else Figure(low=amount, high=amount, unit="percentage-point")


@grammar.rule(
    "(?<= <per-cent> ','? <'up'|'down'> ) <count> <point-word>",
    examples={"Her party stands at 32 percent, up two points since May.": "2 percentage points"},
    rejects=["Shares closed up 20 points.", "Her party stands at 32 percent, up two seats since May."],
)
def points_of_change(match: Match) -> Figure | None:
    """Points by which a percentage just given has moved."""
    amount = _amount(match, match.span_of("count"))
    return None if amount is None or amount > 20 else Figure(low=amount, high=amount, unit="percentage-point")


def _figure(match: Match, count: Range | None) -> Figure | None:
    amount, unit = _amount(match, count), _unit(match)
    if amount is None or unit is None or _is_markup(match):
        return None
    return Figure(low=amount, high=amount, unit=unit)


def _pair(match: Match, *, ascending: bool = False) -> Figure | None:
    spans = match.spans_of("count")
    first, second = spans[0], spans[-1]
    low, high, unit = _amount(match, first), _amount(match, second), _unit(match)
    if low is None or high is None or unit is None or ascending and low >= high:
        return None
    tokens = match.tokens
    if tokens.words[second[0] - 1] in ("— ", "-- ", "― "):
        return None  # "one in 10 — 9 percent": such a dash parts
    before = tokens[first[0] - 1] if first[0] else ""
    year = first[1] - first[0] == 1 and tokens[first[0]].isdecimal() and 1900 <= low < 2100 and high < 1000
    if year or before and (before in "$£€¥.,:/-–" or before[0].isdigit() or before.lower() in MONTHS):
        return None
    return Figure(low=min(low, high), high=max(low, high), unit=unit)


def _amount(match: Match, where: Range | None) -> float | None:
    if where is None:
        return None
    tokens = match.tokens
    if where[1] - where[0] == 1:
        bare = tokens[where[0]]
        if bare.replace(".", "", 1).isdecimal() and len(bare) < 9:
            return float(bare)
    words = [tokens[i] for i in range(*where)]
    if "/" in words and len(words[-1]) <= len(words[-3]) and words[-1] <= words[-3]:
        return None  # "60/40 percent" is a score
    if words[0] in SCALES and where[0] and tokens[where[0] - 1].lower() in ("few", "several", "many"):
        return None
    amount = numbers.value(words)
    return None if amount is None else float(amount)


def _unit(match: Match) -> Unit | None:
    """The unit that the match ends in; None where what looks like one is none."""
    tokens, end = match.tokens, match.end
    last, before = tokens[end - 1].rstrip("."), tokens.words[end - 2]
    glued = not before[-1:].isspace()
    if last in ("pp", "pps", "ppt", "ppts"):
        return "percentage-point" if glued else None
    if last in ("bp", "bps"):
        return "basis-point"
    if last == "PC" or last in ("PP", "PPT", "BP", "BPS"):
        return None
    if last.lower().startswith("point"):
        return "basis-point" if "basis-points" in match else "percentage-point"
    return "percent"


def _is_markup(match: Match) -> bool:
    """Whether the figure is one of a style sheet, an attribute or an escape: width:50%; "5%20"."""
    tokens, start, end = match.tokens, match.start, match.end
    after = tokens[end] if end < len(tokens) else ""
    if after[:1].isdigit() and len(tokens.words[end - 1]) == 1:
        return True
    if start < 2:
        return False
    before = tokens[start - 1]
    if before == ":":
        return after[:1] in ("", ";", '"', "}", "!") and tokens[start - 2].lower() in CSS_PROPERTIES
    return before in ('"', "'") and tokens[start - 2] == "="
