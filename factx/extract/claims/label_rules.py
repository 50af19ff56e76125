"""The shapes of statements without a verb of saying: according to, a noun, a label, a name beside a quotation."""

from factx.engine.rules import Match
from factx.extract.claims import cues
from factx.extract.claims.rules import grammar
from factx.extract.claims.shapes import Shape, shape_of

__all__ = ["grammar"]

_CLAIMS = frozenset({"claim", "assertion", "contention", "argument"})
_FIGURES = frozenset({"forecast", "estimate", "projection", "prediction"})
"""Nouns whose preposition tells of what they give figures: its forecast for growth."""


@grammar.rule(
    "(?P<heard> 'according' 'to' ) (?= (?P<content> <any> ) )",
    examples={"According to the police, two men fled.": "the police – According to – two men fled"},
    rejects=["He was paid according to his age."],
)
def according_to(match: Match) -> Shape:
    """According to somebody."""
    return shape_of(match, "according")


@grammar.rule(
    "(?<= 'as' | ^ | <end|comma> ) (?P<heard> 'per' ) (?= (?P<content> <any&!time-noun> ) )",
    examples={
        "As per the ministry, two men fled.": "the ministry – As per – two men fled",
        "Per the ministry, two men fled.": "the ministry – Per – two men fled",
        "Two men fled, as per the ministry.": "the ministry – as per – Two men fled",
    },
    rejects=["Per day, two men fled.", "It rose to two a day, or 10 as per usual."],
)
def as_per(match: Match) -> Shape:
    """As per somebody."""
    return shape_of(match, "per")


@grammar.rule(
    "(?<= 'of' <determiner> <lower>? ) <cue-noun> (?= (?P<content> <that> ) )",
    examples={"The panel was of the firm view that it was safe.":
              "The panel – was of the firm view – that it was safe"},
    rejects=["The panel heard of the view that it was safe."],
)
def is_of_the_view(match: Match) -> Shape:
    """A noun that tells what somebody thinks, after a verb that gives it to its subject."""
    return Shape("feeling", match.end, match.end)


@grammar.rule(
    """<cue-noun> (?=
    (?: <'from'|'by'|'among'> <any&!comma&!stop&!that&!be&!have&!modal&!quotation&!preposition>{1,8}+ )?
    (?P<content> <that> ) )""",
    examples={"Nobody believes Ann Lee’s claim that she was asleep.": "Ann Lee – claim – that she was asleep"},
    rejects=["The claim was false."],
)
def claim_that(match: Match) -> Shape:
    """Somebody's claim, promise or accusation, and a clause with "that"."""
    return shape_of(match, "noun")


@grammar.rule(
    "(?P<told> <cue-noun> <adverb>? <be> <adverb>? ) (?= (?P<content> <that> (?! <be|have|modal|stop|comma|'of'> ) ) )",
    examples={"Ann Lee’s main complaint was that it leaked.": "Ann Lee – main complaint was – that it leaked"},
    rejects=["Ann Lee’s complaint was that of an old woman.", "The complaint was that."],
)
def claim_is_that(match: Match) -> Shape:
    """A noun for a statement, "is" or "was", and a clause with "that"."""
    return shape_of(match, "noun", "told")


@grammar.rule(
    """<cue-noun> (?= <'about'|'on'|'of'|'for'|'against'> (?P<content> <any&!comma&!stop> )
    | (?P<content> <infinitive> ) )""",
    examples={
        "Ann Lee’s criticism of the plan was sharp.": "Ann Lee – criticism – the plan",
        "He broke his promise to resign.": "his – promise – to resign",
    },
    rejects=["The criticism of the plan was sharp.", "Her description of the house was long."],
)
def claim_about(match: Match) -> Shape | None:
    """Somebody's criticism, promise or question, and what it is about."""
    noun = cues.noun(match["cue-noun"] or "")
    if noun is not None and noun.lemma.rstrip("s") in _FIGURES:
        return None  # its forecast for growth
    if noun is not None and noun.lemma.rstrip("s") in _CLAIMS and match.tokens[match.end].lower() == "for":
        return None  # their claims for asylum
    telling = noun is not None and (noun.stance != "asserts" or noun.lemma.rstrip("s") in _CLAIMS)
    return shape_of(match, "noun") if telling else None


@grammar.rule(
    """(?<= (?: ^ | <paragraph> ) (?: <any&!comma&!stop&!colon&!semicolon&!dash&!past>{0,7} <person|upper|acronym>
    | <any&!comma&!stop&!colon&!semicolon&!dash&!past&!preposition>{0,7} <headline-source> ) )
    (?P<heard> ':' ) (?= (?P<content> <any> ) )
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
    """<quotation> ','? (?: (?: <capital>{0,2} <person> | <subject-pronoun&!relative>
    | <determiner&!that> <noun>{1,4} ) <adverb>?
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


@grammar.rule(
    """(?<= ^ | <end|comma|quotation|'when'|'if'|'whenever'> <adverb>? | <end|comma> 'and' <'when'>? )
    (?P<heard> 'asked' ) (?= (?: 'by' <noun-group> )? <adjunct>{0,3}?
    (?: 'about' (?P<content> <any&!comma> )
    | (?P<content> <'whether'|'if'|'why'|'how'|'what'|'who'|'whom'|'which'|'where'|'when'>
    <any&!comma> ) ) )""",
    examples={
        "Asked about the leak, Ann Lee said the pumps had failed.": "Asked about – the leak",
        "It had failed, Ann Lee said when asked by Tom Hall if it was safe.": "Tom Hall – asked – if it was safe",
    },
    rejects=["Asked again, Ann Lee said the pumps had failed.", "Those asked about the leak left."],
)
def asked_about(match: Match) -> Shape:
    """A question that was put to who speaks in the sentence: when asked about it."""
    return shape_of(match, "questioned", "heard")
