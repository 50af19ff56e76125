"""Whom a description denotes: the mayor, the Serb, the 54-year-old, the striker, his sister."""

from __future__ import annotations

import pytest

import factx
from factx.extract import people
from factx.model import Part, Span
from factx.resolve import coreference
from factx.resolve.speakers import Speakers
from factx.text.tokens import tokenise

LATE = " said it was late."
OVER = " said it was over."

BORNE: dict[str, list[str | None]] = {
    # In front of the name, behind it, beside it, in a clause of being; of another and with another.
    "Rovers manager Ann Lee left. Tom Hall sang. The manager" + LATE: ["Ann Lee"],
    "Ann Lee, a retired pilot, left. Tom Hall sang. The pilot" + LATE: ["Ann Lee"],
    "Ann Lee, 54, a pilot, left. Tom Hall sang. The pilot" + LATE: ["Ann Lee"],
    "Ann Lee is a pilot. Tom Hall sang. The pilot" + LATE: ["Ann Lee"],
    "Ann Lee works as a pilot. Tom Hall sang. The pilot" + LATE: ["Ann Lee"],
    "Ann Lee – a pilot – left. Tom Hall sang. The pilot" + LATE: ["Ann Lee"],
    "The mayor of Leeds, Ann Lee, left. Tom Hall sang. The mayor" + LATE: ["Ann Lee"],
    "The ambassador to Chad, Ann Lee, left. Tom Hall sang. The ambassador" + LATE: ["Ann Lee"],
    "The minister of fisheries Ann Lee left. Tom Hall sang. The minister" + LATE: ["Ann Lee"],
    "The founder and chief executive Ann Lee left. Tom Hall sang. The founder" + LATE: ["Ann Lee"],
    "The pilot's dog bit Ann Lee. Tom Hall sang. The pilot" + LATE: [None],
    "Tom Hall wrote to the mayor. Ann Lee sang. The mayor" + LATE: [None],
    "Ann Lee saw the mayor. The mayor" + LATE: [None],
    "The chief economist Ann Lee left. Tom Hall sang. The chief" + LATE: [None],
    "Ann Lee, who met the mayor, left. The mayor" + LATE: [None],
    # The same office by another noun, or by a word for many.
    "Attorney Ann Lee left. Tom Hall sang. The lawyer" + LATE: ["Ann Lee"],
    "Sen. Ann Lee left. Tom Hall sang. The lawmaker" + LATE: ["Ann Lee"],
    "Party leader Ann Lee left. Tom Hall sang. The president" + LATE: ["Ann Lee"],
    "President Ann Lee left. Tom Hall sang. The leader" + LATE: ["Ann Lee"],
    "District Attorney Ann Lee left. Tom Hall sang. The prosecutor" + LATE: ["Ann Lee"],
    "Pope Paul Hall left. The pontiff" + LATE: ["Paul Hall"],
    # Words that tell one from others of that office.
    "Foreign minister Ann Lee met health minister Tom Hall. The foreign minister" + LATE: ["Ann Lee"],
    "Foreign minister Ann Lee met health minister Tom Hall. The health minister" + LATE: ["Tom Hall"],
    "Prime minister Ann Lee left. The foreign minister" + LATE: [None],
    "Vice president Ann Lee left. The president" + LATE: [None],
    "Deputy mayor Ann Lee left. The deputy mayor" + LATE: ["Ann Lee"],
    "Kenyan President Ann Lee met Malian President Tom Hall. The Malian leader" + LATE: ["Tom Hall"],
    "Kenyan President Ann Lee met Malian President Tom Hall. The Kenyan leader" + LATE: ["Ann Lee"],
    "Ann Lee, head of the Office for Coast Care, left. Tom Hall sang. The OCC chief" + LATE: ["Ann Lee"],
    "Port spokesman Tom Hall and the police spokeswoman, Ann Lee, left. The spokeswoman" + LATE: ["Ann Lee"],
    "Acme boss Ann Lee met Zinc boss Tom Hall. The Acme boss" + LATE: ["Ann Lee"],
    "Mayor Ann Lee met Mayor Tom Hall. The mayor" + LATE: ["Ann Lee"],
    # Somebody introduced without a name.
    "Port spokesman Tom Hall left. A spokesman for the union sang. The spokesman" + LATE: [None],
    "A spokesman for the union sang. Port spokesman Tom Hall left. The spokesman" + LATE: ["Tom Hall"],
    # A relative who was spoken of without a name.
    "Yan Hall has been ill since May, his father said. The father" + LATE: [None, None],
    "Yan Hall went to Leeds with his father. The father" + LATE: [None],
    # An opening describes before it names.
    "A retired pilot has won the lottery.\n\nAnn Lee, 67, sang. Tom Hall waved. The pilot" + LATE: ["Ann Lee"],
    "The director of the port has resigned.\n\nAnn Lee sang. Tom Hall waved. The director" + LATE: ["Ann Lee"],
    "A pilot sang.\n\nMayor Ann Lee waved. The pilot" + LATE: [None],
    "A pilot sang. Ann Lee waved. The pilot" + LATE: [None],
    "The ports' owner" + LATE[:-1] + ", but the chief officer of the port, Ann Lee, left.": [None],
    # Whose relative.
    "Tom Hall fell. His sister, Ann Lee, wept. Kate Ray sang. His sister" + LATE: ["Ann Lee"],
    "Tom Hall fell. His sister" + LATE: [None],
    "Tom Hall fell. Ann Lee wept. Hall's sister" + LATE: [None],
    "Tom Hall's striker fell. Ann Lee wept. Tom Hall's striker" + LATE: [None],
    "Tom Hall fell. Ann Lee wept. Hall's former strategist" + LATE: ["Ann Lee"],
    # A campaign has its candidate.
    "The Ann Lee campaign lost. Tom Hall sang. The candidate" + LATE: ["Ann Lee"],
    "Ann Lee and her running mate met. Tom Hall sang. The candidate" + LATE: ["Tom Hall"],
}

