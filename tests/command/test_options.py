"""The command line itself: options, suggestions, help, exit statuses."""

from __future__ import annotations

import datetime
import json

import pytest

import factx as package

SENTENCE = "Prices rose 3% on 2020-08-16.\n"
BOTH = ("--only", "dates,percentages", "--no-header")


def test_extract_is_meant_where_no_command_is_named(factx):
    assert factx("extract", *BOTH, input=SENTENCE).stdout == factx(*BOTH, input=SENTENCE).stdout
    assert factx(*BOTH, input=SENTENCE).exit_code == 0


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", [[], ["extract"]])
def test_help_begins_with_three_examples(factx, command, option):
    result = factx(*command, option)
    assert result.exit_code == 0
    first, *lines = result.stdout.splitlines()
    assert first == "Examples:"
    assert [line[:8] for line in lines[:4]] == ["  factx ", "  factx ", "  cat ar", ""]
    assert lines[4].startswith("Usage: factx")
    assert ("Commands:" in lines) == (not command)
    for option in ("--only", "--date", "--fields", "--text-field", "--encoding", "--glob", "--exit-status", "-V"):
        assert option in result.stdout


def test_every_option_is_explained(factx):
    from factx.command.cli import extract

    assert [param.name for param in extract.params if getattr(param, "help", "") is None] == ["paths"]


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_version(factx, option):
    assert factx(option).stdout == f"factx {package.__version__}\n"


