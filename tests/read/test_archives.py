"""Archives: each member is a document, and none can do harm."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import made
import pytest

TEXT = b"Prices rose 3%."


@pytest.fixture
def read(factx, tmp_path):
    """The command's result for an archive: the documents with facts, its messages, its exit status."""

    def run(data: bytes, *options: str) -> tuple[list[str], str, int]:
        path = tmp_path / "a.zip"
        path.write_bytes(data)
        result = factx("--only", "percentages", "--fields", "doc", "--no-header", *options, path)
        docs = [doc.removeprefix(f"{tmp_path}/") for doc in result.stdout.splitlines()]
        return docs, result.stderr.replace(f"{tmp_path}/", ""), result.exit_code

    return run


def test_each_member_is_a_document(read):
    data = made.packed({"b.txt": TEXT, "d/": b"", "d/a.MD": TEXT, "c.txt.gz": gzip.compress(TEXT)})
    assert read(data) == (["a.zip/b.txt", "a.zip/d/a.MD", "a.zip/c.txt.gz"], "", 0)


def test_members_of_several_forms(factx, tmp_path):
    for package in ("trafilatura", "docx", "pypdfium2"):
        pytest.importorskip(package)
    path = tmp_path / "a.zip"
    members = {"a.html": made.page().encode(), "b.pdf": made.printed(2), "c.docx": made.word()}
    path.write_bytes(made.packed({**members, "e.eml": bytes(made.mail())}))
    lines = factx("--show-text", "--format", "jsonl", path).stdout.splitlines()
    texts = {Path(line["id"]).name: line["text"] for line in map(json.loads, lines)}
    assert list(texts) == [*members, "e.eml"]
    assert {texts[name] for name in members} == {made.TEXT}


def test_json_lines_in_an_archive_are_documents_of_their_own(read):
    data = made.packed({"a.jsonl": b'{"id": "x", "text": "3%"}\n{"text": "4%"}'})
    assert read(data)[0] == ["x", "a.zip/a.jsonl:2"]


def test_only_what_looks_like_a_document_is_read(read):
    names = [".hidden.txt", "__MACOSX/a.txt", "d/.git/b.txt", "photo.jpg", "c.txt"]
    data = made.packed(dict.fromkeys(names, TEXT))
    assert read(data) == (["a.zip/c.txt"], "factx: 1 file passed over: 1 .jpg; --glob reads them\n", 0)
    assert read(data, "--glob", "*.jpg") == (["a.zip/photo.jpg"], "", 0)
    assert read(data, "--glob", "*.none")[1:] == (
        "factx: a.zip: no file to read in this archive (*.none; --glob names others)\n",
        0,
    )


def test_a_member_without_a_name(factx, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x", TEXT)
        archive.writestr("a.txt", TEXT)
    data = (tmp_path / "a.zip").read_bytes()
    central = data.index(b"PK\1\2")
    # The name becomes a comment of the entry, which so has none.
    entry = bytearray(data)
    entry[central + 28 : central + 30], entry[central + 32 : central + 34] = b"\0\0", b"\1\0"
    (tmp_path / "a.zip").write_bytes(entry)
    done = factx("--count", tmp_path / "a.zip")
    assert (done.exit_code, done.stderr, "a.zip/a.txt" in done.stdout) == (0, "", True)


def test_links_are_passed_over(read, tmp_path):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "made.zip", "w") as made_archive:
        made_archive.writestr(link, "/etc/passwd")
        made_archive.writestr("a.txt", TEXT)
    assert read((tmp_path / "made.zip").read_bytes()) == (["a.zip/a.txt"], "", 0)


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "d/../../a.txt", "..\\a.txt", "C:\\a.txt"])
def test_a_path_that_leads_out_is_refused(read, name):
    docs, said, status = read(made.packed({name: TEXT, "good.txt": TEXT}))
    assert (docs, status) == (["a.zip/good.txt"], 2)
    assert said == f"factx: a.zip/{name}: a path that leads out of the archive: not read (pack it anew without ..)\n"


def test_an_archive_within_an_archive_is_not_opened(read):
    docs, said, status = read(made.packed({"inner.zip": made.packed({"a.txt": TEXT}), "b.txt": TEXT}))
    assert (docs, status) == (["a.zip/b.txt"], 2)
    assert said == "factx: a.zip/inner.zip: an archive within an archive (unpack it first)\n"


