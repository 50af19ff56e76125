"""The rules that leave a word one class, in their order: each sees what those before it have left.

A rule is named by an example; the word in question stands in square brackets. What a word can be is in the lexicons
(`factx.syntax.words`); a rule only picks among that. Rules in a row that leave the same class run at once.
"""

from __future__ import annotations

from factx.engine.rewriting import Rewriter
from factx.syntax.words import CLASSES, tag_sets, tags

word_classes = Rewriter(
    "classes", classes={name: frozenset(own.split()) for name, (_, own) in CLASSES.items()}, lexicons=("syntax",),
    lookup=tags, lookup_tags=tag_sets,
)
rule = word_classes.rule

word_classes.let("finite", "<past&verb|third&verb|base&verb|modal|aux&past|aux&third|aux&base>")
word_classes.let("noun-group",
                 "(?: <det|possessive>? (?: <adj|num|noun|propn|participle> <hyphen>? ){0,3} <noun|propn> | <pron> )")
word_classes.let("no-verb-yet", "<!verb&!aux&!end&!relative&!semicolon&!comma&!cconj|'and'|ing>")
word_classes.let("the", "<det&!'all'&!'these'&!'those'&!'both'|possessive>")
word_classes.let("asked", "<'polled'|'surveyed'|'asked'|'questioned'|'interviewed'|'canvassed'|'sampled'>")
word_classes.let("nominative", "<subject|it|'you'>")

# The genitive; 's is a verb after a word that owns nothing.

rule("that-s-over", "<pron|'that'|'here'|'how'|'where'|'when'|'why'> [<s-clitic>]", "aux-third",
     examples={"That's over.": "'s", "Here's a seat.": "'s"}, rejects={"The mayor's seat is free.": "'s"})
rule("let-s", "'let' [<s-clitic>]", "pron",
     examples={"Let's keep it open.": "'s"}, rejects={"The outlet's door is open.": "'s"})
rule("prosecutors-document", "<plural|propn> [<punct&or-genitive>] <adj|noun|propn|num>", "genitive",
     examples={"The clerks’ letter was lost.": "’"}, rejects={"She called it ‘the end’ of it.": "’"})
rule("lee-s-not", "<noun|propn|adv> [<s-clitic>] <'not'|'been'|'going'|'about'>", "aux-third",
     examples={"The singer's not been ill.": "'s"}, rejects={"Lee's dog is ill.": "'s"})

# Adjectives: in names, and of amount before what there is more of.

rule("aged-10", "['aged'] <num>", "adj",
     examples={"Children aged 10 left.": "aged"}, rejects={"The aged actor left.": "actor"})
rule("national-convention", "(?: ^ | <!'mr'&!'mrs'&!'ms'&!'dr'> )"
     " [<propn&common-adj&!'new'&!'saint'&!'general'&!'major'>] <propn|plural>", "adj",
     examples={"They met at the Central Library.": "Central"},
     rejects={"They flew to New York.": "New", "They met Mr White Smith.": "White"})
rule("more-of-it", "['more'|'most'|'much'|'less'] 'of'", "adj",
     examples={"Most of it sank.": "Most"}, rejects={"It was most unfair.": "most"})
rule("more-noise", "['more'|'most'|'much'|'less'|'only'|'enough'|'further'|'later'|'even'|'very'] <noun|propn>", "adj",
     examples={"They made more noise.": "more"}, rejects={"They were more cautious.": "more"})
rule("the-said-firm", "<det> ['said'] <noun|propn>", "adj",
     examples={"The said firm has closed.": "said"}, rejects={"She said so.": "said"})
rule("a-man-said-to-be",
     "<noun> ['said'|'believed'|'thought'|'alleged'|'reported'|'understood'|'rumoured'] 'to' <be|have|base>",
     "adj",
     examples={"A man said to be rich left.": "said"}, rejects={"Ann Lee said to wait.": "said"})
rule("sources-close-to", "<noun|propn|'those'|'people'> ['close'] 'to' <noun|propn|det|pron|possessive>", "adj",
     examples={"Those close to her left.": "close"}, rejects={"Those shops close now.": "close"})
rule("how-much-is-left", "'how' ['much'|'little'] <!adv>", "adj",
     examples={"Nobody knows how much is left.": "much"}, rejects={"It is much better.": "much"})
rule("a-record-5-percent", "<det|possessive> ['record'] <figure>", "adj",
     examples={"It hit a record 5%.": "record"}, rejects={"It set a record of 5%.": "record"})
