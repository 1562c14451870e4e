"""Questions about words in their context: concordances.

A common word has more lines than anybody reads. In text order they come one after another, each
made when it is asked for, and a sample is drawn by counting, so only its own texts are read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, islice

from tui.catalog import searching
from tui.catalog.room import Room
from tui.catalog.searching import Answer, Hit
from tui.catalog.spans import spans_of
from tui.concordance import concordance, in_order, sample
from tui.model import Document, Line, Span

_TOGETHER = 64
"""Texts of which positions are asked for at a time."""
_FEW = 1_000
"""Texts that are put in order before the first of them is shown."""


def kwic(room: Room, query: str, keys: Sequence[str] = (), number: int | None = None) -> list[Line]:
    """A line for each span that answers a query, by `keys`; of many a spread sample of `number`."""
    answer = asked(room, query)
    if number is None:
        return ordered(room, list(lines(room, answer)), keys)
    return ordered(room, spread(room, answer, number), keys)


def asked(room: Room, query: str) -> Answer:
    """What answers a query, its texts not yet in order; QueryError if it cannot be read."""
    return searching.search(room, query, limit=0, sort="path", patient=True)


def lines(room: Room, answer: Answer) -> Iterator[Line]:
    """A line for each span, in text order, each made when it is asked for."""
    for document, spans in lit(room, answer, _one_by_one(room, answer)):
        yield from concordance(document.id, document.text, spans)


def spread(room: Room, answer: Answer, number: int) -> list[Line]:
    """`number` lines in text order, evenly spread over all there are; the same on every run."""
    texts = by_path(room, answer)
    counts = [answer.matches.frequencies.get(hit.number, 0) for hit in texts]
    ends = list(accumulate(counts))
    total = ends[-1] if ends else 0
    if number >= total:
        return list(lines(room, answer))
    wanted: dict[str, set[int]] = {}
    hits: list[Hit] = []
    for at in sample(range(total), number):
        row = bisect_right(ends, at)
        hit = texts[row]
        if hit.doc not in wanted:
            hits.append(hit)
        wanted.setdefault(hit.doc, set()).add(at - ends[row] + counts[row])
    return [
        line
        for document, spans in lit(room, answer, hits)
        for line in concordance(document.id, document.text, _those(spans, wanted[document.id]))
    ]


def ordered(room: Room, found: Sequence[Line], keys: Sequence[str]) -> list[Line]:
    """The lines by `keys`, then in text order."""
    dates: dict[str, str | None] = {}
    if "date" in keys:
        for doc in {line.passage.doc for line in found}:
            number = room.view.number(doc)
            dates[doc] = None if number is None else room.view.record(number).facts.date
    return in_order(found, keys, dates)


def by_path(room: Room, answer: Answer) -> list[Hit]:
    """All the texts that answer, by path."""
    found = (Hit(room.view.id(number), number) for number in answer.matches.docs)
    return sorted(found, key=lambda hit: hit.doc)


def _one_by_one(room: Room, answer: Answer) -> Iterator[Hit]:
    """The texts that answer, by path; of a common word the first ones without all the others."""
    if len(answer.matches.docs) <= _FEW:
        yield from by_path(room, answer)
        return
    for doc in sorted(room.view.generation.stamps):
        number = room.view.number(doc)
        if number is not None and number in answer.matches.docs:
            yield Hit(doc, number)


def lit(
    room: Room, answer: Answer, hits: Iterable[Hit]
) -> Iterator[tuple[Document, tuple[Span, ...]]]:
    """Texts with the spans that answer in them."""
    rest = iter(hits)
    while together := list(islice(rest, _TOGETHER)):
        positions = answer.matches.spans([hit.number for hit in together])
        numbers = {hit.doc: hit.number for hit in together}
        for doc, document in room.readable(numbers):
            yield (
                document,
                spans_of(room, answer.matches.tree, doc, positions.get(numbers[doc], ())),
            )


def _those(spans: Sequence[Span], places: Collection[int]) -> list[Span]:
    return [span for place, span in enumerate(spans) if place in places]
