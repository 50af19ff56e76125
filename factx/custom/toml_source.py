"""TOML files with the places of what they say, for messages that name the line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""The keys, and the numbers of tables in arrays, that lead to a value."""


class TomlError(ValueError):
    """Something in a file that can't be used; the message begins with the file and the line."""


class TomlSource:
    """A TOML file as read. Raises TomlError where it is none, OSError where it can't be read."""

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
        """The error to raise over what stands at that path."""
        return TomlError(f"{self.place(at)}: {message}")

    def refuse_unknown(self, at: Path, table: Iterable[str], known: Iterable[str]) -> None:
        """Raises TomlError at the first key of a table that is not known, with what was probably meant."""
        known = list(known)
        for key in table:
            if key not in known:
                from difflib import get_close_matches

                close = get_close_matches(key, known, n=1)
                meant = f"; did you mean {close[0]!r}?" if close else f" (there are {', '.join(known)})"
                raise self.error((*at, key), f"unknown key {key!r}{meant}")

    def place(self, at: Path) -> str:
        """The file and the line where what `at` leads to begins: that of the statement that brings it in."""
        lines = self._text.split("\n")
        # What the first lines say holds it from some line on; not every cut leaves whole statements.
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
    """Whether a TOML text has something at that path; None where it is no TOML."""
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
