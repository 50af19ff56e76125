"""More processes than one: the same output in the same order, and nothing lost when one of them dies."""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from factx.render import FORMATS
from factx.scale import parallel, pool
from factx.scale.outcomes import Died, ReaderDiedError

SENTENCES = [
    "Ann Lee said on Monday that prices rose 3%.", "“No,” said Bob Hay, the minister.", "It was in May 2020.",
    "Some 60-70% of voters stayed at home, according to Carla Day.", "Nothing happened.", "😀 “Ha,” he said.",
]  # fmt: skip
COMMAND = [sys.executable, "-m", "factx"]
START = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler)}
"""A shell without job control starts background jobs with interrupts ignored."""


def article(seed: int) -> str:
    return " ".join(random.Random(seed).choices(SENTENCES, k=12))


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Files of several forms, some of them bad, and JSON Lines with bad lines among them."""
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    for number in range(30):
        (folder / f"{number:03}.txt").write_text(article(number), "utf-8")
    (folder / "deep" / "packed.txt.gz").write_bytes(gzip.compress(article(99).encode()))
    (folder / "bad.txt").write_bytes(b"\0\1")
    (folder / "latin.txt").write_bytes("café 3%".encode("latin-1"))
    rows = [{"id": f"line-{number}", "text": article(number), "date": "2024-05-08"} for number in range(90)]
    lines = list(map(json.dumps, rows))
    lines[7:9] = ["{", "[]"]
    (folder / "lines.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.mark.parametrize("form", FORMATS)
def test_output_and_messages_are_the_same(factx, news, form):
    alone, together = (factx("-f", form, "--jobs", jobs, news) for jobs in (1, 3))
    assert together.stdout == alone.stdout
    assert together.stderr == alone.stderr
    assert (alone.exit_code, together.exit_code) == (2, 2)
    assert len(alone.stdout) > 3000


def test_standard_input_too(factx, news):
    lines = (news / "lines.jsonl").read_bytes()
    alone, together = (factx("--input", "jsonl", "--jobs", jobs, input=lines) for jobs in (1, 2))
    assert (together.stdout, together.stderr) == (alone.stdout, alone.stderr)


def test_exit_status(factx, tmp_path):
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text("Nothing.")
    assert factx("--jobs", "2", "--exit-status", tmp_path).exit_code == 1
    (tmp_path / "39.txt").write_text("It fell 3%.")
    assert factx("--jobs", "2", "--exit-status", tmp_path).exit_code == 0


def test_little_work_stays_in_one_process(factx, news, monkeypatch):
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    assert factx(news / "001.txt").exit_code == 0
    assert factx("--jobs", "1", news).exit_code == 2


def work(number: int) -> int:
    """Some numbers kill the process that they are given to, each in its way."""
    if number % 40 == 17:
        os.kill(os.getpid(), signal.SIGKILL)
    if number % 40 == 29:
        os._exit(3)
    return number * number


@pytest.mark.parametrize("weight", [10, pool.CHUNK // 3, parallel.HEAVY])
def test_a_worker_that_dies_takes_one_input_with_it(weight):
    answers = list(parallel.in_order(work, range(200), 3, lambda _: weight))
    assert [number for number, _ in answers] == list(range(200))
    died = {number: str(answer) for number, answer in answers if isinstance(answer, Died)}
    assert died == {n: "Killed" if n % 40 == 17 else "exit status 3" for n in range(200) if n % 40 in (17, 29)}
    assert all(answer == number * number for number, answer in answers if number not in died)


def test_a_reader_that_dies_is_told():
    def numbers():
        yield from range(50)
        os._exit(7)

    with pytest.raises(ReaderDiedError, match="exit status 7"):
        list(parallel.in_order(work, numbers(), 2, lambda _: parallel.HEAVY))


def test_large_inputs_and_large_answers_pass_each_other():
    """More than a pipe holds, both ways at once."""
    texts = ["x" * 2_000_000 for _ in range(12)]
    answers = [answer for _, answer in parallel.in_order(lambda text: text * 2, texts, 2, len)]
    assert [len(answer) for answer in answers] == [4_000_000] * 12


def test_what_is_read_ahead_is_bounded():
    read = 0

    def inputs():
        nonlocal read
        for number in range(10_000):
            read += 1
            yield number

    class Watched:
        def __call__(self, number: int) -> int:
            return number

    # The reader is another process: its progress shows only in what it passes on, and nothing is requested meanwhile.
    answers = parallel.in_order(Watched(), inputs(), 2, lambda _: pool.CHUNK)
    assert [next(answers)[0] for _ in range(5)] == [0, 1, 2, 3, 4]
    answers.close()
    assert read <= 2


def family(pid: int) -> list[int]:
    """The processes that a process has forked."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def forked(running: subprocess.Popen[Any], number: int) -> list[int]:
    """The processes that a command has forked, once there are as many as that."""
    until = time.monotonic() + 60
    while len(children := family(running.pid)) < number:
        assert running.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)
    return children


linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the family of a process is read off /proc")


@pytest.fixture
def much(tmp_path: Path) -> Path:
    path = tmp_path / "much.jsonl"
    lines = [json.dumps({"id": f"line-{number}", "text": article(number)}) for number in range(500)]
    path.write_text("\n".join(lines * 3), "utf-8")
    return path


@linux
def test_a_killed_worker_is_named_with_its_input(much):
    with subprocess.Popen([*COMMAND, "-j", "2", "-f", "jsonl", much], stdout=-1, stderr=-1, text=True) as running:
        for _ in range(1000):
            running.stdout.readline()
        os.kill(family(running.pid)[-1], signal.SIGKILL)
        rest, errors = running.communicate(timeout=120)
    assert running.returncode == 2
    assert re.fullmatch(r"factx: line-\d+: left out: the process that worked on it died \(Killed\)\n", errors)
    assert json.loads(rest.splitlines()[-1])["doc"] == "line-499"


@linux
@pytest.mark.parametrize("slow", [False, True], ids=["read-at-once", "read-slowly"])
def test_interrupted_at_once_with_whole_lines_and_nobody_left(much, slow):
    with subprocess.Popen([*COMMAND, "-j", "2", "-f", "jsonl", much], stdout=-1, stderr=-1, **START) as running:
        running.stdout.readline()
        if not slow:
            for _ in range(1000):
                running.stdout.readline()
        children = forked(running, 3)
        began = time.monotonic()
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate(timeout=60)
        assert time.monotonic() - began < 10
    assert (running.returncode, errors) == (130, b"")
    assert rest.endswith(b"\n") or not rest
    for line in rest.splitlines()[-1:]:
        json.loads(line)
    ended(children)


@linux
def test_killed_it_leaves_no_workers(much):
    with subprocess.Popen([*COMMAND, "-j", "2", "-f", "jsonl", much], stdout=-1, stderr=-1) as running:
        for _ in range(1000):
            running.stdout.readline()
        children = family(running.pid)
        running.kill()
        running.stdout.close()
        running.wait()
    ended(children)


def ended(children: list[int]) -> None:
    """Waits for the processes: one just forked ends by itself when it finds its parent gone."""
    until = time.monotonic() + 20
    while any(map(alive, children)):
        assert time.monotonic() < until
        time.sleep(0.05)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def one_is_large(tmp_path: Path) -> list[str]:
    """Three documents, of which the second takes much memory and time."""
    (tmp_path / "a.txt").write_text("It rose 1%.")
    (tmp_path / "b.txt").write_text("\n".join(article(number) for number in range(3000)), "utf-8")
    (tmp_path / "c.txt").write_text("It rose 3%.")
    return [str(tmp_path / f"{name}.txt") for name in "abc"]


VALUES = ["--only", "percentages", "--fields", "value", "--no-header"]


@linux
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_large_document_whose_worker_is_killed_is_named_and_the_others_are_done(one_is_large, jobs):
    with subprocess.Popen([*COMMAND, "-j", jobs, *one_is_large], stdout=-1, stderr=-1, text=True) as running:
        os.kill(forked(running, 2)[1], signal.SIGKILL)
        out, errors = running.communicate(timeout=60)
    assert running.returncode == 2
    assert errors == f"factx: {one_is_large[1]}: left out: the process that worked on it died (Killed)\n"
    assert [line.split("\t")[-1] for line in out.splitlines()] == ["value", "1%", "3%"]


