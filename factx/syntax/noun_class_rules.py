"""The rules for forms in -ing, and those that leave a word a noun: after an article, an adjective, a preposition.

They see what `factx.syntax.class_rules` has left.
"""

from __future__ import annotations

from factx.syntax.class_rules import rule, word_classes

__all__ = ["rule", "word_classes"]

# Forms in -ing: verbs.

rule("having-a-seat", "['having'] <det|possessive|adj|num|noun|'to'>", "ing",
     examples={"Having a seat helps.": "Having"}, rejects={"Having left, he fell.": "Having"})
rule("what-they-found-shocked", "(?: ^ | <end> ) 'what' <noun-group> <past&verb> [<participle&or-past>]", "past",
     examples={"It is late. What they found shocked us.": "shocked"}, rejects={"They found shocked men.": "shocked"})
rule("destroyed-40-homes", "<comma> [<participle&or-past>] <num&!figure> <plural>", "past",
     examples={"The fire, a big one, destroyed 40 homes.": "destroyed"},
     rejects={"They sell cars, used boats and vans.": "used"})
rule("raised-sales-3-percent", "<comma> [<participle>] <adj|noun|propn>{1,3} <'to'|'by'>? <figure>", "past",
     examples={"The firm, a baker, raised sales 3%.": "raised"}, rejects={"They sell cars, used boats.": "used"})
rule("meeting-the", "[<noun&or-ing>] <det|possessive|pron|propn>", "ing",
     examples={"Meeting the mayor helps.": "Meeting"}, rejects={"The meeting of the council failed.": "meeting"})
rule("began-training-two", "<past&verb|third&verb|base&verb> [<noun&or-ing>] <num&!figure>", "ing",
     examples={"They began training two dogs.": "training"}, rejects={"The meeting two days ago failed.": "meeting"})
rule("promising-to-go", "(?: <comma|sconj|'by'|'without'> | <be> <adv|negation>? ) [<adj&or-ing>]"
     " (?: <'to'|'that'|det> | <negation> 'just' <det> | <'lower'|'higher'|'more'> <plural> )", "ing",
     examples={"She left, promising to return.": "promising", "She won by promising a new mill.": "promising"},
     rejects={"It was a promising start.": "promising", "It fell by promising margins.": "promising"})
rule("left-promising-growth",
     "<noun|propn> <comma> ['promising'|'demanding'|'threatening'] <adj>? <noun> <stop|end|adp|'to'|cconj>", "ing",
     examples={"He cut the tax, promising growth in return.": "promising"},
     rejects={"They signed new, promising players on loan.": "promising"})
rule("warning-that",
     "<comma> <adv>? [<noun&or-ing>] 'that' (?: <nominative> | <det|possessive|propn|plural|num|adj|noun> )", "ing",
     examples={"They closed it, warning that it leaked.": "warning"},
     rejects={"They closed it, a warning that it leaked.": "warning"})
rule("with-60-percent-voting", "'with' <adv|'another'>? <figure> [<noun&or-ing>] <adp|to|det|pron|propn>", "ing",
     examples={"They struck, with 60% voting for it.": "voting"}, rejects={"It fell, with 60% funding cut.": "funding"})
rule("is-meeting", "(?: <be> | <nominative> ) <adv|negation>? [<noun&or-ing>]", "ing",
     examples={"She is meeting with them.": "meeting"}, rejects={"She left the meeting.": "meeting"})

# Adjectives.

rule("medium-sized-firms",
     "(?: ^ | <end|det|possessive|adp> | <adj> <cconj> ) <noun|adj> <hyphen> [<past&or-participle>] <noun|adj>",
     "participle",
     examples={"Small and medium-sized firms left.": "sized"}, rejects={"She hand-delivered letters.": "delivered"})

# Nouns.

rule("submarine-launch-technology", "<ing> <adj>? <singular> [<base&or-noun>] <singular|plural>", "noun",
     examples={"He is studying submarine launch technology.": "launch"},
     rejects={"Women using boats launch them.": "launch"})
