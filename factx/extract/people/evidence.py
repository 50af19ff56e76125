"""The evidence that a candidate is a person: cues from its words, its neighbours and its other mentions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from factx.extract.people.candidates import Candidate, Name
from factx.extract.people.cues import Cues, cues
from factx.extract.people.words import HYPHENS, MARKS, Words
from factx.lexicon.names import look_up
from factx.text.tokens import BLANKS, BREAKS, Tokens

HOPELESS = -1.5
"""A word that weighs less than this by itself is a person's name in no context: London, Israeli, Police."""

LISTING = frozenset(f"{word}{blank}" for word in (",", "and", "&", ";", "or") for blank in ("", " "))
PRONOUNS = frozenset(
    f"{word}{blank}" for word in "he she his her him himself herself who whose".split() for blank in ("", " ")
)

NEUTER = frozenset(f"{word}{blank}" for word in ("it", "its", "itself") for blank in ("", " "))
FORMERLY = frozenset({"formerly", "then", "previously", "now", "once", "originally"})
DASHES = frozenset({"— ", "– ", "-- ", "- "})
SAINTS = frozenset({"st", "st.", "saint", "san", "santa", "sao", "sant"})
GENDERED = frozenset({"he ", "she ", "He ", "She "})
LOCATED = frozenset({"based", "headquartered", "area"})
"""Words that a hyphen joins only to places: a Santa Clara-based firm."""


def judge(name: Name, eponyms: Container[str]) -> None:
    """Collect the cues that a name itself and its title give, and sum their weights."""
    found = [cues("name")]
    if name.lone:
        word = name.words[0]
        found.append(word.profile.only)
        if word.form == "upper" and not (word.given or word.family or word.common):
            found.append(cues("acronym"))
        if name.office is not None and f"{name.office.folded} {word.folded}" in eponyms:
            found.append(cues("eponym"))
    else:
        _full(name, eponyms, found)
    if name.end > name.last:
        found.append(cues("suffix"))
    if name.office is not None:
        office = name.office.profile
        first = name.words[0].profile
        # Mr. Speaker is not a name, Mr. King is.
        is_role = "courtesy" in office.tags and first.is_title and first.family < 3
        found.append(cues("title:role") if is_role else office.title)
    name.evidence = tuple(found)
    name.shows = name.shows or next((group.shows for group in found if group.shows), "")
    name.weight = sum([group.lone for group in found]) if name.lone else sum([group.full for group in found])
    name.hopeless = name.lone and name.office is None and (name.weight <= HOPELESS or name.words[0].profile.only_title)


def _full(name: Name, eponyms: Container[str], found: list[Cues]) -> None:
    """Add the cues of a name's words, and of their combination."""
    words = name.words
    count = len(words)
    first, last = words[0].profile, words[-1].profile
    if name.partial:
        found += (cues("words-1", "particle"), last.only)
        return
    eastern = name.eastern
    named = eastern or (
        first.given >= 2 and last.family >= 2 and (first.given == 3 or first.place < 2) and not last.is_body
    )
    found += (
        cues(f"words-{min(count, 5)}"),
        cues("first:eastern") if eastern else first.first_of_name if named else first.first,
        last.last_of_name if named else last.last,
    )
    if count > 2:
        found += [word.profile.inner for word in words[1:-1]]
    if eastern:
        found.append(cues("family-first"))
    if first.begins_place and look_up("places", "_".join(name.folded)):
        found.append(cues("place-name"))
    if first.given and last.family:
        found.append(cues("given+family"))
        if last.is_body and first.given == 3 and last.family == 3 and first.place < 2:
            found.append(cues("given+body"))  # Sarah Park, but Victoria Park
    elif first.given >= 2:
        found.append(cues("given+other"))
    if name.last - name.start > count:
        mark = next((MARKS.get(token.strip(BLANKS), "") for token in name.tokens if not token[0].isalnum()), "")
        found.append(cues(
            "nickname" if mark in ("quote", "possessive") or "‘" in name.tokens
            else "particle" if name.tokens[1][0].isalpha() else "joined"
        ))
    if " ".join(name.folded) in eponyms or count > 2 and " ".join(name.folded[:2]) in eponyms:
        found.append(cues("eponym"))
    if count > 2 and words[0].form == words[-1].form == "upper":
        found.append(cues("long-capitals"))
    if count == 2 and name.folded[0] == name.folded[1]:
        found.append(cues("doubled"))


def weigh(name: Candidate, tokens: Tokens, words: Words) -> None:
    """Add the cues from the neighbours of a name."""
    found = name.evidence
    article = _look_back(name, tokens, words, found)
    if name.end < len(tokens.words):
        _look_ahead(name, tokens, words, found, article=article)
    else:
        found.append(cues("after:end"))
    lone = name.name.lone
    name.score += sum([group.lone for group in found]) if lone else sum([group.full for group in found])
    for group in found:
        name.shows = group.shows or name.shows


