"""User-defined rules and words, from a TOML file in the notation of factx's own rules.

    [lexicon.people]                  # more words for a section of one of factx's lexicons
    role = ["bailiff"]

    [words]                           # words for the rules below: each list is a phrase, <division>
    division = {cv = "civil", cr = "criminal"}

    [phrases]
    serial = "<hyphen> <integer>"

    [[rule]]
    id = "docket-number"
    kind = "case"                     # a new kind, or date or percentage
    description = "The number of a case in a federal district court."
    pattern = "<integer> ':' <two-digits> <hyphen> <division> <serial>"
    value = "{division.value} case {text}"
    examples = {"Docket 1:19-cv-11234 was closed." = "civil case 1:19-cv-11234"}
    rejects = ["They won 3:19."]

A pattern that names a tag of groups (<noun-group>, <verb-group&passive>) sees each group as one token, and what it
names of larger constituents (<apposition>) too; one that names classes alone (<adj> <noun>) sees words, each with the
class that it has in its sentence: see `factx.syntax.views`.

A value is a template: {text} is the text matched, {name} the text captured under that name, {name.value} its value in
[words]; {name:upper} and {name:lower} change its case, other format specifications are Python's. Every example and
every reject is tried when the file is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from factx import lexicon
from factx.custom.template import CONVERSIONS, Template
from factx.custom.toml_source import Path, TomlError, TomlSource
from factx.records import NamedTuple

if TYPE_CHECKING:
    from factx.custom.extractor import Extractor
    from factx.engine.notation import Choice
    from factx.engine.rules import Grammar, Rule
    from factx.engine.tags import TagSet
    from factx.syntax.views import View

# Tokens, tags and rules are imported on use: words can be added to a lexicon only before it is read.

__all__ = ["TomlError", "load"]

TABLES: Final = ("lexicon", "words", "phrases", "rule")
KEYS: Final[dict[str, type]] = {
    "id": str, "kind": str, "pattern": str, "value": str, "description": str, "examples": dict, "rejects": list,
}  # fmt: skip
REQUIRED: Final = ("id", "kind", "pattern", "examples")
CALLED: Final[dict[type, str]] = {str: "a string", dict: "a table", list: "an array"}
BY_WORDS: Final = {
    "person": "people are found by evidence: add words under [lexicon.people], such as role",
    "claim": "claims are found by cues: add words under [lexicon.claims], such as cue-verb",
}
"""The kinds for which there can be no user-defined rules, each with what to do instead."""
DIGITS: Final = re.compile(r"\d")
PLURALS: Final = {"dates": "date", "percentages": "percentage", "people": "person", "claims": "claim"}
SEARCHED_FIRST: Final = ("time", "numbers", "people", "percentages", "shares", "people-others", "claims")
"""The lexicons searched before the others, in this order, for a tag that several have."""


class Row(NamedTuple):
    """A [[rule]] as written in its file."""

    file: TomlSource
    number: int
    values: dict[str, Any]

    def place(self) -> str:
        return self.file.place(("rule", self.number))

    def error(self, message: str, *at: str | int) -> TomlError:
        return self.file.error(("rule", self.number, *at), message)


def load(paths: Iterable[str]) -> list[Extractor]:
    """The extractors that the files define, one for each kind.

    Their words are added to the lexicons, which must not be in use yet. Raises TomlError, which names the file and
    line, if a file is invalid, and OSError if it can't be read.
    """
    files = [TomlSource(path) for path in paths]
    for file in files:
        file.refuse_unknown((), file.values, TABLES)
        _add_words(file)
    from factx.custom.extractor import Extractor
    from factx.custom.own_rules import OwnRules

    vocabulary = _Vocabulary()
    for file in files:
        vocabulary.take(file)
    rows = [row for file in files for row in _rows(file)]
    seen: dict[str, Row] = {}
    for row in rows:
        id = row.values["id"]
        if id in seen:
            raise row.error(f"there is a rule {id!r} already, in {seen[id].place()}", "id")
        seen[id] = row
    extractors: list[Extractor] = []
    for kind in dict.fromkeys(row.values["kind"] for row in rows):
        own = OwnRules(vocabulary.grammars([row for row in rows if row.values["kind"] == kind]))
        extractors.append(Extractor(kind, own.find, own.grammars))
    return extractors


def _meant(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else f" (there are {', '.join(known)})"


def _is_name(text: str) -> bool:
    return text.isascii() and text == text.lower() and text.replace("-", "a").isalnum() and text[0].isalpha()


def _entries(file: TomlSource, at: Path, listed: Any) -> dict[str, str]:
    """Words with their values, from an array of words or a table."""
    entries = dict.fromkeys(listed, "") if isinstance(listed, list) and all(map(_is_text, listed)) else listed
    if not isinstance(entries, dict) or not all(map(_is_text, (*entries, *entries.values()))):
        raise file.error(at, "words are an array of strings, or a table of strings with their values")
    return {word.lower(): value for word, value in entries.items()}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _table(file: TomlSource, name: str) -> dict[str, Any]:
    table = file.values.get(name, {})
    if not isinstance(table, dict):
        raise file.error((name,), f"{name} is not a table: write [{name}]")
    return table


def _add_words(file: TomlSource) -> None:
    """Add a file's words to the lexicons."""
    for name, sections in _table(file, "lexicon").items():
        file.refuse_unknown(("lexicon",), [name], lexicon.lexicons())
        if not isinstance(sections, dict):
            raise file.error(("lexicon", name), f"name the section too, as in [lexicon.{name}]")
        shipped = lexicon.shipped(name)
        file.refuse_unknown(("lexicon", name), sections, shipped)
        for tag, listed in sections.items():
            at = ("lexicon", name, tag)
            entries = _entries(file, at, listed)
            for word, value in entries.items():
                if wrong := _unlike(word, value, shipped[tag]):
                    raise file.error((*at, word) if isinstance(listed, dict) else at, wrong)
            try:
                lexicon.add(name, tag, entries)
            except RuntimeError as error:
                raise file.error(at, str(error)) from None


