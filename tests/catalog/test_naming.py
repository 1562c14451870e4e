"""Looking up a list of names."""

import pytest

from tests.catalog.rooms import House
from tui.catalog.naming import FirstSentence, look_up
from tui.model import UsageError


def test_a_registered_name_is_counted_with_its_aliases(house: House) -> None:
    found = look_up(house.open(), "Vladimir  Putin")

    assert (found.name, found.registered) == ("Vladimir  Putin", "putin")
    assert (found.documents, found.mentions) == (1, 1)
    assert found.first == FirstSentence("001.txt", 1, "Putin thanked Beijing for it.")


def test_the_first_place_is_in_the_first_text_by_id(house: House) -> None:
    house.write("000.txt", "No names.\n\nBut Moscow is one.\n")

    assert look_up(house.open(), "Russia").first == FirstSentence(
        "000.txt", 3, "But Moscow is one."
    )


def test_of_a_name_that_nobody_bears_the_words_are_counted(house: House) -> None:
    found = look_up(house.open(), "winter olympics")

    assert (found.registered, found.candidates, found.mentions) == (None, (), 1)
    assert found.first == FirstSentence("002.txt", 1, "The Winter Olympics were held in Beijing.")


def test_signs_of_the_query_language_mean_nothing_in_a_name(house: House) -> None:
    room = house.open()

    assert look_up(room, "held OR protested").mentions == 0
    assert look_up(room, "olymp*").mentions == 0
    assert look_up(room, '"Winter" Olympics').mentions == 1


def test_several_entities_of_one_name_are_candidates(house: House) -> None:
    house.registry.write_text(
        "entities:\n"
        "- {id: wei-1, name: General Wei, type: person, aliases: [Wei]}\n"
        "- {id: wei-2, name: Minister Wei, type: person, aliases: [Wei]}\n"
    )
    house.write("004.txt", "Then Wei spoke.")
    found = look_up(house.open(), "Wei")

    assert (found.registered, found.candidates) == (None, ("wei-1", "wei-2"))
    assert found.mentions == 1


def test_a_name_that_stands_nowhere_has_no_place(house: House) -> None:
    assert look_up(house.open(), "Nobody At All").first is None


@pytest.mark.parametrize("name", ["", "  ", "…", "a" * 201])
def test_what_can_be_no_name_is_an_error(name: str, house: House) -> None:
    with pytest.raises(UsageError):
        look_up(house.open(), name)
