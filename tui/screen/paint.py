"""Looks laid over a text, and the segments that draw a row of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.screen.wrap import bared, drawn

Layer = tuple[int, int, Style]
"""A style from an offset to another."""


class Mark(NamedTuple):
    """A stretch of a text that has a look: the name of a style in desk.tcss."""

    start: int
    end: int
    look: str


class Marks:
    """Marks of a text, which may overlap, found by offset."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks)
        self._starts = [mark.start for mark in self._marks]
        self._reach = list(accumulate((mark.end for mark in self._marks), max))

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that share a character with `start` to `end`, in order."""
        first = bisect_right(self._reach, start)
        for mark in self._marks[first : bisect_left(self._starts, end)]:
            if mark.end > start:
                yield mark


def paint(
    text: str,
    start: int,
    end: int,
    layers: Iterable[Layer],
    base: Style,
    *,
    after: Mapping[int, Segment] = MappingProxyType({}),
) -> list[Segment]:
    """`text[start:end]` drawn in `base` with styled stretches over it, later ones on top.

    `after` has what to add after an offset.
    """
    over = [(max(a, start), min(b, end), style) for a, b, style in layers if a < end and b > start]
    cuts = sorted({start, end, *after, *(a for a, _, _ in over), *(b for _, b, _ in over)})
    row, segments = bared(text[start:end]), []
    for a, b in pairwise(cuts):
        style = sum((look for s, e, look in over if s <= a and b <= e), base)
        segments.append(Segment(drawn(row[a - start : b - start]), style))
        if b in after:
            segments.append(after[b])
    return segments
