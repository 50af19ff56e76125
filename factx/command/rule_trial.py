"""Tries rules on a text, for `factx rules --try`: what each finds, or how far its pattern got and what it lacked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from factx import catalogue, pipeline
from factx.engine.notation import Choice, Group, Item, Phrase, written
from factx.engine.notation import Sequence as Items
from factx.engine.rules import Finding, Grammar, Match
from factx.records import NamedTuple
from factx.render.plain import one_line
from factx.render.styled import fitted, styled
from factx.text.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from factx.catalogue import Entry
    from factx.extract.percentages.phrases import Role
    from factx.model import Percentage

Status: TypeAlias = Literal["found", "vetoed", "partial", "none"]
ORDER: Final[tuple[Status, ...]] = ("found", "vetoed", "partial", "none")
COLORS: Final[dict[Status, str]] = {"found": "green", "vetoed": "red", "partial": "orange", "none": "grey"}
DEEPEST: Final = 6
"""How deep in nested phrases and groups the missing item is looked for."""


class Trial(NamedTuple):
    """The outcome of one rule on a text."""

    rule: str
    status: Status
    text: str
    """The text found, or as much of it as the pattern fits."""
    lacked: str
    """The value of a finding; otherwise the reason why nothing was found."""
    reach: int = 0
    """How many tokens its pattern fits."""


class Reach(NamedTuple):
    """How far a pattern matches at its best place: the tokens that fit, and the first item that does not."""

    start: int
    end: int
    lacks: Item | None


class Text(NamedTuple):
    """A text as one grammar's rules see it."""

    source: str
    tokens: Tokens
    tagged: str
    runs: Sequence[tuple[int, int]]
    """The token ranges that the rules are tried on."""
    origin: Sequence[int]
    """The index in the whole text of each token, and of the one after the last."""
    whole: Tokens

    def shown(self, start: int, end: int) -> str:
        """The text of some of the tokens, as it is written."""
        return self.whole.text(self.origin[start], self.origin[end])


def trials(source: str, entries: Sequence[Entry], *, every: bool) -> list[Trial]:
    """The outcome of each rule, those that got furthest first.

    Where not `every` rule is wanted, those that find nothing are tried only if what they need first occurs.
    """
    read: dict[str, Text] = {}
    found: list[Trial] = []
    for entry in entries:
        name = entry.grammar.name
        if name not in read:
            read[name] = _read(entry.grammar, source)
        if (outcome := _complete(entry, read[name])) is not None:
            found.append(outcome)
        elif every or _begun(entry, read[name]):
            found.append(_partial(entry, read[name]))
    wanted = [each for each in found if every or each.status != "none"]
    return sorted(wanted, key=lambda each: (ORDER.index(each.status), each.lacked.startswith("but "), -each.reach))


def lines(outcomes: Iterable[Trial], terminal: bool, width: int = 100) -> Iterator[str]:
    """A line a rule: for people on a terminal, into a pipe as tab-separated rule, status, text and what it lacked."""
    outcomes = list(outcomes)
    if not terminal:
        yield "rule\tstatus\ttext\tlacked"
        yield from ("\t".join(map(one_line, (each.rule, each.status, each.text, each.lacked))) for each in outcomes)
        return
    longest = max((len(each.rule) for each in outcomes), default=0)
    for each in outcomes:
        status = styled(each.status.ljust(7), COLORS[each.status])
        shown = " ".join(filter(None, (each.text and f"'{one_line(each.text)}'", one_line(each.lacked))))
        yield from fitted(f"{status}  {styled(each.rule.ljust(longest), 'bold')}  {shown}", width, 9)
    if not outcomes:
        yield "No rule begins to fit."


