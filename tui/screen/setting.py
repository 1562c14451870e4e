"""How a text is set in rows: what is joined, folded, set apart, and what is left as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.model import Span
from tui.screen.wrap import Rows, fill

CHUNK = 1 << 14
"""About how many code points are set at a time."""
_LONG = 100
"""A line of more code points than this is a paragraph by itself."""
_FULL = 45
"""A line that was broken for its width alone has so many code points at least."""
_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
_LAID_OUT = re.compile(r"[ \t]*[|+>]| {3}|\t|\S {3,}\S")
"""A line whose spaces mean something: of a table, of code, of a quoted mail."""
_ITEM = re.compile(r"[ \t]*(?:[-*•–—#]+|\(?(?:\d{1,3}|[a-zа-я])[.)])[ \t]")


@dataclass(frozen=True, eq=False)
class Setting:
    """A text in rows of `width` cells, set chunk by chunk; each row is the same however it is cut.

    With `joins` the lines of hard-wrapped paragraphs flow together again, but not those of lists
    and tables. Each of `folds` is one row. For each time an offset is in `more`, one cell more is
    drawn after it.
    """

    text: str
    width: int
    joins: bool = False
    folds: Sequence[Span] = ()
    more: Sequence[int] = ()

    @property
    def chunks(self) -> int:
        """How many chunks there are."""
        return max(1, -(-len(self.text) // CHUNK))

    def start(self, chunk: int) -> int:
        """Where a chunk begins: after a line end if there is one near, else after a space."""
        at, size = chunk * CHUNK, len(self.text)
        if at <= 0 or at >= size:
            return max(0, min(at, size))
        for pattern in (_BLANK_LINE, _LINE_END) if self.joins else (_LINE_END,):
            if match := pattern.search(self.text, at - 1, at + CHUNK - 2):
                return match.end()
        return self.text.find(" ", at, at + CHUNK - 1) + 1 or at

    def chunk_of(self, offset: int) -> int:
        """The chunk in which an offset is."""
        chunk = max(0, min(offset // CHUNK, self.chunks - 1))
        return max(0, chunk - (self.start(chunk) > offset))

    def fold(self, offset: int) -> Span | None:
        """The fold in which an offset is."""
        i = bisect_right(self.folds, offset, key=lambda fold: fold.start) - 1
        return self.folds[i] if i >= 0 and offset < self.folds[i].end else None

    def rows(self, chunk: int) -> Rows:
        """The rows of a chunk. A long line is set apart by one empty row, as blank lines are."""
        start, end = self.start(chunk), self.start(chunk + 1)
        rows, before = Rows(), self._length_before(start)
        if chunk == 0 and (not self.text or self.text.isspace()):
            rows.add(0, 0)  # a text has a row at least
        for unit in self._units(start, end):
            length = unit.end - unit.start
            is_fold = bool(length) and self.fold(unit.start) == unit
            is_apart = is_fold or (not self.joins and max(length, before) > _LONG)
            if length and before > 0 and is_apart:
                rows.add(unit.start - 1, unit.start - 1)
            if is_fold or (before and not length):
                rows.add(*unit)
            elif length:
                fill(rows, self.text, unit, self.width, self._more(unit))
            before = length
        return rows

    def _more(self, unit: Span) -> Sequence[int]:
        return self.more[bisect_right(self.more, unit.start) : bisect_right(self.more, unit.end)]

    def _length_before(self, start: int) -> int:
        """The length of the line before a chunk, at most a little over `_LONG`; -1 in mid-line."""
        if start == 0:
            return 0
        if self.text[start - 1] not in "\r\n":
            return -1
        end = start - 1 - self.text.startswith("\r\n", start - 2)
        near = max(0, end - _LONG - 1)
        last = max(self.text.rfind("\n", near, end), self.text.rfind("\r", near, end))
        return end - max(near, last + 1)

    def _units(self, start: int, end: int) -> Iterator[Span]:
        """What is set as one line: lines, lines that flow together, folds; blank lines are empty.

        Those that begin in a chunk; what is left of the line after a fold counts as one.
        """
        at = start
        first = bisect_right(self.folds, start, key=lambda fold: fold.end)
        for fold in self.folds[first:]:
            if fold.start >= end:
                break
            yield from self._paragraphs(at, max(at, fold.start))
            if fold.start >= start:
                yield fold
            at = fold.end
        yield from self._paragraphs(at, end)

    def _paragraphs(self, start: int, end: int) -> Iterator[Span]:
        if not self.joins:
            yield from self._lines(start, end)
            return
        block: list[Span] = []
        for line in self._lines(start, end):
            if line.start < line.end:
                block.append(line)
                continue
            yield from self._joined(block)
            yield line
            block.clear()
        yield from self._joined(block)

    def _lines(self, start: int, end: int) -> Iterator[Span]:
        at = start
        while at < end:
            match = _LINE.match(self.text, at, end)
            stop = match.end() if match else at
            yield Span(at, at if self.text[at:stop].isspace() else stop)
            at = stop + (2 if self.text.startswith("\r\n", stop) else 1)

    def _joined(self, block: list[Span]) -> Iterator[Span]:
        """The lines of a block, each joined with the next where only the width broke them."""
        width = max((line.end - line.start for line in block), default=0)
        start = 0
        for number, line in enumerate(block, 1):
            if number == len(block) or not self._flows(line, block[number], width):
                yield Span(block[start].start, line.end)
                start = number

    def _flows(self, line: Span, following: Span, width: int) -> bool:
        """Whether the next word would not have fitted in a line of a block of this width."""
        one, other = self.text[slice(*line)].rstrip(), self.text[slice(*following)]
        if len(one) < _FULL or _LAID_OUT.search(one) or _LAID_OUT.search(other):
            return False
        if _ITEM.match(other) or other[0] in " \t":
            return False
        return len(one) + 1 + len(other.split(None, 1)[0]) > width
