"""Tells firms from people: by the full name of a firm, and from its founder where both have one name.

Tony Lama Co. is Tony Lama from then on, and Lama; Dyson employs 15,000, but Dyson said he had moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from factx.extract.people.candidates import Candidate
from factx.extract.people.cues import cues
from factx.extract.people.evidence import is_legal_form
from factx.extract.people.following import ITS_VERBS, PRONOUNS
from factx.extract.people.memory import Memory
from factx.extract.people.words import Word
from factx.extract.people.works import KINDS
from factx.text.tokens import BLANKS, BREAKS, Tokens

FOUNDING = ("founde", "cofounde", "eponym")
ENDS = frozenset(
    "group holdings motor motors foods industries stores brands international financial partners"
    " enterprises capital airlines airways electronics pharmaceuticals laboratories labs".split()
)
"""What ends the name of a firm, beside its legal form."""
HUMAN = frozenset({"after:pronoun", "then:only-pronoun"})
"""Cues by which the namesake of a firm is somebody all the same."""
ITSELF = frozenset({"its ", "itself ", "itself"})
MAKES = frozenset("makes sells produces employs manufactures ships supplies operates exports".split())
"""What a firm does all the time, and its founder hardly."""
GOODS = frozenset(
    "shares stock revenue revenues profit profits sales board headquarters products customers workforce factories"
    " factory plants rivals earnings results turnover shareholders investors brand brands stores shops".split()
)
"""What a firm has."""
OF = frozenset({"of ", "at "})
HEADED = frozenset(
    f"{word} " for word in "controlled founded cofounded co-founded led headed run chaired started created".split()
)
"""What is done by the person whose name a firm has."""
THE = frozenset({"the ", "The "})
THE_FIRMS = frozenset(
    f"{noun}{end}" for end in (" ", "")
    for noun in "company firm retailer carmaker automaker airline manufacturer brewer conglomerate".split()
)
"""What a firm is called after its name, with the article."""
TALK = 40
"""How many words after a name "the company" is likely to be it."""
BEFORE = KINDS | OF
OFFICES = frozenset("founder co-founder cofounder board chairman chairwoman boss shareholders customers staff".split())
"""Those of a firm."""
NEAR = 4
"""How many words around a founder's name say so: Dyson, who founded the company."""
PARAGRAPH = 60
"""How many words before a mention its bearer's full name may stand in the same paragraph."""
REACH = 20
"""How many words after a mention its pronoun may stand."""


class Firms:
    """What a text calls its firms, of which it gives the full names: by the first words of these, or by the last.

    names: several words, folded: tony lama, shearson lehman. words: single ones: lama, shearson, hutton.
    surnames: those that are a whole name: dyson, of Dyson Group; but not of Dyson Ventures Ltd, which is another's.
    """

    def __init__(self, full: Iterable[Sequence[Candidate]], names: Sequence[Candidate], texts: Sequence[str]) -> None:
        """full: the candidates with full names, grouped by name; names: all, in the text's order."""
        self.names: set[tuple[str, ...]] = set()
        self.words: set[str] = set()
        self.surnames: set[str] = set()
        for group in full:
            name = group[0].name
            if name.is_firm or name.folded[-1] in ENDS and group[0].score <= 0:
                self._learn(name.words)
                partners = [each for each in group if each.title and texts[each.title - 1] == "& "]
                for each in partners:
                    self._tell_partner(each, names)

    def _tell_partner(self, name: Candidate, names: Sequence[Candidate]) -> None:
        """Add to the name before a firm's and an ampersand that it is of the same firm: Barnard Holt & Klein Ltd."""
        i = bisect_left(names, name.start, key=_start)
        if i and names[i - 1].end == name.title - 1:
            partner = names[i - 1]
            partner.add(cues("firm-elsewhere"))
            partner.shows = "thing"
            self._learn(partner.name.words)

    def _learn(self, words: Sequence[Word]) -> None:
        """Remember the short forms of a firm's name: the same without Inc., Group, International."""
        end = len(words)
        while end and (is_legal_form(words[end - 1]) or words[end - 1].folded in ENDS):
            end -= 1
        folded = tuple([word.folded for word in words[:end]])
        if is_legal_form(words[-1]) or words[0].given < 2:  # but Donna Hale International is named after a person
            self.names.update([folded[:i] for i in range(2, end + 1)])
        if end:
            self.words.add(folded[-1])
            if end == 1 or words[0].given < 2:
                self.words.add(folded[0])
        if end == 1:
            self.surnames.add(folded[0])

    def tell_full(self, full: Iterable[Sequence[Candidate]], texts: Sequence[str]) -> None:
        """Add to the names of several words that are a firm's that they are, unless one of its mentions is human."""
        for group in full if self.names else ():
            name = group[0].name
            if name.folded in self.names and not any(_is_human(each) or _is_head(each, texts) for each in group):
                for each in group:
                    each.add(cues("firm-elsewhere"))
                    each.shows = "thing"

    def tell_lone(self, lone: Iterable[Candidate], memory: Memory) -> None:
        """Add to the names alone that are a firm's, and no person's of the text, that they are."""
        texts = memory.words
        if not self.words and THE_FIRMS.isdisjoint(memory.texts):
            return
        for name in lone:
            word = name.name.folded[0]
            if word in memory.parts or word in memory.titled or _is_human(name):
                continue
            if word in self.words:
                name.add(cues("firm-elsewhere"))
                name.shows = "thing"
            elif _is_firm_of_paragraph(name, texts):
                name.add(cues("the-company"))