NEW: dict[str, list[str | None]] = {
    # Who was just named, and has not been called so.
    "Ann Lee won. The striker" + LATE: ["Ann Lee"],
    "Ann Lee won. It rained. It rained. The striker" + LATE: ["Ann Lee"],
    "Ann Lee won. It rained. It rained. It rained. It rained. The striker" + LATE: [None],
    "Ann Lee won. The judge" + LATE: [None],
    "The striker won. Ann Lee left. The striker" + LATE: [None],
    "A striker won. Ann Lee left. The striker" + LATE: [None],
    "Ann Lee won. The striker" + LATE + " Tom Hall lost. The striker" + OVER: ["Ann Lee", "Ann Lee"],
    "Tom Hall left. Ann Lee won. The businessman" + LATE: ["Tom Hall"],
    "Mayor Ann Lee met Tom Hall. The mayor" + LATE + " The baker" + OVER: ["Ann Lee", "Tom Hall"],
    "Ann Lee met Tom Hall. Ann Lee runs a bakery. Tom Hall sang. The baker" + LATE: ["Ann Lee"],
    "Tom Hall rose, and Hall sang. Hall's son, Jim Ray, wept. The inventor" + LATE: ["Tom Hall"],
    "Coach Ann Lee left. The striker" + LATE: [None],
    "Judge Ann Lee spoke. Lawyer Kate Ray rose. Jim Hall sat. Lee nodded. Ray bowed. The accused" + LATE: ["Jim Hall"],
    # Not who is named in what is said.
    "Ann Lee left. The auditor said that Ann Lee was ill.": [None],
    "Tom Hall came. Ann Lee left. The striker said that Lee was ill, and Hall wept.": ["Tom Hall"],
    "Tom Hall came. Ann Lee left. “Lee is a very slow runner,” the striker said.": ["Tom Hall"],
    # A pronoun that begins what is said tells the gender.
    "Tom Hall came. Ann Lee left. The striker said that he was ill.": ["Tom Hall"],
    "Tom Hall came. Ann Lee left. The striker said she was ill.": ["Ann Lee"],
    "Ann Lee left. The Lee striker" + LATE: [None],
    # Only an opening that has named nobody describes before it names.
    "The director" + LATE + "\n\nDirector Ann Lee sang.": ["Ann Lee"],
    "Tom Hall fell. The director" + LATE + "\n\nDirector Ann Lee sang.": [None],
    # Nations.
    "Kenya's Ann Lee, a pilot, met Kate Ray, a pilot. Ray sang. The Kenyan pilot" + LATE: ["Ann Lee"],
    "Kenya's Ann Lee beat Kate Ray. The Kenyan" + LATE: ["Ann Lee"],
    "Ann Lee of Kenya beat Kate Ray. The Kenyan" + LATE: ["Ann Lee"],
    "Ann Lee beat Kate Ray. The Serb" + LATE + " The Dane" + OVER: ["Ann Lee", "Kate Ray"],
    "Kenyan Ann Lee left. The Serb" + LATE: [None],
    "Ann Lee won for New Zealand. The New Zealander" + LATE: ["Ann Lee"],
    "Tom Hall left. Ann Lee sang. The Irishman" + LATE: ["Tom Hall"],
    "US sprinter Ann Lee beat Kate Ray. The American" + LATE: ["Ann Lee"],
    "It was too much for us. Ann Lee beat Kate Ray of Chad. The American" + LATE: ["Ann Lee"],
    "Ann Lee left. The French" + LATE: [None],
    "Ann Lee of France left. The French" + LATE: ["Ann Lee"],
    "Ann Lee left. The Kremlin" + LATE: [None],
    "Ann Lee left. The US" + LATE: [None],
    "Dutch pilot Ann Lee beat Kate Ray. The Dutch pilot" + LATE: ["Ann Lee"],
    # Ages.
    "Ann Lee, 54, met Kate Ray. Kate Ray sang. The 54-year-old" + LATE: ["Ann Lee"],
    "The 54-year-old Ann Lee met Kate Ray. Kate Ray sang. The 54-year-old" + LATE: ["Ann Lee"],
    "Ann Lee met Kate Ray. The 54-year-old striker" + LATE: ["Ann Lee"],
    "Ann Lee won. The mother of two" + LATE: ["Ann Lee"],
    "Ann Lee won. The grandmother" + LATE: ["Ann Lee"],
    "Ann Lee won. The company" + LATE: [None],
    "Ann Lee won. The strikers" + LATE: [None],
}