rule("at-least", "'at' ['least'|'most'|'best'|'last'|'first'|'large'|'present']", "adj",
     examples={"At least ten came.": "least"}, rejects={"She likes it least.": "least"})
rule("wages-last-year",
     "<noun|propn> <adv>? ['last'|'next'] <time-noun|'winter'|'spring'|'summer'|'autumn'|'season'>", "adv",
     examples={"They cut wages last year.": "last"}, rejects={"The wages of last year were cut.": "last"})
rule("have-long-opposed", "<have> ['long'] <adv>? <past&or-participle|participle>", "adv",
     examples={"They have long opposed the ban.": "long"}, rejects={"They have long hair.": "long"})
rule("wages-yesterday", "<noun&!propn> ['yesterday'] <!noun&!propn&!genitive>", "adv",
     examples={"They cut wages yesterday.": "yesterday"}, rejects={"They left yesterday.": "yesterday"})
rule("neither-told-nor",
     "<have|be|modal|subject|it|noun|propn> ['neither'] <verb|aux|or-past> <!end&!stop>{0,12} 'nor'", "adv",
     examples={"He has neither told nor paid them.": "neither"}, rejects={"Neither told nor paid, he left.": "Neither"})
rule("have-both-since-doubled",
     "<have|be|modal> <adv>? ['since'|'both'|'all'|'each'|'himself'|'herself'|'itself'|'themselves'] <adv>?"
     " <past|participle|or-ing|base&verb>", "adv",
     examples={"Prices have since doubled.": "since", "He will himself go.": "himself"},
     rejects={"They have left since then.": "since", "She has all the fabled gold.": "all"})
rule("operating-profit",
     "['operating'] <'profit'|'profits'|'loss'|'losses'|'income'|'margin'|'margins'|'cost'|'costs'|'revenue'>", "adj",
     examples={"Acme operating profit fell.": "operating"}, rejects={"Firms operating in Leeds left.": "operating"})
rule("shipping-firms-argue",
     "(?: ^ | <end|colon> ) [<ing>] <noun>? <plural> <adv>? <'say'|saying&base&!or-noun|saying&past>", "adj",
     examples={"Shipping firms argue that it failed.": "Shipping"},
     rejects={"Shipping firms say, is a risk.": "firms", "Leaving firms alone helps them.": "Leaving"})
rule("too-close", "<'too'|'very'|'quite'> [<base|noun>] <'to'|'for'|punct|end|cconj>", "adj",
     examples={"It is too close to call.": "close"}, rejects={"They close the door.": "close"})
rule("be-close", "<be> <adv|negation>? [<base&or-adj>] <punct|end|'to'|adp|cconj>", "adj",
     examples={"The vote will be close.": "close"}, rejects={"They will close.": "close"})
rule("sacked-coach-ann-lee",
     "(?: ^ | <end|colon> ) [<past&!saying|participle&!saying>] <adj>? <singular> <propn>", "adj",
     examples={"Sacked coach Ann Lee left.": "Sacked"}, rejects={"Added spokesman Tom Hall: it is over.": "Added"})
rule("rising-costs", "(?: ^ | <end|colon|'of'> | 'there' <be> ) [<describing>] <adj>? <noun>", "adj",
     examples={"Rising costs hurt them.": "Rising", "There are growing signs of it.": "growing"},
     rejects={"Prices were rising.": "rising"})
rule("outside-experts-say", "(?: ^ | <end|cconj> ) ['outside'] <plural> <adv>? <saying&base|saying&past>", "adj",
     examples={"Outside experts say it is late.": "Outside"}, rejects={"Outside the mill they said so.": "Outside"})
rule("alcohol-related-crashes", "<noun> ['related'|'based'] <noun>", "adj",
     examples={"There are fewer alcohol related crashes.": "related"}, rejects={"She related the tale.": "related"})
rule("a-further-cut", "<'a'|'the'|'any'|'no'|possessive> ['further'] <noun|base&or-noun|participle&or-past>", "adj",
     examples={"It made a further cut.": "further"}, rejects={"They will further cut costs.": "further"})
rule("the-remaining-5-percent", "<det|possessive> ['remaining'] <figure>", "adj",
     examples={"The remaining 5% is hers.": "remaining"}, rejects={"Those remaining 5% apart lost.": "apart"})

# Participles: after have and be.

rule("united-airlines", "(?: ^ | <end|!det&!possessive> ) ['united'] <propn>", "adj",
     examples={"She met United States senators.": "United", "United Airlines staff left.": "United"},
     rejects={"United they stand.": "United", "She left the United States.": "United"})
