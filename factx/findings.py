"""What is found in a text by its words alone, and its sentences as they are read with that: each at most once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factx.records import lazy

if TYPE_CHECKING:
    from factx.engine.rules import Finding
    from factx.extract.dates import Expression
    from factx.extract.people import Mention
    from factx.extract.percentages import Figure
    from factx.syntax import Syntax
    from factx.text.tokens import Tokens


class Findings:
    """The findings in a text that need no sentence read; those of a kind are looked for when they are first asked for.

    Kinds are imported on use: one that nobody asks for does not slow the start.

    shared: whether others may ask for them at any time.
    """

    def __init__(self, tokens: Tokens, *, shared: bool = False) -> None:
        self.tokens = tokens
        self._shared = shared

    def forget(self, name: str) -> None:
        """Let go of findings that have become facts, unless they are shared: those of a large text are large too."""
        if not self._shared:
            self.__dict__.pop(name, None)

    @lazy
    def people(self) -> list[Finding[Mention]]:
        from factx.extract import people

        return people.find(self.tokens)

    @lazy
    def dates(self) -> list[Finding[Expression]]:
        from factx.extract import dates

        return dates.find(self.tokens)

    @lazy
    def percentages(self) -> list[Finding[Figure]]:
        """Percentages without shares in words."""
        from factx.extract import percentages

        return percentages.find(self.tokens)

    def figures(self, *, ratios: bool) -> list[Finding[Figure]]:
        """Percentages, shares in words among them where `ratios` are wanted."""
        if not ratios:
            return self.percentages
        from factx.extract import percentages

        return percentages.find(self.tokens, ratios=True)

    @lazy
    def syntax(self) -> Syntax:
        """The sentences, as those see them who ask for classes, groups and clauses: each finding is one token."""
        from factx.syntax import Syntax, places

        marks = places((each.start, each.end, "time") for each in self.dates)
        marks |= places((each.start, each.end, "figure") for each in self.percentages)
        marks |= places((each.start, each.end, "person") for each in self.people)
        return Syntax(self.tokens, marks)
