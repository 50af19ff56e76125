"""The parts of an Excel workbook: its sheets as streams of rows of text, its shared strings, its formats of numbers."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from factx.expressions import compiled
from factx.read.input import UnreadableError
from factx.read.office import Package
from factx.read.xml import below, local
from factx.records import NamedTuple

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
DAYS_AND_TIMES: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
"""The numbers of the formats of days and times that no file spells out."""
LITERAL: Final = compiled(r'"[^"]*"|\\.|_.|\[[^\]]*\]|General')
"""What a format prints as it is, a colour, a condition."""
OF_DAYS: Final = compiled("[dmyhsDMYHS]")
ELAPSED: Final = compiled(r"(?i)\[(?:h+|m+|s+)\]")
ESCAPED: Final = compiled("_x([0-9A-Fa-f]{4})_")
EPOCHS: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
LAST_DAY: Final = 2_958_465
"""The number of 31 December 9999."""


class Sheet(NamedTuple):
    """A sheet, and the part of the file in which it is."""

    title: str
    part: str


class Workbook:
    """A workbook whose archive is open."""

    def __init__(self, archive: ZipFile) -> None:
        self.package = Package(archive, "an Excel workbook", "xl/workbook.xml")
        main = self.package.main
        self.sheets: list[Sheet] = []
        since_1904 = False
        parts = self.package.related(main, "worksheet")
        for found in self.package.elements(main, "sheet", "workbookPr"):
            if local(found.tag) == "workbookPr":
                since_1904 = found.get("date1904") in ("1", "true")
            elif (part := parts.get(attribute(found, "id"))) is not None:
                self.sheets.append(Sheet(found.get("name", ""), part))
        self.epoch = EPOCHS[since_1904]
        self.strings = Strings()
        for part in self.package.related(main, "sharedStrings").values():
            for found in self.package.elements(part, "si"):
                self.strings.add(words(found))
        self.dated = self.dated_styles()

    def dated_styles(self) -> list[bool]:
        """Of each style of cells, whether numbers in it are days or times."""
        own: dict[str, bool] = {}
        styles: list[bool] = []
        for part in self.package.related(self.package.main, "styles").values():
            for found in self.package.elements(part, "numFmt", "cellXfs"):
                if local(found.tag) == "numFmt":
                    own[found.get("numFmtId", "")] = is_of_days(found.get("formatCode", ""))
                else:
                    for style in below(found, "xf"):
                        id = style.get("numFmtId", "0")
                        styles.append(own.get(id, id.isdecimal() and int(id) in DAYS_AND_TIMES))
        return styles

    def rows(self, sheet: Sheet) -> Iterator[list[str]]:
        """The rows of a sheet from its first, each as its cells' texts; rows that are left out are empty."""
        before = 0
        for row in self.package.elements(sheet.part, "row"):
            said = row.get("r", "")
            number = int(said) if said.isdecimal() and len(said) < 9 else before + 1
            if not before < number <= LAST_ROW:
                raise UnreadableError(f"damaged: row {number} after row {before} (what comes before it is read)")
            for _ in range(before + 1, number):
                yield []
            before = number
            yield self.cells(row)

    def cells(self, row: Element) -> list[str]:
        """The texts of a row's cells."""
        found: list[str] = []
        for cell in row:
            place = column(cell.get("r", "")) or len(found) + 1
            if local(cell.tag) == "c" and len(found) < place <= LAST_COLUMN:
                found += [""] * (place - 1 - len(found))
                found.append(self.text(cell))
        return found

    def text(self, cell: Element) -> str:
        """A cell as text: a day as ISO writes it, an error as nothing."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return unescaped(words(cell))
        value = next((each.text for each in cell if local(each.tag) == "v"), None) or ""
        match kind:
            case "s":
                return unescaped(self.strings[int(value)]) if value.strip().isdecimal() else ""
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(value, value)
            case "e":
                return ""
            case "n":
                style = cell.get("s", "")
                dated = style.isdecimal() and int(style) < len(self.dated) and self.dated[int(style)]
                return number(value, self.epoch if dated else None)
        return unescaped(value)


class Strings:
    """The texts that cells share, packed: a cell has a text's number, which is often the next."""

    PACK: Final = 256

    def __init__(self) -> None:
        self.packed: list[bytes] = []
        self.last: list[str] = []
        self.unpacked = lru_cache(16)(self.unpack)

    def add(self, text: str) -> None:
        self.last.append(text)
        if len(self.last) == self.PACK:
            self.packed.append(zlib.compress("\0".join(self.last).encode("utf-8", "surrogatepass"), 1))
            self.last = []

    def unpack(self, number: int) -> list[str]:
        return zlib.decompress(self.packed[number]).decode("utf-8", "surrogatepass").split("\0")

    def __getitem__(self, number: int) -> str:
        """The text of that number; none if there is no such text."""
        pack, place = divmod(number, self.PACK)
        texts = self.unpacked(pack) if pack < len(self.packed) else self.last if pack == len(self.packed) else []
        return texts[place] if place < len(texts) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute with any prefix: one that has a prefix, rather than one without."""
    found = [value for key, value in element.items() if ":" in key and local(key) == name]
    return found[0] if found else element.get(name, "")


def words(element: Element) -> str:
    """A text in which runs may differ in their looks, without how it is pronounced."""
    return "".join(
        each.text or ""
        for part in element
        if local(part.tag) in ("t", "r", "is")
        for each in ([part] if local(part.tag) == "t" else below(part, "t"))
    )


def unescaped(text: str) -> str:
    """A text with the characters that XML can't have: _x000D_ is one."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def column(place: str) -> int:
    """The number of a cell's column: 28 of AB7; 0 if the place is not said."""
    number = 0
    for letter in place[:4].upper():
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number


def is_of_days(format: str) -> bool:
    """Whether a format of numbers is one of days or times; lengths of time are numbers."""
    shown = format.split(";")[0]
    return not ELAPSED.search(shown) and bool(OF_DAYS.search(LITERAL.sub("", shown)))


def number(value: str, epoch: datetime | None) -> str:
    """A number as it is written, of a day's the day."""
    try:
        found = float(value)
    except ValueError:
        return value
    if epoch is None or not 0 <= found <= LAST_DAY:
        return value if value.lstrip("-").isdecimal() else f"{found:.15g}"
    if found < 1:
        return (epoch + timedelta(seconds=round(found * 86_400))).time().isoformat()
    if found < 60 and epoch == EPOCHS[False]:
        found += 1  # Excel has a 29 February 1900
    return (epoch + timedelta(seconds=round(found * 86_400))).isoformat()
