"""Megabytes a CPU second, each kind and all together, over a tokeniser of `re` alone.

    python tests/benchmarks/throughput.py FILE.jsonl     documents, one a line, in "text"; else the sample article
"""

from __future__ import annotations

import gc
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from factx import pipeline
from factx.text.tokens import tokenise

PLAIN = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    gc.set_threshold(100_000, 20, 100)  # as the command does
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
        began = time.process_time()
        for text in texts:
            step(text)
        spent = time.process_time() - began
        plain = plain or spent
        figures = f"{size / spent:7.2f} MB/s {1000 * spent / size:7.1f} ms a MB"
        print(f"{name:12s} {figures}  {spent / plain:5.1f} times re alone")


if __name__ == "__main__":
    main()
