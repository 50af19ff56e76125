"""One document of the report: the names of its facts in the page, links to them, and short views of them."""

from __future__ import annotations

import re

from factx.model import Document, Fact, Part
from factx.render.html.markup import anchor, line, shown
from factx.render.keys import Lines
from factx.render.wording import noted, role_rules

WEIGHT = re.compile(r"(.+) ([+-]\d+(?:\.\d+)?)")
"""A note with the weight of a piece of evidence: "given-name +2.0"."""
AROUND = 70
"""How many characters of the text are shown before and after a fact."""
BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class Sheet:
    """A document, its number in the report, and the names of its marks and cards in the page."""

    def __init__(self, number: int, document: Document) -> None:
        self.number = number
        self.document = document
        self.facts = {fact.id: fact for fact in document.facts}
        self.lines = Lines(document.text, document.times)

    def name(self, id: str) -> str:
        """The name of a fact or an entity, unique among those of all documents."""
        return anchor(str(self.number), id)

    def to_mark(self, fact: Fact, label: str | None = None) -> str:
        """A link to the place in the text, in the style of the mark there."""
        return f'<a class="to {css_class(fact.kind)}" href="#m{self.name(fact.id)}">{label or line(fact.text)}</a>'

    def to_line(self, fact: Fact) -> str:
        return f'<a class="line" href="#m{self.name(fact.id)}">{self.place(fact)}</a>'

    def place(self, fact: Fact) -> str:
        """The place of a fact in words: when it is heard, or its line."""
        start = fact.span.start
        return self.lines.time(start) or f"line {self.lines.place(start)[0]}"

    def why(self, fact: Fact) -> str:
        """The part to unfold: the rule that found the fact, and its reasons."""
        return (
            f'<details class="why" id="w{self.name(fact.id)}"><summary aria-label="why {line(fact.text)}">why</summary>'
            f"{reasons(fact)}</details>"
        )

    def excerpt(self, fact: Fact) -> str:
        """The fact among the words around it, on its line."""
        text, (start, end) = self.document.text, fact.span
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        before, after = BREAK.split(before)[-1], BREAK.split(after)[0]
        # Words that are cut off are left out.
        if len(before) == AROUND:
            before = "… " + before.partition(" ")[2]
        if len(after) == AROUND:
            after = after.rpartition(" ")[0] + " …"
        return f'<p class="excerpt">{shown(before.lstrip())}<b>{line(fact.text)}</b>{shown(after.rstrip())}</p>'


def reasons(fact: Fact) -> str:
    """The rule, the rules of the roles and the weighted evidence; doubts (`conflict:weekday`) are beside the fact."""
    listed = "".join(
        f'<li class="{"minus" if weight[0] == "-" else "plus"}"><a href="#{anchor("cue", cue)}">{line(cue)}</a> '
        f"<b>{weight.replace('-', '−')}</b></li>"
        for cue, weight in weights(fact)
    )
    roles = "".join(f"<br>{role}: {rule_link(fact.kind, rule)}" for role, rule in role_rules(fact))
    found_by = f"<p>Rule {rule_link(fact.kind, fact.rule)}{roles}</p>"
    return found_by + (f'<ul class="weights">{listed}</ul>' if listed else "")


def rule_link(kind: str, rule: str) -> str:
    """A rule's id, linked to its description; a reason in words stands for itself."""
    return line(rule) if " " in rule else f'<a class="rule" href="#{anchor("r", kind, rule)}">{line(rule)}</a>'


def rules_of(fact: Fact) -> list[str]:
    """The ids of the rules that found a fact and its roles."""
    return [fact.rule, *(rule for _, rule in role_rules(fact) if " " not in rule)]


def weights(fact: Fact) -> list[tuple[str, str]]:
    """The weighted evidence among a fact's notes: each cue with its weight."""
    return [(weight[1], weight[2]) for note in fact.notes if (weight := WEIGHT.fullmatch(note))]


def doubts(fact: Fact) -> str:
    """The notes that are not weights, to be shown with the fact itself."""
    plain = tuple(note for note in fact.notes if not WEIGHT.fullmatch(note))
    return f' <span class="note">{line(noted(plain))}</span>' if plain else ""


def css_class(kind: str) -> str:
    """The CSS class of a kind's marks; user-defined kinds share one."""
    return kind if kind in ("date", "person", "percentage", "claim") else "own"


def quoted(part: Part | None) -> str:
    return line(part.text) if part else ""
