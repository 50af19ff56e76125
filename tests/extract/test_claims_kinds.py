"""What a token can be for the rules of claims: each kind is spelled in the code as it is declared."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from factx.extract.claims import kinds
from factx.extract.claims.kinds import Kind

FOLDER = Path(kinds.__file__).parent


def spelled(tree: ast.Module) -> Iterator[ast.Constant]:
    """What code looks for among kinds: "comma" in kinds[at], kind & {"comma", "stop"}, and constants of them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            named, among = [node.left], node.comparators[0]
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr | ast.Sub):
            named, among = [node.right], node.left
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            named, among = [node.value], node.annotation
        else:
            continue
        if "kind" in ast.unparse(among).lower().replace(".kind ", ""):
            yield from (inner for each in named for inner in ast.walk(each) if isinstance(inner, ast.Constant))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_every_kind_that_is_asked_for_is_one(path: Path) -> None:
    """A kind that is spelled wrong would never be found."""
    if path.name == "kinds.py":
        return
    found = {each.value for each in spelled(ast.parse(path.read_text("utf-8"))) if isinstance(each.value, str)}
    assert found <= {*get_args(Kind)}


@pytest.mark.parametrize(("token", "expected"), [
    ("he ", {"pronoun", "subject-pronoun"}), ("The ", {"determiner", "capital"}), ("said ", {"past", "cue", "trigger"}),
    ("report ", {"present", "cue", "trigger", "mostly-noun"}), ("mill ", {"nominal"}), ("never ", {"adverb"}),
    ("Monday ", {"time", "capital", "nominal"}), ("@annlee ", {"nominal", "capital"}),
    ("reportedly ", {"adverb", "hedge"}),
    ("- ", {"break"}), ("-", {"nominal"}), ("’", {"clitic", "nominal"}), ("’ll ", {"clitic", "auxiliary"}),
    ("’s ", {"clitic", "nominal"}), ("“", {"break"}), (": ", {"colon", "trigger"}), ("", {"end"}), ("\n\n", {"end"}),
    ("him ", {"pronoun"}), ("everyone ", {"pronoun"}), ("in ", {"preposition"}), ("but ", {"conjunction"}),
    ("although ", {"subordinator"}), ("how ", {"subordinator"}), ("whom ", {"relative"}), ("can ", {"auxiliary"}),
    ("is ", {"auxiliary"}), ("has ", {"auxiliary"}), ("does ", {"auxiliary"}), ("isn't ", {"auxiliary", "adverb"}),
    ("known ", {"past", "cue", "trigger"}), ("goes ", {"present"}), ("going ", {"ing"}), ("go ", {"present"}),
    ("allegation ", {"nominal", "trigger"}), ("May ", {"auxiliary", "capital", "time"}), ("day ", {"nominal", "time"}),
    ("( ", {"break"}), ("; ", {"break"}), ("— ", {"break"}), ("-- ", {"break"}), ("[", {"break"}), ("/", {"nominal"}),
    ("? ", {"stop"}), ("! ", {"stop"}), ("... ", {"stop"}), ("… ", {"stop"}), (", ", {"comma"}),
    ("& ", {"conjunction"}),
    ("to ", {"preposition", "to"}), ("and ", {"conjunction"}), ("or ", {"conjunction"}), ("according ", {"trigger"}),
    ("words ", {"nominal", "trigger"}), ("per ", {"preposition", "trigger"}),
    ("that ", {"that", "determiner", "pronoun", "relative"}),
])  # fmt: skip
def test_a_token_has_its_kinds(token: str, expected: set[str]) -> None:
    assert kinds.of(token) == expected
