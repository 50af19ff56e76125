"""The rules for the verb of a clause that would have none: they see the clause, after all other rules for classes."""

from __future__ import annotations

from factx.syntax.function_word_rules import rule, word_classes

__all__ = ["word_classes"]

word_classes.let("no-verb", "<!verb&!aux&!end&!comma&!semicolon&!colon|ing|participle&!or-past>")
word_classes.let("clause-ends", """(?: <no-verb> | <to> <adv>? <base> | <participle> <adv|adp>? 'by' ){0,16}
    (?: <end|comma|semicolon|colon|sconj|relative|wh|cconj> | $ )""")

rule("exports-account-for",
     "(?: <opens> <modifiers> | <figure> 'of' <det|possessive>? <adj|noun>{0,2} ) <plural> <of-these> <adv>?"
     " [<singular&or-base>] <!noun&!verb&!aux|ing> <clause-ends>",
     "base", wide=True,
     examples={"Exports account for a third of it.": "account", "Children in the district walk to school.": "walk",
               "Some 61% of nurses in the city walk to work.": "walk"},
     rejects={"The sports account for him was new.": "account"})
rule("records-show-ten",
     "<'figures'|'data'|'records'|'results'|'polls'|'surveys'|'documents'|'statistics'|'estimates'|'studies'>"
     " ['show'|'suggest'|'indicate'|'reveal'] <num|figure|adj|noun|propn>", "base",
     examples={"Police records show ten men left.": "show", "Bank data show debt is down.": "show"},
     rejects={"The records show was shut.": "show"})
rule("that-show-his", "<relative> <adv>? [<singular&or-base>] <det|possessive|pron|adj|plural>", "base",
     examples={"They have polls that show his lead.": "show"}, rejects={"The plan that ship had was good.": "ship"})
rule("farmers-in-the-town-plan-the", "<opens> <modifiers> <plural> <of-these> <adv>? [<singular&or-base|'back'>]"
     " <det|possessive|pron>", "base",
     wide=True,
     examples={"Farmers in the town plan the trip it takes to go there.": "plan",
               "Women over 40 back the ban.": "back"},
     rejects={"The farmers of the harvest plan were ill.": "plan"})
rule("council-cut-emissions",
     "<opens> <modifiers> <noun|propn> <of-these> <adv>? [<or-past&!participle&!aux>]"
     " <det|possessive|adj|num|plural|propn|object|'to'|adp&!'of'|adv> <clause-ends>", "past", wide=True,
     examples={"The council cut emissions by a fifth.": "cut"},
     rejects={"The council was cut off.": "cut", "The cut in fees hurt it.": "cut"})
rule("the-paper-also-attacked-lee",
     "<noun> <'also'|'never'|'often'|'repeatedly'> [<participle&or-past&!aux>] <propn>",
     "past", wide=True,
     examples={"The paper also attacked Tom Hall.": "attacked"},
     rejects={"They have also criticized Tom Hall.": "criticized"})
rule("and-closed-several", "<past&verb> <no-verb-yet>{0,12} <noun|propn|num|adv> <cconj> <adv>? [<participle>]"
     " <num|det|possessive|object|adj|plural|propn>", "past", wide=True,
     examples={"They sold the land and planted new trees.": "planted"}, rejects={"They were seen and heard.": "heard"})
rule("and-expressed-joy", "<past&verb> <!end>{0,30}? <cconj> <adv>? [<'expressed'|'voiced'|'conveyed'>] <noun>", "past",
     wide=True, examples={"She thanked them all, and expressed joy over it.": "expressed"},
     rejects={"She thanked them for the joy expressed there.": "expressed"})
rule("the-mayor-expressed-joy",
     "<propn> <comma> <!verb&!aux&!comma&!end>{1,10} <comma> [<'expressed'|'voiced'|'conveyed'>] <noun>", "past",
     wide=True, examples={"Ann Lee, mayor of Leeds, expressed joy over it.": "expressed"},
     rejects={"She thanked Ann Lee for the joy expressed there.": "expressed"})
rule("the-mayor-ann-lee-expressed-fears-that",
     "<noun|propn> <comma> <adv>? [<'expressed'|'voiced'|'conveyed'>] <adj>? <noun>"
     " <'that'|'it'|subject>", "past",
     examples={"The board, for its part, expressed hope that it would end.": "expressed"},
     rejects={"She shared the hopes, often expressed here, that it would end.": "expressed"})
rule("and-paid-tribute", "<past&verb> <!end>{0,30}? <cconj> <adv>? ['paid'] <'tribute'|'homage'>", "past", wide=True,
     examples={"She rose and paid tribute to him.": "paid"}, rejects={"They hired new and paid staff.": "paid"})
