"""The shapes in which a quotation stands in front of the words that attribute it. They are tried before all others."""

from factx.engine.rules import Match
from factx.extract.claims.shapes import Shape, grammar, shape_of

__all__ = ["grammar"]


@grammar.rule(
    "<saying>",
    examples={
        "“It will never work,” Ann Lee told a crowd of farmers as she left.": "Ann Lee – told – “It will never work,”",
        "“The bridge is safe to cross,” Ann Lee said on Monday.": "Ann Lee – said – “The bridge is safe to cross,”",
        "“Why would it?” Ann Lee said to the crowd.": "Ann Lee – said – “Why would it?”",
        "“It will work,” Ann Lee said of the plan, “if it is given time.”":
        "Ann Lee – said – “It will work,” … “if it is given time.”",
        "The mill was “doomed from the start,” Ann Lee said, and left.":
        "Ann Lee – said – The mill was “doomed from the start,”",
    },
    rejects=["In “The Long Walk,” she plays a nurse.", "The “Long Walk,” Ann Lee forgot."],
)
def quotation_said(match: Match) -> Shape:
    """A quotation, and after it the speaker, with any words for when, where or to whom."""
    return shape_of(match, "quoted")


@grammar.rule(
    """<'quoted'|'quotes'|'quote'|'cited'|'cites'|'reported'> <any&!stop&!colon&!quotation&!that&!be>{0,12}?
    'as' 'saying' (?= <comma|colon>? (?P<content> <any> | $ ) )""",
    examples={
        "Ann Lee was quoted by the Echo as saying: “We are closed.”":
        "Ann Lee – was quoted by the Echo as saying – “We are closed.”",
        "The talks had failed, the Echo quoted Ann Lee as saying.":
        "Ann Lee – saying – The talks had failed",
    },
    rejects=["The Echo quoted Ann Lee, and that was as good as saying yes."],
)
def quoted_as_saying(match: Match) -> Shape:
    """Whoever is quoted by somebody as saying something."""
    return shape_of(match, "quoting")