rule("lee-and-ray", "(?: ^ | <end> ) [<adj&!participle>] 'and' <propn> <past|third|base|aux>", "noun",
     examples={"Lee and Bob left.": "Lee"}, rejects={"Hale and hearty men left.": "Hale"})
rule("ice-cover-in-the-bay-has",
     "(?: ^ | <end> ) <noun&!plural> [<base&or-noun>] <adp> <det>? <noun|propn> <aux&third>", "noun",
     examples={"Ice cover in the bay has shrunk.": "cover"}, rejects={"Tenants cover the bay.": "cover"})
rule("accuracy-of-34-percent-ranks-third",
     "'of' <figure> [<plural&or-third>] <'first'|'second'|'third'|'fourth'|'fifth'|'last'>", "third",
     examples={"A save rate of 34% ranks third.": "ranks"}, rejects={"They took 34% of ranks in the row.": "ranks"})
rule("half-passed-compared", "<figure> [<participle&or-past>] <comma>? <'compared'|'versus'|'against'>", "past",
     examples={"Of the girls, 71% passed, compared with 66% of the boys.": "passed"},
     rejects={"The 71% passed on, compared with 66%, is ours.": "passed"})
rule("but-causes-half", "'but' [<plural&or-third>] <figure> 'of'", "third",
     examples={"It takes 5% but causes 9% of it.": "causes"}, rejects={"It hit but causes of it are dark.": "causes"})
rule("the-richest-tenth", "<det> <adj|'top'|'bottom'> ['half'|'third'|'fifth'|'tenth'|'quarter']"
     " <figure|verb|aux|adp|punct|end|figure|cconj|relative>", "noun",
     examples={"The richest fifth got more.": "fifth", "The poorest third have less.": "third"},
     rejects={"The weak third quarter hurt it.": "third"})
rule("at-which-banks-can", "<adp> 'which' [<third&or-plural>] <adv|negation>? <modal|verb|aux&!ing>", "plural",
     examples={"It set the rate at which banks can lend.": "banks"},
     rejects={"It is the park in which she walks.": "walks"})
rule("a-20-year-low",
     "<det|possessive> (?: <num> <hyphen> )? <noun|adj|participle> ['low'|'high'] <'of'|'in'|punct|end>", "noun",
     examples={"It hit a 20-year low of five.": "low", "It is off its record high.": "high"},
     rejects={"It hit a low wall.": "low"})
rule("young-said", "(?: ^ | <end> ) [<adj&or-noun>] <saying&past|saying&third&!or-plural|opening>", "noun",
     examples={"It rained. White said so.": "White", "White (45%) leads.": "White"},
     rejects={"White voters said so.": "White"})
rule("a-press-briefing-there",
     "<adp> <det|possessive> <adj>{0,2} <noun> ['briefing'|'meeting'|'hearing'|'gathering'] <!det&!possessive>",
     "noun", examples={"They said at a joint press briefing there was none.": "briefing"},
     rejects={"They wrote to the union meeting the firm.": "meeting"})
rule("think-tank", "['think'] <'tank'|'tanks'>", "noun",
     examples={"Think tanks met.": "Think"}, rejects={"They think that it is late.": "think"})
rule("no-one", "'no' ['one']", "noun",
     examples={"No one came.": "one"}, rejects={"No man has seen one of them.": "one"})
rule("a-meeting-this-week",
     "<det|possessive> <noun|adj|propn>? [<ing&or-noun>]"
     " (?: <'this'|'that'|'next'|'last'> <time-noun> | <'this'|'next'|'last'> <propn> )", "noun",
     examples={"They held a press briefing this morning.": "briefing"},
     rejects={"Meeting the mayor this week helps.": "Meeting", "It has a letter saying that Lee left.": "saying"})
rule("the-plan", "<the> <adj>? [<base&!'say'>]", "noun",
     examples={"The new walk is long.": "walk"}, rejects={"They walk home.": "walk"})
rule("mayors-plan", "<genitive> <adj>? [<base>]", "noun",
     examples={"The mayor's lead shrank.": "lead"}, rejects={"They lead.": "lead"})
