"""Percentages beyond their figures: their bounds, changes, wholes and holders."""

from __future__ import annotations

import pytest

import factx
from factx.engine.rules import Rule
from factx.extract.percentages.ratios import ratios
from factx.model import Percentage


def one(text: str) -> Percentage:
    found = factx.extract(text, kinds={"percentage", "person"}).percentages
    assert len(found) == 1, [fact.text for fact in found]
    return found[0]


def all_of(text: str) -> list[Percentage]:
    return list(factx.extract(text, kinds={"percentage", "person"}).percentages)


BOUNDS = {
    "over 5%": "MORE_THAN",
    "more than 5%": "MORE_THAN",
    "well above 5%": "MORE_THAN",
    "in excess of 5%": "MORE_THAN",
    "just under 5%": "LESS_THAN",
    "fewer than 5%": "LESS_THAN",
    "within 5%": "LESS_THAN",
    "at least 5%": "EQUAL_OR_MORE",
    "no fewer than 5%": "EQUAL_OR_MORE",
    "5% or more": "EQUAL_OR_MORE",
    "5% or higher": "EQUAL_OR_MORE",
    "a minimum of 5%": "EQUAL_OR_MORE",
    "no more than 5%": "EQUAL_OR_LESS",
    "up to 5%": "EQUAL_OR_LESS",
    "as much as 5%": "EQUAL_OR_LESS",
    "5% at most": "EQUAL_OR_LESS",
    "5% or less": "EQUAL_OR_LESS",
    "about 5%": "APPROX",
    "nearly another 5%": "APPROX",
    "some 5%": "APPROX",
    "an estimated 5%": "APPROX",
    "close to 5%": "APPROX",
    "5%, give or take": "APPROX",
    "5% or so": "APPROX",
    "~5%": "APPROX",
    ">5%": "MORE_THAN",
    ">=5%": "EQUAL_OR_MORE",
    "< 5%": "LESS_THAN",
    "<= 5%": "EQUAL_OR_LESS",
    "ofabout 5%": "APPROX",
    "aboutroughly 5%": "APPROX",
    "isabout 5%": "APPROX",
    "wasnearly 5%": "APPROX",
    "justunder 5%": "LESS_THAN",
    "plus or minus 5%": "MARGIN",
    "+/- 5%": "MARGIN",
    "±5%": "MARGIN",
    "a margin of error of 5%": "MARGIN",
    "a margin of sampling error of three percentage points": "MARGIN",
    "only 5%": None,
    "just 5%": None,
    "exactly 5%": None,
    "a profit margin of 5%": None,
    "above a full 5%": "MORE_THAN",
    "5-odd percent": "APPROX",
    "5-ish percent": "APPROX",
    "5-plus percent": "EQUAL_OR_MORE",
    "5 or more percent": "EQUAL_OR_MORE",
    "5 or less percent": "EQUAL_OR_LESS",
    "some 5-odd percent": "APPROX",
    "over 5-odd percent": "MORE_THAN",
    "more than 3 but less than 5 percent": None,
    "between 3 and less than 5 percent": None,
}


@pytest.mark.parametrize("phrase", BOUNDS)
def test_bound(phrase: str) -> None:
    fact = one(f"The survey gave {phrase}.")
    assert fact.mod == BOUNDS[phrase]
    assert fact.text in {"5%", "three percentage points"} or "%" not in phrase and phrase.endswith(fact.text)


def test_a_bound_between_two_figures_belongs_to_the_one_behind_it() -> None:
    low, high = all_of("At least 30 percent, but no more than 40 percent, voted.")
    assert (low.mod, high.mod) == ("EQUAL_OR_MORE", "EQUAL_OR_LESS")


