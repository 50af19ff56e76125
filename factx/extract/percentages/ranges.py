"""The rules for two or more numbers of one unit: the ends of a range, pairs and lists."""

from __future__ import annotations

from factx import lexicon
from factx.engine.rules import Match
from factx.extract.percentages import values
from factx.extract.percentages.bounds import Qualifier, bound
from factx.extract.percentages.change import change
from factx.extract.percentages.figure import Figure
from factx.extract.percentages.grammar import grammar
from factx.model import Bound
from factx.text import numbers
from factx.text.tokens import Tokens

RANGING = lexicon.load("percentages")["ranging-word"]
LOWER = frozenset(["MORE_THAN", "EQUAL_OR_MORE"])
FEW = 3
"""The most percent that a range goes to which begins with a part of one: "a third to 40 percent" is none."""
BEFORE_PAIR = frozenset(["by", "of", "at", "to", "are", "were"])
"""Before a pair whose first number is the greater: "by 7 and 4 percent"."""
DECADE = {"low": (0, 3), "mid": (4, 6), "high": (7, 9)}
"""The numbers after a ten that each part of its decade has, as forecasters of the weather use the words."""
NEAR = 12
"""How far after a list "respectively" may stand."""
BOUNDING = LOWER | {"LESS_THAN", "EQUAL_OR_LESS"}


@grammar.rule(
    "<count> ','? <'but'|'and'|'nor'|'to'> <bound-word>{1,4} <count> <unit>",
    examples={"It has more than 5 but less than 10 percent.": "5–10%",
              "At least 3 and at most 4.5 percent may leave.": "3–4.5%",
              "It won between 3 and less than 5 percent.": "3–5%", "It is 5 to about 10 percent.": "5–10%",
              "It is between 5 and as much as 10 percent.": "5–10%"},
    rejects=["It won 5 but less than 10 percent came.", "More than 5 and over 10 percent left.",
             "At least 30 percent, but no more than 40 percent, voted.", "It rose from 5 to more than 10 percent."],
)
def bounds_of_one_unit(match: Match) -> Figure | None:
    """A lower and an upper bound that share a unit."""
    tokens = match.tokens
    first, second = match.spans_of("count")
    lower, upper = bound(tokens, *first), bound(tokens, *second)
    if upper is None or upper.where is None:
        return None
    joint = tokens[upper.where[0] - 1].lower()
    if joint == "to" or joint == "and" and _is_between(tokens, first[0]):
        return _range_with_bounds(match, lower, upper)
    if lower is None or upper.mod not in BOUNDING:
        return None
    if lower.where is None or (lower.mod in LOWER) == (upper.mod in LOWER):
        return None
    found = values.span(match)
    return None if found is None else found._replace(qualifier=lower.where)


def _range_with_bounds(match: Match, lower: Qualifier | None, upper: Qualifier) -> Figure | None:
    """A range of which an end is bounded: "5 to about 10", "between 3 and less than 5"."""
    tokens, start = match.tokens, lower.where[0] if lower and lower.where else match.start
    if upper.mod != "APPROX" and tokens.lower[start - 1] == "from" and tokens.lower[start - 2] not in RANGING:
        return None  # "rose from 5 to more than 10 percent": to a level
    found = values.span(match, ascending=True)
    mod: Bound | None = "APPROX" if upper.mod == "APPROX" else None
    return found and found._replace(mod=mod, qualifier=lower.where if lower else None)


def _is_between(tokens: Tokens, start: int) -> bool:
    """Whether "between" stands before the number at `start`, with a bound of its own or none."""
    return "between" in [tokens[i].lower() for i in range(max(0, start - 3), start)]


@grammar.rule(
    "<count> <to-in-one-unit> <count> <unit>",
    examples={"Growth of 5–10 per cent is likely.": "5–10%", "It grew by five to ten percent.": "5–10%",
              "Taxes were cut from 40 to 30 percent.": "30–40%",
              "They want anything from 5 up to 7.5 percent.": "5–7.5%",
              "It may hit 1 to 2 million percent.": "1000000–2000000%"},
    rejects=["It rose from 2001 to 5 percent.", "It fell from $5 to 10 percent.", "On May 5 to 10 percent.",
             "She leads by two points, 50 to 48 percent.", "It fell in the second quarter to 2 percent.",
             "They moved on from phase 2 to 5 percent growth."],
)
def range_of_one_unit(match: Match) -> Figure | None:
    """Two numbers that share a unit."""
    found = values.span(match)
    falls = found is not None and values.amount(match.tokens, match.spans_of("count")[0]) == found.high > found.low
    # "ahead by two points, 50 to 48 percent": a score
    return None if falls and match.start and match.tokens[match.start - 1] == "," else found


