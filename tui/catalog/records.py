"""The record of an entity: what the registry says of it, and what the texts do.

All of it is counted from the index, without reading a text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tui.catalog import companies, documents
from tui.catalog.room import Room
from tui.companions import Companion
from tui.model import Alias, AliasKind, Entity, MentionKind, Relation

FEW = 12
"""So many texts may be named one by one where they do not name an entity."""


@dataclass(frozen=True, slots=True)
class InText:
    """How often one text names an entity."""

    doc: str
    label: str
    date: str | None
    source: str | None
    mentions: int


@dataclass(frozen=True, slots=True)
class InYear:
    """How often the texts of a year name an entity, and how many do; None: of no known date."""

    year: str | None
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation of the registry, and in how many sentences the two are named together."""

    source: str
    kind: str
    to: str
    evidence: str | None
    sentences: int


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of an entity.

    `surfaces` is how the texts write its name, the most frequent first; `absent` are the texts
    that never name it, None if they are too many to be told. `stated` has the relations of the
    entity and then those that others have to it.
    """

    entity: Entity
    mentions: int
    documents: tuple[InText, ...]
    years: tuple[InYear, ...]
    surfaces: tuple[tuple[str, MentionKind, int], ...]
    absent: tuple[InText, ...] | None
    stated: tuple[Stated, ...]
    companions: tuple[Companion, ...]

    def kinds_with(self, id: str) -> tuple[str, ...]:
        """What the registry states between this entity and another, in either direction."""
        own = self.entity.id
        return tuple(one.kind for one in self.stated if id in (one.source, one.to) and id != own)

    @property
    def untested(self) -> str | None:
        """Why there is no test of any companion; None if there is one of some."""
        notes = {one.note for one in self.companions}
        return notes.pop() if len(notes) == 1 else None

    def unseen(self, kind: AliasKind) -> tuple[Alias, ...]:
        """The aliases of a kind that the texts never write, whatever the case of letters."""
        seen = {text.casefold() for text, of, _ in self.surfaces if of == kind}
        return tuple(
            alias
            for alias in self.entity.aliases
            if alias.kind == kind and alias.text.casefold() not in seen
        )


def record(room: Room, entity: Entity) -> Record:
    """The record of an entity; its companions are those named in the same texts."""
    view = room.view
    numbers = view.documents("names", [entity.id])
    times = view.frequencies("names", [entity.id], numbers)
    in_texts = sorted((_in_text(room, number, times[number]) for number in numbers), key=_doc)
    surfaces: Counter[tuple[str, MentionKind]] = Counter()
    for written in view.surfaces(numbers):
        for text, kind, count in written.get(entity.id, ()):
            surfaces[text, kind] += count
    others = view.everything() - numbers
    found = companies.beside(room, entity)
    return Record(
        entity,
        sum(times.values()),
        tuple(in_texts),
        tuple(_years(in_texts)),
        tuple((text, kind, count) for (text, kind), count in surfaces.most_common()),
        tuple(sorted((_in_text(room, number, 0) for number in others), key=_doc))
        if len(others) <= FEW
        else None,
        tuple(_stated(room, entity, found)),
        found,
    )


def _in_text(room: Room, number: int, times: int) -> InText:
    kept = room.view.record(number)
    facts = kept.facts
    return InText(kept.id, documents.label(kept.id, facts), facts.date, facts.source, times)


def _doc(one: InText) -> str:
    return one.doc


def _years(in_texts: list[InText]) -> Iterator[InYear]:
    """From the first year to the last, those between in which nobody is named too."""
    mentions: Counter[int | None] = Counter()
    texts: Counter[int | None] = Counter()
    for one in in_texts:
        year = int(one.date[:4]) if one.date else None
        mentions[year] += one.mentions
        texts[year] += 1
    dated = [year for year in texts if year is not None]
    for year in range(min(dated), max(dated) + 1) if dated else ():
        yield InYear(f"{year:04}", mentions[year], texts[year])
    if texts[None]:
        yield InYear(None, mentions[None], texts[None])


def _stated(room: Room, entity: Entity, found: tuple[Companion, ...]) -> Iterator[Stated]:
    """What the registry states of an entity, and what it states of others towards it."""
    sentences = {one.id: one.sentences for one in found}

    def stated(source: str, relation: Relation) -> Stated:
        other = relation.to if source == entity.id else source
        beside = sentences.get(other, 0)
        return Stated(source, relation.kind, relation.to, relation.evidence, beside)

    yield from (stated(entity.id, relation) for relation in entity.relations)
    for other in room.registry.relating(entity.id):
        if other.id != entity.id:
            yield from (stated(other.id, r) for r in other.relations if r.to == entity.id)