MODS: dict[str, list[str | None]] = {
    # a bound denied turns round
    "The rate must not be above 5 percent.": ["EQUAL_OR_LESS"],
    "The fee shall never exceed 5 percent.": ["EQUAL_OR_LESS"],
    "They won't pay more than 5 percent.": ["EQUAL_OR_LESS"],
    "Growth is not likely to exceed 5 percent.": ["EQUAL_OR_LESS"],
    "The share did not fall below 5 percent.": ["EQUAL_OR_MORE"],
    "He would accept nothing below 5 percent.": ["EQUAL_OR_MORE"],
    "No party won more than 5 percent.": ["EQUAL_OR_LESS"],
    "No other party has won over 5 percent.": ["EQUAL_OR_LESS"],
    "Not all parties won more than 5 percent.": ["MORE_THAN"],
    "It was not only over 5 percent but rising.": ["MORE_THAN"],
    "He did not say more than 5 percent left.": ["MORE_THAN"],
    "No, it won more than 5 percent.": ["MORE_THAN"],
    # a figure known already is what others are compared with
    "That is smaller than the 5 percent rise of May.": [None],
    "Growth was below the 5 percent target.": [None],
    "She fell short of the 5 percent needed.": [None],
    "It is more than a 5 percent rise.": ["MORE_THAN"],
    # a level that was reached, or a limit
    "Labour are up to 35 percent, a point more than the Tories.": [None],
    "The rate is now up to 5 percent from 4 percent.": [None, None],
    "His rating has gone up to 52 percent.": [None],
    "Her lead crept back up to 6 percent.": [None],
    "Discounts are up to 50 percent.": ["EQUAL_OR_LESS"],
    "Tickets are up to 20% cheaper.": ["EQUAL_OR_LESS"],
    "The cost was up to 5% of sales.": ["EQUAL_OR_LESS"],
    "The fee may be up to 5 percent.": ["EQUAL_OR_LESS"],
    "It is not about 5 percent but more.": ["APPROX"],
    "There is no over 5 percent rate.": ["EQUAL_OR_LESS"],
    "They will not all pay more than 5 percent.": ["EQUAL_OR_LESS"],
    "He did not, over 5 percent say, pay.": ["MORE_THAN"],
    # a bound between a figure and a number belongs to the number
    "It was 5 percent, at most $3 more.": [None],
    "It was 5 percent, at most three more.": [None],
    "He is at 45 percent, plus or minus 3.": [None],
    "He is at 45 percent, plus or minus 3 points.": [None, "MARGIN"],
    "He is at 45% +/- 3%.": [None, "MARGIN"],
    "It costs 5 percent plus 2 percent.": [None, None],
    "It costs 5 percent plus.": ["EQUAL_OR_MORE"],
    "It yields 4.4% +0.05 today.": [None],
    "It was 30 percent, at most 35 percent.": [None, "EQUAL_OR_LESS"],
    "Some pay 5% (or more).": ["EQUAL_OR_MORE"],
    "They want a 5%-plus rise.": ["EQUAL_OR_MORE"],
    "Any error, whatever its margin, cost 5 percent.": [None],
    "The margin of error was great; costs were 5 percent.": [None],
    "He said it ran toabout 5 percent.": ["APPROX"],
    "They recover 5 percent of it.": [None],
}


@pytest.mark.parametrize("sentence", MODS)
def test_bound_in_a_sentence(sentence: str) -> None:
    assert [fact.mod for fact in all_of(sentence)] == MODS[sentence]