LIMITED = """
import resource, sys
from factx import pipeline
from factx.command import cli
from factx.scale import jobs
pipeline.extract("Ann Lee said on Monday that prices rose 3%.")
with open("/proc/self/statm") as sizes:
    now = int(sizes.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + 40_000_000, resource.RLIM_INFINITY))
cli.main(sys.argv[1:])
"""


@linux
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_document_for_which_there_is_no_memory_is_named_and_the_others_are_done(one_is_large, jobs):
    command = [sys.executable, "-c", LIMITED, "-j", jobs, *VALUES, *one_is_large]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.stderr == f"factx: {one_is_large[1]}: left out: there is not enough memory for it\n"
    assert (done.returncode, done.stdout.split()) == (2, ["1%", "3%"])


def test_no_memory_in_this_very_process(factx, news, monkeypatch):
    """For a small document, for a document of many in a file, and for what is printed of all of them."""
    from factx import pipeline

    extract = pipeline.extract

    def failing(text, **options):
        if options["id"].endswith(("001.txt", "line-3")):
            raise MemoryError
        return extract(text, **options)

    monkeypatch.setattr(pipeline, "extract", failing)
    for path in (news / "001.txt", news / "002.txt"):
        path.rename(path.parent.parent / path.name)
    (news / "bad.txt").unlink()
    result = factx("-j", "1", "--fields", "doc", news.parent / "001.txt", news.parent / "002.txt", news / "lines.jsonl")
    message = "left out: there is not enough memory for it"
    names = re.findall(rf"factx: (?:.*/)?([\w.-]+): {message}\n", result.stderr)
    assert (names, result.exit_code) == (["001.txt", "line-3"], 2)
    assert {"line-2", "line-4"} < {Path(doc).name for doc in result.stdout.split()}

    def refuse(*arguments):
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "extract", extract)
        patched.setattr("factx.render.json.entity_object", refuse)  # after the facts
        patched.setattr("factx.render.PIECE", 1)
        result = factx("-j", "1", "--json", news / "003.txt")
        assert result.stderr == f"factx: {news / '003.txt'}: {message}\n"
        assert (result.exit_code, json.loads(result.stdout)["documents"]) == (2, [])

    monkeypatch.setattr("factx.scale.jobs.Work.__call__", refuse)
    result = factx("-j", "1", news / "003.txt")
    assert (result.exit_code, result.stderr) == (2, "factx: there is not enough memory\n")


def test_facts_are_out_before_the_next_input_is_waited_for(much):
    """Also with several processes that have nothing left to do."""
    lines = much.read_text("utf-8").splitlines(keepends=True)[:300]
    pipes = {"stdin": -1, "stdout": -1, "text": True}
    with subprocess.Popen([*COMMAND, "-j", "2", "-f", "json", "--input", "jsonl"], **pipes) as running:
        running.stdin.write("".join(lines))
        running.stdin.flush()
        for line in running.stdout:
            if '"doc": "line-299"' in line:
                break
        running.stdin.close()


@pytest.mark.parametrize("options", [["-j", "1"], ["-j", "2"]])
def test_memory_is_flat(much, options):
    """Ten times as much text takes no more memory."""

    def peak(lines: int) -> int:
        text = b"".join(much.read_bytes().splitlines(keepends=True)[:lines])
        before = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdin=0, stdout=subprocess.DEVNULL);"
        after = "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        command = [sys.executable, "-c", before + after, *COMMAND, *options, "-f", "json", "--input", "jsonl"]
        return int(subprocess.run(command, input=text, capture_output=True, check=True).stdout)

    assert peak(1000) < 1.3 * peak(100)


def test_many_files_and_few_handles(factx, tmp_path):
    """No more files are open at a time than are worked on."""
    for number in range(1000):
        (tmp_path / f"{number:04}.txt").write_text(f"It rose {number}%.", "utf-8")
    (tmp_path / "0500.txt").write_bytes(b"\0")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (100, hard))
    try:
        result = factx("-j", "2", "--only", "percentages", "--fields", "value", "--no-header", tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert result.exit_code == 2
    assert result.stdout.split() == [f"{number}%" for number in range(1000) if number != 500]
    assert result.stderr.startswith(f"factx: {tmp_path}/0500.txt: binary")
    assert result.stderr.count("\n") == 1
