"""Questions about entities by lines: who is this, where is it named, who stands beside it."""

from __future__ import annotations

from dataclasses import replace

from tui.catalog import citing, companies, concordances, entities, records
from tui.catalog.house import HouseStyle
from tui.catalog.room import Room
from tui.citation import render
from tui.counts import count
from tui.model import STYLES, NotFound, Passage, Refused, Style
from tui.plain import reading
from tui.plain.standing import Reply, Standing, Trail, listed


def who(room: Room, standing: Standing, name: str) -> Reply:
    """The record of an entity: what the registry says, then what the texts do."""
    record = records.record(room, entities.resolve(room, _asked(name, "who is what?")))
    entity = record.entity
    lines = [f"{entity.name}, {entity.type}"]
    if entity.description:
        lines.append(entity.description)
    if others := [alias.text for alias in entity.aliases[1:]]:
        lines.append(f"also: {', '.join(others)}")
    lines += [f"{kind}: {value}" for kind, value in entity.ids.items()]
    lines += [f"{r.kind} {_name(room, r.to)}" for r in entity.relations]
    if not record.documents:
        return Reply(standing, (*lines, "not named in these texts"))
    texts = count(len(record.documents), "text")
    lines.append(f"{count(record.mentions, 'mention')} in {texts}")
    return Reply(standing, tuple(lines))


def mentions(room: Room, standing: Standing, name: str) -> Reply:
    """Where an entity is named, each in its sentence; next and previous go through them."""
    entity = entities.resolve(room, _asked(name, "mentions of what?"))
    found = [Passage(named.doc, named.mention.span) for named in entities.mentions(room, entity)]
    if not found:
        raise NotFound(f"{entity.name} is not named in these texts")
    texts = count(len({passage.doc for passage in found}), "text")
    trail = Trail(f"mentions of {entity.name}", "mention", found)
    reply = reading.go(room, replace(standing, trail=trail), found[0])
    return replace(reply, lines=(f"{count(len(found), 'mention')} in {texts}", *reply.lines))


def companions(room: Room, standing: Standing, name: str) -> Reply:
    """Who is named beside an entity, in the same sentences, paragraphs and texts."""
    entity = entities.resolve(room, _asked(name, "companions of what?"))
    found = companies.beside(room, entity)
    if not found:
        raise NotFound(f"nobody is named beside {entity.name}")
    lines = [
        f"{one.name}: {count(one.sentences, 'sentence')}, {count(one.paragraphs, 'paragraph')}, "
        f"{count(one.documents, 'text')}"
        for one in found
    ]
    return listed(standing, lines, f"{count(len(found), 'companion')} of {entity.name}")


def together(room: Room, standing: Standing, names: str) -> Reply:
    """The sentences that name several entities; commas stand between the names."""
    named = [name.strip() for name in names.split(",") if name.strip()]
    if len(named) < 2:
        raise Refused("together wants two names or more, with commas between them")
    found = companies.together(room, [entities.resolve(room, name) for name in named])
    if not found.documents:
        raise NotFound("nowhere named together")
    said = (
        f"{count(len(found.sentences), 'sentence')}, {count(found.paragraphs, 'paragraph')}, "
        f"{count(found.documents, 'text')}"
    )
    passages = [Passage(one.doc, one.span) for one in found.sentences]
    if not passages:
        return Reply(standing, (said,))
    trail = Trail(f"{' and '.join(named)} together", "sentence", passages)
    reply = reading.go(room, replace(standing, trail=trail), passages[0])
    return replace(reply, lines=(said, *reply.lines))


def known(room: Room, standing: Standing, what: str) -> Reply:
    """The entities of the registry, or those with a name like some letters."""
    lines = [
        f"{one.entity.name}, {one.entity.type}: {count(one.mentions, 'mention')}"
        for one in entities.listed(room, what)
    ]
    if not lines:
        raise NotFound("no such entity")
    return listed(standing, lines, count(len(lines), "entity", "entities"))


def kwic(room: Room, standing: Standing, query: str) -> Reply:
    """Every passage that answers a query with a few words around it."""
    found = concordances.kwic(room, _asked(query, "kwic of what?"))
    if not found:
        raise NotFound("nothing found")
    trail = Trail(query, "hit", [line.passage for line in found])
    lines = [" ".join((one.left[-40:] + one.node + one.right[:40]).split()) for one in found]
    return listed(replace(standing, trail=trail), lines, count(len(lines), "line"))


def cite(room: Room, standing: Standing, what: str) -> Reply:
    """The citation of what was said last, in a style: markdown by default.

    With `nd` it is cited even without an author or a date.
    """
    if standing.here is None:
        raise Refused("no text is open; open DOC or search first")
    named = [word for word in what.split() if word != "nd"]
    chosen: list[Style] = [style for style in STYLES if style in named]
    if len(named) > len(chosen):
        raise Refused(f"no style {' '.join(named)}; there are {', '.join(STYLES)}")
    document = room.document(standing.here.doc)
    span = reading.whole_sentences(document, standing.here.span)
    house = HouseStyle(next(iter(chosen), "markdown"), nd="nd" in what.split())
    rendered = render(citing.passage(room, document.id, span, house), house.style)
    return Reply(standing, tuple(line for line in rendered.splitlines() if line.strip()))


def _asked(what: str, otherwise: str) -> str:
    if not what:
        raise Refused(otherwise)
    return what


def _name(room: Room, id: str) -> str:
    entity = room.registry.entities.get(id)
    return entity.name if entity else id
