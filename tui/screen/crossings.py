"""Pages on several entities: what they share, who is beside whom, and all of that as a table."""

from __future__ import annotations

from itertools import groupby, islice
from math import sqrt
from string import ascii_lowercase
from typing import TYPE_CHECKING

from tui import charts
from tui.counts import count
from tui.model import Entity, Passage, Span
from tui.screen.lines import BLANK, Item, Line, Page, mention_look
from tui.screen.lookups import titled
from tui.screen.paint import Mark
from tui.screen.portrait import companion, heading, stated
from tui.screen.record import Dossier
from tui.screen.sentence import around, has
from tui.screen.topic import Topic
from tui.screen.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.catalog.companies import Shared
    from tui.catalog.room import Room

CELLS = 12
"""Entities of a table: more would not stand in a pane."""
NAME = 14
TESTED = "G² above 10.8: chance would do that once in 1,000 times"


def together(room: Room, topic: Topic) -> Dossier:
    """The sentences that name all of some entities, and what the registry states of two."""
    from tui.catalog.companies import shared_sentences

    entities = [room.registry.entities[id] for id in topic.ids]
    words = topic.wanted.casefold().split()
    found = (
        one for one in shared_sentences(room, frozenset(topic.ids)) if has(words, one.text, one.doc)
    )
    sentences = list(islice(found, topic.most + 1))
    shown = sentences[: topic.most]
    names = " + ".join(dict.fromkeys(entity.name for entity in entities))
    items = [
        Item((BLANK,)),
        *(_link(entity) for entity in entities),
        Item((BLANK,)),
        *_relations(room, entities),
        *_sentences(room, shown, frozenset(topic.ids), len(sentences) > len(shown)),
    ]
    by_text = [
        (doc, tuple(one.span for one in group))
        for doc, group in groupby(shown, lambda one: one.doc)
    ]
    walk = Walk.through(names, by_text, "sentence")
    page = Page(names, tuple(items))
    return Dossier(topic, page, walk if walk.stops else None, more=len(sentences) > len(shown))


def _link(entity: Entity) -> Item:
    return Item((Line(entity.name, "title", most=1, tail=entity.type),), entity.id)


def _relations(room: Room, entities: Sequence[Entity]) -> Iterator[Item]:
    """What the registry states of two of them, with the passages that bear it out."""
    ids = {entity.id for entity in entities}
    for entity in entities:
        for relation in entity.relations:
            if relation.to not in ids:
                continue
            other = room.registry.entities[relation.to]
            kind = relation.kind.replace("-", " ")
            lines = [Line(f"{entity.name} {kind} {other.name}", "label", most=2)]
            passage = None
            if relation.evidence:
                passage, line = _evidence(room, relation.evidence)
                lines += [Line(f"evidence: {relation.evidence}", "quiet", indent=1, most=3), line]
            yield Item((*lines, BLANK), passage)


def _evidence(room: Room, query: str) -> tuple[Passage | None, Line]:
    """The first passage that answers the query of a relation; or that there is none."""
    from tui.catalog.details import details
    from tui.catalog.searching import search
    from tui.model import QueryError

    try:
        answer = search(room, query, limit=1)
    except QueryError as error:
        return None, Line(f"not understood: {error.message}", "label", indent=1, most=2)
    for hit in details(room, answer, answer.hits):
        for span in hit.spans[:1]:
            mark = Mark(*span, "hit")
            return Passage(hit.doc, span), around(room.document(hit.doc).text, span, [mark])
    return None, Line("no passage answers it", "label", indent=1)


