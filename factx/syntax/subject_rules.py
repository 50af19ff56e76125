"""Rules over groups: which noun group is a verb's subject. The first that fits a verb, as declared, decides."""

from __future__ import annotations

from factx.engine.rules import Match
from factx.syntax.relative_subject_rules import rule
from factx.syntax.subject_phrases import SHARED, Predication, subjects

__all__ = ["SHARED", "Predication", "rule", "subjects"]


def _subject(match: Match) -> Predication:
    """The verb that is matched, and what is captured as its subject."""
    where = match.span_of("subject")
    return Predication(match.end - 1, where[0] if where else None)


@rule(
    "(?<= <noun-group&object> <adv>* ) <finite&base>",
    examples={"Let us take a seat.": "none – take"}, rejects=["They take a seat."],
)
def let_us_take(match: Match) -> Predication:
    """A bare form after an object: no verb of a subject's own."""
    return Predication(match.start, None)


@rule(
    """(?<= <expletive> <adv>* ) <finite>
    (?= <adv|participle|negation|sconj|det|adp>* (?P<subject> <noun-group|num|det> ) )""",
    examples={"There were two fires in the town.": "two fires – were"}, rejects=["The fires there were small."],
)
def there_are(match: Match) -> Predication:
    """There are: the subject follows."""
    return _subject(match)


@rule(
    """(?<= (?<! <relative> <adv>? ) <finite&hearer&!clause&!passive|infinitive&hearer&!clause> <noun-group&!subject>
    <adv>? ) <finite&base>""",
    examples={"It will help the town buy a bus.": "none – buy", "They came to help the town buy a bus.": "none – buy"},
    rejects=["The men who train dogs buy a bus."],
)
def help_them_buy(match: Match) -> Predication:
    """A bare form after whom a verb helps: no verb of a subject's own."""
    return Predication(match.start, None)


# What is right after the verb is looked at first here, and in a question: that is soon done, and mostly tells.
@rule(
    "(?<! <noun-group> <adv>? ) <finite&auxiliary> (?= <expletive> )"
    " (?= <expletive> <adv>* (?P<subject> <noun-group|num|det> ) )",
    examples={"Is there a doctor?": "a doctor – Is"}, rejects=["It is there."],
)
def are_there(match: Match) -> Predication:
    """Are there ...?"""
    return _subject(match)


@rule(
    "(?<= <expletive> <adv>* ) <finite>",
    examples={"There remains to be seen what they do.": "none – remains"},
    rejects=["The fires were small."],
)
def there(match: Match) -> Predication:
    """There, and no subject after it."""
    return Predication(match.start, None)


@rule(
    """(?<= <it> <adv>* ) <finite&auxiliary> (?= <adv|negation>* <adj> <infinitive|sconj|wh> )
    | (?<= <it> <adv>* ) <finite&passive> (?= <adv>? <sconj&'that'> )""",
    examples={"It is clear that they left.": "none – is"},
    rejects=["It is clear."],
)
def it_is_clear_that(match: Match) -> Predication:
    """It is clear that ...: the clause is what is clear."""
    return Predication(match.start, None)


@rule(
    """(?<= (?P<subject> <free> <noun-group&subject|noun-group&it|noun-group&relative> )
    (?: <adv&!wh|adj|'all'|'both'|'each'> | <emphatic> | <comma> <adv> <comma>
    | <comma> <adp> <noun-group> <comma> ){0,3} )
    <finite>
    | (?<= <adp&!'of'> (?P<subject> <noun-group&relative> ) ) <finite&!auxiliary>""",
    examples={"She often, in winter, walks home.": "She – walks", "The man who left is ill.": "who – left",
              "They have doubts about who ordered it.": "who – ordered"},
    rejects=["She and her brother left."],
)
def pronoun(match: Match) -> Predication:
    """A pronoun that can be nothing but a subject."""
    return _subject(match)