rule("mayors-conference-call", "<genitive> <adj>? <singular> [<base&or-noun>] <punct|end|cconj|adp|aux|verb>", "noun",
     examples={"He spoke on Friday's conference call and left.": "call"},
     rejects={"The mayor's staff claim it is over.": "claim"})
rule("pass-rates-rose", "(?: ^ | <end> ) [<base&or-noun>] <plural> (?: <adp> <det|possessive>? <noun|propn>{1,3} )?"
     " <past&verb&!or-participle>", "noun",
     examples={"It was late. Pass rates in towns rose.": "Pass"}, rejects={"It was late. Pass them on.": "Pass"})
rule("the-sea-walk", "<the> <singular> [<base&!'say'>] <!det&!possessive>", "noun",
     examples={"The sea walk is long.": "walk"}, rejects={"Friends of the mayor walk a lot.": "walk"})
rule("a-45-point-lead",
     "<'a'|'an'|'the'|possessive> <adj>? <num|adj|noun> <hyphen> <singular> [<base&or-noun>] <adp|punct|end|cconj>",
     "noun",
     examples={"She has a 45-point lead in it.": "lead", "They lost their double-digit lead.": "lead"},
     rejects={"Her co-workers lead in it.": "lead"})
rule("a-growing-lead", "<'a'|'an'> <adv>? <ing> [<base&or-noun>] <adp|punct|end|cconj>", "noun",
     examples={"It has a commanding lead on them.": "lead"}, rejects={"Growing towns lead in it.": "lead"})
rule("a-singles-match", "<'a'|'an'> <adj>? <plural> [<base&or-noun>]", "noun",
     examples={"She lost a singles match in Hull.": "match"}, rejects={"Their singles match its albums.": "match"})
rule("fired-tear-gas",
     "<noun|propn> <participle|past&verb&!'helped'&!'let'&!'made'&!'saw'&!'had'> [<base&or-noun>] <singular>", "noun",
     examples={"Police fired tear gas.": "tear"}, rejects={"The firm helped fund it.": "fund"})
rule("says-lead-author", "<third&verb|past&verb&!'helped'&!'let'&!'made'&!'saw'&!'had'> [<base&or-noun|base&or-adj>]"
     " <noun>{1,2} <propn>", "noun",
     examples={"It works, says lead author Ann Lee.": "lead"}, rejects={"She helped run Camp Lee.": "run"})
rule("good-plan", "<adj&!'worth'> [<base>]", "noun",
     examples={"It is a long, hard walk.": "walk"}, rejects={"They walk home.": "walk"})
rule("a-5-percent-cut", "<'a'|'an'|'the'|possessive> <adj>? <figure> <adj>? [<base&!'say'|ing&or-noun>]", "noun",
     examples={"They want a 10% cut in fees.": "cut", "She sold her 4% holding in it.": "holding"},
     rejects={"Some 10% cut costs.": "cut"})
rule("by-phone-from", "<adp> [<base&verb>] <adp|punct|end|cconj|third&verb|aux&!ing>", "noun",
     examples={"She went for walk after walk.": "walk"}, rejects={"She left to walk.": "walk"})
rule("the-right-of", "<det&!'those'|possessive> [<adj&!'other'&!'second'&!'third'&!'best'>]"
     " <adp&!'than'|stop|end|past&verb&!or-noun|third&verb&!or-plural|base&verb&!or-noun|aux&!ing>", "noun",
     examples={"The blue of the sky faded.": "blue"}, rejects={"It is bigger than that.": "bigger"})
rule("a-third-comma", "<'a'|'another'> [<'second'|'third'|'fourth'|'fifth'>] <comma|past&verb>", "noun",
     examples={"A third, Tom Ray, said so.": "third"}, rejects={"A third man said so.": "third"})
