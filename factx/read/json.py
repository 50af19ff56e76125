"""JSON: an array of records, one record, or what an API answers: the longest list of objects with a text in it.

Read as a stream: an array an element at a time, and so the list in an object that is too large to be read whole.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from factx.read.decode import marked_encoding
from factx.read.input import LARGEST, Item, Problem, ReadOptions, UnreadableError
from factx.read.records import FieldError, document, is_record, records_in

CHUNK: Final = 1 << 16
WHOLE: Final = 4 << 20
"""The size in characters of the largest object that is read whole."""
DEEPEST: Final = 20
SCRIPT: Final = re.compile(r"\s*(?:var |let |const |window\.)?[\w.]{1,100}\s*=(?=\s*[\[{])")
"""What stands before the records in the files of an archive of one's own posts."""
BLANK: Final = re.compile(r"[\s\ufeff]*")
BETWEEN: Final = re.compile(r"[\s,;\x1e]*")


def read(stream: BinaryIO, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The documents; a record without a text becomes a problem, and reading goes on."""
    source = Source(stream, options)
    number = 0
    try:
        for record in records(source, options):
            number += 1
            try:
                yield from document(record, doc, number, options)
            except FieldError as error:
                yield Problem(doc, f"record {number}: {error}")
    except json.JSONDecodeError as error:
        before = f" (the {number} before it are read)" if number else ""
        raise UnreadableError(f"not JSON at {source.place(error.pos)}: {error.msg}{before}") from None
    except RecursionError:
        raise UnreadableError(f"record {number + 1}: JSON nested too deeply") from None
    if not number:
        raise UnreadableError("no records in it")


class Source:
    """The characters of a stream, and where reading stands."""

    def __init__(self, stream: BinaryIO, options: ReadOptions) -> None:
        self.stream = stream
        first = stream.read(CHUNK)
        encoding = options.encoding or marked_encoding(first) or "utf-8"
        self.encoding = encoding
        self.decoder = codecs.getincrementaldecoder(encoding)()
        self.text = ""
        self.at = 0
        self.passed = 0
        """The line breaks in what is dropped."""
        self.ended = False
        self.take(first)
        self.text = self.text.removeprefix("\ufeff")

    def take(self, data: bytes) -> None:
        try:
            self.text += self.decoder.decode(data, not data)
        except UnicodeError:
            line = self.passed + self.text.count("\n") + 1
            raise UnreadableError(f"not {self.encoding.upper()} after line {line} (try another --encoding)") from None
        self.ended = not data

    def more(self) -> bool:
        """Read as much again as there is, so that a long value is not tried too often; False at the end."""
        if self.ended:
            return False
        if self.at > CHUNK:
            self.passed += self.text.count("\n", 0, self.at)
            self.text, self.at = self.text[self.at :], 0
        if len(self.text) > LARGEST:
            raise UnreadableError(f"a record longer than {LARGEST >> 20} MiB (give its parts as JSON Lines)")
        self.take(self.stream.read(max(CHUNK, len(self.text))))
        return True

    def peek(self, passed: re.Pattern[str] = BLANK) -> str:
        """The next character after blanks, "" at the end."""
        while True:
            found = passed.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text) or not self.more():
                return self.text[self.at : self.at + 1]

    def expect(self, marks: str) -> str:
        """One of the marks, passed."""
        found = self.peek()
        if not found or found not in marks:
            raise json.JSONDecodeError(f"Expecting {' or '.join(marks)}", self.text, self.at)
        self.at += 1
        return found

    def value(self, most: int = LARGEST) -> Any:
        """The next value, passed; TooLongError if it has more characters than `most`."""
        self.peek()
        while True:
            try:
                found, end = DECODER.raw_decode(self.text, self.at)
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated") or error.pos > len(self.text) - 20
                if not cut or self.ended:
                    raise
                if len(self.text) - self.at > most:
                    raise TooLongError from None
                self.more()
                continue
            except RecursionError:
                raise
            if end < len(self.text) or isinstance(found, str | list | dict) or not self.more():
                self.at = end
                return found

    def place(self, at: int) -> str:
        line = self.passed + self.text.count("\n", 0, at) + 1
        return f"line {line}, column {at - (self.text.rfind(chr(10), 0, at) + 1) + 1}"


DECODER: Final = json.JSONDecoder()


class TooLongError(Exception):
    """A value is longer than is read whole."""


def records(source: Source, options: ReadOptions) -> Iterator[Any]:
    """The records in the values at the top, of which there may be several, one after another."""
    while not source.text and source.more():
        pass
    script = SCRIPT.match(source.text)
    source.at = script.end() if script else 0
    while first := source.peek(BETWEEN):
        if first == "[":
            for element in elements(source):
                yield from records_in(element, options, 1)
        elif first == "{":
            try:
                value = source.value(WHOLE)
            except TooLongError:
                yield from list_in(source, options)
                return
            yield from records_in(value, options)
        else:
            yield source.value()


def elements(source: Source) -> Iterator[Any]:
    """The elements of the array at which the source stands."""
    source.expect("[")
    if source.peek() == "]":
        source.at += 1
        return
    while True:
        yield source.value()
        if source.expect(",]") == "]":
            return


def list_in(source: Source, options: ReadOptions, depth: int = 0) -> Iterator[Any]:
    """The elements of the first list with a record in the object at which the source stands, which is passed."""
    source.expect("{")
    while source.peek() == '"':
        source.value()
        source.expect(":")
        first = source.peek()
        if first == "[":
            found = False
            for number, element in enumerate(elements(source)):
                inside = records_in(element, options, 1) if found or number < 20 else []
                found = found or any(is_record(record, options) for record in inside)
                if found:
                    yield from inside
            if found:
                return
        elif first == "{" and depth < DEEPEST:
            yield from list_in(source, options, depth + 1)
        else:
            source.value()
        if source.expect(",}") == "}":
            return
    source.expect("}")
