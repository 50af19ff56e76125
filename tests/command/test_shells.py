"""Completion in shells, the manual page, and an interrupt while the command starts."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

import factx
from factx.command.man_page import page
from factx.render import FORMATS

ROOT = Path(factx.__file__).parents[1]
MANUAL = ROOT / "factx" / "command" / "factx.1"
SHELLS = {
    "bash": 'eval "$(factx completion bash)"; COMP_WORDS=(factx {words}); COMP_CWORD={last};'
            ' _factx_completion factx 2>/dev/null; printf "%s\\n" "${{COMPREPLY[@]}}"',
    "fish": "fish -c 'factx completion fish | source; complete --do-complete \"factx {words}\"'",
}
"""Shell code that prints the completions of a line."""


def needs(tool: str) -> None:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_reads(shell, name):
    needs(name)
    done = shell(f"factx completion {name} > script && {name} -n script")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", SHELLS)
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sch", {"schema"}),
        ("one", {"one.txt"}),
        ("--on", {"--only"}),
        ("--only da", {"dates"}),
        ("--only dates,pe", {"dates,people", "dates,percentages"}),
        ("--format js", {form for form in FORMATS if form.startswith("js")}),
        ("--fields claim.source.t", {"claim.source.text"}),
        ("rules weekday-and-da", {"weekday-and-date", "weekday-and-day"}),
        ("completion z", {"zsh"}),
    ],
)
def test_a_shell_completes(shell, name, words, expected):
    needs(name)
    done = shell("touch one.txt; " + SHELLS[name].format(words=words, last=len(words.split())))
    assert {line.split("\t")[0].removesuffix(",") for line in done.stdout.splitlines()} == expected


def test_in_fish_a_word_of_a_list_stands_with_a_comma_and_without(shell):
    """It puts no blank after what two completions begin with."""
    needs("fish")
    done = shell(SHELLS["fish"].format(words="--only da"))
    assert done.stdout.split() == ["dates", "dates,"]


KEYS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(factx completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -Uz compinit; compinit -u; eval "$(factx completion zsh)"'),
}
"""Interactive shells, and what sets up completion in them."""


def wait_for(terminal: int, shown: bytes) -> None:
    """Read what a terminal shows until it has shown that."""
    seen = b""
    while shown not in seen:
        ready, _, _ = select.select([terminal], [], [], 30)
        assert ready, seen
        seen += os.read(terminal, 65536)


@pytest.mark.parametrize("name", KEYS)
def test_after_a_word_of_a_list_a_comma_and_another_may_follow(shell, tmp_path, name):
    """`--only da<Tab>,pe<Tab>` is typed as one word, with no blank to take back."""
    needs(name)
    command, set_up = KEYS[name]
    leader, follower = pty.openpty()
    environment = {**os.environ, "PATH": f"{tmp_path}/bin:{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
                   "TERM": "xterm", "HOME": str(tmp_path), "HISTFILE": ""}  # fmt: skip
    with subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=environment, cwd=tmp_path, start_new_session=True
    ) as running:
        for typed, shown in (
            (f"{set_up}; factx() {{ echo \"$@\" > given; }}; echo rea''dy\n", b"ready"),
            ("factx --only da\t", b"tes"), (",peo\t", b"ple"), (" one.txt\nexit\n", b"exit"),
        ):  # fmt: skip
            os.write(leader, typed.encode())
            wait_for(leader, shown)
        running.wait(20)
    os.close(follower)
    os.close(leader)
    assert (tmp_path / "given").read_text().split() == ["--only", "dates,people", "one.txt"]


def test_an_unknown_shell_is_wrong_usage(factx):
    result = factx("completion", "csh")
    assert result.exit_code == 2
    assert "SHELL: There is no 'csh'." in result.stderr


class TestManual:
    def test_it_is_the_one_that_ships(self, request):
        if request.config.getoption("--update-golden"):
            MANUAL.write_text(page(), "utf-8")
        assert MANUAL.read_text("utf-8") == page(), "if meant: pytest --update-golden, then read the diff"

    def test_every_option_and_command_is_in_it(self):
        from factx.command.cli import extract, main

        text = page().replace("\\-", "-")
        options = [option for param in extract.params for option in param.opts if option[0] == "-"]
        assert [option for option in options if option not in text] == []
        commands = main.list_commands(click.Context(main))
        assert [name for name in commands if name != "extract" and f".SS {name}" not in text] == []

    @pytest.mark.parametrize(
        "check", ["man --warnings -E UTF-8 -l -Tutf8 {} 2>&1 >/dev/null", "mandoc -T lint -W error {}"]
    )
    def test_no_reader_complains(self, shell, check):
        needs(check.split()[0])
        done = shell(check.format(MANUAL))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_a_wheel_holds_it(self):
        assert '"factx/command/factx.1" = "share/man/man1/factx.1"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_an_interrupt_while_modules_are_imported_is_quiet():
    """As a Ctrl-C in the first moments: it reaches whatever is being imported."""
    interrupted = """
import sys
class Interrupt:
    def find_spec(self, name, *_):
        if name == "factx.command.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
from factx.__main__ import main
assert "factx.model" not in sys.modules and "click" not in sys.modules, "imported where nothing catches it"
main()
"""
    done = subprocess.run([sys.executable, "-c", interrupted], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
