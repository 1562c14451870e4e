"""Chains of evidence: the shortest first, of equally long ones the strongest."""

from __future__ import annotations

import pytest

from tests.catalog.rooms import House
from tui.catalog import chains, entities
from tui.catalog.room import Room
from tui.model import Refused

TEXTS = {
    "a.txt": "Ann met Bob. Ann wrote to Bob again, and Cem was told. Bob knows Dee.\n",
    "b.txt": "Ann saw Eve. Eve paid Dee. Eve paid Dee twice. Ann and Eve left. Fay sat alone.\n",
}
NAMES = ("Ann", "Bob", "Cem", "Dee", "Eve", "Fay")


@pytest.fixture
def room(house: House) -> Room:
    for doc in ("001.txt", "002.txt", "003.txt"):
        (house.texts / doc).unlink()
    for doc, text in TEXTS.items():
        house.write(doc, text)
    entries = (f"  - {{id: {name.lower()}, name: {name}, type: person}}\n" for name in NAMES)
    house.registry.write_text("entities:\n" + "".join(entries), encoding="utf-8")
    return house.open()


def _chains(room: Room, first: str, last: str, **more: object) -> list[tuple[str, ...]]:
    ends = entities.resolve(room, first), entities.resolve(room, last)
    return [chain.entities for chain in chains.chains(room, *ends, **more)]  # type: ignore[arg-type]  # options by name


def test_the_stronger_of_two_ways_comes_first(room: Room) -> None:
    assert _chains(room, "ann", "dee") == [("ann", "eve", "dee"), ("ann", "bob", "dee")]
    assert _chains(room, "dee", "ann") == [("dee", "eve", "ann"), ("dee", "bob", "ann")]


def test_a_chain_is_as_strong_as_its_weakest_step(room: Room) -> None:
    ends = entities.resolve(room, "ann"), entities.resolve(room, "dee")
    assert [chain.weakest for chain in chains.chains(room, *ends)] == [2, 1]


def test_a_way_round_is_none_where_there_is_a_straight_one(room: Room) -> None:
    assert _chains(room, "cem", "dee") == [("cem", "bob", "dee"), ("cem", "ann", "eve", "dee")]


def test_whoever_is_to_be_left_out_is_gone_round(room: Room) -> None:
    assert _chains(room, "ann", "dee", without=["eve"]) == [("ann", "bob", "dee")]


def test_nobody_leads_to_who_stands_alone_and_no_way_is_too_long(room: Room) -> None:
    assert _chains(room, "ann", "fay") == []
    assert _chains(room, "ann", "dee", longest=1) == []


def test_there_is_no_way_from_one_to_the_same(room: Room) -> None:
    with pytest.raises(Refused, match="Ann is Ann"):
        _chains(room, "ann", "ann")


def test_a_step_has_the_sentence_that_names_the_fewest_others(room: Room) -> None:
    ends = entities.resolve(room, "ann"), entities.resolve(room, "bob")
    step = chains.chains(room, *ends)[0].steps[0]
    assert step.sentences == 2
    assert step.evidence is not None
    assert (step.evidence.doc, step.evidence.line) == ("a.txt", 1)
    assert step.evidence.text == "Ann met Bob."
    citation = chains.cited(room, step)
    assert citation is not None
    assert citation.text == "Ann met Bob."