CHANGES = {
    "Sales rose 5% in May.": "rise",
    "Sales were up 5% in May.": "rise",
    "Sales grew by more than 5 percent.": "rise",
    "It brought an increase of 5%.": "rise",
    "They agreed a 5 percent pay rise.": "rise",
    "Prices are 5% higher than in May.": "rise",
    "The index climbed 21.4 points (5 percent).": "rise",
    "The firm cut its rate for small borrowers by 5%.": "fall",
    "Sales fell nearly 5 per cent.": "fall",
    "Sales edged down 5%.": "fall",
    "The stock lost 2.3, or 5%.": "fall",
    "They offer 5% less than before.": "fall",
    "It means a 5 percent budget cut.": "fall",
    "The rate fell to 5%.": None,
    "The rate is 5%.": None,
    "She won 5% of the vote.": None,
    "The old make up 5 percent of the town.": None,
    "He was backed by 5% of them.": None,
    "Shares closed 5 percent lower.": "fall",
    "The index finished 5 percent higher.": "rise",
    "Sales were 5 percent weaker in May.": "fall",
    "Revenue shrank by $3 million, or 5%.": "fall",
    "Exports fell by about 20,000 tonnes (5%).": "fall",
    "The line will shorten journeys by 5%.": "fall",
    "The law lengthened sentences by 5 percent.": "rise",
    "It raised rates by a cumulative 5 percentage points.": "rise",
    "Orders dropped by a worse-than-expected 5 percent.": "fall",
    "They want a rise of anything from 5 up to 7 percent.": "rise",
    "Prices fell by between 5 and 7 percent.": "fall",
    "Prices will rise by either 5 or 7 percent.": "rise",
    "Growth of -5% is likely.": "fall",
    "It had minus 5 percent growth.": "fall",
    "Growth of minus 2 to plus 1 percent is likely.": None,
    "Inflation fell below 5 percent.": None,
    "Women make up 5 percent.": None,
    "They sold Acme's increased 5 percent stake.": None,
    "She sold his reduced 5 percent share.": None,
    "The index was 5 percent up on Monday.": "rise",
    "It takes a 5 percent down payment.": None,
    "They buy up rival 5 percent stakes.": None,
    "Sales rose 300 jobs or 5 percent.": "rise",
    "Bread is 5 percent cheaper.": "fall",
    "Bread is 5 percent dearer.": "rise",
    "It paid 5 percent on more sales.": None,
    "Sales fell just under 5 percent.": "fall",
    "It fell under 5 percent.": None,
    "Sales fell by under 5 percent.": "fall",
    "Prices rise\n\nSome 5 percent of homes are sold.": None,
    "It means a cut in rates by 5 percent.": "fall",
}


@pytest.mark.parametrize("sentence", CHANGES)
def test_change(sentence: str) -> None:
    assert one(sentence).change == CHANGES[sentence]


CHANGES_ALONG: dict[str, list[str | None]] = {
    "The indexes were up 10.1% and 12.7%, respectively.": ["rise", "rise"],
    "Hunger would rise by either 49 percent or by 27 percent.": ["rise", "rise"],
    "Profit rose 3% in Asia and 1% in Europe.": ["rise", "rise"],
    "Rents fell 3 percent in May, but about 4 percent in June.": ["fall", "fall"],
    "Sales rose 3% in Asia and fell 1% in Europe.": ["rise", "fall"],
    "Turnout rose 3 percent and 12 percent of ballots were spoiled.": ["rise", None],
    "Rates rose 5 percent in May and 10 percent in the south are jobless.": ["rise", None],
    "Rates rose 0.5 percent to 12 percent in May and 10 percent in June.": ["rise", None, None],
    "Sales rose 5 percent and 4 percent voted.": ["rise", None],
    "Profit rose 3% in Asia, and 1% in Europe.": ["rise", "rise"],
    "Acme fell 4%, and Halden Bank 3%.": ["fall", "fall"],
    "Acme sales fell 4% and Halden sales 3%.": ["fall", "fall"],
    "Shares rose 4%, about 7% in all.": ["rise", "rise"],
    "Support rose 5 percent, plus or minus 2 points.": ["rise", None],
    "Sales rose 5 percent in what they sell and 4 percent in Asia.": ["rise", None],
    "Sales rose 5 percent than planned and 4 percent in Asia.": ["rise", None],
    "Sales rose 5 percent and 4 percent were lost.": ["rise", None],
    "Sales rose 5 percent and 4 percent overall, he said.": ["rise", "rise"],
}


