"""Rules over groups: which forms are past, of those that may be participles."""

from __future__ import annotations

from factx.engine.deciding import Deciding
from factx.engine.rules import Match
from factx.engine.tags import TagSet, kinds
from factx.syntax.inversion_rules import joined
from factx.syntax.items import OVER_GROUPS, Items, tag_sets

past: Deciding[int] = Deciding("past-forms", overlap="keep", captures=(), lookup_tags=tag_sets, family=OVER_GROUPS)


@past.rule(
    "(?<= <noun-group&subject|noun-group&it|noun-group&relative> (?: <adv> | <comma> <!comma&!finite>{1,8} <comma> )* )"
    " <participle&or-past>",
    examples={"He, in winter, denied it.": "denied"},
    rejects=["The man often denied a visit is ill."],
)
def she_walked(match: Match) -> int:
    """After a pronoun that is a subject."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> <adv>* ) <participle&or-past&!naming>
    (?= <adv>* <'up'|'off'|'out'|'down'>? (?: <noun-group&!time> | <det> ) )
    (?! (?<= <!clause> ) <noun-group> (?: <adp> <noun-group> )? <finite> )""",
    examples={"With that, the council reduced the fee.": "reduced", "The team held up traffic.": "held"},
    rejects=["A man called Lee left.", "The man seen on Monday left."],
)
def council_reduced_it(match: Match) -> int:
    """With an object of its own."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> <adv>* ) <participle&or-past&naming>
    (?= <noun-group&!named> (?: <det>? <double-quote>
    | <noun-group&!named&!time&!subject&!relative> (?: <comma|stop|end|cconj|adp> | $ ) ) )""",
    examples={"Critics called the plan a “farce”, but it went on.": "called",
              "They left when critics called the plan a farce.": "called"},
    rejects=["A song called “The Plan” is old.", "A man called Lee left."],
)
def called_it_a_farce(match: Match) -> int:
    """With an object, and what that is called."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> (?: (?: <adp> <noun-group> )? <adv>* | <comma> <!comma&!finite>{1,8} <comma> ) )
    <participle&or-past&clause>
    (?= <adv>? (?: <'on'|'in'|'at'> <noun-group> )? <sconj&'that'>
    | <ing> <!finite>{0,12} (?: <comma|end|paragraph> | $ ) )""",
    examples={"The trial heard that it was late.": "heard", "The court, a new one, heard that it was.": "heard",
              "The clerks denied on Monday that it was late.": "denied"},
    rejects=["The claim denied by her is that it was late.", "A claim made that day is false."],
)
def trial_heard_that(match: Match) -> int:
    """With a clause that it governs."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> (?: <adp> <noun-group> )? <comma> <participle> <!comma&!finite>{1,8} <comma> <adv>* )
    <participle&or-past&!naming> (?= <noun-group&!time|det> )""",
    examples={"A clerk at the mill, reached by phone, denied it.": "denied"},
    rejects=["A clerk, reached by phone, seen by all, left."],
)
def reached_by_phone_denied_it(match: Match) -> int:
    """Behind a participle between commas, with an object of its own."""
    return match.start


@past.rule(
    """(?<= (?: ^ | <end|paragraph> ) <cconj|adv>? (?: <adp> <noun-group> <comma> )? <noun-group&!object&!it>
    (?: <adp> <noun-group> ){0,2} <comma> (?: <!finite&!end&!double-quote&!or-past>
    | <relative|noun-group&whose> <noun-group>? <adv>? <finite> ){1,24} <comma> <adv>* ) <participle&or-past>
    (?= <'on'|'for'>? <noun-group|det> ) (?! <!comma&!end>{0,6} 'by' | <!comma&!end>{1,6} <comma> <adv>? <finite> )""",
    examples={"The mayor, Ann Lee, denied what she called a lie.": "denied",
              "In May, Ann Lee, a clerk who was first in it, called it a lie, and it was.": "called"},
    rejects=["The mayor, Ann Lee, seen by all, left.", "The mill, the old one, called the Ray house, is shut."],
)
def lee_who_was_first_in_it_called_it_a_lie(match: Match) -> int:
    """Behind what stands between commas after its subject, with an object of its own."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> <comma>? <relative|sconj&'that'> <noun-group&!object> <comma>
    <adv|adj>* <noun-group> (?: <adp> <noun-group> )? <comma> <adv>* ) <participle&or-past> (?! 'by' )""",
    examples={"A plan that Ann Lee, then a clerk, described as a disgrace ended.": "described"},
    rejects=["The plan, a draft, described as a disgrace, ended."],
)
def which_she_a_clerk_described(match: Match) -> int:
    """In a relative clause whose subject has an apposition."""
    return match.start


