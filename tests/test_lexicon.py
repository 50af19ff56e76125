"""The lexicons' files: what they hold is read as written, or refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx import lexicon


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[month]\nmay = 5\n# again\nmay = 5\n", "words.txt:4: 'may' is in its section already"),
        ("may = 5\n", "words.txt:1: an entry before the first [section]: 'may = 5'"),
    ],
)
def test_a_wrong_line_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "words.txt").write_text(text, "utf-8")
    monkeypatch.setattr(lexicon, "_FOLDER", str(tmp_path))
    with pytest.raises(ValueError) as error:  # noqa: PT011 (its whole message is compared)
        lexicon._read("words")
    assert str(error.value) == complaint


def test_a_word_may_stand_in_several_sections(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("[month-or-word]\nmay = 5  # June\n[modal]\nmay\n", "utf-8")
    monkeypatch.setattr(lexicon, "_FOLDER", str(tmp_path))
    assert lexicon._read("words") == {"month-or-word": {"may": "5"}, "modal": {"may": ""}}
