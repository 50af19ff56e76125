"""Which names are one person's."""

from __future__ import annotations

import pytest

import factx
from factx.resolve.same_name import agree
from factx.text import spelling

PEOPLE: dict[str, list[list[str]]] = {
    "Ann Lee met Tom Hall. Lee left; Hall stayed, and Ann smiled.": [["Ann Lee", "Lee", "Ann"], ["Tom Hall", "Hall"]],
    "Ann Lee met Tom Lee. Lee left, and Lee sang.": [["Ann Lee", "Lee", "Lee"], ["Tom Lee"]],
    "Ann Lee met Tom Lee. Mr. Lee left, and Mrs. Lee sang.": [["Ann Lee", "Lee"], ["Tom Lee", "Lee"]],
    "Mayor Tom Hall met Senator Karl Hall. Senator Hall left.": [["Tom Hall"], ["Karl Hall", "Hall"]],
    "Tom Hall met Senator Karl Hall. The Ohio senator left with Mr. Hall.": [["Tom Hall", "Hall"], ["Karl Hall"]],
    "Ann Lee and Ann Kent met. Ann Kent spoke, and Ann smiled.": [["Ann Lee"], ["Ann Kent", "Ann Kent", "Ann"]],
    "John Fitzgerald Kennedy won. JFK smiled at John Kennedy.": [["John Fitzgerald Kennedy", "JFK", "John Kennedy"]],
    "Higuchi Ichiyo wrote. Ichiyo Higuchi died.": [["Higuchi Ichiyo", "Ichiyo Higuchi"]],
    "Volodymyr Zelensky spoke. Volodymyr Zelenskyy left.": [["Volodymyr Zelensky", "Volodymyr Zelenskyy"]],
    "J. Hall wrote to Jane Hall and Tom Hall.": [["J. Hall", "Jane Hall"], ["Tom Hall"]],
    "ANNA SCHMIDT WINS\n\nAnna Schmidt won. Schmidt smiled.": [["ANNA SCHMIDT", "Anna Schmidt", "Schmidt"]],
    "Mr. Hall met Mrs. Hall. Mr. Hall left; Mrs. Hall sang.": [["Hall", "Hall"], ["Hall", "Hall"]],
    "Tom Hall met Tom A. Hall.": [["Tom Hall", "Tom A. Hall"]],
    "Tom Hall Jr. met Tom Hall III.": [["Tom Hall Jr."], ["Tom Hall III"]],
    "Robin Hall met Ann Hall. Ms Hall left with Mr Hall.": [["Robin Hall", "Hall"], ["Ann Hall", "Hall"]],
    "Tom Hall left.\n\nTom Kent spoke. Kent sat.\n\nIda Kent came. Kent sang.": [
        ["Tom Hall"], ["Tom Kent", "Kent"], ["Ida Kent", "Kent"],
    ],
    "Ricardo Mena, also known as El Chapito, was shot. Chapito ran.": [["Ricardo Mena", "El Chapito", "Chapito"]],
    "Roza Bekova (born Roza Lee) sang. Bekova smiled.": [["Roza Bekova", "Roza Lee", "Bekova"]],
    "Larry Voss wrote. Lawrence Voss died.": [["Larry Voss", "Lawrence Voss"]],
    "Sheikh Omar bin Khalifa came. OBK smiled.": [["Omar bin Khalifa", "OBK"]],
    "Rina Das spoke. Das sat.": [["Rina Das", "Das"]],
    "Nguyen Van Duc was fined. Mr Duc left.": [["Nguyen Van Duc", "Duc"]],
    # A surname is the one's whom the scene is about, until the first one is called by it.
    "Tom Hall died in May. His son Karl Hall ran the farm. Hall sold it.": [["Tom Hall"], ["Karl Hall", "Hall"]],
    "Tom Hall left. Hall sold the farm. His son Karl Hall ran it. Hall came back.":
        [["Tom Hall", "Hall", "Hall"], ["Karl Hall"]],
    "Tom Hall left. His son Karl Hall ran the farm. It rained. It rained. It rained. It rained. Hall came back.":
        [["Tom Hall", "Hall"], ["Karl Hall"]],
    "Tom Hall left the farm to his only son and heir Karl Hall. Hall came back.": [["Tom Hall", "Hall"], ["Karl Hall"]],
    "Ann Lee fell. Her aunt, Kate Lee, ran. Her uncle, Tom Lee, sang. Ms. Lee wept; Mr. Lee sat.":
        [["Ann Lee"], ["Kate Lee", "Lee"], ["Tom Lee", "Lee"]],
}


