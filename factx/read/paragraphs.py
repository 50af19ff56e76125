"""Lines to paragraphs: which line begins one, and what a hyphen at a line's end was for."""

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
"""What hangs out to the left of the lines that belong to it."""
PAGE_NUMBER: Final = re.compile(r"\W*(?:page |p\. ?)?[#ivxlc]+(?: ?(?:of|/|\|) ?#)?\W*")
"""What numbers a page, with # for its digits."""
EDGE: Final = 2
"""How many lines at the top and at the foot of a page may be a running head."""


def without_running_heads(pages: Sequence[Sequence[Region]]) -> list[list[Region]]:
    """The pages without what stands at the edge of most of them, but for its first time; page numbers go wholly."""
    edges = [edge_lines(page) for page in pages]
    times = Counter(key for edge in edges for key in {running_key(line) for line in edge})
    running = {key for key, count in times.items() if count > 1 and count >= 0.4 * len(pages)}
    seen: set[str] = set()
    kept: list[list[Region]] = []
    for page, edge in zip(pages, edges, strict=True):
        gone = set()
        for line in edge:
            key = running_key(line)
            if key in running and (key in seen or PAGE_NUMBER.fullmatch(key)):
                gone.add(line)
            seen.add(key)
        kept.append([[line for line in region if line not in gone] for region in page])
    return kept


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
    """What a running head is known by: its text but for the numbers."""
    return re.sub(r"\d+", "#", line.text.casefold())


def paragraphs(pages: Iterable[Sequence[Region]]) -> Iterator[str]:
    """The paragraphs of a document; one that goes on in the next column or on the next page is one."""
    regions = [region for page in pages for region in page if region]
    words = whole_words(regions)
    under_way: list[Piece] = []
    for number, region in enumerate(regions):
        left, right = edges(region)
        pitch = median([a.bottom - b.bottom for a, b in pairwise(region)] or [0])
        for i, line in enumerate(region):
            if i == 0:
                begins = number == 0 or not goes_on(under_way[-1], line, regions[number - 1], left)
            else:
                begins = is_first(line, region[i - 1], right, pitch)
            if begins and under_way:
                yield joined(under_way, words)
                under_way = []
            under_way.append(line)
    if under_way:
        yield joined(under_way, words)


def edges(region: Region) -> tuple[float, float]:
    """Where the lines of a column begin and end, whatever single ones do."""
    lefts, rights = sorted(line.left for line in region), sorted(line.right for line in region)
    return lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]


def whole_words(regions: Sequence[Region]) -> Counter[str]:
    """How often each word stands in the document, the halves of those that are cut at a line's end left out."""
    words: Counter[str] = Counter()
    cut = False
    for line in (line for region in regions for line in region):
        found = WORD.findall(line.text.casefold())
        ends_cut = line.text.endswith("-")
        words.update(found[cut : len(found) - ends_cut])
        cut = ends_cut
    return words


def is_first(line: Piece, before: Piece, right: float, pitch: float) -> bool:
    """Whether a paragraph begins with this line: by a wider gap, another size, an indent, or room left before it."""
    if before.bottom - line.bottom > 1.3 * pitch or not 0.85 < line.height / before.height < 1.18:
        return True
    if abs(line.left + line.right - before.left - before.right) < 0.5 * line.height:
        return False  # a headline in the middle goes on
    if line.left - before.left > 0.7 * line.height:
        return BULLET.match(before.text) is None
    first = line.text.split(maxsplit=1)[0]
    letter = (line.right - line.left) / len(line.text)
    return right - before.right > 1.3 * (len(first) + 1) * letter


def goes_on(before: Piece, line: Piece, region: Region, left: float) -> bool:
    """Whether the line at the top of a column goes on with the paragraph at the foot of the column before."""
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
    """Whether a hyphen at a line's end is the word's own: as the document has it elsewhere, else by what it joins."""
    head, tail = re.search(r"[\w-]*(?=-$)", before), re.match(r"[^\W\d_]*", after)
    first, second = head[0].casefold() if head else "", tail[0] if tail else ""
    if not second.islower() or not first.replace("-", "").isalpha():
        return True
    compound, whole = words[f"{first}-{second}"], words[first + second]
    if compound != whole:
        return compound > whole
    known = lexicon.load("hyphens")
    return first in known["kept"] or (first in known["kept-before-words"] and words[second] > 0)
