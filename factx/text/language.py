"""Recognises English by its function words, from a sample of each text that is read."""

from __future__ import annotations

import re
from typing import Final

from factx.expressions import compiled
from factx.records import NamedTuple

ENGLISH: Final = frozenset(
    "the of and to in that is was for on with as at by it from be has have had he she they his her their we you are "
    "were not but who which this will would said been after about when there or an its than".split()
)
OTHERS: Final = {
    ("fr", "French"):
        "le la les des du une et est dans que qui pour pas sur au aux avec ce cette sont il elle ils par plus "
        "ont mais été leur nous vous dont comme être où fait",
    ("de", "German"):
        "der das und ist von den dem ein eine einer nicht mit für auf sich im auch werden wird nach bei aus "
        "wie einen zum zur über hat haben sind sie er wurde noch dass oder vor",
    ("es", "Spanish"):
        "el los las del que una por con para es su se al lo más pero sus este esta como ha fue son entre "
        "sobre también hasta desde ya muy donde según",
    ("it", "Italian"):
        "il gli della di che è una per non con del si sono le dei nel alla da anche più ha come ma delle "
        "nella dal questo essere stato hanno degli",
    ("pt", "Portuguese"):
        "o os as da do das dos que e uma não com em para por se no na foi mais ao como mas são pelo pela ele "
        "ela também já está seu sua nos",
    ("nl", "Dutch"):
        "het een en van dat niet te zijn voor met aan er maar om ook als bij nog naar heeft uit wordt door "
        "werd hij zij kan over deze geen dan tot",
    ("sv", "Swedish"):
        "och att det som en är av för den med på inte har till ett om var men från han hon kan vid ska eller "
        "efter också när",
    ("da", "Danish"):
        "og det at en er af for den med på ikke har til et der som var men fra han hun kan ved skal eller "
        "efter også når være blev",
    ("no", "Norwegian"):
        "og det at en er av for den med på ikke har til et som var men fra han hun kan ved skal eller etter "
        "også når være ble seg",
    ("fi", "Finnish"):
        "ja on ei että oli se hän mutta kun myös ovat jos niin mukaan joka sen hänen tai ole sekä vuoden",
    ("pl", "Polish"):
        "i w nie na się z że do to jest po od za jak ale przez dla czy tym był oraz są przy jego który",
    ("cs", "Czech"):
        "a v se na je že s z do o k by jsem za pro jako po ale si při jeho který byl není také jsou od",
    ("tr", "Turkish"):
        "ve bir bu için ile da de çok daha olarak olan gibi kadar sonra ancak ise en her o olduğu",
    ("ro", "Romanian"):
        "și în de la a cu pe că nu din o este pentru care mai au fost sau să un prin",
    ("hu", "Hungarian"):
        "a az és hogy nem is egy ez volt de meg csak már azt el ha még mint van után",
    ("id", "Indonesian"):
        "yang dan di dengan untuk dari ini pada itu tidak dalam akan ke juga oleh adalah telah karena",
}
WORDS: Final = {language: frozenset(words.split()) - ENGLISH for language, words in OTHERS.items()}
SCRIPTS: Final = (
    ("ru", "Russian", "\u0400-\u04ff"),
    ("el", "Greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("ar", "Arabic", "\u0600-\u06ff"),
    ("he", "Hebrew", "\u0590-\u05ff"),
    ("ja", "Japanese", "\u3040-\u30ff"),
    ("ko", "Korean", "\uac00-\ud7af"),
    ("zh", "Chinese", "\u4e00-\u9fff"),
    ("hi", "Hindi", "\u0900-\u097f"),
    ("th", "Thai", "\u0e00-\u0e7f"),
)
"""Languages by their letters; of several with the same, the one most written."""
SHORTEST: Final = 120
"""In characters: a headline is not accused."""
FEWEST: Final = 30
"""In words."""
SAMPLE: Final = 1500
COMMONEST: Final = (" the ", " of ", " and ", " to ", " in ")
LETTERS: Final = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORD: Final = compiled(r"[^\W\d_]+")


class Language(NamedTuple):
    """A language by its code in ISO 639-1 and its name."""

    code: str
    name: str


def foreign(text: str) -> Language | None:
    """The language of a text that is not English; None if it is English, mixed, or too short to tell."""
    if len(text) < SHORTEST:
        return of_script(text) if not text.isascii() and len(text) >= FEWEST else None
    middle = len(text) // 2
    parts = (text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]) if len(text) > 3 * SAMPLE else (text,)
    first = language_of(parts[0])
    if first is None:
        return None  # most texts: their first part is English
    return first if all(language_of(part) == first for part in parts[1:]) else None


def language_of(text: str) -> Language | None:
    """The language other than English that a piece of text is in."""
    if not text.isascii() and (found := of_script(text)):
        return found
    if _is_plainly_english(text):
        return None
    words = WORD.findall(text.lower())
    if len(words) < FEWEST or 12 * sum(map(ENGLISH.__contains__, words)) > len(words):
        return None
    counts = {language: sum(map(known.__contains__, words)) for language, known in WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return Language(*best) if 6 * counts[best] > len(words) else None


def _is_plainly_english(text: str) -> bool:
    """Whether the five commonest words of English would be enough, if every character that is no letter parted words.

    Most texts are: the words themselves are then not looked at, which takes ten times as long.
    """
    plain = text.encode("ascii", "ignore")
    words = 1 + len(text) - len(plain) + len(plain.translate(None, LETTERS))
    return words < 12 * sum(map(text.count, COMMONEST))


def of_script(text: str) -> Language | None:
    """The language whose letters most of the text is written in."""
    if 2 * len(text.encode("ascii", "ignore")) > len(text):
        return None
    letters = sum(map(str.isalpha, text))
    for code, name, ranges in SCRIPTS:
        if letters and 2 * len(re.findall(f"[{ranges}]", text)) > letters:
            return Language(code, name)
    return None
