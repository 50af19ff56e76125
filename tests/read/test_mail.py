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
    assert document(b"Subject: S\nDate: Wed, 8 May 99999999999999999999 09:00:00 +0000\n\nText.")[1] is None


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


HEADER = (
    "From: Lena Ray <lena@example.org>\nSubject: Re: Rents\nDate: Thu, 09 Mar 2023 09:00:00 +0000\nMIME-Version: 1.0\n"
    "Message-ID: <1@x>\nContent-Type: text/plain; charset=utf-8\n\n"
)
OWN = "Re: Rents\n\nLena Ray <lena@example.org>\n\n"
ANSWERED = "Carl Ott denied yesterday that 30% of the staff had left."


class TestQuoted:
    @pytest.mark.parametrize(
        "attribution",
        [
            "On Tue, 7 Mar 2023, Bob Roe wrote:",
            "On Tue, Mar 7, 2023 at 9:15 AM Bob Roe <bob.roe@example.org>\nwrote:",
            "On March 7, 2023 at 9:15:02 AM GMT, Bob Roe <bob@example.org> wrote:\n",
            "On 2023-03-07 09:15, Bob Roe wrote:",
            "Bob Roe <bob@example.org> wrote on 7 Mar 2023:",
            'On 7 Mar 2023, at 09:15, "Bob Roe" <bob@example.org> wrote:',
        ],
    )
    def test_quoted_lines_are_a_document_of_who_wrote_them(self, reads, attribution):
        quote = "> Carl Ott denied yesterday that 30% of the\n> staff had left.\n>\n> Bob\n"
        read = reads("a.eml", f"{HEADER}Thanks.\n\n{attribution}\n{quote}")
        own, quoted = read.documents
        assert own["text"].rstrip() == f"{OWN}Thanks."
        assert (quoted["id"], quoted["date"], quoted["byline"]) == ("a.eml/quoted-1", "2023-03-07", "Bob Roe")
        assert " ".join(quoted["text"].split()) == f"{ANSWERED} Bob"

    def test_quotes_in_quotes_and_between_answers(self, reads):
        body = (
            "On 7 Mar 2023, Bob Roe wrote:\n> One.\n\nI agree.\n\n> Two.\n> On 6 Mar 2023, Sue Low wrote:\n>> Three.\n"
        )
        read = reads("a.eml", HEADER + body)
        assert read.each("text") == [f"{OWN}I agree.", "One.\n\nTwo.", "Three."]
        assert read.each("byline") == ["Lena Ray", "Bob Roe", "Sue Low"]
        assert read.each("date") == ["2023-03-09", "2023-03-07", "2023-03-06"]

    def test_lines_that_are_nobody_s_are_left_out_in_words(self, reads):
        read = reads("a.eml", f"{HEADER}Thanks.\n\n> {ANSWERED}\n> Bob\n")
        assert read.each("text") == [f"{OWN}Thanks."]
        assert read.said == "factx: a.eml: 2 quoted lines left out: nothing says whose they are\n"

    @pytest.mark.parametrize(
        "head",
        [
            "-----Original Message-----\nFrom: Bob Roe <bob@example.org>\nSent: Tuesday, March 7, 2023 10:12\n"
            "To: Lena Ray\nSubject: Staff\n",
            "---------- Forwarded message ---------\nFrom: Bob Roe <bob@example.org>\n"
            "Date: Tue, Mar 7, 2023 at 10:12 AM\nSubject: Staff\nTo: Lena Ray <lena@example.org>\n\n",
            "Begin forwarded message:\n\nFrom: Bob Roe <bob@example.org>\nSubject: Staff\n"
            "Date: 7 March 2023 at 10:12:03 GMT\nTo: Lena Ray <lena@example.org>\n",
            "________________________________\n*From:* Bob Roe <bob@example.org>\n*Sent:* 7 March 2023 10:12\n"
            "*To:* Lena Ray\n*Subject:* Staff\n",
        ],
    )
    def test_what_is_forwarded_in_the_body_is_a_document(self, reads, head):
        own, forwarded = reads("a.eml", f"{HEADER}See below.\n\n{head}\n{ANSWERED}\n").documents
        assert own["text"] == f"{OWN}See below."
        assert forwarded == {
            "id": "a.eml/forwarded-1", "date": "2023-03-07", "title": "Staff", "byline": "Bob Roe", "text": ANSWERED,
        }  # fmt: skip

    def test_quotes_of_a_page(self, reads):
        pytest.importorskip("trafilatura", reason='a mail in HTML needs "factx[html]"')
        page = (
            '<div dir="ltr">Thanks.</div><div class="gmail_quote"><div>On Tue, Mar 7, 2023 at 9:15 AM Bob Roe '
            f'&lt;<a>b@e.org</a>&gt; wrote:<br></div><blockquote class="gmail_quote"><div>{ANSWERED}</div></blockquote>'
            "</div>"
        )
        own, quoted = reads("a.eml", HEADER.replace("text/plain", "text/html") + page).documents
        assert own["text"].rstrip() == f"{OWN}Thanks."
        assert (quoted["date"], quoted["byline"], quoted["text"]) == ("2023-03-07", "Bob Roe", ANSWERED)


