"""Searching: light answers in an order, and their hits in full."""

from pathlib import Path

import pytest

from tests.catalog.rooms import House
from tui.catalog import searching
from tui.catalog.details import detail, details
from tui.catalog.room import Room
from tui.catalog.searching import explained, search, texts
from tui.model import QueryError
from tui.query.parse import parse


def found(room: Room, query: str, **how: object) -> list[str]:
    return [hit.doc for hit in search(room, query, **how).hits]  # type: ignore[arg-type]


def lit(room: Room, query: str) -> dict[str, list[str]]:
    """The words lit in each text that answers."""
    answer = search(room, query)
    return {
        one.doc: [room.document(one.doc).text[slice(*span)] for span in one.spans]
        for one in details(room, answer, answer.hits)
    }


def test_an_answer_counts_all_and_holds_the_first(house: House) -> None:
    answer = search(house.open(), "beijing", limit=1)

    assert (answer.total, answer.mentions_total, answer.exact) == (2, 3, True)
    assert [hit.doc for hit in answer.hits] == ["002.txt"]


def test_no_hits_are_made_if_none_are_wanted(house: House) -> None:
    answer = search(house.open(), "beijing", limit=0)

    assert (answer.hits, answer.total, answer.mentions_total) == ((), 2, 3)


def test_texts_stand_best_first_or_newest_first_or_by_path(house: House) -> None:
    for number, date in (("1", "2014-05"), ("2", "2022"), ("3", "2022"), ("4", None)):
        house.write(f"{number}.txt", "A sale.")
        if date:
            house.write(f"{number}.meta.yaml", f"date: {date}\n")
    house.write("5.txt", "A sale, a sale, and again a sale.")
    room = house.open()

    assert found(room, "sale", limit=1) == ["5.txt"]
    assert found(room, "sale", sort="path") == ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"]
    assert found(room, "sale", sort="date") == ["2.txt", "3.txt", "1.txt", "4.txt", "5.txt"]


def test_a_hit_in_full_has_its_place_its_snippet_and_its_names(house: House) -> None:
    room = house.open()
    answer = search(room, "thanked")
    one = detail(room, answer, answer.hits[0])

    assert (one.doc, one.line, one.column) == ("001.txt", 1, 58)
    assert one.snippet is not None
    assert one.snippet.text == "Putin thanked Beijing for it."
    assert [one.snippet.text[slice(*span)] for span in one.snippet.spans] == ["thanked"]
    assert one.entities[:2] == ("s-400", "russia")


def test_what_facts_alone_answer_has_no_place(house: House) -> None:
    room = house.open()
    answer = search(room, "doc:001")
    one = detail(room, answer, answer.hits[0])

    assert answer.mentions_total == 0
    assert (one.spans, one.line, one.column, one.snippet) == ((), None, None, None)


def test_a_text_that_has_changed_since_is_lit_as_it_is_now(house: House) -> None:
    room = house.open()
    house.write("002.txt", "Now Moscow, and no longer the other.")
    answer = search(room, "beijing OR moscow")
    changed = next(hit for hit in answer.hits if hit.doc == "002.txt")

    assert detail(room, answer, changed).snippet is not None
    assert lit(room, "beijing OR moscow")["002.txt"] == ["Moscow"]
    assert lit(room, "beijing OR @russia")["002.txt"] == ["Moscow"]


def test_spans_are_counted_as_they_are_lit(house: House) -> None:
    room = house.open()
    for query in (
        "the",
        "beijing",
        "be*",
        "@china",
        "@china OR beijing",
        "S-400 OR 400",
        '"Winter Olympics" OR olympics',
        "(moscow signed) OR olympics",
        "doc:001 OR beijing",
        "type:place -nobody",
    ):
        answer = search(room, query)
        assert answer.mentions_total == sum(map(len, lit(room, query).values())), query


def test_an_answer_says_what_was_asked_in_place_of_a_word(house: House) -> None:
    answer = search(house.open(), "Moscow diplomat")

    assert [one.forms for one in answer.expanded] == [("diplomat", "diplomats")]


def test_an_explanation_tells_which_clause_finds_nothing(house: House) -> None:
    room = house.open()
    explanation = explained(room, search(room, "moscow olimpics"))

    assert [clause.documents for clause in explanation.root.children] == [2, 0]
    assert "no olimpics; did you mean olympics?" in explanation.hints


def test_what_takes_too_long_is_answered_in_part_unless_one_is_patient(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "SECONDS", -1.0)
    room = house.open()

    assert (search(room, "beijing").total, search(room, "beijing").exact) == (2, True)
    assert not search(room, "{beijing}").exact
    assert search(room, "{beijing}", patient=True).total == 2


def test_time_that_a_pattern_took_is_not_there_for_positions_but_half_of_all_is(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, clock, given = house.open(), iter((0.0, 0.1, 0.0, 9.0)), list[float]()
    monkeypatch.setattr(searching, "monotonic", lambda: next(clock))
    monkeypatch.setattr(searching, "match", lambda *_, seconds: given.append(seconds))
    for _ in range(2):
        searching.matched(room, parse("beijing"), 0.6)

    assert given == [pytest.approx(0.5), pytest.approx(0.3)]


def test_texts_are_told_by_their_ids(house: House) -> None:
    assert texts(house.open(), "beijing OR reason") == {"001.txt", "002.txt", "003.txt"}


def test_a_broken_query_is_an_error(house: House) -> None:
    room = house.open()
    with pytest.raises(QueryError):
        search(room, "(beijing")
    with pytest.raises(QueryError):
        search(room, "@nobody-at-all")


def test_an_empty_folder_answers_nothing(tmp_path: Path) -> None:
    house = House(tmp_path)
    for name in ("001.txt", "002.txt", "003.txt"):
        (house.texts / name).unlink()

    assert search(house.open(), "beijing").total == 0
