"""Questions about words in their context: concordances, and who is named together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.catalog import searching
from tui.catalog.room import Room
from tui.catalog.spans import spans_of
from tui.concordance import concordance, in_order, sample
from tui.model import Entity, Line, Span
from tui.prose import paragraphs, sentences


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


def kwic(room: Room, query: str, keys: Sequence[str] = (), number: int | None = None) -> list[Line]:
    """A line for each span that answers a query, by `keys`; of many a spread sample of `number`."""
    lines: list[Line] = []
    dates: dict[str, str | None] = {}
    answer = searching.search(room, query, limit=None, sort="path")
    tree, positions = answer.matches.tree, answer.matches.spans(answer.matches.docs)
    for hit in answer.hits:
        document = room.document(hit.doc)
        dates[hit.doc] = document.facts.date
        spans = spans_of(room, tree, hit.doc, positions.get(hit.number, ()))
        lines += concordance(hit.doc, document.text, spans)
    ordered = in_order(lines, keys, dates)
    return ordered if number is None else sample(ordered, number)


def together(room: Room, entities: Sequence[Entity]) -> Together:
    """Where all of `entities` are named in one sentence, paragraph and text, in text order."""
    ids = sorted({entity.id for entity in entities})
    view = room.view
    numbers = frozenset.intersection(*(frozenset(view.documents("names", [id])) for id in ids))
    shared: list[Shared] = []
    in_paragraphs = 0
    for doc in sorted(view.record(number).id for number in numbers):
        document = room.document(doc)
        named = [
            (m.span.start, m.entity)
            for m in (*room.mentions(doc), *room.concepts(doc))
            if m.entity in ids
        ]
        for paragraph in paragraphs(document.text):
            if not _names_all(named, paragraph, ids):
                continue
            in_paragraphs += 1
            for span in sentences(document.text, paragraph):
                if _names_all(named, span, ids):
                    line, _ = document.place(span.start)
                    shared.append(Shared(doc, span, line, document.text[slice(*span)]))
    return Together(tuple(ids), tuple(shared), in_paragraphs, len(numbers))


def _names_all(named: Sequence[tuple[int, str | None]], span: Span, ids: Sequence[str]) -> bool:
    return {id for at, id in named if span.start <= at < span.end}.issuperset(ids)