def test_an_archive_that_unpacks_to_far_more_than_it_is_gets_left_alone(read):
    zeros = b"\0" * (2 << 20)
    docs, said, status = read(made.packed({f"{number}.txt": zeros for number in range(80)}))
    assert (docs, status) == ([], 2)
    assert said.startswith("factx: a.zip: unpacks to 160 MiB, ")


def test_members_that_overlap(read):
    """One member's bytes that many entries point to: the same bomb without the size."""
    data = bytearray(made.packed({"a.txt": bytes(range(256)) * 8, "b.txt": TEXT}))
    entry = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    one = bytes(data[entry : data.index(b"PK\x01\x02", entry + 4)])
    many = data[:entry] + one * 200
    total = (200).to_bytes(2, "little")
    record = data[end : end + 8] + total + total + (len(one) * 200).to_bytes(4, "little") + data[end + 16 :]
    docs, said, status = read(bytes(many + record))
    assert (docs, status) == ([], 2)
    assert "members that overlap" in said


def test_a_member_that_lies_about_its_size(read):
    data = made.packed({"a.txt": b"x" * 5000})
    size = (5000).to_bytes(4, "little")
    docs, said, status = read(data.replace(size, (10).to_bytes(4, "little")))
    assert (docs, status) == ([], 2)
    assert said.startswith("factx: a.zip/a.txt: damaged: ")


def test_a_document_that_is_too_large(factx, tmp_path, monkeypatch):
    from factx.read import input as limits

    monkeypatch.setattr(limits, "LARGEST", 1 << 20)
    for name in ("big.txt", "big.txt.gz"):
        path = tmp_path / name
        data = b" " * (1 << 20) + b"3%"
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        result = factx(path)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"factx: {path}: larger than 1 MiB (")


def test_a_line_that_is_too_long(factx, tmp_path, monkeypatch):
    from factx.read import jsonl

    monkeypatch.setattr(jsonl, "LARGEST", 1 << 20)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "x", "text": "3%"}\n' + b"\0" * (2 << 20)))
    result = factx("--only", "percentages", "--no-header", "--fields", "doc", path)
    assert (result.exit_code, result.stdout) == (2, "x\n")
    assert result.stderr == f"factx: {path}: line 2: longer than 1 MiB\n"


def test_an_encrypted_member(read):
    data = made.packed({"a.txt": TEXT, "b.txt": TEXT})
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature) + at
        data = data[:place] + b"\x01" + data[place + 1 :]
    docs, said, status = read(data)
    assert (docs, status) == (["a.zip/b.txt"], 2)
    assert said == "factx: a.zip/a.txt: encrypted: it asks for a password (unpack it first)\n"


def test_a_damaged_archive_and_a_damaged_member(read):
    data = made.packed({"a.txt": TEXT * 50, "b.txt": TEXT})
    assert read(data[:-30])[1:] == ("factx: a.zip: damaged, or not a .zip: File is not a zip file\n", 2)
    place = data.index(b"a.txt") + 8
    docs, said, status = read(data[:place] + b"\xff\xff\xff" + data[place + 3 :])
    assert (docs, status) == (["a.zip/b.txt"], 2)
    assert said.startswith("factx: a.zip/a.txt: damaged: ")


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype"])
def test_office_files_and_books_are_no_archives(read, name):
    docs, said, status = read(made.packed({name: b"", "content.txt": TEXT}))
    assert (docs, status) == ([], 2)
    assert said == (
        "factx: a.zip: an office document or a book, not an archive of texts (save it as .docx or as text)\n"
    )


def test_a_document_of_pages_is_refused_with_the_way_out(read):
    docs, said, status = read(made.packed({"Index/Document.iwa": b"", "preview.txt": TEXT}))
    assert (docs, status) == ([], 2)
    assert "a document of Pages, Numbers or Keynote (export it as .docx, .xlsx or PDF)" in said


def test_from_a_pipe_and_compressed_again(factx):
    data = made.packed({"a.txt": TEXT})
    for given in (data, gzip.compress(data)):
        assert factx("--only", "percentages", "--fields", "doc", "--no-header", input=given).stdout == "-/a.txt\n"


def test_members_are_read_as_the_option_says(read):
    data = made.packed({"a.txt": b'{"id": "x", "text": "3%"}'})
    assert read(data, "--input", "jsonl")[0] == ["x"]
    assert read(data, "--input", "text")[0] == ["a.zip/a.txt"]
    assert read(data, "--input", "zip")[0] == ["x"]  # by its first bytes, which go before its name
