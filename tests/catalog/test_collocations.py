"""Which words and entities stand near what answers a query."""

from tests.catalog.rooms import House
from tui.catalog import collocations

TEXTS = (
    "Putin bought the S-400.\n",
    "Putin sold China the S-400.\n",
    "The S-400 flew. Putin slept.\n",
)


def test_words_near_an_entity_are_counted_with_their_number_in_the_corpus(house: House) -> None:
    for number, text in enumerate(TEXTS):
        house.write(f"1{number}.txt", text)
    found = collocations.collocates(house.open(), "@putin doc:1", (1, 2), least=1)
    near = {c.name: (c.before, c.behind, c.corpus) for c in found.collocates}
    assert (found.nodes, found.texts) == (3, 3)
    assert near["the"][:2] == (0, 1)
    assert near["flew"] == (1, 0, 1)
    assert near["bought"] == (0, 1, 1)


def test_entities_near_an_entity_are_counted(house: House) -> None:
    for number, text in enumerate(TEXTS):
        house.write(f"1{number}.txt", text)
    found = collocations.collocates(house.open(), "@putin doc:1", entities=True, least=1)
    assert {c.name: (c.before, c.behind) for c in found.collocates} == {
        "s-400": (1, 2),
        "china": (0, 1),
    }


def test_what_is_seldom_near_is_left_out(house: House) -> None:
    house.write("10.txt", TEXTS[0])
    assert collocations.collocates(house.open(), "@putin doc:10").collocates == ()
