"""Whether hostile repetition stays linear: each text is doubled, and the CPU time should do no more than that.

    python tests/benchmarks/hostile.py [KIND ...]        the whole pipeline where no kind is named
"""

from __future__ import annotations

import sys
import time

from factx import pipeline

SIZE = 250_000
"""Code points of the smaller text of each pair."""
UNITS = [
    '"', "“", "” ", "‘a ", "'", "''", "``", "«", "“a”", '"a" said ', "“A,” B said. ", "“a\n\n", "(", "[", ") ",
    "A", "A ", "A. ", "A.", "A-", "A’", "a-", "Ann ", "Ann Lee ", "Ann Lee, ", "Ann and ", "Mr. ", "President ", "de ",
    "von der ", "1", "1 ", "1,", "1,000,", "1.", "1/", "1-", "1%", "1% ", "1 to ", "1 and ", "5 or ", "one ", "twenty ",
    "hundred and ", "half ", "percent ", "per ", "%", "% of ", "% of the a ", "May ", "May 1 ", "May, ", "Monday ",
    "last ", "last year ", "the ", "the a ", "year ", "years ", "in ", "in 1990 ", "1990", "1990 ", "1990-",
    "two days ",
    "a ", "a, ", "and ", "of ", "of the ", "that ", "said ", "said that ", "said, ", "he said ", "A said B said ",
    "according to ", "claim that ", "who ", "which ", ", who said, ", "not ", "to say ", ", ", ",", ".", ". ", "! ",
    "?!", ":", ": ", ";", "- ", " - ", " – ", "--", "…", " ", "\t", "\n", "\n\n", "a\n", "A\n", "A\n\n", "\u0301",
    "e\u0301",
    "😀", "\u200b", "\u202e", "\x00", "一", "ü", "@a ", "#", "http://", "http://a/%20 ", "x" * 50_000 + " ",
]


def seconds(text: str, kinds: frozenset[str]) -> float:
    began = time.process_time()
    pipeline.extract(text, date="2020-08-16", kinds=kinds or pipeline.KINDS)  # type: ignore[arg-type]
    return time.process_time() - began


def main() -> None:
    kinds = frozenset(sys.argv[1:])
    pipeline.extract("Ann Lee said on May 1 that 5% left.", kinds=pipeline.KINDS)
    worst = 0.0
    for unit in UNITS:
        small, large = (seconds(unit * (size // len(unit) + 1), kinds) for size in (SIZE, 2 * SIZE))
        ratio = large / max(small, 0.05)
        worst = max(worst, ratio)
        flag = "  NOT LINEAR" if ratio > 2.5 else "  slow" if large > 3 else ""
        print(f"{unit[:20]!r:24s} {small:6.2f} s {large:6.2f} s  x {ratio:4.1f}{flag}", flush=True)
    print(f"worst ratio {worst:.1f}")


if __name__ == "__main__":
    main()