@pytest.mark.parametrize("text", PEOPLE)
def test_mentions_are_grouped(text: str) -> None:
    document = factx.extract(text, kinds={"person"})
    texts = {person.id: person.text for person in document.people}
    assert [[texts[mention] for mention in entity.mentions] for entity in document.entities] == PEOPLE[text]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ANNA SCHMIDT WINS\n\nAnna Schmidt won.", "Anna Schmidt"),
        ("Tom Hall met Tom A. Hall.", "Tom A. Hall"),
        ("J. Hall wrote. Jane Hall left.", "Jane Hall"),
        ("Volodymyr Zelensky spoke. Volodymyr Zelensky smiled at Volodymyr Zelenskyy.", "Volodymyr Zelensky"),
        ("Ann Lee left.\nAnn\nLee sang.", "Ann Lee"),
        ("On The Steve Harvey Morning Show, she told Harvey so. Harvey nodded.", "Steve Harvey"),
    ],
)
def test_a_person_goes_by_the_fullest_name(text: str, name: str) -> None:
    (entity,) = factx.extract(text, kinds={"person"}).entities
    assert entity.name == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ann lee", "ann lee", True),
        ("ann lee", "lee ann", True),
        ("ann lee", "tom lee", False),
        ("ann lee", "ann kent", False),
        ("ann maria lee", "ann lee", True),
        ("ann maria lee", "maria lee", True),
        ("ann maria lee", "ann maria", True),
        ("ann maria lee", "lee ann", False),
        ("otto jespersen", "jens otto harry jespersen", True),
        ("harry otto jespersen", "jens otto harry jespersen", False),
        ("peter charles hall", "pierre charles hall", True),
        ("peter hall", "pierre hall", False),
        ("ann zelensky", "ann zelenskyy", True),
        ("a. zelensky", "ann zelenskyy", False),
        ("a. lee", "ann lee", True),
        ("a.b. lee", "ann lee", True),
        ("t. lee", "ann lee", False),
        ("abc lee", "ann lee", False),
        ("ola falk hall", "ola berg hall", False),
        ("ola f. hall", "ola falk hall", True),
    ],
)
def test_whether_two_names_can_be_one_persons(one: str, other: str, same: bool) -> None:
    assert agree(tuple(one.split()), tuple(other.split())) is same
    assert agree(tuple(other.split()), tuple(one.split())) is same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("lee", "lee", True),
        ("lee", "leee", False),
        ("kenton", "kentom", True),
        ("kentn", "kentm", False),
        ("kenton", "kentoon", True),
        ("kenton", "kentoons", False),
        ("kenton", "benton", False),
        ("kenton", "kantan", False),
        ("kenton", "kentonx", True),
    ],
)
def test_whether_two_words_differ_by_a_letter(one: str, other: str, alike: bool) -> None:
    assert spelling.alike(one, other) is alike
    assert spelling.alike(other, one) is alike


def test_titles_of_a_person_come_once_and_in_order() -> None:
    text = "Mayor Ann Lee, a pilot, left. Ms. Lee sang. Mayor Ann Lee, head of the port, came."
    (entity,) = factx.extract(text, kinds={"person"}).entities
    assert entity.titles == ("Mayor", "pilot", "Ms.", "head of the port")


def test_a_title_with_another_capital_is_the_same() -> None:
    text = "Union leader Peter Okafor spoke. The union leader Peter Okafor left."
    (entity,) = factx.extract(text, kinds={"person"}).entities
    assert entity.titles == ("Union leader",)
