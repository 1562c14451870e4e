"""Cut a text into rows of so many cells, every row keeping its offsets."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

from tui.model import Span
from tui.visible import visible

TAB = "    "
_TAB_STOP = "\U0010fffd"
"""Stands for a tab where a tab would count as part of the character before it."""
_LINE = re.compile(r"[^\r\n]*")
_ODD = re.compile(
    r"[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f\u2190-\u2193\u2400-\u2421\ufffd]"
)
"""What may be other than one cell wide, or hidden."""
_CLOSING = frozenset("、。，．）」』】〕〉》？！：；")
"""What does not open a row."""
_LONG = 100
"""A line of more code points than this is a paragraph by itself."""


class Rows:
    """The rows of a text in order; a row is a span of it, without its line end."""

    def __init__(self) -> None:
        self.starts = array("L")
        self.ends = array("L")

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, row: int) -> Span:
        return Span(self.starts[row], self.ends[row])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)

    def add(self, start: int, end: int) -> None:
        """One more row."""
        self.starts.append(start)
        self.ends.append(end)

    def at(self, offset: int) -> int:
        """The row that holds `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)


def shown(text: str) -> str:
    """`text` as it is drawn: hidden characters as marks, tabs as spaces, all on one line."""
    if _ODD.search(text) is None:
        return text
    return visible(text, keep="\t").replace("\t", TAB)


def cells(text: str) -> int:
    """How many cells `text` takes when drawn."""
    return len(text) if _ODD.search(text) is None else cell_len(shown(text))


def wrap(text: str, width: int, *, airy: bool = False) -> Rows:
    """The rows of `text` at `width` cells.

    `airy` sets long lines apart by one empty row, however many line ends are between them.
    """
    rows = Rows()
    at, size, before = 0, len(text), 0
    while at <= size:
        match = _LINE.match(text, at)
        end = match.end() if match else at
        length = end - at
        if not airy:
            _wrap_line(text, at, end, width, rows)
        elif length:
            if before and max(length, before) > _LONG:
                rows.add(at - 1, at - 1)
            _wrap_line(text, at, end, width, rows)
        elif before:
            rows.add(at, at)
        before = length
        at = end + (2 if text.startswith("\r\n", end) else 1)
    return rows


def _wrap_line(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    if _ODD.search(text, start, end) is None:
        _wrap_narrow(text, start, end, width, rows)
    else:
        _wrap_wide(text, start, end, width, rows)


def _wrap_narrow(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    """The rows of a line whose every character is one cell wide."""
    starts, ends = rows.starts, rows.ends
    at = start
    while end - at > width:
        cut = text.rfind(" ", at, at + width + 1)
        if cut <= at:
            cut = at + width
        starts.append(at)
        ends.append(cut)
        at = cut
        while at < end and text[at] == " ":
            at += 1
    if at < end or at == start:
        starts.append(at)
        ends.append(end)


def _wrap_wide(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    """The rows of a line with wide, narrow, combining and hidden characters."""
    line = visible(text[start:end], keep="\t").replace("\t", _TAB_STOP)
    graphemes, _ = split_graphemes(line)
    row, used, gap = 0, 0, -1  # where the row begins, its cells, the last place to break it
    for first, last, size in graphemes:
        char = line[first:last]
        wide = len(TAB) if char.startswith(_TAB_STOP) else size
        if wide == 2 and first > row and char not in _CLOSING:
            gap = first
        while used + wide > width and first > row and char != " ":
            cut = gap if gap > row else first
            rows.add(start + row, start + len(line[:cut].rstrip(" ")))
            row, used = cut, cells(text[start + cut : start + first])
        if char == " ":
            gap = last
        used += wide
    rows.add(start + row, end)
