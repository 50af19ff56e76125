"""Rules for the shapes in which English attributes a statement by a verb or a noun: the cue and what follows it."""

from factx.engine.rules import Match
from factx.extract.claims import cues
from factx.extract.claims.quotation_rules import grammar
from factx.extract.claims.shapes import Shape, is_time, shape_of

__all__ = ["grammar"]

_OF_DEEDS = frozenset("need right plan deal effort way decision chance duty proposal".split())
"""Nouns that an infinitive belongs to."""


@grammar.rule(
    """<clause&!hearer&!order&!naming> (?= (?P<content> <subject-pronoun&!relative|person|'there'|'it'>
    | <determiner&!that> (?! <time-noun> | <'same'|'following'|'next'> <time-noun> <that|comma> ) ) )""",
    examples={"The union says the strike is over.": "The union – says – the strike is over"},
    rejects=["The minister denied that it was true."],
)
def said_outright(match: Match) -> Shape:
    """A verb, and at once a clause or a thing: what most statements are, so it is tried first."""
    return Shape("after", match.end, match.end)


@grammar.rule(
    "<clause|hearer> (?= (?P<content> <that-clause> ) )",
    examples={"Ann Lee said that taxes would rise.": "Ann Lee – said – that taxes would rise"},
    rejects=["Ann Lee said so, and that was that."],
)
def said_that_outright(match: Match) -> Shape:
    """A verb, and at once a clause with "that"."""
    return Shape("after", match.end, match.end)


@grammar.rule(
    """(?<= <'what'|'which'|'who'|'that'>
    (?: <subject-pronoun&!relative> | <'some'|'many'|'most'> | <determiner>? <noun>{1,4} ) <have>? <adverb>? )
    <clause> (?= <adverb>? <be|have|do|modal|past> )""",
    examples={
        "Pay was cut by what Ann Lee said was a fifth.": "Ann Lee – said – what … was a fifth",
        "The kit, which critics say is too old, will be sold.": "critics – say – which … is too old",
    },
    rejects=["What Ann Lee said pleased them.", "The kit that she said so much about was sold."],
)
def which_she_said(match: Match) -> Shape:
    """A verb inside a relative clause whose pronoun is the subject of what is said."""
    return Shape("extracted", match.end, match.end)


@grammar.rule(
    """<order> <tail> (?= (?P<content> <noun-group> (?: 'and' <determiner>? <noun>{1,4} )?
    <infinitive> ) )""",
    examples={"The judge urged both sides to settle.": "The judge – urged – both sides to settle",
              "The guide told them to “think of the view”.": "The guide – told – them to “think of the view”"},
    rejects=["The judge urged caution."],
)
def ordered_to(match: Match) -> Shape:
    """A verb, somebody, and what that one is to do."""
    return Shape("after", match.end, match.end)


@grammar.rule(
    """<saying> (?= (?: (?<= <hearer> ) <noun-group> )?? (?: <adjunct> | <programme> | <occasion> | <text> ){0,4}?
    (?: ',' <any&!comma>{1,14}+ ',' )? (?P<content> <that-clause> ) )""",
    examples={
        "The mayor said after leaving Leeds that he was tired.": "The mayor – said – that he was tired",
        "Ann Lee said on Monday that taxes would rise.": "Ann Lee – said – that taxes would rise",
        "The mayor told a crowd in Leeds that he was tired.": "The mayor – told – that he was tired",
        "The mayor said in a letter marking the end of June that he was tired.": "The mayor – said – that he was tired",
    },
    rejects=["Ann Lee said on Monday what she knew.", "Ann Lee left on Monday so that she could rest."],
)
def said_that(match: Match) -> Shape | None:
    """A verb, the person told, when and where, and a clause with "that"."""
    shape = shape_of(match, "after")
    noun = match.tokens[shape.content - 1] if shape.content > match.end else ""
    return None if noun.islower() and cues.tells(noun) else shape  # relates to the claim that it was over


