"""The rules for function words: what that, this and what are, what opens a clause, and adverbs that may be more.

They see what `factx.syntax.noun_class_rules` has left.
"""

from __future__ import annotations

from factx.syntax.noun_class_rules import rule, word_classes

__all__ = ["rule", "word_classes"]

# that, this, these, what.

rule("people-that-work",
     "<plural> ['that'] <adv>? <singular&or-base> <adp|det|possessive|pron&!relative|'to'|adv|plural>",
     "relative",
     examples={"The people that work there are old.": "that"}, rejects={"The people said that work is hard.": "that"})
word_classes.let("opens", "(?: ^ | <end|comma|semicolon|colon|sconj|relative|double-quote|'that'> ) <adv|cconj>?")
word_classes.let("modifiers", "(?: <det|possessive>? <participle>? <adj|num|noun|propn>{1,4} <genitive> )?"
                              " <det|possessive>? <participle>? <adj|num|noun|propn>{0,4}")
word_classes.let("of-these", """(?: <cconj|participle>? <adp> (?: <cconj> <adp> )?
    <det|possessive>? <adj|num|noun|propn>{0,3} <noun|propn>
    | 'aged'? <'over'|'under'|'above'|'below'> <num>
    | 'aged' <num> (?: <'to'|'and'|punct> <num|'over'|'under'> )? ){0,2}""")
word_classes.let("of-one", "<det|possessive>? <adj|noun|propn|genitive>{0,4}")
word_classes.let("a-clause", "(?: 'that' <!verb&!aux&!end> | 'that' 'up' 'to' | 'how' | 'why' | 'whether' | <subject>"
                             " | <it> | <expletive> )")

rule("study-shows-that", "<opens> <of-one> <singular|propn> <of-these> <adv>? [<plural&or-third>] <a-clause>", "third",
     wide=True,
     examples={"The study of birds reports that rain helps.": "reports"},
     rejects={"The plans that failed were old.": "plans"})
rule("studies-show-that", "<opens> <modifiers> <plural> <of-these> <adv>? [<singular&or-base>] <a-clause>", "base",
     wide=True,
     examples={"Studies of sea ice show that rain helps.": "show"}, rejects={"The plan that failed was old.": "plan"})

rule("house-that-stands", "<noun|propn|num|pron&!subject&!object&!it&!relative&!wh> ['that'] <adv>? (?:"
     " <finite> | <participle> )", "relative",
     examples={"The house that stands there is old.": "that"}, rejects={"He said that it stands there.": "that"})
rule("house-that-she-has", "<noun&!clause-noun> ['that'] <subject|possessive>", "relative",
     examples={"The house that she has is old.": "that"}, rejects={"The fact that she left hurt him.": "that"})
rule("said-in-an-interview-that-she",
     "<'said'|'says'|'say'|'added'|'argued'|'insisted'|'claimed'|'announced'> <adv>?"
     " (?: <adp&!'of'> <det|possessive>? <adj|num|noun|propn|genitive|adv>{1,6} (?: 'this' <time-noun> )? ){1,3}"
     " ['that']"
     " <subject|possessive>", "sconj",
     wide=True,
     examples={"She said in an interview last week that she was ill.": "that"},
     rejects={"She saw in the town that she loved a new house.": "that"})
rule("that-is", "[<'that'&!relative>] <adv>? <aux|third&verb|modal>", "pron",
     examples={"That is good.": "That"}, rejects={"She said that rain is good.": "that"})
rule("of-girls-passed-and-54-percent",
     "<figure> 'of' <det|possessive>? <adj|noun|propn>{0,2} <plural>"
     " [<participle&or-past&!'asked'&!'polled'&!'surveyed'>] <cconj> <figure>", "past",
     examples={"Some 62% of girls passed and 54% of boys failed.": "passed"},
     rejects={"Some 62% of girls born and raised there left.": "born"})
rule("that-of-men", "<'while'|'and'|'but'|'than'|'with'|'to'|'for'|comma> [<'that'&!relative>] 'of'", "pron",
     examples={"Her share grew while that of Tom Hall fell.": "that"},
     rejects={"They said that of ten men five left.": "that"})
rule("that-stop", "[<'that'&!relative>] <stop|end>", "pron",
     examples={"He did that.": "that"}, rejects={"He did that work.": "that"})
rule("despite-all-that", "'all' ['that'] <punct|end>", "pron",
     examples={"Despite all that, they won.": "that"}, rejects={"She said that, if it rains, they stay.": "that"})
