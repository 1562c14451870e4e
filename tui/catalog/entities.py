"""Questions about entities: who is this, where are they named, which are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from tui.catalog import documents
from tui.catalog.room import Room
from tui.index import Tally
from tui.model import Entity, Mention, NotFound, QueryError


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention with its text and its place: line and column from 1."""

    doc: str
    mention: Mention
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Counted:
    """An entity in a list: its mentions, the texts that name it, and their first and last date.

    A date is YYYY, YYYY-MM or YYYY-MM-DD; None if no text that names it has one.
    """

    entity: Entity
    mentions: int
    documents: int
    first: str | None
    last: str | None


Order = Literal["type", "id", "name", "mentions", "documents", "first", "last"]
"""What a list of entities goes by: most mentions and texts first, dates from the earliest on."""
_SIGNS = dict.fromkeys(map(ord, '"“”„«»@'), " ")
ORDERS: tuple[Order, ...] = get_args(Order)


def resolve(room: Room, name: str) -> Entity:
    """The entity that `name` means: an id, else a name, else an alias; else NotFound."""
    found = room.registry.resolve(name)
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(f"{name!r} is a name of several entities", *map(_candidate, found))
    meant = map(_candidate, room.registry.meant(name))
    raise NotFound(f"no entity {name!r}", *meant, *_unregistered(room, name))


def _unregistered(room: Room, name: str) -> Iterator[str]:
    """What to say of a name that is none where the texts have its words."""
    from tui.catalog import searching

    words = name.translate(_SIGNS).strip()
    try:
        found = len(searching.texts(room, f'"{words}"')) if words else 0
    except QueryError:
        return
    if found:
        has = "text has" if found == 1 else "texts have"
        yield f"not registered, but {found:,} {has} these words: search for them"


def _candidate(entity: Entity) -> str:
    return f"{entity.id}  {entity.name} ({entity.type})"


def mentions(
    room: Room, entity: Entity | None = None, doc: str | None = None, *, concepts: bool = False
) -> Iterator[Occurrence]:
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
                yield Occurrence(name, mention, text.text[slice(*mention.span)], line, column)


def listed(
    room: Room, filtered: str = "", kind: str | None = None, order: Order = "type"
) -> list[Counted]:
    """The registry's entities of a type, with a name like `filtered`, in an order.

    Those that the texts never name are there too, behind the others where dates are gone by.
    """
    wanted = " ".join(filtered.casefold().removeprefix("@").split())
    tallies, none = room.view.tallies, Tally()
    found = []
    for entity in room.registry.entities.values():
        if (kind is None or entity.type == kind) and (not wanted or _is_like(entity, wanted)):
            tally = tallies.get(entity.id, none)
            dates = date_of(tally.first), date_of(tally.last)
            found.append(Counted(entity, tally.mentions, tally.documents, *dates))
    return sorted(found, key=_KEYS[order])


_KEYS: Mapping[Order, Callable[[Counted], tuple[Any, ...]]] = {
    "type": lambda one: (one.entity.type, one.entity.id),
    "id": lambda one: (one.entity.id,),
    "name": lambda one: (one.entity.name.casefold(), one.entity.id),
    "mentions": lambda one: (-one.mentions, -one.documents, one.entity.id),
    "documents": lambda one: (-one.documents, -one.mentions, one.entity.id),
    "first": lambda one: (one.first is None, one.first, one.entity.id),
    "last": lambda one: (one.last is None, one.last, one.entity.id),
}


def _is_like(entity: Entity, wanted: str) -> bool:
    """Whether an id, a name or an alias has `wanted` in it, whatever the case of letters."""
    return wanted in entity.id.casefold() or any(
        wanted in alias.text.casefold() for alias in entity.aliases
    )


def date_of(day: int) -> str | None:
    """A date of the index, YYYYMMDD with 0 for what is not known, as it is written."""
    year, month, dayed = day // 10_000, day // 100 % 100, day % 100
    if not year:
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{dayed:02}" if dayed else "")


def _texts_naming(room: Room, entity: Entity | None, doc: str | None) -> list[str]:
    if doc is not None:
        return [documents.find(room, doc)]
    view = room.view
    numbers = view.everything() if entity is None else view.documents("names", [entity.id])
    return sorted(map(view.id, numbers))
