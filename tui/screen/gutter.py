"""The numbers beside a text: of its lines, or of its paragraphs."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal

from tui.model import Document, Span

Numbers = Literal["", "lines", "paragraphs"]
CYCLE: tuple[Numbers, ...] = ("", "lines", "paragraphs")


class Gutter:
    """Says which number stands beside a row, if any; `width` is that of the widest."""

    def __init__(self, document: Document, numbers: Numbers) -> None:
        self._document = document
        self._numbers = numbers
        self._starts: list[int] = []
        self.width = 0
        if numbers == "lines":
            self.width = len(str(document.line_count))
        elif numbers == "paragraphs":
            from tui.prose import paragraphs

            self._starts = [paragraph.start for paragraph in paragraphs(document.text)]
            self.width = len(str(len(self._starts)))

    def beside(self, row: Span, before: int) -> str:
        """The number of the line or paragraph that begins in a row; `before` begins the row above.

        An empty row has none.
        """
        if not self._numbers or row.start >= row.end:
            return ""
        if self._numbers == "lines":
            line, column = self._document.place(row.start)
            is_new = column == 1 or line > self._document.place(max(0, before))[0]
            return str(line) if is_new else ""
        number = bisect_left(self._starts, row.start)
        is_new = number < len(self._starts) and self._starts[number] < row.end
        return str(number + 1) if is_new else ""