@grammar.rule(
    """(?: <sign> | <'+'&glued> ) <count> <'to'|'and'> (?: <sign> | <'plus'|'+'> )? <count> <unit>
    | <negative-word> <count> <hyphen|dash> <count> <unit>""",
    examples={"Growth of minus 5 to minus 3 percent is likely.": "-5–-3%", "It lies between -2 and 1%.": "-2–1%",
              "Expect minus one to plus two percent.": "-1–2%", "Expect +2 to +3 percent.": "2–3%",
              "Expect minus 3-4 percent.": "-4–-3%"},
    rejects=["It has an error of plus or minus 3 to 4 percent.", "It lost in minus 3 and 5 percent grew."],
)
def signed_range(match: Match) -> Figure | None:
    """A range whose first number has a sign."""
    tokens, start = match.tokens, match.start
    before = tokens[start - 1].lower() if start else ""
    first, second = match.spans_of("count")
    joint, sign = tokens[first[1]].lower(), tokens[second[0] - 1].lower()
    if before in ("or", "/", "-") or before[-1:].isdigit() or "and" in (joint, sign) and before != "between":
        return None
    one, other = values.amount(tokens, first), values.amount(tokens, second)
    unit = values.unit(match)
    if one is None or other is None or unit is None:
        return None
    one = one if tokens[start] == "+" else -one
    other = other if sign in ("to", "and", "plus", "+") else -other
    return Figure(low=min(one, other), high=max(one, other), unit=unit)


@grammar.rule(
    """(?: (?<= 'between' <bound-word>{0,2} ) <count> 'and' <count>
    | <count> <hyphen>? (?: 'or' <'even'|'perhaps'|'maybe'|'possibly'>? | 'if' 'not' | ',' <'perhaps'|'maybe'> )
    <count> ) <unit>""",
    examples={"Between one and two per cent are affected.": "1–2%", "He asked for 20 or 30 percent.": "20–30%",
              "A 5- or 10-percent cut is due.": "5–10%", "It lost 5, maybe 10 percent.": "5–10%",
              "It is 5 if not 10 percent.": "5–10%"},
    rejects=["It tumbled 5.39, or 1.2%.", "Between 2001 and 5 percent were lost.", "He sold 12 or 3 percent."],
)
def either_of_one_unit(match: Match) -> Figure | None:
    """Two numbers joined by a word, between which the figure lies."""
    return values.span(match, ascending=True)


@grammar.rule(
    """(?: <count> <hyphen>? 'and' | <count> <hyphen>? (?: ',' <count> <hyphen>? ){1,6} ','? <'and'|'or'>
    | <count> ',' (?: <count> ',' ){1,6} ) <count> <unit>""",
    examples={"Odds of 99.9 and 99.99 percent are not alike.": "99.9–99.99%",
              "They paid 10, 20 and 30 percent.": "10–30%", "Deaths fell by 7 and 4 percent, respectively.": "4–7%",
              "Cuts of 5-, 10- or 15-percent came.": "5–15%", "Bands of 10, 20, 30 percent are due.": "10–30%"},
    rejects=["In 2001 and 5 percent were lost.", "He paid $12 and 3 percent.", "On May 3, 4 and 5 percent left.",
             "Article 4 and 5 percent were lost.", "It won 3, and 5 percent left.", "Boeing 737 and 5 percent left.",
             "The S&P 500 and 5 percent of bonds fell.", "One in 10 and 5 percent agree.",
             "It went for 20 and 10 percent stayed.", "In all, 30, 20, 10 percent left.",
             "One in 10 and 20 percent of men agree."],
)
def list_of_one_unit(match: Match) -> Figure | None:
    """Numbers in a list that share a unit: the lowest and the highest of them."""
    tokens, start = match.tokens, match.start
    if _is_numbered_name(tokens, start):
        return None
    spans = match.spans_of("count")
    joined = tokens[spans[-1][0] - 1] != ","
    falling = len(spans) == 2 and not (
        tokens[start - 1].lower() in BEFORE_PAIR or "respectively" in map(str.lower, tokens[match.end:match.end + NEAR])
    )
    return values.span(match, ascending=falling or not joined)