@grammar.rule(
    """<telling> (?=
    <any&!comma&!stop&!colon&!semicolon&!dash&!that&!be&!have&!modal&!quotation&!subject-pronoun&!'to'>{2,16}
    (?P<content> <that> )
    | <any&!comma&!stop&!colon&!semicolon&!dash&!that&!be&!have&!modal&!quotation&!subject-pronoun&!'to'>{1,8}
    ',' <any&!comma&!stop&!colon&!semicolon&!dash&!that&!be&!have&!modal&!quotation>{1,9} ','
    (?P<content> <that> ) )""",
    examples={"She told an invited crowd at the library that it would close.":
              "She – told – that it would close",
              "The clerk told investigating officers, led by Dr Ann Lee, that the gate was open.":
              "The clerk – told – that the gate was open"},
    rejects=["The clerk told an invited crowd at the library of its history."],
)
def told_that(match: Match) -> Shape:
    """A verb, the people told at some length, and a clause with "that"."""
    return shape_of(match, "after")


@grammar.rule(
    """<clause&!mind|hearer|quote> <tail> (?= (?: (?<= <hearer> ) <noun-group> )?? <adjunct>{0,5}? <comma|colon>?
    (?P<content> <quotation|term> ) ) | <clause&mind> (?= ':' (?P<content> <quotation> ) )""",
    examples={
        "Ann Lee said in a statement, “We are closed until the spring.”":
        "Ann Lee – said – “We are closed until the spring.”",
        "Ann Lee thought: “We are closed until the spring.”":
        "Ann Lee – thought – “We are closed until the spring.”",
    },
    rejects=["The “Iron Duke” was his nickname.", "He read “War and Peace” on the train.",
             "Ann Lee said it was “good enough” for now."],
)
def said_quotation(match: Match) -> Shape:
    """A verb, the person told, when and where, and a quotation."""
    return shape_of(match, "after")


@grammar.rule(
    "<saying> (?= (?: (?<= <hearer> ) <noun-group> )?? <adjunct>{0,5}? (?P<content> ':' ) )",
    examples={"The notice said: doors close at nine.": "The notice – said – doors close at nine"},
    rejects=["The notice said doors close at nine.", "The shop sold three things: a hat, a coat and a map."],
)
def said_colon(match: Match) -> Shape | None:
    """A verb and a colon."""
    shape = shape_of(match, "after")
    if is_time(match.tokens, shape.content):
        return None
    return shape._replace(content=shape.content + 1)


@grammar.rule(
    "<telling> (?= <noun-group> <'about'|'of'|'for'|'against'> (?P<content> <any> ) )",
    examples={"The clerk reminded the court of its own ruling.": "The clerk – reminded – its own ruling",
              "The clerk warned drivers against parking there.": "The clerk – warned – parking there"},
    rejects=["She emailed the office of the mayor."],
)
def told_about(match: Match) -> Shape | None:
    """A verb, the person told, and what it was about."""
    shape, words = shape_of(match, "after"), match.tokens
    # The first such word is the verb's: reminded the court [of] the opening of the road.
    told = next((at for at in range(match.end, shape.content) if words[at].lower() in _ABOUT), shape.content - 1)
    named = words[told].lower() == "of" and words[told - 1][:1].isupper() and words[told + 1][:1].isupper()
    if named or not _governs(match, told) or words[told - 1].lower() in _TALES:
        return None  # informed the Bureau of Mines; told the story of a sailor
    return shape._replace(content=told + 1)


_TALES = frozenset("story stories tale tales truth history joke jokes lie lies anecdote anecdotes".split())
_ABOUT = frozenset({"about", "of", "for", "against"})


def _governs(match: Match, preposition: int) -> bool:
    """Whether the verb that is matched brings in its content with the preposition."""
    cue = cues.verb(match.tokens[match.start])
    return cue is not None and match.tokens[preposition].lower() in cues.governed(cue.lemma)


@grammar.rule(
    "<telling> (?= <determiner>?+ <noun>{1,5} (?P<content> <determiner&!that&!time-modifier> ) )",
    examples={"The clerk told reporters the vault was open.": "The clerk – told – the vault was open"},
    rejects=["The clerk told reporters of the plan.", "The clerk gave reporters the keys."],
)
def told_outright(match: Match) -> Shape:
    """A verb, the person told, and at once a clause: an article can't go on with the person's name."""
    return shape_of(match, "after")