rule("cast-doubt-on", "<noun|propn|subject> <adv>? ['cast'] <'doubt'|'doubts'>", "past", wide=True,
     examples={"The dean cast doubt on it.": "cast"}, rejects={"The whole cast left.": "cast"})
rule("villages-cut-off-by", "<plural> [<base&or-participle|past&verb&or-participle&!'won'&!'led'&!'lost'&!'beat'>]"
     " <'off'|'out'|'up'|'down'|'back'>? 'by' <!figure&!num>",
     "participle",
     examples={"Crews reach villages cut off by mud.": "cut"}, rejects={"They cut off the road.": "cut"})
rule("the-club-sold",
     "(?: ^ | <end|comma|sconj> ) <det|possessive>? <adj|noun>{0,2} <noun> <det> <adj|noun>{0,2} <noun>"
     " [<participle&or-past>] <!'by'>", "past", wide=True,
     examples={"The players the club sold have left.": "sold"},
     rejects={"The players sold last year have left.": "sold"})
rule("taken-in-may-angered",
     "<noun|propn> <comma> <participle|ing|relative> <!comma&!end>{1,12} <comma> [<participle&or-past>]"
     " <plural|noun|adj|propn|det|possessive>", "past", wide=True,
     examples={"The decision, taken in secret, angered residents.": "angered"},
     rejects={"They sell cars, old bikes, used boats.": "used"})
rule("was-born-and-left",
     "<aux&past> <participle> <!verb&!aux&!end>{0,16} <comma> <cconj> <adv>? [<participle&or-past>]"
     " <noun|det|possessive|object|num|adj|propn>", "past", wide=True,
     examples={"She was born in Hull, the first of two, and left school early.": "left"},
     rejects={"They were seen, and left by all.": "left"})
rule("buys-land-drives-up-rents-and-ignores",
     "<third&verb|aux&third> <!verb&!aux&!end&!semicolon&!comma>{1,8} <comma> [<plural&or-third>]"
     " <'up'|'out'|'off'|'down'|det|possessive|object> <!verb&!aux&!end&!semicolon>{0,8} <cconj> <adv>? <third&verb>",
     "third", wide=True,
     examples={"It buys land, drives up rents and ignores them.": "drives"},
     rejects={"She sells cars, drives and tools and leaves.": "drives"})
rule("fell-in-may-and-spread-to",
     "<past&verb> <no-verb-yet>{0,12} <noun|propn|num|adv> <cconj> <adv>? ['spread'|'cut'|'burst'|'set']"
     " <'through'|'across'|'into'|'to'|'over'|'beyond'>", "past", wide=True,
     examples={"The fire started in a kitchen and spread through the roof.": "spread"},
     rejects={"They bought bread and spread for the table.": "spread"})
rule("will-drive-up-costs-and-force",
     "<modal|to> <adv|negation>{0,2} <base> <no-verb-yet>{0,6} <cconj> <adv>? [<singular&or-base>] <adj|num|propn>",
     "base", wide=True,
     examples={"It will drive up costs and force many out.": "force"},
     rejects={"It will hurt trade and force of arms.": "force"})
rule("figures-released-monday-show",
     "<comma> <det>? <adj|num|noun|propn>{0,3} <plural> (?: <no-verb> | <participle> ){0,8}"
     " ['show'|'suggest'|'indicate'|'reveal'] <stop|end>", "base", wide=True,
     examples={"It fell, results of a trial released Monday show.": "show"},
     rejects={"It fell, like the ratings of the show.": "show"})
rule("mayor-plans-visit",
     "(?: ^ | <end|sconj|'that'> ) <modifiers> <singular|propn> <of-these> <adv>? [<plural&or-third>]"
     " (?: (?: <det|possessive|adj|singular|propn|object|adp&!'of'|adv> | 'to' <base>? ) <clause-ends>"
     " | <sconj&!'that'|wh> )", "third",
     wide=True,
     examples={"City mayor plans new bridge for trams": "plans"}, rejects={"The city plans were sold.": "plans"})
rule("the-count-ends-early",
     "<det|possessive> <singular> [<plural&or-third>] <'early'|'late'|'today'|'soon'> <adp|stop|end>", "third",
     examples={"The talks fail and the count ends early on Saturday.": "ends"},
     rejects={"The count ends were frayed.": "ends"})
rule("acme-reports-more-than-half-left",
     "<propn> ['reports'|'estimates'|'notes'|'claims'] (?: 'more' | 'fewer' | 'less' | 'nearly' | 'almost' | 'about' )"
     " 'than'? <num|'half'> <!end&!semicolon>{0,8} <past&verb|third&verb|base&verb|aux&!ing|modal>", "third", wide=True,
     examples={"Hull News reports more than half of the clerks were ill.": "reports"},
     rejects={"Hull reports more than ten pages long were lost.": "were"})
