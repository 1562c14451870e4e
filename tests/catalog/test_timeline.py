"""The dates that texts give, in order."""

import pytest

from tests.catalog.rooms import House
from tui.catalog import readings, timeline
from tui.catalog.about import about

OLYMPICS = "The Winter Olympics opened in Beijing on 4 February 2022. Putin came.\n"
LATER = "In 2021 Putin waited.\n\nThe S-400 was sold in 2014. The Winter Olympics opened in 2021.\n"


def values(house: House, query: str | None, **within: str) -> list[str]:
    room = house.open()
    given = timeline.timeline(room, about(room, query, **within))  # type: ignore[arg-type]  # named in the tests
    return [f"{one.doc} {one.dated.value}" for one in given]


def test_dates_come_earliest_first_and_those_of_no_year_last(house: House) -> None:
    house.write("004.txt", OLYMPICS)
    house.write("005.txt", LATER)
    assert values(house, None) == [
        "005.txt 2014",
        "005.txt 2021",
        "005.txt 2021",
        "004.txt 2022-02-04",
        "001.txt XXXX-06",
    ]


def test_a_query_leaves_the_dates_of_its_sentences(house: House) -> None:
    house.write("005.txt", LATER)
    assert values(house, "@s-400") == ["005.txt 2014"]
    assert values(house, "@s-400 doc:005", within="paragraph") == ["005.txt 2014", "005.txt 2021"]
    assert values(house, "@s-400", within="text") == [
        "005.txt 2014",
        "005.txt 2021",
        "005.txt 2021",
        "001.txt XXXX-06",
    ]


def test_a_query_of_facts_alone_leaves_all_dates_of_its_texts(house: House) -> None:
    house.write("005.txt", LATER)
    assert values(house, "doc:005") == ["005.txt 2014", "005.txt 2021", "005.txt 2021"]


def test_behind_a_date_stand_its_sentence_and_who_is_named_there_nearest_first(
    house: House,
) -> None:
    house.write("004.txt", OLYMPICS)
    room = house.open()
    ((_, behind),) = timeline.details(room, timeline.timeline(room, about(room, "doc:004")))
    assert behind.line == 1
    assert behind.written == "4 February 2022"
    assert behind.text == "The Winter Olympics opened in Beijing on 4 February 2022."
    assert behind.entities == ()  # Beijing is a name of two


def test_dates_of_one_event_stand_side_by_side_and_disagree_without_a_day_in_common(
    house: House,
) -> None:
    house.write("004.txt", OLYMPICS)
    house.write("005.txt", LATER)
    house.write("006.txt", "The Winter Olympics of 2022 were cold.\n")
    room = house.open()
    moments = timeline.by_text(timeline.timeline(room, about(room, '"Winter Olympics"')))
    assert [
        (m.dated.value, [(one.doc, times) for one, times in m.givers], m.others) for m in moments
    ] == [
        ("2021", [("005.txt", 1)], ("006.txt", "004.txt")),
        ("2022", [("006.txt", 1)], ("005.txt",)),
        ("2022-02-04", [("004.txt", 1)], ("005.txt",)),
    ]


def test_years_between_the_first_and_the_last_are_counted_though_empty(house: House) -> None:
    house.write("005.txt", "In 2014, in June 2014 and in 2016; not in the 1990s.\n")
    room = house.open()
    assert timeline.years(timeline.timeline(room, about(room, "doc:005"))) == {
        2014: 2,
        2015: 0,
        2016: 1,
    }


def test_what_was_read_is_kept_and_a_changed_text_is_read_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "FEW", 0)
    house.write("004.txt", OLYMPICS)
    first = values(house, None)
    monkeypatch.setattr(readings, "read_in", None)  # nothing may be read again
    assert values(house, None) == first
    monkeypatch.undo()
    monkeypatch.setattr(readings, "FEW", 0)
    house.write("004.txt", "In 1999 nothing was.\n")
    assert values(house, None) == ["004.txt 1999", "001.txt XXXX-06"]


def test_what_another_program_wrote_there_is_read_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "FEW", 0)
    first = values(house, None)
    room = house.open()
    assert room.home is not None
    (kept,) = room.home.glob("dates-*.json")
    for garbage in ("", "[]", '{"index": 1, "texts": {"001.txt": ["x", [[1]]]}}'):
        kept.write_text(garbage)
        assert values(house, None) == first


def test_of_a_text_that_is_as_it_was_indexed_no_date_is_looked_for_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = house.open()
    given = timeline.timeline(room, about(room, "doc:001"))
    assert room.indexed("001.txt") == 0  # a number that is no less one than others

    monkeypatch.setattr(readings, "read_in", None)

    assert [behind.doc for _, behind in timeline.details(room, given)] == ["001.txt"]