@grammar.rule(
    "<telling> (?= <noun-group> <adjunct>{0,4}? (?P<content> <subject-pronoun&!relative|wh-word|'there'|'it'> ) )",
    examples={"The clerk told reporters he had left.": "The clerk – told – he had left"},
    rejects=["The clerk told reporters about the lease."],
)
def told_somebody(match: Match) -> Shape:
    """A verb, the person told, and a clause without "that"."""
    return shape_of(match, "after")


@grammar.rule(
    "<telling> (?= <object-pronoun> (?P<content> <any&!comma&!stop&!colon&!end> ) )",
    examples={"The clerk told them the vault was open.": "The clerk – told – the vault was open"},
    rejects=["The clerk told them of the plan.", "The clerk told them the truth."],
)
def told_them(match: Match) -> Shape:
    """A verb, a pronoun for the people told, and the clause that the syntax gives the verb as its content."""
    return Shape("clause", match.end, match.end)


@grammar.rule(
    """<clause> <tail> (?= <date> <adverb>? (?P<content> 'whether'
    | <any&!comma&!preposition&!stop&!colon&!conjunction&!quotation&!term&!subordinator&!relative> )
    | <prepositional>{1,2} (?<! <'something'|'everything'|'anything'|'all'|'way'|'things'> )
    (?P<content> <subject-pronoun&!relative|'there'> )
    | 'to' <noun-group> (?P<content> <'why'|'how'|'what'|'whether'> ) )""",
    examples={
        "The club said Tuesday the gates would open early.": "The club – said – the gates would open early",
        "Ann Lee said after the vote she would resign.": "Ann Lee – said – she would resign",
    },
    rejects=["The club said little on Tuesday.", "The club met Tuesday in the hall."],
)
def said_on_a_day(match: Match) -> Shape:
    """A verb, when or where it was said, and a clause without "that"."""
    return shape_of(match, "after", "clause")


@grammar.rule(
    "<order&past|order&participle> (?: 'by' <noun-group> )? (?= (?P<content> <infinitive> ) )",
    examples={"Residents were told to boil their water.": "were told – to boil their water"},
    rejects=["The house was ordered to the east."],
)
def told_to(match: Match) -> Shape:
    """A passive: somebody is told what to do, perhaps by a named agent."""
    return shape_of(match, "ordered")


@grammar.rule(
    """<past&clause&!mind&!hearer&!to-do&!order&!'considered'> (?= (?P<content> 'not'? 'to' <adverb>? <be|have|base> ) )
    | <'believed'|'thought'|'understood'|'feared'> (?= (?P<content> 'to' <be|have> ) )""",
    examples={"The painting is said to have hung in a bank.": "is said – The painting … to have hung in a bank",
              "Two men are believed to have fled.": "are believed – Two men … to have fled"},
    rejects=["The painting was reported to the police.", "She said to wait.", "The vote is expected to be close."],
)
def said_to_be(match: Match) -> Shape:
    """A passive: what somebody or something is said to be or do."""
    return shape_of(match, "rumoured")


@grammar.rule(
    "<to-do> <tail> (?= <adjunct>{0,3}? (?P<content> <infinitive> ) )",
    examples={"The owner vowed to rebuild.": "The owner – vowed – to rebuild"},
    rejects=["The owner came to rebuild the barn.", "The owner vowed revenge."],
)
def vowed_to(match: Match) -> Shape | None:
    """A verb and what its subject will do."""
    shape = shape_of(match, "after", "to-do")
    noun = match.tokens[shape.content - 1].lower() if shape.content > match.end else ""
    return None if noun in _OF_DEEDS else shape  # agreed on the need to go


