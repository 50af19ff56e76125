"""Any text and any bytes, guided by the code that they reach, must give facts or a message and nothing else.

    python tests/trust/fuzz.py [-runs=N] [-max_total_time=SECONDS] [FOLDER_OF_FOUND_INPUTS]
    python tests/trust/fuzz.py FORM [-runs=N] [-timeout=10] [FOLDERS]        one reader alone, or auto for their choice

It needs atheris; tests/read/inputs is a folder to begin with for readers. An input that gives an exception, a fact
whose text is not its slice, or JSON that is none, is printed and written to a file beside. Of forms that are archives,
one member is changed at a time and packed anew, or else hardly an input would get past the checksums.
"""

from __future__ import annotations

import io
import json
import random
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["factx"]):
    from factx import pipeline
    from factx.extract import claims, dates, people, percentages
    from factx.model import Span
    from factx.read import Input, Problem, ReadOptions, iso_day
    from factx.read.documents import documents
    from factx.read.forms import NAMED, reader
    from factx.render import Layout, renderer
    from factx.text.clean import clean
    from factx.text.tokens import unwrap

WORDS = (
    "Mr. Ann Lee Putin said “ ” ‘ ’s he she who that not May Sunday last week years 1990 1990s 3% 60-70% percent cent"
    " between and to according claim , . ; : – - ( ) % U.S. President of the a in one two half third points more than"
    " \n \n\n 5 1,000 2.5 August 15 2020 yesterday quarter mid- early told denied asked whether would it they vote"
).split(" ")
KINDS = (claims, dates, people, percentages)
"""Imported here, for their code to be watched too: it is imported on use otherwise."""
FORMS = tuple(renderer(name) for name in ("json", "jsonl", "csv", "tsv"))
READERS = ("text", "jsonl", "mail", "zip")
"""Those that any bytes are given to beside the texts; each of the others has a run of its own."""
PACKED = ("zip", "docx", "xlsx", "odt", "epub")
"""The forms that are .zip archives."""
LONGEST = 2000
"""The length in characters of the texts whose facts are looked for in a run of one reader."""


def one(data: bytes) -> None:
    given = atheris.FuzzedDataProvider(data)
    if given.ConsumeIntInRange(0, 3) == 0:
        form = READERS[given.ConsumeIntInRange(0, len(READERS) - 1)]
        raw = given.ConsumeBytes(sys.maxsize)
        for item in documents(lambda: io.BytesIO(raw), "fuzzed", ReadOptions(form=form)):
            if hasattr(item, "text"):
                check(item.text)
        return
    pieces = []
    while given.remaining_bytes():
        if given.ConsumeIntInRange(0, 7):
            pieces.append(WORDS[given.ConsumeIntInRange(0, len(WORDS) - 1)] + " " * given.ConsumeIntInRange(0, 1))
        else:
            pieces.append(given.ConsumeUnicode(4))
    check("".join(pieces))


def reading(form: str) -> Callable[[bytes], None]:
    """What a run of one reader does: every text and every message must be one, and its marks lead back to it."""

    def read(data: bytes) -> None:
        for number, item in enumerate(documents(lambda: io.BytesIO(data), "fuzzed", ReadOptions(form=form))):
            if isinstance(item, Input):
                said = (item.doc, item.text, item.title, item.url, item.byline, item.publication)
                assert all(each is None or isinstance(each, str) for each in said)
                assert item.date is None or len(iso_day(item.date)) in (7, 10)
                unwrap(item.text)
                if (read_as := clean(item.text)) is not None:
                    assert read_as.back(Span(0, len(read_as.text))).end <= len(item.text)
                if number == 0 and len(item.text) < LONGEST and len(data) % 16 == 0:
                    check(item.text)
            elif isinstance(item, Problem):
                assert item.message

    return read


def repacked(data: bytes, largest: int, seed: int) -> bytes:
    """An archive with one member changed, in one of ten cases the archive itself: whole ones reach the code behind."""
    chosen = random.Random(seed)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist() if info.file_size < 1 << 16}
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        members = {}
    if not members or chosen.random() < 0.1:
        return bytes(atheris.Mutate(data, largest))
    name = chosen.choice(sorted(members))
    members[name] = bytes(atheris.Mutate(members[name] or b" ", max(len(members[name]), 1) + 64))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue() if len(made.getvalue()) <= largest else data


def check(text: str) -> None:
    document = pipeline.extract(text, date="2020-08-16", id="fuzzed", ratios=True)
    for fact in document.facts:
        if text[fact.span.start : fact.span.end] != fact.text:
            raise AssertionError(f"{fact} is not its slice")
    in_json, *_ = ["".join(form([document], [], Layout())) for form in FORMS]
    json.loads(in_json)


def main() -> None:
    if len(sys.argv) > 1 and (sys.argv[1] in NAMED or sys.argv[1] == "auto"):
        with atheris.instrument_imports(include=["factx"]):
            for form in NAMED if sys.argv[1] == "auto" else (sys.argv[1],):
                reader(form)
        mutator = {"custom_mutator": repacked} if sys.argv[1] in PACKED else {}
        atheris.Setup([sys.argv[0], *sys.argv[2:]], reading(sys.argv[1]), **mutator)
        atheris.Fuzz()
    for seed in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")):
        check(seed.read_text("utf-8"))
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
