"""Questions about words in their context: concordances, and who is named together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.catalog import searching
from tui.catalog.room import Room
from tui.catalog.spans import spans_of
from tui.companions import named_in
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
    numbers = {hit.doc: hit.number for hit in answer.hits}
    for doc, document in room.readable(numbers):
        dates[doc] = document.facts.date
        spans = spans_of(room, tree, doc, positions.get(numbers[doc], ()))
        lines += concordance(doc, document.text, spans)
    ordered = in_order(lines, keys, dates)
    return ordered if number is None else sample(ordered, number)


def together(room: Room, entities: Sequence[Entity]) -> Together:
    """Where all of `entities` are named in one sentence, paragraph and text, in text order."""
    wanted = {entity.id for entity in entities}
    view = room.view
    numbers = frozenset.intersection(*(frozenset(view.documents("names", [id])) for id in wanted))
    shared: list[Shared] = []
    in_paragraphs = 0
    for doc in sorted(map(view.id, numbers)):
        document = room.document(doc)
        text, mentions = document.text, (*room.mentions(doc), *room.concepts(doc))
        named = named_in(mentions, paragraphs(text)).values()
        in_paragraphs += sum(wanted <= ids for ids in named)
        every = sentences(text, Span(0, len(text)))
        for at, ids in sorted(named_in(mentions, every).items()):
            if wanted <= ids:
                span = every[at]
                line, _ = document.place(span.start)
                shared.append(Shared(doc, span, line, text[slice(*span)]))
    return Together(tuple(sorted(wanted)), tuple(shared), in_paragraphs, len(numbers))
