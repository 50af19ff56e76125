"""The output of `factx rules`: the rules by kind, or one rule or cue with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from factx.command.rule_index import Line, lines
from factx.render import KIND_OF
from factx.render.plain import one_line
from factx.render.styled import fitted, styled

if TYPE_CHECKING:
    from factx.catalogue import Case, Cue, Entry, Words
    from factx.custom.extractor import Extractor

FEW_WORDS: Final = 8
FEW_CUES: Final = 12
WIDTH: Final = 100
"""How wide lines are where there is no terminal."""
WIDEST: Final = 120
BESIDE: Final = 70
"""In a narrower terminal, descriptions stand below ids."""
GIVES, HOLDS, FAILS = "→", "✓", "✗"


def shown(
    id: str | None, extractors: Sequence[Extractor], terminal: bool, everything: bool, width: int = WIDTH
) -> Iterable[str] | None:
    """The lines on a rule, a cue or a kind, or on all rules if `id` is None; None if nothing has that name."""
    known = lines(extractors)
    of_kind = [line for line in known if id in (None, line.kind) or KIND_OF.get(id or "") == line.kind]
    if of_kind:
        return listing(of_kind, terminal, width)
    from factx.catalogue import cues, entries

    if any(line.id == id for line in known):
        return chain.from_iterable(rule(entry, everything, width) for entry in entries(extractors) if entry.id == id)
    return next((cue(each, width) for each in cues() if each.name == id), None)


def tried(
    id: str | None, text: str, extractors: Sequence[Extractor], terminal: bool, everything: bool, width: int = WIDTH
) -> Iterable[str] | None:
    """The outcome on a text of one rule, of a kind's, or of all if `id` is None; None if no rule has that name."""
    from factx.catalogue import entries
    from factx.command import rule_trial

    wanted = {id, KIND_OF.get(id or "")}
    known = [each for each in entries(extractors) if id is None or not wanted.isdisjoint((each.id, each.kind))]
    outcomes = rule_trial.trials(text, known, every=everything or bool(id))
    return rule_trial.lines(outcomes, terminal, width) if known else None


def names(extractors: Sequence[Extractor]) -> list[str]:
    """Everything that `factx rules` knows by name: kinds, rules and cues."""
    from factx.catalogue import cues

    return [*KIND_OF, *(line.id for line in lines(extractors)), *(each.name for each in cues())]


def listing(known: Sequence[Line], terminal: bool, width: int = WIDTH) -> Iterator[str]:
    """A line a rule: under headings on a terminal, into a pipe as tab-separated kind, id and description."""
    if not terminal:
        yield "kind\tid\tdescription"
        yield from (f"{line.kind}\t{line.id}\t{line.description}" for line in known)
        return
    longest = max(len(line.id) for line in known)
    for title in dict.fromkeys(map(title_of, known)):
        under = [line for line in known if title_of(line) == title]
        yield heading(f"{title}  {styled(str(len(under)), 'grey')}")
        for line in under:
            if width < BESIDE:
                yield f"  {styled(line.id, 'bold')}"
                yield from fitted(f"      {line.description}", width, 6)
            else:
                yield from fitted(f"  {styled(line.id.ljust(longest), 'bold')}  {line.description}", width, longest + 4)
        yield ""
    yield "factx rules ID tells more of one."


def title_of(line: Line) -> str:
    """The heading that a rule is listed under: the plural of its kind, or the roles of that."""
    plural = next((name for name, kind in KIND_OF.items() if kind == line.kind), line.kind)
    return f"roles of {plural}" if line.gives_roles else plural


def rule(entry: Entry, everything: bool, width: int = WIDTH) -> Iterator[str]:
    """All that is known of a rule; of long lists the first few, unless everything is wanted."""
    kind = f"role of a {entry.kind}" if entry.gives_roles else entry.kind
    yield f"{styled(entry.id, 'bold')}  {styled(kind, 'teal')}"
    yield from fitted(entry.description, width, 0)
    yield from section("Pattern", width, [tidy(entry.rule.pattern)])
    yield from section("Phrases", width, (f"<{name}>  {tidy(pattern)}" for name, pattern in entry.phrases.items()))
    yield from section("Words", width, (words(listed, everything) for listed in entry.words))
    cases = list(entry.cases())
    yield from section("Examples", width, (case_line(case) for case in cases if case.expected is not None))
    yield from section("Rejects", width, (case_line(case) for case in cases if case.expected is None))
    if entry.kind == "person":
        from factx.catalogue import cues

        known = cues()
        shown = known if everything else known[:FEW_CUES]
        more = [] if everything else [styled(f"… {len(known) - len(shown)} more (--all)", "grey")]
        yield from section("Evidence, summed against 0: names of several words, of one", width, [*table(shown), *more])
        yield "  factx/lexicon/people-cues.txt"
    yield from section("Source", width, [entry.source])


def cue(known: Cue, width: int = WIDTH) -> Iterator[str]:
    """A cue's weights."""
    yield f"{styled(known.name, 'bold')}  {styled('cue of people', 'teal')}"
    yield from fitted(f"as in: {known.example}", width, 7)
    for names, weight in (("names of several words", known.full), ("names of one word", known.lone)):
        yield f"  {'–' if weight is None else f'{weight:+.2f}':>6}  {names}"
    yield from section("Source", width, ["factx/lexicon/people-cues.txt"])


def heading(text: str) -> str:
    return styled(text[:1].upper() + text[1:], "bold teal")


def section(title: str, width: int, lines: Iterable[str]) -> Iterator[str]:
    """The lines under their title; nothing if there are none."""
    lines = list(lines)
    if lines:
        yield ""
        yield heading(title)
        for line in lines:
            yield from fitted(f"  {line}", width, 6)


def tidy(pattern: str) -> str:
    return " ".join(pattern.split())


def words(listed: Words, everything: bool) -> str:
    """A tag's words, the first few of them with a count of the rest."""
    shown = listed.words if everything else listed.words[:FEW_WORDS]
    rest = len(listed.words) - len(shown)
    return f"<{listed.tag}>  {', '.join(shown)}{f' … {rest} more' if rest else ''} ({listed.file})"


def case_line(case: Case) -> str:
    """A sentence with the rule's findings marked, and a sign that tells if they are as expected."""
    sign = styled(HOLDS, "green") if case.holds else styled(FAILS, "bold red")
    marked = case.sentence
    for start, end in sorted((each.span for each in case.found), reverse=True):
        marked = f"{marked[:start]}[{marked[start:end]}]{marked[end:]}"
    line = f"{sign} {one_line(marked)}"
    if case.found:
        line += f"  {GIVES} {'; '.join(one_line(each.value) for each in case.found)}"
    if not case.holds:
        line += f"  (expected: {case.expected or 'nothing'})"
    return line


def table(known: Sequence[Cue]) -> Iterator[str]:
    for each in known:
        weights = " ".join("     –" if weight is None else f"{weight:+6.2f}" for weight in (each.full, each.lone))
        yield f"{weights}  {each.name.ljust(24)} {each.example}".rstrip()
