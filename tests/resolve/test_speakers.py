"""Whom a source denotes: by name, by pronoun, by what a person is called."""

from __future__ import annotations

import pytest

import factx

SPEAKERS: dict[str, list[str | None]] = {
    "Ann Lee arrived. Kate Ray’s boat was gone. She said it was late.": ["Ann Lee"],
    "Ann Lee met the crew at the pier. Kate Ray's boat was gone. She said it was late.": ["Ann Lee"],
    "Ann Lee runs the farm. It was late. It rained. It was cold. She said it was over. "
    "In May, Kate Ray sang. “It was a long and pleasant evening,” she said.": ["Ann Lee", "Ann Lee"],
    "Evelyn Hall came when he was late. Evelyn Hall sat as he was tired. "
    "Evelyn Hall sang while he could. The well was dry. “It was a long and pleasant evening,” he said.":
        ["Evelyn Hall"],
    "Robin Hall left when she was tired. Tom Ray waved. The well was dry. "
    "“It was a long and pleasant evening,” she said.": ["Robin Hall"],
    "Ann Lee sat with Kate Ray. She said it was late.": ["Ann Lee"],
    "Tom Hall was charged. The plaintiff, the Water Board, said it was late.": [None],
    "Health and Family Welfare Minister Anil Rao said it was late.": ["Anil Rao"],
    "Bishop Lund and Mayor Kate Ray said it was late.": [None],
    "Tom Hall sued. The plaintiff, the head of the Water Board, said it was late.": ["Tom Hall"],
    # What stands in front of its sentence's subject is the subject's own.
    "Tom Hall came. Despite her repeated denials that she was ill, Ann Lee left.": ["Ann Lee"],
    "Given his stated belief that aid is waste, Mayor Tom Hall may stop it.": ["Tom Hall"],
    # The form of a name tells who is a woman.
    "Pham Thi Lan waved. Tran Van Duc wept. She said it was late.": ["Pham Thi Lan"],
    "Bulat Omarov met Aigul Saparova. She said it was late.": ["Aigul Saparova"],
    "Aigul Saparova met Bulat Omarov. He said it was late.": ["Bulat Omarov"],
    "Siti binti Rashid met Jamil bin Omar. He said it was late.": ["Jamil bin Omar"],
    "Bureau of Mines agent Ann Lee said it was late.": ["Ann Lee"],
    "Ann Lee ran the firm. Though she told clients it was safe, Kate Ray insisted that it was late.":
        ["Kate Ray", "Kate Ray"],
    "One business partner said it was late. Her travel partner, Kate Ray, left.": [None],
    "A friend of singer Ann Lee said it was late.": [None],
    "Ann Lee wrote the song. For singers such as Kate Ray, Lee’s songs are a gift. She said it was late.": ["Kate Ray"],
    "The boat of Ann Lee was late. Kate Ray waved. She said it was over.": ["Kate Ray"],
    "Kate Ray waved at Ann Lee. “It was a long and pleasant evening,” she said.": ["Kate Ray"],
    "“Ann Lee is a fool and always was one,” a man shouted. Kate Ray left. She said it was over.":
        [None, "Kate Ray"],
    "Kate Ray left. “Ann Lee is a fool and always was one,” Tom Hall shouted. "
    "She said it was over.": ["Tom Hall", "Kate Ray"],
    "Ann Lee campaign staff sang. Kate Ray smiled, as ever. She said it was over.": ["Kate Ray"],
    "The Ann Lee campaign lost. Kate Ray lost too, in the end. She said it was over.": ["Kate Ray"],
    "But Ann Lee won. In the north, Kate Ray won. She said it was over.": ["Kate Ray"],
    "Ann Lee won. Tom Hall lost. Kevin Ray sang. He said it was over. She said it was late.": ["Kevin Ray", "Ann Lee"],
    "Ann Lee won. It rained. It rained. It rained. It rained. It rained. It rained. It rained. "
    "It rained. It rained. It rained. She said it was late.": [None],
    "Ann Lee, who left in May, said it was late. "
    "Tom Hall, whose farm burned, said it was early.": ["Ann Lee", "Tom Hall"],
    "Ann Lee met Tom Hall, who said it was late.": ["Tom Hall"],
    "Ann Lee and Tom Hall, who said it was late, left.": ["Tom Hall"],
    "Ann Lee's boat, who says it is late, sank.": [None],
    "The boat of a friend of Ann Lee left, and a man who said it was late waved.": [None],
    "The mayor of Leeds, Ann Lee, said it was late. Tom Hall left. The mayor said it was over.": ["Ann Lee", "Ann Lee"],
    "Lawyer Ann Lee said it was late. The solicitor general said it was early.": ["Ann Lee", None],
    "Gen. Tom Hall said it was late. Kevin Ray left. The general said it was early.": ["Tom Hall", "Tom Hall"],
    "Ann Lee, the mayor of Leeds, said it was late. Tom Hall, the mayor of Cork, left. "
    "The mayor said it was over.": ["Ann Lee", "Tom Hall"],
    "Senator Ann Lee arrived. The former senator said it was over.": ["Ann Lee"],
    "Sen. Ann Lee arrived. The Ohio senator said it was over.": ["Ann Lee"],
    "Sen. Ann Lee of Utah arrived. Sen. Tom Hall left. The senator said it was over.": ["Tom Hall"],
    "Prof. Ann Lee arrived. The professor said it was over. The doctor said it was early.": ["Ann Lee", None],
    "A senator said it was over. Senator Ann Lee left.": ["Ann Lee"],
    "Senator says it is over\n\nSenator Ann Lee said on Monday it was over.": ["Ann Lee", "Ann Lee"],
    "A judge said it was over. Judge Ann Lee and Judge Tom Hall left.": [None],
    "Tom Hall met Ann Lee. The 34-year-old mother of two said she was glad.": ["Ann Lee"],
    "Tom Hall met Ann Lee. The 34-year-old father of two said he was glad.": ["Tom Hall"],
    "Tom Hall met Ann Lee. The 34-year-old said it was late.": ["Tom Hall"],
    "Ann Lee, mayor of Leeds and friend of Tom Hall, said it was late.": ["Ann Lee"],
    "Ann Lee & Tom Hall said it was late.": [None],
    "Tom Hall rejected the claim by Kevin Ray that it was late. He said it was over.":
        ["Tom Hall", "Kevin Ray", "Tom Hall"],
    "Ann Lee and Tom Hall left. The latter said it was late.": ["Tom Hall"],
    "Ann Lee left. The latter said it was late.": [None],
    "Tom Hall left, as the Coast Guard claimed.": [None],
    "The well was dry, Kevin Ray said. Tom Hall will stay, he said.": ["Kevin Ray", "Kevin Ray"],
    "The dean and Professor Ann Lee said it was late.": [None],
    "The brother of Ann Lee, surnamed Hall, and other guests said it was late.": [None],
    "Tom Hall left. Kenya's Ann Lee and union chairman said it was late.": [None],
    "The well was dry, said Senior District Officer (SDO) Ann Lee. Tom Hall left. The SDO said it was late.":
        ["Ann Lee", "Ann Lee"],
    "Tom Hall, the investigating officer, left. Ann Lee waved. The IO said it was late.": ["Tom Hall"],
    "Ann Lee of the World Health Organization left. The WHO said it was late.": [None],
    "Ann Lee waved. Another guest left. The other young woman said it was late.": [None],
    "Tom Hall spoke. The director of the museum came too, and he said it was late.": [None],
    "Tom Hall is the mayor of Leeds. The mayor came late, and he said it was over.": ["Tom Hall"],
    "Tom Hall met the players. The coach was late, he said.": ["Tom Hall"],
    "Ann Lee's lawyer said it was late.": [None],
    "The lawyer for Ann Lee, Tom Hall, said it was late.": ["Tom Hall"],
    "A friend of Ann Lee said it was late.": [None],
    "Ann Lee (D-Ohio) said it was late.": ["Ann Lee"],
    "Ann Lee - the mayor - said it was late.": ["Ann Lee"],
    "Tom Hall Jr. said it was late.": ["Tom Hall Jr."],
    "Tom Hall Jr., a pilot, said it was late.": ["Tom Hall Jr."],
    "A pilot, Ann Lee, said it was late. The pilot said it was over.": ["Ann Lee", "Ann Lee"],
    "A man, Tom Hall, said it was late. The man said it was over.": ["Tom Hall", "Tom Hall"],
    "Leeds mayor Ann Lee said it was late. The Leeds mayor said it was over.": ["Ann Lee", "Ann Lee"],
    "Spokeswoman Ann Lee left. A spokesman said it was late. The spokeswoman said it was over.": [None, "Ann Lee"],
    "President Tom Hall left. The ex-president said it was late.": ["Tom Hall"],
    "Ann Lee, a farmer from Cork, said it was late. Kate Ray left. "
    "The farmer said it was over.": ["Ann Lee", "Ann Lee"],
    "The family of Ann Lee, Tom Hall and Kate Ray said it was late.": [None],
    "She said it was late. Ann Lee left.": [None],
    "“It is late,” he said. Tom Hall left.": [None],
    "A lawmaker said it was over. Senator Ann Lee left.": ["Ann Lee"],
    "A legislator said it was over. Congressman Tom Hall left.": ["Tom Hall"],
    "A lawmaker said it was over. The mayor, Ann Lee, left.": [None],
}