rule("secretary-general", "<propn|noun> <hyphen> ['general']", "noun",
     examples={"The Secretary-General left.": "General"}, rejects={"A general strike was called.": "general"})
rule("united-nations", "[<propn&or-participle>] <propn>", "participle",
     examples={"She works at the Broken Hill Museum.": "Broken"}, rejects={"Broken glass lay there.": "glass"})
rule("an-emailed-letter", "<det|possessive> <adv>? [<past&or-participle>] <noun|propn|adj>", "participle",
     examples={"She sent an emailed letter.": "emailed"}, rejects={"The mayor told reporters.": "told"})
rule("offers-added-speed", "<noun|propn|it|cconj> <third&verb&!or-plural> [<past&or-participle>] <noun>", "participle",
     examples={"The road provides added speed.": "added"}, rejects={"The road, he says, added noise.": "added"})
rule("of-those-polled", "<'of'|'for'|'among'> 'those' [<asked>]", "participle",
     examples={"Half of those asked like him.": "asked"}, rejects={"Those who asked like him.": "asked"})
rule("voters-asked-said", "<plural|'those'> [<past&verb&or-participle&!have&!'said'>]"
     " <past&verb|third&verb&!or-plural|base&verb&!or-noun|'say'|modal|aux&!ing>",
     "participle",
     examples={"The voters told were glad.": "told"}, rejects={"The voters told lies.": "told"})
rule("two-confirmed-cases", "<num&!figure> ['confirmed'|'suspected'|'reported'|'alleged'|'pledged'|'proposed'] <noun>"
     " <aux|modal|adp|stop|end>",
     "participle",
     examples={"Two confirmed cases were reported.": "confirmed"}, rejects={"Two confirmed it.": "confirmed"})
rule("tests-carried-out-in-hull-suggest",
     "<plural> [<past&verb&or-participle>] <'out'|'up'|'off'> (?: <adp> <det>? <adj|noun|propn>{1,4} )?"
     " <adv>? <saying&base&!or-noun|saying&past|'show'>",
     "participle",
     examples={"Tests carried out in Hull suggest it is safe.": "carried"},
     rejects={"Crews carried out tests in Hull.": "carried"})
rule("when-told", "<'when'|'if'|'as'|'while'|'once'|'unless'|'until'|'although'|'though'> <adv>?"
     " [<past&or-participle>]",
     "participle",
     examples={"When told about it, she left.": "told"}, rejects={"When they told him, he left.": "told"})
rule("with-its-budget-cut",
     "(?: ^ | <end|comma> ) 'with' <det|possessive>? <adj|num|noun|propn>{0,3} <noun|propn> <adv>?"
     " [<past&or-participle>] <comma|end|stop|cconj|'by'|'in'|'at'|'on'>", "participle",
     examples={"With its budget slashed, it closed.": "slashed"},
     rejects={"With that the mayor closed it.": "closed", "Those familiar with the plan left, she said.": "left"})
rule("has-told", "<have|be> <adv|negation|'long'|'first'>{0,2} [<past>]", "participle",
     examples={"He has not told them.": "told", "She was told.": "told"}, rejects={"He told them.": "told"})
rule("thought-to-be",
     "<noun|propn> <comma> [<'thought'|'believed'|'said'|'known'|'expected'|'understood'|'reported'|'set'>]"
     " <to|participle|'dead'|'missing'>",
     "participle",
     examples={"The fire, thought to be small, grew.": "thought"}, rejects={"She thought it was small.": "thought"})
rule("dug-up-in-a-quarry",
     "<noun|propn> <comma> [<past&verb&or-participle>] <adv|'up'|'off'|'out'>? <adp> <no-verb-yet>{1,10} <comma>"
     " <base&verb|third&verb|past&verb|aux&!ing>", "participle",
     examples={"The bones, dug up in a field in May, belong to a horse.": "dug"},
     rejects={"He came, dug up a bone, and left.": "dug"})
rule("a-letter-posted-on-it-said", "(?: ^ | <end> ) <det> <adj|noun>{1,3} [<past&verb&or-participle>] <adp>"
     " <no-verb-yet>{1,10} <adv>? <'said'|'says'>", "participle",
     examples={"A letter posted on the site said so.": "posted"}, rejects={"A man left in May, said Ann Lee.": "left"})
rule("has-spread", "<have> <adv|negation>{0,2} [<singular&or-participle>] <!noun&!propn&!adj&!'of'>", "participle",
     examples={"The flu has spread among them.": "spread"}, rejects={"The flu has a wide spread.": "spread"})
