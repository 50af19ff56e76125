"""What Word's and Excel's files have in common: an archive of XML parts, which refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from factx.read.input import UnreadableError
from factx.read.xml import Records
from factx.read.zip import member

BEFORE_IT: Final = " (what comes before it is read)"


class Package:
    """The parts of a file whose archive is open."""

    def __init__(self, archive: ZipFile, what: str, usual: str) -> None:
        """what: what the file should be, in words; usual: the usual name of its main part."""
        self.archive = archive
        self.what = what
        self.names = set(archive.namelist())
        self.main = next(iter(self.related("", "officeDocument").values()), usual)

    def elements(self, part: str, *names: str) -> Iterator[Element]:
        """The elements of some names in a part."""
        if part not in self.names:
            raise UnreadableError(f"damaged, or not {self.what}: it lacks {part}")
        try:
            with member(self.archive, self.archive.getinfo(part)) as stream:
                yield from Records(frozenset(names)).read(stream)
        except UnreadableError as error:
            said = str(error).removesuffix(BEFORE_IT).removeprefix("damaged: ")
            raise UnreadableError(f"damaged, or not {self.what}: {part}: {said}") from None

    def related(self, part: str, kind: str) -> dict[str, str]:
        """The parts of a kind that a part refers to, by the ids that it calls them."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        found = {}
        for each in self.elements(listed, "Relationship") if listed in self.names else ():
            if each.get("Type", "").endswith("/" + kind) and each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
                found[each.get("Id", "")] = target.lstrip("/")
        return found
