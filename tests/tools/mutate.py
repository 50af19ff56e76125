"""Whether the tests notice: changes one small thing of the package at a time and runs the tests nearest to it.

    python tests/tools/mutate.py dates people --sample 40 --seed 7     a random sample of changes in each area
    python tests/tools/mutate.py factx/resolve/speakers.py             every change in a file
    python tests/tools/mutate.py factx/resolve/speakers.py:203         every change in a line
    python tests/tools/mutate.py dates --list                          the changes alone; nothing is run

A change is a comparison turned, a number replaced, `and` for `or`, one operand of these left out, a condition negated
or never true, True for False, or an entry of a module's constant left out. It is made in a scratch copy of the
repository. It survives where the tests of its area (AREAS) pass all the same: then a test is missing, the code is dead,
or the change makes no difference to anybody, in which case EQUIVALENT says why. Prints each survivor as it is met, and
the share of them by area. A change takes one to three seconds of a processor.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
CORPUS = "tests/test_corpus.py tests/test_examples.py"


class Area(NamedTuple):
    folder: str
    tests: str
    """What pytest is given: the tests that are run after each change, the likeliest to fail first."""
    without: tuple[str, ...] = ()
    """Modules that are left alone."""


AREAS = {
    "engine": Area("factx/engine", f"tests/engine tests/test_cache.py tests/syntax {CORPUS}"),
    "dates": Area("factx/extract/dates", f"{CORPUS} tests/extract tests/resolve -k dates"),
    "people": Area("factx/extract/people", f"{CORPUS} tests/extract -k people"),
    "percentages": Area(
        "factx/extract/percentages", f"{CORPUS} tests/extract -k 'percentage or role'"
    ),
    "claims": Area("factx/extract/claims", f"{CORPUS} tests/extract -k claims"),
    "resolve": Area(
        "factx/resolve", f"tests/resolve tests/extract {CORPUS} tests/test_sample_article.py", ("tense.py",)
    ),
    "text": Area("factx/text", f"tests/text {CORPUS}"),
}
BOUND = "a bound on memory or on the work in a text of a book's length: what is found below it is the same"
EQUIVALENT = {
    "LIMIT": BOUND,
    "_SHORT": BOUND,
    "_BESIDE": BOUND,
    "_LONG_AGO": BOUND,
    "_LONGEST_SIDE": BOUND,
    "_MOST = 50": BOUND,
    "NEAR = 40": BOUND,
    "cache_pattern=False": "whether `regex` remembers a pattern too",
    "for _, term in read if term": "no term is None there, which the type checker can't see",
    "while place < len(pattern)": "no piece is found at the end either",
    "import regex": "the fallback where `regex` has no matcher to be loaded alone",
    "_MATCHER is None": "the fallback where `regex` has no matcher to be loaded alone",
}
"""What stands in lines whose changes nobody can see, each with the reason."""

TURNED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==",
    "in": "not in", "not in": "in", "is": "is not", "is not": "is", "and": "or", "or": "and",
}  # fmt: skip
OPERATOR = re.compile(r"<=|>=|==|!=|<|>|\bnot\s+in\b|\bis\s+not\b|\b(?:in|is|and|or)\b")


class Change(NamedTuple):
    path: str
    line: int
    start: int
    end: int
    """Where it is made, as offsets in the file's bytes."""
    put: str
    """What is put there."""
    why: str

    def made(self, source: bytes) -> bytes:
        return source[: self.start] + self.put.encode() + source[self.end :]

    def shown(self, source: bytes) -> str:
        was = source[self.start : self.end].decode()
        place = f"{self.path}:{self.line}"
        return f"{place}: {self.why}: {' '.join(was.split())[:60]!r} -> {' '.join(self.put.split())[:70]!r}"


