"""Questions about company: who is named beside whom, where, and how that differs from chance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from tui.catalog.room import Room
from tui.companions import Companion, Level, all_in, companions, shared, strength
from tui.company import named_in
from tui.model import Document, Entity, Mention, Span
from tui.prose import sentences


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence that names all of some entities; its line counts from 1."""

    doc: str
    span: Span
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Together:
    """Where entities are named together: the sentences, and how many paragraphs and texts."""

    entities: tuple[str, ...]
    sentences: tuple[Shared, ...]
    paragraphs: int
    documents: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities in the same units; the test is of sentences alone."""

    first: str
    second: str
    shared: int
    log_likelihood: float | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Entities by entities: in how many units both are named, and by itself each one."""

    entities: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]


def beside(room: Room, entity: Entity) -> tuple[Companion, ...]:
    """The companions of an entity, those of most sentences first; of a concept concepts too."""
    docs = room.view.documents("names", [entity.id])
    found = companions(entity.id, room.view.companies(docs), room.registry.entities, room.census)
    if entity.scope == "concept":
        return found
    return tuple(one for one in found if not _is_concept(room, one.id))


def together(room: Room, entities: Sequence[Entity]) -> Together:
    """Where all of `entities` are named in one sentence, paragraph and text, in text order."""
    wanted = frozenset(entity.id for entity in entities)
    docs = naming_all(room, wanted)
    _, paragraphs = all_in(room.view.companies(docs), wanted)
    found = tuple(one for doc in docs for one in _shared_in(room, doc, wanted))
    return Together(tuple(sorted(wanted)), found, paragraphs, len(docs))


def naming_all(room: Room, wanted: frozenset[str]) -> list[int]:
    """The numbers of the texts that name all of `wanted`, by their ids."""
    view = room.view
    docs = frozenset.intersection(*(frozenset(view.documents("names", [id])) for id in wanted))
    return sorted(docs, key=view.id)


def shared_sentences(room: Room, wanted: frozenset[str]) -> Iterator[Shared]:
    """The sentences that name all of `wanted`, in text order, each text read when it is come to."""
    for doc in naming_all(room, wanted):
        yield from _shared_in(room, doc, wanted)


def _shared_in(room: Room, number: int, wanted: frozenset[str]) -> Iterator[Shared]:
    doc = room.view.id(number)
    for _, document in room.readable([doc]):
        mentions = (*room.mentions(doc), *room.concepts(doc))
        for span in sentences_with(document, mentions, wanted):
            line, _ = document.place(span.start)
            yield Shared(doc, span, line, document.text[slice(*span)])


def sentences_with(
    document: Document, mentions: Iterable[Mention], wanted: frozenset[str]
) -> Iterator[Span]:
    """The sentences of a text that name all of `wanted`."""
    every = sentences(document.text, Span(0, len(document.text)))
    for at, ids in sorted(named_in(mentions, every).items()):
        if wanted <= ids:
            yield every[at]


def pairs(room: Room, ids: Iterable[str] | None = None) -> Iterator[Pair]:
    """Each two entities named in a sentence, or each two of `ids`, those of most sentences first.

    Of two that were asked for nothing is left out, though they share no sentence.
    """
    wanted = None if ids is None else frozenset(ids)
    found = dict(room.sentence_pairs)
    if wanted is not None:
        both = combinations(sorted(wanted), 2)
        found = {pair: found.get(pair, 0) for pair in both}
    for (first, second), count in sorted(found.items(), key=lambda one: (-one[1], one[0])):
        if wanted is None and (_is_concept(room, first) or _is_concept(room, second)):
            continue
        yield Pair(first, second, count, *strength(count, first, second, room.census))


def matrix(room: Room, entities: Sequence[Entity], level: Level = "sentences") -> Matrix:
    """In how many units each two of `entities` are named; on the diagonal each by itself."""
    ids = tuple(dict.fromkeys(entity.id for entity in entities))
    docs = room.view.documents("names", ids)
    of_two = shared(room.view.companies(docs), level, frozenset(ids))
    rows = tuple(tuple(of_two[min(row, column), max(row, column)] for column in ids) for row in ids)
    return Matrix(ids, rows)


def most_named(room: Room, number: int, kind: str | None = None) -> list[Entity]:
    """The entities, or those of a type, that are named most often; concepts left out."""
    tallies = room.view.tallies
    named = sorted(tallies, key=lambda id: (-tallies[id].mentions, id))
    known = (room.registry.entities[id] for id in named if id in room.registry.entities)
    wanted = (e for e in known if e.scope != "concept" and (kind is None or e.type == kind))
    return list(islice(wanted, number))


def _is_concept(room: Room, id: str) -> bool:
    entity = room.registry.entities.get(id)
    return entity is not None and entity.scope == "concept"