UNNAMED: dict[str, list[str | None]] = {
    # A pronoun for somebody without a name.
    "Ann Lee left. A nurse said it was late. She" + OVER: [None, None],
    "Ann Lee left. A nurse said it was late. It rained. It rained. It rained. She" + OVER: [None, "Ann Lee"],
    "A nurse said it was late. Ann Lee left. She" + OVER: [None, "Ann Lee"],
    "Ann Lee left. A spokesman said it was late. She" + OVER: [None, "Ann Lee"],
    "A clerk told Tom Hall that it was late, but he said it was early.": [None, "Tom Hall"],
}


@pytest.mark.parametrize("text", [*BORNE, *NEW, *UNNAMED])
def test_speaker(text: str) -> None:
    assert [claim.name for claim in factx.extract(text).claims] == (BORNE | NEW | UNNAMED)[text]


@pytest.mark.parametrize(("word", "name"), [("I", "Ann Lee"), ("she", "Kate Ray"), ("the striker", "Kate Ray")])
def test_in_a_quotation_its_speaker_is_i_and_nobody_else(word: str, name: str) -> None:
    text = f"Kate Ray left. Ann Lee sang. “{word} told them,” Lee said."
    tokens = tokenise(text)
    mentions, entities = coreference.group(people.find(tokens), tokens)
    start = text.index(word)
    source = Part(Span(start, start + len(word)), word)
    speaker = Speakers(tokens, mentions, entities).of(source, around=entities[1].id)
    assert speaker is not None
    assert speaker.entity.name == name
