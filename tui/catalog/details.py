"""A hit in full, made when it is shown: its spans, its snippet, and what is known of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.catalog.documents import label
from tui.catalog.room import Room
from tui.catalog.searching import Answer, Hit
from tui.catalog.snippets import Snippet, best_snippet
from tui.catalog.spans import spans_of
from tui.model import Span

_TOGETHER = 64
"""Hits whose positions are asked for at a time."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text that answers, ready to show; line and column are those of its first span."""

    doc: str
    label: str
    title: str | None
    date: str | None
    score: float
    spans: tuple[Span, ...]
    line: int | None
    column: int | None
    snippet: Snippet | None
    entities: tuple[str, ...]


def detail(room: Room, answer: Answer, hit: Hit) -> Found:
    """One hit in full; Unreadable if its text has gone."""
    positions = answer.matches.spans([hit.number]).get(hit.number, ())
    return _found(room, hit, spans_of(room, answer.matches.tree, hit.doc, positions))


def details(room: Room, answer: Answer, hits: Sequence[Hit]) -> Iterator[Found]:
    """Hits in full, in their order, each made when it is asked for."""
    tree = answer.matches.tree
    for at in range(0, len(hits), _TOGETHER):
        together = hits[at : at + _TOGETHER]
        positions = answer.matches.spans([hit.number for hit in together])
        hits_by_doc = {hit.doc: hit for hit in together}
        for doc, _ in room.readable(hits_by_doc):
            hit = hits_by_doc[doc]
            yield _found(room, hit, spans_of(room, tree, doc, positions.get(hit.number, ())))


def _found(room: Room, hit: Hit, lit: tuple[Span, ...]) -> Found:
    document = room.document(hit.doc)
    facts = document.facts
    line, column = document.place(lit[0].start) if lit else (None, None)
    named = Counter(m.entity for m in room.mentions(hit.doc) if m.entity)
    return Found(
        hit.doc,
        label(hit.doc, facts),
        facts.title,
        facts.date,
        hit.score,
        lit,
        line,
        column,
        best_snippet(document, lit),
        tuple(id for id, _ in named.most_common()),
    )