rule("lee-claims-he-was",
     "<propn> [<plural&or-third&saying>] (?: <subject|it> <adv|negation>{0,2} <aux|modal|verb> | <propn&!time-noun> )",
     "third",
     examples={"The Attorney-General Tom Hall claims he was away.": "claims",
               "A clerk of Hull Town Council fears Tom Hall has left.": "fears"},
     rejects={"The claims he made were false.": "claims"})
rule("lee-points-out-the",
     "<propn|adj> ['points'|'sets'|'spells'] 'out' <det|possessive|num|figure|plural|propn|adj|adp|comma|stop>",
     "third",
     examples={"Tom Hall points out ten firms have closed.": "points"},
     rejects={"The points out there are hers.": "points"})
rule("lee-a-cook-who-was-out-notes-that",
     "(?: ^ | <end|sconj|'that'> ) <modifiers> <singular|propn> <of-these> <comma> <!end&!semicolon>{1,16} <comma>"
     " <adv>? [<plural&or-third>] <'out'|adv>? <a-clause>", "third", wide=True,
     examples={"Tom Hall, a cook who was out that day, points out that it rained.": "points"},
     rejects={"They had tools, which were old, and plans that failed.": "plans"})
rule("lee-who-was-out-notes-that", "<noun|propn> <dash> <!end&!dash>{1,20} <dash> <adv>? [<plural&or-third>] 'that'",
     "third", wide=True,
     examples={"In May, Tom Hall – who was out – notes that it rained.": "notes"},
     rejects={"They had tools – which were old – and plans that failed.": "plans"})
rule("lee-by-contrast-called",
     "(?: ^ | <end|sconj|'that'> ) <modifiers> <noun|propn> <of-these> <comma> <adp|adv> <no-verb>{0,5} <comma>"
     " <adv>? [<participle&or-past>] <det|possessive|object|adj|num|plural|propn|'that'|'to'>", "past", wide=True,
     examples={"Tom Hall of the union, by contrast, called the plan good.": "called"},
     rejects={"The plan, in part, drawn by Lee, is good.": "drawn"})
rule("farmers-by-a-margin-back",
     "(?: ^ | <end> ) <modifiers> <plural> <comma> <adp> <no-verb>{1,8} <comma> <adv>? [<singular&or-base|'back'>]"
     " <det|possessive|pron>", "base", wide=True,
     examples={"Farmers, by a wide margin, back the treaty.": "back"},
     rejects={"They came, by train, back the other day.": "back"})
rule("said-a-rise-hurt",
     "<saying> 'that'? <det|possessive> (?: <figure|adj|noun> ){0,4} <noun> <of-these> <adv>? [<participle&or-past>]"
     " <stop|end|det|possessive|object|plural|adj|num|propn> <clause-ends>", "past", wide=True,
     examples={"She said a sharp rise in rents hurt.": "hurt"},
     rejects={"She saw a rise hurt by rain.": "hurt"})
rule("people-aged-15-used",
     "'aged' <adp>? <num> (?: <cconj|'to'|punct> <num> )? [<participle&or-past>]"
     " <det|possessive|adj|object|plural|propn>", "past", wide=True,
     examples={"Only 2% of people aged between 15 and 24 used such hostels.": "used"},
     rejects={"Women aged 40 born there left.": "born"})
rule("lee-claims-workers-earn",
     "<propn> <adj>? [<plural&or-third&saying>] <det|possessive>? <adj|noun>{0,2} <noun> <adv|negation>?"
     " <base&verb|modal|aux&!ing>", "third", wide=True,
     examples={"Tom Hall claims dock workers earn too little.": "claims"},
     rejects={"The claims workers make are false.": "claims"})
rule("a-kilo-of-onions-costs-5-percent",
     "(?: ^ | <end|comma> ) <det> <adj>? <singular> 'of' <adj>? <plural> <adv>? [<plural&or-third>] <adv>? <figure>",
     "third", wide=True, examples={"A kilo of onions now costs 4% more.": "costs"},
     rejects={"The price of onions costs 4% fell.": "fell"})
rule("of-voters-named-the",
     "<figure> 'of' <det|possessive>? <adj|noun>{0,2} <plural> [<participle&or-past>]"
     " <det|possessive|propn> <clause-ends>", "past", wide=True,
     examples={"Some 37% of voters named the mayor.": "named"},
     rejects={"Some 37% of those given the drug died.": "given"})
rule("club-fear-he-could",
     "(?: ^ | <end> ) <modifiers> <noun|propn> <adv>? [<singular&or-base>] <subject|it>"
     " <adv|negation>? <modal|aux|verb> <adv|negation|aux|verb>{0,3} <clause-ends>", "base", wide=True,
     examples={"The club fear he could miss the final.": "fear"}, rejects={"The plan she made has failed.": "plan"})

