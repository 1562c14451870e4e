"""What the desk asks the Catalog about entities, made ready to show: cards, records, the registry.

Slow, so called aside and never on the loop; see lookups.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from tui.model import Alias, Entity, Mention, Passage, Relation, Span
from tui.screen.drafting import numbered
from tui.screen.lines import BLANK, ELLIPSIS, Item, Line, Page, count, mention_look
from tui.screen.lookups import titled
from tui.screen.paint import Mark
from tui.screen.record import Dossier
from tui.screen.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.catalog.entities import Named
    from tui.catalog.records import Record
    from tui.catalog.room import Room

MENTIONS = 200
"""Mentions shown each in its sentence; of more the texts are listed with their numbers."""
BEFORE, AFTER = 36, 44
"""Code points shown around a mention."""
_LINE_END = re.compile(r"[\r\n]")
COMPANIONS = 30


def _registry(room: Room) -> Dossier:
    """Every entity of the registry, by type."""
    from tui.catalog.entities import listed

    items: list[Item] = []
    every = list(listed(room))
    for kind, group in groupby(every, lambda one: one.entity.type):
        items.append(Item((BLANK, Line(kind.upper(), "quiet"))))
        for one in group:
            number = f"{one.mentions:,}" if one.mentions else ""
            items.append(Item((Line(one.entity.name, most=1, tail=number),), one.entity.id))
    if not items:
        items = [Item((BLANK, Line("The registry is empty", "quiet")))]
    heading = f"Registry · {count(len(every), 'entity', 'entities')}"
    return Dossier(None, Page(heading, tuple(items)))


def card(room: Room, mention: Mention, whole: bool) -> Page:
    """The card of a name: at once what the registry says; `whole` adds what the texts do."""
    ids = [mention.entity] if mention.entity else mention.candidates
    entities = [room.registry.entities[id] for id in ids if id in room.registry.entities]
    if mention.entity is None:
        lines = Item((Line("More than one entity has this name:", "quiet"), BLANK))
        items = numbered(tuple(Item((*_who(entity), BLANK), entity.id) for entity in entities))
        return Page(f"? {mention.alias}", (lines, *items), is_open=True)
    return Page("Card", tuple(_card_item(room, entity, whole) for entity in entities))


def _card_item(room: Room, entity: Entity, whole: bool) -> Item:
    from tui.catalog.companies import beside as companions

    mentions, texts = room.view.counts(entity.id)
    lines = [*_who(entity), *_also(entity.aliases, entity.name)]
    lines.append(Line(f"{count(mentions, 'mention')} in {count(texts, 'text')}", "quiet"))
    if whole:
        beside = [companion.name for companion in companions(room, entity)[:5]]
        if beside:
            lines.append(Line(f"beside {' · '.join(beside)}", "quiet", most=2))
    return Item(tuple(lines), entity.id)


def dossier(room: Room, entity_id: str | None) -> Dossier:
    """All about an entity; without one the whole registry."""
    if entity_id is None:
        return _registry(room)
    from tui.catalog.entities import mentions, resolve
    from tui.catalog.records import record

    entity = resolve(room, entity_id)
    found = record(room, entity)
    named = list(mentions(room, entity))
    by_text = [(doc, list(group)) for doc, group in groupby(named, lambda one: one.doc)]
    walk = Walk.through(
        entity.name,
        [(doc, tuple(n.mention.span for n in group)) for doc, group in by_text],
        "mention",
    )
    items = [
        Item((BLANK, *_who(entity), BLANK)),
        Item((*_also(entity.aliases, entity.name), *_seen(found), *_ids(entity), BLANK)),
        *_relations(room, entity.relations),
        *_mentions(room, entity, found, dict(by_text)),
        *_companions(room, found),
    ]
    return Dossier(entity.id, Page(entity.name, tuple(items)), walk if walk.stops else None)


def renewed(room: Room, entity_id: str | None) -> Dossier:
    """The same as before in a room opened anew; the registry where the entity is gone."""
    return dossier(room, entity_id if entity_id in room.registry.entities else None)


def _who(entity: Entity) -> list[Line]:
    lines = [Line(entity.name, "title"), Line(f"{entity.type} · {entity.id}", "quiet")]
    if entity.description:
        lines.append(Line(entity.description))
    return lines


def _also(aliases: Sequence[Alias], name: str) -> list[Line]:
    others = [
        alias.text if alias.kind in ("name", "alias") else f"{alias.text} ({alias.kind})"
        for alias in aliases
        if alias.text != name
    ]
    return [Line(f"also {' · '.join(others)}", "quiet", most=4)] if others else []


def _seen(found: Record) -> list[Line]:
    seen = " · ".join(f"{text} {number}" for text, _, number in found.surfaces[:12])
    return [Line(f"seen as {seen}", "quiet", most=4)] if seen else []


def _ids(entity: Entity) -> list[Line]:
    ids = " · ".join(f"{scheme} {value}" for scheme, value in entity.ids.items())
    return [Line(ids, "quiet", most=2)] if ids else []


def _relations(room: Room, relations: Sequence[Relation]) -> Iterator[Item]:
    if relations:
        yield _heading("Relations")
    for relation in relations:
        other = room.registry.entities.get(relation.to)
        what = f"{relation.kind.replace('-', ' ')} "
        name = other.name if other else relation.to
        line = Line(what + name, marks=(Mark(0, len(what), "quiet"),), most=2)
        yield Item((line,), relation.to if other else None)
    if relations:
        yield Item((BLANK,))


def _mentions(
    room: Room, entity: Entity, found: Record, named: dict[str, list[Named]]
) -> Iterator[Item]:
    texts = count(len(found.documents), "text")
    yield _heading(f"{count(found.mentions, 'mention')} in {texts}")
    shown = 0
    for text in found.documents:
        document = room.document(text.doc)
        label = titled(text.label, document.facts.title or text.doc, "strong")
        about = Line(text.date or "undated", "quiet", tail=f"{text.mentions:,}")
        own = named.get(text.doc, [])
        shown += len(own)
        if shown > MENTIONS:
            first = own[0].mention.span if own else Span(0, 0)
            yield Item((*label, about, BLANK), Passage(text.doc, first))
            continue
        yield Item((*label, about))
        for one in own:
            line = _context(document.text, one.mention.span, mention_look(one.mention, entity.type))
            yield Item((line,), Passage(text.doc, one.mention.span))
        yield Item((BLANK,))


def _context(text: str, span: Span, look: str) -> Line:
    """A mention among the words around it in its line of the text."""
    line_start = max(text.rfind(end, 0, span.start) for end in "\r\n") + 1
    line_end = _LINE_END.search(text, span.end)
    stop = line_end.start() if line_end else len(text)
    first, last = max(line_start, span.start - BEFORE), min(stop, span.end + AFTER)
    if first > line_start:
        first = text.find(" ", first, span.start) + 1 or span.start
    if last < stop:
        last = max(text.rfind(" ", span.end, last), span.end)
    before, after = ELLIPSIS * (first > line_start), ELLIPSIS * (last < stop)
    shift = len(before) - first
    mark = Mark(span.start + shift, span.end + shift, look)
    return Line(f"{before}{text[first:last]}{after}", marks=(mark,), most=4, indent=1)


def _companions(room: Room, found: Record) -> Iterator[Item]:
    near = [c for c in found.companions if c.sentences]
    less = [c for c in found.companions if c.paragraphs and not c.sentences]
    for heading, group in (("In the same sentence", near), ("In the same paragraph", less)):
        if group:
            yield _heading(heading)
        for companion in group[:COMPANIONS]:
            line = Line(
                companion.name, most=1, tail=f"{companion.sentences or companion.paragraphs:,}"
            )
            known = companion.id in room.registry.entities
            yield Item((line,), companion.id if known else None)
        if group:
            yield Item((BLANK,))
    if more := len(found.companions) - len(near) - len(less):
        what = count(more, "entity", "entities")
        yield Item((Line(f"{what} only in the same texts", "quiet", most=2),))


def _heading(text: str) -> Item:
    return Item((Line(text.upper(), "quiet", most=2),))