def _is_firm_of_paragraph(name: Candidate, texts: Sequence[str]) -> bool:
    """Whether "the company" is spoken of after a mention, in its paragraph: Lira rose. The company has 40 shops."""
    for i in range(name.end, min(name.end + TALK, len(texts) - 1)):
        text = texts[i]
        if text in THE and texts[i + 1] in THE_FIRMS:
            return True
        if text and text[0] in BREAKS:
            return False
    return False


def _start(name: Candidate) -> int:
    return name.start


def _is_human(name: Candidate) -> bool:
    """Whether the title or the neighbours of a name show a person."""
    return name.shows == "person" or name.name.office is not None or any(
        not HUMAN.isdisjoint(found.names) for found in name.evidence
    )


def _is_head(name: Candidate, texts: Sequence[str]) -> bool:
    """Whether something is led or held by a mention: Chen Li Holdings, controlled by Chen Li."""
    return name.title > 1 and texts[name.title - 1] == "by " and texts[name.title - 2] in HEADED


def shared(
    full: Sequence[Sequence[Candidate]], lone: Sequence[Candidate], firms: Firms, tokens: Tokens
) -> dict[str, list[Candidate]]:
    """The surnames, folded, that a firm bears too, each with the full names of the people who bear it."""
    texts = tokens.words
    told = "founde" in tokens.source or "eponym" in tokens.source
    named = firms.surnames.union([
        name.name.folded[0] for name in lone if texts[name.title - 1] in BEFORE and _is_firms(name, texts)
    ])
    if not (told or named):
        return {}
    people: dict[str, list[Candidate]] = {}
    founders: set[str] = set()
    for group in full:
        words = group[0].name.words
        if group[0].score <= 0:
            continue
        family = words[0 if group[0].name.eastern else -1].folded
        people.setdefault(family, []).extend(group)
        if told and any(_founds(name, texts) for name in group):
            founders.add(family)
    found = named & people.keys()
    for name in lone if founders else ():
        word = name.name.folded[0]
        if word in founders and word not in found and _may_be_firms(name, people[word], texts):
            found.add(word)
    return {word: people[word] for word in found}


def _may_be_firms(name: Candidate, people: Iterable[Candidate], texts: Sequence[str]) -> bool:
    """Whether a mention of a founder's name is the firm's: by what it has, or because it comes before the founder."""
    if name.shows == "thing" or not name.acts and _side(name, texts) == "firm":
        return True
    return _is_first(name, people) and _in_prose(name, texts)


def tell_apart(name: Candidate, people: Sequence[Candidate], texts: Sequence[str], *, of_firm: bool) -> None:
    """Add to a mention of a name that a firm shares what its own sentence and its paragraph tell.

    people: the full names of those who bear it; of_firm: whether the text has the firm's full name too.
    """
    if any(0 < name.start - other.end < PARAGRAPH and _are_together(other.end, name.start, texts) for other in people):
        name.add(cues("founder-near"))
    side = _side(name, texts) or ("firm" if of_firm and not name.acts and not _is_human(name) else "")
    name.add(cues("surname-of-founder", f"{side}-pronoun") if side else cues("surname-of-founder"))


def _side(name: Candidate, texts: Sequence[str]) -> str:
    """Whether its sentence shows a mention to be the "firm" or the "founder", by goods or the next pronoun; or ""."""
    if _has_goods(name, texts) or _is_firms(name, texts):
        return "firm"
    for i in range(name.end, min(name.end + REACH, len(texts))):
        text = texts[i]
        if text in PRONOUNS:
            return "founder"
        if text in ITSELF or text == "it " and i + 1 < len(texts) and texts[i + 1] in ITS_VERBS:
            return "firm"
        if not text or text[0] in BREAKS or text[0] == ";":
            break
    return ""


def _is_firms(name: Candidate, texts: Sequence[str]) -> bool:
    """Whether the words before a mention say that it is a firm: the bakery chain Dunmore, the board of Dunmore."""
    before = texts[name.title - 1] if name.title else ""
    return before in KINDS or before in OF and (
        any(text.rstrip(BLANKS).lower() in OFFICES for text in texts[max(0, name.title - 3):name.title - 1])
    )


def _has_goods(name: Candidate, texts: Sequence[str]) -> bool:
    """Whether a mention has or does what a firm does: Dell makes computers; Dell's shares."""
    after = [text.rstrip(BLANKS) for text in texts[name.end:name.end + 2]]
    return bool(after) and (after[0] in MAKES or after[0] in ("'s", "’s") and after[-1] in GOODS)


def _are_together(start: int, end: int, texts: Sequence[str]) -> bool:
    """Whether no paragraph ends between two tokens."""
    return not any(text[0] in BREAKS for text in texts[start:end] if text)


def _founds(name: Candidate, texts: Sequence[str]) -> bool:
    """Whether the words around a name say that its bearer founded something."""
    around = (*texts[max(0, name.title - NEAR):name.start], *texts[name.end:name.end + NEAR])
    return any(text.replace("-", "").lower().startswith(FOUNDING) for text in around)


def _is_first(name: Candidate, people: Iterable[Candidate]) -> bool:
    """Whether a mention stands before the first full name."""
    return all(name.start < other.start for other in people)


def _in_prose(name: Candidate, texts: Sequence[str]) -> bool:
    """Whether a mention stands in a paragraph of sentences: a headline names by surname whom the text introduces."""
    for i in range(name.end, len(texts)):
        if texts[i][:1] in BREAKS and texts[i]:
            return texts[i - 1].rstrip(BLANKS)[-1:] in ".!?”\""
    return True