rule("a-third-say-they",
     "<'third'|'half'|'quarter'|'fifth'|'tenth'|'majority'|'fewer'|'more'> <adv>? ['say'] <subject|it|expletive>",
     "base", examples={"Nearly a third say they left.": "say"}, rejects={"He has no more say in it.": "say"})
rule("some-note-that", "<'some'|'many'|'others'|'few'> <adv>? ['note'|'fear'|'hope'|'doubt'|'claim'|'worry'] 'that'",
     "base", examples={"But some note that it is late.": "note"}, rejects={"The note that she left is lost.": "note"})
rule("the-bank-and-the-union-estimate-that",
     "<opens> <modifiers> <noun|propn> <of-these> <cconj> <det|possessive>? <adj|noun|propn>{0,3} <propn>"
     " [<plural&or-third&saying>] 'that' <!verb&!aux&!end>{1,10} <finite>", "third", wide=True,
     examples={"The Tax Centre at Hull and Leeds College estimates that it would cost ten million.": "estimates"},
     rejects={"The plans of Hull and the Leeds claims that failed were old.": "claims"})
rule("some-fear-the-loss",
     "<opens> <'some'|'many'|'others'> <adv>? ['fear'|'hope'|'doubt'|'worry'|'claim'|'question'|'dispute']"
     " <det|possessive|subject|it|propn|plural>", "base",
     examples={"Some fear the loss may hurt the town.": "fear", "Many question the plan.": "question"},
     rejects={"Some fear was felt in the town.": "fear"})
rule("monday-evening-the-mayor", "<propn> ['evening']", "noun",
     examples={"On Monday evening the mayor left.": "evening"}, rejects={"She was evening the score.": "evening"})

# Auxiliaries before their subject, which what stands in front tells: a question, never, only in May.

word_classes.let("fronted", """(?: ^ | <end|double-quote|comma|cconj|semicolon|colon|dash> )
    (?: 'never' 'before'? | 'rarely' | 'seldom' | 'hardly' | 'scarcely' | 'barely' | 'nowhere' | 'neither' | 'nor'
    | 'so' | 'no' 'sooner' | <adp> 'no' <adj>? <noun> | <'only'|'not'> <!verb&!aux&!end&!comma&!subject>{1,8} )""")
word_classes.let("its-subject", "<noun-group> (?: 'of' <noun-group> )? <adv|negation>{0,2}")
word_classes.let("clause-opening", "(?: ^ | <end|double-quote|colon|semicolon|wh&adv|'what'|'whom'> | <fronted> )")
rule("did-the-firm-plan-it",
     "<clause-opening> <'did'|'does'|'do'> <det|possessive> <adj>{0,2} <noun|propn>{1,2} [<singular&or-base>]"
     " <end|stop|comma|adv|adj|det|possessive|pron|adp|'to'|'that'>", "base", wide=True,
     examples={"What did the firm plan?": "plan", "Did the council plan to sell it?": "plan"},
     rejects={"Did the council plan fail?": "plan"})
rule("should-the-deal-fail",
     "(?: ^ | <end|double-quote> ) <'should'|'will'|'would'|'can'|'could'> <det|possessive> <adj>{0,2}"
     " <noun|propn>{1,2} [<singular&or-base>] <end|comma|stop>", "base", wide=True,
     examples={"Should the deal fail, they will leave.": "fail"},
     rejects={"It is the should of the deal fail.": "fail"})
rule("rarely-has-she-left",
     "<clause-opening> ['has'] <its-subject> <participle|past&or-participle>", "aux-third", wide=True,
     examples={"Rarely has a mayor lost.": "has", "Has the mayor left?": "Has"},
     rejects={"She has the mayor followed.": "has"})
rule("seldom-does-she-leave", "<clause-opening> ['does'] <its-subject> <base>", "aux-third", wide=True,
     examples={"Seldom does the mayor leave.": "does"}, rejects={"She does the work.": "does"})
rule("had-she-left",
     "<clause-opening> ['had'] <its-subject> <participle|past&or-participle>", "aux-past", wide=True,
     examples={"Never before had the town won.": "had", "Had the mayor left, they would have won.": "Had"},
     rejects={"She had the roof mended.": "had", "He came and had the car washed.": "had"})
rule("only-then-did-she-leave", "<clause-opening> ['did'] <its-subject> <base>", "aux-past", wide=True,
     examples={"Only after the storm did the mayor leave.": "did"},
     rejects={"After the storm she did the work.": "did"})
rule("nor-have-they-left",
     "<clause-opening> ['have'] <its-subject> <participle|past&or-participle>", "aux-base", wide=True,
     examples={"Nor have the clerks agreed.": "have"}, rejects={"They have the clerks followed.": "have"})