@pytest.mark.parametrize("sentence", CHANGES_ALONG)
def test_change_handed_on(sentence: str) -> None:
    assert [fact.change for fact in all_of(sentence)] == CHANGES_ALONG[sentence]


SHARES: dict[str, list[tuple[str | None, str | None]]] = {
    # the whole, and who has the share
    "The bank holds 20 percent of the shares.": [("the shares", "The bank")],
    "Maria Lopez has won over 60% of the vote.": [("the vote", "Maria Lopez")],
    "Maria Lopez won 60% of the vote while Paul Reed got only 12%.": [
        ("the vote", "Maria Lopez"), ("the vote", "Paul Reed")],
    "They bought Acme's 55% stake in the mine.": [("the mine", "Acme")],
    "The mine is 46%-owned by Acme Metals.": [("The mine", "Acme Metals")],
    "Some 30 percent of the mine is owned by Acme Metals.": [("the mine", "Acme Metals")],
    "Among farmers, 40 percent would choose Lopez.": [("farmers", "Lopez")],
    "Lopez leads Reed by 43 percent to 38 percent among women.": [("women", "Lopez"), ("women", "Reed")],
    "Lopez was backed by 34% of those asked.": [("those asked", "Lopez")],
    "The poll put Lopez at 34 percent.": [(None, "Lopez")],
    "Lopez came second with 18 percent.": [(None, "Lopez")],
    "By 55%-41%, farmers oppose the tax.": [("farmers", None), ("farmers", None)],
    "Women make up half of all students but only 5% of the staff.": [("the staff", "Women")],
    "Immigration rose to 5 percent of the population.": [("the population", None)],
    "In all, 42% of voters backed Lopez, Reed had 38% and Gomez 3%.": [
        ("voters", "Lopez"), ("voters", "Reed"), ("voters", "Gomez")],
    # the subject is far from its figure
    "Reed does well in the north, receiving 19 percent.": [(None, "Reed")],
    "Gomez is still the favourite, leading Reed by 46 percent to 35 percent.": [(None, "Gomez"), (None, "Reed")],
    "Lopez trounced Reed, 53 percent to 39 percent.": [(None, "Lopez"), (None, "Reed")],
    "A poll found Lopez leading Reed by 15 points, 52 percent to 37 percent.": [(None, "Lopez"), (None, "Reed")],
    "Her rival is Paul Reed, who sits at just 16%.": [(None, "Paul Reed")],
    "The bank, which last year made 5% of all films, has closed.": [("all films", "The bank")],
    "Lopez, whose ratings have risen above 50 percent, spoke.": [(None, "Lopez")],
    "Acme earned $3.5 million, or $2 a share, up 13%.": [(None, "Acme")],
    "Acme plans to purchase 1.4 million shares, or 10% of the town's mine.": [("the town's mine", "Acme")],
    "The fund, with a cushion of more than 10%, sold nothing.": [(None, "The fund")],
    "Lopez rose to 29 percent and Reed to 9 percent.": [(None, "Lopez"), (None, "Reed")],
    "Lopez won with 22 percent, followed closely by Reed with 20 percent.": [(None, "Lopez"), (None, "Reed")],
    "Acme runs the mine, and 10% is held by the Reed Group.": [(None, "the Reed Group")],
    "Women will be 47 percent of the staff.": [("the staff", "Women")],
    "Labour is on 43 percent, the Greens on 9 percent.": [(None, "Labour"), (None, "the Greens")],
    "The poll puts Lopez on 43 percent, ahead of Reed on 41 percent.": [(None, "Lopez"), (None, "Reed")],
    "Acme, 30 percent of which is owned by the state, lost money.": [("Acme", "the state")],
    "They asked 900 voters, 40 percent of whom backed Lopez.": [("900 voters", "Lopez")],
    "Even there Lopez could not break 50 percent.": [(None, "Lopez")],
    "Acme raises dividend 20 percent.": [(None, "Acme")],
    "Lopez has support from 52 percent of voters.": [("voters", "Lopez")],
    "Some 54 percent of farmers held a favorable opinion of Lopez.": [("farmers", "Lopez")],
    "The approval rating for the Reed administration fell to 5 percent.": [(None, "the Reed administration")],
    "Acme's share is 5 percent.": [(None, "Acme")],
    "He said Reed needs to win 57 percent of the delegates.": [("the delegates", "Reed")],
    # the subject stands before an aside
    "Acme Corp., the town's only maker of oars and ropes, raised sales 16%.": [(None, "Acme Corp.")],
    "The unit, which is the holding company for the bank's mills, accounted for 58% of sales and 71% of profit.": [
        ("sales", "The unit"), ("profit", "The unit")],
    # a step is of nothing, though the level before it is
    "Lee won 40% of the vote, a rise of 5%.": [("the vote", "Lee"), (None, "Lee")],
    "Lee won 40% of the vote, up 5 percentage points.": [("the vote", "Lee"), (None, "Lee")],
    # nobody has it
    "Lopez earned the trust of four in ten farmers — 39 percent.": [("farmers", "Lopez")],
    "Lee spoke, with 42 percent preferring Ray.": [(None, "Ray")],
    "A deal between Acme and Ford won 40% of votes.": [("votes", "A deal")],
    "It shows Lopez leading Reed 51% to 45%, with 4% undecided.": [(None, "Lopez"), (None, "Reed"), (None, None)],
    "She was handily defeated by 74 percent.": [(None, None)],
    "Lee led with 94 percent of districts reporting.": [("districts", None)],
    "The law passed with 57 percent of the vote (53 percent turnout).": [("the vote", None), (None, None)],
    "Imports from Chile and Peru grew to 40 percent.": [(None, None)],
    "Company profits rose 5 percent.": [(None, None)],
    "December bonds fell 5 percent.": [(None, None)],
    "The poll of 800 voters had a margin of error of 3 percent.": [(None, None)],
    "It paid the state's 4 percent tax.": [(None, "the state")],
    "Lee said it was 5 percent.": [(None, None)],
    "Retailers said they add 20 percent.": [(None, None)],
    # growth, prices, interest and the like are of nothing
    "Inflation rose 3 percent.": [(None, None)],
    "Unemployment stands at 7 percent.": [(None, None)],
    "The margin of error is 3 percentage points.": [(None, None)],
    "Acme's car sales fell 6 percent.": [(None, "Acme")],
    "Shares in Acme Metals were up 19%.": [(None, "Acme Metals")],
    "The bank raised its rate to 7 percent from 6 percent.": [(None, "The bank"), (None, "The bank")],
    "Acme said its income rose 51%.": [(None, "Acme")],
    "The loan carries 6 percent.": [(None, None)],
    "She bought bonds at 5 percent.": [(None, None)],
}