rule("asked-whether", "(?: ^ | <end|double-quote> ) [<past&or-participle>] <adp|'whether'|'if'|'why'|'how'>",
     "participle",
     examples={"It was late. Asked about it, she left.": "Asked"}, rejects={"She asked about it.": "asked"})
rule("was-shot-in", "<be> <adv|negation>{0,2} [<singular&or-participle>]"
     " <adp&!'of'|stop|end|comma|cconj|'while'|'when'|'dead'>",
     "participle",
     examples={"He was shot during the row.": "shot"}, rejects={"It was cost of living.": "cost"})
rule("has-cast-doubt", "<have> <adv>? ['cast'] <'doubt'|'doubts'>", "participle",
     examples={"The report has cast doubt on it.": "cast"}, rejects={"They have cast members.": "cast"})
rule("has-lee-told", "<have|be> (?! <participle> ) <noun-group> [<past>]", "participle",
     examples={"Was the bank told?": "told"},
     rejects={"The bank told them.": "told", "It is understood two men had left.": "had"})
rule("there-has-been", "'there' <have> <adv>? ['been']", "participle",
     examples={"There has been a fire.": "been"}, rejects={"She has been ill.": "been"})

# Prepositions.

rule("to-the-house", "['to'] <det|possessive|propn|plural|num|pron|third&or-plural>", "adp",
     examples={"They went to the house.": "to"}, rejects={"They went to sleep.": "to"})
rule("to-peace", "['to'] <noun&!or-base|adj&!or-base>", "adp",
     examples={"It was the road to happiness.": "to"}, rejects={"They want to plan it.": "to"})
rule("to-school", "['to'] <destination&noun&!propn> <punct|end|adp|adv|cconj|sconj|wh|relative|verb|aux>", "adp",
     examples={"They walk to school.": "to"}, rejects={"They want to school the horse.": "to"})
rule("back-to-work",
     "<'back'|'go'|'goes'|'went'|'gone'|'going'|'come'|'came'|'coming'|'return'|'returned'|'drive'|'walk'|'way'> ['to']"
     " 'work' <punct|end|adp|cconj|adv>", "adp",
     examples={"They went back to work.": "to"}, rejects={"They want to work.": "to"})
rule("spoken-to-agrees", "['to'] <third&verb&!base&!noun>", "adp",
     examples={"Everyone she spoke to agrees.": "to"}, rejects={"They want to agree.": "to"})
rule("in-addition-to",
     "<'according'|'addition'|'response'|'relation'|'comparison'|'contrary'|'thanks'|'access'|'damage'> ['to']"
     " <singular>",
     "adp",
     examples={"It is a response to fear.": "to"}, rejects={"They want to fear nothing.": "to"})
rule("according-to-initial-reports", "'according' ['to'] <!end>", "adp",
     examples={"He fell, according to initial reports.": "to"}, rejects={"He came to initial it.": "to"})
rule("since-last-week", "['since'] <'last'|'early'|'late'|'mid'> <noun> <adp|punct|end>", "adp",
     examples={"It is down since last week.": "since"}, rejects={"It is down since last week was cold.": "since"})
rule("since-may", "['since'] <num|propn|'then'>", "adp",
     examples={"He has been ill since May.": "since"}, rejects={"Since she left, he has been ill.": "Since"})
rule("because-of-rain", "['because'] 'of'", "adp",
     examples={"They stayed because of the rain.": "because"}, rejects={"They stayed because it rained.": "because"})

# Verbs in their base form.

rule("to-plan-it", "<to> [<singular|adj|adv|adp|past|participle>]", "base",
     examples={"They want to plan it.": "plan"}, rejects={"The plan is good.": "plan"})
rule("to-quickly-plan", "'to' <adv> [<singular|adj>]", "base",
     examples={"They want to quickly plan it.": "plan"}, rejects={"The quickly drawn plan is good.": "plan"})
rule("will-plan", "<modal> <adv|negation>{0,2} [<singular|adj|past|participle|'back'>]", "base",
     examples={"She will not plan it.": "plan", "They would back Lee.": "back"},
     rejects={"Her will is a plan.": "plan"})
rule("could-she-plan", "(?: <modal|'let'> <pron> | 'please' ) <adv>? [<singular|adj|past|participle>]", "base",
     examples={"Could she plan it?": "plan", "Let us plan it.": "plan", "Please note that it is shut.": "note"},
     rejects={"She liked the plan.": "plan"})
rule("they-like-it", "<subject|'you'> <adv>? ['like'] <det|possessive|object|it|plural|'to'>", "base",
     examples={"I find that they like it.": "like"}, rejects={"He treats them like dogs.": "like"})
