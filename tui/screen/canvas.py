"""What the terminal shows, cell by cell, and the least that makes it show something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tui.screen.pen import PLAIN, Pen, turn
from tui.screen.row import Row

UNKNOWN = -9
NEAR = 4
"""So many cells that are right already are sooner written again than passed over."""
LONG, LONGER = 4, 12
"""So many blank cells at the end of a row, or within it, are sooner erased than written."""
MANY = 3
"""Rows that must have moved together before they are scrolled rather than written."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a kind of terminal can do, as terminfo has it."""

    erases_in_colour: bool = True
    """What is erased takes the colour of the ground."""
    ends_singly: bool = True
    """An attribute can be ended without ending all."""
    scrolls: bool = True
    """A part of the rows can be scrolled."""
    erases_cells: bool = True
    """A number of cells can be erased, and not only the rest of a row."""
    returns: bool = False
    """A line feed also goes to the first column, as the line discipline mostly has it."""


@dataclass
class Canvas:
    """Rows as they are wanted and as the terminal shows them; what it shows may be unknown."""

    terminal: Terminal = field(default_factory=Terminal)
    width: int = 0
    height: int = 0
    pen: Pen = PLAIN
    _wanted: list[Row] = field(default_factory=list)
    _shown: list[Row] | None = None
    _at: tuple[int, int] = (UNKNOWN, UNKNOWN)
    """Row and column of the cursor, as far as terminals agree about it."""

    def resize(self, width: int, height: int) -> None:
        """Take up another size: nothing is known of what the terminal shows then."""
        if (self.width, self.height) != (width, height):
            self.width, self.height = width, height
            self._wanted = [Row.blank(width) for _ in range(height)]
            self.forget()

    def forget(self) -> None:
        """The terminal may show anything, and write in any way."""
        self._shown, self._at = None, (UNKNOWN, UNKNOWN)

    def put(self, x: int, y: int, segments: Iterable[tuple[str, Pen]]) -> None:
        """Want text from a cell on, as far as the row goes."""
        if not 0 <= y < self.height:
            return
        self._wanted[y].put(x, segments)

    def changes(self, cursor: tuple[int, int]) -> str:
        """What to send so that everything is shown as wanted, the cursor at this row and column."""
        out: list[str] = []
        if self._shown is None:
            self._begin(out)
        shown = self._shown or []
        rows = [y for y in range(self.height) if not self._wanted[y].looks_like(shown[y])]
        if len(rows) > MANY and self.terminal.scrolls:
            rows = self._scroll(rows, shown, out)
        for y in rows:
            self._write(y, self._wanted[y], shown[y], out)
            shown[y] = self._wanted[y].copy()
        if self._at != cursor:
            self._move(*cursor, out)
        return "".join(out)

    def _begin(self, out: list[str]) -> None:
        """Erase everything, in the colour that most rows end in."""
        out.append("\x1b[m")
        self.pen = PLAIN
        ends = [row.pens[-1].ground for row in self._wanted if row.pens]
        ground = max(set(ends), key=ends.count, default="")
        if not self.terminal.erases_in_colour:
            ground = ""
        self._turn(Pen(ground=ground), out)
        out.append("\x1b[2J")
        self._shown = [Row.blank(self.width, Pen(ground=ground)) for _ in range(self.height)]

    def _turn(self, pen: Pen, out: list[str]) -> None:
        out.append(turn(self.pen, pen, self.terminal.ends_singly))
        self.pen = pen

    def _lay(self, pen: Pen, out: list[str]) -> None:
        """Have blank cells look like `pen`: what cannot be seen of the pen may stay."""
        if self.pen.on_nothing != pen:
            self._turn(pen if pen.attributes else Pen(ink=self.pen.ink, ground=pen.ground), out)

    def _move(self, y: int, x: int, out: list[str]) -> None:
        here, column = self._at
        self._at = (y, x)
        if here == y and column <= x and column != UNKNOWN:
            by = x - column
            out.append("" if by == 0 else "\x1b[C" if by == 1 else f"\x1b[{by}C")
        elif x == 0 and here in (y, y - 1):
            feed = "\n" if self.terminal.returns else "\r\n"
            out.append(feed if y > here else "\r")
        else:
            line = "" if y == 0 else str(y + 1)
            out.append(f"\x1b[{line};{x + 1}H" if x else f"\x1b[{line}H")

    # Scrolling

    def _scroll(self, rows: list[int], shown: list[Row], out: list[str]) -> list[int]:
        """Scroll what has only moved; the rows that differ even then."""
        moved, by = max(
            ((self._moved(rows, by, shown), by) for by in _ways(rows[-1] - rows[0])),
            key=lambda way: len(way[0]),
            default=([], 0),
        )
        if len(moved) < MANY:
            return rows
        first, last = moved[0] + min(by, 0), moved[-1] + max(by, 0)
        self._turn(PLAIN, out)
        out.append(f"\x1b[{first + 1};{last + 1}r")
        self._at = (UNKNOWN, UNKNOWN)
        self._move(last if by > 0 else first, 0, out)
        out.append("\n" * by if by > 0 else "\x1bM" * -by)
        out.append("\x1b[r")
        self._at = (UNKNOWN, UNKNOWN)  # not every terminal takes the cursor to the first row
        new = [Row.blank(self.width) for _ in range(abs(by))]
        band = shown[first : last + 1]
        shown[first : last + 1] = [*band[by:], *new] if by > 0 else [*new, *band[:by]]
        return [y for y in range(self.height) if not self._wanted[y].looks_like(shown[y])]

    def _moved(self, rows: list[int], by: int, shown: list[Row]) -> list[int]:
        """The rows with something in them that would be right if all were scrolled `by` rows."""
        return [
            y
            for y in rows
            if rows[0] <= y + by <= rows[-1]
            and self._wanted[y].looks_like(shown[y + by])
            and not self._wanted[y].is_blank
        ]

    # Writing a row

    def _write(self, y: int, new: Row, old: Row, out: list[str]) -> None:
        end = self._end(new)
        rest = new.pens[-1]
        if not (new.is_sure and old.is_sure):
            self._move(y, 0, out)
            self._lay(Pen(ground=rest.ground), out)
            out.append("\x1b[K")  # nothing of what was there may stay beside it
            self._write_cells(y, 0, end, new, out, is_erased=True)
            return
        for start, stop in self._differing(new, old, end):
            self._move(y, start, out)
            self._write_cells(y, start, stop, new, out)
        if new.chars[end:] != old.chars[end:] or new.pens[end:] != old.pens[end:]:
            self._move(y, end, out)
            self._lay(rest, out)
            out.append("\x1b[K")

    def _end(self, row: Row) -> int:
        """The cell from which the row can be erased."""
        end = row.filled()
        if self.width - end < LONG:
            return self.width
        if row.pens[-1].ground and not self.terminal.erases_in_colour:
            return self.width
        return end

    def _differing(self, new: Row, old: Row, end: int) -> Iterator[tuple[int, int]]:
        """The stretches that differ, those near each other as one."""
        start = stop = -1
        for x in range(end):
            if new.chars[x] != old.chars[x] or new.pens[x] != old.pens[x]:
                if start >= 0 and x - stop > NEAR:
                    yield start, stop
                    start = x
                elif start < 0:
                    start = x if x > NEAR else 0
                stop = x + 1
        if start >= 0:
            yield start, stop

    def _write_cells(
        self, y: int, start: int, stop: int, row: Row, out: list[str], *, is_erased: bool = False
    ) -> None:
        x = start
        while x < stop:
            char, pen = row.chars[x], row.pens[x]
            if char == " ":
                run = row.blanks(x, stop)
                if run >= LONGER and self._erases(pen):
                    self._lay(pen, out)
                    erase = "" if is_erased and pen == row.pens[-1] else f"\x1b[{run}X"
                    out.append(f"{erase}\x1b[{run}C")
                    x += run
                    continue
                if self.pen.on_nothing != pen:
                    self._turn(row.ahead(x, stop), out)
            else:
                self._turn(pen, out)
            out.append(char)
            x += 1
        self._at = (y, stop if row.is_sure and stop < self.width else UNKNOWN)

    def _erases(self, pen: Pen) -> bool:
        """Whether an erased cell can look like this."""
        if pen.attributes or not self.terminal.erases_cells:
            return False
        return self.terminal.erases_in_colour or not pen.ground


def _ways(most: int) -> Iterator[int]:
    for by in range(1, most):
        yield by
        yield -by
