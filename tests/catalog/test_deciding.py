"""A decision holds through a new index and a moved paragraph, and is said to be lost when it is."""

import pytest

from tests.catalog.rooms import TEXTS, House
from tui import editor
from tui.catalog.registering import decision
from tui.catalog.room import Room


@pytest.fixture
def decided(house: House) -> House:
    """It was decided that the Beijing that protested is China."""
    room = house.open()
    settled, _ = decision(room, "002.txt", 3, 1, room.registry.entities["china"])
    editor.write(
        editor.decide(house.registry, room.places.data, settled), house.registry, room.places
    )
    return house


def meanings(room: Room, doc: str = "002.txt") -> list[str | None]:
    """What each Beijing of a text means, None if that is open."""
    return [m.entity for m in room.mentions(doc) if m.alias == "Beijing"]


def test_without_a_decision_both_are_open(house: House) -> None:
    assert meanings(house.open()) == [None, None]


def test_a_decision_settles_its_mention_and_no_other(decided: House) -> None:
    room = decided.open()
    assert meanings(room) == [None, "china"]
    assert room.view.counts("china") == (1, 1)
    assert room.decided.faults == ()


def test_it_holds_when_it_is_asked_for_again(decided: House) -> None:
    decided.open()
    again = decided.open()
    assert not again.report.written
    assert not again.decided.is_new
    assert meanings(again) == [None, "china"]


def test_it_holds_in_a_moved_paragraph(decided: House) -> None:
    decided.open()
    first, second = TEXTS["002.txt"].split("\n\n")
    decided.write("002.txt", f"{second}\n{first}\n")
    room = decided.open()
    assert meanings(room) == ["china", None]
    assert room.view.counts("china") == (1, 1)


def test_it_is_lost_with_its_words_and_never_goes_to_another_place(decided: House) -> None:
    decided.open()
    decided.write("002.txt", TEXTS["002.txt"].replace("Beijing protested. ", ""))
    room = decided.open()
    assert meanings(room) == [None]
    assert [str(fault) for fault in room.decided.faults] == [
        "decisions.yaml:4:5: 'Beijing' no longer stands so in 002.txt"
    ]
    assert str(room.decided.faults[0]) in room.notes


def test_it_goes_with_a_file_that_is_renamed(decided: House) -> None:
    decided.open()
    (decided.texts / "002.txt").rename(decided.texts / "olympics.txt")
    assert meanings(decided.open(), "olympics.txt") == [None, "china"]
    assert meanings(decided.open(), "olympics.txt") == [None, "china"]


def test_it_is_astray_when_its_text_is_gone(decided: House) -> None:
    decided.open()
    (decided.texts / "002.txt").unlink()
    for _ in range(2):
        assert [str(fault) for fault in decided.open().decided.faults] == [
            "decisions.yaml:4:5: there is no text 002.txt"
        ]
    decided.write("002.txt", TEXTS["002.txt"])
    assert meanings(decided.open()) == [None, "china"]


def test_it_is_gone_when_it_is_taken_back(decided: House) -> None:
    room = decided.open()
    editor.undo(decided.registry, room.places)
    assert not decided.decisions.exists()
    assert meanings(decided.open()) == [None, None]


def test_a_file_that_cannot_be_read_is_said_and_nothing_else_is_wrong(decided: House) -> None:
    decided.decisions.write_text("decisions: [")
    room = decided.open()
    assert meanings(room) == [None, None]
    assert room.notes[0].startswith("decisions.yaml:1:")
