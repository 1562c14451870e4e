"""Where the places of a text are after it was changed."""

from __future__ import annotations

import re

from tui.model import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_WORDS = 80
"""Code points by which a place in a changed stretch is known again."""
_LINES = 50
"""Lines further on that are tried when those of the place itself are gone."""


class Shift:
    """From an old text to a new one: what stands before all changes, or behind them, moves along.

    Between the first change and the last a place goes where its words are, else to the next words
    that are still there.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._head = _common(old, new, min(len(old), len(new)))
        left = min(len(old), len(new)) - self._head
        self._tail = _common(old, new, left, is_end=True)

    @property
    def is_none(self) -> bool:
        """Whether nothing was changed."""
        return self._head == len(self._old) == len(self._new)

    def __call__(self, offset: int) -> int:
        """Where a place is now."""
        if offset < self._head:
            return offset
        end, new_end = len(self._old) - self._tail, len(self._new) - self._tail
        at = offset
        for _ in range(_LINES):
            if at >= end:
                break
            line = _LINE.match(self._old, at, end)
            words = self._old[at : min(line.end() if line else end, at + _WORDS)].rstrip()
            found = self._nearest(words, at, new_end) if words else None
            if found is not None:
                between = self._old[offset:at]
                return found - len(between) * self._new[:found].endswith(between)
            at = max(at + 1, line.end() if line else end)
        return max(at, end) + len(self._new) - len(self._old)

    def span(self, span: Span) -> Span:
        """Where a stretch is now."""
        start, size = self(span.start), span.end - span.start
        if self._new[start : start + size] == self._old[slice(*span)]:
            return Span(start, start + size)
        return Span(start, max(start, self(span.end)))

    def _nearest(self, words: str, at: int, end: int) -> int | None:
        """The place of some words in the changed stretch that is nearest to where they were."""
        near = max(self._head, min(at, end))
        after = self._new.find(words, near, end)
        before = self._new.rfind(words, self._head, near + len(words) - 1)
        found = [place for place in (before, after) if place >= 0]
        return min(found, key=lambda place: abs(place - near), default=None)


def _common(one: str, other: str, most: int, *, is_end: bool = False) -> int:
    """How many code points two texts have in common at their beginnings, or at their ends."""
    low, high = 0, most
    while low < high:  # halves are compared at the speed of memory
        middle = (low + high + 1) // 2
        if is_end:
            is_equal = (
                one[len(one) - middle : len(one) - low]
                == (other[len(other) - middle : len(other) - low])
            )
        else:
            is_equal = one[low:middle] == other[low:middle]
        low, high = (middle, high) if is_equal else (low, middle - 1)
    return low