@past.rule(
    """(?<= <finite> <!finite&!end>{0,24} <comma> <noun-group&!object&!time> (?: <adp> <noun-group> )? )
    <participle&or-past&clause&!naming> (?= (?: <adp>? <noun-group&time> )? (?: <stop|end|paragraph> | $ ) )""",
    examples={"It was short of staff, the inquest heard.": "heard"},
    rejects=["It was late, the inquest held by them heard."],
)
def the_inquest_heard(match: Match) -> int:
    """In an attribution that ends its sentence."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> <comma> <participle> 'by' <!finite>{1,16} <comma> <adv>* )
    <participle&or-past> (?! 'by' ) (?= <!finite>{0,40} (?: <end|paragraph> | $ ) )""",
    examples={"The wing, led by Ann Lee, called for cuts.": "called"},
    rejects=["The wing, led by Ann Lee, is called for."],
)
def wing_led_by_lee_called(match: Match) -> int:
    """The only other form, after a passive participle between commas."""
    return match.start


@past.rule(
    """(?<= <sconj|wh> <!finite&!comma&!end&!sconj&!wh>{0,5} <noun-group&!object> <adv>* ) <participle&or-past>
    (?= <!finite&!or-past>{0,10} (?: <end|paragraph|comma|cconj|semicolon> | $ ) )""",
    examples={"It was late when a bus overturned near Hull.": "overturned"},
    rejects=["When a bus seen near Hull left, it was late."],
)
def when_it_walked(match: Match) -> int:
    """The only verb of a clause that a word opens."""
    return match.start


@past.rule(
    """(?<= (?: ^ | <end|paragraph> ) <cconj|adv>? <sconj&!'that'|wh&!noun-group> <!comma&!end>{1,24} <comma>
    <noun-group&!object&!time> (?: <adp> <noun-group> ){0,2} <adv>* ) <participle&or-past> (?! 'by' )
    (?= <!finite&!or-past&!end&!cconj>{0,24} (?: <end|paragraph|sconj&'that'> | <cconj> <adv>* <finite|or-past>
    <!finite&!or-past&!end>{0,24} (?: <end|paragraph|sconj&'that'> | $ ) | $ ) )""",
    examples={"As the men fled, an aide called it mad and said that it was over.": "called"},
    rejects=["As the men fled, a house built in May and sold in June was lost."],
)
def as_men_fled_she_left(match: Match) -> int:
    """The first verb behind a clause in front, and none but one joined to it follows."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> <comma>? (?: <relative> | <adp> <relative> <noun-group&!object> ) <adv>? <finite>
    <adj|adv>? (?: <adp>? <noun-group> ){0,2} <comma>? )
    <participle&or-past&naming|participle&or-past&clause|participle&or-past&hearer>
    (?= <noun-group&!named|det|num> | <noun-group&named> <noun-group&!named> )
    | (?<= <noun-group&!object> <comma>? <relative> <adv>? <finite> <adj|adv>? (?: <adp>? <noun-group> ){0,2} <comma> )
    <participle&or-past> (?= <noun-group&object|noun-group&it|noun-group> <adp&'as'> | <sconj&'that'> )""",
    examples={"The man who sent the note called it a lie.": "called",
              "The club, of which she was a member, called it a lie.": "called"},
    rejects=["The man who sent a dog called Rex left."],
)
def who_left_called_it(match: Match) -> int:
    """Behind a relative clause that its subject has."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> <comma>? <noun-group&whose> <adv>? <finite> <adj|adv>? (?: <adp> <noun-group> )?
    <comma>? ) <participle&or-past> (?= <noun-group&!named|det|num> )""",
    examples={"The man whose van was taken called the police.": "called"},
    rejects=["The man whose van was seen by men called Lee is ill."],
)
def whose_van_was_taken_called(match: Match) -> int:
    """Behind a relative clause with what its subject owns, with an object."""
    return match.start


@past.rule(
    "(?<= <noun-group> <comma>? <relative|sconj&'that'> <noun-group&!object> <adv>* ) <participle&or-past&clause>"
    " (?= <finite> )"
    " | (?<= <noun-group&wh> <noun-group&!object> <adv>* ) <participle&or-past> (?! 'by' )"
    " (?= <adp|end|comma|'as'> | (?<= <naming> ) <noun-group|det> | (?<= <clause> ) <finite&auxiliary> )",
    examples={"It was what the clerks described as a farce.": "described",
              "What a clerk called a farce ended.": "called",
              "It was a plan that clerks warned would fail.": "warned"},
    rejects=["It was what men described by her had done."],
)
def what_clerks_called(match: Match) -> int:
    """In a free relative clause."""
    return match.start


