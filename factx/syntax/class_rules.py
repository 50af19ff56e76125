"""The rules that leave a word one class, in their order: each sees what those before it have left."""

from __future__ import annotations

from factx.engine.rewriting import Rewriter
from factx.syntax.words import CLASSES, tag_sets, tags

word_classes = Rewriter(
    "classes", classes={name: frozenset(own.split()) for name, (_, own) in CLASSES.items()}, lexicons=("syntax",),
    lookup=tags, lookup_tags=tag_sets,
)
let = word_classes.let


def rule(pattern: str, becomes: str) -> None:
    word_classes.rule(f"r{len(word_classes.rules)}", pattern, becomes, examples={}, rejects={})


let("nominal", "<noun|propn>")
let("finite", "<past&verb|third&verb|base&verb|modal|aux&past|aux&third|aux&base>")
let("np", "(?: <det|possessive>? <adj|num|noun|propn|participle>{0,3} <nominal> | <pron> )")
let("object-start", "<det|possessive|pron&!subject>")

# 's
rule("<pron|'that'|'here'|'how'|'where'|'when'|'why'> [<s-clitic>]", "aux-third")
rule("<noun|propn|adv> [<s-clitic>] <'not'|'been'|'going'|'about'>", "aux-third")
# capitals
rule("[<propn&common-adj&!'new'&!'saint'&!'general'&!'major'>] <propn|plural>", "adj")
rule("[<propn&or-participle>] <propn>", "participle")
# to
rule("['to'] <det|possessive|propn|plural|num|pron>", "adp")
rule("['to'] <noun&!or-base|adj&!or-base>", "adp")
rule("['to'] <ing>", "sconj")
rule("'to' [<singular|adj|adv|adp|past|participle>]", "base")
rule("'to' <adv> [<singular|adj>]", "base")
rule("<modal> <adv|'not'>{0,2} [<singular|adj|past|participle>]", "base")
rule("<modal> <adv|'not'|pron>{0,2} [<'like'|'do'|'have'>] <det|possessive|pron&!subject|num|adj|'to'>", "base")
rule("<modal> <pron> <adv>? [<singular|adj|past|participle>]", "base")
rule("<do> <adv|'not'|pron>{0,2} [<singular|adj|past|participle|adp|aux&base>]", "base")
# be, have and do as full verbs
rule("['have'|'do'] <adv>? <det|possessive|pron&!subject|num|adj|noun|propn|'to'|adp>", "base")
rule("['have'] <stop|end|comma>", "base")
rule("['has'|'does'] <adv>? <det|possessive|pron&!subject|num|adj|noun|propn|'to'|adp|punct|end>", "third")
rule("['had'|'did'] <adv>? <det|possessive|pron&!subject|num|adj|noun|propn|'to'|adp|punct|end>", "past")
rule("<have> <adv|'not'>{0,2} [<past>]", "participle")
rule("'to' ['have'|'do'] <det|possessive|pron&!subject|num|adj|noun>", "base")
rule("['having'] <det|possessive|adj|num|noun|'to'>", "ing")
rule("'there' <adv>? [<be&third>]", "third")
rule("'there' <adv>? [<be&base>]", "base")
rule("'there' <adv>? [<be&past>]", "past")
rule("'there' <modal> <adv|'not'>? ['be']", "base")
rule("'there' <have> <adv>? ['been']", "participle")
# that
rule("<noun|propn|num> ['that'] <adv>? <finite>", "relative")
rule("['that'] <adv>? <aux|third&verb|modal>", "pron")
rule("['that'] <stop|end>", "pron")
rule("<noun&!clause-noun> ['that'] <subject|possessive>", "relative")
rule("['that'] <adj|num>? <singular>", "det")
rule("<verb|clause-noun|adj|participle> ['that'] <np> <adv>? <finite>", "sconj")
# this, these, those
rule("['this'|'these'|'those'] <aux|third|past|modal|punct|end|adp|cconj|adv|relative|base|pron|s-clitic|part>", "pron")
rule("['both'] <noun|propn|adj|det|pron|possessive> <any>{0,5} 'and'", "cconj")
rule("['either'] <any>{1,6} 'or'", "cconj")
rule("['what'] <noun>", "det")
rule("['more'|'most'|'much'|'less'] 'of'", "adj")
rule("['more'|'most'|'much'|'less'|'only'|'enough'|'further'|'later'|'even'|'very'] <nominal>", "adj")
rule("<'how'|'as'> ['much'|'little'] <!adv>", "adj")
# verbs behind subjects
rule("<subject|'you'|'it'> <adv>? [<singular|adj>]", "base")
rule("<subject|'you'|'it'> <adv>? [<plural>]", "base")
rule("<subject|'you'|'it'|relative> <adv>? [<plural>]", "third")
rule("<subject|propn|pron> <adv>? [<participle>]", "past")
rule("<be|have> <adv|'not'>{0,2} [<past>]", "participle")
rule("<be|have> <np> [<past>]", "participle")
rule("<plural> [<singular>] <det|possessive|pron>", "base")
rule("<singular|propn> [<plural&or-third>] <det|possessive|pron|'that'>", "third")
rule("<cconj|comma|adv> <adv>? [<singular>] <det|possessive|object>", "base")
rule("<end> <adv>? [<singular>] <det|possessive|object>", "base")
rule("<pron&!object&!possessive> <adv>? [<plural&or-third>] <!noun>", "third")
rule("<noun|propn> ['that'] <adv>? <participle|plural&or-third|base>", "relative")
rule("'that' [<participle>] <!'by'>", "past")
rule("'at' ['least'|'most'|'best'|'last'|'first'|'large'|'present']", "adj")
rule("<singular|propn> <adv> [<plural&or-third>]", "third")
rule("<be|have|subject> <adv>? [<adj&or-adv>] <participle|past>", "adv")
# nouns behind determiners
rule("<det|possessive> <adj|singular>? [<base>]", "noun")
rule("<det|possessive> <adj>? [<third>]", "plural")
rule("<adj&!'worth'> [<base>]", "noun")
rule("<adj> [<third>]", "plural")
rule("<adp> [<base&verb>] <adp|punct|end|cconj>", "noun")
rule("<adp> [<third>]", "plural")
rule("<det|possessive> [<adj>] <adp&!'than'|stop|end|past&verb|third&verb|base&verb|modal|aux&past|aux&third|aux&base>", "noun")
rule("<det|possessive|adj|adp> ['right'|'past'|'top'|'general'|'present'|'good'|'public'|'average'|'other'] <adp|'to'|stop|comma|end|cconj>", "noun")
rule("<det|possessive|adj> <adj|adv>? [<ing>] <adp|punct|end|past&verb|third&verb|base&verb|modal|aux&past|aux&third|aux&base|cconj>", "noun")
# -ing
rule("[<noun&or-ing>] <det|possessive|pron|propn>", "ing")
rule("<be|subject|'you'|'it'> <adv|'not'>? [<noun&or-ing>]", "ing")
# prepositions and subordinators
rule("[<adp>] <adv>? <ing>", "sconj")
rule("[<'as'|'after'|'before'|'until'|'till'|'than'|'since'|'for'|'like'|'upon'>] <np> <adv>? <finite>", "sconj")
rule("[<'after'|'before'|'until'|'till'|'than'|'since'>] <subject|'you'|'it'>", "sconj")
rule("['once'] <subject|'you'|'it'>", "sconj")
rule("['since'] <num|propn|'then'>", "adp")
rule("['because'] 'of'", "adp")
rule("['as'] <adj|adv> <any>{0,3} 'as'", "adv")
rule("['about'|'over'|'around'|'under'] <num|currency>", "adv")
rule("['above'|'below'|'before'|'after'|'since'|'around'|'inside'|'outside'|'behind'|'along'|'across'] <punct|end|cconj>", "adv")
# adjectives and adverbs
rule("<verb&!be> [<adj&or-adv>] <punct|end|adp|cconj>", "adv")
rule("['much'|'far'|'long'|'little'|'even'|'just'|'best'|'better'|'deep'|'right'|'early'] <adj|adv|participle>", "adv")
rule("<end> [<adj&or-adv>] <pron|det|comma>", "adv")
rule("<end> [<'well'|'no'|'right'>] <punct>", "intj")
# late
rule("<noun|propn|num> ['that'] <adv>? <past&verb|third&verb|base&verb|modal|aux&past|aux&third|aux&base>", "relative")
rule("['that'] <adv>? <past&verb|third&verb>", "pron")
rule("<end> <be> ['that'] <det|adj|propn|wh>", "pron")
