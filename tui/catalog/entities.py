"""Questions about entities: who is this, where are they named, who stands beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tui.catalog import documents
from tui.catalog.room import Room
from tui.companions import Companion, companions
from tui.model import Entity, Mention, MentionKind, NotFound


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its text and its place: line and column from 1."""

    doc: str
    mention: Mention
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity in a list, with the number of its mentions and of the texts that name it."""

    entity: Entity
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class InText:
    """How often one text names an entity."""

    doc: str
    label: str
    date: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of an entity: what the registry says, and what the texts do."""

    entity: Entity
    mentions: int
    documents: tuple[InText, ...]
    companions: tuple[Companion, ...]
    surfaces: tuple[tuple[str, MentionKind, int], ...]


def resolve(room: Room, name: str) -> Entity:
    """The entity that `name` means: an id, else a name, else an alias; else NotFound."""
    found = room.registry.resolve(name)
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(f"{name!r} is a name of several entities", *map(_candidate, found))
    raise NotFound(f"no entity {name!r}", *map(_candidate, room.registry.nearest(name)))


def _candidate(entity: Entity) -> str:
    return f"{entity.id}  {entity.name} ({entity.type})"


def mentions(
    room: Room, entity: Entity | None = None, doc: str | None = None, *, concepts: bool = False
) -> Iterator[Named]:
    """Mentions in text order, of one entity or all, in one text or all.

    Concepts are left out unless `concepts` or the concept itself is asked for.
    """
    with_concepts = concepts or (entity is not None and entity.scope == "concept")
    for name, text in room.readable(_texts_naming(room, entity, doc)):
        found = room.mentions(name)
        if with_concepts:
            found = tuple(sorted((*found, *room.concepts(name)), key=lambda m: m.span))
        for mention in found:
            if entity is None or mention.entity == entity.id:
                line, column = text.place(mention.span.start)
                yield Named(name, mention, text.text[slice(*mention.span)], line, column)


def record(room: Room, entity: Entity) -> Record:
    """The record of an entity; its companions are those named in the same texts."""
    per_text: list[InText] = []
    surfaces: Counter[tuple[str, MentionKind]] = Counter()
    read = []
    for name, text in room.readable(_texts_naming(room, entity, None)):
        found = room.mentions(name)
        if entity.scope == "concept":
            found += room.concepts(name)
        own = [m for m in found if m.entity == entity.id]
        surfaces.update((" ".join(text.text[slice(*m.span)].split()), m.kind) for m in own)
        facts = text.facts
        per_text.append(InText(name, documents.label(name, facts), facts.date, len(own)))
        read.append((text.text, found))
    return Record(
        entity,
        sum(one.mentions for one in per_text),
        tuple(per_text),
        companions(entity.id, read, room.registry.entities),
        tuple((text, kind, n) for (text, kind), n in surfaces.most_common()),
    )


def listed(room: Room, filtered: str = "", kind: str | None = None) -> Iterator[Listed]:
    """The registry's entities by type, then id: those of a type, with a name like `filtered`."""
    wanted = filtered.casefold()
    entities = room.registry.entities.values()
    for entity in sorted(entities, key=lambda e: (e.type, e.id)):
        if kind is not None and entity.type != kind:
            continue
        if wanted and not any(
            wanted in text.casefold() for text in (entity.id, *(a.text for a in entity.aliases))
        ):
            continue
        count, texts = room.view.counts(entity.id)
        yield Listed(entity, count, texts)


def _texts_naming(room: Room, entity: Entity | None, doc: str | None) -> list[str]:
    if doc is not None:
        return [documents.find(room, doc)]
    view = room.view
    numbers = view.everything() if entity is None else view.documents("names", [entity.id])
    return sorted(map(view.id, numbers))