def _sentences(
    room: Room, shown: Sequence[Shared], ids: frozenset[str], more: bool
) -> Iterator[Item]:
    from tui.catalog import documents

    if not shown:
        yield Item((Line("No sentence names them together", "quiet", most=2),))
        return
    least = "at least " if more else ""
    yield heading(f"{least}{count(len(shown), 'shared sentence')}")
    known = room.registry.entities
    for doc, group in groupby(shown, lambda one: one.doc):
        document = room.document(doc)
        facts = document.facts
        label = documents.label(doc, facts)
        about = " · ".join(filter(None, (facts.date or "undated", facts.source)))
        yield Item((*titled(label, facts.title or doc, "strong"), Line(about, "quiet", most=1)))
        marks = [
            Mark(*mention.span, mention_look(mention, known[mention.entity].type))
            for mention in (*room.mentions(doc), *room.concepts(doc))
            if mention.entity in ids and mention.entity in known
        ]
        for one in group:
            yield Item((_whole(document.text, one.span, marks),), Passage(doc, one.span))
        yield Item((BLANK,))


def _whole(text: str, span: Span, marks: Sequence[Mark]) -> Line:
    inside = tuple(
        Mark(mark.start - span.start, mark.end - span.start, mark.look)
        for mark in marks
        if span.start <= mark.start and mark.end <= span.end
    )
    return Line(text[slice(*span)], marks=inside, most=12, indent=1)


def companions(room: Room, topic: Topic) -> Dossier:
    """Everybody beside an entity: by sentences, or by strength."""
    from tui.catalog.entities import resolve
    from tui.catalog.records import record

    found = record(room, resolve(room, topic.ids[0]))
    words = topic.wanted.casefold().split()
    beside = [one for one in found.companions if has(words, one.name, one.id)]
    if topic.going_by == "strength":
        beside.sort(key=lambda one: (one.log_likelihood is None, -(one.log_likelihood or 0)))
    title = f"Beside {found.entity.name} · {count(len(beside), 'entity', 'entities')}"
    items = [
        Item((Line(found.entity.name, "title", most=1),), found.entity.id),
        Item((BLANK,)),
        *stated(room, found, words),
        heading("Seen in the texts"),
        Item((Line(found.untested or TESTED, "quiet"),)),
        *(companion(found, one) for one in beside[: topic.most]),
    ]
    return Dossier(topic, Page(title, tuple(items)), more=len(beside) > topic.most)


def matrix(room: Room, topic: Topic) -> Dossier:
    """Who is named in one sentence with whom, in shades: an entity with those beside it, or all."""
    from tui.catalog import companies

    known = room.registry.entities
    ids = list(topic.ids)
    if len(ids) == 1:
        ids += [one.id for one in companies.beside(room, known[ids[0]]) if one.id in known]
    wanted = [known[id] for id in ids[:CELLS]] or companies.most_named(room, CELLS)
    found = companies.matrix(room, wanted)
    shared = {n for i, row in enumerate(found.rows) for j, n in enumerate(row) if i != j}
    most = max(shared, default=0)
    letters = ascii_lowercase[: len(wanted)]
    head = " " * (NAME + 2) + "".join(f" {letter}" for letter in letters)
    items = [Item((BLANK, Line(head, "quiet", most=1)))]
    for letter, entity, row in zip(letters, wanted, found.rows, strict=True):
        cells = "".join(
            " ·" if at == letter else 2 * charts.shade(sqrt(value), sqrt(most))
            for at, value in zip(letters, row, strict=True)
        )
        name = entity.name if len(entity.name) <= NAME else f"{entity.name[: NAME - 1]}…"
        line = Line(f"{name:<{NAME}} {letter}{cells}".rstrip(), most=1)
        items.append(Item((line,), entity.id))
    what = f"Shared sentences: {_key(shared - {0}, most)}"
    items.append(Item((BLANK, Line(what, "quiet"))))
    return Dossier(topic, Page("Matrix", tuple(items)))


def _key(shared: set[int], most: int) -> str:
    """What each shade stands for."""
    shades: dict[str, list[int]] = {}
    for number in sorted(shared):
        shades.setdefault(charts.shade(sqrt(number), sqrt(most)), []).append(number)
    ranges = ((shade, sorted({seen[0], seen[-1]})) for shade, seen in shades.items())
    return " · ".join(f"{shade} {'–'.join(map(str, ends))}" for shade, ends in ranges) or "none"
