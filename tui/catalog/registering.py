"""What a change of the registry would do: mentions gained, lost and moved, each in its sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from tui.anchors import anchor
from tui.catalog import documents
from tui.catalog.choosing import REGISTRY
from tui.catalog.room import Room
from tui.counts import count
from tui.index.touched import touched
from tui.mentions import Finder
from tui.model import Alias, Document, Entity, Mention, NotFound, Refused, Span, Unusable
from tui.prose import sentence_at
from tui.registry import Registry
from tui.registry.decisions import Decision
from tui.words import words

Kind = Literal["gained", "lost", "moved"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PREVIEWED = 500
"""Texts gone through at most to show what an edit does before it is written."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text in its sentence: `inner` is where in it; line and column from 1."""

    doc: str
    span: Span
    line: int
    column: int
    sentence: str
    inner: Span

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.sentence[slice(*self.inner)]


@dataclass(frozen=True, slots=True)
class Shift:
    """A mention that is not what it was: without `before` it is gained, without `after` lost."""

    place: Place
    before: Mention | None
    after: Mention | None

    @property
    def kind(self) -> Kind:
        """Whether the mention is gained, lost, or moved to another entity or other words."""
        if self.before is None:
            return "gained"
        return "lost" if self.after is None else "moved"

    def concerns(self, entity: str) -> bool:
        """Whether an entity wins or loses by it, if only as a candidate."""
        return any(
            mention is not None and entity in (mention.entity, *mention.candidates)
            for mention in (self.before, self.after)
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of the registry does, in the order of the texts.

    `texts` were gone through; where more are touched, `more` says how many.
    """

    shifts: tuple[Shift, ...]
    texts: int = 0
    more: int = 0

    def count(self, kind: Kind) -> int:
        """How many mentions are gained, lost or moved."""
        return sum(shift.kind == kind for shift in self.shifts)

    @property
    def said(self) -> str:
        """What changes, in numbers: `2 gained, 1 lost in 2 texts`."""
        counts = [(self.count(kind), kind) for kind in KINDS]
        said = ", ".join(f"{number:,} {kind}" for number, kind in counts if number)
        texts = len({shift.place.doc for shift in self.shifts})
        return f"{said} in {count(texts, 'text')}" if said else "no mention changes"


def file_of(room: Room) -> Path:
    """The file of the registry; Unusable if there is none."""
    if room.registry_path is None:
        raise Unusable(
            f"there is no registry beside {room.corpus.folder}",
            "readroom registry add ID NAME TYPE begins one",
        )
    return room.registry_path


def file_for(room: Room) -> Path:
    """The file of the registry; where there is none, the one that a first entity begins."""
    return room.registry_path or room.corpus.folder.absolute().parent / REGISTRY


def with_alias(registry: Registry, id: str, alias: Alias) -> Registry:
    """The registry with one more alias for an entity."""
    entity = registry.entities[id]
    longer = replace(entity, aliases=(*entity.aliases, alias))
    return replace(registry, entities={**registry.entities, id: longer})


def with_entity(registry: Registry, id: str, name: str, type: str) -> Registry:
    """The registry with one more entity."""
    entity = Entity(id, name, type, (Alias(name, "name"),))
    return replace(registry, entities={**registry.entities, id: entity})


def preview(room: Room, old: Registry, new: Registry, *, most: int | None = None) -> Change:
    """The mentions that differ between two registries.

    Only the texts with an old or a new spelling of what was changed are gone through, and of those
    at most `most`, the first by id.
    """
    view = room.view
    docs = sorted(view.record(number).id for number in touched(view, old, new))
    shown = docs[:most]
    before = None if old is room.registry else Finder(old, room.decided.entity)
    after = Finder(new, room.decided.entity)
    shifts: list[Shift] = []
    for doc in shown:
        document = room.document(doc)
        text, found = document.text, words(document.text)
        was = (
            (before.find(text, found, doc), before.concepts(text, found, doc))
            if before
            else (room.mentions(doc), room.concepts(doc))
        )
        will = after.find(text, found, doc), after.concepts(text, found, doc)
        for old_ones, new_ones in zip(was, will, strict=True):
            shifts += _shifts(document, old_ones, new_ones)
    return Change(tuple(shifts), len(shown), len(docs) - len(shown))


def protected(change: Change, entities: Collection[str]) -> tuple[Shift, ...]:
    """The shifts by which one of these entities wins or loses a mention."""
    return tuple(s for s in change.shifts if any(s.concerns(entity) for entity in entities))


def decision(
    room: Room, reference: str, line: int, column: int | None, entity: Entity
) -> tuple[Decision, Shift]:
    """The decision that the mention at a place means an entity, and what it changes.

    NotFound unless exactly one mention there is written like the entity, Refused if it means that.
    """
    doc = documents.find(room, reference)
    document = room.document(doc)
    text, found = document.text, words(document.text)
    finder = Finder(room.registry)
    may_mean = {span for id, _, span in finder.written(text, found, doc) if id == entity.id}
    there = [
        mention
        for mention in finder.find(text, found, doc)
        if _stands_at(document, mention.span, line, column)
    ]
    chosen = [mention for mention in there if mention.span in may_mean]
    if len(chosen) != 1:
        where = f"{doc}:{line}" + (f":{column}" if column else "")
        how_many = "several names" if chosen else "no name"
        raise NotFound(
            f"{how_many} at {where} may mean @{entity.id}",
            *(_described(document, mention) for mention in chosen or there),
        )
    before = next(m for m in room.mentions(doc) if m.span == chosen[0].span)
    if before.entity == entity.id:
        raise Refused(f"{text[slice(*before.span)]!r} there means @{entity.id} already")
    after = before._replace(entity=entity.id, candidates=())
    kept = anchor(text, before.span, document.sha256)
    return Decision(doc, entity.id, kept), Shift(place(document, before.span), before, after)


def _stands_at(document: Document, span: Span, line: int, column: int | None) -> bool:
    first, start = document.place(span.start)
    return first == line and (column is None or start <= column < start + span.end - span.start)


def _described(document: Document, mention: Mention) -> str:
    line, column = document.place(mention.span.start)
    meant = [mention.entity] if mention.entity else mention.candidates
    names = " or ".join(f"@{id}" for id in meant)
    return f"{document.id}:{line}:{column}  {document.text[slice(*mention.span)]}  {names}"


def _shifts(document: Document, was: Sequence[Mention], will: Sequence[Mention]) -> list[Shift]:
    """What differs between the mentions of one text, in reading order."""
    same = set(map(_key, was)) & set(map(_key, will))
    old = [m for m in was if _key(m) not in same]
    shifts = []
    for after in (m for m in will if _key(m) not in same):
        before = next((m for m in old if _overlap(m.span, after.span)), None)
        if before:
            old.remove(before)
        shifts.append(_shift(document, before, after))
    shifts += [_shift(document, before, None) for before in old]
    return sorted(shifts, key=lambda shift: shift.place.span)


def _shift(document: Document, before: Mention | None, after: Mention | None) -> Shift:
    mention = after or before
    assert mention is not None
    return Shift(place(document, mention.span), before, after)


def place(document: Document, span: Span) -> Place:
    """A stretch of a text in its sentence."""
    sentence = sentence_at(document.text, span.start)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    line, column = document.place(span.start)
    inner = Span(span.start - start, span.end - start)
    return Place(document.id, span, line, column, document.text[start:end], inner)


def _key(mention: Mention) -> tuple[Span, str | None, tuple[str, ...]]:
    """What a mention says; in which order the candidates stand is nothing."""
    return mention.span, mention.entity, tuple(sorted(mention.candidates))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
