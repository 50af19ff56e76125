"""Exports of news databases (LexisNexis, Factiva, ProQuest), which have several articles in one text.

Each article is a document. What its header says of it, headline, byline, day and publication, is told apart from its
text; so is what stands below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from factx.read.input import Input, Item, Problem, ReadOptions, iso_day


class Article(NamedTuple):
    """One article of an export, and what its header says of it."""

    text: str
    title: str = ""
    date: str = ""
    byline: str = ""
    publication: str = ""
    url: str = ""


def articles(text: str, doc: str, options: ReadOptions) -> Iterator[Item]:
    """The articles of an export, each called after its number; a text that is none is one document."""
    found = exported(text)
    if found is None:
        yield Input(doc, text)
        return
    for number, article in enumerate(found, start=1):
        if not article.text:
            yield Problem(doc, f"article {number}: no text in it", fatal=False)
            continue
        try:
            day = iso_day(article.date, options.date_order) if article.date else None
        except ValueError as error:
            day = None
            yield Problem(doc, f"article {number}: {error}", fatal=False)
        yield Input(
            f"{doc}:{number}",
            article.text,
            day,
            title=article.title or None,
            url=article.url or None,
            byline=re.sub(r"(?i)^by ", "", article.byline) or None,
            publication=article.publication or None,
        )


def exported(text: str) -> list[Article] | None:
    """The articles, if the text is an export."""
    if "ocument" not in text and "DOCUMENT" not in text:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    if LEXIS.search(text):
        return [lexis(part) for part in LEXIS.split(text)[1:]]
    if len(ends := NEXIS.split(text)) > 1 and NEXIS_FIELD.search(text):
        return [nexis(part) for part in ends if part.strip()]
    if len(marks := list(FACTIVA.finditer(text))) > 0 and FACTIVA_LENGTH.search(text):
        return [factiva(part) for part in around(text, marks)]
    if PROQUEST.search(text) and PROQUEST_FIELD.search(text):
        parts = (part for part in RULE.split(text) if PROQUEST_FIELD.search(part))
        return [proquest(part) for part in parts]
    return None


def blocks_of(text: str) -> list[str]:
    """The parts of a text between empty lines, without the indents of their lines."""
    blocks = re.split(r"\n[ \t\xa0]*\n", text)
    return [block for block in ("\n".join(map(str.strip, each.split("\n"))).strip() for each in blocks) if block]


def on_one_line(text: str) -> str:
    return " ".join(text.split())


MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY: Final = re.compile(
    rf"(?i)(?:[a-z]+day,?\s+)?({MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {MONTH},? \d{{4}})(?:,?\s+[a-z]+day\b)?(?P<rest>.*)"
)

# LexisNexis, as it was until 2019: "1 of 20 DOCUMENTS" above each article, and fields in capitals.

LEXIS: Final = re.compile(r"(?m)^[ \t\xa0\f]*\d+ of \d+ DOCUMENTS?[ \t\xa0]*$")
LEXIS_FIELD: Final = re.compile(
    r"(ACC-NO|BODY|BYLINE|CATEGORY|CITY|COMPANY|COPYRIGHT|CORRECTION(?:-DATE)?|COUNTRY|CREDIT|DATELINE|DISTRIBUTION"
    r"|DOCUMENT-TYPE|GEOGRAPHIC|GRAPHIC|HEADLINE|HIGHLIGHT|INDUSTRY|JOURNAL-CODE|LANGUAGE|LENGTH|LOAD-DATE|NAME|NOTES"
    r"|ORGANIZATION|PERSON|PUB-TYPE|PUBLICATION-TYPE|SECTION|SERIES|SOURCE|STATE|SUBJECT|TERMS|TICKER|TYPE|URL)"
    r":[ \t]*(.*)", re.DOTALL | re.IGNORECASE,
)  # fmt: skip
COPYRIGHT: Final = re.compile(r"(?i)(?:copyright|\(c\)|©)\s*(?:\(c\)\s*)?\d{4}|all rights reserved")


def lexis(part: str) -> Article:
    """An article below its number: the publication, the day, the headline, fields, the text, more fields."""
    blocks = blocks_of(part)
    day = next((i for i, block in enumerate(blocks[:8]) if DAY.match(block.split("\n")[0])), -1)
    found = DAY.match(blocks[day].split("\n")[0]) if day >= 0 else None
    above = [block for block in blocks[: max(day, 0)] if not COPYRIGHT.search(block)]
    headline: list[str] = []
    body: list[str] = []
    fields: dict[str, str] = {}
    for block in blocks[day + 1 :]:
        field = LEXIS_FIELD.match(block)
        if field and field[1].upper() == field[1]:
            name, value = field[1], on_one_line(field[2])
            if name == "BODY":
                body.extend([field[2].strip()] if field[2].strip() else [])
            fields.setdefault(name, value)
        elif not fields:
            headline.append(block)
        elif not COPYRIGHT.search(block[:200]):
            body.append(block)
    headline = [block for block in headline if not re.search(r"(?i)\bedition\b", block)]
    return Article(
        "\n\n".join(body),
        fields.get("HEADLINE") or on_one_line(headline[0] if headline else ""),
        found[1] if found else "",
        fields.get("BYLINE", ""),
        on_one_line(above[-1] if above else ""),
        fields.get("URL", ""),
    )


# Nexis, as it is since: each article ends with "End of Document", and the text stands below "Body".

NEXIS: Final = re.compile(r"(?m)^[ \t]*End of Document[ \t]*$")
NEXIS_FIELD: Final = re.compile(r"(?m)^(?:Load-Date|Length|Body$|Byline|Section)\b")


def nexis(part: str) -> Article:
    """An article above its end: the headline, the publication, the day, fields, the text, more fields."""
    lines = [line.strip() for line in part.split("\n")]
    start = next((i for i, line in enumerate(lines) if line == "Body"), None)
    header = [line for line in lines[:start] if line]
    day = next((i for i, line in enumerate(header) if (at := DAY.match(line)) and len(at["rest"]) < 40), -1)
    found = DAY.match(header[day]) if day >= 0 else None
    fields = {
        field[1].upper(): on_one_line(field[2]) for line in lines if (field := LEXIS_FIELD.match(line))
    }
    below = lines[(start + 1) if start is not None else 0 :]
    end = next((i for i, line in enumerate(below) if NEXIS_END.match(line)), len(below))
    body = below[:end]
    if start is None:
        body = [line for line in body[day + 1 :] if not LEXIS_FIELD.match(line) and not COPYRIGHT.search(line)]
    return Article(
        "\n\n".join(blocks_of("\n".join(body))),
        header[day - 2] if day >= 2 else header[0] if header else "",
        found[1] if found else "",
        fields.get("BYLINE", ""),
        header[day - 1] if day >= 1 else "",
        fields.get("URL", ""),
    )


NEXIS_END: Final = re.compile(
    r"(?:Classification|Graphic|Notes)$|(?:Load-Date|Language|Publication-Type|Subject|Graphic):"
)

# Factiva: a line with the id above or below each article; the header has fields with codes, or lines in an order.

FACTIVA: Final = re.compile(r"(?m)^[ \t]*(?:AN[ \t]{1,8})?Document [A-Z][A-Z0-9]{3,11}\d{8}[a-z0-9]{5,20}[ \t]*$")
FACTIVA_LENGTH: Final = re.compile(r"(?m)^(?:WC[ \t]+|WC[ \t]*\n)?[ \t]*([\d,]+) words[ \t]*$")
FACTIVA_CODE: Final = re.compile(
    r"(?:AN|ART|BY|CLM|CO|CR|CT|CX|CY|DE|ED|ET|HD|IN|IPC|IPD|LA|LP|NS|PD|PG|PUB|RE|RF|SC|SE|SN|TD|VOL|WC)"
    r"(?=$|[ \t]{1,8}\S)"
)
FACTIVA_LINE: Final = re.compile(
    r"(?i)(?:English|[A-Z0-9]{2,10}|\d+|[A-Z]?\d{1,3}(?:[;,] .*)?|(?:page|volume|issue|number|pg)\b.*"
    r"|.*\bedition\b.*|.*\bcopyright\b.*|\(c\).*|©.*|\d{1,2}:\d\d.*)"
)


def around(text: str, marks: list[re.Match[str]]) -> list[str]:
    """The parts of a text between marks, which stand above them or below."""
    starts = [mark.end() for mark in marks]
    ends = [mark.start() for mark in marks]
    if FACTIVA_LENGTH.search(text, 0, ends[0]):
        return [text[start:end] for start, end in zip([0, *starts], ends, strict=False)]
    return [text[start:end] for start, end in zip(starts, [*ends[1:], len(text)], strict=True)]


def factiva(part: str) -> Article:
    """An article: with codes, or with a headline, a byline, the number of words, the day and the publication."""
    lines = [line.strip() for line in part.split("\n")]
    coded = [line for line in lines if FACTIVA_CODE.match(line)]
    if any(line.startswith("HD") for line in coded) and len(coded) > 3:
        return factiva_coded(lines)
    words = next((i for i, line in enumerate(lines) if FACTIVA_LENGTH.match(line)), -1)
    block = words
    while block > 0 and lines[block - 1]:
        block -= 1
    near = [line for line in lines[block:words] if line]
    above = [line for line in lines[:block] if line]
    if not near and len(above) > 1 and NAME.match(above[-1]):
        near = [above.pop()]
    elif not above:
        near, above = near[1:], near[:1]
    date = publication = ""
    at = words + 1
    while at < len(lines):
        line = lines[at]
        if found := DAY.match(line) if not date else None:
            date = found[1]
        elif line and date and not publication and not re.match(r"\d{1,2}:\d\d", line):
            publication = line
        elif line and not (publication and FACTIVA_LINE.fullmatch(line)) and not re.match(r"\d{1,2}:\d\d", line):
            break
        at += 1
    return Article("\n\n".join(blocks_of("\n".join(lines[at:]))), on_one_line(" ".join(above[-1:])), date,
                   ", ".join(near), publication)


NAME: Final = re.compile(r"(?:By )?[A-Z][\w.'’-]*(?: (?:and|of|de|van|von|[A-Z][\w.'’-]*,?)){1,6}$")


def factiva_coded(lines: list[str]) -> Article:
    """An article whose fields have codes: HD its headline, LP and TD its text."""
    fields: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        if code := FACTIVA_CODE.match(line):
            current = fields.setdefault(code[0], [])
            line = line[code.end() :].strip()
        current.append(line)
    text = "\n".join([*fields.get("LP", ()), "", *fields.get("TD", ())])
    one = {name: on_one_line(" ".join(value)) for name, value in fields.items()}
    return Article("\n\n".join(blocks_of(text)), *(one.get(code, "") for code in ("HD", "PD", "BY", "SN")))


# ProQuest: articles between rules, each of fields alone.

RULE: Final = re.compile(r"(?m)^[ \t]*_{20,}[ \t]*$")
PROQUEST: Final = re.compile(r"(?m)^[ \t]*Document \d+ of \d+[ \t]*$|^ProQuest document ID:")
PROQUEST_FIELD: Final = re.compile(r"(?m)^(?:Full text|Publication date|Publication info|Abstract):")
PROQUEST_NAMES: Final = re.compile(
    r"(Abstract|Author|Classification|Company / organization|Copyright|Country of publication|Credit|Database|Dateline"
    r"|Document feature|Document type|Document URL|Edition|First page|Full text|Identifier / keyword|ISSN|Issue"
    r"|Language|Language of publication|Last updated"
    r"|Links|Location|Number of pages|Pages|People|Person|Place of publication"
    r"|ProQuest document ID|Publication date|Publication info|Publication subject|Publication title|Publication year"
    r"|Publisher|Section|Source type|Source|Subject|Title|Volume|Year|e-ISSN|Notes|Contact|Word count):[ \t]*(.*)"
)


def proquest(part: str) -> Article:
    """An article: its headline, then fields, one of them its text."""
    fields: dict[str, list[str]] = {}
    current = headline = fields.setdefault("", [])
    for line in part.split("\n"):
        if re.match(r"[ \t]*Document \d+ of \d+[ \t]*$", line):
            continue
        if found := PROQUEST_NAMES.match(line):
            current = fields.setdefault(found[1], [])
            line = found[2]
        current.append(line)
    one = {name: on_one_line(" ".join(value)) for name, value in fields.items()}
    info = one.get("Publication info", "")
    within = DAY.search(info)
    text = fields.get("Full text") or fields.get("Abstract") or []
    return Article(
        "\n\n".join(blocks_of("\n".join(text))),
        one.get("Title") or on_one_line(" ".join(blocks_of("\n".join(headline))[:1])),
        one.get("Publication date") or (within[1] if within else ""),
        one.get("Author", ""),
        one.get("Publication title") or re.split(r"[;,:]", info)[0].strip(),
        one.get("Document URL", ""),
    )
