"""Exports of news databases: each article with its day, headline, byline and publication; the rest is no text."""

from __future__ import annotations

import made
import pytest

RENTS = "Mayor Dana Webb said yesterday that rents rose 4%."
STAFF = "Carl Ott denied yesterday that 30% of the staff had left."

LEXIS = f"""\f                               1 of 2 DOCUMENTS


                              The Post (London)

                                 March 9, 2023
                              Thursday
                              First Edition

SECTION: NEWS; Pg. 3

LENGTH: 210 words

HEADLINE: RENTS GO UP;
Council to meet

BYLINE: By LENA RAY

DATELINE: LEEDS

BODY:
   {RENTS}

   Nobody else spoke.

GRAPHIC: PHOTO: Tom Smith, left.

LOAD-DATE: March 10, 2023

            Copyright 2023 Example Ltd
             All Rights Reserved


                               2 of 2 DOCUMENTS

                              The Post (London)

                            April 16, 2023 Sunday

Staff leave

LENGTH: 90 words

{STAFF}

URL: https://example.org/2

LOAD-DATE: April 17, 2023
"""


def nexis(headline: str, day: str, byline: str, text: str) -> str:
    return f"""{headline}

The Post (London)

{day}

Copyright 2023 Example Ltd. All Rights Reserved

Section: NEWS; Pg. 3

Length: 120 words

Byline: {byline}

Body

{text}

Classification

Language: ENGLISH

Subject: RENTS (90%); Tom Smith (70%)

Load-Date: May 1, 2023

End of Document

"""


NEXIS = (
    "User Name: = x\nDate and Time: = 5 May 2023\nDocuments (2)\n\n"
    + nexis("Rents go up", "March 9, 2023 Thursday", "Lena Ray", f"{RENTS}\n\nNobody else spoke.")
    + nexis("Staff leave", "April 16, 2023 Sunday 3:15 PM GMT", "Bob Roe", STAFF)
)
CODES = f"""SE  News
HD  Rents go up
BY  Lena Ray
WC  130 words
PD  9 March 2023
SN  The Post (London)
SC  TPOST
LA  English
CY  (c) 2023 Example

LP
{RENTS}

TD
Nobody else spoke.

CO  examp : Example plc
NS  gcat : Political News
AN  Document TPOST00020230309ej3900001

HD  Staff leave
WC  90 words
PD  16 April 2023
SN  The Post (London)
LP
{STAFF}

AN  Document TPOST00020230416ej4g00002
"""
DISPLAY = f"""News
Rents go up

Lena Ray
130 words
9 March 2023
03:15 AM
The Post (London)
TPOST
1; National
12
English
Copyright 2023. Example Ltd.

{RENTS}

Nobody else spoke.

Document TPOST00020230309ej3900001


Staff leave

90 words
16 April 2023
The Post (London)
TPOST
English
© 2023 Example

{STAFF}

Document TPOST00020230416ej4g00002
"""


def proquest(number: int, headline: str, author: str, day: str, text: str) -> str:
    return f"""____________________________________________________________

Document {number} of 2

{headline}

Author: {author}

Publication info: The Post (London); London [London]. {day}: 3.

Abstract: None.

Full text: {text}

Subject: Rents; Mayors; Tom Smith

Publication title: The Post (London)

Publication date: {day}

ISSN: 00000000

Document URL: https://example.org/{number}

Copyright: (Copyright, Example. All rights reserved.)

Last updated: 2023-03-10

"""


PROQUEST = (
    proquest(1, "Rents go up", "Ray, Lena", "Mar 9, 2023", f"{RENTS}\n\nNobody else spoke.")
    + proquest(2, "Staff leave", "Roe, Bob", "Apr 16, 2023", STAFF)
    + "____________________________________________________________\n\nContact us at: http://x Copyright 2023\n"
)


@pytest.mark.parametrize(
    ("export", "titles", "bylines"),
    [
        (LEXIS, ["RENTS GO UP; Council to meet", "Staff leave"], ["LENA RAY", None]),
        (NEXIS, ["Rents go up", "Staff leave"], ["Lena Ray", "Bob Roe"]),
        (CODES, ["Rents go up", "Staff leave"], ["Lena Ray", None]),
        (DISPLAY, ["Rents go up", "Staff leave"], ["Lena Ray", None]),
        (PROQUEST, ["Rents go up", "Staff leave"], ["Ray, Lena", "Roe, Bob"]),
    ],
    ids=["lexis", "nexis", "factiva-codes", "factiva-display", "proquest"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_article_is_a_document(reads, export, titles, bylines, end):
    read = reads("export.txt", export.replace("\n", end))
    assert read.each("text") == [f"{RENTS}\n\nNobody else spoke.", STAFF]
    assert read.each("date") == ["2023-03-09", "2023-04-16"]
    assert read.each("id") == ["export.txt:1", "export.txt:2"]
    assert read.each("publication") == ["The Post (London)"] * 2
    assert (read.each("title"), read.each("byline")) == (titles, bylines)
    assert (read.said, read.status) == ("", 0)


def test_in_word_and_rich_text_too(reads):
    pytest.importorskip("docx", reason="writes Word documents")
    lines = [line.strip() for line in NEXIS.split("\n") if line.strip()]
    rich = "{\\rtf1\\ansi " + "\\par ".join(lines) + "}"
    for name, data in (("export.docx", made.word(lines)), ("export.rtf", rich)):
        read = reads(name, data)
        assert read.each("text") == [f"{RENTS}\n\nNobody else spoke.", STAFF]
        assert read.each("date") == ["2023-03-09", "2023-04-16"]
        assert read.each("byline") == ["Lena Ray", "Bob Roe"]


def test_an_article_without_a_text_is_named(reads):
    read = reads("a.txt", LEXIS.replace(STAFF, ""))
    assert (len(read.documents), read.said) == (1, "factx: a.txt: article 2: no text in it\n")


@pytest.mark.parametrize(
    "text",
    [
        "He read Document 1 of 2 aloud.\n\nIt rose 3%.",
        "End of Document\n\nIt rose 3%.",
        "The report, 120 words\nlong, was in the documents.",
        "Full text: it rose 3%. Document 4 is lost.",
    ],
)
def test_what_is_no_export_is_one_document(reads, text):
    assert reads("a.txt", text).each("text") == [text]


def test_it_is_read_as_it_stands_where_that_is_asked_for(reads):
    assert reads("a.txt", DISPLAY, "--input", "text").each("text") == [DISPLAY]
