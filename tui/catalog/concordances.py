"""Questions about words in their context: concordances."""

from __future__ import annotations

from collections.abc import Sequence

from tui.catalog import searching
from tui.catalog.room import Room
from tui.catalog.spans import spans_of
from tui.concordance import concordance, in_order, sample
from tui.model import Line


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
