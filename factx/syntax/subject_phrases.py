"""What rules for subjects are made of: what may stand between a subject and its verb, and what can be a subject."""

from __future__ import annotations

from factx.engine.deciding import OneWay
from factx.records import NamedTuple
from factx.syntax.items import OVER_GROUPS, tag_sets

SHARED = -1
"""In place of a subject: that of the verb before it, which `and` joins."""


class Predication(NamedTuple):
    """A verb group and its subject, by their places among the items; a subject may be SHARED, or None."""

    verb: int
    subject: int | None


subjects: OneWay[Predication] = OneWay(
    "subjects", backwards=True, overlap="keep", captures=("subject",), lookup_tags=tag_sets, family=OVER_GROUPS
)
let = subjects.let

let("nominal", "<noun-group|num|det>")
# Himself: no other object stands between a subject and its verb.
let("emphatic", "<noun-group&object>")
# A number that counts somebody: no age, and no end of a range.
let("count", """(?<! <adj|participle|dash|noun-group> | <adj|participle> <adp> | <num> <cconj|adp|hyphen>
    | <noun-group> <'over'|'under'|'above'|'below'> ) <num>""")
let("age", """(?: <adj|participle> <adp>? | <'over'|'under'|'above'|'below'> ) <num>
    (?: <adp|cconj|dash|hyphen> <num|adv> )?""")
let("prepositional", """<adp> (?: <adv&!wh>? <adj> )? <nominal> (?: <cconj> <adv>? <adp>? <noun-group|num> )?
    | <adp> <cconj>? <adp> <nominal> | <adp> <det|cconj>? <adj> (?: <cconj> <adj> )? | <adp> <ing> <noun-group>?""")
let("aside", """<comma> <!comma&!finite>{1,24} (?: <comma> <!comma&!finite>{1,12} ){0,2} <comma>
    | <opening> <!opening&!closing>{1,30} <closing>
    | <dash> <!dash>{1,24} <dash>
    | <comma> <relative|adp|sconj|adv|ing|participle|adj|noun-group> <!comma&!double-quote>{1,24} <comma>""")
let("object", "(?: <adv|adj|infinitive|ing|participle|num|det> | <noun-group&!subject&!relative> | <prepositional> )")
let("relative-clause", """<comma>? <adp>? <relative> (?: <comma>? <adv> <comma>? )*
    (?: <noun-group&!object> (?: <comma> <noun-group> <comma> )? <adv>? )? <finite> <object>* <comma>?
    | <comma> <noun-group&whose> (?: <comma> <noun-group> <comma> )? <adv>? <finite> <object>* <comma>
    | <noun-group&whose> <adv>? <finite> <object>*""")
let("participial", """<age>
    | <comma>? <ing|participle> (?: <adv|adj> | <noun-group&!subject&!it> | <prepositional>
    | <sconj> <ing> <noun-group&!subject>? | <cconj> <noun-group&!subject&!it> )* <comma>?
    | <adj> <adv>? (?: <prepositional> | <infinitive> <adj>? )+ | <infinitive>
    (?: <adv|adj|noun-group> | <prepositional> )*""")
let("coordinated", "(?: <comma> <num> )? (?: <comma> <noun-group> ){0,4} <comma>? <cconj> <noun-group&!object>")
let("between", """(?: <adv&!wh> | <noun-group&time> | <prepositional> | <aside> | <relative-clause> | <participial>
    | <coordinated> | <comma> <noun-group&!subject> (?: <adp> <noun-group> ){0,3} (?= <comma> <noun-group&whose> )
    | <comma> <adv> <comma>? | <comma> <prepositional> <comma> | <double-quote> )""")
# Governed by no preposition, no second one of two that are joined, no object of a relative clause or of a participle
# that belongs to a noun.
let("free", """(?<! <adp&!'than'> | <!adv> 'than' | <participle> <adv> 'than' | <adp> <adv&!wh> | <adp> <adv&!wh>? <adj>
    | 'between' <noun-group> 'and'
    | <adp> <noun-group> 'or' | <adp|sconj> <ing>
    | <finite&clause-alone> <noun-group&!object> (?: <adp> <noun-group> )? <cconj&!'but'>
    | (?: ^ | <end|paragraph|comma|sconj|wh|colon|semicolon|dash|opening|double-quote|'both'> ) <noun-group>
      (?: <adp> <noun-group> ){0,2}
      (?: <comma> <num> )? (?: <comma> <noun-group> )* <comma>? <cconj&!'but'>
    | (?: ^ | <end|sconj> ) (?: <cconj|adv> <comma>? )? <noun-group> <ing&!clause> <noun-group>
      (?: <adp> <noun-group> )? (?: <comma> <noun-group> )* <cconj&!'but'>
    | <relative> <adv>? <finite&!clause>
    | (?: ^ | <end|sconj> ) (?: <cconj|adv> <comma>? )? <noun-group&!time> <ing&!clause|participle>
    | <noun-group&pron&!subject&!object&!it&!relative> <participle&naming> )""")
let("no-apposition", """(?<! (?: ^ | <end|paragraph> ) <noun-group&named&!time|noun-group&person>
    (?: <adp> <noun-group> )? <comma> )""")
let("many", """(?: (?<= (?: ^ | <end|paragraph|sconj|comma|cconj> ) <adv>? ) (?<! <adj> <cconj> ) <adj>
    (?= <adp> | <finite> | <relative> | <comma> <ing> ) )""")