rule("would-like-a",
     "<modal> <adv|negation|pron>{0,2} [<'like'|'do'|'have'>] <det|possessive|pron&!subject|num|adj|'to'>", "base",
     examples={"They would like a seat.": "like"}, rejects={"It looks like a seat.": "like"})
rule("did-staff-notice",
     "(?: ^ | <!noun&!propn&!pron&!num|end> ) <'did'|'does'> <det|possessive>? <noun|propn> [<singular&or-base>]"
     " <det|possessive|pron|noun|propn|adp|stop|end>", "base",
     examples={"Only then did staff notice it.": "notice"}, rejects={"They did staff work.": "work"})
rule("do-they-plan", "<do> <adv|negation|pron>{0,2} [<singular|adj|past|participle|adp|aux&base>]", "base",
     examples={"Do they plan it?": "plan", "They do not like us.": "like"}, rejects={"Do not act like us.": "us"})
rule("have-a-seat", "['have'|'do'] (?! 'long' <participle> ) <adv>?"
     " <det|possessive|pron&!subject&!'you'|num|adj|noun|propn|'to'|adp>", "base",
     examples={"They have a seat.": "have"}, rejects={"The unions have long argued so.": "have"})
rule("what-they-have", "['have'] <stop|end|comma>", "base",
     examples={"It is all they have.": "have"}, rejects={"It is all they have done.": "have"})
rule("there-are", "'there' <adv>? [<be&base>]", "base",
     examples={"There are no seats.": "are"}, rejects={"The seats are free.": "are"})
rule("there-will-be", "'there' <modal> <adv|negation>? ['be']", "base",
     examples={"There will be rain.": "be"}, rejects={"It will be wet.": "be"})
rule("they-plan", "<nominative> <adv>? [<singular|adj>]", "base",
     examples={"They often plan it.": "plan"}, rejects={"Their plan is good.": "plan"})
rule("clerks-point-out-that", "<plural|'they'|'who'> <adv>? ['point'] 'out' <'that'|'how'>", "base",
     examples={"Those who know these things point out that it fell.": "point"},
     rejects={"It came to a point out of reach.": "point"})
rule("farmers-plan-the", "<plural> [<singular>] <det|possessive|pron>", "base",
     examples={"Farmers harvest the wheat.": "harvest"}, rejects={"The harvest is good.": "harvest"})
rule("lee-and-ray-plan-the", "<propn> <'and'|'or'> <propn>{1,2} <adv>? [<singular&or-base>]"
     " <det|possessive|pron>", "base",
     examples={"Ann Lee and Tom Ray plan the trip.": "plan"}, rejects={"The Lee and Ray plan was bad.": "plan"})
rule("papers-show-comma", "<comma> <det|possessive|adj|noun|propn>{0,3} <plural> [<singular&or-base>] <comma>", "base",
     examples={"The men, court papers show, had left.": "show"},
     rejects={"The plans, the show, and all failed.": "show"})
rule("who-plan-the", "'who' <adv>? [<singular|adv|adj>] <det|possessive|object>", "base",
     examples={"Those who plan the trip left.": "plan"}, rejects={"They asked who plan B was for.": "plan"})
rule("those-who-plan", "<plural|'those'|'people'> 'who' <adv>? [<singular&or-base>]", "base",
     examples={"Those who rent privately left.": "rent"}, rejects={"They asked who rent control was for.": "rent"})
rule("and-plan-the", "<cconj|comma|adv> <adv>? [<singular>] <det|possessive|object>", "base",
     examples={"They sit and plan the trip.": "plan"}, rejects={"They have a map and plan for it.": "plan"})
rule("plan-the", "(?: ^ | <end> ) <adv>? [<singular>] <det|possessive|object>", "base",
     examples={"It was late. Plan the trip early.": "Plan"}, rejects={"It was late. Plan B failed.": "Plan"})

word_classes.let("of-an-age",
                 "<num|adp> <hyphen> (?: <adp|cconj> <num> <hyphen> | <num> <hyphen> )? (?: <noun> <hyphen> )?")
rule("of-tenants-plan",
     "(?: <figure> 'of' <det|possessive>? <of-an-age>? <adj|noun|propn>{0,2} <plural|propn|'those'> <participle>?"
     " | <'half'|'third'|'quarter'|'most'|'many'> 'of' 'those' <participle> )"
     " (?: <adp> <propn>{1,3} | 'aged' <num> <punct|'to'> <num> )? <adv>? [<singular|'back'>]", "base",
     examples={"61% of tenants in Leeds fear eviction.": "fear", "61% of farmers back the tax.": "back",
               "61% of 18- to 24-year-olds smoke.": "smoke", "Half of those polled back the tax.": "back"},
     rejects={"61% of tenant fear was unfounded.": "fear"})
