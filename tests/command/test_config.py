"""Options from files and the environment: the command line first, then FACTX_*, factx.toml, the user's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.command import config
from factx.command.cli import extract, rules

TEXT = "Prices rose 3% on Sunday.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Writes factx.toml in the current folder, an empty one."""
    place = tmp_path / "project"
    place.mkdir()
    monkeypatch.chdir(place)
    return (place / "factx.toml").write_text


@pytest.fixture
def user(tmp_path, monkeypatch):
    """Writes the user's configuration."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "factx").mkdir(parents=True)
    return (tmp_path / "home" / "factx" / "config.toml").write_text


def test_precedence(factx, project, user, monkeypatch):
    def kinds(*arguments: str) -> list[str]:
        return factx("--no-header", "--fields", "kind", *arguments, input=TEXT).stdout.split()

    assert kinds() == ["percentage", "date"]
    user('only = "dates"')
    assert kinds() == ["date"]
    project('only = "percentages"')
    assert kinds() == ["percentage"]
    monkeypatch.setenv("FACTX_ONLY", "people")
    assert kinds() == []
    assert kinds("--only", "dates") == ["date"]
    monkeypatch.delenv("FACTX_ONLY")
    assert kinds("--no-config") == ["percentage", "date"]
    monkeypatch.setenv("FACTX_NO_CONFIG", "1")
    assert kinds() == ["percentage", "date"]


def test_files_add_up_option_by_option(factx, project, user):
    user('only = "dates"\ndate = 2020-08-16\n')
    project("no-header = true\nfields = ['value', 'kind']")
    assert factx(input=TEXT).stdout == "2020-08-16\tdate\n"


def test_a_rules_file_is_sought_beside_the_file_that_names_it(factx, user, project, tmp_path):
    (tmp_path / "home" / "factx" / "own.toml").write_text(
        "[[rule]]\nid = 'rise'\nkind = 'rise'\npattern = \"'rose'\"\nexamples = {'It rose.' = 'rose'}\n"
    )
    user("rules = 'own.toml'")
    assert "rise\t1\trose\trose" in factx(input=TEXT).stdout
    assert "rise\trise\t" in factx("rules").stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n# words\nfromat = 'tsv'", "factx.toml:3: unknown key 'fromat'; did you mean 'format'?"),
        ("a-b-c = 1", "factx.toml:1: unknown key 'a-b-c' (there are format, only, date,"),
        ("json = true", "factx.toml:1: unknown key 'json'"),
        ("why = 1", "factx.toml:1: why is true or false"),
        ("only = [\n 'dates',\n true,\n]", "factx.toml:1: only is a string or an array of strings"),
        ("why = true\nformat = 'xml'", "factx: format in factx.toml:2: There is no 'xml'. It is one of auto,"),
        (
            "only = 'datse'",
            "factx: only in factx.toml:1: There is no kind of fact 'datse'. Did you mean dates?",
        ),
        ("[x]\n\ny = ", "factx.toml:3: Invalid value"),
        ("rules = 'none.toml'", "factx: rules in factx.toml:1: none.toml: No such file or directory"),
    ],
)
def test_what_is_wrong_names_the_file_and_line(factx, project, text, message):
    project(text)
    result = factx(input=TEXT)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


def test_bytes_that_are_no_text_name_the_line(factx, project):
    project("")
    Path("factx.toml").write_bytes(b"why = true\n# caf\xe9\n")
    assert "factx.toml:2: not UTF-8" in factx(input=TEXT).stderr


def test_a_wrong_variable_is_named(factx, monkeypatch):
    monkeypatch.setenv("FACTX_FORMAT", "xml")
    result = factx(input=TEXT)
    assert result.exit_code == 2
    assert "factx: FACTX_FORMAT: There is no 'xml'." in result.stderr


def test_every_option_has_a_variable_but_those_for_the_command_line_alone():
    for command in (extract, rules):
        names = {config.name(param): param.envvar for param in command.params if param.param_type_name == "option"}
        without = {name for name, variable in names.items() if variable is None}
        assert without <= {"json", "version", "help"}
        assert all(variable in (None, "FACTX_" + name.upper().replace("-", "_")) for name, variable in names.items())


def test_help_and_version_need_no_configuration(factx, project):
    project("not TOML")
    assert factx("--version").exit_code == 0
    assert factx("--help").exit_code == 0
    assert factx("schema").exit_code == 0