@pytest.mark.parametrize("sentence", SHARES)
def test_share(sentence: str) -> None:
    found = [(fact.of and fact.of.text, fact.holder and fact.holder.text) for fact in all_of(sentence)]
    assert found == SHARES[sentence]


@pytest.mark.parametrize("rule", ratios.rules, ids=lambda rule: rule.id)
def test_ratios_are_found_on_request_alone(rule: Rule[object]) -> None:
    for sentence, value in rule.examples.items():
        assert not factx.extract(sentence, kinds={"percentage"}).percentages
        found = factx.extract(sentence, kinds={"percentage"}, ratios=True).percentages
        assert [(fact.rule, fact.value_text) for fact in found] == [(rule.id, value)]
    for sentence in rule.rejects:
        assert rule.id not in {fact.rule for fact in factx.extract(sentence, ratios=True).percentages}


def test_the_holder_is_linked_to_the_person() -> None:
    document = factx.extract("Maria Lopez spoke. Later Lopez won 60% of the vote, and he had 5%.")
    [entity] = document.entities
    assert document.percentages[0].entity == entity.id
    assert document.percentages[0].holder is not None
    assert document.percentages[0].holder.text == "Lopez"


def test_a_pronoun_alone_is_linked_to_the_person_named_before() -> None:
    document = factx.extract("Maria Lopez spoke first. She has 60% of the vote.", kinds={"percentage", "person"})
    [fact] = document.percentages
    assert fact.holder is not None
    assert fact.holder.text == "She"
    assert fact.entity == document.entities[0].id


