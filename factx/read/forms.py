"""The forms of input: how each is recognised, and the module that reads it.

A reader is a module here with a function `read(stream, doc, options)`, named as its form. FORMS has a line for each; a
module is imported when the first such input turns up, and costs nothing until then.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from factx.read import beginnings
from factx.read.input import Reader, UnreadableError
from factx.records import NamedTuple


class Form(NamedTuple):
    """A form of input."""

    name: str
    """The name of its module, and of --input."""
    words: str
    """What people call it."""
    suffixes: tuple[str, ...] = ()
    begins: Callable[[bytes], bool] | None = None
    """Whether an input with these first bytes is of this form, whatever its name."""
    extra: str | None = None
    """The extra that installs the packages which the reader needs."""
    several: bool = False
    """Whether one input can have many documents, which are read as a stream."""


def root(*names: str) -> Callable[[bytes], bool]:
    """Whether the input begins like XML with one of these roots."""
    return lambda beginning: beginnings.root(beginning) in names


def signed(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda beginning: beginning.startswith(signatures)


FORMS: Final = (
    # Told by their first bytes: the more special come first.
    Form("pdf", "PDF", (".pdf",), signed(b"%PDF-"), "pdf"),
    Form("docx", "Word documents", (".docx", ".docm")),
    Form("xlsx", "Excel workbooks", (".xlsx", ".xlsm"), None, None, True),
    Form("odt", "OpenDocument texts", (".odt",)),
    Form("epub", "books (EPUB)", (".epub",), None, "html"),
    Form("zip", ".zip archives", (".zip",), signed(b"PK\x03\x04", b"PK\x05\x06"), None, True),
    Form("tar", ".tar archives", (".tar",), beginnings.is_tar, None, True),
    Form("rtf", "rich text", (".rtf",), signed(b"{\\rtf")),
    Form("warc", "web archives (WARC)", (".warc",), beginnings.is_warc, "html", True),
    Form("http", "saved HTTP responses", (), beginnings.is_response),
    Form("mbox", "mailboxes", (".mbox",), beginnings.is_mbox, None, True),
    Form("mhtml", "pages saved as MHTML", (".mhtml", ".mht"), beginnings.is_mhtml, "html"),
    Form("mail", "mail", (".eml",), beginnings.is_mail),
    Form("feed", "RSS and Atom feeds", (".rss", ".atom"), root("rss", "feed", "RDF"), None, True),
    Form("nitf", "news in NITF and NewsML", (".nitf", ".newsml"),
         root("nitf", "newsItem", "newsMessage", "NewsML", "packageItem"), None, True),
    Form("wiki", "MediaWiki dumps", (), root("mediawiki"), None, True),
    Form("html", "web pages", (".html", ".htm", ".xhtml"), beginnings.is_page, "html"),
    Form("subtitles", "subtitles", (".srt", ".vtt"), beginnings.is_subtitles),
    Form("jsonl", "JSON Lines", (".jsonl", ".ndjson"), beginnings.is_json_lines, None, True),
    Form("json", "JSON", (".json",), beginnings.is_json, None, True),
    Form("csv", "tables (CSV, TSV)", (".csv", ".tsv", ".tab"), beginnings.is_table, None, True),
    # Told by their names alone.
    Form("markdown", "Markdown", (".md", ".markdown")),
    Form("text", "text", (".txt", ".text")),
    Form("lines", "a document a line", (), None, None, True),
)  # fmt: skip
NAMED: Final = {form.name: form for form in FORMS}
READERS: Final = {suffix: form.name for form in FORMS for suffix in form.suffixes}
"""The form of each suffix."""
PACKED: Final = {
    ".gz": "gzip", ".bz2": "bz2", ".xz": "lzma", ".zst": "zstd", ".tgz": "gzip", ".tbz2": "bz2", ".txz": "lzma"
}  # fmt: skip
"""The suffixes of what is compressed; those of a .tar stand for two."""

REFUSED: Final = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        "an old or encrypted Office file (save it as .docx without a password)",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive (unpack it first)",
    b"Rar!\x1a\x07": "a RAR archive (unpack it first)",
    b"!BDN": "an Outlook mail folder, PST (export its mails as .mbox or .eml: readpst)",
    b"SQLite format 3\0": "an SQLite database (select its texts as JSON Lines: sqlite3 -json)",
    b"PAR1": "a Parquet table (convert it to JSON Lines: duckdb)",
    b"%!PS": "PostScript (convert it to PDF: ps2pdf)",
    b"AT&TFORM": "DjVu (convert it to text: djvutxt)",
    b"\x89PNG": "an image (it needs text recognition first: tesseract)",
    b"\xff\xd8\xff": "an image (it needs text recognition first: tesseract)",
    b"GIF8": "an image (it needs text recognition first: tesseract)",
    b"II*\0": "an image (it needs text recognition first: tesseract)",
    b"MM\0*": "an image (it needs text recognition first: tesseract)",
    b"ID3": "a sound recording (it needs a transcript first)",
    b"OggS": "a sound recording (it needs a transcript first)",
    b"fLaC": "a sound recording (it needs a transcript first)",
    b"RIFF": "a recording or an image (it needs a transcript first)",
    b"\x7fELF": "a program",
    b"\xef\xbb\xbf{\\rtf": "rich text with a byte order mark (remove the first three bytes)",
}  # fmt: skip
"""The first bytes of inputs that no reader here can read, and the way out."""
LATER: Final = {
    4: {b"ftyp": "a film or a recording (it needs a transcript first)"},
    60: {b"BOOKMOBI": "a Kindle book (convert it to EPUB: ebook-convert)"},
}
"""The same, for signatures that stand at a later place."""


def form_of(beginning: bytes, suffix: str) -> str:
    """The form of an input: by its first bytes, or else by its name, or else text."""
    refuse_what_is_not_read(beginning, suffix)
    beginning = in_utf8(beginning)
    form = READERS.get(suffix, "")
    if form == "jsonl" and not beginnings.is_json_array(beginning):
        return form
    for each in FORMS:
        # A PDF may have some bytes before its signature.
        if each.begins and (each.begins(beginning) or each.name == "pdf" == form and b"%PDF-" in beginning):
            return form if each.name == "zip" and form in ARCHIVES else each.name
    if beginnings.root(beginning) and (suffix == ".xml" or beginning.lstrip(b"\xef\xbb\xbf").startswith(b"<?xml")):
        raise UnreadableError(
            f"XML with the root <{beginnings.root(beginning)}>: feeds, NITF, NewsML and MediaWiki dumps are read "
            "(--input html reads the text in it, --input text all of it)"
        )
    return form or "text"


ARCHIVES: Final = frozenset({"docx", "xlsx", "odt", "epub"})
"""The forms that are .zip archives themselves: a name tells them apart, or else what is inside."""


def refuse_what_is_not_read(beginning: bytes, suffix: str) -> None:
    """Raise UnreadableError for a binary form that has no reader."""
    if suffix == ".msg" and beginning.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("a mail of Outlook (save it as .eml, or: msgconvert)")
    for place, signatures in {0: REFUSED, **LATER}.items():
        for signature, message in signatures.items():
            if beginning.startswith(signature, place):
                raise UnreadableError(message)


def in_utf8(beginning: bytes) -> bytes:
    """The beginning of a text in UTF-16 or UTF-32 with a mark, as UTF-8."""
    if beginning[:2] not in (b"\xff\xfe", b"\xfe\xff") and not beginning.startswith(b"\0\0\xfe\xff"):
        return beginning
    wide = beginning[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
    return beginning.decode("utf-32" if wide else "utf-16", "ignore").encode("utf-8", "ignore")


def reader(form: str) -> Reader:
    """The reader of that name, imported now; UnreadableError names the extra that it lacks."""
    extra = NAMED[form].extra
    try:
        found = cast(Reader, import_module(f"factx.read.{form}").read)
        silence()
        return found
    except ImportError as error:
        if extra is None:
            raise
        missing = f'reading {NAMED[form].words} needs more packages: pip install "factx[{extra}]"'
        raise UnreadableError(f"{missing} ({error.msg.splitlines()[0]})") from None


def silence() -> None:
    """Keep what libraries say to their programmers from our users, unless these ask for it (python -W)."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    if (logging := sys.modules.get("logging")) is not None and logging.lastResort is not None:
        logging.lastResort.setLevel(logging.CRITICAL + 1)


def wanted(path: str, globs: tuple[str, ...]) -> bool:
    """Whether to read a file of a directory or an archive; patterns with a slash are matched against its whole path."""
    if not globs:
        suffix, packed = suffix_of(path)
        return suffix in READERS or suffix == ".xml" or (packed is not None and suffix == "")
    from fnmatch import fnmatch

    name = os.path.basename(path)
    return any(fnmatch(path if "/" in pattern else name, pattern) for pattern in globs)


def suffix_of(path: str) -> tuple[str, str | None]:
    """The suffix in lower case, without that of a compression, and the name of the compression if there is one."""
    stem, suffix = os.path.splitext(path.lower())
    packed = PACKED.get(suffix)
    if packed is None:
        return suffix, None
    return (".tar" if suffix.startswith(".t") else os.path.splitext(stem)[1]), packed
