"""Percentages: figures with their unit, what bounds them, which way they moved, of what they are, and whose."""

from __future__ import annotations

from factx.engine.rules import Finding
from factx.extract.percentages.excerpt import Excerpt, excerpt, tokens_for
from factx.extract.percentages.figure import Figure
from factx.text.tokens import Tokens

__all__ = ["Figure", "find", "tokens_for"]


def find(tokens: Tokens, *, ratios: bool = False) -> list[Finding[Figure]]:
    """The percentages in the text's order; shares in words among them where `ratios` are wanted."""
    part = Excerpt(tokens, list(range(len(tokens)))) if ratios else excerpt(tokens)
    if part is None:
        return []
    from factx.extract.percentages.finding import figures  # with its rules, which a text without figures does not need

    return figures(part, tokens if ratios else None)
