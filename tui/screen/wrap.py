"""Cut lines into rows of so many cells, every row keeping its offsets; how characters are drawn."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rich.cells import cell_len

from tui.model import Span
from tui.visible import visible

TAB = "    "
_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n?|\n")
_ODD = re.compile(
    r"[^ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f\u2190-\u2193\u2400-\u2421\ufffd]"
)
"""What may be other than one cell wide, or hidden."""
_DRAWN: dict[int, str | None] = {
    ord("\t"): TAB,
    ord("\n"): " ",
    ord("\r"): " ",
    0x200D: None,  # what only changes the look of its neighbour, terminals disagree about
    **dict.fromkeys(range(0xFE00, 0xFE10), None),
    **dict.fromkeys(range(0x1F3FB, 0x1F400), None),
    **{0x1F1E6 + n: chr(ord("A") + n) for n in range(26)},  # and about flags: RU is drawn for one
}
_CLOSING = frozenset("、。，．）」』】〕〉》？！：；”’")
"""What does not open a row."""
_OPENING = frozenset("（「『【〔〈《“‘")
"""What does not end one."""
_SPACES = " \n\r"
_KEPT = "\t\n\r"


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

    def extend(self, rows: Rows) -> None:
        """Many more rows."""
        self.starts.extend(rows.starts)
        self.ends.extend(rows.ends)

    def reversed(self) -> Rows:
        """The rows from the last to the first."""
        rows = Rows()
        rows.starts, rows.ends = self.starts[::-1], self.ends[::-1]
        return rows

    def at(self, offset: int) -> int:
        """The row that holds `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)


class _Cells(dict[str, int]):
    """How many cells each character takes."""

    def __missing__(self, char: str) -> int:
        size = self[char] = cell_len(char.translate(_DRAWN))
        return size


_CELLS = _Cells()


def shown(text: str) -> str:
    """`text` as it is drawn: hidden characters as marks, tabs as spaces, all on one line."""
    return text if _ODD.search(text) is None else drawn(bared(text))


def bared(text: str) -> str:
    """`text` with its hidden characters as marks, one for one; tabs and line ends stay."""
    return visible(text, keep=_KEPT)


def drawn(text: str) -> str:
    """Bared text as it is drawn; it may be part of a row."""
    return text if _ODD.search(text) is None else _LINE_END.sub(" ", text).translate(_DRAWN)


def cells(text: str) -> int:
    """How many cells `text` takes when drawn."""
    return len(text) if _ODD.search(text) is None else cell_len(shown(text))


def wrap(text: str, width: int) -> Rows:
    """The rows of `text` at `width` cells; each of its lines begins a row."""
    rows = Rows()
    at, size = 0, len(text)
    while at <= size:
        match = _LINE.match(text, at)
        end = match.end() if match else at
        fill(rows, text, Span(at, end), width)
        at = end + (2 if text.startswith("\r\n", end) else 1)
    return rows


def fill(rows: Rows, text: str, line: Span, width: int, more: Sequence[int] = ()) -> None:
    """Add the rows of a line, in which line ends are spaces.

    For each time an offset is in `more`, one cell more is drawn after it.
    """
    if not more and _ODD.search(text, *line) is None:
        _fill_plain(rows, text, *line, width)
    else:
        _fill_any(rows, text, line, width, more)


def _fill_plain(rows: Rows, text: str, start: int, end: int, width: int) -> None:
    """Add the rows of a line whose every character is one cell wide."""
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


def _fill_any(rows: Rows, text: str, span: Span, width: int, more: Sequence[int]) -> None:
    """Add the rows of a line with wide, combining and hidden characters."""
    line = bared(text[slice(*span)])
    sizes = list(map(_CELLS.__getitem__, line))
    for offset in more:
        sizes[offset - span.start - 1] += 1
    reach = list(accumulate(sizes, initial=0))  # the cells before each character
    at, size = 0, len(line)
    while reach[size] - reach[at] > width:
        cut = _cut(line, at, bisect_right(reach, reach[at] + width) - 1)
        rows.add(span.start + at, span.start + at + len(line[at:cut].rstrip(_SPACES)))
        at = cut
        while at < size and line[at] in _SPACES:
            at += 1
    if at < size or at == 0:
        rows.add(span.start + at, span.end)


def _cut(line: str, at: int, limit: int) -> int:
    """Where the row that begins at `at` ends best, if what is before `limit` fits in it."""
    for cut in range(limit, at, -1):
        if _may_break(line[cut - 1], line[cut]):
            return cut
    cut = max(limit, at + 1)
    while cut < len(line) and _CELLS[line[cut]] == 0:
        cut += 1
    return cut


def _may_break(before: str, after: str) -> bool:
    if before in _SPACES or after in _SPACES:
        return True
    is_wide = _CELLS[before] == 2 or _CELLS[after] == 2
    return is_wide and _CELLS[after] > 0 and after not in _CLOSING and before not in _OPENING
