"""What is counted of every entity in one walk through the names of the index."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.index.postings import Postings
from tui.index.schema import read
from tui.index.segment import Segment
from tui.query.engine import NO_ENTITY, STRONG


class Tally(NamedTuple):
    """How often an entity is named, in how many documents, from which date to which.

    Dates are YYYYMMDD, with 0 for what is not known of one, and 0 if no document has any.
    """

    mentions: int = 0
    documents: int = 0
    first: int = 0
    last: int = 0

    def with_more(self, other: Tally) -> Tally:
        """Of these documents and others together."""
        return Tally(
            self.mentions + other.mentions,
            self.documents + other.documents,
            min(filter(None, (self.first, other.first)), default=0),
            max(self.last, other.last),
        )


def tallied(based: Iterable[tuple[int, Segment]], dates: Sequence[int]) -> Mapping[str, Tally]:
    """The tally of each entity that is named; segments come with the documents before them."""
    found: dict[str, Tally] = {}
    for base, segment in based:
        for term, listed in segment.walk("names"):
            id = read(term)
            if id[0] in NO_ENTITY or id[-1] == STRONG:
                continue
            tally = _tally(segment.list_at(listed), segment.deleted, dates, base)
            if tally.documents:
                found[id] = found[id].with_more(tally) if id in found else tally
    return found


def _tally(postings: Postings, deleted: frozenset[int], dates: Sequence[int], base: int) -> Tally:
    docs: Collection[int] = postings.docs
    times = postings.count()
    if deleted:
        times -= sum(map(postings.count, postings.rows_of(deleted)))
        docs = [doc for doc in docs if doc not in deleted]
    known = [day for doc in docs if (day := dates[base + doc])]
    return Tally(times // 2, len(docs), min(known, default=0), max(known, default=0))
