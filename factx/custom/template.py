"""Templates of user-defined rules: filled in from a match, then read as a value of the rule's kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from factx.records import NamedTuple

if TYPE_CHECKING:
    from factx.engine.rules import Match

Convert = Callable[[str], Any]


class Field(NamedTuple):
    """A piece of literal text in a template, and the name to be filled in after it."""

    literal: str
    name: str
    """"" if there is none."""
    attribute: str
    """"value" for the value in a list of words, "" for the text itself."""
    spec: str


class Template:
    """Turns a match into the value that a rule's template describes.

    Raises ValueError if the template is invalid.
    """

    def __init__(
        self,
        template: str,
        words: Mapping[str, Mapping[str, str]],
        convert: Convert,
        description: str,
        place: Callable[[], str],
    ) -> None:
        self.__doc__ = description
        self.place = place
        """Returns the file and line of the rule."""
        self._convert = convert
        self._words = words
        self._fields: list[Field] = []
        for literal, name, spec, conversion in Formatter().parse(template):
            if conversion or name == "":
                raise ValueError(f"{template!r} names nothing to fill in: {{text}}, {{NAME}}, {{NAME.value}}")
            field, _, attribute = (name or "").replace("_", "-").partition(".")
            self._fields.append(Field(literal, field, attribute, spec or ""))
            _formatted("x", spec or "")

    def __call__(self, match: Match) -> Any:
        return self._convert("".join([field.literal + self._filled(field, match) for field in self._fields]))

    @property
    def fields(self) -> Iterator[tuple[str, str]]:
        """The names in the template, each with its attribute: "value" or ""."""
        return ((field.name, field.attribute) for field in self._fields if field.name)

    def _filled(self, field: Field, match: Match) -> str:
        if not field.name:
            return ""
        text = match.text if field.name == "text" else match[field.name] or ""
        if field.attribute:
            text = self._words[field.name].get(" ".join(text.lower().split()), "")
        return _formatted(text, field.spec)


def _formatted(text: str, spec: str) -> str:
    return text.upper() if spec == "upper" else text.lower() if spec == "lower" else format(text, spec)


def date(text: str) -> Any:
    """A TIMEX3 value of a day, a month or a year, XXXX-06-06 for a day of any year; None if it is not one."""
    from factx.extract.dates.expression import Expression, Known, OfYear
    from factx.text import calendar

    any_year = text.startswith("XXXX-")
    period = calendar.parse("2000" + text[4:] if any_year else text)
    if period is None:
        return None
    if not any_year:
        return Expression(Known(period))
    _, month, *days = map(int, ("2000" + text[4:]).split("-"))
    return Expression(OfYear(calendar.Unit.DAY, month, days[0]) if days else OfYear(calendar.Unit.MONTH, month))


PERCENTAGE: Final = re.compile(r"([\d,]+(?:\.\d+)?)(?:[–-]([\d,]+(?:\.\d+)?))?(%| percentage points| basis points|‰)")


def percentage(text: str) -> Any:
    """A percentage as factx writes it: 80%, 60–70%, 2.5 percentage points; None if it is not one."""
    from factx.extract.percentages.figure import Figure
    from factx.model import UNIT_SUFFIX

    written = PERCENTAGE.fullmatch(text.strip())
    if written is None:
        return None
    low, high = (float(number.replace(",", "")) for number in (written[1], written[2] or written[1]))
    return Figure(low, high, next(unit for unit, suffix in UNIT_SUFFIX.items() if suffix == written[3]))


CONVERSIONS: Final[dict[str, Convert]] = {"date": date, "percentage": percentage}
"""The functions that read the values of built-in kinds; those of other kinds are strings."""