@grammar.rule(
    """<governing> <tail> (?= <date>? <preposition|particle>
    (?P<content> <any&!comma&!stop&!'under'&!'in'&!'by'&!'at'&!'on'> ) )""",
    examples={"The union called for talks.": "The union – called for – talks"},
    rejects=["She called at noon."],
)
def called_for(match: Match) -> Shape | None:
    """A verb and the preposition that brings in what it is about."""
    start = shape_of(match, "after").content
    counted = match.tokens[start][:1].isdigit() and match.tokens[start - 1] == "about"  # said about 20 people left
    return Shape("after", start, start) if _governs(match, start - 1) and not counted else None


@grammar.rule(
    """<governing> <tail> (?= 'to' <noun-group> (?: 'and' 'to' <noun-group> )? <'for'|'about'|'of'>
    (?P<content> <any&!comma&!stop> ) )""",
    examples={"Ann Lee apologised to her staff for the delay.": "Ann Lee – apologised – the delay"},
    rejects=["Ann Lee apologised to her staff on the train."],
)
def apologised_to_them_for(match: Match) -> Shape | None:
    """A verb, the person spoken to, and the preposition that brings in what it is about."""
    start = shape_of(match, "after").content
    return shape_of(match, "after") if _governs(match, start - 1) else None


@grammar.rule(
    """<saying> (?= (?: (?<= <hearer> ) <noun-group> )?? <adjunct>{0,5}?
    (?P<content> <comma|stop|end|semicolon|dash> | $ ) )""",
    examples={"The bridge is safe to cross, Ann Lee said on Monday.":
              "Ann Lee – said – The bridge is safe to cross"},
    rejects=["Ann Lee said the bridge was safe."],
)
def said(match: Match) -> Shape:
    """A verb whose content stands in front, as nothing after it could be one."""
    return shape_of(match, "before")


@grammar.rule(
    """<clause&!order&!naming&!mind> (?= (?P<content>
    <preposition&!'of'&!'to'&!'on'&!'at'&!'about'|subordinator&!'if'&!'whether'> | 'regardless' 'of' )
    (?! <determiner>? <lower&!preposition&!comma>{0,2} <medium|weekday|month|year|number> )
    | (?P<content> <'despite'> ) )""",
    examples={
        "Ann Lee said in recent years, the city had lost its trees.":
        "Ann Lee – said – in recent years, the city had lost its trees",
        "Ann Lee said because the roads were shut, food was scarce.":
        "Ann Lee – said – because the roads were shut, food was scarce",
    },
    rejects=["Ann Lee said in a statement on the matter.", "“We are closed,” Ann Lee said as the rain fell."],
)
def said_in_those_years(match: Match) -> Shape:
    """A verb, and a clause with an adverbial in front, without "that"."""
    return shape_of(match, "after")


@grammar.rule(
    """<saying> (?= (?: (?<= <hearer> ) <noun-group> )?? (?: <preposition|subordinator> | ',' )
    <any&!comma&!stop&!colon&!semicolon&!dash&!quotation>{1,14}+ <comma|colon> (?P<content> <quotation> )
    | <preposition|adverb> <any&!comma&!stop&!colon&!semicolon&!dash&!quotation>{1,14}+
    (?: ',' <any&!comma&!stop&!colon&!semicolon&!dash&!quotation&!cue>{1,8}+ )? <comma|colon>
    (?P<content> <quotation> ) )""",
    examples={
        "Ann Lee said of the plan, “It will never work in winter.”": "Ann Lee – said – “It will never work in winter.”",
        "Ann Lee wrote on her blog, in green ink, “It will never work in winter.”":
        "Ann Lee – wrote – “It will never work in winter.”",
    },
    rejects=["Ann Lee said of the plan, it will never work."],
)
def said_in_passing(match: Match) -> Shape:
    """A verb, of whom or when, and a quotation."""
    return shape_of(match, "after")


@grammar.rule(
    "<saying> (?= (?P<content> <preposition&!'out'|subordinator|relative&!that|adverb|time-noun|time-modifier> ) )",
    examples={
        "The talks had failed, Ann Lee said late on Monday.": "Ann Lee – said – The talks had failed",
    },
    rejects=[
        "“It will never work,” Ann Lee said, and left.", "When the talks failed, Ann Lee said in May she would go.",
    ],
)
def said_meanwhile(match: Match) -> Shape:
    """A verb followed by how, when or where, at any length, and preceded by a quotation or a clause."""
    return shape_of(match, "before")


