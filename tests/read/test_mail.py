"""Mail: subject, sender and body, dated by its header."""

from __future__ import annotations

import json
from email.message import EmailMessage

import made
import pytest

HEAD = f"{made.HEADLINE} – at last\n\nZoë Brown <zoe@example.org>"


@pytest.fixture
def document(factx):
    """The text and the date of a mail, and the messages about it."""

    def read(data: bytes, *options: str) -> tuple[str, str | None, str]:
        result = factx("--show-text", "-f", "jsonl", "--input", "mail", *options, input=data)
        assert result.exit_code == 0
        [line] = map(json.loads, result.stdout.splitlines())
        return line["text"], line["date"], result.stderr

    return read


def test_subject_sender_and_body_dated_where_it_was_sent(document):
    body = "\n\n".join(made.PARAGRAPHS)
    assert document(bytes(made.mail())) == (f"{HEAD}\n\n{body}", made.DAY, "")


def test_what_it_is_shows_without_a_name(factx, tmp_path):
    data = bytes(made.mail())
    for name in ("a", "b.eml"):
        (tmp_path / name).write_bytes(data)
        assert factx("--show-text", tmp_path / name).stdout.startswith(HEAD)
    assert factx("--show-text", input=data.replace(b"\n", b"\r\n")).stdout.startswith(HEAD)


def test_what_a_person_heads_a_text_with_is_no_mail(factx):
    text = "From: the press office\nDate: today\n\nPrices rose."
    assert factx("--show-text", input=text).stdout == text


def test_the_facts_are_those_of_its_text(factx, tmp_path):
    (tmp_path / "a.eml").write_bytes(bytes(made.mail()))
    fields = ("--fields", "kind,start,end,text,value", "--format", "tsv")
    text = factx("--show-text", tmp_path / "a.eml").stdout
    assert factx(*fields, tmp_path / "a.eml").stdout == factx(*fields, "--date", made.DAY, input=text).stdout


def test_a_body_in_html_alone_is_read_whole(document):
    pytest.importorskip("trafilatura", reason='a mail in HTML needs "factx[html]"')
    message = made.mail()
    page = "<head><style>p {}</style></head><p>Prices rose 3%.</p><table><tr><td>Bye</td></tr></table>"
    message.set_content(page, "html")
    assert document(bytes(message)) == (f"{HEAD}\n\nPrices rose 3%.\n\nBye", made.DAY, "")


def test_the_plain_body_is_taken_where_there_are_two(document):
    message = made.mail(["Plain."])
    message.add_alternative("<p>Not plain.</p>", subtype="html")
    assert document(bytes(message)) == (f"{HEAD}\n\nPlain.", made.DAY, "")


def test_what_is_attached_is_a_document_of_its_own(factx, tmp_path):
    message = made.mail(["Plain."])
    attached = {"../a.txt": b"One.", "photo.jpg": b"\xff\xd8", "b.zip": made.packed({"c.txt": b"Two."})}
    for name, data in attached.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    path = tmp_path / "a.eml"
    path.write_bytes(bytes(message))
    result = factx("--show-text", "-f", "jsonl", path)
    texts = {line["id"].removeprefix(f"{path}"): line["text"] for line in map(json.loads, result.stdout.splitlines())}
    assert texts == {"": f"{HEAD}\n\nPlain.", "/a.txt": "One."}
    assert result.exit_code == 2
    assert result.stderr == (
        f"factx: {path}/b.zip: an archive within an archive (unpack it first)\n"
        "factx: 1 file passed over: 1 .jpg; --glob reads them\n"
    )


@pytest.mark.parametrize(
    ("headers", "body", "text"),
    [
        ("Content-Type: text/plain; charset=cp1252", "The café".encode("cp1252"), "The café"),
        ("Content-Type: text/plain; charset=klingon", "The café".encode(), "The café"),
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable", b"caf=C3=A9 is=\n it",
         "café is it"),
        ("Content-Type: text/plain\nContent-Transfer-Encoding: base64", b"UHJpY2Vz", "Prices"),
        ("X: y", b"Prices\r\nrose.\r\n\r\n", "Prices\r\nrose."),
    ],
)  # fmt: skip
def test_encodings_of_the_body(document, headers, body, text):
    assert document(f"Subject: S\n{headers}\n\n".encode() + body)[0] == f"S\n\n{text}"


def test_a_date_that_cannot_be_read_is_worth_a_warning(document):
    assert document(b"Subject: S\nDate: soon\n\nText.") == (
        "S\n\nText.",
        None,
        "factx: -: its Date header is not a date: 'soon'\n",
    )
    assert document(b"Subject: S\n\nText.", "--date", made.DAY)[1] == made.DAY


@pytest.mark.parametrize("data", [b"", b"\nNo header.", b"just text"])
def test_what_is_no_mail(factx, data):
    result = factx("--input", "mail", input=data)
    assert (result.exit_code, result.stdout.count("\n")) == (2, 1)
    assert result.stderr == "factx: -: not a mail: it does not begin with a header (--input text reads it as it is)\n"


def test_mails_within_mails_without_end(factx):
    nested = "Content-Type: message/rfc822\n\nSubject: T\n" * 3000
    result = factx("--input", "mail", input=f"Subject: S\n{nested}\nText.")
    assert (result.exit_code, result.stderr) == (2, "factx: -: damaged: its parts are nested without end\n")


def test_a_mail_without_a_word(factx):
    message = EmailMessage()
    message["Message-ID"] = "<1@example.org>"
    result = factx("--input", "mail", input=bytes(message))
    assert (result.exit_code, result.stderr) == (2, "factx: -: no text in this mail\n")