def _read(grammar: Grammar[Any], source: str) -> Text:
    """The text as the pipeline hands it to a grammar: earlier findings may be single tokens in it."""
    whole = tokens = tokenise(source)
    origin: Sequence[int] = range(len(tokens) + 1)
    if grammar.name in catalogue.ROLES:
        from factx.extract.percentages.finding import role_items, role_tokens

        tokens, places = role_tokens(whole)
        origin = [*places, whole.sentence_of(places[-1])[1] if places else 0]
        if grammar.name == "figure-links":
            tokens = role_items(tokens)
            origin = [origin[place] for place in tokens.origin or ()]
    elif grammar.name == "claims":
        from factx.extract.claims import read

        tokens = read(whole, pipeline.extract(source, kinds={"person"}).people).tokens
        origin = tokens.origin or origin
    else:
        tokens = grammar.seen(whole)
        origin = tokens.origin or origin
    tagged = grammar.tagger.tag(tokens)
    return Text(source, tokens, tagged, list(grammar.runs(tagged)), origin, whole)


def _begun(entry: Entry, text: Text) -> bool:
    """Whether the first two things that a rule needs occur in the text, in whatever order."""
    return all(not need.isdisjoint(text.tagged) for need in entry.grammar.compiler.needed(entry.id)[:2])


def _complete(entry: Entry, text: Text) -> Trial | None:
    """The rule's findings, or why nothing came of its matches; None if its pattern fits nothing."""
    found = entry.found(text.source)
    if found:
        shown = dict.fromkeys((text.source[each.span.start:each.span.end], each.value) for each in found)
        values = "; ".join("" if where == value else value for where, value in shown)
        return Trial(entry.id, "found", "; ".join(where for where, _ in shown), values.strip("; ") and f"= {values}")
    fits = sorted(_fits(entry, text), key=lambda fit: (fit.values is None, fit.start - fit.end))
    if not fits:
        return None
    best = fits[0]
    status, why = _dropped(entry, text, best) if best.values is not None else ("vetoed", _vetoed(entry))
    return Trial(entry.id, status, text.shown(best.start, best.end), why, best.end - best.start)


def _partial(entry: Entry, text: Text) -> Trial:
    """A trial of a rule that does not match: how far its pattern gets, and what is missing there."""
    reach = max(
        (_reach(entry.grammar, text, items) for items in _sequences(entry.grammar.compiler.parsed(entry.id))),
        key=lambda reach: reach.end - reach.start,
    )
    needs = f"needs {_needs(reach.lacks)}" if reach.lacks else "needs a trigger of its grammar beside it"
    if reach.end == reach.start:
        return Trial(entry.id, "none", "", needs)
    lacked = f"then {needs}; found {_token(entry.grammar, text, reach.end)}" if reach.lacks else needs
    return Trial(entry.id, "partial", text.shown(reach.start, reach.end), lacked, reach.end - reach.start)


def _fits(entry: Entry, text: Text) -> Iterator[Finding[Any]]:
    """The matches of the rule's pattern, each with the values of its function; None where that vetoes."""
    grammar, claims = entry.grammar, entry.kind == "claim"
    for start, end in text.runs:
        # Claims are looked for from every cue, so matches may overlap.
        for hit in grammar.matcher(entry.rule).finditer(text.tagged[start:end], overlapped=claims):
            if hit.end() > hit.start():
                match = Match(text.tokens, hit, start)
                yield Finding(entry.id, match.start, match.end, entry.rule.read(match))


def _vetoed(entry: Entry) -> str:
    return f"fits, and was vetoed by the rule's function ({entry.source})"


def _dropped(entry: Entry, text: Text, fit: Finding[Any]) -> tuple[Status, str]:
    """The reason why a match is no fact, or gives no figure its role."""
    kept = entry.grammar.find(text.tokens) if entry.grammar.overlap == "longest" else []
    for other in kept:
        if other.start < fit.end and fit.start < other.end and other.rule != fit.rule:
            longer = other.end - other.start > fit.end - fit.start
            return "found", f"but {other.rule} is {'longer' if longer else 'before it'}"
    document = pipeline.extract(text.source, kinds={entry.kind})
    if entry.grammar.name == "figure-links":
        return "vetoed", "fits, but says nothing of the figure, or another rule comes first"
    if entry.gives_roles:
        first = [rule for role in fit.values for rule in _given(text, role, document.percentages) if rule != entry.id]
        return ("found", f"but {first[0]} comes first") if first else ("vetoed", "fits, but the role is dropped later")
    span = text.tokens.span(fit.start, fit.end)
    for fact in document.facts:
        if fact.span.start < span.end and span.start < fact.span.end:
            return "found", f"but {fact.rule} comes first"
    if entry.kind == "person":
        return "vetoed", "fits, but the evidence is against a person's name"
    return "vetoed", "fits, but has no source or no content" if entry.kind == "claim" else "fits, but is dropped later"