def _unlike(word: str, value: str, section: dict[str, str]) -> str | None:
    """In words, how an entry differs from all others of a section; None if it does not."""
    values = list(section.values())
    given, counts = value.split(), {len(known.split()) for known in values}
    if " " in word.strip() and not any(" " in known for known in section):
        return f"{word!r}: an entry is one word here"
    if len(given) not in counts:
        wanted = "no value" if counts == {0} else f"a value such as {next(filter(None, values))!r}"
        return f"{word!r} has {'the value ' + repr(value) if value else 'no value'}; entries have {wanted} here"
    known = {piece for each in values for piece in each.split()}
    labels = all(piece.isalpha() for piece in known)
    if labels and (counts == {1} or 5 * len(known) <= len(values)):  # used again and again: a closed set
        unknown = next((piece for piece in given if piece not in known), None)
    else:
        forms = {DIGITS.sub("0", piece) for piece in known}
        unknown = None if labels else next((piece for piece in given if DIGITS.sub("0", piece) not in forms), None)
    return f"{word!r} has the value {unknown!r}{_meant(unknown, sorted(known)[:30])}" if unknown else None


def _rows(file: TomlSource) -> Iterator[Row]:
    """The rules of a file, with keys and types checked."""
    rows = file.values.get("rule", [])
    if not isinstance(rows, list) or not all(isinstance(values, dict) for values in rows):
        raise file.error(("rule",), "a rule begins with [[rule]]")
    for number, values in enumerate(rows):
        row = Row(file, number, values)
        file.refuse_unknown(("rule", number), values, KEYS)
        for key in REQUIRED:
            if not values.get(key):
                raise row.error(f"a rule without {key}: it needs {', '.join(REQUIRED)}")
        for key, value in values.items():
            if not isinstance(value, KEYS[key]):
                raise row.error(f"{key} is not {CALLED[KEYS[key]]}", key)
        if not all(map(_is_text, (*values["examples"].values(), *values.get("rejects", ())))):
            raise row.error("sentences and values are strings", "examples")
        for key in ("id", "kind"):
            if not _is_name(values[key]):
                raise row.error(f"{key} {values[key]!r}: lower-case letters, digits and hyphens only", key)
        kind = values["kind"]
        if kind in PLURALS:
            raise row.error(f"kind {kind!r}; did you mean {PLURALS[kind]!r}?", "kind")
        if kind in BY_WORDS:
            raise row.error(BY_WORDS[kind], "kind")
        yield row


