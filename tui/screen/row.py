"""A row of a terminal, cell by cell: what stands there and with which pen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import get_character_cell_size

from tui.screen.pen import PLAIN, Pen

UNSURE = re.compile("[^ -~─━│▌]")
"""What is not ASCII nor a glyph of ours: of such characters terminals may disagree about the width.

A row that holds one is written whole, and never continued from its middle.
"""


@dataclass(slots=True)
class Row:
    """The cells of a row: the second cell of a wide character is ""."""

    chars: list[str]
    pens: list[Pen]
    is_sure: bool = True

    @classmethod
    def blank(cls, width: int, pen: Pen = PLAIN) -> Row:
        return cls([" "] * width, [pen] * width)

    def copy(self) -> Row:
        return Row(self.chars[:], self.pens[:], self.is_sure)

    def filled(self) -> int:
        """Cells up to the last that differs from what an erased cell would be."""
        pen = self.pens[-1]
        if pen.attributes:
            return len(self.chars)
        end = len(self.chars)
        while end and self.chars[end - 1] == " " and self.pens[end - 1] == pen:
            end -= 1
        return end

    @property
    def is_blank(self) -> bool:
        return not "".join(self.chars).strip()

    def looks_like(self, other: Row) -> bool:
        return self.chars == other.chars and self.pens == other.pens

    def put(self, x: int, segments: Iterable[tuple[str, Pen]]) -> None:
        """Have text from a cell on, as far as the row goes."""
        if self.chars[x : x + 1] == [""]:
            self.chars[x - 1 : x + 1] = "  "  # half of a wide character is none
        for text, pen in segments:
            chars = list(text)
            if not text.isascii():
                over, chars = _cells(text)
                self.chars[max(0, x - 1)] += over
            blank = pen.on_nothing
            pens = [blank if char == " " else pen for char in chars]
            end = min(x + len(chars), len(self.chars))
            self.chars[x:end] = chars[: end - x]
            self.pens[x:end] = pens[: end - x]
            x = end
        if self.chars[x : x + 1] == [""]:
            self.chars[x] = " "
        self.is_sure = UNSURE.search("".join(self.chars)) is None

    def blanks(self, x: int, stop: int) -> int:
        """How many cells from `x` on are blank and look alike."""
        pen, end = self.pens[x], x
        while end < stop and self.chars[end] == " " and self.pens[end] == pen:
            end += 1
        return end - x

    def ahead(self, x: int, stop: int) -> Pen:
        """The pen to write the space at `x` with: that of the next word, if it looks the same."""
        pen = self.pens[x]
        word = next((n for n in range(x + 1, stop) if self.chars[n] not in " "), x)
        return self.pens[word] if self.pens[word].on_nothing == pen else pen


def _cells(text: str) -> tuple[str, list[str]]:
    """What is drawn over the character before, and for each cell a character with what is over it.

    The second cell of a wide character has "".
    """
    over, last = "", -1
    cells: list[str] = []
    for char in text:
        size = get_character_cell_size(char)
        if size:
            last = len(cells)
            cells += [char, ""][:size]
        elif last < 0:
            over += char
        else:
            cells[last] += char
    return over, cells
