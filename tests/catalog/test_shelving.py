"""What is kept of texts can be asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.catalog.rooms import House
from tui.catalog.room import Room
from tui.catalog.searching import texts
from tui.catalog.shelving import hashes, seen, standings
from tui.model import QueryError


@pytest.fixture
def room(house: House) -> Room:
    return house.open()


def keep(room: Room, doc: str, **how: bool) -> None:
    kept = room.shelf.of(doc, room.document(doc).sha256)
    room.shelf.put(replace(kept, **how))


def test_unread_and_read_are_each_the_rest(room: Room) -> None:
    assert texts(room, "is:unread") == {"001.txt", "002.txt", "003.txt"}
    keep(room, "002.txt", is_read=True)
    assert texts(room, "is:unread") == {"001.txt", "003.txt"}
    assert texts(room, "is:read") == {"002.txt"}
    assert texts(room, "Moscow -is:read") == {"001.txt"}
    assert texts(room, "is:(read OR unread)") == {"001.txt", "002.txt", "003.txt"}


def test_stars_and_the_reading_list(room: Room) -> None:
    keep(room, "001.txt", is_starred=True)
    keep(room, "003.txt", is_starred=True, is_listed=True)
    assert texts(room, "is:starred") == {"001.txt", "003.txt"}
    assert texts(room, "is:starred is:listed") == {"003.txt"}


def test_new_is_what_came_since_and_was_not_opened(room: Room) -> None:
    assert texts(room, "is:new") == frozenset()
    everything = dict(hashes(room))
    numbers = {room.view.id(number): hash for number, hash in everything.items()}
    for there in ([numbers["001.txt"]], numbers.values()):
        seen(room).begin()
        seen(room).take(there)
    assert texts(room, "is:new") == {"002.txt", "003.txt"}
    keep(room, "002.txt", is_read=True)
    assert texts(room, "is:new") == {"003.txt"}


def test_a_mark_that_there_is_not_is_a_fault(room: Room) -> None:
    with pytest.raises(QueryError, match="no mark “stared”") as error:
        texts(room, "is:stared")
    assert error.value.details[0] == "did you mean starred?"


def test_how_texts_stand_is_said_in_a_word_or_two(room: Room) -> None:
    keep(room, "001.txt", is_read=True, is_starred=True)
    keep(room, "002.txt", is_listed=True)
    seen(room).begin()
    seen(room).take([])
    assert standings(room, ["001.txt", "002.txt", "003.txt"]) == {
        "001.txt": "* read",
        "002.txt": "+ new",
        "003.txt": "new",
    }