rule("this-is",
     "['this'|'these'|'those'] <aux|third|past|modal|punct|end|adp|cconj|adv|relative|base|pron|s-clitic|part>", "pron",
     examples={"These are good.": "These"}, rejects={"These plans are good.": "These"})
rule("that-failed", "[<'that'&!relative>] <adv>? <past&verb>", "pron",
     examples={"And that failed.": "that"}, rejects={"She said that they failed.": "that"})
rule("those-aged-60", "['those'] <participle|'aged'> <num|adp|adv|verb|aux|'to'|punct|det|possessive>", "pron",
     examples={"Those aged 60 left.": "Those"}, rejects={"Those aged men left.": "Those"})
rule("is-that-a", "(?: ^ | <end> ) <be> ['that'] <det|adj|propn|wh>", "pron",
     examples={"It failed. Is that a fact?": "that"}, rejects={"The fact is that a plan failed.": "that"})
rule("that-caused", "'that' [<participle>] <!'by'>", "past",
     examples={"The storm that caused it is over.": "caused"}, rejects={"The damage caused by it is small.": "caused"})
rule("that-house", "[<'that'&!relative>] <adj|num>? <singular>", "det",
     examples={"That house is old.": "That"}, rejects={"They said that houses are old.": "that"})
rule("what-colour", "['what'] <noun>", "det",
     examples={"What colour is it?": "What"}, rejects={"What is it?": "What"})
rule("what-analysts-call", "['what'] <adj|noun>{0,2} <plural|propn> <adv>?"
     " <saying&verb|'call'|'calls'|'called'|'describe'|'describes'|'described'>", "wh-pron",
     examples={"It is what analysts call a crash.": "what"}, rejects={"They asked what plans failed.": "what"})
rule("half-the-money", "['half'|'double'] <det|possessive>", "det",
     examples={"They lost half the money.": "half"}, rejects={"They lost half of it.": "half"})
rule("that-freight-volumes-fell", "['that'&!relative] <adj|singular|propn|num>{0,3} <plural> <adv>? <finite>", "sconj",
     examples={"She said on Monday that steel prices fell.": "that"}, rejects={"She saw that house.": "that"})
rule("said-that-rain-fell", "<verb|aux|clause-noun|adj|participle|'and'> ['that'] <noun-group> <adv>?"
     " <finite>", "sconj",
     examples={"She said that rain fell.": "that"}, rejects={"She saw that house.": "that"})
rule("told-her-on-monday-that",
     "<saying&verb> <noun|propn|object>? <adp>? <det|possessive>? <adj|num|noun|propn|hyphen|genitive>{0,6} <adv>?"
     " ['that'] <no-verb-yet>{1,12} <finite>", "sconj",
     examples={"She wrote in a statement that they fell.": "that"},
     rejects={"She bought the house that they saw.": "that"})

# Prepositions and adverbs that open a clause.

rule("by-selling", "(?: ^ | <!'such'&!'instead'&!'well'|end> ) [<adp|to>] <adv>? <ing>", "sconj",
     examples={"They paid by selling it.": "by"}, rejects={"They paid by cheque.": "by"})
rule("as-the-days-pass",
     "[<'as'|'after'|'before'|'until'|'till'|'than'|'since'|'like'|'upon'>] <noun-group> <adv>? <finite>",
     "sconj",
     examples={"It grows as the days pass.": "as", "He left before she came.": "before"},
     rejects={"He left before noon.": "before"})
rule("more-than-90-adults", "<'more'|'less'|'fewer'|'later'|'earlier'|'older'|'younger'> ['than']"
     " <num|currency|'half'>", "adv",
     examples={"A trial of more than 90 adults began.": "than"}, rejects={"She has more than they had.": "than"})
rule("after-a-failure-brought", "<'after'|'before'|'until'|'since'> <noun-group> <adv>? [<participle&or-past>]"
     " <noun|propn|det|possessive>", "past",
     examples={"They ran after a fire brought delays.": "brought"},
     rejects={"They ran after a fire set by Lee.": "set"})
rule("after-it-brought", "['after'|'before'|'until'|'since'] <noun-group> <adv>? <past&verb>", "sconj",
     examples={"They ran after a fire brought delays.": "after"}, rejects={"They ran after a fire.": "after"})
