"""What two sides of a text say that cannot both hold, in the words of the report."""

from __future__ import annotations

import pytest

import factx

SHARES = "The board said that Ann Lee received 12% of the {0}. {1} said that Ann Lee has got {2} of the {0}."
CONFLICTS = {
    SHARES.format("vote", "The paper", "55%"): [
        "Ann Lee: 12% according to the board, 55% according to the paper.",
    ],
    SHARES.format("votes", "The paper", "55%"): [
        "Ann Lee: 12% according to the board, 55% according to the paper.",
    ],
    SHARES.format("ballots", "A paper", "more than 55%"): [
        "Ann Lee: 12% according to the board, 55% according to a paper.",
    ],
    SHARES.format("vote", "His aide", "40%"): ["Ann Lee: 12% according to the board, 40% according to his aide."],
    SHARES.format("vote", "Tom Hall", "25%"): ["Ann Lee: 12% according to the board, 25% according to Tom Hall."],
    SHARES.format("vote", "The paper", "24%"): [],
    SHARES.format("vote", "He", "55%"): [],
    SHARES.format("vote", "The board", "55%"): [],
    SHARES.format("land", "The paper", "55%"): [],
    "The board said that Ann Lee received more than 12% of the vote. "
    "The paper said that Ann Lee received 55% of the vote.": [],
    "The board said that Ann Lee received 12% of the vote. "
    "The paper said that Ann Lee received less than 55% of the vote.": [],
    "The board said that Ann Lee received 2% of the vote. The paper said that Ann Lee has got 7% of the vote.": [],
    "The board said that Ann Lee received 2% of the vote. The paper said that Ann Lee has got 8% of the vote.": [
        "Ann Lee: 2% according to the board, 8% according to the paper.",
    ],
    "The board said Ann Lee leads by 12% of the vote. The paper said Ann Lee received 55% of the vote.": [],
    "The board said Ann Lee received 12% of the vote. The paper said Ann Lee leads by 55% of the vote.": [],
    "Ann Lee received 12% of the vote. The paper said that Ann Lee received 55% of the vote.": [],
    # Of something else, among others, at another time.
    "The board said Ann Lee's approval rating is 12%. The paper said Ann Lee has 55% of the vote.": [],
    "The board said Ann Lee has 12% of the vote in Hull. The paper said Ann Lee has 55% of the vote in York.": [],
    "The board said Ann Lee has 12% of the vote among men. The paper said Ann Lee has 55% of the vote.": [],
    "The board said Ann Lee has 12% of the vote among men. The paper said among women Ann Lee has 55% of the vote.": [],
    "The board said that among men, Ann Lee has 12% of the vote. The paper said Ann Lee has 55% of the vote among men.":
    ["Ann Lee: 12% according to the board, 55% according to the paper."],
    "The board said Ann Lee had 12% of the vote in May 2019. The paper said Ann Lee had 55% of the vote in May 2020.":
    [],
    "The board said Ann Lee had 12% of the vote in May 2020. The paper said Ann Lee had 55% of the vote in 2020.": [
        "Ann Lee: 12% according to the board, 55% according to the paper.",
    ],
    # Figures for something other than votes: what is measured or said, whose, where and when agree.
    "The ministry said inflation was 3.1% in May. The union said inflation was 5.4% in May.": [
        "Inflation: 3.1% according to the ministry, 5.4% according to the union.",
    ],
    "The ministry said inflation was 3.1%. The union said food inflation was 5.4%.": [],
    "The ministry said inflation was 3.1% in June. The union said inflation was 5.4% in May.": [],
    "The ministry said inflation was 3.1% in June. The union said inflation was 5.4%.": [],
    "The ministry said inflation was 3.1% in the north. The union said inflation was 5.4% in the south.": [],
    "The ministry said inflation was 3.1% in the north. The union said inflation was 5.4%.": [],
    "The ministry said annual inflation was 3.1%. The union said monthly inflation was 0.4%.": [],
    "The ministry said inflation was 3.1%. The union said inflation would be 5.4%.": [],
    "The ministry said inflation was 3.1%. The bank expects inflation of 5.4%.": [],
    "The ministry said inflation was 3.1%. The ministry said inflation was 5.4%.": [],
    "The bank said the rate was 3.1%. The Bank of Tarnia said the rate was 5.4%.": [],
    "The ministry said inflation was 3.1%. The union said inflation was not 5.4%.": [],
    "The ministry said inflation was 3.1%. The union denied that inflation was 5.4%.": [],
    "The ministry said unemployment was 9.8%. The union said unemployment was 10.4%.": [],
    "The ministry said the deficit was 3% of output. The fund said the deficit was 6% of output.": [
        "Deficit: 3% according to the ministry, 6% according to the fund.",
    ],
    "The ministry said the deficit was 3% of output. The fund said the deficit was 6% of spending.": [],
    "Tom Hall said turnout was more than 43%. Ann Lee said turnout was 61%.": [],
    "Tom Hall said turnout was 43%. Ann Lee said turnout was 61% among women.": [],
    "The firm said sales rose 5%. The union said sales fell 3%.": [
        "Sales: up 5% according to the firm, down 3% according to the union.",
    ],
    "The firm said sales rose 5%. The union said sales were 3%.": [],
    "The firm said profit was up 5% on the quarter. The broker said profit was up 12% on the year.": [],
    "The union said Acme's sales fell 3%. The bank said Acme's sales fell 12%.": [
        "Acme – sales: down 3% according to the union, down 12% according to the bank.",
    ],
    "The union said Acme's sales fell 3%. The bank said Bellini's sales fell 12%.": [],
    "The charity said 80% of tenants fear eviction. The council said 30% of tenants fear eviction.": [
        "Tenants – fear eviction: 80% according to the charity, 30% according to the council.",
    ],
    "The charity said 80% of tenants fear eviction. The council said 75% of tenants fear eviction.": [],
    "The charity said 80% of tenants fear eviction. The council said 30% of landlords fear eviction.": [],
    "The charity said 80% of tenants fear eviction. The council said 30% of tenants fear higher rents.": [],
    "The board said Labour won 12% of the vote. The paper said Labour won 55% of the vote.": [
        "Labour: 12% according to the board, 55% according to the paper.",
    ],
    "The board said Labour won 12% of the vote. The paper said the Greens won 55% of the vote.": [],
    "The board said Labour owns 12% of the mine. The paper said Labour owns 55% of the mine.": [],
    # Counts.
    "The police said 300 people marched to the port. The union said 900 people marched to the port.": [
        "According to the police: 300 people marched to the port; according to the union: 900 people marched to the"
        " port.",
    ],
    "The police said 1,000 people marched to the port. The union said 1,100 people marched to the port.": [],
    "The police said 1,000 people marched to the port. The union said 1,101 people marched to the port.": [
        "According to the police: 1,000 people marched to the port; according to the union: 1,101 people marched to"
        " the port.",
    ],
    "The police said 1.5 tons of coal left the port. The union said 15 tons of coal left the port.": [
        "According to the police: 1.5 tons of coal left the port; according to the union: 15 tons of coal left the"
        " port.",
    ],
    "The police said $300 of coal left the port. The union said £900 of coal left the port.": [],
    "The police said 300 people and 2 dogs left the port. The union said 900 people and 9 dogs left the port.": [],
    "The police said 300 people and 2 dogs left the port. The union said 900 people and 2 dogs left the port.": [
        "According to the police: 300 people and 2 dogs left the port; according to the union: 900 people and 2 dogs"
        " left the port.",
    ],
    "The police said 300 marched. The union said 900 marched.": [],
    "The police said 300 people marched to the port. The police said 900 people marched to the port.": [],
    "The police said the mill was built in 1890. The union said the mill was built in 1980.": [],
    # Denials.
    "The auditor said that Mr. Hall took bribes from builders. Mr. Hall denied that he took bribes from builders.": [
        "Said by the auditor, denied by Hall: that Mr. Hall took bribes from builders.",
    ],
    "The auditor said that Mr. Hall took bribes from builders. Mr. Hall disputed that he took bribes from builders.": [
        "Said by the auditor, denied by Hall: that Mr. Hall took bribes from builders.",
    ],
    "Mr. Hall denied that he took bribes from builders. The auditor said that Mr. Hall took bribes from builders.": [
        "Said by the auditor, denied by Hall: that Mr. Hall took bribes from builders.",
    ],
    "The auditor said that Mr. Hall took bribes from builders. Mr. Hall denied that he took boats from sailors.": [],
    "The auditor said that Mr. Hall took bribes from builders. Mr. Hall rejected that he took bribes from them.": [],
    "The auditor said that Mr. Hall took bribes. Mr. Hall denied bribes.": [],
    "The auditor said that Mr. Hall denied that he took bribes from builders.": [],
    "Mr. Hall said that he took bribes from builders. Mr. Hall denied that he took bribes from builders.": [],
    # Weekdays.
    "They met on Sunday (August 15).": ["“Sunday (August 15)”: 2020-08-15 was a Saturday."],
    "They met on Saturday (August 15).": [],
    "They met on Monday, May 4, 2020, and on Monday, May 5, 2020.": [
        "“Monday, May 5, 2020”: 2020-05-05 was a Tuesday.",
    ],
}


