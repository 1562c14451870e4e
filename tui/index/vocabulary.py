"""The terms of several segments, each with the number of the documents that have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from heapq import merge
from itertools import groupby
from operator import itemgetter

from tui.index.schema import read, spell
from tui.index.segment import REMEMBERED, WALKS, Segment
from tui.query.engine import Field

Entry = tuple[str, int]
"""A term, and how many living documents have it."""


class Vocabulary:
    """The terms; `guarded` is entered whenever the files of the segments are read."""

    def __init__(
        self, segments: Sequence[Segment], guarded: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._segments = segments
        self._guarded = guarded
        self._walked: tuple[tuple[Field, str, Sequence[Entry]], ...] = ()

    def beginning_with(self, field: Field, prefix: str) -> Iterator[Entry]:
        """The terms of a field that begin with `prefix`, sorted."""
        for known, begun, entries in self._walked:  # one who types asks for longer and longer ones
            if known == field and prefix.startswith(begun):
                return (entry for entry in entries if entry[0].startswith(prefix))
        if not prefix:
            return self._every(field)
        counts = self._counts(field, prefix, self._segments)
        found = _entries(counts)
        if len(counts) > REMEMBERED:
            return found
        entries = tuple(found)
        self._walked = (field, prefix, entries), *self._walked[: WALKS - 1]
        return iter(entries)

    def sample(self, field: Field, prefix: str, segments: int) -> Iterator[Entry]:
        """The same, as far as the first so many segments tell: of those alone."""
        return _entries(self._counts(field, prefix, self._segments[:segments]))

    def _counts(self, field: Field, prefix: str, among: Sequence[Segment]) -> dict[bytes, int]:
        counts: dict[bytes, int] = {}
        with self._guarded():
            for segment in among:
                for term, count in segment.counts(field, spell(prefix)):
                    counts[term] = counts.get(term, 0) + count
        return counts

    def _every(self, field: Field) -> Iterator[Entry]:
        """All terms, looked up as they are gone through, so that one may stop early."""
        with self._guarded():
            walks = (segment.counts(field, b"") for segment in self._segments)
            for term, entries in groupby(merge(*walks), itemgetter(0)):
                if count := sum(count for _, count in entries):
                    yield read(term), count


def _entries(counts: dict[bytes, int]) -> Iterator[Entry]:
    return ((read(term), counts[term]) for term in sorted(counts) if counts[term])
