"""Rules over groups: auxiliaries that stand before their subject, each with the verb that they belong to."""

from __future__ import annotations

from factx.engine.deciding import Deciding
from factx.engine.rules import Match
from factx.engine.tags import TagSet, kinds
from factx.syntax.items import OVER_GROUPS, Items, tag_sets

inverted: Deciding[int] = Deciding(
    "inverted-verbs", overlap="keep", captures=(), lookup_tags=tag_sets, family=OVER_GROUPS
)
inverted.let("its-subject", "<noun-group&!object&!wh&!relative> (?: 'of' <noun-group> | <cconj> <noun-group> )?"
                            " (?: <adv&!wh> | <negation> )*")


def _verb(match: Match) -> int:
    return match.end - 1


@inverted.rule(
    """(?<= (?: ^ | <end|paragraph|comma|cconj|double-quote|colon|semicolon|dash|opening|wh&adv> | <noun-group&wh>
    | 'nor' | 'so' | <negation> <adv> ) <adv>{0,2} )
    <finite&auxiliary> (?: <its-subject> <participle|ing>
    | <noun-group&subject|noun-group&it> <adv&!wh>* <finite&past&!auxiliary> )""",
    examples={"Is the mayor leaving?": "leaving", "Why was she freed?": "freed", "Has the ferry left?": "left"},
    rejects=["The baker is a man seen at the fire."],
)
def is_she_leaving(match: Match) -> int:
    """A question, or a clause with a negation in front."""
    return _verb(match)


@inverted.rule(
    "(?<! <noun-group&subject|noun-group&it|noun-group&relative> <adv>{0,2} ) <finite&auxiliary&!copula>"
    " <its-subject> <finite&base|participle|finite&past>",
    examples={"Never before had the clubs met.": "met", "Under no law will a mill reopen.": "reopen",
              "Only then did the mayor resign.": "resign"},
    rejects=["Those who can the mayor hires."],
)
def never_had_she_left(match: Match) -> int:
    """Any auxiliary but a form of be, with a subject and a verb after it."""
    return _verb(match)


def joined(items: Items) -> Items:
    """The items, those of verbs whose auxiliary stands before their subject tagged with its tense and number."""
    changed: dict[int, TagSet] = {}
    for place, _, verb in inverted.deciding(items, items.encoded):
        changed[verb] = _with_auxiliary(kinds.tags[items.kinds[verb]], kinds.tags[items.kinds[place]])
    return items.with_tags(changed) if changed else items


def _with_auxiliary(own: TagSet, auxiliary: TagSet) -> TagSet:
    """The tags of a verb with those that its auxiliary gives it."""
    tags = own - _FORMS | {"finite"} | auxiliary & _GIVEN
    if own.isdisjoint({"participle", "or-past", "past"}):
        return tags
    return tags | {"passive"} if "copula" in auxiliary else tags - {"passive"} | {"perfect"}


_FORMS: TagSet = frozenset({"participle", "or-past", "ing", "base", "present", "past"})
_GIVEN: TagSet = frozenset({"past", "present", "modal", "future", "negated"})
