"""The bar on standard error: only on a terminal, only when work is long, with share, rate and time left."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from factx.scale import progress


def shown(arguments: list[str], long: float) -> bytes:
    """The output on standard error, a terminal, if a bar is shown after that many seconds."""
    leader, follower = pty.openpty()
    code = (
        "from factx.command import cli; from factx.scale import progress; "
        f"progress.LONG, progress.BETWEEN = {long}, 0; cli.main()"
    )
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-c", code, *arguments]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower, env=environment) as running:
        os.close(follower)
        read = b""
        try:
            while chunk := os.read(leader, 65536):
                read += chunk
        except OSError:
            pass  # how a terminal without a process at its other end reports the end
    os.close(leader)
    assert running.returncode == 0
    return read


def test_a_bar_while_work_is_long_and_nothing_after_it(tmp_path: Path):
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text("Ann Lee said prices rose 3%. " * 20)
    text = shown([str(tmp_path)], 0.0)
    assert b"100%" in text
    assert b"/s" in text
    assert b"0:00:" in text
    assert text.rstrip().endswith(b"\x1b[2K")
    assert shown([str(tmp_path)], 60.0) == b""


def test_not_beside_facts_on_the_same_terminal():
    assert not progress.wanted(terminal=True)