@rule(
    """(?<= (?: ^ | <end|paragraph|double-quote> ) (?P<subject> <noun-group&wh|noun-group&relative> )
    <finite&!auxiliary> (?: <object> | <adp> ){1,6}? ) <finite>""",
    examples={
        "What worries doctors most is the cost.": "What – is", "What began in a row ended in court.": "What – ended",
    },
    rejects=["What is it that is wrong?"],
)
def what_worries_them_is(match: Match) -> Predication:
    """A free relative clause whose pronoun is its subject."""
    return _subject(match)


@rule(
    """(?<= (?: ^ | <end|paragraph|wh|comma|cconj|sconj|double-quote|colon|semicolon|dash|opening|relative>
    | <noun-group&wh|noun-group&relative> | <wh> <any>{1,3} | 'nor' | 'so' | <negation> <adv> ) <adv>? )
    <finite&auxiliary>
    (?= <noun-group&!object&!wh&!figure|num|det> ) (?= (?P<subject> <noun-group&!object&!wh|num|det> )
    (?: <cconj> <noun-group> )? (?P<verb> <adv&!wh>* <finite&!auxiliary|ing|participle> )? )""",
    examples={
        "Will the mayor resign?": "the mayor – resign", "Where is the mayor?": "the mayor – is",
        "Not only did the mayor resign.": "the mayor – resign",
    },
    rejects=["The mayor is a baker."],
)
def question(match: Match) -> Predication:
    """An auxiliary, its subject, and perhaps the verb that it belongs to."""
    inside = match.span_of("verb")
    subject = match.span_of("subject")
    assert subject is not None
    return Predication(inside[1] - 1 if inside else match.start, subject[0])


@rule(
    """(?<! <noun-group&subject|noun-group&it|noun-group&relative> <adv>{0,2} ) <finite&auxiliary&!copula>
    (?= (?P<subject> <noun-group&!object&!wh&!relative> ) (?: 'of' <noun-group> | <cconj> <noun-group> )?
    (?P<verb> (?: <adv&!wh> | <negation> )* <finite&!auxiliary|finite&copula> ) )""",
    examples={"Under no law will a mill reopen.": "a mill – reopen",
              "Never before had the clubs met.": "the clubs – met"},
    rejects=["Those who can the mayor hires."],
)
def never_had_she_left(match: Match) -> Predication:
    """Any other auxiliary before its subject and its verb."""
    inside, subject = match.span_of("verb"), match.span_of("subject")
    assert inside is not None
    assert subject is not None
    return Predication(inside[1] - 1, subject[0])


@rule(
    "(?<= (?: ^ | <end|paragraph|double-quote> ) <'so'|'such'> <adj|adv>? ) <finite&copula>"
    " (?= (?P<subject> <noun-group&!object&!wh> ) )",
    examples={"So strong was the wind that trees fell.": "the wind – was"},
    rejects=["So it was that the wind fell."],
)
def so_strong_was_the_wind(match: Match) -> Predication:
    """How something was, in front, and what was so."""
    return _subject(match)


@rule(
    """(?<= 'with' (?P<subject> <noun-group> ) (?: <cconj> <noun-group> )?
    (?: <adv> | <adp> <noun-group> | <participle> | <aside> ){0,3}
    | 'with' <noun-group> (?: <adv> | <adp> <noun-group> ){0,2} <ing|participle> (?: <adv> | <adp> <noun-group> ){0,2}
    <comma>? <cconj> (?P<subject> <noun-group> ) <adv>? ) <ing|participle>""",
    examples={"With prices rising, they left.": "prices – rising",
              "With the roof mended and the walls painted, it opened.": "the walls – painted"},
    rejects=["With that, rising prices fell."],
)
def with_prices_rising(match: Match) -> Predication:
    """An absolute: with, a subject, and a participle."""
    return _subject(match)


@rule(
    """(?<= (?: ^ | <end|paragraph> ) (?P<subject> <noun-group&owned> ) <adv>? ) <participle>
    (?= (?: <adv> | <adp> <noun-group|num> ){0,3} <comma> <noun-group&!object> <adv>? <finite> )""",
    examples={"Its harbour blocked by ice, the town waited.": "Its harbour – blocked"},
    rejects=["Its harbour blocked by ice needs help, the town said."],
)
def its_harbour_blocked(match: Match) -> Predication:
    """An absolute in front, with what somebody owns for its subject."""
    return _subject(match)


