"""Where a phrase stands in one document: word by word, or its words near to one another."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from typing import Protocol

from tui.query.engine import Extent, Field
from tui.query.tree import Chosen, Listed, Run


class Positions(Protocol):
    """One document, from its text or from the index."""

    def extents(self, field: Field, terms: Sequence[str]) -> Sequence[Extent]:
        """Where any of the terms stands: ascending, each extent once."""

    def holds(self, leaf: Chosen | Listed) -> bool:
        """Whether the document is among those that the leaf chooses."""


def phrase(run: Run, document: Positions) -> list[Extent]:
    """Where a phrase stands in a whole document."""
    if run.within is not None:
        return _windows(run, run.length + run.within - 1, document)
    starts: set[int] | None = None
    for part in run.parts:
        here = {
            first - part.offset
            for first, last in document.extents(part.word.field, part.word.terms)
            if last - first + 1 == part.width
        }
        starts = here if starts is None else starts & here
        if not starts:
            return []
    return [(start, start + run.length - 1) for start in sorted(starts or ())]


def _windows(run: Run, longest: int, document: Positions) -> list[Extent]:
    """The smallest stretches, at most `longest` positions, that hold every part.

    From right to left it finds for each beginning the nearest end.
    """
    needed: dict[tuple[str, ...], int] = {}
    for part in run.parts:
        needed[part.word.terms] = needed.get(part.word.terms, 0) + 1
    ends: dict[tuple[str, ...], list[int]] = {terms: [] for terms in needed}
    occurrences = sorted(
        (
            (first, last, terms)
            for terms in needed
            for first, last in document.extents("words", terms)
        ),
        reverse=True,
    )
    nearest: dict[int, int] = {}
    for first, last, terms in occurrences:
        insort(ends[terms], last)
        del ends[terms][needed[terms] :]
        if all(len(ends[each]) == number for each, number in needed.items()):
            nearest[first] = max(each[-1] for each in ends.values())
    windows: list[Extent] = []
    for first, last in nearest.items():  # from right to left: a window ends no later than the last
        if last - first < longest and (not windows or last < windows[-1][1]):
            windows.append((first, last))
    return windows[::-1]
