"""The command among others: pipes, signals, terminals, full disks; each measured on the tools it is built from."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import threading

import pytest

from factx.render import FORMATS

SENTENCE = "Prices rose 3% on 2020-08-16.\n"
MANY = f"printf '{SENTENCE.strip()}\\n%.0s' {{1..3000}} | sed 's/.*/{{\"text\": \"&\"}}/'"
JSON_LINES = "factx --only percentages --input jsonl"


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "jsonl", "table"])
def test_a_closed_pipe_is_a_quiet_end(shell, form):
    done = shell(f"{MANY} | {JSON_LINES} --format {form} | head -1 >/dev/null; echo ${{PIPESTATUS[@]: -2:1}}")
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.parametrize("command", ["factx --help", "factx schema", "factx --version"])
def test_a_pipe_that_nobody_reads(shell, command):
    done = shell(f"(sleep 0.5; {command}; echo $? >&2) | true")
    assert done.stderr == "0\n"


@pytest.mark.parametrize("command", [f"echo '{SENTENCE}' | factx --only dates", "factx --help", "factx schema"])
def test_a_full_disk_is_said_in_words(shell, command):
    done = shell(f"{command} > /dev/full")
    assert done.returncode == 2
    assert done.stderr == "factx: cannot write: No space left on device\n"


def test_closed_streams(shell):
    done = shell("factx --only dates <&-")
    assert (done.returncode, done.stderr) == (2, "factx: -: standard input is closed\n")
    done = shell(f"echo '{SENTENCE}' | factx --only dates >&-")
    assert (done.returncode, done.stderr) == (2, "factx: cannot write: standard output is closed\n")
    assert shell("factx /nowhere 2>&-").returncode == 2


def test_interrupted():
    """Ctrl-C ends it silently with 130, and the facts found so far are there in whole lines."""
    command = [sys.executable, "-m", "factx", *JSON_LINES.split()[1:], "--format", "jsonl"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, **pipes, text=True, preexec_fn=heed_interrupts) as running:
        running.stdin.write('{"text": "3%"}\n')
        running.stdin.flush()
        found = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 130
        assert running.stdout.read() + running.stderr.read() == ""
    assert json.loads(found)["text"] == "3%"


def heed_interrupts() -> None:
    """A shell without job control starts background jobs with interrupts ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "html"])
def test_facts_are_out_before_the_next_input_is_waited_for(shell, tmp_path, form):
    """In every format but html, whose page begins with an overview of all documents."""
    os.mkfifo(tmp_path / "pipe")
    done = shell(
        f"{JSON_LINES} --format {form} pipe > out & exec 9>pipe; echo '{{\"text\": \"It rose by 3%.\"}}' >&9;"
        " until grep -q 3% out; do sleep 0.05; done; cat out; exec 9>&-; wait"
    )
    assert "3%" in done.stdout