@rule(
    "(?<= (?P<subject> <noun-group&whose> ) (?: <adv&!wh> | <prepositional> | <comma> <noun-group> <comma> ){0,3} )"
    " <finite>",
    examples={"Tom Ray, whose dog barked, left.": "whose dog – barked"},
    rejects=["Tom Ray left."],
)
def whose_dog(match: Match) -> Predication:
    """The thing somebody owns, as subject of a relative clause."""
    return _subject(match)


@rule(
    """(?<= <noun-group> <comma>? <relative> (?P<subject> <noun-group&!object&!time> )
    <comma> <adv>? <noun-group> (?: <adp> <noun-group> )? <comma> <adv>? ) <finite>""",
    examples={"The plan, which Ann Lee, the mayor, called a disgrace, failed.": "Ann Lee – called"},
    rejects=["The plan, which failed, was a disgrace."],
)
def which_lee_the_mayor_called(match: Match) -> Predication:
    """A relative clause whose subject has an apposition."""
    return _subject(match)


@rule(
    """(?<= <comma|double-quote> <adv>? ) <finite&clause&!auxiliary>
    (?= (?P<subject> <noun-group&named&!time|noun-group&person|noun-group&subject> )
    (?: <comma|stop|end|double-quote|adp> | <adv> (?! <adv|adj>{0,2} <finite> ) | $ ) )
    | (?<= <double-quote> <comma>? | <comma> <double-quote> ) <finite&clause&!auxiliary>
    (?= (?P<subject> <noun-group&!object&!relative&!wh|num> ) (?: <!finite&!verb-group|participle> | $ ) )""",
    examples={"The war is over, said Ann Lee.": "Ann Lee – said", "“It is over,” said a clerk.": "a clerk – said",
              "“It is over,” said a clerk known as Ray.": "a clerk – said"},
    rejects=["He came, told Ann Lee the news and left."],
)
def said_she(match: Match) -> Predication:
    """A verb of saying, and who says it."""
    return _subject(match)


@rule(
    """(?<= (?: ^ | <end|paragraph|sconj|cconj|comma|double-quote|verb-group&clause&!hearer> )
    (?P<subject> <noun-group> )
    <sconj&'that'> <!comma&!cconj&!finite&!end>{1,8} <finite>
    (?: <adv|adj|infinitive|participle> | <adp> (?= <finite> )
    | <noun-group&!subject> <finite&base> <noun-group>
    | <noun-group&!subject> | <adp> <noun-group> ){0,4} ) <finite>""",
    examples={"The claim that they had crossed the border is false.": "The claim – is",
              "The claim that it will help us buy a bus is false.": "The claim – is",
              "But the claim that it had rained is false.": "the claim – is"},
    rejects=["He told the man that they had left."],
)
def claim_that_is(match: Match) -> Predication:
    """A noun, a clause that explains it, and its verb."""
    return _subject(match)


@rule(
    """(?<= <comma> (?P<subject> <noun-group&!relative&!wh&!time> ) (?: <adp> <noun-group> )?
    (?: <cconj> <noun-group> )? ) <finite&clause&!auxiliary>
    (?= (?: <adp>? <noun-group&time> )? <comma> <adv>{0,2} <finite> )""",
    examples={"Tom Ray, officials said, has left.": "officials – said", "It, aides and men say, is.": "aides – say"},
    rejects=["Tom Ray, a baker, said so."],
)
def officials_said(match: Match) -> Predication:
    """An attribution between commas: the subject before it belongs to the verb after it."""
    return _subject(match)