@pytest.mark.parametrize("text", CONFLICTS)
def test_conflict(text: str) -> None:
    found = [conflict.text for conflict in factx.extract(text, date="2020-08-20").conflicts]
    assert found == CONFLICTS[text]


def test_a_conflict_names_its_facts() -> None:
    document = factx.extract(SHARES.format("vote", "The paper", "55%"))
    (conflict,) = document.conflicts
    texts = {fact.id: fact.text for fact in document.facts}
    assert [texts[id] for id in conflict.facts] == [
        "12%", "55%", "The board said that Ann Lee received 12% of the vote",
        "The paper said that Ann Lee has got 55% of the vote",
    ]
    assert conflict.speakers == ("The board", "The paper")


def test_a_year_that_is_only_guessed_may_be_the_one_that_is_wrong() -> None:
    document = factx.extract("In 1943 they met on Sunday (August 16).", date="2020-08-20")
    assert document.conflicts == ()


@pytest.mark.parametrize("pronoun", "He They It We I You One Some Others".split())
def test_a_pronoun_may_be_anybody(pronoun: str) -> None:
    assert factx.extract(SHARES.format("vote", pronoun, "55%")).conflicts == ()


@pytest.mark.parametrize("word", ["denied", "disputed", "refuted", "contradicted", "has denied", "denies"])
def test_words_that_deny_what_was_said(word: str) -> None:
    said = "The auditor said that Mr. Hall took bribes from builders."
    text = f"{said} Mr. Hall {word} that he took bribes from builders."
    assert len(factx.extract(text).conflicts) == 1


@pytest.mark.parametrize(
    "speaker", ["The aide", "A paper", "An aide", "His aide", "Her aide", "Its aide", "Their aide"]
)
def test_a_speaker_is_written_small_within_a_sentence(speaker: str) -> None:
    (conflict,) = factx.extract(SHARES.format("vote", speaker, "55%")).conflicts
    assert conflict.text.endswith(f"55% according to {speaker[0].lower()}{speaker[1:]}.")


@pytest.mark.parametrize("whole", ["vote", "votes", "support", "ballot", "ballots", "poll", "election"])
def test_wholes_of_which_one_has_one_share(whole: str) -> None:
    assert len(factx.extract(SHARES.format(whole, "The paper", "55%")).conflicts) == 1