def _look_back(name: Candidate, tokens: Tokens, words: Words, found: list[Cues]) -> bool:
    """Add the cues from what stands before a name; whether that is "the"."""
    title, texts = name.title, tokens.words
    if title == 0:
        found.append(cues("before:end"))
        _open_line(name, texts, found)
        return False
    before = words[texts[title - 1]].profile
    found.append(before.before)
    literal = before.literal
    second = words[texts[title - 2]].profile if title > 1 else before
    if name.name.lone and "place-before" not in before.tags:
        only = name.name.words[0].profile
        if only.is_given:
            found.append(cues("given-alone"))
        elif only.plain_given:
            found.append(cues("plain-given"))
    if literal in ("", ",", ".", "as", "of", "at", "for", "from", "to", "in"):
        if literal == "," or literal == ".":
            if second.form == "number":
                found.append(cues("before:number-stop"))
            elif second.after_comma == "apposition":
                found.append(cues("before:role-comma"))
        elif before.form == "number" and second.literal == "in":
            found.append(cues("before:in-year"))
        elif not literal and before.form == "mark":
            _open_line(name, texts, found)
        elif literal == "in":
            found.append(cues("before:in"))
        elif literal == "as" and second.literal in ("known", "called"):
            if words[texts[title - 3]].folded not in FORMERLY:
                found.append(cues("before:known-as"))
        elif literal and not second.tags.isdisjoint(("role", "honorific")):
            found.append(cues("before:role-of" if literal == "of" else "before:role-at"))
        elif literal and "travel" in second.tags:
            found.append(cues("before:travel"))
        elif not literal and "saying" in before.tags:
            if second.literal == "," and title > 2:
                second = words[texts[title - 3]].profile  # "It is over", says Hale
            if MARKS.get(second.literal) == "quote":
                found.append(cues("before:quote-saying"))
    elif MARKS.get(literal) == "quote":
        if name.end < len(texts) and "saying" in words[texts[name.end]].tags:
            found.append(cues("quote-name-saying"))
        if _in_title(texts, name.end, words, longer=title < name.start):
            found.append(cues("in-title"))
        elif "naming" in second.tags:
            found.append(cues("before:naming"))
        elif second.literal == "as" and title > 2 and words[texts[title - 3]].folded in ("known", "called"):
            found.append(cues("before:known-as"))
    elif name.end < len(texts) and MARKS.get(texts[name.end].rstrip(BLANKS)) == "quote" and _ends_title(texts, title, words):
        found.append(cues("in-title"))
    return literal == "the"


def _ends_title(texts: Sequence[str], title: int, words: Words) -> bool:
    """Whether a name ends the quoted title of a work: “Waiting for Anna Hale”."""
    other = False
    for i in range(title - 1, max(-1, title - 7), -1):
        word = words[texts[i]]
        function = "function" in word.tags
        if word.form == "mark":
            return other and MARKS.get(word.folded) == "quote"
        if word.form == "lower" and not function:
            return False
        other = other or word.form == "capital" and not function
    return False


def _open_line(name: Candidate, texts: Sequence[str], found: list[Cues]) -> None:
    """Add the cues of a name that opens a sentence or a line: “HALE: Good morning”; “Sue slept badly. She rose.”"""
    if is_label(texts, name.title, name.end):
        found.append(cues("label"))
    if not DASHES.isdisjoint(texts[name.end:name.end + 7]) and _is_dateline(texts, name.title, name.end):
        found.append(cues("dateline"))
    if name.name.lone and not GENDERED.isdisjoint(texts[name.end:name.end + 25]):
        found.append(cues("then:pronoun"))


