"""What a list of dates or figures is about: what answers a query, or the whole corpus."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar, get_args

from tui.catalog import searching
from tui.catalog.room import Room
from tui.catalog.spans import spans_of
from tui.model import Document, Span
from tui.prose import paragraphs, sentences
from tui.query.matching import Matches

Within = Literal["sentence", "paragraph", "text"]
WITHINS: tuple[Within, ...] = get_args(Within)


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


T = TypeVar("T", bound=Placed)


@dataclass(frozen=True)
class About:
    """The texts that a list is drawn from, by path; without a query all of them, and all of each.

    `within`: how near to the words that answer something must stand to be listed.
    """

    query: str | None
    docs: tuple[str, ...]
    within: Within
    matches: Matches | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of each text is looked at, wherever the words stand in it."""
        return self.matches is None or self.within == "text"


def about(room: Room, query: str | None, within: Within = "sentence") -> About:
    """What a query, such as "@china", asks a list to be about; QueryError if it cannot be read."""
    if not query or not query.strip():
        return About(None, tuple(sorted(map(room.view.id, room.view.everything()))), within)
    answer = searching.search(room, query, limit=None, sort="path", patient=True)
    return About(query, tuple(hit.doc for hit in answer.hits), within, answer.matches)


def stretches(room: Room, of: About, document: Document) -> Sequence[Span]:
    """The stretches of a text that a list is about, ascending."""
    whole = Span(0, len(document.text))
    if of.matches is None or of.within == "text":
        return (whole,)
    number = room.view.number(document.id)
    indexed = of.matches.spans([number]).get(number, ()) if number is not None else None
    found = spans_of(room, of.matches.tree, document.id, indexed)
    if not found:  # facts alone answer: all of the text does
        return (whole,)
    return tuple(_around(document.text, found, of.within))


def inside(room: Room, of: About, doc: str, here: Sequence[T]) -> Iterator[T]:
    """Those of some dates or figures of a text that stand in the stretches a list is about."""
    if not here or of.is_whole:
        yield from here
        return
    for _, document in room.readable([doc]):
        around = stretches(room, of, document)
        starts = [stretch.start for stretch in around]
        for one in here:
            at = bisect_right(starts, one.span.start) - 1
            if at >= 0 and one.span.start < around[at].end:
                yield one


def _around(text: str, spans: Sequence[Span], within: Within) -> Iterator[Span]:
    """The sentences or paragraphs in which spans begin, each once."""
    blocks = paragraphs(text)
    starts = [block.start for block in blocks]
    last = -1
    for span in spans:
        at = max(0, bisect_right(starts, span.start) - 1)
        units = [blocks[at]] if within == "paragraph" else sentences(text, blocks[at])
        for unit in units:
            if unit.start <= span.start < unit.end and unit.start > last:
                last = unit.start
                yield unit