rule("after-talks-over-pensions-collapsed",
     "<'after'|'before'|'until'|'since'|'as'|'when'> <noun-group> (?: <adp> <noun-group> )? [<participle&or-past>]"
     " <'down'|'up'|'out'|'off'|'away'|'apart'>?"
     " (?: <stop|comma|end|figure> | 'by' <figure|num> | 'by' <det> <adj|'half'|'quarter'> <stop|comma|end> )", "past",
     examples={"They left after talks over pensions stalled.": "stalled", "They wept as the coffin passed.": "passed",
               "They left after the mill burned down.": "burned"},
     rejects={"They left after talks over pensions were stalled.": "stalled"})
rule("after-talks-of-pay-stopped",
     "['after'|'before'|'until'|'since'|'as'] <noun-group> (?: <adp> <noun-group> )? <adv>? <past&verb>", "sconj",
     examples={"They left after talks over pensions collapsed.": "after"},
     rejects={"They left after talks over pay.": "after"})
word_classes.let("some-of-them-left",
                 "<'some'|'many'|'several'|'most'|'none'|'few'|'all'|'both'|num>"
                 " (?: <adp> (?: <det|possessive>? <adj|noun|propn>{1,3} <genitive> )? <noun-group> )? <adv>?"
                 " (?: <finite> | <participle&or-past> <det|possessive|object|propn> )")
rule("after-some-of-them-left", "['after'|'before'|'until'|'since'] <some-of-them-left>", "sconj",
     examples={"She left after some of her aides had quit.": "after"},
     rejects={"She left after some of the talks.": "after", "It rose after ten years.": "after"})
rule("as-several-on-the-list-said", "(?: ^ | <end|comma|cconj|'even'> ) ['as'] <some-of-them-left>", "sconj",
     examples={"It fell, as several on the list had quit.": "as"},
     rejects={"It did as much as many had hoped.": "as"})
rule("after-the-town-s-new-mayor-said",
     "['after'|'before'|'until'|'since'|'as'|'than'] <det|possessive>? <adj|num|noun|propn>{0,2} <noun|propn>"
     " <genitive> <adj|noun|propn>{0,3} <noun|propn> (?: <adp> <noun-group> )? <adv>?"
     " <saying&past|saying&third&!or-plural|aux&!ing|modal>", "sconj", wide=True,
     examples={"She left after the town's new mayor said so.": "after"},
     rejects={"She left after the town's new fair.": "after"})
rule("since-monday-they-have", "['since'] <propn|num> <have>", "adp",
     examples={"Men held there since Monday have left.": "since"}, rejects={"Since he left, they have come.": "Since"})
rule("as-lee-a-baker-said",
     "(?: ^ | <end|comma> ) ['as'] <noun-group> <comma> <!comma&!verb&!end>{1,8} <comma> <adv>? <finite>", "sconj",
     examples={"As Lee, a baker, said, it rained.": "As"}, rejects={"As a baker, he said so.": "As"})
rule("as-city-press-secretary-tom-ray-said",
     "(?: ^ | <end|comma> ) ['as'] <modifiers> <noun|propn> <of-these> <adv|'first'>?"
     " <saying&past|saying&third&!or-plural|saying&base&!or-noun>", "sconj", wide=True,
     examples={"As city press secretary Tom Ray said, it rained.": "As"},
     rejects={"As head of the bank, he said so.": "As"})
rule("profit-before-tax",
     "(?: ^ | <end> ) <det|possessive>? <adj|noun>{0,3} <noun> ['before'|'after'|'like'] <noun>{1,2} <verb|aux>", "adp",
     examples={"It is late. Profit before tax was up.": "before"}, rejects={"He left before tax was due.": "before"})
rule("as-imports-of-steel-rise",
     "['as'] <noun-group> <'of'|'from'|'on'|'for'|'in'> <noun-group> <adv>? <finite>", "sconj",
     examples={"It shrinks as imports of steel grow.": "as"}, rejects={"He died as head of the bank.": "as"})
rule("for-days-pass", "<comma|end> ['for'] <noun-group> <adv>? <finite>", "sconj",
     examples={"They left, for the day was over.": "for"}, rejects={"Support for the plan was weak.": "for"})
rule("once-they", "['once'] <nominative>", "sconj",
     examples={"They eat once they are home.": "once"}, rejects={"They ate once a day.": "once"})
rule("once-the-dust-settles", "(?: ^ | <end|comma> ) ['once'] <!verb&!aux&!punct&!end>{1,6} <finite>", "sconj",
     examples={"It is late. Once the rain stops, they go.": "Once"},
     rejects={"It is late. Once a day, they go.": "Once"})