rule("of-those-30-percent-plan", "'of' <'those'|'these'|'them'|'whom'> <comma>? <adv>? <figure> <adv>? [<singular>]",
     "base", examples={"Of those, 61% plan to leave.": "plan"}, rejects={"Of those, 61% of the plan is new.": "plan"})
rule("of-shops-or-35-percent-plan",
     "'of' <det|possessive>? <adj|noun|propn>{0,2} <plural> <comma> 'or' <adv>? <num>? <figure> <comma> <adv>?"
     " [<singular&or-base>]", "base",
     examples={"A third of shops, or 35%, plan to close.": "plan"},
     rejects={"The sale of shops, or 35%, fell.": "sale"})
rule("shipments-surge-8-percent", "<plural|propn> <adv>? [<singular|'top'>] <figure>", "base",
     examples={"Exports surge 8%.": "surge"}, rejects={"A surge of 8% was seen.": "surge"})
rule("women-account-for-4-percent", "<plural|'women'|'men'|'people'> ['account'] 'for' <figure>", "base",
     examples={"Women account for 4% of it.": "account"}, rejects={"Women leave an account for 4% of it.": "account"})
rule("foreigners-own", "<noun|propn|subject|relative|'third'|'fifth'|'tenth'> <adv>? ['own']"
     " <figure|num|det|possessive|noun&!'goal'&!'goals'|propn>", "base",
     examples={"Foreigners own a third of it.": "own", "The richest fifth own land.": "own"},
     rejects={"She has her own house.": "own"})
rule("ten-percent-plan",
     "(?: ^ | <end|cconj|sconj|comma|colon|semicolon|saying&verb|adv|'some'|'only'|'about'> ) <figure> <adv>?"
     " [<singular|'back'>] <'to'|'that'|det|possessive|pron|propn|adj|participle>", "base",
     examples={"Some 25% plan to leave.": "plan", "A poll found 37% favour a ban.": "favour"},
     rejects={"The 25% plan failed.": "plan"})

# Verbs in the third person.

rule("has-a-seat", "['has'|'does'] <adv>?"
     " <det|possessive|pron&!subject|num|adj&!'long'&!'first'|noun|propn|'to'|adp|punct|end>", "third",
     examples={"She has a seat.": "has"}, rejects={"She has left.": "has"})
rule("there-is", "'there' <adv>? [<be&third>]", "third",
     examples={"There is no seat.": "is"}, rejects={"The seat is free.": "is"})
rule("she-plans", "(?: <nominative> | <relative> ) <adv>? [<plural>]", "third",
     examples={"She plans it.": "plans"}, rejects={"Her plans are good.": "plans"})
rule("and-notes-that", "<third&verb> <no-verb-yet>{0,16} <cconj> <adv>? [<plural&or-third>]"
     " (?: 'that' | <colon> <double-quote> )", "third",
     examples={"She calls the plan bold but notes that it failed.": "notes",
               "He looks up and mutters: “It is late.”": "mutters"},
     rejects={"She calls the fears and hopes real.": "hopes"})
rule("lee-trails-on-3-percent", "<propn> <adv>? [<plural&or-third>] <adp> <figure>", "third",
     examples={"Tom Hall trails on 41%.": "trails"}, rejects={"Figures for Leeds trails on foot fell 41%.": "trails"})
rule("lee-plans-the", "(?: ^ | <!num> ) <singular|propn> [<plural&or-third>] <det|possessive|object>", "third",
     examples={"The council plans a sale.": "plans"}, rejects={"The council plans were sold.": "plans"})
rule("it-works-lee-notes",
     "<finite> <any>{0,24} <comma|double-quote>"
     " (?: <det>? <propn>{1,4} | <det> <adj|noun>{0,2} <singular> <propn>{0,3} )"
     " [<saying&plural&or-third>] <adv>? <stop|end>", "third", wide=True,
     examples={"It works, Tom Hall notes.": "notes", "It works, the union claims.": "claims"},
     rejects={"They sold ink, the hotel notes and pens.": "notes"})
rule("the-road-lee-notes-comma", "<comma> (?: <propn>{1,3} | <det> <adj|noun>{0,2} <singular> )"
     " [<saying&plural&or-third>] <comma>", "third",
     examples={"The road, Hall notes, is closed.": "notes"},
     rejects={"The road, the rail claims and it are old.": "claims"})
