"""The cost of each rule's pattern, in CPU milliseconds per megabyte of text, the most expensive first.

    python tests/benchmarks/rules.py KIND FILE.jsonl [COUNT]
"""

from __future__ import annotations

import gc
import json
import sys
import time

from factx import pipeline
from factx.engine.rules import Grammar
from factx.text.tokens import tokenise


def main() -> None:
    kind, path = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][:count]
    for text in texts[:20]:
        pipeline.extract(text, kinds={kind})  # type: ignore[arg-type]
    grammars = [grammar for grammar in gc.get_objects() if isinstance(grammar, Grammar) and "tagger" in vars(grammar)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    tokens = list(map(tokenise, texts))
    spent: list[tuple[float, int, str]] = []
    for grammar in grammars:
        tagged = list(map(grammar.tagger.tag, tokens))
        runs = [some[start:end] for some in tagged for start, end in grammar.runs(some)]
        print(f"{grammar.name}: rules see {sum(map(len, runs)) / sum(map(len, tagged)):.0%} of the tokens")
        able: dict[str, list[str]] = {}
        for run in runs:
            for rule, _ in grammar.able(run):
                able.setdefault(rule.id, []).append(run)
        for rule in grammar.rules:
            fits = grammar.matcher(rule)
            began = time.process_time()
            hits = sum(1 for run in able.get(rule.id, ()) for _ in fits.finditer(run))
            spent.append((1000 * (time.process_time() - began) / size, hits, f"{grammar.name}/{rule.id}"))
    for milliseconds, hits, name in sorted(spent, reverse=True)[:25]:
        print(f"{milliseconds:8.2f} ms a MB {hits:7d} hits  {name}")
    print(f"{sum(milliseconds for milliseconds, *_ in spent):8.2f} ms a MB in all")


if __name__ == "__main__":
    main()
