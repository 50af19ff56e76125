"""Hatch's hook that puts into a wheel what a first start would work out: tables from rules and lexicons, and bytecode.

Both are for the Python and the release of `regex` that build the wheel; others work them out as in a checkout. A build
whose environment lacks what factx imports says so, and makes a wheel without tables.

    python -P tests/tools/wheel_tables.py FOLDER     the tables, written to a folder
"""

from __future__ import annotations

import gc
import importlib.util
import os
import pkgutil
import py_compile
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

if __name__ != "__main__":
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class Tables(BuildHookInterface):
        """The hook, found by being the one of its kind in this file. An editable installation keeps its own."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            if version == "editable":
                return
            self.folder = tempfile.TemporaryDirectory()
            self.include = build_data["force_include"]
            self.add_bytecode(Path(self.root), Path(self.folder.name, "bytecode"))
            self.add_tables(Path(self.folder.name, "tables"))

        def add_bytecode(self, root: Path, folder: Path) -> None:
            """For where none is written at installation, nor at a start. Python compares it with the source's hash."""
            for path in (root / "factx").rglob("*.py"):
                place = path.relative_to(root)
                compiled = Path(importlib.util.cache_from_source(str(place)))
                py_compile.compile(
                    str(path), str(folder / compiled), str(place), doraise=True,
                    invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH,
                )  # fmt: skip
                self.include[str(folder / compiled)] = str(compiled)

        def add_tables(self, folder: Path) -> None:
            path = os.pathsep.join(filter(None, [self.root, os.getenv("PYTHONPATH")]))
            environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
            command = [sys.executable, __file__, str(folder)]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            if done.returncode:
                self.app.display_warning(f"a wheel without tables, whose first start is slow:\n{done.stderr}")
                return
            for table in folder.iterdir():
                self.include[str(table)] = f"factx/built/{table.name}"

        def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
            if version != "editable":
                self.folder.cleanup()


def work_out() -> None:
    """All that a run can ask the cache for: by importing all, asking for every pattern, and reading every example."""
    import factx

    for module in pkgutil.walk_packages(factx.__path__, "factx."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):  # what only its user's environment has
                importlib.import_module(module.name)
    from factx import catalogue, lexicon, pipeline
    from factx.command import rule_index
    from factx.engine.rules import Grammar

    rule_index.lines()
    for name in lexicon.lexicons():
        lexicon.shipped(name)
    for entry in catalogue.entries():
        text = "\n\n".join((*entry.rule.examples, *entry.rule.rejects))
        pipeline.extract(text, date="2024-05-08", ratios=True)
        syntax = pipeline.read_syntax(text)
        syntax.constituents  # noqa: B018 (what is read on demand is read)
        for clause in syntax.clauses:
            clause.objects, clause.phrases  # noqa: B018
    for kind in pipeline.KINDS:
        pipeline.extract(text, date="2024-05-08", kinds={kind})
    for grammar in [each for each in gc.get_objects() if isinstance(each, Grammar)]:
        grammar.work_out()


def main() -> None:
    from factx.cache import Cache

    work_out()
    Cache.build(sys.argv[1])


if __name__ == "__main__":
    main()