rule("a-village-elder-said", "<det|possessive> (?: <adj>? <noun> | <adj|participle>{1,3}"
     " | <noun> <hyphen> <participle> <adj>? ) [<adj&or-noun&!or-base>]"
     " <saying&past&!participle|saying&third&!or-plural>", "noun",
     examples={"A village elder said it rained.": "elder", "The young socialist said it rained.": "socialist"},
     rejects={"A man present said it rained.": "present"})
rule("the-board-s-new-chief",
     "<det|possessive|genitive> <adj>{0,2} ['chief']"
     " <adp|punct|end|or-past|past&verb|third&verb&!or-plural|aux&!ing|modal>",
     "noun",
     examples={"The town's new chief said so.": "chief", "They met the town's chief, Ann Lee.": "chief"},
     rejects={"The chief clerk left.": "chief"})
rule("attorney-general", "<noun|propn> ['general'|'chief'|'native']", "noun",
     examples={"The attorney general resigned.": "general", "The police chief resigned.": "chief"},
     rejects={"The general election was close.": "general"})
rule("the-right-to",
     "<det|possessive|adj|adp> ['right'|'past'|'top'|'general'|'present'|'good'|'public'|'average'|'other']"
     " <adp|'to'|stop|comma|end|cconj>", "noun",
     examples={"They have the right to stay.": "right"}, rejects={"It is the right place.": "right"})
rule("the-meeting-of", "<det|possessive|adj> <adj|adv>? [<ing>]"
     " <adp|punct|end|past&verb|third&verb|base&verb|aux&!ing|cconj>", "noun",
     examples={"The making of the film took years.": "making"}, rejects={"The growing town is rich.": "growing"})
rule("under-questioning", "<'under'|'during'|'amid'> [<ing>] <punct|end|adp|'that'|adv|past&verb>", "noun",
     examples={"He said under questioning that it fell.": "questioning"},
     rejects={"He left by boarding it.": "boarding"})
rule("the-meeting-a-failure", "<det|possessive> <adj>? [<ing>] <'a'|'an'|possessive>", "noun",
     examples={"They called the meeting a failure.": "meeting"}, rejects={"Meeting a friend helps.": "Meeting"})
rule("during-questioning-the-gang", "'during' [<ing>] <det|possessive|subject|propn|pron>", "noun",
     examples={"He said during questioning the gang had left.": "questioning"},
     rejects={"He left during growing unrest.": "growing"})
rule("called-the-ending-sad", "<'call'|'calls'|'called'|'calling'|'find'|'finds'|'found'|'considered'>"
     " <det|possessive> [<ing>] <adj|adv>{1,2} <punct|end>", "noun",
     examples={"They called the ending sad.": "ending"}, rejects={"They called the striking drivers.": "striking"})
rule("the-plans", "(?: <det&!one-only> | <possessive|adj> ) <adj>? [<third>]", "plural",
     examples={"The walks are long.": "walks"},
     rejects={"He walks home.": "walks", "This means that they left.": "means"})
rule("renting-tv-shows", "<ing&!saying> <propn|noun&!plural> [<third&or-plural>] <adp&!'to'|punct|end|cconj>", "plural",
     examples={"They stopped renting TV shows on Sundays.": "shows"},
     rejects={"She left, saying Lee walks by the sea.": "walks"})
rule("last-four-matches", "<det|possessive|adj|adp|verb> <num&!figure> [<third&or-plural>]", "plural",
     examples={"They lost three of four matches.": "matches"}, rejects={"Article 5 states that it is free.": "states"})
rule("five-suspects-were", "(?: ^ | <end> ) <num&!figure> [<third&or-plural>] <aux>", "plural",
     examples={"Five suspects were held.": "suspects"}, rejects={"One claims to be ill.": "claims"})
rule("cricket-matches-jumped", "<noun> [<third>] <adv>? <participle&or-past|past&verb> <figure>", "plural",
     examples={"Fees for cricket matches jumped 3%.": "matches"}, rejects={"The firm matches offers.": "matches"})
rule("of-plans", "<adp> [<third>]", "plural",
     examples={"He spoke of walks by the sea.": "walks"}, rejects={"He walks by the sea.": "walks"})
