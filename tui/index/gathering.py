"""Posting lists of several terms gathered from a segment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from tui.index.postings import Postings
from tui.index.schema import spell
from tui.index.segment import Segment
from tui.query.capitals import bare
from tui.query.engine import Extent, Field
from tui.words import width


def lists(segment: Segment, field: Field, terms: Sequence[str]) -> Iterator[Postings]:
    """The posting list of each of the terms that the segment has."""
    for term in dict.fromkeys(terms):
        postings = segment.postings(field, spell(term))
        if postings:
            yield postings


def collect(
    found: dict[int, list[Extent]],
    base: int,
    postings: Postings,
    wanted: AbstractSet[int],
    word: str | None,
) -> None:
    """Add to `found` where a term stands in the wanted documents; `word` is None for a name."""
    more = width(bare(word)) - 1 if word is not None else 0
    for row in postings.rows_of(wanted):
        doc, numbers = base + postings.docs[row], postings.numbers_of(row)
        extents: list[Extent] = (
            list(zip(numbers[0::2], numbers[1::2], strict=True))
            if word is None
            else [(number, number + more) for number in numbers]
        )
        before = found.get(doc)
        if before is None:
            found[doc] = extents
        else:
            before += extents
