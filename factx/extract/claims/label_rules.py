"""The shapes of statements without a verb of saying: a label and a colon, a quotation and a name beside it."""

from factx.engine.rules import Match
from factx.extract.claims.rules import grammar
from factx.extract.claims.shapes import Shape, shape_of

__all__ = ["grammar"]


@grammar.rule(
    """(?<= (?: ^ | <paragraph> ) <any&!comma&!stop&!colon&!semicolon&!dash&!past>{0,7}
    <person|upper|acronym|headline-source> ) (?P<heard> ':' ) (?= (?P<content> <any> ) )
    | (?<= (?: ^ | <paragraph> )
    <any&!comma&!stop&!colon&!semicolon&!dash&!past&!cue&!preposition&!be&!third&!subject-pronoun>{1,3} )
    (?P<heard> ':' ) (?= (?P<content> <quotation> | <term> (?= <end> | $ ) ) )""",
    examples={
        "Poll: Two in three want earlier closing": "Poll – : – Two in three want earlier closing",
        "Fire chief: “We were warned too late”": "Fire chief – : – “We were warned too late”",
    },
    rejects=["He took three things: a hat, a coat and a map.", "The film: “A Long Walk” opens on Friday."],
)
def speaker_colon(match: Match) -> Shape:
    """A speaker and a colon, as in headlines and interviews."""
    return shape_of(match, "colon")


@grammar.rule(
    """(?<= (?: ^ | <paragraph> ) <any&!comma&!stop&!colon&!semicolon&!past>{0,1} <capital|upper|person>{1,4} )
    (?P<heard> ':' ) (?= (?P<content> <any> ) )""",
    examples={"Reporter: Why?\nMason: It was late.\nReporter: And now?\nMason: It is done.":
              "Mason – : – It was late"},
    rejects=["Verdict: False.\nClaim: It was late.\nVerdict: True.\nClaim: It is done."],
)
def interview_colon(match: Match) -> Shape:
    """A speaker's label and a colon, where the same ones come back and ask and answer."""
    return shape_of(match, "colon")


@grammar.rule(
    "(?P<heard> ':' ) (?= <paragraph>? (?P<content> <quotation> ) )",
    examples={
        "He shook his head: “Never in all my years here.”": "He – shook – “Never in all my years here.”",
        "As Ann Lee put it: “We forgot how to pass.”": "Ann Lee – put it – “We forgot how to pass.”",
        "It was late. And from the mayor: “We never had a chance.”": "the mayor – : – “We never had a chance.”",
    },
    rejects=["It was clear: “We never had a chance” was no joke.", "He read two books: “The Sea” and “The Hill”."],
)
def colon_quotation(match: Match) -> Shape:
    """A sentence that ends with a colon, and a quotation: whoever it is about said it."""
    return shape_of(match, "introduced")


@grammar.rule(
    """<quotation> ','? (?: (?: <person|subject-pronoun&!relative> | <determiner&!that> <noun>{1,4} ) <adverb>?
    <past&!cue&!be&!have&!do> | <past&!cue&!be&!have&!do> <'back'|'in'|'out'|'up'|'on'|'off'>?
    (?= <noun>{0,2} <person> | <capital|determiner> ) )""",
    examples={
        "“Not before Sunday,” Ann Lee grimaced.": "Ann Lee – grimaced – “Not before Sunday,”",
        "“Not before Sunday!” shot back Ann Lee.": "Ann Lee – shot back – “Not before Sunday!”",
    },
    rejects=["In “The Long Walk,” she played a nurse.", "“Not before Sunday” covered the wall."],
)
def quotation_beside(match: Match) -> Shape:
    """A quotation, and after it somebody and any verb, or that verb and somebody."""
    return Shape("beside", match.end, match.end)


@grammar.rule(
    "<quotation> <end>? <dash> (?= (?P<content> <person|capital|determiner> ) )",
    examples={"“Nobody asked us before they built it.” – Ann Lee, a farmer":
              "Ann Lee, a farmer – – – “Nobody asked us before they built it.”"},
    rejects=["“Nobody asked us before they built it.” – Ann Lee has heard it often."],
)
def quotation_signed(match: Match) -> Shape:
    """A quotation, a dash, and at the end of its paragraph the name of who said it."""
    return shape_of(match, "signed")


@grammar.rule(
    "<cue-adjective> (?= (?P<content> <any&!comma&!stop&!colon> ) )",
    examples={
        "The club is confident that he will stay.": "The club – is confident – that he will stay",
        "Residents are worried about the dam.": "Residents – are worried about – the dam",
        "The mayor was not sure whether it was open.": "The mayor – was not sure – whether it was open",
    },
    rejects=["A certain man left.", "They made sure that it was shut.", "Ann Lee is sure of it."],
)
def is_confident(match: Match) -> Shape:
    """An adjective that tells what somebody thinks: sure, confident, worried."""
    return Shape("feeling", match.end, match.end)


@grammar.rule(
    """(?<= 'in' <any&!comma&!stop&!colon&!preposition&!be&!past>{1,5} ) (?P<heard> 'words' )
    (?= 'of' (?P<content> <any> ) | <comma|colon> (?P<content> <any> ) )""",
    examples={
        "In the words of the judge, “the law is an ass”.": "the judge – In the words of – “the law is an ass”",
        "The plan is, in Ann Lee’s words, “dead and buried”.":
        "Ann Lee – in Ann Lee’s words – The plan is … “dead and buried”",
    },
    rejects=["In other words, “the law is an ass”.", "In words of one syllable, he failed."],
)
def in_words(match: Match) -> Shape:
    """In somebody's words."""
    return shape_of(match, "words")
