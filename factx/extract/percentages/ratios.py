"""The rules for shares in words, found on request alone: one in five, two-thirds of voters, 35 per mille."""

from __future__ import annotations

from factx.engine.rules import Grammar, Match
from factx.extract.percentages.figure import Figure, Range
from factx.model import Unit
from factx.text import numbers

ratios: Grammar[Figure] = Grammar(
    "ratios",
    lexicons=("shares", "numbers", "percentages"),
    triggers=("fraction-word", "permille-sign", "'mille'", "'in'", "'out'", "'fifty'", "'50'"),
)

ratios.let("small", "<number-word&!scale> | <integer>")


@ratios.rule(
    "<small> (?: 'in' | 'out' 'of' (?: 'every' )? ) <small> (?! <number-word|fraction-word> )",
    examples={"One in five is poor.": "20", "About eight out of 10 agreed.": "80",
              "Some 30 out of 2000 left.": "1.5"},
    rejects=["He came in 1990.", "She won five in 1990.", "It costs 3 in 1.",
             "It beat the other by ten in two hundred."],
)
def some_in_all(match: Match) -> Figure | None:
    """So many in so many."""
    part, whole = (_number(match, where) for where in match.spans_of("small"))
    if part is None or not whole or part >= whole or whole > 1000 and "out" not in match.text.lower():
        return None
    return _share(numbers.quotient(part, whole))


@ratios.rule(
    """(?<! <ordinal|'second'|'latter'|'other'|'upper'|'lower'|'top'|'bottom'|'final'> )
    (?: <'a'|unit-word> <hyphen>? <fraction-word> | 'half' )
    (?= 'of' | 'the' | 'its' | 'their' | 'his' | 'her' | 'our' | 'all' | 'by' | <mark&!hyphen> | <end> )""",
    examples={"Two-thirds of voters agreed.": "66.6666666666667", "Half the town left.": "50",
              "The old make up nearly a third.": "33.3333333333333"},
    rejects=["It took half an hour.", "In the second half of the match he scored.", "A third man came.",
             "He left after a quarter of an hour.", "It was the upper half.", "It was the lower half.",
             "It was the top half.", "It was the bottom half.", "It was the final quarter.", "It was the other half.",
             "It was the latter half."],
)
def part_of_all(match: Match) -> Figure | None:
    """A fraction of a whole."""
    tokens, end = match.tokens, match.end
    if end + 1 < len(tokens) and tokens[end].lower() == "of" and tokens[end + 1].lower() in ("a", "an", "one"):
        return None
    part = numbers.value([tokens[i] for i in range(match.start, end)])
    return _share(part) if part is not None and part < 1 else None


@ratios.rule(
    "<'50'|'fifty'> <hyphen|'/'> <'50'|'fifty'>",
    examples={"They have a 50-50 chance.": "50"},
    rejects=["He is fifty."],
)
def even_odds(match: Match) -> Figure | None:
    """Even chances."""
    return _share(numbers.exact("1/2"))


@ratios.rule(
    "(?: <small> | <number> ) (?: <permille-sign> | 'per' 'mille' )",
    examples={"Salt makes up 35‰ of sea water.": "35‰", "The tax is 5 per mille.": "5‰"},
    rejects=["It costs 35 per mile."],
)
def permille(match: Match) -> Figure | None:
    """Parts in a thousand."""
    amount = _number(match, (match.start, match.start + 1))
    return None if amount is None else Figure(low=float(amount), high=float(amount), unit="permille")


def _number(match: Match, where: Range) -> numbers.Number | None:
    return numbers.value([match.tokens[i] for i in range(*where)])


def _share(part: numbers.Number, unit: Unit = "ratio") -> Figure:
    return Figure(low=float(100 * part), high=float(100 * part), unit=unit)
