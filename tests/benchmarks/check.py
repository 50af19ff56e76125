"""CPU of `factx check`'s search: many quotations against much text, which should go with the text alone.

    python tests/benchmarks/check.py [QUOTATIONS] [MEGABYTES]       10000 and 10 unless given
"""

from __future__ import annotations

import random
import sys
import time

from factx.check.matching import Index, Source

LENGTH = 15
"""The words of a quotation."""


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    random.seed(5)
    words = [f"w{number}" for number in range(3000)]
    text = " ".join(random.choices(words, k=size * 1_000_000 // 6))
    for quotations in (1, most // 10, most):
        index = Index()
        for _ in range(quotations):
            index.add(random.choices(words, k=LENGTH))
        began = time.process_time()
        index.search(Source("a", text, None))
        print(f"{quotations:6d} quotations, {len(text) / 1e6:.1f} MB: {time.process_time() - began:6.2f} s of CPU")


if __name__ == "__main__":
    main()