rule("the-mayor-ann-lee-claims-it", "<noun|propn> <comma> <!comma&!verb&!end&!cconj>{1,8} <comma>"
     " [<saying&plural&or-third>] (?: <'that'>? (?: <nominative> | <possessive|expletive> ) | 'that' <propn|plural> )",
     "third",
     examples={"Her brother, a nurse, claims he left.": "claims"},
     rejects={"They have tools, seeds, and claims that left them poor.": "claims"})
rule("it-is-over-jokes-lee", "<double-quote> [<saying&plural&or-third>] <propn|det|possessive>", "third",
     examples={"“It is over,” jokes Tom Hall.": "jokes"}, rejects={"Old “it” jokes are bad.": "jokes"})
rule("reports-our", "<comma> [<plural&or-third&'reports'>]"
     " (?: <det|possessive> | <propn> <hyphen>? <propn|noun|adj>{0,3} <stop|end> )", "third",
     examples={"It closed, reports our correspondent.": "reports", "It closed, reports Tarn News.": "reports"},
     rejects={"It has papers, reports of the year.": "reports"})
rule("what-worries-doctors",
     "(?: ^ | <end|comma> ) 'what' [<plural&or-third>] <noun|propn|det|possessive|object>", "third",
     examples={"It is late. What worries doctors is the cost.": "worries"},
     rejects={"They knew what plans failed.": "plans"})
rule("everybody-plans", "<pron&!object&!possessive> <adv>? [<plural&or-third>] <!noun>", "third",
     examples={"Nobody talks about it.": "talks"}, rejects={"Your talks failed.": "talks"})
rule("the-firm-claims-to-have", "<singular|propn> <adv>? ['claims'] 'to' <have|be>", "third",
     examples={"As the new firm claims to have won, they left.": "claims"},
     rejects={"He made claims to have won.": "claims"})
rule("rail-which-runs-it-estimates-that",
     "<singular|propn> <comma> <'which'|'who'|'whose'> <adv>? <verb|aux> <!comma&!end>{1,12} <comma> <adv>?"
     " [<saying&plural&or-third>] <det|possessive|pron|propn|'that'>", "third",
     examples={"The union, which has ten members, claims the firm lied.": "claims"},
     rejects={"The unions, which have seen it, claims and all, left.": "claims"})
rule("which-acme-estimates-could",
     "<'which'|'who'> <singular|propn> [<saying&plural&or-third>] <modal|be|have>", "third",
     examples={"It has debts, which Acme estimates could grow.": "estimates"},
     rejects={"They met men who Acme estimates hurt.": "estimates"})
rule("acme-plans-to", "(?: ^ | <end> ) <singular|propn> [<plural&or-third>] 'to' <verb>", "third",
     examples={"It is late. Acme plans to leave.": "plans"}, rejects={"The plans to leave failed.": "plans"})
rule("one-in-five-clerks-trusts",
     "'one' <'in'|'of'> <num|'the'> <adj|noun|propn>{0,2} <plural> [<plural&or-third>]"
     " <det|possessive|object|adp|'to'>",
     "third",
     examples={"One in five clerks trusts the mayor.": "trusts"},
     rejects={"One of the sports trusts failed.": "trusts"})
rule("lee-also-plans", "<singular|propn> <adv> [<plural&or-third>]", "third",
     examples={"The council also plans for it.": "plans"}, rejects={"The council also made plans.": "plans"})

rule("lee-plans-a-3-percent", "<singular|propn|num> <adv>? [<plural&or-third>] <figure>", "third",
     examples={"The firm plans 3% cuts.": "plans"}, rejects={"The firm has plans for 3%.": "plans"})

# Auxiliaries before their subject.

rule("does-the-firm-plan",
     "(?: ^ | <end|cconj|wh|double-quote|'only'|'nor'|'so'> ) ['does'] <noun-group> <adv>? <base>", "aux-third",
     examples={"It is late. Does the firm agree?": "Does"}, rejects={"The firm does the work.": "does"})

# Verbs in the past.

rule("had-a-seat",
     "['had'|'did'] <adv>? <det|possessive|pron&!subject|num|adj|noun|propn|'to'|adp|punct|end>", "past",
     examples={"She had a seat.": "had"}, rejects={"She had left.": "had"})
rule("few-expected",
     "(?: ^ | <end|semicolon> ) <'few'|'fewer'|'many'|'most'|'others'|'several'> <adv>? [<participle&or-past>]"
     " <det|possessive|pron|propn|'that'>", "past",
     examples={"It was late. Few expected the deal.": "expected"}, rejects={"Few expected by them came.": "expected"})