def _is_numbered_name(tokens: Tokens, start: int) -> bool:
    """Whether the number at `start` is part of a name: "the Nasdaq 100 and 5 percent of"."""
    word, shares = tokens.lower[start - 1], lexicon.load("shares")
    if not tokens[start - 1][:1].isupper():
        return False
    closed = any(word in shares[section] for section in ("preposition", "determiner", "filler", "adverb"))
    return tokens.lower[start - 2] != "" or not closed


@grammar.rule(
    """<part> (?: <hyphen>? 'to' <hyphen>? | 'and' | 'or' )
    (?: <part> 'of'? <'a'|'an'|'one'|'1'>? | <count> ) <unit>""",
    examples={"It costs a half to one percent.": "0.5–1%",
              "It fell one-half to three-quarters of a percentage point.": "0.5–0.75 percentage points",
              "It costs between a quarter and a half percent.": "0.25–0.5%"},
    rejects=["They fell in the second quarter and 5 percent left.", "Half and 5 percent of each is lost.",
             "Nearly a third — 31% — left.", "Between a third and 40 percent left."],
)
def range_of_parts(match: Match) -> Figure | None:
    """Two parts of one percent or point, or a part and a number."""
    tokens = match.tokens
    parts = match.spans_of("part")
    first, second = parts[0], match.span_of("count") or parts[-1]
    between = _is_between(tokens, first[0])
    if tokens[first[1]].lower() == "and" and not between or tokens[first[0]].lower() in ("quarter", "half") and not (
        between or tokens[second[0]].lower() == "half"
    ):
        return None
    worth = [numbers.value(tokens[start:end]) for start, end in (first, second)]
    unit = values.unit(match)
    if worth[0] is None or worth[1] is None or unit is None or not worth[0] < worth[1] <= FEW:
        return None
    return Figure(low=float(worth[0]), high=float(worth[1]), unit=unit)


@grammar.rule(
    "<'low'|'mid'|'high'> <hyphen>? <integer> 's' <unit>",
    examples={"Turnout was in the low 40s percent.": "40–43%", "It is in the mid-50s percent.": "54–56%",
              "Support is in the high 60s percent.": "67–69%"},
    rejects=["In the low 1940s percent signs were rare.", "In the mid-45s percent it was."],
)
def part_of_a_decade(match: Match) -> Figure | None:
    """The low, middle or high numbers between two tens."""
    tokens = match.tokens
    unit, first = values.unit(match), tokens.lower[match.start]
    ten = next(int(tokens[place]) for place in range(match.start, match.end) if tokens[place].isdecimal())
    if unit is None or ten % 10 or not 0 < ten < 100:
        return None
    low, high = DECADE[first]
    return Figure(low=float(ten + low), high=float(ten + high), unit=unit)


@grammar.rule(
    "<count> <unit> (?: <to> | 'or' | 'and' ) <count> <unit>",
    examples={"Growth is 2% to 2.5%.": "2–2.5%", "It rose between 1% and 3%.": "1–3%",
              "About 8%-9% were spoiled.": "8–9%"},
    rejects=["He won 52%-48%.", "It grew from 19% to 37%.", "Ten percent and 20 percent were lost.",
             "The bank lifted rates 0.25% to 5.5%.", "It grew 4 pp to 12%.", "Rents rose 6% – 17% higher than in May."],
)
def range_of_two_units(match: Match) -> Figure | None:
    """Two figures, each with its unit, between which the truth lies."""
    between, words = values.span(match, ascending=True), match.tokens
    if _is_compared_after_dash(match):
        return None
    if between is None or len({values.unit_before(words, end) for _, end in match.spans_of("unit")}) > 1:
        return None
    last = words.lower[match.start - 1]
    if "and" in words.lower[match.start:match.end] and last != "between":
        return None
    if last == "from" and words.lower[match.start - 2] not in RANGING:
        return None
    # "lifted rates 0.25% to 5.5%": a small step to a new level.
    if change(words, match.start, match.end) and last != "by" and between.high >= 4 * between.low:
        return None
    return between


def _is_compared_after_dash(match: Match) -> bool:
    """Whether a dash parts two figures, of which the second is compared: rents rose 6% – 17% higher than in May."""
    tokens, known = match.tokens, lexicon.load("shares")
    dash = match.spans_of("unit")[0][1]
    sections = ("up-word", "down-word", "more-word", "less-word")
    if tokens.words[dash] not in ("– ", "- ", "— ") or change(tokens, match.start, dash) is None:
        return False
    return any(tokens.lower[match.end] in known[each] for each in sections)