@pytest.mark.parametrize("text", SPEAKERS)
def test_speaker(text: str) -> None:
    assert [claim.name for claim in factx.extract(text).claims] == SPEAKERS[text]

GOVERNING = "of to with for from on at about against in than like as over toward towards".split()


@pytest.mark.parametrize("word", GOVERNING)
def test_whom_a_preposition_governs_is_hardly_meant(word: str) -> None:
    text = "Kate Ray’s boat was found {} Ann Lee. She said it was late."
    assert [claim.name for claim in factx.extract(text.format(word)).claims] == ["Kate Ray"]
    assert [claim.name for claim in factx.extract(text.format("and")).claims] == ["Ann Lee"]


MODIFIED = "campaign supporter supporters team voters administration aide aides official officials rally event camp"


@pytest.mark.parametrize("word", MODIFIED.split())
def test_whose_camp_it_is_is_hardly_meant(word: str) -> None:
    text = "Kate Ray’s boat met, as ever, old Ann Lee {} there. She said it was late."
    assert [claim.name for claim in factx.extract(text.format(word)).claims] == ["Kate Ray"]
    assert [claim.name for claim in factx.extract(text.format("boat")).claims] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("noun", "names"),
    [(noun, ["Tom Hall", "Tom Hall"]) for noun in "man father actor boy grandfather businessman".split()]
    + [(noun, ["Ann Lee", "Ann Lee"]) for noun in "woman mother actress girl grandmother businesswoman".split()]
    + [("pilot", ["Tom Hall", "Ann Lee"])],
)
def test_a_noun_tells_who_is_meant(noun: str, names: list[str]) -> None:
    people = ("Tom Hall met Ann Lee", "Ann Lee met Tom Hall")
    texts = [f"{each}. The 34-year-old {noun} said it was late." for each in people]
    assert [factx.extract(text).claims[0].name for text in texts] == names
