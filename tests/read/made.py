"""One article in each form that factx reads, made anew for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from html import escape

HEADLINE = "Council backs the new bridge"
BYLINE = "By Jane Doe"
PARAGRAPHS = (
    "The council of Northwick voted on Monday to build a second bridge over the river, a plan that 61% of residents "
    "had supported in a survey last month.",
    "“We have waited for twenty years,” said Maria Keller, the mayor, who expects work to begin in the spring of 2025.",
    "Costs have risen by between 5 and 10 percent since the first estimate, according to the treasurer, Tom Adeyemi. "
    "He denied that taxes would go up.",
    "Keller told reporters yesterday that she would resign if the bridge was not open by 1 June 2027.",
)
DAY = "2024-05-08"
TEXT = "\n\n".join((HEADLINE, BYLINE, *PARAGRAPHS))
"""The text of each form when it is read."""


def page(paragraphs: Sequence[str] = PARAGRAPHS, head: str = "") -> str:
    """A web page, with the usual things around an article."""
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | The Northwick Post</title>
<meta property="og:title" content="{HEADLINE}"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="{DAY}T06:00:00+02:00">{head}<script>var x = "3%";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{HEADLINE}</h1><p class="byline">{BYLINE}</p>
{body}
</article></main><footer>© 2019 The Northwick Post. 99% of all rights reserved.</footer></body></html>"""


def mail(paragraphs: Sequence[str] = PARAGRAPHS, html: bool = False) -> EmailMessage:
    """A mail, sent late in the evening of the day before in universal time."""
    message = EmailMessage()
    message["Received"] = "from example.org by example.com; Thu, 9 May 2024 09:00:00 +0000"
    message["From"] = "Zoë Brown <zoe@example.org>"
    message["To"] = "desk@example.org"
    message["Subject"] = f"{HEADLINE} – at last"
    message["Date"] = "Wed, 08 May 2024 00:30:00 +0200"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(page(paragraphs) if html else "\n\n".join(paragraphs), subtype="html" if html else "plain")
    return message


def word(paragraphs: Sequence[str] = (HEADLINE, BYLINE, *PARAGRAPHS)) -> bytes:
    """A Word document."""
    import docx

    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a Word document."""
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def packed(members: dict[str, bytes]) -> bytes:
    """A .zip of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return file.getvalue()


Line = tuple[float, float, float, str]
"""The start of a line (from the left, from the foot), its size, its text."""


def pdf(*pages: Sequence[Line]) -> bytes:
    """A PDF with these lines on its pages, stored in the order given."""
    font = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", font]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F {size} Tf {x} {y} Td ({quoted(text)}) Tj ET\n" for x, y, size, text in lines)
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        fixed = "/Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<<{fixed}/Contents {len(objects)} 0 R>>")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    data, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{data.index('xref')}\n%%EOF\n"
    return (data + end).encode("cp1252")


def quoted(text: str) -> str:
    """Text as a PDF's string."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


WIDTH = 0.6
"""Of every letter of Courier, in its size."""


def column(paragraphs: Sequence[str], letters: int, left: float, top: float, size: float = 10) -> list[Line]:
    """Paragraphs set in a column that many letters wide, the first line of each indented, long words cut."""
    lines: list[Line] = []
    for paragraph in paragraphs:
        rows, row, indent = [], "", 2
        for word in paragraph.split(" "):
            room = letters - indent * (not rows) - len(row) - bool(row)
            if len(word) > room:
                cut = max((i for i in range(3, min(room, len(word) - 2)) if word[: i + 2].isalpha()), default=0)
                if cut:
                    row = f"{row} {word[:cut]}-".strip()
                rows.append(row)
                row, word = "", word[cut:]
            row = f"{row} {word}".strip()
        for i, text in enumerate([*rows, row]):
            lines.append((left + (indent * WIDTH * size if i == 0 else 0), top - 1.2 * size * len(lines), size, text))
    return lines


def printed(columns: int = 1) -> bytes:
    """The article as a PDF of one page, in one column or two."""
    top: list[Line] = [(72, 740, 16, HEADLINE), (72, 716, 10, BYLINE)]
    if columns == 1:
        return pdf([*top, *column(PARAGRAPHS, 75, 72, 690)])
    first = column(PARAGRAPHS[:2], 36, 72, 690)
    second = column(PARAGRAPHS[2:], 36, 330, 690)
    # Line by line across the page, as some programs store it.
    across = sorted([*first, *second], key=lambda line: (-line[1], line[0]))
    return pdf([*top, *across])