def test_a_name_in_the_sentence_is_preferred_to_a_pronoun() -> None:
    fact = one("But Ms Lopez said she has got 60-70% of the vote.")
    assert fact.holder is not None
    assert fact.holder.text == "Lopez"


def test_what_is_theirs_is_linked_to_the_person() -> None:
    document = factx.extract("Paul Reed cites results that show his victory with over 80% of the vote.")
    [fact] = document.percentages
    assert fact.holder is not None
    assert fact.holder.text == "his victory"
    assert fact.entity == document.entities[0].id


def test_an_organisation_is_no_person() -> None:
    assert one("The bank holds 20 percent of the shares.").entity is None


def test_ids_are_in_the_order_of_the_text() -> None:
    assert [fact.id for fact in all_of("It was 5%, then 6%, then 7%.")] == ["n1", "n2", "n3"]


@pytest.mark.parametrize("text", [
    "5 " * 5000 + "%",
    "five-" * 5000 + "percent",
    "one hundred and " * 3000 + "percent",
    "% " * 5000,
    "5% to " * 3000,
    "of the " * 3000 + "5% of the vote",
    "A, " * 3000 + "B and C 5%",
    "Lee " * 3000 + "has 5%",
    "9" * 5000 + "%",
    "x" + "\u0130" * 50 + " 5%",
    "Sales rose 5% 4% overall.",
])
def test_hostile_text_ends(text: str) -> None:
    for fact in factx.extract(text, kinds={"percentage"}, ratios=True).percentages:
        assert text[fact.span.start:fact.span.end] == fact.text


@pytest.mark.parametrize("text", [
    "It rained. Mr. Orr slept.\n\nRents rose 5%. So did fares, by a quarter\nof a point.\n\nNobody asked.\n",
    "\n\nThe council backs\nit: 5 per cent of the\nvoters do not.\n\nIt fell.\n\n7 pct. of us left.",
    "Nobody asked.\n\nNothing was said.",
    "Wide ５％ signs.\n\nAnd \u0130 dotted ones, 6%.",
])
def test_percentages_alone_are_those_found_beside_dates(text: str) -> None:
    alone = factx.extract(text, kinds={"percentage"}).percentages
    assert alone == factx.extract(text, kinds={"percentage", "date"}).percentages


@pytest.mark.parametrize("row", ["Lenn 2% 4% 3%", "Lenn,2%,4%,3%", "| Lenn | 2% | 4% | 3% |", "Lenn\t2%\t4%\t3%"])
def test_cells_behind_the_first_in_a_row_have_no_roles(row: str) -> None:
    """Nothing in a table's row says of what a cell is; its values are found all the same."""
    found = factx.extract(f"{row}\n{row.replace('Lenn', 'Ardo')}\n").percentages
    assert [each.low for each in found] == [2, 4, 3, 2, 4, 3]
    assert not any(each.role_rules for each in [*found[1:3], *found[4:]])


def test_figures_beside_each_other_in_prose_have_their_roles() -> None:
    """A comma with a blank behind it, or a word, parts no cells."""
    found = factx.extract("Lee won 41%, Ray 38% and the Greens 9%.").percentages
    assert [each.holder.text if each.holder else None for each in found] == ["Lee", "Ray", "the Greens"]
