"""The lines of a concordance are the hits of a search."""

import pytest

from tests.catalog.rooms import House
from tui.catalog import concordances
from tui.catalog.searching import search
from tui.catalog.spans import spans_of
from tui.model import Line

MANY = "The ship met a ship. Putin saw the ships; no ship saw Putin.\n\nA ship of China.\n"


def places(lines: list[Line]) -> list[tuple[str, int, int]]:
    return [(line.passage.doc, *line.passage.span) for line in lines]


@pytest.mark.parametrize(
    "query",
    [
        "ship",
        "=ship",
        "@putin",
        '"the ship"',
        "ship NEAR/3 putin",
        "ship -putin",
        "sh*",
        "@putin ship",
    ],
)
def test_every_line_is_a_hit_and_every_hit_a_line(house: House, query: str) -> None:
    for name in ("10.txt", "11.txt", "12.txt"):
        house.write(name, MANY)
    house.write("13.txt", "Another ship.\n")
    room = house.open()
    answer = search(room, query, limit=None, sort="path")
    hits = [
        (hit.doc, *span)
        for hit in answer.hits
        for span in spans_of(room, answer.matches.tree, hit.doc)
    ]
    found = places(concordances.kwic(room, query))
    assert found == hits
    assert len(found) == answer.mentions_total


def test_a_sample_is_drawn_evenly_from_all_lines_and_then_sorted(house: House) -> None:
    for name in ("10.txt", "11.txt", "12.txt"):
        house.write(name, MANY)
    room = house.open()
    every = places(concordances.kwic(room, "ship"))
    picked = places(concordances.kwic(room, "ship", number=4))
    assert picked == [every[i * len(every) // 4] for i in range(4)]
    assert places(concordances.kwic(room, "ship", number=1000)) == every
    by_right = concordances.kwic(room, "ship", ("1R",), 4)
    assert set(places(by_right)) == set(picked)
    firsts = [line.right.split()[0] for line in by_right if line.right.split()[0].isalpha()]
    assert firsts == ["met", "saw"]


@pytest.mark.parametrize("few", [0, 1000])
def test_the_first_lines_are_made_without_the_others(
    house: House, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(concordances, "_TOGETHER", 1)
    monkeypatch.setattr(concordances, "_FEW", few)
    for name in ("10.txt", "11.txt"):
        house.write(name, MANY)
    room = house.open()
    read: list[str] = []
    document = room._document
    monkeypatch.setattr(room, "_document", lambda doc: read.append(doc) or document(doc))
    lines = concordances.lines(room, concordances.asked(room, "ship"))
    assert next(lines).passage.doc == "10.txt"
    assert read == ["10.txt"]
    assert {line.passage.doc for line in lines} == {"10.txt", "11.txt"}
