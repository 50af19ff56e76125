"""The names in a pattern of one's own: of its phrases, and of what it captures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factx.engine.notation import Atom, Choice, Group, Phrase, parse


def named_phrases(patterns: Iterable[Choice], phrases: Mapping[str, str]) -> Iterator[tuple[str, Choice]]:
    """The phrases that patterns name, and those that these name, each with its own pattern."""
    for choice in patterns:
        for items in choice:
            for node, _ in items:
                inside = parse(phrases[node.name], phrases) if isinstance(node, Phrase) else None
                if isinstance(node, Phrase) and inside is not None:
                    yield node.name, inside
                if inside := node.inside if isinstance(node, Group) else inside:
                    yield from named_phrases([inside], phrases)


def captured_names(choice: Choice, phrases: Mapping[str, str]) -> Iterator[str]:
    """The names under which a pattern captures, with hyphens."""
    for items in choice:
        for node, _ in items:
            if isinstance(node, Atom) and node.name:
                yield node.name
            elif isinstance(node, Phrase):
                yield node.name
                yield from captured_names(parse(phrases[node.name], phrases), phrases)
            elif isinstance(node, Group):
                if "<" in node.opening and node.opening.endswith(">"):
                    yield node.opening.partition("<")[2][:-1].replace("_", "-")
                yield from captured_names(node.inside, phrases)