def test_schema_is_the_one_in_the_package(factx):
    schema = json.loads(factx("schema").stdout)
    assert schema["title"] == "factx/1"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "datse"], "There is no kind of fact 'datse'. Did you mean dates?"),
        (["--only", "dates,persons"], "There is no kind of fact 'persons'."),
        (["--only", "xyz"], "There are dates, people, percentages, claims."),
        (["--only", ","], "names no kind of fact."),
        (["--fields", "doc,claim.sorce"], "There is no field 'claim.sorce'. Did you mean claim.source"),
        (["--fields", "date.source"], "There is no field 'date.source'."),
        (["--fields", "xyz"], "Fields are the keys of the JSON: factx schema explains them."),
        (["--date", "soon"], "'soon' is not a date: write it as 2020-08-16, or today."),
        (["--date", "2021-02-30"], "'2021-02-30' is not a date"),
        (["--format", "xml"], "--format: There is no 'xml'. It is one of auto, table, json,"),
        (["--format", "jsn"], "--format: There is no 'jsn'. Did you mean json"),
        (["--format", "JSON"], "--format: There is no 'JSON'. Did you mean json?"),
        (["--format", "md"], "--format: There is no 'md'. Did you mean markdown?"),
        (["--group", "peple"], "--group: There is no 'peple'. Did you mean people?"),
        (["--color", "alwys"], "--color: There is no 'alwys'. Did you mean always?"),
        (["--input", "jsnl"], "--input: There is no 'jsnl'. Did you mean jsonl"),
        (["--date-order", "dmj"], "--date-order: There is no 'dmj'. Did you mean dmy"),
        (["--sort", "begn"], "--sort: There is no key 'begn'. Did you mean begin?"),
        (["--where", "stanse=denies"], "--where: There is no key 'stanse'. Did you mean stance?"),
        (["--jobs", "0"], "--jobs: '0' is no number of processes: write 1 or more."),
        (["--jobs", "many"], "--jobs: 'many' is no number of processes"),
        (["--encoding", "utf9"], "--encoding: 'utf9' is not a known text encoding. Did you mean utf-8"),
        (["--encoding", "klingon"], "'klingon' is not a known text encoding"),
        (["--encoding", "hex"], "'hex' is not a known text encoding"),
        (["--encoding", "undefined"], "'undefined' is not a known text encoding"),
        (["--onyl", "dates"], "There is no option --onyl. Did you mean --only?"),
        (["--nopager"], "There is no option --nopager. Did you mean --no-pager?"),
        (["--quiet"], "There is no option --quiet. factx --help lists them."),
        (["schema", "people", "dates"], "Too many arguments (people dates): factx schema [OPTIONS]"),
        (["people", "."], "There is no command and no file 'people'. Did you mean --only people?"),
        (["help"], "There is no command and no file 'help'. Did you mean --help?"),
        (["-x"], "There is no option -x. factx --help lists them."),
        (["--only"], "--only needs a value."),
        (["rules", "--trry", "a"], "There is no option --trry. Did you mean --try?"),
        (["syntax", "-y"], "There is no option -y. factx syntax --help lists them."),
        (["completion", "bach"], "SHELL: There is no 'bach'. Did you mean bash?"),
        (["collect"], "DB is missing: factx collect [OPTIONS] DB [FILE|DIR|-]..."),
    ],
)
def test_what_is_mistyped_is_wrong_usage_with_a_way_out(factx, arguments, message):
    result = factx(*arguments, input=SENTENCE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("factx: ")
    assert result.stderr.count("\n") == 1
    assert message in result.stderr


def test_a_rules_file_that_was_probably_meant_is_named(factx, tmp_path):
    (tmp_path / "court.toml").touch()
    result = factx("--rules", tmp_path / "cuort.toml", input=SENTENCE)
    assert result.stderr.endswith(f"No such file or directory. Did you mean {tmp_path}/court.toml?\n")


def test_an_input_that_was_probably_meant_is_named(factx, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(SENTENCE)
    result = factx("artcle.txt", "other", "article.txt/x")
    assert result.stderr.splitlines() == [
        "factx: artcle.txt: No such file or directory. Did you mean article.txt?",
        "factx: other: No such file or directory",
        "factx: article.txt/x: Not a directory",
    ]


def test_an_address_is_no_file_and_the_message_says_how_to_read_it(factx):
    result = factx("https://news.example/a.html", "")
    assert result.exit_code == 2
    address, empty = result.stderr.splitlines()
    assert address.startswith("factx: https://news.example/a.html: No such file or directory (")
    assert address.endswith("curl -sL ADDRESS | factx)")
    assert empty == "factx: '': No such file or directory"


def test_a_command_after_options_is_told_to_come_first(factx):
    result = factx("--no-pager", "check", "a.txt", "--against", "b.txt")
    assert (result.exit_code, result.stderr) == (2, "factx: The command comes first: factx check, then its options.\n")


@pytest.mark.parametrize("command", ["extract", "check", "collect", "rules", "syntax", "schema", "completion"])
def test_help_fits_a_terminal_of_80_columns(factx, command):
    assert max(map(len, factx(command, "--help").stdout.splitlines())) <= 80


@pytest.mark.parametrize("command", ["check", "collect", "rules"])
def test_the_help_of_a_command_begins_with_examples(factx, command):
    assert factx(command, "--help").stdout.startswith(f"Examples:\n  factx {command} ")


def test_a_mistyped_command_gets_a_suggestion(factx):
    result = factx("shcema")
    assert result.exit_code == 2
    assert result.stderr.endswith("There is no command and no file 'shcema'. Did you mean schema?\n")


def test_only(factx):
    def kinds(only: str) -> list[str]:
        return factx("--only", only, "--fields", "kind", "--no-header", input=SENTENCE).stdout.split()

    assert kinds("dates") == ["date"]
    assert kinds("percentages") == ["percentage"]
    assert kinds("dates, percentages,dates") == ["percentage", "date"]
    assert kinds("date,percentage") == ["percentage", "date"]  # as they are printed


def test_date_says_when_the_text_was_written(factx):
    def value(*date: str) -> str:
        fields = ("--only", "dates", "--fields", "value", "--no-header")
        return factx(*fields, *date, input="They voted yesterday.").stdout.strip()

    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    assert value("--date", "2020-03-01") == "2020-02-29"
    assert value("--date", "20200301") == "2020-02-29"
    assert value("--date", "2020-03-01T23:59:00+01:00") == "2020-02-29"
    assert value("--date", "today") in (yesterday.isoformat(), datetime.date.today().isoformat())
    days_back = {"yesterday": 1, "two days ago": 2, f"{datetime.date.today() - datetime.timedelta(days=3):%A}": 3}
    for words, back in days_back.items():
        assert value("--date", words) == (yesterday - datetime.timedelta(days=back)).isoformat()
    assert value("--date", "May 8, 2024") == value("--date", "2024/05/08") == "2024-05-07"
    assert value("--date", "2024-05") == value("--date", "May 2024") == "XXXX-XX-XX"
    assert "X" in value() or value() == "PAST_REF"
    for words in ("tomorrow", "next week", "last year", "the vote on Friday", ""):
        assert factx("--date", words, input="They voted yesterday.").exit_code == 2


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (SENTENCE, [], 0),
        ("Nothing.", [], 0),
        (SENTENCE, ["-e"], 0),
        ("Nothing.", ["-e"], 1),
        ("Nothing.", ["--exit-status", "/nowhere", "-"], 2),
        (SENTENCE, ["/nowhere", "-"], 2),
    ],
)
def test_exit_status(factx, text, options, status):
    assert factx(*BOTH, *options, input=text).exit_code == status


def test_json_is_short_for_format_json(factx):
    assert factx(*BOTH, "--json", input=SENTENCE).stdout == factx(*BOTH, "--format", "json", input=SENTENCE).stdout