class _Vocabulary:
    """The words and phrases of the files, and the grammars that are written with them."""

    def __init__(self) -> None:
        from factx.engine.known_tags import known_tags

        self.words: dict[str, dict[str, str]] = {}
        self.phrases: dict[str, str] = {}
        self.tokens: dict[str, list[str]] = {}
        """The lists of words whose entries are one token each: rules over words or groups can use these as tags too."""
        others = [name for name in lexicon.lexicons() if name not in SEARCHED_FIRST]
        self.lexicon_of = {tag: name for name in (*others, *reversed(SEARCHED_FIRST)) for tag in lexicon.load(name)}
        self.plain = known_tags(lexicon.lexicons())
        """The tags of tokens as they are; those of classes and groups need the sentence read."""

    def take(self, file: TomlSource) -> None:
        """Add a file's [words] and [phrases] as phrases."""
        from factx.text import tokens

        for table in ("words", "phrases"):
            for name, value in _table(file, table).items():
                at = (table, name)
                if not _is_name(name):
                    raise file.error(at, f"{name!r}: lower-case letters, digits and hyphens only")
                if table == "words":
                    self.words[name] = _entries(file, at, value)
                    spelled = [tokens.tokenise(word).words for word in self.words[name]]
                    quoted = [[bare for token in word if (bare := token.strip())] for word in spelled]
                    if wrong := next((word for word in quoted if not word or "'" in "".join(word)), None):
                        raise file.error(at, f"{' '.join(wrong)!r} can't be a word of a rule")
                    quoted.sort(key=len, reverse=True)
                    if all(len(word) == 1 for word in quoted):
                        self.tokens[name] = [word[0].lower() for word in quoted]
                    value = " | ".join(" ".join(f"'{token}'" for token in word) for word in quoted)
                if not isinstance(value, str):
                    raise file.error(at, "a phrase is a string: a pattern")
                self._read(value, file, at)
                if self.phrases.get(name, value) != value:
                    raise file.error(at, f"<{name}> is defined differently in another file")
                self.phrases[name] = value

    def grammars(self, rows: list[Row]) -> list[Grammar[Any]]:
        """The grammars of a kind's rules, one for each view of the text, every rule tried on its sentences."""
        from factx.engine.rules import Rule

        read = [self._read(row.values["pattern"], row.file, ("rule", row.number, "pattern")) for row in rows]
        views = [self._view(row, choice) for row, choice in zip(rows, read, strict=True)]
        grammars = []
        for view in dict.fromkeys(views):
            seen = [place for place, each in enumerate(views) if each == view]
            grammar = self._grammar(rows[0].values["kind"], view, [read[place] for place in seen])
            for place in seen:
                values = rows[place].values
                grammar.rules.append(Rule(
                    values["id"], values["pattern"], self._value(rows[place], read[place]), values["examples"],
                    tuple(values.get("rejects", ())),
                ))  # fmt: skip
            for place, rule in zip(seen, grammar.rules, strict=True):
                _try(rows[place], rule, grammar)
            grammars.append(grammar)
        return grammars

    def _grammar(self, kind: str, view: View | None, patterns: list[Choice]) -> Grammar[Any]:
        """A grammar for these patterns, with no rule yet, that knows the phrases and lexicons that they name."""
        from factx.custom.patterns import named_phrases
        from factx.engine.rules import Grammar

        tags = self._tags(patterns)
        used = list(dict.fromkeys(self.lexicon_of[tag] for tag in sorted(tags) if tag in self.lexicon_of))
        grammar: Grammar[Any] = Grammar(f"own-{kind}", lexicons=used, own=True)
        if view:
            from factx.custom.sentences import syntax_of
            from factx.syntax.views import SyntaxGrammar

            grammar = SyntaxGrammar(
                f"own-{kind}-{view.replace(' ', '-')}", view, syntax_of, tags=tags, lexicons=used, lists=self.tokens
            )
        named = dict(named_phrases(patterns, self.phrases))
        for name, phrase in self.phrases.items():
            if name in named or name in tags:
                grammar.let(name, phrase)
        return grammar

    def _known(self, choice: Choice) -> TagSet:
        """The tags that tokens can have: those that need the sentence read, where the pattern names any."""
        further = self._further(choice)
        if not further:
            return self.plain
        from factx.syntax.views import SENTENCE_TAGS

        known = SENTENCE_TAGS
        return self.plain | known if known.isdisjoint(further) else self.plain.union(known, self.tokens)

    def _further(self, choice: Choice) -> set[str]:
        """The tags that a pattern and its phrases name, and that tokens do not have as they are."""
        return {tag for tag in self._tags([choice]) if not tag.startswith("=")}.difference(self.plain, self.words)

    def _view(self, row: Row, choice: Choice) -> View | None:
        """The view of a text that a rule needs for the tags it names; None if tokens are enough."""
        further = self._further(choice)
        if not further:
            return None
        from factx.syntax.views import view_of

        try:
            return view_of(further)
        except ValueError as error:
            raise row.error(str(error), "pattern") from None

    def _tags(self, patterns: Iterable[Choice]) -> set[str]:
        """The tags that patterns name, and the phrases in them."""
        from factx.custom.patterns import named_phrases
        from factx.engine import alphabet
        from factx.engine.notation import expressions

        patterns = list(patterns)
        patterns += dict(named_phrases(patterns, self.phrases)).values()
        return {
            tag for choice in patterns for text in expressions(choice, {})
            for option in alphabet.terms(text) for _, tag in option
        }  # fmt: skip

    def _read(self, pattern: str, file: TomlSource, at: Path) -> Choice:
        """The parsed pattern, with its tags checked; it may name the phrases defined before it."""
        from factx.engine.known_tags import refuse_unknown
        from factx.engine.notation import parse

        try:
            choice = parse(pattern, self.phrases)
            refuse_unknown(choice, self._known(choice), self.phrases)
        except ValueError as error:
            raise file.error(at, str(error)) from None
        return choice

    def _value(self, row: Row, choice: Choice) -> Template:
        """The template that turns the rule's matches into values, with the names in it checked."""
        from factx.custom.patterns import captured_names

        description = row.values.get("description", "A user-defined rule.")
        convert = CONVERSIONS.get(row.values["kind"], str)
        try:
            value = Template(row.values.get("value", "{text}"), self.words, convert, description, row.place)
        except ValueError as error:
            raise row.error(f"value: {error}", "value") from None
        captured = {"text", *captured_names(choice, self.phrases)}
        for name, attribute in value.fields:
            if name not in captured:
                raise row.error(f"the pattern captures no {{{name}}}{_meant(name, sorted(captured))}", "value")
            if attribute and (attribute != "value" or name not in self.words):
                message = f"{{{name}.{attribute}}}: only {{NAME.value}} is known, of the lists of [words]"
                raise row.error(message, "value")
        return value


def _try(row: Row, rule: Rule[Any], grammar: Grammar[Any]) -> None:
    """Raise TomlError for the first example that is not found, or the first reject that is."""
    from factx.custom.own_rules import OwnRules
    from factx.text.tokens import tokenise

    convert = CONVERSIONS.get(row.values["kind"], str)

    def found(sentence: str) -> list[Any]:
        try:
            return [found.values for found in OwnRules([grammar]).find(tokenise(sentence)) if found.rule == rule.id]
        except ValueError as error:
            raise row.error(str(error), "pattern") from None

    for sentence, value in rule.examples.items():
        expected = convert(value)
        if expected is None:
            raise row.error(f"{value!r} is not the value of a {row.values['kind']}", "examples", sentence)
        given = found(sentence)
        if expected not in given:
            values = " and ".join(map(repr, given)) or "nothing"
            raise row.error(f"{rule.id} gives {values} in {sentence!r}, not {value!r}", "examples", sentence)
    for number, sentence in enumerate(rule.rejects):
        if given := found(sentence):
            raise row.error(f"{rule.id} finds {given[0]!r} in {sentence!r}, which it should reject", "rejects", number)