@rule(
    """(?<= <finite> <!finite&!end&!double-quote>{0,12} <comma>
    (?P<subject> <noun-group&!object&!relative&!wh&!time> ) <comma> <noun-group> (?: <adp> <noun-group> )? <comma> )
    <finite&clause&!auxiliary> (?= (?: <adp>? <noun-group> )? (?: <stop|end|paragraph> | <comma> <cconj|ing> | $ ) )""",
    examples={"The firm lost money last year, its founder, Tom Ray, said.": "its founder – said"},
    rejects=["The mayor, Ann Lee, a lawyer, said so.", "The firm, a baker, said it lost money."],
)
def its_founder_tom_ray_said(match: Match) -> Predication:
    """An attribution at the end whose subject has an apposition: it is no object of the verb before."""
    return _subject(match)


@rule(
    """(?<= (?: ^ | <end|paragraph> ) (?P<subject> <noun-group|det> | <many> )
    (?: <relative> <adv>? (?: <finite&clause&!auxiliary> <noun-group&!subject&!it&!expletive> | <finite> <expletive> )
    | <ing> <noun-group&!subject&!it&!expletive> (?: <adp> <noun-group> ){0,2} ) ) <finite>
    (?= (?: <sconj&'that'> <!finite>{0,10} <finite> )? <!finite>{0,30}
    (?: <cconj> <adv>? <finite> <!finite>{0,30} )? (?: <end|paragraph> | $ ) )""",
    examples={"Those who expect gifts are fools.": "Those – are",
              "A clerk who reported the fire recalled that it was late.": "A clerk – recalled",
        "Many who saw the play praised it and thanked her.": "Many – praised",
        "Marches urging a vote were held.": "Marches – were held"},
    rejects=["She knew men who say gifts are useful."],
)
def those_who_expect_gifts_are(match: Match) -> Predication:
    """The last verb of a sentence, after another clause with an object: else the subject would have no verb."""
    return _subject(match)


@rule(
    "(?<= <comma> <cconj>? <adv>? (?P<subject> <noun-group&figure|num> ) <adv>? ) <finite>",
    examples={"Three chose Lee, two Ray, and nine had not voted.": "nine – had not voted"},
    rejects=["He is, at nine, the youngest."],
)
def and_nine_had(match: Match) -> Predication:
    """So many at the end of a list, or a share: the verb of those before may be left out."""
    return _subject(match)


@rule(
    """(?<= (?P<subject> <no-apposition> <free> <noun-group&!object&!time&!subject&!it> )
    (?: <prepositional> | <coordinated> ){0,3}? <'all'|'both'|'each'> <adv>* ) <finite>""",
    examples={"The aides to Lee and Hall all left.": "The aides – left", "Tom and Ray each left.": "Tom – left"},
    rejects=["After the war all left."],
)
def aides_all_left(match: Match) -> Predication:
    """Several, and a pronoun that takes them up."""
    return _subject(match)


@rule(
    """(?<= (?P<subject> <expletive> | <no-apposition> <free>
    (?<! <verb-group&clause> <noun-group> (?: <adp> <noun-group> ){0,2} <cconj&!'but'> )
    (?: <noun-group&!object&!time|det> | <count> | <many> ) )
    (?: <adv&!wh> <comma>? | <comma> <adv> <comma> | <prepositional> | <coordinated> | <noun-group&time> | <emphatic>
    | <adp> <noun-group&named> <comma> <noun-group&named> <comma>? ){0,4}? )
    <finite>""",
    examples={
        "The head of the bank in Leeds resigned.": "The head – resigned",
        "It is late. Tom and Ray left.": "Tom – left",
        "It is late. Many in the town left.": "Many – left",
        "The clerk herself left.": "The clerk – left",
        "He said firms in Hull and Leeds left.": "firms – left",
    },
    rejects=["In the town was a fire."],
)
def near(match: Match) -> Predication:
    """The nearest noun group that no preposition governs."""
    return _subject(match)


@rule(
    """(?<= (?: ^ | <end|paragraph|sconj|cconj|double-quote> ) (?P<subject> <noun-group&person> )
    <comma> <noun-group&!person&!subject&!object&!relative&!wh&!time> (?: <adp> <noun-group> | <ing> <adj|adv> ){0,3}
    <adv&!wh>* )
    <finite>""",
    examples={"Tom Ray, head of the union said it was over.": "Tom Ray – said",
              "Tom Ray, a clerk living nearby said it was over.": "Tom Ray – said"},
    rejects=["It is late, Tom Ray, police said."],
)
def lee_head_of_it_said(match: Match) -> Predication:
    """A person and an apposition that no comma ends."""
    return _subject(match)


