"""Subtitles (SRT, WebVTT): what is said as running text, a paragraph for each speaker or after a pause."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from factx.read.decode import decode
from factx.read.input import Input, Item, Problem, ReadOptions, UnreadableError, whole
from factx.records import NamedTuple

TIMES: Final = re.compile(
    r"(?m)^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3}).*$"
)
VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
CHANGE: Final = re.compile(r"^\s*(?:>>+|[-–—](?=\s*\S))\s*")
"""What stands before the words of another speaker."""
TAG: Final = re.compile(r"</?[A-Za-z][^<>]*>|<[0-9:.]+>|\{\\[^{}]*\}")
SOUND: Final = re.compile(r"[\[(♪][^\])♪]{0,80}[\])♪]|♪")
"""What is heard and is no word: [applause]."""
PAUSE: Final = 3.0
"""The seconds between two subtitles after which a new paragraph begins, where a sentence ends."""
ENDS: Final = re.compile(r"[.?!…][\"'”’)]*$")


class Cue(NamedTuple):
    """One subtitle."""

    start: float
    end: float
    speaker: str
    text: str
    changes: bool
    """Whether a mark says that somebody else speaks."""


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The subtitles as one text."""
    data, warning = decode(whole(stream), options.encoding)
    if warning:
        yield Problem(doc, warning, fatal=False)
    text, times = joined(spoken(list(cues(data.replace("\r\n", "\n").replace("\r", "\n")))))
    if not text:
        raise UnreadableError("no subtitles in it: no two times with --> between (--input text reads it as it is)")
    yield Input(doc, text, times=times)


def joined(paragraphs: Iterable[list[tuple[float, str]]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The paragraphs as one text, with the second from which on each stretch of it is heard."""
    pieces: list[str] = []
    times: list[tuple[int, int]] = []
    length = 0
    for paragraph in paragraphs:
        for number, (start, words) in enumerate(paragraph):
            before = "" if not pieces else " " if number else "\n\n"
            if not times or times[-1][1] != int(start):
                times.append((length + len(before), int(start)))
            pieces.append(before + words)
            length += len(pieces[-1])
    return "".join(pieces), tuple(times)


def cues(text: str) -> Iterator[Cue]:
    """The subtitles in order; of roll-up captions, which show a line again while the next comes, each line once."""
    found = list(TIMES.finditer(text))
    last = ""
    for number, times in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        lines = text[times.end() : end].strip("\n").split("\n\n")[0].split("\n")
        if number + 1 < len(found) and len(lines) > 1 and text[times.end() : end].count("\n\n") == 0:
            lines = lines[:-1] if lines[-1].strip().isdecimal() else lines
        speaker = VOICE.search(" ".join(lines))
        changes = CHANGE.match(TAG.sub("", lines[0])) is not None
        plain = [" ".join(html.unescape(SOUND.sub("", TAG.sub("", CHANGE.sub("", line)))).split()) for line in lines]
        plain = [line for line in plain if line]
        if plain and plain[0] == last:
            plain = plain[1:]
        if plain:
            last = plain[-1]
            name = speaker[1].strip() if speaker else ""
            yield Cue(seconds(times, 1), seconds(times, 5), name, " ".join(plain), changes)


def seconds(times: re.Match[str], first: int) -> float:
    hours, minutes, whole_seconds, part = (times[first + i] or "0" for i in range(4))
    return int(hours) * 3600 + int(minutes) * 60 + int(whole_seconds) + float(f"0.{part}")


def spoken(found: list[Cue]) -> Iterator[list[tuple[float, str]]]:
    """The paragraphs, each as what is said and when; the first of a speaker who is named begins with the name."""
    current: list[tuple[float, str]] = []
    before: Cue | None = None
    speaker = ""
    for cue in found:
        paused = before is not None and cue.start - before.end > PAUSE and ENDS.search(before.text)
        if before is not None and (cue.changes or paused or (cue.speaker and cue.speaker != speaker)):
            yield current
            current = []
        named = ""
        if cue.speaker and cue.speaker != speaker:
            speaker = cue.speaker
            named = f"{speaker}: "
        current.append((cue.start, named + cue.text))
        before = cue
    if current:
        yield current
