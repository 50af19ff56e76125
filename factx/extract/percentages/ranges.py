"""The rules for two or more numbers of one unit: the ends of a range, pairs and lists."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.percentages import values
from factx.extract.percentages.bounds import bound
from factx.extract.percentages.change import change
from factx.extract.percentages.figure import Figure
from factx.extract.percentages.grammar import grammar

RANGING = lexicon.load("percentages")["ranging-word"]
LOWER = frozenset(["MORE_THAN", "EQUAL_OR_MORE"])
BOUNDING = LOWER | {"LESS_THAN", "EQUAL_OR_LESS"}


@grammar.rule(
    "<count> ','? <'but'|'and'|'nor'> <bound-word>{1,4} <count> <unit>",
    examples={"It has more than 5 but less than 10 percent.": "5–10%",
              "At least 3 and at most 4.5 percent may leave.": "3–4.5%",
              "It won between 3 and less than 5 percent.": "3–5%"},
    rejects=["It won 5 but less than 10 percent came.", "More than 5 and over 10 percent left.",
             "At least 30 percent, but no more than 40 percent, voted."],
)
def bounds_of_one_unit(match: Match) -> Figure | None:
    """A lower and an upper bound that share a unit."""
    tokens = match.tokens
    first, second = match.spans_of("count")
    lower, upper = bound(tokens, *first), bound(tokens, *second)
    if upper is None or upper.where is None or upper.mod not in BOUNDING:
        return None
    if lower is None:
        between = first[0] and tokens[first[0] - 1].lower() == "between"
        return values.span(match, ascending=True) if between and upper.mod not in LOWER else None
    if lower.where is None or lower.mod not in BOUNDING or (lower.mod in LOWER) == (upper.mod in LOWER):
        return None
    found = values.span(match)
    return None if found is None else found._replace(qualifier=lower.where)


@grammar.rule(
    "<count> <to-in-one-unit> <count> <unit>",
    examples={"Growth of 5–10 per cent is likely.": "5–10%", "It grew by five to ten percent.": "5–10%",
              "Taxes were cut from 40 to 30 percent.": "30–40%",
              "They want anything from 5 up to 7.5 percent.": "5–7.5%",
              "It may hit 1 to 2 million percent.": "1000000–2000000%"},
    rejects=["It rose from 2001 to 5 percent.", "It fell from $5 to 10 percent.", "On May 5 to 10 percent.",
             "She leads by two points, 50 to 48 percent."],
)
def range_of_one_unit(match: Match) -> Figure | None:
    """Two numbers that share a unit."""
    found = values.span(match)
    falls = found is not None and values.amount(match.tokens, match.spans_of("count")[0]) == found.high > found.low
    # "ahead by two points, 50 to 48 percent": a score
    return None if falls and match.start and match.tokens[match.start - 1] == "," else found


@grammar.rule(
    "<sign> <count> <'to'|'and'> (?: <sign> | <'plus'|'+'> )? <count> <unit>",
    examples={"Growth of minus 5 to minus 3 percent is likely.": "-5–-3%", "It lies between -2 and 1%.": "-2–1%",
              "Expect minus one to plus two percent.": "-1–2%"},
    rejects=["It has an error of plus or minus 3 to 4 percent.", "It lost in minus 3 and 5 percent grew."],
)
def signed_range(match: Match) -> Figure | None:
    """A range whose first number is negative."""
    tokens, start = match.tokens, match.start
    before = tokens[start - 1].lower() if start else ""
    first, second = match.spans_of("count")
    sign = tokens[second[0] - 1].lower()
    if before in ("or", "/", "-") or before[-1:].isdigit() or (
        "and" in (tokens[first[1]].lower(), sign) and before != "between"
    ):
        return None
    one, other = values.amount(tokens, first), values.amount(tokens, second)
    unit = values.unit(match)
    if one is None or other is None or unit is None:
        return None
    one, other = -one, other if sign in ("to", "and", "plus", "+") else -other
    return Figure(low=min(one, other), high=max(one, other), unit=unit)


@grammar.rule(
    "(?: (?<= 'between' ) <count> 'and' <count> | <count> <hyphen>? 'or' <count> ) <unit>",
    examples={"Between one and two per cent are affected.": "1–2%", "He asked for 20 or 30 percent.": "20–30%",
              "A 5- or 10-percent cut is due.": "5–10%"},
    rejects=["It tumbled 5.39, or 1.2%.", "Between 2001 and 5 percent were lost.", "He sold 12 or 3 percent."],
)
def either_of_one_unit(match: Match) -> Figure | None:
    """Two numbers joined by a word, between which the figure lies."""
    return values.span(match, ascending=True)


@grammar.rule(
    """(?: <count> <hyphen>? 'and' | <count> <hyphen>? (?: ',' <count> <hyphen>? ){1,6} ','? <'and'|'or'> )
    <count> <unit>""",
    examples={"Odds of 99.9 and 99.99 percent are not alike.": "99.9–99.99%",
              "They paid 10, 20 and 30 percent.": "10–30%", "Deaths fell by 7 and 4 percent, respectively.": "4–7%",
              "Cuts of 5-, 10- or 15-percent came.": "5–15%"},
    rejects=["In 2001 and 5 percent were lost.", "He paid $12 and 3 percent.", "On May 3, 4 and 5 percent left.",
             "Article 4 and 5 percent were lost.", "It won 3, and 5 percent left.",
             "The S&P 500 and 5 percent of bonds fell.", "One in 10 and 5 percent agree."],
)
def list_of_one_unit(match: Match) -> Figure | None:
    """Numbers in a list that share a unit: the lowest and the highest of them."""
    before = match.tokens[match.start - 1] if match.start > 1 else ""
    named = before[:1].isupper() and match.tokens[match.start - 2] != ""  # "the Nasdaq 100 and 5 percent of"
    return None if named else values.span(match)


@grammar.rule(
    "<count> <unit> (?: <to> | 'or' | 'and' ) <count> <unit>",
    examples={"Growth is 2% to 2.5%.": "2–2.5%", "It rose between 1% and 3%.": "1–3%",
              "About 8%-9% were spoiled.": "8–9%"},
    rejects=["He won 52%-48%.", "It grew from 19% to 37%.", "Ten percent and 20 percent were lost.",
             "The bank lifted rates 0.25% to 5.5%.", "It grew 4 pp to 12%."],
)
def range_of_two_units(match: Match) -> Figure | None:
    """Two figures, each with its unit, between which the truth lies."""
    between, words = values.span(match, ascending=True), match.tokens
    if between is None or len({values.unit_before(words, end) for _, end in match.spans_of("unit")}) > 1:
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
