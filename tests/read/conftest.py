"""What the tests of readers share: the documents that the command reads out of some bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest


class Read(NamedTuple):
    """What came of an input: its documents as --show-text prints them, the messages, the exit status."""

    documents: list[dict[str, Any]]
    said: str
    status: int

    def each(self, key: str) -> list[Any]:
        """What every document has under a key."""
        return [document.get(key) for document in self.documents]


@pytest.fixture
def reads(factx: Callable[..., Any], tmp_path: Path) -> Callable[..., Read]:
    """Reads bytes, or text, under a name."""

    def run(name: str, data: bytes | str, *options: str) -> Read:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        result = factx("--show-text", "-f", "jsonl", *options, path)
        documents = [json.loads(line) for line in result.stdout.splitlines()]
        for document in documents:
            document["id"] = document["id"].removeprefix(f"{tmp_path}/")
        return Read(documents, result.stderr.replace(f"{tmp_path}/", ""), result.exit_code)

    return run
