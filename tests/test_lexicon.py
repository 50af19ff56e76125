"""The lexicons' files: what they hold is read as written, or refused with its line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from factx import lexicon
from factx.lexicon import derive
from factx.lexicon.inflection import regular
from factx.model import Stance
from factx.syntax.words import CLASSES


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


class TestVerbs:
    """Each verb stands in one row; the sections that rules name are worked out of it."""

    FILE = lexicon._read("verbs")

    def test_each_role_is_a_section_s(self) -> None:
        known = {role for roles in derive.VERBS.values() for role in roles.values()}
        for verb, roles in self.FILE["verb"].items():
            for role in roles.split():
                name = role.partition(":")[0]
                assert (name if name in ("cue", "speaks", "governs") else role) in known, verb

    def test_what_a_verb_speaks_of_is_declared_for_cues_alone(self) -> None:
        words = lexicon.load("claims")
        assert {*words["sense"]} <= {*words["cue-verb"]}
        assert {*words["sense"].values()} == {
            "clause", "that", "said", "done", "doing", "blamed", "naming", "judged", "matter", "grounds",
            "somebody", "likened", "dared somebody", "as",
        }

    def test_stances_and_frames_are_those_that_there_are(self) -> None:
        frames = {"clause", "hearer", "quote", "thing", "to", "order", "naming", "about", "mind", "bearing"}
        for verb, value in lexicon.load("claims")["cue-verb"].items():
            stance, *taken = value.split()
            assert stance in get_args(Stance), verb
            assert set(taken) <= frames, verb

    def test_irregular_forms_are_of_verbs_and_not_as_they_would_be_spelled(self) -> None:
        for verb, forms in self.FILE["irregular"].items():
            past, ing, third = regular(verb)
            assert verb in self.FILE["verb"], verb
            assert len(forms.split()) == 4, verb
            assert forms != f"{past} {past} {ing} {third}", verb
        assert set(self.FILE["share-forms"]) <= set(self.FILE["verb"])

    @pytest.mark.parametrize(
        ("name", "section", "verb", "value"),
        [
            ("claims", "cue-verb", "say", "asserts clause"),
            ("claims", "governs", "tell", "about of"),
            ("claims", "plain-verb", "keep", ""),
            ("claims", "irregular-verb", "keep", "kept kept keeping keeps"),
            ("claims", "catenative-participle", "keep", ""),
            ("shares", "say-verb", "say", "said saying"),
            ("shares", "rise-verb", "climb", ""),
            ("shares", "hold-verb", "have", "has had having 've"),
            ("syntax", "clause-verb", "decide", ""),
        ],
    )
    def test_sections(self, name: str, section: str, verb: str, value: str) -> None:
        assert lexicon.load(name)[section][verb] == value

    def test_a_verb_is_where_its_roles_say(self) -> None:
        claims, shares = lexicon.load("claims"), lexicon.load("shares")
        assert "climb" not in claims["irregular-verb"]
        assert "arise" not in claims["irregular-verb"]  # percentages know it, claims do not
        assert "keep" not in claims["catenative"]
        verbs = [section for section, words in shares.items() if section.endswith("-verb") and "climb" in words]
        assert verbs == ["rise-verb", "other-verb"]

    def test_a_section_is_in_one_file(self) -> None:
        for name, sections in derive.FROM.items():
            assert set(lexicon._read(name)).isdisjoint(sections)
            assert set(derive.sections(name, lexicon._read)) == set(sections)
        assert lexicon.source("claims", "cue-verb") == "verbs.txt"
        assert lexicon.source("claims", "cue-noun") == "nouns.txt"
        assert lexicon.source("claims", "citing") == "claims.txt"

    def test_no_rule_names_the_rows_themselves(self) -> None:
        assert not set(derive.SOURCES).intersection(lexicon.lexicons())


class TestWords:
    """Each word of a closed class, and each noun, is in one row; the sections are made of the rows."""

    ROWS = lexicon._read("words")["word"]
    NOUNS = lexicon._read("nouns")

    def test_no_word_stands_in_two_rows(self) -> None:
        words = [word for word, _ in derive.rows(lexicon._read)]
        assert [word for word, many in Counter(words).items() if many > 1] == []
        assert {"claim", "claims", "the", "may", "monday", "annually"} <= {*words}

    def test_each_section_that_a_row_names_is_one_that_a_lexicon_derives(self) -> None:
        made = {name: {*derive.WORDS.get(name, ()), *derive.NOUNS.get(name, ())} for name in derive.FROM}
        for word, listed in derive.rows(lexicon._read):
            for entry in listed.split():
                name, section, _ = derive.parted(entry)
                assert section in (made[name] if name else set().union(*made.values())), (word, entry)

    def test_each_section_derived_is_one_that_a_row_names(self) -> None:
        for name, sections in derive.FROM.items():
            for section in sections:
                assert lexicon.load(name)[section], (name, section)

    def test_classes_are_those_that_there_are(self) -> None:
        for word, row in self.ROWS.items():
            classes, _, sections = row.partition(";")
            assert set(classes.split()) <= set(CLASSES), word
            assert classes or sections, word

    def test_forms_that_share_a_row_are_two_of_one_noun(self) -> None:
        for part in self.NOUNS.values():
            for forms in part:
                first, *more = forms.split(", ")
                assert all(first[:2] == other[:2] for other in more), forms
                assert len(more) < 2, forms

    @pytest.mark.parametrize(
        ("entry", "parts"),
        [
            ("said-noun", ("", "said-noun", "")),
            ("cue-noun:asserts", ("", "cue-noun", "asserts")),
            ("claims:month", ("claims", "month", "")),
            ("time:month:4", ("time", "month", "4")),
            ("clock-word:12:00", ("", "clock-word", "12:00")),
            ("set-word:2,week", ("", "set-word", "2 week")),
            ("time", ("", "time", "")),
        ],
    )
    def test_what_a_row_names(self, entry: str, parts: tuple[str, str, str]) -> None:
        assert derive.parted(entry) == parts

    @pytest.mark.parametrize(
        ("word", "sections"),
        [
            ("isn't", {"claims:be", "claims:negation", "people-others:function", "shares:auxiliary", "syntax:be"}),
            ("isn’t", {"shares:auxiliary", "syntax:be"}),
            ("alongside", {"claims:preposition"}),
            ("n't", {"claims:negation", "shares:adverb"}),
            ("mar.", {"claims:month", "time:month-or-word"}),
            ("claim", {"claims:cue-noun", "claims:unowned", "claims:mostly-noun", "claims:no-speaker",
                       "shares:noun-too", "syntax:clause-noun"}),
            ("lawyer", {"claims:headline-source", "people:role", "roles:office", "roles:scene", "shares:group-noun"}),
            ("tuesday", {"claims:weekday", "people-others:calendar", "time:weekday"}),
        ],
    )  # fmt: skip
    def test_sections(self, word: str, sections: set[str]) -> None:
        found = {
            f"{name}:{section}" for name, made in derive.FROM.items() for section, file in made.items()
            if file != "verbs" and section != "closed" and word in lexicon.load(name)[section]
        }  # fmt: skip
        assert found == sections

    def test_values(self) -> None:
        assert lexicon.load("claims")["cue-noun"]["allegations"] == "accuses"
        assert lexicon.load("time")["set-word"]["biweekly"] == "2 week"
        assert lexicon.load("time")["clock-word"]["noon"] == "12:00"
        assert lexicon.load("people")["role"]["actress"] == "f"

    def test_classes(self) -> None:
        assert lexicon.load("syntax")["closed"]["about"] == "adp adv sconj"
        assert "alongside" not in lexicon.load("syntax")["closed"]
