"""The footnotes: the rules that found the facts, and the evidence by which names were judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factx.render.html.markup import anchor, line
from factx.render.html.page import css_class


def grounds(rules: Counter[tuple[str, str]], cues: Counter[str]) -> Iterator[str]:
    """Each rule with its description, each cue with an example, and how often each was used."""
    if not rules:
        return
    from factx import catalogue  # imported on use: it loads the rules of every kind

    descriptions = {(entry.kind, entry.id): entry.description for entry in catalogue.entries()}
    yield '<section class="grounds" aria-labelledby="rules"><h2 id="rules">The rules that found them</h2>\n<dl>'
    for (kind, rule), count in sorted(rules.items()):
        title = f'<span class="{css_class(kind)}">{line(kind)}</span> {line(rule)}'
        yield entry(anchor("r", kind, rule), title, count, descriptions.get((kind, rule), ""))
    yield "</dl></section>\n"
    if cues:
        examples = {cue.name: cue.example for cue in catalogue.cues()}
        yield '<section class="grounds" aria-labelledby="cues"><h2 id="cues">The evidence for names</h2>\n<dl>'
        for cue, count in sorted(cues.items()):
            yield entry(anchor("cue", cue), line(cue), count, examples.get(cue, ""))
        yield "</dl></section>\n"


def entry(name: str, title: str, count: int, text: str) -> str:
    return f'<div id="{name}"><dt>{title} <span class="count">{count:,}</span></dt><dd>{line(text)}</dd></div>\n'
