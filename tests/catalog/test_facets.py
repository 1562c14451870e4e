"""Facets: what the texts that answer share, and query text for each of it."""

import pytest

from tests.catalog.rooms import House
from tui.catalog.facets import Facet, facets, narrowed
from tui.catalog.room import Room
from tui.catalog.searching import search


@pytest.fixture
def room(house: House) -> Room:
    """The small corpus, with dates and sources for two of its texts."""
    house.write("001.meta.yaml", "date: 2014-05\nsource: Daily Post\nlanguages: [en]\n")
    house.write("002.meta.yaml", "date: 2014\nsource: Weekly\nlanguages: [en, de]\n")
    return house.open()


def of(room: Room, query: str, kind: str) -> dict[str | None, int]:
    """The values of one kind with their counts, the most frequent first."""
    found = facets(room, search(room, query).matches)
    return {facet.value: facet.count for facet in found[kind]}  # type: ignore[index]


def test_a_document_counts_its_spans_and_all_together_all_spans(room: Room) -> None:
    counts = of(room, "beijing", "document")

    assert counts == {"002.txt": 2, "001.txt": 1}
    assert sum(counts.values()) == search(room, "beijing").mentions_total


def test_other_facets_count_texts(room: Room) -> None:
    assert of(room, "the", "source") == {"Daily Post": 1, "Weekly": 1, None: 1}
    assert of(room, "the", "date") == {"2014": 2, None: 1}
    assert of(room, "beijing", "language") == {"en": 2, "de": 1}
    assert of(room, "beijing", "type") == {"place": 2, "equipment": 1, "person": 1}
    assert of(room, "signed", "entity") == {"putin": 1, "russia": 1, "s-400": 1}
    assert of(room, "beijing", "zone") == {"body": 2}


def test_each_value_is_a_query_for_its_texts(room: Room) -> None:
    for query in ("the", "beijing", "moscow OR reason", "@russia signed"):
        for kind, values in facets(room, search(room, query).matches).items():
            for facet in values if kind != "document" else ():
                kept = search(room, narrowed(query, facet)).total
                without = search(room, narrowed(query, facet, without=True)).total
                assert kept == facet.count, (query, facet)
                assert kind == "zone" or kept + without == search(room, query).total, facet


def test_a_query_is_narrowed_as_a_whole() -> None:
    facet = Facet("ru", 1, "lang:ru")

    assert narrowed("a b", facet) == "a b lang:ru"
    assert narrowed("a OR b", facet, without=True) == "(a OR b) -lang:ru"
    assert narrowed(" ", facet) == "lang:ru"


def test_a_value_with_spaces_stands_in_quotation_marks(room: Room) -> None:
    values = facets(room, search(room, "the").matches)["source"]

    assert {facet.query for facet in values} == {
        'source:"Daily Post"',
        "source:Weekly",
        "source:none",
    }


def test_nothing_found_has_no_facets(room: Room) -> None:
    assert not any(facets(room, search(room, "nowhere").matches).values())
