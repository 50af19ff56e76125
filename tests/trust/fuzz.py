"""Any text and any bytes, guided by the code that they reach, must give facts or a message and nothing else.

    python tests/trust/fuzz.py [-runs=N] [-max_total_time=SECONDS] [FOLDER_OF_FOUND_INPUTS]

It needs atheris. An input that gives an exception, a fact whose text is not its slice, or JSON that is none, is printed
and written to a file beside.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["factx"]):
    from factx import pipeline
    from factx.extract import claims, dates, people, percentages
    from factx.read import ReadOptions, forms
    from factx.render import Layout, format_named

WORDS = (
    "Mr. Ann Lee Putin said “ ” ‘ ’s he she who that not May Sunday last week years 1990 1990s 3% 60-70% percent cent"
    " between and to according claim , . ; : – - ( ) % U.S. President of the a in one two half third points more than"
    " \n \n\n 5 1,000 2.5 August 15 2020 yesterday quarter mid- early told denied asked whether would it they vote"
).split(" ")
KINDS = (claims, dates, people, percentages)
"""Imported here, for their code to be watched too: it is imported on use otherwise."""
FORMS = tuple(format_named(name) for name in ("json", "jsonl", "csv", "tsv"))
READERS = ("text", "jsonl", "mail", "zip")


def one(data: bytes) -> None:
    given = atheris.FuzzedDataProvider(data)
    if given.ConsumeIntInRange(0, 3) == 0:
        form = READERS[given.ConsumeIntInRange(0, len(READERS) - 1)]
        raw = given.ConsumeBytes(sys.maxsize)
        for item in forms.documents(lambda: io.BytesIO(raw), "fuzzed", ReadOptions(form=form)):
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


def check(text: str) -> None:
    document = pipeline.extract(text, date="2020-08-16", id="fuzzed", ratios=True)
    for fact in document.facts:
        if text[fact.span.start : fact.span.end] != fact.text:
            raise AssertionError(f"{fact} is not its slice")
    for body, frame in FORMS:
        printed = "".join(frame([body(document, Layout())], [], Layout()))
    printed = "".join(FORMS[0].frame([FORMS[0].body(document, Layout())], [], Layout()))
    json.loads(printed)


def main() -> None:
    for seed in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")):
        check(seed.read_text("utf-8"))
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