rule("those-polled-named-lee",
     "(?: 'those' | <figure> 'of' <det|possessive>? <adj|noun|propn>{0,2} <plural> ) <asked> <adv>?"
     " [<participle&or-past>] <det|possessive|propn|pron|num|noun|adj|'that'>", "past",
     examples={"Those polled named Tom Hall.": "named", "Some 4% of the clerks surveyed opposed the plan.": "opposed"},
     rejects={"Those asked named places.": "asked"})
rule("the-scheme-cut-waiting-times-by-5-percent",
     "(?: ^ | <end|comma|cconj|sconj> ) <the> <adj|noun>{0,2} <singular> [<singular&or-past|base&or-past>]"
     " <adj|noun|ing>{1,3} 'by' <adv>? <figure>", "past",
     examples={"The scheme cut waiting times by 5%.": "cut"}, rejects={"The tax cut helped by 5%.": "cut"})
rule("there-was", "'there' <adv>? [<be&past>]", "past",
     examples={"There was a fire.": "was"}, rejects={"The fire was out.": "was"})
rule("did-the-firm-plan",
     "(?: ^ | <!noun&!propn&!pron&!num|end> ) ['did'] <noun-group> <adv>? <base>", "aux-past",
     examples={"It is late. Did the firm agree?": "Did"}, rejects={"The firm did the work.": "did"})
rule("leaders-almost-cried", "<plural> <adv>{1,2} [<participle>] <noun|propn|det|possessive|pron>", "past",
     examples={"The leaders almost universally condemned it.": "condemned"},
     rejects={"They sold the newly built houses.": "built"})
rule("and-praised-lee", "<comma> <'and'|'but'>? <adv>? [<participle>] <propn>", "past",
     examples={"She left, and criticized Tom Hall.": "criticized", "Lee, a baker, criticized Tom Hall.": "criticized"},
     rejects={"She sold old and used Fords.": "used"})
rule("lee-shot-58-percent", "<plural|propn> <adv>? [<singular&or-past>] <figure>", "past",
     examples={"Tom Hall shot 58%.": "shot"}, rejects={"A shot of 58% would do.": "shot"})
rule("walsh-accused-them", "<noun|propn|plural|subject|comma> <adv>? ['accused'] <det|possessive|object|propn|plural>",
     "past",
     examples={"The chairman, Tom Hall, accused clerks of it.": "accused"},
     rejects={"The clerk and the accused men left.": "accused"})
rule("but-denied-claims", "<cconj> <adv>? [<saying&participle>] <noun> <'that'|'of'>", "past",
     examples={"She left but denied claims that it was late.": "denied"},
     rejects={"They heard old and repeated claims.": "repeated"})
rule("lee-called-for-it",
     "(?: <propn|plural> | <relative> <past&verb> <det>? <noun|plural>{1,3} ) <adv|'yesterday'|'today'>? ['called']"
     " (?: 'for' <det|possessive|noun|plural|adj|ing> | <'on'|'upon'> <det|possessive|plural|propn> )", "past",
     examples={"Tom Hall yesterday called for an end to talks that failed.": "called",
               "The men who signed the note called on clerks to go.": "called"},
     rejects={"The cuts called for by the mayor hurt.": "called"})
rule("lee-referred-to-it", "<propn> <comma>? <adv>? ['referred'] 'to' <det|possessive|noun|plural|propn>", "past",
     examples={"The mayor, Tom Hall, referred to the work that they had done.": "referred"},
     rejects={"The cases referred to the court are old.": "referred"})
rule("it-is-over-the-notice-read",
     "<comma|double-quote> <det|possessive> <adj|noun|propn>{0,3} <'statement'|'notice'|'sign'|'letter'|'message'"
     "|'post'|'caption'|'release'|'text'|'note'|'report'|'headline'|'article'|'email'|'banner'|'story'>"
     " ['read'] <comma|stop|end>", "past",
     examples={"It is over, the notice read.": "read"}, rejects={"It was a book, a note read by few.": "read"})
rule("it-works-pointed-out-lee", "<double-quote> [<saying&participle>] <'out'|'back'|'up'> <propn|det|possessive>",
     "past", examples={"“It works,” pointed out Tom Hall.": "pointed"},
     rejects={"The “gift” pointed out by Tom Hall is lost.": "pointed"})
rule("lee-planned", "<subject|propn|pron&!possessive&!'those'> <adv>? [<participle>]", "past",
     examples={"She planned it.": "planned"}, rejects={"The planned sale failed.": "planned"})
