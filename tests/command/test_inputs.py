"""Input: files, directories and standard input, in the encodings that people use."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

SENTENCE = "Prices rose 3% on 2020-08-16.\n"
"""Two facts that no change of a rule will take away."""
PLAIN = ("--only", "dates,percentages", "--no-header", "--fields", "doc,value")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    return path


def rows(*values: str) -> str:
    return "".join(f"{value}\n" for value in values)


def test_a_file(factx, article):
    assert factx(*PLAIN, article).stdout == rows(f"{article}\t3%", f"{article}\t2020-08-16")


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input(factx, arguments):
    assert factx(*PLAIN, *arguments, input=SENTENCE).stdout == rows("-\t3%", "-\t2020-08-16")


def test_several_files_in_the_order_given(factx, tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).write_text(SENTENCE)
    found = factx(*PLAIN, "--fields", "doc", tmp_path / "b", tmp_path / "a").stdout.splitlines()
    assert [os.path.basename(doc) for doc in found] == ["b", "b", "a", "a"]


def test_a_directory_gives_its_text_files_at_any_depth_in_order(factx, tmp_path):
    names = ["b.txt", "a.TXT", "c.md", "d/e.text", "d/f.txt.gz", "g.jpg", ".hidden.txt", ".git/h.txt", "i"]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(SENTENCE.encode()) if name.endswith(".gz") else SENTENCE.encode())
    docs = dict.fromkeys(factx(*PLAIN, "--fields", "doc", tmp_path).stdout.splitlines())
    assert [os.path.relpath(doc, tmp_path) for doc in docs] == ["a.TXT", "b.txt", "c.md", "d/e.text", "d/f.txt.gz"]


def test_glob_says_which_files_of_a_directory_are_read(factx, tmp_path):
    for name in ("a.txt", "b.log", "c/d.log", "c/e.out"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SENTENCE)

    def read(*patterns: str) -> list[str]:
        options = [option for pattern in patterns for option in ("--glob", pattern)]
        docs = dict.fromkeys(factx(*PLAIN, "--fields", "doc", *options, tmp_path).stdout.splitlines())
        return [os.path.relpath(doc, tmp_path) for doc in docs]

    assert read("*.log") == ["b.log", "c/d.log"]
    assert read("*.log", "*.out") == ["b.log", "c/d.log", "c/e.out"]
    assert read("c/*") == ["c/d.log", "c/e.out"]


def test_links_in_a_circle_and_pipes_are_passed_over(factx, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    assert factx(*PLAIN, tmp_path).stdout == rows(f"{tmp_path}/a.txt\t3%", f"{tmp_path}/a.txt\t2020-08-16")


def test_a_directory_without_texts_is_worth_a_warning(factx, tmp_path):
    result = factx(*PLAIN, tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{tmp_path}: no file to read in this directory (.pdf, " in result.stderr
    assert "--glob" in result.stderr


def test_a_file_that_is_named_is_read_whatever_its_name(factx, tmp_path):
    path = tmp_path / ".notes"
    path.write_text(SENTENCE)
    assert len(factx(*PLAIN, path).stdout.splitlines()) == 2


def test_a_file_named_like_a_command(factx, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("schema").write_text(SENTENCE)
    assert factx("extract", *PLAIN, "schema").stdout == factx(*PLAIN, "./schema").stdout.replace("./", "")


def test_an_empty_file_and_an_empty_device_have_no_facts(factx, tmp_path):
    (tmp_path / "empty").touch()
    result = factx("--json", tmp_path / "empty", "/dev/null")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [document["facts"] for document in json.loads(result.stdout)["documents"]] == [[], []]


@pytest.mark.parametrize(
    ("data", "warning"),
    [
        ("A café’s 3%".encode(), ""),
        (b"\xef\xbb\xbf" + "A café’s 3%".encode(), ""),
        ("A café’s 3%".encode("utf-16"), ""),
        (b"\xfe\xff" + "A café’s 3%".encode("utf-16-be"), ""),
        ("A café’s 3%".encode("utf-32"), ""),
        ("A café’s 3%".encode("cp1252"), "not UTF-8 at byte 5: read as cp1252 (--encoding names another)"),
    ],
)
def test_encodings(factx, tmp_path, data, warning):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    result = factx("--only", "percentages", "--fields", "value,start,end", "--no-header", path)
    assert (result.exit_code, result.stdout) == (0, "3%\t9\t11\n")
    assert result.stderr == (f"factx: {path}: {warning}\n" if warning else "")


def test_an_encoding_that_is_named_is_the_only_one_tried(factx, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("3% café".encode("latin-1"))
    assert factx("--encoding", "latin-1", *PLAIN, path).stderr == ""
    result = factx("--encoding", "utf-8", *PLAIN, path)
    assert result.exit_code == 2
    assert result.stderr == f"factx: {path}: not UTF-8 at byte 6 (try another --encoding)\n"


def test_a_binary_file_is_refused_with_the_place_and_the_way_out(factx, tmp_path, article):
    path = tmp_path / "a.bin"
    path.write_bytes(b"\x93\x01\x02abc\0\1")
    result = factx(*PLAIN, path, article)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"factx: {path}: binary: a NUL at byte 6 (")
    assert "--encoding" in result.stderr
    assert len(result.stdout.splitlines()) == 2


def test_what_cannot_be_read_is_named_and_the_others_are_done(factx, tmp_path, article):
    damaged = tmp_path / "damaged.txt.gz"
    damaged.write_bytes(gzip.compress(SENTENCE.encode() * 99)[:-20])
    bent = tmp_path / "bent.txt.gz"
    bent.write_bytes(gzip.compress(os.urandom(500))[:40] + b"nonsense" * 9)
    plain = tmp_path / "plain.txt.gz"
    plain.write_text(SENTENCE)
    missing = tmp_path / "missing.txt"
    bad = [damaged, bent, plain, missing]
    result = factx("--json", "--only", "dates", *bad, article)
    assert result.exit_code == 2
    printed = json.loads(result.stdout)
    assert [error["doc"] for error in printed["errors"]] == [str(path) for path in bad]
    assert [document["doc"] for document in printed["documents"]] == [str(article)]
    assert result.stderr.splitlines()[-1] == f"factx: {missing}: No such file or directory"
    assert result.stderr.count("\n") == len(bad)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_and_a_directory_that_may_not_be_read(factx, tmp_path, article):
    article.chmod(0)
    (tmp_path / "closed").mkdir(mode=0)
    result = factx(*PLAIN, tmp_path)
    assert result.exit_code == 2
    assert result.stderr.count("Permission denied") == 2


def test_line_ends_are_kept_and_lines_are_counted_as_grep_counts_them(factx):
    text = "One.\r\nTwo 3%.\r\rThree 4%.\n\n 5%"
    result = factx("--only", "percentages", "--fields", "start,line,column", "--no-header", input=text.encode())
    assert result.stdout == rows("10\t2\t5", "21\t2\t16", "27\t4\t2")


class TestJsonLines:
    def test_a_line_is_a_document_with_its_name_and_date(self, factx, tmp_path):
        path = tmp_path / "a.jsonl"
        lines = [{"id": "x", "text": "It fell 3% on Sunday.", "date": "2020-08-19T10:00:00Z"}, {"id": 7, "text": "4%"}]
        path.write_text("".join(json.dumps(line) + "\n\n" for line in lines))
        assert factx(*PLAIN, path).stdout == rows("x\t3%", "x\t2020-08-16", "7\t4%")

    def test_a_document_without_a_name_is_called_after_its_line(self, factx, tmp_path):
        path = tmp_path / "a.ndjson"
        path.write_text('{"text": "3%"}\n{"text": "4%", "id": null}\n')
        assert factx(*PLAIN, path).stdout == rows(f"{path}:1\t3%", f"{path}:2\t4%")

    def test_fields_of_other_names(self, factx):
        line = json.dumps({"key": "k", "body": "It fell on Sunday.", "published": "20200819"})
        names = ("--text-field", "body", "--id-field", "key", "--date-field", "published")
        assert factx(*PLAIN, "--input", "jsonl", *names, input=line).stdout == "k\t2020-08-16\n"

    def test_the_date_option_serves_where_the_line_has_none(self, factx):
        lines = '{"id": 1, "text": "on Sunday", "date": "2020-08-19"}\n{"id": 2, "text": "on Sunday"}\n'
        found = factx(*PLAIN, "--input", "jsonl", "--date", "2020-08-26", input=lines).stdout
        assert found == rows("1\t2020-08-16", "2\t2020-08-23")

    def test_bad_lines_are_named_and_the_rest_is_done(self, factx, tmp_path):
        path = tmp_path / "a.jsonl"
        bad = {
            1: (b"{", "not JSON at column 2"),
            2: (b"[1]", "not a JSON object"),
            3: (b'{"body": 1}', "no field 'text' (--text-field names another; there is body)"),
            4: (b'{"text": null}', "field 'text' is not a string"),
            5: (b'{"text": "caf\xe9"}', "not UTF-8 at byte 13"),
            6: (b"[" * 100_000, "nested too deeply"),
            7: (b'{"text": ' + b"1" * 5000 + b"}", "line 7: "),
        }
        path.write_bytes(b"\n".join([*(line for line, _ in bad.values()), b'{"id": "good", "text": "3%"}']))
        result = factx(*PLAIN, path)
        assert (result.exit_code, result.stdout) == (2, "good\t3%\n")
        messages = result.stderr.splitlines()
        assert len(messages) == len(bad)
        for (number, (_, message)), shown in zip(bad.items(), messages, strict=True):
            assert f"{path}: line {number}: " in shown
            assert message in shown

    def test_a_date_that_cannot_be_read_is_worth_a_warning(self, factx):
        result = factx(*PLAIN, "--input", "jsonl", input='{"id": "a", "text": "3%", "date": "soon"}')
        assert (result.exit_code, result.stdout) == (0, "a\t3%\n")
        assert result.stderr == "factx: -: line 1: field 'date' is not a date: 'soon'\n"

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_byte_order_marks(self, factx, tmp_path, encoding):
        path = tmp_path / "a.jsonl"
        path.write_bytes('{"id": "é", "text": "3%"}\n\n{"id": "b", "text": "4%"}'.encode(encoding))
        assert factx(*PLAIN, path).stdout == rows("é\t3%", "b\t4%")

    def test_an_encoding_that_is_named(self, factx, tmp_path):
        path = tmp_path / "a.jsonl"
        path.write_bytes('{"id": "é", "text": "3%"}\n'.encode("latin-1"))
        assert factx(*PLAIN, "--encoding", "latin-1", path).stdout == "é\t3%\n"
        path.write_bytes('{"id": "é", "text": "3%"}\n'.encode("utf-16-le"))
        assert factx(*PLAIN, "--encoding", "utf-16-le", path).stdout == "é\t3%\n"
        path.write_bytes(b"\0")
        assert factx(*PLAIN, "--encoding", "utf-16-le", path).exit_code == 2

    def test_compressed(self, factx, tmp_path):
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(b'{"id": "a", "text": "3%"}\n'))
        assert factx(*PLAIN, path).stdout == "a\t3%\n"

    def test_read_as_text_where_that_is_asked_for(self, factx, tmp_path):
        path = tmp_path / "a.jsonl"
        path.write_text('{"text": "3%"}\n')
        assert factx(*PLAIN, "--input", "text", "--fields", "doc,start", path).stdout == f"{path}\t10\n"


class TestLists:
    @pytest.fixture
    def names(self, tmp_path) -> list[str]:
        names = [str(tmp_path / name) for name in ("b.txt", "a b.txt", "c.txt")]
        for name in names:
            Path(name).write_text(SENTENCE)
        return names

    def docs(self, result) -> list[str]:
        return list(dict.fromkeys(line.split("\t")[0] for line in result.stdout.splitlines()))

    @pytest.mark.parametrize(("end", "options"), [("\n", []), ("\r\n", []), ("\0", ["-0"])])
    def test_the_inputs_are_those_of_a_list(self, factx, tmp_path, names, end, options):
        (tmp_path / "list").write_bytes("".join(name + end for name in names).encode())
        assert self.docs(factx(*PLAIN, *options, "--files-from", tmp_path / "list")) == names
        piped = (tmp_path / "list").read_bytes()
        assert self.docs(factx(*PLAIN, *options, "--files-from", "-", input=piped)) == names
        both = factx(*PLAIN, *options, names[2], "--files-from", tmp_path / "list")
        assert self.docs(both) == [names[2], *names[:2]]  # each once in this comparison, the order is that given

    def test_a_bad_name_in_a_list_loses_no_other(self, factx, names):
        result = factx(*PLAIN, "--files-from", "-", input="\n".join([names[0], "/missing", names[1]]))
        assert (self.docs(result), result.exit_code) == (names[:2], 2)
        assert result.stderr == "factx: /missing: No such file or directory\n"

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--files-from", "/missing"], "--files-from: /missing: No such file or directory"),
            (["--files-from", "-", "-"], "is a list of files (--files-from -) or a text (-), not both"),
            (["-0", "a.txt"], "-0 goes with --files-from"),
            (["--files-from", "-"], "the names end with NUL: -0 reads them"),
        ],
    )
    def test_wrong_usage(self, factx, arguments, said):
        result = factx(*arguments, input="a\0b\0")
        assert result.exit_code == 2
        assert said in " ".join(result.stderr.split())

    def test_names_piped_in_by_mistake_are_recognised(self, factx, names, monkeypatch, tmp_path):
        result = factx(*PLAIN, input="\n".join(names))
        assert (result.stdout, result.exit_code) == ("", 2)
        assert result.stderr == (
            "factx: -: these look like file names: --files-from - reads them (--input text reads the names)\n"
        )
        assert factx("--input", "text", input="\n".join(names)).exit_code == 0
        monkeypatch.chdir(tmp_path)
        assert factx(*PLAIN, input="b.txt\n").exit_code == 2
        assert factx(*PLAIN, input="b.txt\nIt rose 3%.").stdout == "-\t3%\n"

    def test_each_line_is_a_document(self, factx):
        result = factx(*PLAIN, "--input", "lines", input=b"It rose 3%.\n\r\nIt fell 4%.\r\n5%")
        assert result.stdout == rows("-:1\t3%", "-:3\t4%", "-:4\t5%")

    def test_lines_are_printed_as_they_come(self, shell):
        line = '(echo "It rose 3%."; sleep 2; echo "It fell 4%.") | factx --input lines --no-header --only percentages'
        script = f"{line} | while read -r a; do date +%s; done"
        shell('echo "It rose 3%." | factx --input lines --only percentages')  # what is compiled on first use is cached
        first, second = map(int, shell(script).stdout.split())
        assert second - first >= 1


class TestMessages:
    def test_what_is_passed_over_is_said_in_the_end(self, factx, tmp_path):
        for name in ("a.txt", "b.jpg", "c.jpg", "d.xyz", "noname", "e/f.JPG", ".hidden.jpg"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(SENTENCE)
        result = factx(*PLAIN, tmp_path)
        assert result.exit_code == 0
        said = "5 files passed over: 3 .jpg, 1 .xyz, 1 without a suffix; --glob reads them"
        assert result.stderr == f"factx: {said}\n"
        assert factx(*PLAIN, "--glob", "*.txt", tmp_path).stderr == ""

    def test_of_many_like_errors_the_first_three(self, factx, tmp_path):
        bad = "".join(f"{{bad {number}\n" for number in range(10_000))
        (tmp_path / "a.jsonl").write_text(bad + '{"text": 1}\n{"id": "x", "text": "3%"}\n')
        result = factx(*PLAIN, tmp_path)
        assert (result.stdout, result.exit_code) == ("x\t3%\n", 2)
        lines = result.stderr.splitlines()
        assert [f"line {number}: not JSON" in line for number, line in enumerate(lines[:3], 1)] == [True] * 3
        assert "line 10001: field 'text' is not a string" in lines[3]
        assert lines[4].startswith("factx: and 9,997 more like this: line 1: not JSON at column 2")
        assert len(lines) == 5
        assert len(json.loads(factx("--json", tmp_path).stdout)["errors"]) == 10_001

    def test_one_bad_file_among_many_loses_nothing(self, factx, tmp_path):
        record = '{"text": "3%"}'
        forms = {".txt": "It rose 3%.", ".jsonl": record, ".csv": "id,text\n1,It rose 3%.", ".json": f"[{record}]"}
        for number in range(100):
            for suffix, text in forms.items():
                (tmp_path / f"{number}{suffix}").write_text(text)
        (tmp_path / "50.json").write_text('[{"text": "3')
        result = factx("--no-header", "--only", "percentages", tmp_path)
        assert (result.stdout.count("\n"), result.exit_code) == (399, 2)
        assert result.stderr.startswith(f"factx: {tmp_path}/50.json: not JSON at line 1, column ")

    def test_a_text_in_another_language_is_named_once(self, factx, tmp_path):
        french = Path(__file__).parents[1].joinpath("text", "languages.tsv").read_text(encoding="utf-8").splitlines()[0]
        (tmp_path / "d.txt").write_text(french.split("\t")[1], encoding="utf-8")
        (tmp_path / "e.txt").write_text(SENTENCE)
        result = factx("--json", tmp_path)
        assert result.exit_code == 0
        assert result.stderr == f"factx: {tmp_path}/d.txt: this looks like French; factx reads English\n"
        assert [document["language"] for document in json.loads(result.stdout)["documents"]] == ["fr", None]

    def test_names_in_rows_keep_apart_what_is_apart(self, factx, tmp_path):
        names = {
            "a\tb": r"$'a\tb'", "a\nb": r"$'a\nb'", "a\x01b": r"$'a\u0001b'", "a\x02b": r"$'a\u0002b'",
            r"a\tb": r"a\tb", os.fsdecode(b"a\xffb"): r"$'a\xffb'", "a'b\n": r"$'a\'b\n'",
        }  # fmt: skip
        for name in names:
            (tmp_path / name).write_text("It rose 3%.")
        shown = factx("--no-header", "--fields", "doc", "--only", "percentages", "--glob", "*", tmp_path)
        lines = [line.replace(f"{tmp_path}/", "") for line in shown.stdout.splitlines()]
        assert sorted(lines) == sorted(names.values())


class TestFields:
    TEXT = "It was. Ann Lee said on Monday that it rose 3%. So."
    RECORD = json.dumps({"id": "a", "date": "2023-03-09", "title": "Rents", "text": TEXT})

    def test_of_the_document_and_of_the_sentence_around(self, factx):
        fields = "text,written,sentence,sentence.start,sentence.end,doc.title,doc.url"
        result = factx("--input", "jsonl", "--only", "dates", "--no-header", "--fields", fields, input=self.RECORD)
        sentence = "Ann Lee said on Monday that it rose 3%."
        assert result.stdout == f"Monday\t2023-03-09\t{sentence}\t8\t47\tRents\t\n"

    def test_json_lines_have_them_beside_their_keys(self, factx):
        options = ("--input", "jsonl", "--format", "jsonl", "--only", "dates")
        [plain] = map(json.loads, factx(*options, input=self.RECORD).stdout.splitlines())
        asked = ("--fields", "text,sentence,written,doc.title")
        [fact] = map(json.loads, factx(*options, *asked, input=self.RECORD).stdout.splitlines())
        sentence = {"start": 8, "end": 47, "text": "Ann Lee said on Monday that it rose 3%."}
        assert fact == {**plain, "written": "2023-03-09", "sentence": sentence, "doc.title": "Rents"}

    def test_a_month_is_written_as_one(self, factx):
        record = self.RECORD.replace("2023-03-09", "2023-03")
        for form in ("json", "table", "html", "text", "markdown"):
            result = factx("--input", "jsonl", "--format", form, input=record)
            assert result.exit_code == 0
            assert "2023-03" in result.stdout
        assert json.loads(factx("--input", "jsonl", "--json", input=record).stdout)["documents"][0]["date"] == "2023-03"
