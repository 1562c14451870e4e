"""Facets: what the texts that answer share, and query text for each of it."""

import pytest

from tests.catalog.rooms import House
from tui.catalog.facets import Facet, facets, narrowed, narrowing
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
                whole = search(room, query)
                kept = search(room, narrowed(query, [narrowing(facet) or ""]))
                without = search(room, narrowed(query, [narrowing(facet, without=True) or ""]))
                assert kept.total == facet.count, (query, facet)
                assert kept.mentions_total <= whole.mentions_total, (query, facet)
                assert kind == "zone" or kept.total + without.total == whole.total, facet


def test_a_query_is_narrowed_as_a_whole() -> None:
    parts = ["lang:ru", "-date:2014"]

    assert narrowed("a b", parts) == "lang:ru -date:2014 a b"
    assert narrowed("a OR b", parts) == "lang:ru -date:2014 (a OR b)"
    assert narrowed("a OR b", parts, unfinished=True) == "lang:ru -date:2014 (a OR b"
    assert narrowed(" ", parts) == "lang:ru -date:2014"
    assert narrowed("a OR b", []) == "a OR b"


def test_a_facet_narrows_without_lighting_anything() -> None:
    assert narrowing(Facet("ru", 1, "lang:ru")) == "lang:ru"
    assert narrowing(Facet("ru", 1, "lang:ru"), without=True) == "-lang:ru"
    assert narrowing(Facet("russia", 1, "@russia")) == "--@russia"
    assert narrowing(Facet("place", 1, "type:place"), without=True) == "-type:place"
    assert narrowing(Facet('"', 1, None)) is None


def test_a_value_with_spaces_stands_in_quotation_marks(room: Room) -> None:
    values = facets(room, search(room, "the").matches)["source"]

    assert {facet.query for facet in values} == {
        'source:"Daily Post"',
        "source:Weekly",
        "source:none",
    }


def test_nothing_found_has_no_facets(room: Room) -> None:
    assert not any(facets(room, search(room, "nowhere").matches).values())
