"""Queries that are kept by name, and the history of those that were run."""

import json

import pytest

from tests.catalog.rooms import House
from tui.catalog.saved import (
    HISTORY,
    KEPT,
    QUERIES,
    Queries,
    folder,
    history,
    remember,
    remove,
    save,
)
from tui.catalog.searching import search
from tui.model import NotFound, QueryError, Unusable, UsageError


def test_a_saved_query_is_asked_by_its_name(house: House) -> None:
    room = house.open()
    save(room, "capitals", "beijing OR moscow")

    assert search(room, "query:capitals olympics").total == 1
    assert search(house.open(), "query:capitals").total == 2


def test_a_saved_query_is_replaced_and_removed(house: House) -> None:
    room = house.open()
    save(room, "a", "beijing")
    save(room, "a", "moscow")
    save(room, "b", "query:a signed")

    assert dict(Queries(room)) == {"a": "moscow", "b": "query:a signed"}
    remove(room, "b")
    assert dict(Queries(room)) == {"a": "moscow"}


def test_the_files_can_be_read_and_written_by_hand(house: House) -> None:
    room = house.open()
    save(room, "größe", "“joint exercise”")
    path = folder(room) / QUERIES

    assert path.read_text(encoding="utf-8") == '{\n "größe": "“joint exercise”"\n}\n'
    path.write_text('{"mine": "olympics"}')
    assert search(room, "query:mine").total == 1


def test_they_lie_in_the_state_folder_apart_for_each_corpus(house: House) -> None:
    room = house.open()
    save(room, "a", "beijing")

    assert folder(room).parent == room.places.state
    assert folder(room).name == room.view.generation.folder.parent.name
    assert folder(room).stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["", "a b", "-a", "a:b", "“a”", "a(b", "x" * 65])
def test_a_name_is_one_word(name: str, house: House) -> None:
    with pytest.raises(UsageError):
        save(house.open(), name, "beijing")


def test_what_is_no_query_is_not_saved(house: House) -> None:
    room = house.open()
    for query in ("(beijing", "@nobody", "query:other", "query:self beijing"):
        with pytest.raises(QueryError):
            save(room, "self", query)

    assert not Queries(room)


def test_an_unknown_name_is_not_found(house: House) -> None:
    room = house.open()
    save(room, "capitals", "beijing")
    with pytest.raises(NotFound) as error:
        remove(room, "capital")

    assert error.value.details == ("capitals",)


@pytest.mark.parametrize("text", ["{", '["a"]', '{"a": 1}', '"a"', "\xff"])
def test_a_broken_file_is_said_where_it_is_needed_and_only_there(text: str, house: House) -> None:
    room = house.open()
    save(room, "a", "beijing")
    (folder(room) / QUERIES).write_bytes(text.encode("latin-1"))

    assert search(room, "beijing").total == 2
    with pytest.raises(Unusable):
        search(room, "query:a")


def test_the_history_holds_each_query_once_the_last_one_last(house: House) -> None:
    room = house.open()
    for query in ("a", "b", "a", "c"):
        remember(room, query)

    assert history(room) == ("b", "a", "c")
    assert json.loads((folder(room) / HISTORY).read_bytes()) == ["b", "a", "c"]


def test_the_history_forgets_the_oldest(house: House) -> None:
    room = house.open()
    remember(room, "old")
    (folder(room) / HISTORY).write_text(json.dumps([str(i) for i in range(KEPT)]))
    remember(room, "new")

    assert (len(history(room)), history(room)[0], history(room)[-1]) == (KEPT, "1", "new")