def _is_dateline(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether a place in capitals opens a line, before a dash: LINCOLN, Neb. — Police said."""
    return texts[end - 1].isupper() and (start == 0 or not texts[start - 1] or texts[start - 1][:1] in BREAKS)


def is_label(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether a name in capitals opens a line and a colon follows, as the speaker's in a transcript."""
    return (
        end < len(texts) and texts[end][0:1] == ":" and (start == 0 or texts[start - 1][:1] in BREAKS)
        and texts[end - 1].isupper() and len(texts[end - 1]) > 4
    )


def _in_title(texts: Sequence[str], end: int, words: Words, *, longer: bool) -> bool:
    """Whether a name begins the quoted title of a work: “Anna Hale's Diary”."""
    for i in range(end, min(end + 6, len(texts))):
        word = words[texts[i]]
        if word.form == "mark":
            if MARKS.get(word.folded) == "quote":
                return longer or i > end
            if word.folded not in ("'", "'s", "-", "&"):
                return False
        elif word.form == "lower" and "function" not in word.tags and word.folded != "s":
            return False
    return False


def _look_ahead(name: Candidate, tokens: Tokens, words: Words, found: list[Cues], *, article: bool) -> None:
    """Add the cues from what stands behind a name."""
    end, texts = name.end, tokens.words
    after = words[texts[end]].profile
    found.append(after.after)
    name.acts = after.after.acts
    if article and "regime" in after.tags:
        found.append(cues("the-regime"))
    near = texts[end:end + 6]
    if not PRONOUNS.isdisjoint(near[:5]):
        found.append(cues("after:pronoun"))
        name.acts = True
    elif not NEUTER.isdisjoint(near[:near.index("")] if "" in near else near):
        found.append(cues("after:neuter"))
    if end + 1 == len(texts):
        return
    literal = after.literal
    follows = words[texts[end + 1]]
    if literal == "," or literal == "(":
        kind = follows.profile.after_comma
        if kind:
            found.append(cues(f"after:{literal}{kind}"))
            if kind == "place" and literal == "," and name.name.lone and name.name.words[0].place:
                found.append(cues("place-in-place"))
            if kind == "number" and literal == "," and _is_age(texts, end + 1):
                found.append(cues("after:age"))
            elif follows.folded in ("a", "an", "the") and _is_year_old(texts, end + 2):
                found.append(cues("after:age"))
            elif follows.folded == "who" and literal == ",":
                found.append(cues("after:,who"))
    elif literal in HYPHENS:
        if follows.folded in LOCATED:
            found.append(cues("after:based"))
        elif "joined" in follows.tags:
            found.append(cues("after:joined"))
    elif MARKS.get(literal) == "possessive":
        if "kin" in follows.tags:
            found.append(cues("after:kin-of"))
        elif follows.form == "capital" and "named-after" in follows.tags:
            found.append(cues("after:named-after"))
        elif follows.form == "capital" and follows.profile.is_body:
            found.append(cues("after:possessive-body"))
        elif not name.name.lone and name.name.folded[0] in SAINTS:
            found.append(cues("after:saint-s"))
        elif follows.folded == "," or "auxiliary" in follows.tags:
            found.append(cues("after:possessive-end"))
    elif "auxiliary" in after.tags and "founded" in follows.tags:
        found.append(cues("after:founded"))
    elif "saying" in after.tags and MARKS.get(follows.profile.literal) in ("colon", "comma", "quote"):
        found.append(cues("after:saying-quote"))


def _is_age(texts: Sequence[str], i: int) -> bool:
    """Whether the number at `i` is an age: Ann Lee, 45, or 45; not 45,000 nor 12:30."""
    return len(texts[i]) < 3 and texts[i].isdecimal() and i + 1 < len(texts) and texts[i + 1][:1] in (",", ";", ".", "")


def _is_year_old(texts: Sequence[str], i: int) -> bool:
    """Whether the age of somebody stands at `i`: a 34-year-old tailor."""
    return texts[i + 1:i + 5] == ["-", "year", "-", "old "] and texts[i].isdecimal()


def add_up(groups: Iterable[Sequence[Candidate]]) -> None:
    """Add to each candidate what the others of its group show, which have the same name: all evidence counts."""
    for group in groups:
        if len(group) == 1:
            continue
        second, best = sorted([name.score for name in group])[-2:]
        shown = [f"{kind}-elsewhere" for kind, cue in (("shown", "person"), ("thing", "thing"))
                 if any(name.shows == cue for name in group)]
        if sum([name.acts for name in group]) > 1:
            shown.append("acts-often")
        of_best = cues(f"{_verdict(best)}-elsewhere", *shown)
        of_second = cues(f"{_verdict(second)}-elsewhere", *shown)
        for name in group:
            name.add(of_best if name.score < best else of_second)


def line_up(names: Sequence[Candidate], texts: Sequence[str]) -> None:
    """Add the cues that names next to each other in an enumeration give each other."""
    scores = [name.score for name in names]
    end, first = -9, 0
    for i, other in enumerate(names):
        gap = other.title - end
        if 1 <= gap <= 2 and texts[end] in LISTING and texts[other.title - 1] in LISTING:
            names[i - 1].add(cues(f"beside-{_verdict(scores[i])}"))
            other.add(cues(f"beside-{_verdict(scores[i - 1])}"))
        else:
            if i - first > 1:
                _enumerate(names[first:i])
            first = i
        end = other.end
    if len(names) - first > 1:
        _enumerate(names[first:])


def _enumerate(names: Sequence[Candidate]) -> None:
    """Add to the names of an enumeration what stands before the first: in A, B and C."""
    heads = [cue for group in names[0].evidence for cue in group.names if cue in HEADS]
    if heads:
        found = cues(f"list-{heads[-1]}")
        for name in names[1:]:
            name.add(found)
    lone = [name for name in names if name.name.lone]
    if len(lone) > 3:
        profiles = [name.name.words[0].profile for name in lone]
        named = 3 * sum([profile.may_name for profile in profiles]) > 2 * len(lone)
        known = 3 * sum([profile.family >= 2 or profile.given >= 2 for profile in profiles]) > len(lone)
        found = cues("list:surnames" if named and known else "list:words")
        for name in lone:
            name.add(found)


HEADS = frozenset({"before:in", "before:place-noun-before", "before:vessel", "before:role", "before:travel"})
"""What stands before an enumeration and says what all its names are."""


def _verdict(score: float) -> str:
    return "person" if score > 1 else "likely" if score > 0 else "unlikely" if score > -2 else "nobody"