# both ... and, either ... or.

rule("both-and", "['both'] <noun|propn|adj|det|pron|possessive> <any>{0,5} 'and'", "cconj",
     examples={"Both Lee and Ray left.": "Both"}, rejects={"Both men left.": "Both"})
rule("either-or", "['either'] <any>{1,6} 'or'", "cconj",
     examples={"Either Lee or Ray left.": "Either"}, rejects={"Either of them left.": "Either"})

# Adverbs.

rule("points-out-ten", "<'point'|'points'|'pointed'|'pointing'> ['out'] <!adp>", "adv",
     examples={"They point out ten firms have closed.": "out"}, rejects={"They ran out of it.": "out"})
rule("close-to-half", "(?: ^ | <end|cconj|comma|sconj> ) ['close'] 'to' <num|'half'|'a'> <!noun>", "adv",
     examples={"Ten left, and close to half of them wept.": "close"}, rejects={"They close to the sea.": "close"})
rule("as-good-as", "['as'] <adj|adv> <any>{0,3} 'as'", "adv",
     examples={"It is as old as that.": "as"}, rejects={"He works as a cook.": "as"})
rule("sixty-and-over", "<num> <'and'|'or'> [<'over'|'under'|'above'|'below'|'up'>]", "adv",
     examples={"Those aged 60 and over were ill.": "over"}, rejects={"They paid 60 over a year.": "over"})
rule("more-than-doubled", "'more' ['than'] <past|participle>", "adv",
     examples={"Sales more than doubled.": "than"}, rejects={"More than ten came.": "than"})
rule("about-ten", "['about'|'around'|'under'] <num|currency|'half'>", "adv",
     examples={"About ten came.": "About"}, rejects={"He talked about it.": "about"})
rule("over-ten",
     "(?: (?: ^ | <!noun&!figure> ) | <noun|figure> (?= 'over' <num|currency> <!'days'&!'weeks'&!'months'&!'years'> ) )"
     " ['over'] <num|currency|'half'>", "adv",
     examples={"It took over three years.": "over", "The firm owes banks over $5 million.": "over"},
     rejects={"A rise over three years is due.": "over"})
rule("the-day-before",
     "['above'|'below'|'before'|'after'|'since'|'around'|'inside'|'outside'|'behind'|'along'|'across']"
     " <punct|end|cconj>",
     "adv",
     examples={"She had left the day before.": "before"}, rejects={"She had left before noon.": "before"})
rule("work-hard", "<verb&!be> [<adj&or-adv>] <punct&!hyphen|end|adp&!'of'|cconj>", "adv",
     examples={"They work hard.": "hard"}, rejects={"The work is hard.": "hard"})
rule("was-first-built",
     "(?: <be|have> | <nominative> | <relative> | <propn> ) <adv>? [<adj&or-adv>] <participle|past>", "adv",
     examples={"It was first built here.": "first", "The user who first sent it left.": "first",
               "Tom Hall first told them.": "first"},
     rejects={"It was the first.": "first"})
rule("much-better", "['much'|'far'|'little'|'even'|'just'|'right'] <adj|adv|participle>", "adv",
     examples={"It is far better.": "far"}, rejects={"The far side is better.": "far"})
rule("best-known", "['best'|'better'|'long'|'deep'|'early'] <participle>", "adv",
     examples={"The best known one left.": "best"}, rejects={"It is the best possible one.": "best"})
rule("first-they", "(?: ^ | <end> ) [<adj&or-adv>] <pron|det|comma>", "adv",
     examples={"It failed. First, they left.": "First"}, rejects={"It failed. First aid came.": "First"})
rule("most-including-her", "(?: ^ | <end> ) <cconj>? ['most'|'many'|'several']"
     " (?: <comma> 'including' | <aux&!ing|base&verb&!or-noun&!or-adj> )", "adj",
     examples={"It failed. But most, including Ann Lee, agree.": "most", "Most agree.": "Most"},
     rejects={"It failed most, including in May.": "most"})
rule("no-longer", "['no'] 'longer'", "adv",
     examples={"She no longer says so.": "no"}, rejects={"No man left.": "No"})
rule("well-comma", "(?: ^ | <end> ) [<'well'|'no'|'right'>] <punct>", "intj",
     examples={"It failed. Well, they left.": "Well"}, rejects={"It failed. They did well.": "well"})
