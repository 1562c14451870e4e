"""Answers while a query is being typed."""

import pytest

from tests.catalog.rooms import House
from tui.catalog import typing
from tui.catalog.room import Room
from tui.catalog.typing import BEGUN, ranked, typed
from tui.query import fitting


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time enough for all texts, however busy the machine is."""
    monkeypatch.setattr(typing, "SECONDS", 60)
    monkeypatch.setattr(typing, "PAUSED_SECONDS", 60)


@pytest.fixture
def room(house: House) -> Room:
    """Texts of which the last is the newest, but one."""
    for number, date in ((4, "2014"), (5, "2022-03"), (6, "2018")):
        house.write(f"00{number}.txt", "A joint exercise, exercised jointly by Belarus.")
        house.write(f"00{number}.meta.yaml", f"date: {date}\n")
    house.write("007.txt", "Exercise, exercise, and always exercise.")
    return house.open()


def found(room: Room, query: str) -> list[str]:
    return [hit.doc for hit in typed(room, query).hits]


def test_the_last_word_may_be_only_begun(room: Room) -> None:
    for query in (
        "e",
        "ex",
        "exe",
        "exerci",
        "exercise",
        "joint exerc",
        '"joint exer',
        "{joint (ex",
    ):
        assert {"004.txt", "005.txt", "006.txt"} <= set(found(room, query)), query


def test_a_word_that_is_left_is_finished(room: Room) -> None:
    assert found(room, "exe ") == []


def test_answers_stand_newest_first_and_then_the_latest_by_number(room: Room) -> None:
    assert found(room, "exercise") == ["005.txt", "006.txt", "004.txt", "007.txt"]


def test_after_a_pause_they_stand_best_first(room: Room) -> None:
    answer = typed(room, "exerc")

    assert (answer.sort, [hit.score for hit in answer.hits]) == ("date", [0.0] * 4)
    assert ranked(room, answer).hits[0].doc == "007.txt"
    assert ranked(room, answer).query == "exerc"


def test_after_a_pause_a_word_is_a_beginning_only_where_it_finds_nothing(room: Room) -> None:
    for query in ("exercise", "(exercise OR nobody", '"exercise'):
        answer = ranked(room, typed(room, query))
        assert BEGUN not in answer.hints
        assert answer.query == query
    assert BEGUN in ranked(room, typed(room, "(exerc OR nobod")).hints


def test_a_name_may_be_only_begun(room: Room) -> None:
    assert found(room, "@mosc") == found(room, "@russia") == ["002.txt", "001.txt"]
    assert found(room, "signed @put") == ["001.txt"]


def test_what_cannot_be_read_is_left_out_and_said(room: Room) -> None:
    answer = typed(room, "exercise tile:x")

    assert answer.total == 4
    assert answer.hints == ("no field “tile”",)
    assert answer.query == "exercise tile:x"


def test_a_name_that_nobody_bears_is_said(room: Room) -> None:
    answer = typed(room, "exercise @nobody")

    assert answer.total == 4
    assert answer.hints == ("nothing is called “nobody”",)


UNFINISHED = ["", " ", *'()"@-~*/', "{{", "doc:", "date:20", "a OR", "NEAR/"]


@pytest.mark.parametrize("query", UNFINISHED)
def test_nothing_that_is_typed_is_an_error(query: str, room: Room) -> None:
    answer = typed(room, query)

    assert ranked(room, answer).total >= answer.total


def test_there_are_as_many_hits_as_wanted_and_all_are_counted(room: Room) -> None:
    answer = typed(room, "exercise", limit=2)

    assert (len(answer.hits), answer.total, answer.exact) == (2, 4, True)


def test_a_letter_or_two_mean_frequent_words_of_a_large_corpus_until_one_pauses(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        house.write(f"{number}.txt", "Quite quick." if number else "Quite quaint, quizzical.")
    room = house.open()
    assert typed(room, "qu").exact
    for name, value in {"SAMPLE": 3, "FEW": 2, "ENOUGH": 4}.items():
        monkeypatch.setattr(fitting, name, value)

    for query in ("q", "qu"):
        answer = typed(room, query)
        assert [one.forms for one in answer.expanded if one.left_out] == [("quite", "quick")]
        assert (answer.total, answer.exact) == (4, False)
    assert typed(room, "qui").exact
    assert found(room, "qua") == ["0.txt"]
    monkeypatch.setattr(fitting, "ENOUGH", 1_000)
    assert typed(room, "qu").exact
