"""Claims: who says what, and how.

The modules in the order in which they work:

1. layers.py makes people, quotations and asides one token each, kinds.py tells what a token can be ("comma",
   "determiner", "cue"), and reading.py keeps both and asks syntax/ for groups and clauses (datelines.py passes what
   opens a report). cues.py has the words that attribute, with their frames.
2. statements.py goes from cue to cue. predicates.py finds whose verb it is: the source.
3. At each cue the shapes are tried in turn: quotation_rules.py, rules.py, label_rules.py. shapes.py has the parts they
   share: what may stand between a verb and its content, as in "said in Delhi on Monday that", is there; "by phone" is
   in means.py.
4. The first shape that fits says where its parts are: from_quotation.py, from_verb.py with behind_verb.py, and
   from_passive.py; from_question.py for what the speaker is asked; from_label.py, from_noun.py and lone.py where no
   verb of saying stands. phrases.py finds where a source ends that stands after its verb; frames.py tells whether a
   verb speaks at all: "found that", not "found the door".
5. content_end.py ends the content: quoted.py where it is a quotation; else boundaries.py lists the places where it may
   end; going_on_rules.py, end_rules.py and joined_rules.py decide those beyond doubt, content-end.txt weighs the
   rest.
6. stance.py tells what the cue does with the content, and what weakens it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factx.engine.rules import Finding
from factx.extract.claims.label_rules import grammar
from factx.extract.claims.reading import Reading
from factx.extract.claims.statements import Builder, Statement, moved
from factx.model import Person, Span
from factx.text.quotations import quotations
from factx.text.stretches import stretches
from factx.text.tokens import Tokens

__all__ = ["Statement", "find", "grammar", "read"]


def find(tokens: Tokens, people: Sequence[Person] = ()) -> list[Finding[Statement]]:
    """The attributed statements of a text, those inside others too, in the order of their cues.

    A long one is read stretch by stretch: its clauses and groups take many times the memory of the statements.
    """
    found: list[Finding[Statement]] = []
    named = sorted(people, key=lambda person: person.span)
    begins = [person.span.start for person in named]
    for start, end in stretches(tokens):
        if (start, end) == (0, len(tokens)):
            return Builder(read(tokens, people)).statements()
        first, last = tokens.starts[start], tokens.starts[end]
        inside = named[bisect_left(begins, first):bisect_left(begins, last)]
        own = [person._replace(span=Span(*(place - first for place in person.span))) for person in inside]
        found += [moved(each, start) for each in Builder(read(tokens.excerpt(start, end), own)).statements()]
    return found


def read(tokens: Tokens, people: Sequence[Person] = ()) -> Reading:
    """The text as the rules see it: people, quotations and asides are single tokens."""
    return Reading(tokens, quotations(tokens), people)
