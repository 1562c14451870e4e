"""Where in a text a passage is, for people: its paragraphs and its lines, from 1."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tui.model import Span, line_starts
from tui.prose import paragraphs


@dataclass(frozen=True, slots=True)
class Locator:
    """The first and the last paragraph and line of a passage."""

    paragraphs: tuple[int, int]
    lines: tuple[int, int]

    @property
    def paragraph(self) -> str:
        """The paragraphs alone, as a citation processor reads them."""
        return _numbers("para.", "paras.", self.paragraphs)

    def __str__(self) -> str:
        return f"{self.paragraph}, {_numbers('line', 'lines', self.lines)}"


def locate(text: str, span: Span) -> Locator:
    """The locator of a passage that begins and ends with a word."""
    found = paragraphs(text)
    starts = line_starts(text)
    first = bisect_right(found, span.start, key=lambda p: p.start)
    last = bisect_left(found, span.end, key=lambda p: p.start)
    lines = bisect_right(starts, span.start), bisect_left(starts, span.end)
    return Locator((first, max(first, last)), (lines[0], max(lines)))


def _numbers(one: str, many: str, numbers: tuple[int, int]) -> str:
    first, last = numbers
    return f"{one} {first}" if first == last else f"{many} {first}–{last}"
