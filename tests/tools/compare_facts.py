"""Whether a change to the code changes the facts: prints those lost and won, and exits 1 if there are any.

    python tests/tools/compare_facts.py record FOLDER FILE.jsonl...     the facts of the code as it is
    python tests/tools/compare_facts.py compare FOLDER [--show 20]      after a change

A FILE has a document a line, {"id", "text", "date"}. FOLDER is given its texts and its facts; --factx names another
command than the `factx` on the PATH.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

PARTS = ("source", "cue", "of", "holder", "property", "predicate")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("record", "compare"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--factx", default="factx")
    parser.add_argument("--show", type=int, default=10, help="how many differences of each file are printed")
    given = parser.parse_args()
    if given.action == "record":
        record(given.folder, given.files, given.factx)
        return
    changed = False
    for before in sorted(given.folder.glob("*.facts.jsonl")):
        after = facts(given.factx, before.with_name(before.name.replace(".facts.", ".")))
        differences = list(different(before.read_text("utf-8"), after))
        changed = changed or bool(differences)
        lost = sum(difference[0] == "-" for difference in differences)
        print(f"{before.name}: {lost} lost, {len(differences) - lost} won")
        print(*(f"  {line}" for line in differences[: given.show]), sep="\n", end="\n" if differences else "")
    sys.exit(changed)


def record(folder: Path, files: list[Path], command: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(files):
        documents = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
        rows = [
            {"id": str(each["id"]), "text": each["text"], "date": each.get("date") or each.get("dct")}
            for each in documents
        ]
        texts = folder / f"{number:02}-{file.parent.name}-{file.stem}.jsonl"
        texts.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        texts.with_suffix(".facts.jsonl").write_text(facts(command, texts), "utf-8")


def facts(command: str, texts: Path) -> str:
    """The command's output for the texts, as JSON Lines."""
    call = [*shlex.split(command), "extract", "--format", "jsonl", str(texts.resolve())]
    return subprocess.run(call, capture_output=True, text=True, check=True).stdout


def different(before: str, after: str) -> Iterator[str]:
    """A line for each fact lost (-) and won (+), in the order of the documents."""
    lost = Counter(before.splitlines())
    won = Counter(after.splitlines())
    lost, won = lost - won, won - lost
    for mark, rows in (("-", lost), ("+", won)):
        for row in rows:
            yield f"{mark} {in_short(json.loads(row))}"


def in_short(fact: dict[str, object]) -> str:
    parts = {name: part["text"] for name in PARTS if isinstance(part := fact.get(name), dict)}
    values = {name: fact[name] for name in ("value", "name", "low", "stance", "rule") if fact.get(name) is not None}
    return f"{fact['doc']} {fact['start']} {fact['text']!r} {parts | values}"


if __name__ == "__main__":
    main()
