"""A terminal of glass: it understands what a driver sends, and its cells can be looked at."""

from __future__ import annotations

import re

from rich.cells import cell_len

from tui.screen.pen import OFF, PLAIN, Pen, pen_of

_PIECE = re.compile(r"\x1b\[([?\d;]*)([A-Za-z])|\x1b([M=>])|([\r\n])|([^\x1b\r\n]+)")
Cell = tuple[str, Pen]
BLANK: Cell = (" ", PLAIN)


def after(pen: Pen, codes: str) -> Pen:
    """The pen after `ESC [ codes m`."""
    numbers = re.findall(r"[34]8;(?:5;\d+|2;\d+;\d+;\d+)|\d+", codes) or ["0"]
    for number in numbers:
        if number == "0":
            pen = PLAIN
        elif number in OFF.values():
            pen = pen._replace(attributes=frozenset(a for a in pen.attributes if OFF[a] != number))
        elif number == "39":
            pen = pen._replace(ink="")
        elif number == "49":
            pen = pen._replace(ground="")
        else:
            one = pen_of(number)
            attributes = pen.attributes | one.attributes
            pen = Pen(attributes, one.ink or pen.ink, one.ground or pen.ground)
    return pen


class Glass:
    """Lines do not wrap; what is erased takes the colour of the ground where it can."""

    def __init__(
        self, width: int, height: int, *, erases_in_colour: bool = True, returns: bool = False
    ) -> None:
        self.returns = returns
        self.width, self.height, self.erases_in_colour = width, height, erases_in_colour
        self.rows: list[list[Cell]] = [[BLANK] * width for _ in range(height)]
        self.x = self.y = 0
        self.first, self.last = 0, height - 1
        self.pen = PLAIN
        self._is_full = False
        """Whether the last cell of a row was just written: the cursor stays on it."""

    def feed(self, data: str) -> None:
        at = 0
        for piece in _PIECE.finditer(data):
            assert piece.start() == at, f"not understood: {data[at : piece.start()]!r}"
            at = piece.end()
            codes, letter, escape, control, text = piece.groups()
            if letter:
                if not codes.startswith("?"):
                    self._order(letter, codes)
            elif escape == "M":
                self._scroll(-1) if self.y == self.first else self._go(self.y - 1, self.x)
            elif control == "\n":
                self.x = 0 if self.returns else self.x
                self._scroll(1) if self.y == self.last else self._go(self.y + 1, self.x)
            elif control == "\r":
                self._go(self.y, 0)
            elif text:
                self._write(text)
        assert at == len(data), f"not understood: {data[at:]!r}"

    def seen(self) -> list[list[Cell]]:
        """The cells, without what cannot be seen of them."""
        return [[(c, pen.on_nothing if c == " " else pen) for c, pen in row] for row in self.rows]

    @property
    def text(self) -> list[str]:
        return ["".join(c for c, _ in row).rstrip() for row in self.rows]

    def _order(self, letter: str, codes: str) -> None:
        numbers = [int(code or 1) for code in codes.split(";")] if codes else [1]
        row, count = self.rows[self.y], numbers[0]
        match letter:
            case "m":
                self.pen = after(self.pen, codes)
            case "H":
                self._go(numbers[0] - 1, [*numbers, 1][1] - 1)
            case "C":
                self._go(self.y, self.x + count)
            case "K":
                row[self.x :] = [self._erased] * (self.width - self.x)
            case "X":
                count = min(count, self.width - self.x)
                row[self.x : self.x + count] = [self._erased] * count
            case "J":
                assert codes == "2"
                self.rows = [[self._erased] * self.width for _ in range(self.height)]
            case "r":
                self.first, self.last = (
                    (numbers[0] - 1, numbers[1] - 1) if codes else (0, self.height - 1)
                )
                self._go(0, 0)
            case _:
                raise AssertionError(f"not understood: {codes}{letter}")

    @property
    def _erased(self) -> Cell:
        return (" ", Pen(ground=self.pen.ground if self.erases_in_colour else ""))

    def _go(self, y: int, x: int) -> None:
        self.y, self.x = min(max(y, 0), self.height - 1), min(x, self.width - 1)
        self._is_full = False

    def _scroll(self, by: int) -> None:
        band = self.rows[self.first : self.last + 1]
        new = [self._erased] * self.width
        band = [*band[1:], new] if by > 0 else [new, *band[:-1]]
        self.rows[self.first : self.last + 1] = band

    def _write(self, text: str) -> None:
        row = self.rows[self.y]
        for char in text:
            size = cell_len(char)
            if size == 0:
                before = self.x - (not self._is_full)
                while before > 0 and not row[before][0]:
                    before -= 1
                row[before] = (row[before][0] + char, row[before][1])
                continue
            self._break(row, self.x)
            self._break(row, self.x + size)
            row[self.x : self.x + size] = [(char, self.pen), ("", self.pen)][:size]
            del row[self.width :]
            self._is_full = self.x + size >= self.width
            self.x = min(self.x + size, self.width - 1)

    def _break(self, row: list[Cell], x: int) -> None:
        """A wide character of which one half is written over is gone."""
        if 0 < x < self.width and row[x][0] == "":
            row[x - 1], row[x] = (" ", row[x - 1][1]), (" ", row[x][1])