def _given(text: Text, role: Role, percentages: Sequence[Percentage]) -> Iterator[str]:
    """The rule, or the reason, by which a figure has the role that another rule would give it."""
    if role.figure is not None:
        start = text.whole.starts[text.origin[role.figure]]
        figure = next(each for each in percentages if each.span.start >= start)
        yield from (rule for name, rule in figure.role_rules if name == role.role)


def _sequences(choice: Choice) -> Iterator[Items]:
    """A pattern as plain sequences of items, its leading look-behind and trailing look-ahead being items like others.

    They match at the same places, and can be followed from their beginning.
    """
    for items in choice:
        if items and (inside := _inside_of(items[0], "(?<=")) is not None:
            for before in inside:
                yield from _sequences(((*before, *items[1:]),))
        elif items and (inside := _inside_of(items[-1], "(?=")) is not None:
            for after in inside:
                yield from _sequences(((*items[:-1], *after),))
        elif len(items) == 1 and (inside := _inside_of(items[0], "(?:")) is not None:
            yield from _sequences(inside)
        else:
            yield items


def _inside_of(item: Item, opening: str) -> Choice | None:
    """The inside of a group with this opening and no quantifier; None if the item is not one."""
    node = item.node
    return node.inside if isinstance(node, Group) and node.opening == opening and not item.quantifier else None


def _reach(grammar: Grammar[Any], text: Text, items: Items, sure: int = 0, depth: int = 0) -> Reach:
    """The longest beginning of a sequence that fits anywhere, and what it lacks; the first `sure` items do fit."""
    low, high = sure, len(items)
    where = _longest(grammar, text, items[:low])
    while low < high:
        middle = (low + high + 1) // 2
        if (longer := _longest(grammar, text, items[:middle])) is not None:
            low, where = middle, longer
        else:
            high = middle - 1
    start, end = where or (0, 0)
    if low == len(items):
        return Reach(start, end, None)
    lacks = items[low]
    best = Reach(start, end, lacks)
    if depth < DEEPEST:
        for option in _inside(grammar, lacks):
            further = _reach(grammar, text, (*items[:low], *option), low, depth + 1)
            if further.lacks is not None and further.end - further.start > best.end - best.start:
                best = further
    return best


def _inside(grammar: Grammar[Any], item: Item) -> Choice:
    """The alternatives of a phrase or a group; none of a negative look-around."""
    if isinstance(item.node, Phrase):
        return grammar.compiler.phrase(item.node.name)
    if isinstance(item.node, Group) and item.node.opening not in ("(?!", "(?<!", "(?<="):
        return item.node.inside
    return ()


def _longest(grammar: Grammar[Any], text: Text, items: Items) -> tuple[int, int] | None:
    """The longest match of these items; None if there is none."""
    if not items:
        return 0, 0
    part = grammar.compiler.part(items)
    places = [
        (start + hit.start(), start + hit.end())
        for start, end in text.runs or [(0, len(text.tagged))]
        for hit in part.finditer(text.tagged[start:end], overlapped=True)
    ]
    return max(places, key=lambda place: place[1] - place[0], default=None)


def _needs(item: Item) -> str:
    """An item that a pattern lacks, in the notation; its own brackets are left out."""
    node = item.node
    if not isinstance(node, Group) or item.quantifier:
        return written((item,))
    inside = " | ".join(map(written, node.inside))
    if node.opening in ("(?!", "(?<!"):
        return f"no {inside} {'after' if node.opening == '(?!' else 'before'} it"
    return inside


def _token(grammar: Grammar[Any], text: Text, index: int) -> str:
    """The token after a partial match, with those of its tags that the rules name."""
    if index >= len(text.tokens):
        return "the end of the text"
    if not text.tokens[index]:
        return "the end of the sentence"
    tags = ", ".join(grammar.tagger.tags(text.tokens, index))
    return f"'{text.tokens[index]}'" + (f" ({tags})" if tags else "")
