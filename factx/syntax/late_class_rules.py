"""The last rules that leave a word one class: they find the verb of a clause that would have none.

What they look at has been decided by the rules before them.
"""

from __future__ import annotations

from factx.syntax.class_rules import rule, word_classes

__all__ = ["word_classes"]

word_classes.let("no-verb", "<!verb&!aux&!end&!comma&!semicolon&!colon|ing|participle&!or-past>")
word_classes.let("clause-ends", "<no-verb>{0,16} (?: <end|comma|semicolon|colon|sconj|relative|wh|cconj> | $ )")

rule("exports-account-for", "<opens> <modifiers> <plural> <of-these> <adv>? [<singular&or-base>]"
     " <!noun&!verb&!aux> <clause-ends>",
     "base", wide=True,
     examples={"Exports account for a third of it.": "account", "Children in the district walk to school.": "walk"},
     rejects={"The sports account for him was new.": "account"})
rule("that-show-his", "<relative> <adv>? [<singular&or-base>] <det|possessive|pron|adj|plural>", "base",
     examples={"They have polls that show his lead.": "show"}, rejects={"The plan that ship had was good.": "ship"})
rule("farmers-in-the-town-plan-the", "<opens> <modifiers> <plural> <of-these> <adv>? [<singular&or-base>]"
     " <det|possessive|pron>", "base",
     wide=True,
     examples={"Farmers in the town plan the trip it takes to go there.": "plan"},
     rejects={"The farmers of the harvest plan were ill.": "plan"})
rule("council-cut-emissions",
     "<opens> <modifiers> <noun|propn> <of-these> <adv>? [<or-past&!participle&!aux>]"
     " <det|possessive|adj|num|plural|propn|object|'to'|adp&!'of'|adv> <clause-ends>", "past", wide=True,
     examples={"The council cut emissions by a fifth.": "cut"},
     rejects={"The council was cut off.": "cut", "The cut in fees hurt it.": "cut"})
rule("and-closed-several", "<past&verb> <no-verb-yet>{0,12} <noun|propn|num|adv> <cconj> <adv>? [<participle>]"
     " <num|det|possessive|object|adj|plural|propn>", "past", wide=True,
     examples={"They sold the land and planted new trees.": "planted"}, rejects={"They were seen and heard.": "heard"})
rule("mayor-plans-visit",
     "(?: ^ | <end|sconj|'that'> ) <modifiers> <singular|propn> <of-these> <adv>? [<plural&or-third>]"
     " <det|possessive|adj|singular|propn|object|'to'|adp&!'of'|adv> <clause-ends>", "third",
     wide=True,
     examples={"City mayor plans new bridge for trams": "plans"}, rejects={"The city plans were sold.": "plans"})
