"""The grammar of percentages, and its rules for one number: with a unit, a sign, as part of one percent."""

from __future__ import annotations

from typing import cast

from factx import lexicon
from factx.engine.rules import Grammar, Match
from factx.extract.percentages import values
from factx.extract.percentages.figure import Figure
from factx.model import Bound
from factx.text import numbers

grammar: Grammar[Figure] = Grammar(
    "percentages",
    lexicons=("percentages", "numbers", "time"),
    triggers=("percent-sign", "percent-word", "basis-abbreviation", "point-abbreviation",
              "point-word", "'cent'", "'percentage'", "'basis'", "'error'"),
    captures=("count", "digits", "words", "part", "unit", "percentage-points", "within", "within-or"),
)

KNOWN = lexicon.load("percentages")
PER_CENT = KNOWN["percent-word"].keys() | {"%", "cent"}

grammar.let("below-hundred", "<tens-word> (?: <hyphen>? <unit-word> )? | <number-word&!tens-word&!scale>")
grammar.let("below-scale", "<hyphen>? (?: 'and' <hyphen>? )? <below-hundred>")
grammar.let("scaled", "<hyphen>? <scale> <below-scale>?")
grammar.let("cardinal", "<below-hundred> <scaled>{0,3} | 'a'? <scale> <below-scale>? <scaled>{0,2}")
grammar.let("part", "(?: <'a'|unit-word> <hyphen>? )? <'half'|'quarter'> | <'a'|unit-word> <hyphen>? <fraction-word>")
grammar.let("words", "<cardinal> (?: <hyphen>? 'and' <hyphen>? <part> | 'point' <unit-word|'zero'|'oh'>{1,4} )?")
grammar.let("digits", """<number> (?: <hyphen>? <integer> '/' <integer> | '/' <integer> | <fraction>
    | <hyphen>? <scale>{1,2} | <hyphen>? 'and' <hyphen>? <part> )?""")
grammar.let("count", "<digits> | <words>")

grammar.let("per-cent", r"<percent-sign> | <percent-word> | 'per' <hyphen>? 'cent' | '\' <percent-sign>")
grammar.let("percentage-points", "(?: 'percentage' | <per-cent> '.'? ) <hyphen>? <point-word> | <point-abbreviation>")
grammar.let("basis-points", "'basis' <hyphen>? <point-word> | <basis-abbreviation>")
grammar.let("unit", "<hyphen>? (?: <percentage-points> | <basis-points> | <per-cent> )")
grammar.let("to", "<hyphen|minus|dash> | <hyphen>? 'to' <hyphen>? | 'through'")
grammar.let("to-in-one-unit", "<to> | (?: 'all' 'the' 'way' )? <'up'|'down'> 'to'")
grammar.let("sign", "<hyphen&glued|minus&glued> | <negative-word> <hyphen>?")


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
        "Growth slowed by 0.4 ppts.": "0.4 percentage points",
        "Her rating is down 2 pct pts.": "2 percentage points",
        "Prices are up 1.7 million percent.": "1700000%",
        "He won with 52-and-a-half percent.": "52.5%",
    },
    rejects=["The booklet has 24 pp. and a map.", "It is a 24 pp booklet.", "The air held 600 ppt.",
             "He was in the 95th percentile.", "The 5 percentiles are shown.", "See http://a.example/a%20b."],
)
def figure(match: Match) -> Figure | None:
    """A number, in digits or words, and its unit."""
    return values.figure(match, match.span_of("count"))


@grammar.rule(
    "(?: <sign> | <'–'&glued|'+'&glued> ) (?: <count> <unit> | <part> 'of'? <'a'|'an'|'one'|'1'>? <unit> )",
    examples={"Output shrank −4% in May.": "-4%", "Canada ended with minus 3.03 percent.": "-3.03%",
              "Shares rose +1.2% in Paris.": "1.2%", "Growth was minus two percent.": "-2%",
              "The rate is negative 0.4 percent.": "-0.4%", "It is at minus half a percent.": "-0.5%"},
    rejects=["The sample has an error of +/-3 percent.", "It grew 5-10% a year.", "plus or minus 4 percent",
             "They tested negative 98 percent of the time.", "That is 5 percent minus 2 percent."],
)
def signed(match: Match) -> Figure | None:
    """A number with its sign."""
    tokens, start = match.tokens, match.start
    sign = tokens[start].lower()
    before = tokens[start - 1] if start else ""
    if sign in KNOWN["negative-word"]:
        if before.lower() in ("or", "/", "-", *PER_CENT, *(KNOWN["tested"] if sign == "negative" else ())):
            return None
    elif before not in "([“\"'‘" and tokens.words[start - 1] == before:
        return None
    found = values.figure(match, match.span_of("count") or match.span_of("part"))
    if found is None or sign == "+":
        return found
    return found._replace(low=-found.low, high=-found.high)