class Finder(ast.NodeVisitor):
    """The changes that a module allows."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path = path
        self.source = source
        self.lines = [0]
        for line in source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.changes: list[Change] = []
        tree = ast.parse(source)
        self._constants(tree)
        self.visit(tree)

    def _start(self, node: ast.expr) -> int:
        return self.lines[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr) -> int:
        return self.lines[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)

    def _text(self, node: ast.expr) -> str:
        return self.source[self._start(node) : self._end(node)].decode()

    def _add(self, start: int, end: int, put: str, why: str) -> None:
        line = self.source.count(b"\n", 0, start) + 1
        self.changes.append(Change(self.path, line, start, end, put, why))

    def _replace(self, node: ast.expr, put: str, why: str) -> None:
        self._add(self._start(node), self._end(node), put, why)

    def _turn(self, left: ast.expr, right: ast.expr, why: str) -> None:
        """Another operator between two operands."""
        low, high = self._end(left), self._start(right)
        between = self.source[low:high].decode()
        if found := OPERATOR.search(between):
            start = low + len(between[: found.start()].encode())
            put = TURNED[" ".join(found[0].split())]
            self._add(start, start + len(found[0].encode()), put, why)

    def visit_Compare(self, node: ast.Compare) -> None:
        operands = [node.left, *node.comparators]
        for left, right in pairwise(operands):
            self._turn(left, right, "comparison")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        for left, right in pairwise(node.values):
            self._turn(left, right, "and/or")
        neutral = "True" if isinstance(node.op, ast.And) else "False"
        for value in node.values:
            named = any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(value))
            if not named and not isinstance(value, ast.Constant):
                self._replace(value, neutral, "operand left out")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self._replace(node, str(not value), "boolean")
        elif isinstance(value, int):
            self._replace(node, str(value + 1 if value < 10 else value // 2), "number")
        elif isinstance(value, float):
            self._replace(node, str(value / 2 or 1.0), "number")

    def visit_If(self, node: ast.If) -> None:
        if "TYPE_CHECKING" in self._text(node.test):
            return
        self._condition(node.test)
        self._replace(node.test, f"({self._text(node.test)}) and False", "branch dropped")
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._condition(test)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """The 0 of `int(match["day"] or 0)` is there for the type checker: the pattern holds a day."""
        if isinstance(node.func, ast.Name) and node.func.id == "int" and self._text(node).endswith(" or 0)"):
            return
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_arg(self, node: ast.arg) -> None:
        """What is annotated is nothing that runs."""

    def visit_Raise(self, node: ast.Raise) -> None:
        """Messages are read by people."""

    def _condition(self, test: ast.expr) -> None:
        self._replace(test, f"(not ({self._text(test)}))", "condition negated")

    def _constants(self, tree: ast.Module) -> None:
        """Entries of the constants on top of a module: of displays, and the words of a string that is split."""
        for statement in tree.body:
            if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
                continue
            target = statement.target if isinstance(statement, ast.AnnAssign) else statement.targets[0]
            if self._text(target) == "__all__" or "TypeAlias" in self._text(getattr(statement, "annotation", target)):
                continue
            for node in ast.walk(statement.value):
                if isinstance(node, ast.Dict):
                    pairs = zip(node.keys, node.values, strict=True)
                    entries = [(key, value) for key, value in pairs if key is not None]
                    for key, value in entries:
                        self._leave_out(self._start(key), self._end(value))
                elif isinstance(node, ast.Set | ast.List | ast.Tuple) and len(node.elts) > 2:
                    for element in node.elts:
                        self._leave_out(self._start(element), self._end(element))
                elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
                    self._words(node.func.value)

    def _leave_out(self, start: int, end: int) -> None:
        comma = re.match(rb"\s*,", self.source[end:])
        self._add(start, end + comma.end() if comma else end, "", "entry left out")

    def _words(self, node: ast.expr) -> None:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            return
        start, text = self._start(node), self._text(node)
        for word in node.value.split():
            if found := re.search(rf"(?<![^\s\"']){re.escape(word)}(?![^\s\"'])", text):
                at = start + len(text[: found.start()].encode())
                self._add(at, at + len(word.encode()), "", "entry left out")


def changes_in(area: Area, wanted: str | None) -> Iterator[Change]:
    """The changes in an area; in a file of it, or a line, where that is `wanted`."""
    path, _, line = (wanted or area.folder).partition(":")
    place = ROOT / path
    for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
        if place.is_dir() and file.name in area.without:
            continue
        source = file.read_bytes()
        lines = source.decode().split("\n")
        for change in Finder(str(file.relative_to(ROOT)), source).changes:
            if line and change.line != int(line):
                continue
            if not any(part in lines[change.line - 1] for part in EQUIVALENT):
                yield change


def area_of(place: str) -> str:
    return next(name for name, area in AREAS.items() if place == name or f"{place}/".startswith(f"{area.folder}/"))


class Scratch:
    """A copy of the repository, in which one change after another is made and taken back."""

    def __init__(self, folder: Path, area: str) -> None:
        self.folder = folder
        self.tests = AREAS[area].tests
        ignored = shutil.ignore_patterns(".*", "__pycache__", "*venv*", "node_modules")
        shutil.copytree(ROOT, folder, ignore=ignored, dirs_exist_ok=True)
        where = self._run([sys.executable, "-c", "import factx; print(factx.__file__)"], 60).stdout
        if not where.startswith(str(folder)):
            sys.exit(f"not the scratch copy is tested, but {where}")
        started = time.monotonic()
        if (outcome := self._pytest(600, keep=True)).returncode:
            sys.exit(f"the tests fail before anything is changed:\n{outcome.stdout}")
        self.patience = 20 + 5 * (time.monotonic() - started)
        if area == "engine":
            # What compiled the rules is what is changed: no rule may come from before.
            for cache in folder.rglob("*.cache"):
                cache.unlink()
        self._number = 0

    def survives(self, change: Change) -> bool:
        """Whether the tests pass with the change made."""
        path = self.folder / change.path
        before, status = path.read_bytes(), path.stat()
        self._number += 1
        later = status.st_mtime_ns + self._number * 2_000_000_000  # compiled files are told apart by the second
        path.write_bytes(change.made(before))
        os.utime(path, ns=(later, later))
        try:
            return self._pytest(self.patience).returncode == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            path.write_bytes(before)
            os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))

    def _pytest(self, patience: float, keep: bool = False) -> subprocess.CompletedProcess[str]:
        call = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--tb=line"]
        return self._run([*call, *shlex.split(self.tests)], patience, keep)

    def _run(self, call: list[str], patience: float, keep: bool = False) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "" if keep else "1"}
        return subprocess.run(
            call, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=patience, check=False
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("places", nargs="+", metavar="AREA|FILE[:LINE]", help=f"areas: {', '.join(AREAS)}")
    parser.add_argument("--sample", type=int, help="so many changes of each place, at random; all by default")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="print the changes, and run nothing")
    given = parser.parse_args()
    tried: Counter[str] = Counter()
    survived: Counter[str] = Counter()
    for place in given.places:
        name = area_of(place)
        changes = list(changes_in(AREAS[name], None if place == name else place))
        if given.sample is not None and given.sample < len(changes):
            changes = sorted(random.Random(given.seed).sample(changes, given.sample))
        if given.list:
            print(*(change.shown((ROOT / change.path).read_bytes()) for change in changes), sep="\n")
            continue
        with tempfile.TemporaryDirectory() as folder:
            scratch = Scratch(Path(folder), name)
            for change in changes:
                tried[name] += 1
                if scratch.survives(change):
                    survived[name] += 1
                    print(change.shown((ROOT / change.path).read_bytes()), flush=True)
    for name, count in tried.items():
        print(f"{name}: {survived[name]} of {count} survived ({survived[name] / count:.0%})")


if __name__ == "__main__":
    main()