@grammar.rule(
    "(?P<heard> <bearing> <lower&!preposition&!conjunction>{0,3} <cue-noun> ) (?= (?P<content> <that> ) )",
    examples={"Both sides expressed confidence that the talks would succeed.":
              "Both sides – expressed confidence – that the talks would succeed"},
    rejects=["Both sides expressed confidence in the talks."],
)
def expressed_that(match: Match) -> Shape:
    """A verb that voices a hope, a doubt or a fear, and a clause with "that"."""
    return shape_of(match, "after")


@grammar.rule(
    "(?P<spoken> <cue> ) <comma> <prepositional> <comma> (?= (?P<content> <adverb>? <ing|'having'> ) )",
    examples={"Ann Lee denied, through her lawyer, ever having met him.": "Ann Lee – denied – ever having met him"},
    rejects=["Ann Lee denied it, in her office, having met him."],
)
def denied_having(match: Match) -> Shape:
    """A participle for a content, after how or where it was said."""
    return shape_of(match, "after", "spoken")


@grammar.rule(
    "<cue> <tail> (?= (?P<content> <any&!comma&!stop&!colon&!semicolon&!dash&!preposition&!conjunction> ) )",
    examples={
        "The minister denied wrongdoing.": "The minister – denied – wrongdoing",
        "Critics say costs have doubled.": "Critics – say – costs have doubled",
    },
    rejects=["A march was planned for Sunday.", "The clock said."],
)
def said_something(match: Match) -> Shape:
    """A verb and a clause, or the thing that it is about."""
    return Shape("after", match.end, match.end)


@grammar.rule(
    "<past> (?= (?P<content> <'by'|'of'|'for'|'as'> ) )",
    examples={"The banker was accused by the regulator of fraud.":
              "the regulator – was accused – The banker … of fraud"},
    rejects=["The bridge was painted by a local firm.", "He read by the fire."],
)
def was_accused(match: Match) -> Shape | None:
    """A passive: somebody judged, by whom, and for what."""
    return shape_of(match, "passive") if cues.verb(match["past"] or "") else None


@grammar.rule(
    "(?<= 'as' ) <past&clause> (?= <'by'|'in'> (?P<content> <any> ) )",
    examples={"As reported by the Echo, two men fled.": "the Echo – As reported by – two men fled"},
    rejects=["She was as praised by the critics as he was."],
)
def as_reported(match: Match) -> Shape:
    """As reported by somebody."""
    return shape_of(match, "reported")


@grammar.rule(
    """(?<= ^ | <end> ) <past&clause&!hearer|third&clause&!hearer>
    (?= (?P<content> <person|acronym|capital|determiner|subject-pronoun> )
    <any&!stop&!colon&!quotation>{0,16}? <colon|comma> <quotation> )""",
    examples={"Added Ann Lee: “We never had a chance to answer.”":
              "Ann Lee – Added – “We never had a chance to answer.”"},
    rejects=["Added Ann Lee: we never had a chance to answer."],
)
def said_somebody(match: Match) -> Shape:
    """A verb that opens the sentence, who said it, and a quotation."""
    return Shape("opening", match.end, match.end)


@grammar.rule(
    "<clause&!order&!naming&!mind> (?= ','? (?P<content> <any&!comma&!colon&!end> ) )",
    examples={"Ann Lee said by text message late on Friday that it was over.": "Ann Lee – said – that it was over",
              "Ann Lee said, if elected, she would stay.": "Ann Lee – said – if elected, she would stay"},
    rejects=["Ann Lee said so on Friday.", "Ann Lee said in a letter on the matter."],
)
def said_clause(match: Match) -> Shape:
    """A verb, words for how, when and where, and the clause that the syntax gives the verb as its content."""
    return Shape("clause", match.end, match.end)
