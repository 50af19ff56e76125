"""Imports follow the data, folder by folder, and never go back: from text to rules to facts to output."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from types import ModuleType

import pytest

import factx
from factx.__main__ import import_on_use

PACKAGE = Path(factx.__file__).parent
FLOW = [
    {"records", "suggestions"},
    {"model", "cache"},
    {"expressions"},
    {"lexicon"},
    {"text"},
    {"engine"},
    {"syntax"},
    {"extract"},
    {"resolve"},
    {"findings"},
    {"custom"},
    {"pipeline"},
    {"catalogue"},
    {"across"},
    {"read"},
    {"render"},
    {"questions"},
    {"collection"},
    {"check"},
    {"scale"},
    {"command"},
    {"rulefile", "spark"},
    {"__main__"},
]
"""The folders and modules on top, in the order of the data: each imports from earlier rows alone."""


def stage(module: str) -> int:
    """The row of `factx.a.b`; the package itself, which all may import, is in the first."""
    place = module.split(".")[1] if "." in module else ""
    return next((i for i, row in enumerate(FLOW) if place in row), 0 if not place else len(FLOW))


def unit(module: str) -> str:
    """The package whose modules may import each other freely: `factx.text`, or one kind's in `factx.extract`."""
    parts = module.split(".")
    return ".".join(parts[:3] if parts[1:2] == ["extract"] else parts[:2])


Imports = list[tuple[str, str]]
PACKAGES = {".".join(path.relative_to(PACKAGE.parent).parts[:-1]) for path in PACKAGE.rglob("__init__.py")}


@pytest.fixture(scope="module")
def imported() -> Imports:
    """Each import of one module by another."""
    return sorted(set(imports()))


def imports() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if module == "factx":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                targets = [name.name for name in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module in PACKAGES:
                targets = [f"{node.module}.{name.name}" for name in node.names]
            elif isinstance(node, ast.ImportFrom):
                targets = [node.module or ""]
            else:
                continue
            yield from ((module, target) for target in targets if target.startswith("factx."))


def test_every_module_has_its_place(imported: Imports) -> None:
    assert sorted({module for module, _ in imported if stage(module) == len(FLOW)}) == []


def test_imports_follow_the_data(imported: Imports) -> None:
    assert [
        f"{module} imports {target}" for module, target in imported
        if unit(module) != unit(target) and target not in ("factx.__version__", "factx.extract")
        and stage(target) >= stage(module)
    ] == []  # fmt: skip


def test_imports_run_in_no_circle(imported: Imports) -> None:
    """Within a folder too, one module is under another."""
    graph: dict[str, set[str]] = {}
    for module, target in imported:
        graph.setdefault(module, set()).add(target)
    TopologicalSorter(graph).prepare()


def test_modules_stay_small() -> None:
    """A module is read in one sitting."""
    lines = {path.relative_to(PACKAGE): len(path.read_text("utf-8").split("\n")) for path in PACKAGE.rglob("*.py")}
    assert {str(path): count for path, count in lines.items() if count > 420} == {}


STARTING = ("text", "lexicon", "engine", "syntax", "extract", "resolve")
"""The folders whose modules a usual start imports."""


def test_a_start_compiles_nothing() -> None:
    """`typing.NamedTuple` compiles code for each class, `re.compile` a pattern; what factx has for them does not."""
    found: list[str] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE)
        if str(name) == "records.py":
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module == "typing":
                found += [f"{name} imports typing.NamedTuple" for each in node.names if each.name == "NamedTuple"]
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            called = ast.unparse(value.func) if isinstance(value, ast.Call) else ""
            if called == "re.compile" and name.parts[0] in STARTING:
                found.append(f"{name}:{node.lineno} calls re.compile")
    assert found == []


def modules_imported(*options: str, text: str) -> list[str]:
    """The modules that have been imported when the facts of a text are printed."""
    program = (
        f"import sys\nfrom factx.command.cli import main\ntry: main(['extract', '--jobs', '1', *{options!r}])\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    run = [sys.executable, "-P", "-c", program]
    done = subprocess.run(run, input=text, capture_output=True, text=True, check=True)
    assert "5%" in done.stdout
    return done.stderr.split()


def test_a_start_imports_what_it_needs() -> None:
    """Nothing of what other commands and options do: everyone would wait for it, at every start."""
    others = (
        "factx.across", "factx.check", "factx.collection", "factx.questions", "factx.command.check_command",
        "factx.command.collect_command", "factx.command.messages", "sqlite3", "rich",
    )  # fmt: skip
    assert [name for name in modules_imported(text="Rents rose 5% in May.") if name.startswith(others)] == []


def test_what_click_hardly_uses_waits() -> None:
    """`inspect` takes a tenth of the time of a start; to translate words of Click's own takes `locale`."""
    program = (
        "import sys, factx.__main__ as command\ncommand.leave = lambda status: None\ntry: command.main()\n"
        # `regex`, which compiles rules that are not kept yet, imports it too
        "finally: print(type(sys.modules['inspect']).__name__, 'locale' in sys.modules and 'regex' not in sys.modules)"
    )
    run = [sys.executable, "-P", "-c", program, "--no-config", "--jobs", "1"]
    done = subprocess.run(run, input="Rents rose 5% in May.", capture_output=True, text=True, check=True)
    assert "5%" in done.stdout
    assert done.stdout.splitlines()[-1] == "OnUse False"


def test_a_module_that_waits_is_whole_when_it_is_used() -> None:
    sys.modules.pop("colorsys", None)
    import_on_use("colorsys")
    assert "rgb_to_hls" not in vars(sys.modules["colorsys"])
    import colorsys

    assert colorsys.rgb_to_hls(0, 0, 0) == (0, 0, 0)
    assert type(colorsys) is ModuleType
    import_on_use("colorsys")
    assert sys.modules["colorsys"] is colorsys


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ann Lee said on 16 August 2020 that rents rose 5%.", False),
        ("https://news.example/2020/08/16/rents.html\nRents rose 5%.", False),
        ("LEEDS, 16 August 2020 (NN) - Rents rose 5%.", True),
    ],
)
def test_the_rules_for_dates_wait_for_a_dateline(text: str, asked: bool) -> None:
    """Where dates are not wanted, a day in a sentence or an address is none of writing."""
    assert ("factx.extract.dates.days" in modules_imported("--only", "percentages", text=text)) is asked