def test_surrogates_from_json_are_written_as_escapes(shell):
    line = json.dumps({"id": "\ud83d", "text": "a \ud800 rose 3%"})
    done = shell(f"echo '{line}' | factx --input jsonl --only percentages --json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["documents"][0]["doc"] == "\ud83d"


@pytest.mark.parametrize(
    "environment",
    ["LC_ALL=C", "LC_ALL=POSIX PYTHONCOERCECLOCALE=0 PYTHONUTF8=0", '-i "PATH=$PATH" "PYTHONPATH=$PYTHONPATH"'],
)
def test_no_locale(shell, environment):
    done = shell(f"echo 'In the café’s 3%' | env {environment} factx --only percentages -f jsonl", encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["start"] == 14


def test_file_names_that_are_no_text(shell):
    name = "$'caf\\xe9\\x1b[31m.txt'"
    done = shell(f"echo '{SENTENCE}' > {name}; for form in tsv json; do factx -f $form --only dates . no{name}; done")
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stdout.count("2020-08-16") > 2
    assert done.stderr.count("No such file") == 2


@pytest.mark.parametrize("line", ["factx -o dates *.txt | cut -f 5", "factx -o dates -f csv *.txt | tail -n +1"])
def test_in_a_pipeline(shell, line):
    assert shell(f"echo '{SENTENCE}' > a.txt; {line}").stdout.splitlines()[-1].endswith("2020-08-16")


def on_a_terminal(shell, line: str, columns: int = 100, **environment: str) -> str:
    """The output of the command line on a terminal of that width."""
    leader, follower = pty.openpty()
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    settings = " ".join(f"{name}={value}" for name, value in {"TERM": "xterm", **environment}.items())
    shown: list[bytes] = []
    reader = threading.Thread(target=read_out, args=(leader, shown))
    reader.start()
    done = shell(f"export {settings}; {line}", stdin=follower, stdout=follower, stderr=follower, capture_output=False)
    os.close(follower)
    reader.join()
    os.close(leader)
    return b"".join(shown).decode() + f"status {done.returncode}"


def read_out(terminal: int, shown: list[bytes]) -> None:
    """Read all that is written to a terminal while it is; one without a process at its other end reports an error."""
    try:
        while chunk := os.read(terminal, 65536):
            shown.append(chunk)
    except OSError:
        pass


class TestTerminal:
    FACTS = f"echo '{SENTENCE.strip()}' > a.txt; factx --only dates a.txt"

    def test_a_table_in_colour_as_wide_as_it(self, shell):
        shown = on_a_terminal(shell, self.FACTS)
        assert "\x1b[1;38;5;31mDates\x1b[0m" in shown
        assert "Sun 16 Aug 2020" in shown
        assert "doc\tkind" not in shown

    def test_who_names_columns_wants_rows(self, shell):
        """On the command line; of a file's columns the table is as little a question as of its other settings."""
        assert "line\ttext\r\n1\t" in on_a_terminal(shell, f"{self.FACTS} --fields line,text")
        assert "\t" not in on_a_terminal(shell, f"echo 'fields = \"line,text\"' > factx.toml; {self.FACTS}")

    @pytest.mark.parametrize(
        ("environment", "option", "colored"),
        [
            ({"NO_COLOR": "1"}, "", False),
            ({"NO_COLOR": ""}, "", True),
            ({"TERM": "dumb"}, "", False),
            ({"FORCE_COLOR": "1", "TERM": "dumb"}, "", True),
            ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "", False),
            ({"NO_COLOR": "1"}, "--color always", True),
            ({}, "--color never", False),
        ],
    )
    def test_who_decides_on_colour(self, shell, environment, option, colored):
        assert ("\x1b[" in on_a_terminal(shell, f"{self.FACTS} {option}", **environment)) == colored

    def test_nothing_to_read(self, shell):
        shown = on_a_terminal(shell, "factx")
        assert "Nothing to read" in shown
        assert "factx article.txt" in shown
        assert shown.endswith("status 2")

    @pytest.mark.parametrize("form", ["tsv", "csv", "jsonl", "json", "table"])
    def test_no_escape_of_an_article_reaches_it(self, shell, form):
        article = r"It was \033]0;owned\007\033[2J in \xc2\x9b31m 2020 \033[5m"
        shown = on_a_terminal(shell, f"printf '{article}' | factx -f {form} --color never --only dates")
        assert not set(shown) & set("\x1b\x07\x9b")


def test_memory_does_not_grow_with_the_number_of_lines(shell):
    """A stream is never held in memory: 3,000 lines take no more than 200."""

    def peak(lines: int) -> int:
        measured = (
            "python3 -c 'import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
            " print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)'"
        )
        done = shell(f"{MANY} | head -{lines} | sed 's/\"}}/{'. ' * 2000}\"}}/' | {measured} {JSON_LINES} -f json")
        return int(done.stdout)

    assert peak(3000) < 1.3 * peak(200)