@past.rule(
    "(?<= <sconj> <noun-group&!object> <adv>* ) <participle&or-past> (?= <adv|adp>? (?: <noun-group|det|num> ) )",
    examples={"If the town held up the deal, they left.": "held"},
    rejects=["If the deal held up by them fails, they leave."],
)
def if_the_town_held(match: Match) -> int:
    """In a clause that a conjunction opens, with an object."""
    return match.start


@past.rule(
    """(?<= <noun-group&!object> <adv>* ) <participle&or-past>
    (?= <adv|adj|'up'|'down'|'by'|'to'>{0,2} <noun-group&figure> )""",
    examples={"The index reduced to 3 percent.": "reduced"},
    rejects=["The index, halved to 3 percent, fell."],
)
def index_closed_down(match: Match) -> int:
    """With a figure to which something moved."""
    return match.start


@past.rule(
    """(?<= <finite> <any>{1,24}? <cconj> (?: <adv> | <comma> | <adp> <noun-group|num> )* ) <participle&or-past>
    (?= <adv>* (?: <noun-group|num|det> | <adp> ) )
    | (?<= <finite&past&!passive|finite&perfect&!passive> <cconj> <adv>* ) <participle&or-past>
    (?= <noun-group&!time|num|det|sconj&'that'> )""",
    examples={"She left the room and denied it.": "denied",
              "The firm has confirmed and denied the talks.": "denied"},
    rejects=["It was refused at once and denied.", "The dog was found and named Rex."],
)
def and_walked(match: Match) -> int:
    """Joined to a verb before it, with an object."""
    return match.start


@past.rule(
    """(?<= <finite&!passive> <!finite>{0,24} <cconj> (?: <adv> | <comma> | <adp> <noun-group|num> )* )
    <participle&or-past&clause> (?= <adv>* (?: <ing> | <sconj&'that'> ) )""",
    examples={"She said it was late but denied causing it.": "denied"},
    rejects=["It was said at once and denied by them."],
)
def but_denied_doing(match: Match) -> int:
    """Joined to a verb before it that is no passive, with what it says."""
    return match.start


@past.rule(
    """(?<= <finite&!passive&!copula> <!finite&!participle&!infinitive>{0,12}? <noun-group> <cconj> <adv>? )
    <participle&or-past>
    (?= <stop|end|paragraph> | $ )""",
    examples={"She gave him a book and left.": "left"},
    rejects=["It was refused at once and denied.", "They had it washed and dried."],
)
def gave_it_and_left(match: Match) -> int:
    """Joined to a verb before it that is no passive, at the sentence's end."""
    return match.start


@past.rule(
    "(?<= <comma> <cconj> <adv>* <noun-group&!object> <adv>* ) <participle&or-past> (?! 'by' )",
    examples={"Fares rose, but volumes held up.": "held"},
    rejects=["It fell on cars, and boats used by clubs."],
)
def but_volumes_held(match: Match) -> int:
    """Behind a comma and a conjunction, with a subject of its own."""
    return match.start


@past.rule(
    "(?<= (?: ^ | <end|paragraph> ) <!finite>{0,24} <noun-group> <!finite&!or-past>{0,12} ) <participle&or-past>"
    " (?! (?<= <comma|cconj> <any> ) 'by' ) (?= <!finite>{0,40} (?: <end|paragraph> | $ ) )",
    examples={"The minister denied it.": "denied"},
    rejects=["The man denied a visit is ill."],
)
def only_verb(match: Match) -> int:
    """The only verb of its sentence."""
    return match.start


def decided(items: Items) -> Items:
    """The items, inverted verbs tagged with what their auxiliaries give them, past forms among participles as such."""
    items = joined(items)
    read = [(items.sentence_of(place), rule, place) for _, rule, place in past.deciding(items, items.encoded)]
    others = {sentence for sentence, rule, _ in read if rule != ONLY}
    found = [place for sentence, rule, place in read if rule != ONLY or sentence not in others]
    if not found:
        return items
    items = _with_past(items, found)
    # One past form shows another that is joined to it in its sentence.
    more = [
        place for start, end in dict.fromkeys(map(items.sentence_of, found))
        for _, _, place in past.deciding(items, items.encoded, start, end)
    ]
    return _with_past(items, more) if more else items


def _with_past(items: Items, places: list[int]) -> Items:
    return items.with_tags({place: kinds.tags[items.kinds[place]] - _OPEN | _DECIDED for place in places})


ONLY = "only-verb"
"""The rule for the one verb of a sentence, which it is only if no other rule finds one."""
_OPEN: TagSet = frozenset({"participle", "or-past", "passive"})
_DECIDED: TagSet = frozenset({"finite", "past"})
