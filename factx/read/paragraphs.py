"""Joins lines to paragraphs: decides which lines begin one, and which hyphens at a line's end belong to the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from factx import lexicon
from factx.read.columns import Piece, Region

ENDS: Final = re.compile(r"[.!?:;][\"'”’)\]]*$")
WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BULLET: Final = re.compile(r"[•◦▪‣*–—-]|\(?\w{1,3}[.)]\s")
"""Marks of list items: they stand to the left of the item's other lines."""
PAGE_NUMBER: Final = re.compile(r"\W*(?:page |p\. ?)?[#ivxlc]+(?: ?(?:of|/|\|) ?#)?\W*")
"""A page number, with # for its digits."""
EDGE: Final = 2
"""The most lines of a running head, at the top or at the foot of a page."""


def without_running_heads(pages: Sequence[Sequence[Region]]) -> list[list[Region]]:
    """The pages without page numbers, and without running heads except where each first occurs."""
    edges = [edge_lines(page) for page in pages]
    times = Counter(key for edge in edges for key in {running_key(line) for line in edge})
    running = {key for key, count in times.items() if count > 1 and count >= 0.4 * len(pages)}
    seen: set[str] = set()
    result: list[list[Region]] = []
    for page, edge in zip(pages, edges, strict=True):
        removed = set()
        for line in edge:
            key = running_key(line)
            if key in running and (key in seen or PAGE_NUMBER.fullmatch(key)):
                removed.add(line)
            seen.add(key)
        result.append([[line for line in region if line not in removed] for region in page])
    return result


def edge_lines(page: Sequence[Region]) -> list[Piece]:
    """The lines at the head and at the foot of a page that stand apart from the rest."""
    ordered = sorted((line for region in page for line in region), key=lambda line: -line.middle)
    found: list[Piece] = []
    for edge in (ordered, ordered[::-1]):
        inner = 0
        for i, (line, following) in enumerate(pairwise(edge[: EDGE + 1]), start=1):
            if abs(line.middle - following.middle) > 1.6 * line.height:
                inner = i
        found += edge[:inner]
    return found


def running_key(line: Piece) -> str:
    """The text of a running head with # for its numbers, so that it is the same on every page."""
    return re.sub(r"\d+", "#", line.text.casefold())


def paragraphs(pages: Iterable[Sequence[Region]]) -> Iterator[str]:
    """The paragraphs of a document, each joined across columns and pages."""
    regions = [region for page in pages for region in page if region]
    words = whole_words(regions)
    current: list[Piece] = []
    for number, region in enumerate(regions):
        left, right = edges(region)
        pitch = median([a.bottom - b.bottom for a, b in pairwise(region)] or [0])
        for i, line in enumerate(region):
            if i == 0:
                begins = number == 0 or not goes_on(current[-1], line, regions[number - 1], left)
            else:
                begins = is_first(line, region[i - 1], right, pitch)
            if begins and current:
                yield joined(current, words)
                current = []
            current.append(line)
    if current:
        yield joined(current, words)


def edges(region: Region) -> tuple[float, float]:
    """The left and right edges of most lines of a column."""
    lefts, rights = sorted(line.left for line in region), sorted(line.right for line in region)
    return lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]


def whole_words(regions: Sequence[Region]) -> Counter[str]:
    """The frequency of each word in the document, not counting words divided at a line's end."""
    words: Counter[str] = Counter()
    cut = False
    for line in (line for region in regions for line in region):
        found = WORD.findall(line.text.casefold())
        ends_cut = line.text.endswith("-")
        words.update(found[cut : len(found) - ends_cut])
        cut = ends_cut
    return words


def is_first(line: Piece, before: Piece, right: float, pitch: float) -> bool:
    """Whether a paragraph begins with this line: by a gap, another size, an indent, or room left on the line before."""
    if before.bottom - line.bottom > 1.3 * pitch or not 0.85 < line.height / before.height < 1.18:
        return True
    if abs(line.left + line.right - before.left - before.right) < 0.5 * line.height:
        return False  # a centred headline continues
    if line.left - before.left > 0.7 * line.height:
        return BULLET.match(before.text) is None
    first = line.text.split(maxsplit=1)[0]
    letter = (line.right - line.left) / len(line.text)
    return right - before.right > 1.3 * (len(first) + 1) * letter


def goes_on(before: Piece, line: Piece, region: Region, left: float) -> bool:
    """Whether the line at the top of a column continues the paragraph at the foot of the column before."""
    if ENDS.search(before.text) or not 0.85 < line.height / before.height < 1.18:
        return False
    start, end = edges(region)
    if before.right - start < 0.85 * (end - start):
        return False
    return line.text[0].islower() or (len(region) > 1 and line.left - left < 0.7 * line.height)


def joined(lines: Sequence[Piece], words: Counter[str]) -> str:
    """The lines as one text; rows of a table stay lines."""
    text = lines[0].text
    for line in lines[1:]:
        if "\t" in line.text or "\t" in text.rpartition("\n")[2]:
            text += "\n" + line.text
        elif text.endswith("\xad"):
            text = text[:-1] + line.text
        elif text.endswith("-") and re.search(r"\w-$", text):
            text = (text if is_compound(text, line.text, words) else text[:-1]) + line.text
        else:
            text += ("" if text.endswith("—") else " ") + line.text
    return text


def is_compound(before: str, after: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word: by its spelling elsewhere, else by its parts."""
    head, tail = re.search(r"[\w-]*(?=-$)", before), re.match(r"[^\W\d_]*", after)
    first, second = head[0].casefold() if head else "", tail[0] if tail else ""
    if not second.islower() or not first.replace("-", "").isalpha():
        return True
    compound, whole = words[f"{first}-{second}"], words[first + second]
    if compound != whole:
        return compound > whole
    known = lexicon.load("hyphens")
    return first in known["kept"] or (first in known["kept-before-words"] and words[second] > 0)
