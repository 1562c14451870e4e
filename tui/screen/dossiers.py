"""What the desk asks the Catalog about entities, made ready to show: cards and pages.

Slow, so called aside and never on the loop; see lookups.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tui.counts import count
from tui.model import Alias, Entity, Mention
from tui.screen.lines import BLANK, Item, Line, Page
from tui.screen.record import Dossier
from tui.screen.topic import REGISTRY, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.catalog.entities import Counted
    from tui.catalog.room import Room


def dossier(room: Room, topic: Topic) -> Dossier:
    """The page on a topic."""
    from tui.screen import crossings, portrait

    match topic.kind:
        case "registry":
            return _registry(room, topic)
        case "entity":
            return portrait.portrait(room, topic)
        case "companions":
            return crossings.companions(room, topic)
        case "together":
            return crossings.together(room, topic)
        case "matrix":
            return crossings.matrix(room, topic)


def renewed(room: Room, topic: Topic) -> Dossier:
    """The same as before in a room opened anew; the registry where an entity is gone."""
    is_there = all(id in room.registry.entities for id in topic.ids)
    return dossier(room, topic if is_there else REGISTRY)


def _registry(room: Room, topic: Topic) -> Dossier:
    """Every entity of the registry, or those with a name like what is wanted."""
    from tui.catalog.entities import ORDERS, listed

    order = next(order for order in ORDERS if order == topic.going_by)
    every = listed(room, topic.wanted, order=order)
    items = list(_by_type(every) if order == "type" else (_listed(one, order) for one in every))
    if not items:
        nothing = "Nobody is called so" if topic.wanted else "The registry is empty"
        items = [Item((BLANK, Line(nothing, "quiet")))]
    by = "" if order == "type" else f" by {order}"
    heading = f"Registry{by} · {count(len(every), 'entity', 'entities')}"
    return Dossier(topic, Page(heading, tuple(items)))


def _by_type(every: Sequence[Counted]) -> Iterator[Item]:
    for kind, group in groupby(every, lambda one: one.entity.type):
        yield Item((BLANK, Line(kind.upper(), "quiet")))
        for one in group:
            yield _listed(one, "type")


def _listed(one: Counted, order: str) -> Item:
    if not one.mentions:
        return Item((Line(one.entity.name, "quiet", most=1, tail="never named"),), one.entity.id)
    tail = {
        "documents": count(one.documents, "text"),
        "first": one.first or "undated",
        "last": one.last or "undated",
    }.get(order, f"{one.mentions:,}")
    return Item((Line(one.entity.name, most=1, tail=tail),), one.entity.id)


def card(room: Room, mention: Mention, whole: bool) -> Page:
    """The card of a name: at once what the registry says; `whole` adds what the texts do."""
    ids = [mention.entity] if mention.entity else mention.candidates
    entities = [room.registry.entities[id] for id in ids if id in room.registry.entities]
    if mention.entity is None:
        lines = Item((Line("More than one entity has this name:", "quiet"), BLANK))
        from tui.screen.drafting import numbered

        items = numbered(tuple(Item((*who(entity), BLANK), entity.id) for entity in entities))
        return Page(f"? {mention.alias}", (lines, *items), is_open=True)
    return Page("Card", tuple(_card_item(room, entity, whole) for entity in entities))


def _card_item(room: Room, entity: Entity, whole: bool) -> Item:
    from tui.catalog.companies import beside

    mentions, texts = room.view.counts(entity.id)
    lines = [*who(entity), *_also(entity.aliases, entity.name)]
    lines.append(Line(f"{count(mentions, 'mention')} in {count(texts, 'text')}", "quiet"))
    if whole:
        names = [companion.name for companion in beside(room, entity)[:5]]
        if names:
            lines.append(Line(f"beside {' · '.join(names)}", "quiet", most=2))
    return Item(tuple(lines), entity.id)


def who(entity: Entity) -> list[Line]:
    """The name of an entity, its type and id, its description."""
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
