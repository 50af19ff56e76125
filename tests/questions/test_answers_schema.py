"""The JSON of the answers over all documents is what the schema says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ARTICLES = Path(__file__).parent / "articles"


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("people-report", ["--group", "people", "--json", ARTICLES]),
        ("disagreements-report", ["--group", "disagreements", "--json", ARTICLES, ARTICLES.parents[2] / "seeds"]),
        ("count-report", ["--count", "--json", ARTICLES]),
        ("check-report", ["check", ARTICLES / "07-budget.txt", "--json", "--against", ARTICLES]),
    ],
)
def test_the_schema_describes_it(factx, name: str, command: list[str | Path]) -> None:
    schema = json.loads(factx("schema").stdout)
    answer = json.loads(factx(*command).stdout)
    Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]}).validate(answer)
    keys = schema["$defs"][name]["properties"]
    assert set(answer) == set(keys)
    for key in set(answer).difference({"total", "documents"}):
        items = keys[key].get("items", {})
        assert all(set(row) == set(items["properties"]) for row in answer[key] if "properties" in items), key
