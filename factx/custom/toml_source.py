"""TOML files with the line of each value, for error messages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The path to a value: keys of tables and indexes of arrays."""


class TomlError(ValueError):
    """An error in a file; the message begins with the file and the line."""


class TomlSource:
    """A TOML file. Raises TomlError if it is not valid TOML, OSError if it can't be read."""

    def __init__(self, path: str) -> None:
        self.path = path
        with open(path, "rb") as file:
            data = file.read()
        try:
            self._text = data.decode()
            self.values: dict[str, Any] = tomllib.loads(self._text)
        except UnicodeDecodeError as error:
            line_number = data[: error.start].count(b"\n") + 1
            raise TomlError(f"{path}:{line_number}: not UTF-8") from None
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"at line (\d+)", str(error))
            where = line[1] if line else self._text.count("\n") + 1
            raise TomlError(f"{path}:{where}: {str(error).partition(' (at ')[0]}") from None

    def error(self, at: Path, message: str) -> TomlError:
        """The error to raise about the value at path `at`."""
        return TomlError(f"{self.place(at)}: {message}")

    def refuse_unknown(self, at: Path, table: Iterable[str], known: Iterable[str]) -> None:
        """Raise TomlError for the first unknown key of a table, with the key that was probably meant."""
        known = list(known)
        for key in table:
            if key not in known:
                from difflib import get_close_matches

                close = get_close_matches(key, known, n=1)
                meant = f"; did you mean {close[0]!r}?" if close else f" (there are {', '.join(known)})"
                raise self.error((*at, key), f"unknown key {key!r}{meant}")

    def place(self, at: Path) -> str:
        """The file and line where the value at path `at` is defined."""
        lines = self._text.split("\n")
        # A binary search for the first lines that define it; not every cut between lines leaves valid TOML.
        without, within = 0, len(lines)
        while within - without > 1:
            cut = (without + within) // 2
            tried = [*range(cut, without, -1), *range(cut + 1, within)]
            for line in tried:
                found = _holds("\n".join(lines[:line]), at)
                if found is not None:
                    without, within = (without, line) if found else (line, within)
                    break
            else:
                break  # the lines between are one statement
        return f"{self.path}:{without + 1}"


def _holds(text: str, at: Path) -> bool | None:
    """Whether a TOML text has a value at path `at`; None if it is not valid TOML."""
    try:
        value: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
    for key in at:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return False
    return True
