"""Questions about the network of entities: who is in it, and what links them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from tui.catalog import companies
from tui.catalog.room import Room
from tui.model import Entity
from tui.network import Edge, Network, Node

MOST = 30


def network(
    room: Room,
    entities: Sequence[Entity] = (),
    *,
    most: int = MOST,
    least: int = 1,
    kind: str | None = None,
    only: bool = False,
) -> Network:
    """The network of `entities` and those most often beside them; of nobody, of the most named.

    At most `most` in all, beside `entities` those of type `kind`, with `only` nobody. An edge has
    `least` sentences or a relation of the registry; who has none is left out, but `entities` stay.
    """
    asked = tuple(dict.fromkeys(entity.id for entity in entities))
    ids = asked if only else _chosen(room, entities, most, kind)
    edges = _edges(room, ids, least)
    linked = {id for edge in edges for id in (edge.first, edge.second)}
    kept = [id for id in ids if id in linked or id in asked]
    return Network(tuple(_node(room, id) for id in kept), edges)


def _chosen(room: Room, entities: Sequence[Entity], most: int, kind: str | None) -> tuple[str, ...]:
    if not entities:
        return tuple(entity.id for entity in companies.most_named(room, most, kind))
    known, sentences = room.registry.entities, Counter[str]()
    for entity in entities:
        for one in companies.beside(room, entity):
            if one.sentences and one.id in known and kind in (None, known[one.id].type):
                sentences[one.id] += one.sentences
    near = sorted(sentences, key=lambda id: (-sentences[id], id))
    return tuple(dict.fromkeys([*(entity.id for entity in entities), *near]))[: max(most, 1)]


def _edges(room: Room, ids: Sequence[str], least: int) -> tuple[Edge, ...]:
    wanted = frozenset(ids)
    stated: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for id in ids:
        entity = room.registry.entities.get(id)
        for relation in entity.relations if entity else ():
            if relation.to in wanted and relation.to != id:
                stated[min(id, relation.to), max(id, relation.to)].append(relation.kind)
    return tuple(
        Edge(pair.first, pair.second, pair.shared, pair.log_likelihood, kinds)
        for pair in companies.pairs(room, ids)
        for kinds in [tuple(stated.get((pair.first, pair.second), ()))]
        if pair.shared >= max(least, 1) or kinds
    )


def _node(room: Room, id: str) -> Node:
    entity = room.registry.entities.get(id)
    tally = room.view.tallies.get(id)
    times, texts = (tally.mentions, tally.documents) if tally else (0, 0)
    return Node(id, entity.name if entity else id, entity.type if entity else "", times, texts)