@pytest.mark.parametrize(
    "end",
    [
        "\n\n-- \nLena Ray\nReporter, 50% off",
        "\n\nSent from my phone",
        "\n\nThis e-mail and any attachments are confidential and intended solely for the addressee.",
        "\n\nDISCLAIMER: the views are those of 3% of us.",
        "\n\nCONFIDENTIALITY NOTICE: If you are not the intended recipient, delete it.",
    ],
)
def test_signatures_and_what_lawyers_add_are_no_text(reads, end):
    assert reads("a.eml", f"{HEADER}It rose 3%.{end}\n").each("text") == [f"{OWN}It rose 3%."]


def test_lines_that_flow(reads):
    flowed = HEADER.replace("charset=utf-8", "format=flowed; delsp=yes; charset=utf-8")
    read = reads("a.eml", f"{flowed}It  \nrose  \n3%.\n From here.\n\n-- \nLena\n")
    assert read.each("text") == [f"{OWN}It rose 3%.\nFrom here."]


@pytest.mark.parametrize(
    ("plain", "taken"),
    [
        ("View this email in your browser: https://example.org/x", "page"),
        ("Your mail program does not support HTML.", "page"),
        ("See it online.", "page"),
        ("Rents rose 3%, the mayor said. The page says so too, and much of what it says is here.", "plain"),
    ],
)
def test_a_part_that_only_points_to_the_page_gives_way_to_it(reads, plain, taken):
    pytest.importorskip("trafilatura", reason='a mail in HTML needs "factx[html]"')
    message = made.mail([plain])
    message.add_alternative("<p>Rents rose.</p>" + "<p>A paragraph of some words of the page.</p>" * 12, subtype="html")
    [text] = reads("a.eml", bytes(message)).each("text")
    assert ("Rents rose." in text) is (taken == "page")


def test_a_mail_that_is_attached_is_a_document_with_its_own_date(reads):
    inner = made.mail(["Inner text."])
    del inner["Date"]
    inner["Date"] = "Mon, 01 Jan 2024 00:00:00 +0000"
    message = made.mail(["Plain."])
    message.add_attachment(inner)
    read = reads("a.eml", bytes(message))
    assert [text.rpartition("\n")[2] for text in read.each("text")] == ["Plain.", "Inner text."]
    assert read.each("date") == [made.DAY, "2024-01-01"]


def test_an_attached_text_without_a_date_has_the_mail_s(reads):
    message = made.mail(["Plain."])
    for name, text in (("a.txt", "It rose on Monday."), ("b.txt", "LEEDS, May 1, 2019 - It rose on Monday.")):
        message.add_attachment(text.encode(), maintype="text", subtype="plain", filename=name)
    assert reads("a.eml", bytes(message)).each("date") == [made.DAY, made.DAY, None]


class TestMailboxes:
    def box(self, *messages: EmailMessage) -> bytes:
        return b"".join(b"From a@b Thu Mar  9 09:00:00 2023\n" + bytes(message) + b"\n" for message in messages)

    def test_each_mail_is_a_document(self, reads):
        second = made.mail(["Two.\n>From here."])
        for name in ("a.mbox", "a"):
            read = reads(name, self.box(made.mail(["One."]), second))
            assert [text.rpartition("\n\n")[2].strip() for text in read.each("text")] == ["One.", "Two.\nFrom here."]
            assert read.each("id") == [f"{name}:1", f"{name}:2"]
            assert read.each("date") == [made.DAY] * 2

    def test_a_bad_one_loses_no_other(self, reads):
        read = reads("a.mbox", self.box(made.mail(["One."]), EmailMessage(), made.mail(["Three."])))
        assert (read.each("id"), read.status) == (["a.mbox:1", "a.mbox:3"], 2)
        assert "a.mbox:2: not a mail" in read.said
        assert "not a mailbox" in reads("b.mbox", "Text.").said
