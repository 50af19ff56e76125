"""The dates of a document in chronological order."""

from __future__ import annotations

import datetime
import re
from typing import Final, TypeAlias

from factx.model import Date
from factx.render.html.markup import line, section, shown
from factx.render.html.page import Sheet, doubts
from factx.render.wording import calendar_day, day_range

Days: TypeAlias = tuple[str, str]
ISO_DAY: Final = re.compile(r"(-?)(\d+)-(\d+)-(\d+)")
ALMOST: Final = 0.1
"""The part of a unit by which a distance may fall short of the number shown: 20 years less a day are "20 years"."""
UNPLACED: Final = {"DURATION": "Durations", "SET": "Recurring"}


def timeline(sheet: Sheet) -> str:
    """A stop for each day or run of days, and below them the dates with no place in time."""
    stops: dict[Days, list[Date]] = {}
    unplaced: dict[str, list[Date]] = {}
    for date in sheet.document.dates:
        if date.begin and date.until:
            stops.setdefault((date.begin, date.until), []).append(date)
        else:
            unplaced.setdefault(UNPLACED.get(date.type, "Not placed in time"), []).append(date)
    if not sheet.document.dates:
        return ""
    written = sheet.document.date
    if written and len(written) > len("2020-08"):  # a month has no place among days
        stops.setdefault((written, written), [])
    rows = []
    last: str | None = None
    for days in sorted(stops, key=lambda days: (day_key(days[0]), day_key(days[1]))):
        rows += [f'<li class="gap">{later}</li>'] if last and (later := distance(last, days[0])) else []
        rows.append(stop(sheet, days, stops[days], days == (written, written)))
        last = max(last or days[1], days[1], key=day_key)
    body = f'<ol class="stops">{"".join(rows)}</ol>\n' if rows else ""
    for title, dates in sorted(unplaced.items()):
        body += f"<h4>{title}</h4><ul>{''.join(card(sheet, date) for date in dates)}</ul>\n"
    return section(sheet.number, "dates", "Time line", f"{len(sheet.document.dates):,}", body)


def stop(sheet: Sheet, days: Days, dates: list[Date], written: bool) -> str:
    begin, until = days
    badge = ' <span class="badge">written</span>' if written else ""
    lasting = "" if begin == until else " lasting"
    days_shown = f'<time datetime="{shown(begin)}">{shown(day_range(begin, until))}</time>'
    return (
        f'<li class="stop{lasting}"><h4>{days_shown}{badge}</h4>'
        + (f"<ul>{''.join(card(sheet, date) for date in dates)}</ul></li>\n" if dates else "</li>\n")
    )


def card(sheet: Sheet, date: Date) -> str:
    marks = " ".join(filter(None, (date.value, date.mod, date.quant, date.freq)))
    days = shown(day_range(date.begin, date.until))
    return (
        f'<li class="card" id="f{sheet.name(date.id)}">'
        f'<div class="gist"><p>{sheet.to_mark(date)} <span class="days">{days}</span> <code>{line(marks)}</code> '
        f'<span class="quiet">{date.type.lower()}</span>{anchored(sheet, date)}{doubts(date)}</p></div>'
        f"{sheet.excerpt(date)}<p class=\"foot\">{sheet.to_line(date)}</p>{sheet.why(date)}</li>\n"
    )


def anchored(sheet: Sheet, date: Date) -> str:
    """The date that the value was counted from."""
    if not date.anchor:
        return ""
    other = sheet.facts.get(date.anchor)
    counted_from = f"“{line(other.text)}”" if other else shown(calendar_day(date.anchor))
    return f' <span class="quiet">from {counted_from}</span>'


def day_key(day: str) -> tuple[int, int, int]:
    """An ISO date as numbers that sort by time, even before the year 0."""
    match = ISO_DAY.fullmatch(day)
    if not match:
        return 0, 0, 0
    year, month, of_month = (int(number) for number in match.groups()[1:])
    return -year if match[1] else year, month, of_month


def distance(before: str, after: str) -> str:
    """The time from one day to another, in the unit that people would use; empty for the next day."""
    try:
        days = (datetime.date.fromisoformat(after) - datetime.date.fromisoformat(before)).days
    except ValueError:  # before the year 1
        days = round((day_key(after)[0] - day_key(before)[0]) * 365.25)
    for unit, length in (("years", 365.25), ("months", 30.44), ("days", 1)):
        if days / length + ALMOST >= 2:
            return f"{int(days / length + ALMOST):,} {unit} later"
    return ""
