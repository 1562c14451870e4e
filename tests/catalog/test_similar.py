"""Texts like others."""

from tests.catalog.rooms import House
from tui.catalog.details import details
from tui.catalog.room import Room
from tui.catalog.searching import search
from tui.catalog.similar import Twin, folded, like

STORY = (
    "The contract for the new engine was signed in the spring after long talks. "
    "Both sides praised the work of the engineers, who had asked for nothing but time. "
    "Deliveries begin next year, and the factory is to be ready by then. "
)


def folds(room: Room, *docs: str) -> dict[str, list[str]]:
    return {fold.doc: [twin.doc for twin in fold.twins] for fold in folded(room, docs)}


def test_near_duplicates_are_folded_into_the_first(house: House) -> None:
    house.write("a.txt", STORY * 3)
    house.write("b.txt", STORY * 3 + "Edited by hand.")
    house.write("c.txt", STORY * 3 + "Printed at home.")
    house.write("d.txt", STORY.replace("engine", "bridge") * 3)
    room = house.open()

    assert folds(room, "b.txt", "001.txt", "a.txt", "d.txt", "c.txt") == {
        "b.txt": ["a.txt", "c.txt"],
        "001.txt": [],
        "d.txt": [],
    }


def test_a_fold_says_how_much_is_shared(house: House) -> None:
    house.write("a.txt", STORY)
    house.write("b.txt", STORY)
    room = house.open()

    assert folded(room, ["a.txt", "b.txt"])[0].twins == (Twin("b.txt", 1.0),)


def test_a_text_is_no_twin_of_a_much_longer_one_that_holds_it(house: House) -> None:
    house.write("a.txt", STORY)
    house.write(
        "b.txt", STORY + "And then a long story of another kind was told to everybody. " * 9
    )

    assert folds(house.open(), "a.txt", "b.txt") == {"a.txt": [], "b.txt": []}


def test_texts_without_words_are_not_alike(house: House) -> None:
    house.write("a.txt", "…")
    house.write("b.txt", "!")

    assert folds(house.open(), "a.txt", "b.txt") == {"a.txt": [], "b.txt": []}


def test_more_like_a_text_are_those_with_its_telling_words_and_names(house: House) -> None:
    house.write("a.txt", STORY + "Putin thanked the factory.")
    house.write("b.txt", "Another engine, built at the factory that Putin saw.")
    house.write(
        "c.txt", "The spring and the year after, with time for both sides and for long talks."
    )
    room = house.open()
    answer = like(room, "a.txt")

    assert [hit.doc for hit in answer.hits] == ["c.txt", "b.txt", "001.txt"]
    assert answer.hints[0].startswith("by @putin, ")


def test_what_is_alike_is_lit(house: House) -> None:
    house.write("a.txt", "The zeppelin flew. A zeppelin!")
    house.write("b.txt", "Nobody saw the Zeppelin.")
    room = house.open()
    answer = like(room, "a.txt")
    (found,) = details(room, answer, answer.hits)

    assert [room.document("b.txt").text[slice(*span)] for span in found.spans] == ["Zeppelin"]


def test_nothing_is_like_a_text_of_its_own_kind(house: House) -> None:
    house.write("a.txt", "Xylophone quartets.")

    assert like(house.open(), "a.txt").total == 0


def test_folding_leaves_an_answer_as_it_is(house: House) -> None:
    house.write("a.txt", STORY)
    house.write("b.txt", STORY)
    room = house.open()

    assert search(room, "engine").total == 2
