"""`factx syntax`: how sentences are read, for people and as JSON Lines."""

from __future__ import annotations

import json
from typing import Any

import pytest

SENTENCE = "Minister Ann Kosk told the WHO by phone that the boy’s dog had been seen.\n"
SHOWN = """\
[Minister/NOUN Ann/PROPN Kosk/PROPN]n [told/VERB]v [the/DET WHO/PROPN]n by/ADP [phone/NOUN]n that/SCONJ \
[the/DET boy/NOUN ’s/PART dog/NOUN]n [had/AUX been/AUX seen/VERB]v .
    main  Minister Ann Kosk | told | the WHO  tell: finite hearer past  \
Minister Ann Kosk told the WHO by phone that the boy’s dog had been seen
      complement  the boy’s dog | had been seen  see: clause finite passive past perfect  \
that the boy’s dog had been seen

"""
DOCUMENT = ["doc", "words", "groups", "clauses", "constituents"]
GROUP = ["kind", "start", "end", "head", "tags"]
CLAUSE = ["kind", "start", "end", "verb", "subject", "understood", "parent", "objects", "phrases"]
CLASSES = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ VERB".split())


def documents(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def spans(part: object) -> list[tuple[int, int]]:
    """Every start and end in a part of the JSON."""
    if isinstance(part, list):
        return [span for each in part for span in spans(each)]
    if not isinstance(part, dict):
        return []
    own = [(part["start"], part["end"])] if "start" in part else []
    return own + [span for each in part.values() for span in spans(each)]


@pytest.mark.parametrize("form", ["auto", "text"])
def test_for_people(factx, form):
    result = factx("syntax", "--format", form, input=SENTENCE)
    assert (result.exit_code, result.stdout, result.stderr) == (0, SHOWN, "")


def test_a_clause_stands_below_the_one_that_it_depends_on(factx):
    text = "The firm that built the port hopes it will open. It rained."
    lines = factx("syntax", input=text).stdout.splitlines()
    assert [line[: len(line) - len(line.lstrip())] + line.split()[0] for line in lines if line] == [
        "[The/DET", "    main", "      relative", "      complement", "[It/PRON]n", "    main"
    ]  # fmt: skip


def test_the_keys_of_the_json(factx):
    [document] = documents(factx("syntax", "-f", "jsonl", input=SENTENCE).stdout)
    assert list(document) == DOCUMENT
    assert {tuple(word) for word in document["words"]} == {("start", "end", "pos")}
    assert {tuple(group) for group in document["groups"]} == {tuple(GROUP)}
    assert [list(clause) for clause in document["clauses"]] == [CLAUSE, CLAUSE]
    for clause in document["clauses"]:
        assert list(clause["verb"]) == list(clause["subject"]) == GROUP
        assert (clause["verb"]["kind"], clause["subject"]["kind"]) == ("verb", "noun")


def test_the_offsets_of_the_json(factx):
    [document] = documents(factx("syntax", "-f", "jsonl", input=SENTENCE).stdout)

    def text(part: dict[str, int]) -> str:
        return SENTENCE[part["start"] : part["end"]]

    assert [text(word) for word in document["words"]] == SENTENCE.replace("’s", " ’s").replace(".", " .").split()
    assert [(group["kind"], text(group), text(group["head"])) for group in document["groups"]] == [
        ("noun", "Minister Ann Kosk", "Kosk"),
        ("verb", "told", "told"),
        ("noun", "the WHO", "WHO"),
        ("noun", "phone", "phone"),
        ("noun", "the boy’s dog", "dog"),
        ("noun", "the boy", "boy"),
        ("verb", "had been seen", "seen"),
    ]
    clauses = document["clauses"]
    assert [(clause["kind"], text(clause), clause["parent"]) for clause in clauses] == [
        ("main", SENTENCE.strip(" .\n"), None),
        ("complement", "that the boy’s dog had been seen", 0),
    ]
    assert [(text(clause["subject"]), text(clause["verb"]), clause["understood"]) for clause in clauses] == [
        ("Minister Ann Kosk", "told", None),
        ("the boy’s dog", "had been seen", None),
    ]
    assert [list(map(text, clause["objects"])) for clause in clauses] == [["the WHO"], []]
    assert [list(map(text, clause["phrases"])) for clause in clauses] == [["by phone"], []]


def test_constituents_for_people(factx):
    text = "Ann Lee, 54, the mayor, sold the mill (a ruin) and the barn very quickly."
    shown = factx("syntax", input=text).stdout.splitlines()
    assert [line.strip() for line in shown[2:] if line] == [
        "age  Ann Lee | 54",
        "apposition  Ann Lee | the mayor",
        "coordination  the mill | the barn",
        "brackets  the mill | (a ruin)",
        "adverb  very quickly",
    ]  # fmt: skip


def test_constituents_of_the_json(factx):
    text = "In May, Tom Ray (61), a baker from Hull, sells oil, gas and coal."
    [document] = documents(factx("syntax", "-f", "jsonl", input=text).stdout)

    def words(part: dict[str, int] | None) -> str | None:
        return part and text[part["start"] : part["end"]]

    told = [
        (each["kind"], words(each), words(each["head"]), words(each["of"]), list(map(words, each["members"])))
        for each in document["constituents"]
    ]
    assert told == [
        ("preposition", "In May", "May", None, []),
        ("brackets", "(61)", "61", "Tom Ray", []),
        ("age", "61", "61", "Tom Ray", []),
        ("apposition", "a baker from Hull", "baker", "Tom Ray", []),
        ("preposition", "from Hull", "Hull", None, []),
        ("coordination", "oil, gas and coal", "oil", None, ["oil", "gas", "coal"]),
    ]


def test_an_understood_subject(factx):
    text = "The firm wants to build a port."
    [document] = documents(factx("syntax", "-f", "jsonl", input=text).stdout)
    clause = document["clauses"][1]
    assert (clause["kind"], clause["subject"]) == ("infinitive", None)
    assert text[clause["understood"]["start"] : clause["understood"]["end"]] == "The firm"


def test_what_is_no_word_has_no_class(factx):
    text = "Prices fell.\n\nThere is a “dog” (at 10%) …\n \nNo!\n"
    [document] = documents(factx("syntax", "-f", "jsonl", input=text).stdout)
    words = [(text[word["start"] : word["end"]], word["pos"]) for word in document["words"]]
    assert {pos for _, pos in words} <= CLASSES
    assert [word for word, _ in words if not word.strip()] == []
    assert "".join(word for word, _ in words) == "".join(text.split())


def test_offsets_count_code_points_as_those_of_facts_do(factx):
    text = "😀 Zoe\u0301 Lee\u0308 said 👩‍👩‍👧 that the bank failed."
    [document] = documents(factx("syntax", "-f", "jsonl", input=text).stdout)
    assert [text[each["start"] : each["end"]] for each in document["clauses"]][-1] == "that the bank failed"
    assert all(0 <= start < end <= len(text) for start, end in spans(document))


def test_a_line_a_document(factx, tmp_path):
    for name, text in (("a", "It rained."), ("b", ""), ("c", "They left.\n\nShe stayed.")):
        (tmp_path / f"{name}.txt").write_text(text)
    found = documents(factx("syntax", "-f", "jsonl", tmp_path).stdout)
    assert [document["doc"] for document in found] == [str(tmp_path / f"{name}.txt") for name in "abc"]
    assert [len(document["clauses"]) for document in found] == [1, 0, 2]


def test_json_lines_and_their_fields(factx):
    lines = '{"id": "x", "body": "It rained."}\n{"id": "y", "body": "They left."}\n'
    result = factx("syntax", "--input", "jsonl", "--text-field", "body", "-f", "jsonl", input=lines)
    found = documents(result.stdout)
    assert (result.exit_code, result.stderr, [document["doc"] for document in found]) == (0, "", ["x", "y"])
    assert [document["words"][0] for document in found] == [
        {"start": 0, "end": 2, "pos": "PRON"}, {"start": 0, "end": 4, "pos": "PRON"}
    ]  # fmt: skip


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input(factx, arguments):
    assert factx("syntax", *arguments, input=SENTENCE).stdout == SHOWN


def test_a_missing_file_is_named_and_the_others_are_read(factx, tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    result = factx("syntax", tmp_path / "none.txt", tmp_path / "a.txt")
    assert (result.exit_code, result.stdout) == (2, SHOWN)
    assert result.stderr == f"factx: {tmp_path}/none.txt: No such file or directory\n"


@pytest.mark.parametrize("text", ["", "\n", " \n\n "])
def test_nothing_to_read(factx, text):
    result = factx("syntax", input=text)
    assert (result.exit_code, result.stdout.strip(), result.stderr) == (0, "", "")
    [document] = documents(factx("syntax", "-f", "jsonl", input=text).stdout)
    assert document == {"doc": "-", "words": [], "groups": [], "clauses": [], "constituents": []}


def test_colours_are_for_terminals_or_on_demand(factx, shell):
    assert "\x1b[" not in shell(f"echo '{SENTENCE}' | factx syntax").stdout
    assert "\x1b[" not in factx("syntax", input=SENTENCE).stdout
    colored = factx("syntax", "--color", "always", input=SENTENCE).stdout
    assert "\x1b[" in colored
    assert "\x1b[" not in factx("syntax", "--color", "never", input=SENTENCE).stdout


@pytest.mark.parametrize("color", ["always", "never"])
def test_what_a_text_does_to_a_terminal_is_not_printed(factx, color):
    shown = factx("syntax", "--color", color, input="She said \x1b]0;x\x07 \x1b[31mit \x9b5m was\x00 over.").stdout
    assert [mark for mark in ("\x1b]", "\x1b[31m", "\x9b", "\x07", "\x00") if mark in shown] == []


def test_a_line_in_capitals(factx):
    result = factx("syntax", "-f", "jsonl", input="TWO MEN HELD IN LEEDS BANK RAID\n\nThe US said no.")
    [document] = documents(result.stdout)
    assert result.exit_code == 0
    assert len(document["words"]) == 12
    assert [clause["start"] for clause in document["clauses"] if clause["start"] > 31] == [33]


@pytest.mark.parametrize(
    "text",
    [
        "He said that " * 700 + "it rained.",
        "that " * 2_000,
        "red, " * 2_000,
        "“" * 1_000 + " he said " + "”" * 1_000,
        "(he " * 1_000 + ")" * 1_000,
        "the man who saw " * 500,
        "to go and " * 700,
        "[" * 500 + "\ud800\x00\u202e" * 10,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_texts_are_read_to_their_end(factx, text):
    line = json.dumps({"text": text}) + "\n"
    assert factx("syntax", "--input", "jsonl", input=line).exception is None
    result = factx("syntax", "--input", "jsonl", "-f", "jsonl", input=line)
    assert (result.exit_code, result.exception) == (0, None)
    [document] = documents(result.stdout)
    read = "".join(text[word["start"] : word["end"]] for word in document["words"])
    assert read == "".join(text.replace("\u202e", "").split())
    assert all(0 <= start <= end <= len(text) for start, end in spans(document))
