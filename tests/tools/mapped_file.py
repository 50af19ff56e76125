"""Writes the files that `factx.lexicon.mapped` reads."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from pathlib import Path

from factx.lexicon.mapped import RECORD


def write(path: Path, codes: dict[str, str], about: str) -> None:
    """Entries (ASCII, no blanks) with their codes, sorted and grouped by the first three letters, below comments."""
    groups: dict[str, list[str]] = defaultdict(list)
    for entry, code in sorted(codes.items()):
        groups[entry[:3]].append(f"{entry[3:]}={code}")
    comment = "".join(f"# {line}\n" for line in about.strip().splitlines())
    lines = [f"{head} {' '.join(rest)}\n" for head, rest in sorted(groups.items())]
    size = len(comment) + 3 + RECORD * len(groups)  # the index stands before the lines
    places = accumulate(map(len, lines[:-1]), initial=size)
    index = " ".join(f"{head:3} {place:07}" for head, place in zip(sorted(groups), places, strict=True))
    path.write_text(f"{comment}@ {index}\n{''.join(lines)}", encoding="ascii")
    print(f"{path.name}: {len(codes)} entries, {path.stat().st_size / 1e3:.0f} KB")