@grammar.rule(
    "(?: <integer&!four-digits> <other-digits> | <integer&glued> <comma&glued> <integer> | '.' <integer> ) <unit>",
    examples={"Inflation hit 12,5% there.": "12.5%", "Support of .5% is a joke.": "0.5%",
              "It reached 1 000 %.": "1000%"},
    rejects=["He won 5 5% stakes.", "Of these, 5, 10% were lost."],
)
def spaced_digits(match: Match) -> Figure | None:
    """Digits with a decimal comma, with blanks for thousands, or with nothing before the point."""
    unit = match.span_of("unit")
    return None if unit is None else values.figure(match, (match.start, unit[0]))


@grammar.rule(
    "<decimal&glued|dotted&glued> <comma&glued> <integer> <unit>",
    examples={"Prices rose 1.000,5% in Rome.": "1000.5%", "They rose by 12.345.678,25 per cent.": "12345678.25%"},
    rejects=["Of these, 1.5,5% were lost."],
)
def continental_digits(match: Match) -> Figure | None:
    """Digits with points for thousands and a decimal comma, as most of the Continent writes them."""
    unit = match.span_of("unit")
    written = "" if unit is None else "".join(match.tokens[i] for i in range(match.start, unit[0]))
    number, measure = values.continental(written), values.unit(match)
    return None if number is None or measure is None else Figure(low=number, high=number, unit=measure)


@grammar.rule(
    "(?: <part> 'of'? <'a'|'an'|'one'|'1'>? | <digits> 'of' <'a'|'an'|'one'|'1'> ) <unit>",
    examples={
        "They lost by half a percentage point.": "0.5 percentage points",
        "Rates rose a quarter of a percentage point.": "0.25 percentage points",
        "Sales edged down one-tenth of 1 percent.": "0.1%",
        "It fell by three-tenths of one percent.": "0.3%",
        "It fell by less than 1/2 of 1%.": "0.5%",
        "It was cut by a half-percent.": "0.5%",
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
    unit = values.unit(match)
    if amount is None or unit is None:
        return None
    return Figure(low=float(amount), high=float(amount), unit=unit)


@grammar.rule(
    "<count> <hyphen>? (?: <within> | 'or' <hyphen>? <within-or> ) <unit>",
    examples={"A 20-odd percent fall is due.": "20%", "Some thirty-plus percent left.": "30%",
              "It takes 10 or more percent of the crop.": "10%"},
    rejects=["It is an odd 20 percent.", "Of 20 odd 5 percent bonds, two failed.", "It lost 20 or 30 percent."],
)
def bounded_within(match: Match) -> Figure | None:
    """A number and its unit with what bounds it between them."""
    found = values.figure(match, match.span_of("count"))
    if found is None:
        return None
    joined = match["within-or"]
    word = (joined or match["within"] or "").lower()
    return found._replace(mod=cast(Bound, KNOWN["within-or" if joined else "within"][word]))


@grammar.rule(
    "(?: <words> '(' <digits> <per-cent>? ')' | <digits> '(' <words> ')' ) <unit>",
    examples={"The agent keeps five (5) percent.": "5%", "A fee of 12 (twelve) percent is due.": "12%"},
    rejects=["It sold five (6) percent bonds.", "The five (2021) percent bonds fell."],
)
def restated(match: Match) -> Figure | None:
    """A number in words and again in digits, as contracts write it."""
    found = values.figure(match, match.span_of("words"))
    again = values.amount(match.tokens, match.span_of("digits"))
    return found if found is not None and found.low == again else None
