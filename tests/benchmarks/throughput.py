"""Megabytes a CPU second, each kind and all together, over a tokeniser of `re` alone.

    python tests/benchmarks/throughput.py FILE.jsonl     documents, one a line, in "text"; else the sample article

Where `perf` can count them, the instructions a byte stand beside: they are the same on a busy machine.
"""

from __future__ import annotations

import gc
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from factx import pipeline
from factx.text.tokens import tokenise

PLAIN = re.compile(r"\w+|[^\w\s]")


class Instructions:
    """Counts those of this process with `perf`; `counted` is None where it can't."""

    def __init__(self) -> None:
        self.counted: int | None = None
        command = ["perf", "stat", "-x", ",", "-e", "instructions:u", "-p", str(os.getpid())]
        self.perf = subprocess.Popen(command, stderr=subprocess.PIPE, text=True) if shutil.which("perf") else None

    def __enter__(self) -> Instructions:
        time.sleep(0.3 if self.perf else 0)  # until it has begun
        return self

    def __exit__(self, *error: object) -> None:
        if self.perf:
            self.perf.send_signal(signal.SIGINT)
            _, told = self.perf.communicate()
            found = re.search(r"^(\d+),", told, re.MULTILINE)
            self.counted = int(found[1]) if found else None


def main() -> None:
    gc.set_threshold(500_000, 20, 100)  # as the command does
    if len(sys.argv) > 1:
        with open(sys.argv[1], encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    else:
        article = next(Path(__file__).parents[2].joinpath("seeds").glob("*.txt")).read_text(encoding="utf-8")
        texts = [article] * 400
    size = sum(len(text.encode()) for text in texts) / 1e6
    steps: dict[str, Callable[[str], object]] = {"re alone": PLAIN.findall, "tokens": tokenise}
    for kind in sorted(pipeline.KINDS):
        steps[kind] = lambda text, kind=kind: pipeline.extract(text, date="2020-08-16", kinds={kind})  # type: ignore[misc]
    steps["all"] = lambda text: pipeline.extract(text, date="2020-08-16")
    plain = 0.0
    for name, step in steps.items():
        for text in texts[:20]:
            step(text)
        with Instructions() as instructions:
            began = time.process_time()
            for text in texts:
                step(text)
            spent = time.process_time() - began
        plain = plain or spent
        figures = f"{size / spent:7.2f} MB/s {1000 * spent / size:7.1f} ms a MB"
        count = instructions.counted
        each = f"  {count / size / 1e6:7.0f} instructions a byte" if count is not None else ""
        print(f"{name:12s} {figures}  {spent / plain:5.1f} times re alone{each}")


if __name__ == "__main__":
    main()