@rule(
    """(?<= (?: ^ | <end|paragraph> ) <cconj|adv>? <comma>? (?P<subject> <noun-group&!subject&!it&!relative&!wh&!time> )
    (?: <adp> <noun-group> (?: <cconj> <noun-group> )? | <ing|participle> <noun-group> ){0,3} <comma> )
    <finite&clause-alone&!auxiliary|finite&clause&perfect> (?= <noun-group|sconj|expletive|det> )""",
    examples={"Head of the dock board Ann Lee, said the quay was safe.": "Head – said",
              "The survey by the board and the bank, says there is no work.": "The survey – says"},
    rejects=["In the end, the town council, said Ann Lee, was right.", "The plan, said Ann Lee, was good."],
)
def board_head_lee_said(match: Match) -> Predication:
    """A subject that a comma parts from its verb, as an apposition's end would."""
    return _subject(match)


@rule(
    "(?<= (?<! <adj|participle> <num> ) <cconj>"
    " (?: <adv&!wh> | <comma> <adv> <comma> | <comma> <adp> <noun-group> <comma> ){0,2} ) <finite>",
    examples={"She came and saw it.": "She – saw"},
    rejects=["She came and he saw it.", "Those aged 60 and over were ill."],
)
def joined(match: Match) -> Predication:
    """A verb that `and` joins to the one before: they share a subject."""
    return Predication(match.start, SHARED)


@rule(
    "(?<= (?: ^ | <end|paragraph> ) <adp> (?: <noun-group> | <det> <adj> ) (?: <adp> <noun-group> )*"
    " <participle>? <comma>? )"
    " <finite&auxiliary> (?= (?P<subject> <noun-group> ) )",
    examples={"On the hill is a house.": "a house – is"},
    rejects=["The house on the hill is a ruin."],
)
def on_the_hill_is(match: Match) -> Predication:
    """A place, and what is there."""
    return _subject(match)


@rule(
    """(?<= (?: ^ | <end|paragraph> ) <adp> <noun-group&!owned> (?: <adp> <noun-group> ){0,2} )
    <finite&!base&!modal&!clause&!hearer>
    (?= (?P<subject> <noun-group&!object&!named&!pron> ) (?: <adp> <noun-group> )*
    (?: <stop|end|comma|relative> | $ ) )""",
    examples={"Down the road stands a mill.": "a mill – stands"},
    rejects=["Down the road the mill stands."],
)
def down_the_road_stands(match: Match) -> Predication:
    """A place, and what stands or lies there."""
    return _subject(match)


@rule(
    "(?<= (?P<subject> <wh&noun-group> ) (?: <noun-group&!object> <adv>* )? <finite> <object>* ) <finite&auxiliary>",
    examples={"What they want is clear.": "What – is"},
    rejects=["What is it?"],
)
def what_they_want_is(match: Match) -> Predication:
    """A free relative clause is the subject."""
    return _subject(match)


@rule(
    "(?<= (?P<subject> <no-apposition> <free> (?: <noun-group&!time&!object|det> | <count> | <many> ) ) <emphatic>?"
    " <between>{0,5}?"
    " ) <finite>",
    examples={
        "The firm that made it, a baker in Leeds, closed.": "The firm – closed",
        "The men seen by the clerk left.": "The men – left",
        "Children aged 10 to 12 slept.": "Children – slept",
        "Yet firms using robots grew.": "firms – grew",
        "A post shared more than ten times on it grew.": "A post – grew",
        "Acme, the maker of it, today closed.": "Acme – closed",
        "Tom Ray, a clerk in Leeds, whose house is new, wept.": "Tom Ray – wept",
    },
    rejects=["In the end, under the bridge, was a boat."],
)
def with_more_between(match: Match) -> Predication:
    """A noun group with an aside, a relative clause or the like before its verb."""
    return _subject(match)
