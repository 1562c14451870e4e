"""The network of entities: who is in it, and what links them."""

from __future__ import annotations

from tests.catalog.rooms import House
from tui.catalog import entities, networks


def test_the_most_named_and_their_shared_sentences_are_a_network(house: House) -> None:
    house.write("004.txt", "Putin left Moscow. Putin saw Moscow again. Moscow met China.\n")
    found = networks.network(house.open())
    assert {node.id: (node.mentions, node.documents) for node in found.nodes} == {
        "russia": (6, 3), "putin": (3, 2), "china": (1, 1),
    }  # fmt: skip
    assert [(e.first, e.second, e.sentences) for e in found.edges] == [
        ("putin", "russia", 2),
        ("china", "russia", 1),
    ]


def test_of_somebody_it_is_those_beside_and_of_nobody_else(house: House) -> None:
    house.write("004.txt", "Putin left Moscow. Putin saw Moscow again. Moscow met China.\n")
    room = house.open()
    putin = entities.resolve(room, "putin")
    assert {node.id for node in networks.network(room, [putin]).nodes} == {"putin", "russia"}
    alone = networks.network(room, [putin], only=True)
    assert ([node.id for node in alone.nodes], alone.edges) == (["putin"], ())
    assert [e.sentences for e in networks.network(room, least=2).edges] == [2]


def test_what_the_registry_states_is_an_edge_though_no_sentence_shows_it(house: House) -> None:
    with house.registry.open("a") as file:
        file.write(
            "  - id: kremlin\n    name: Kremlin\n    type: place\n"
            "    relations: [{kind: seat-of, to: russia}]\n"
        )
    room = house.open()
    asked = [entities.resolve(room, name) for name in ("kremlin", "russia")]
    (edge,) = networks.network(room, asked, only=True).edges
    assert (edge.first, edge.second, edge.sentences, edge.stated) == (
        "kremlin", "russia", 0, ("seat-of",)
    )  # fmt: skip
