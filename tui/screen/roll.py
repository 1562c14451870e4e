"""The rows of a text around a place in it, numbered from there; cut where they are looked at.

A text of any length opens, is resized and is jumped about in at once, since a page of rows never
asks for those of the whole text.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import neg

from tui.model import Span
from tui.screen.setting import Setting
from tui.screen.wrap import Rows


class Roll:
    """Rows 0, 1, 2 … from the chunk around an offset on, and -1, -2 … above it.

    The first `lead` rows stand above the text: their spans are empty and lie below zero.
    """

    def __init__(self, setting: Setting, lead: int, around: int) -> None:
        self.setting = setting
        self.lead = lead
        self._above = self._below = setting.chunk_of(self._snapped(around))
        self._down, self._up = Rows(), Rows()  # the rows above are kept from below up
        self.nearest(0)

    def nearest(self, row: int) -> int:
        """The number of the row nearest to `row`."""
        while row >= len(self._down) and self._below < self.setting.chunks:
            self._down.extend(self.setting.rows(self._below))
            self._below += 1
        row = min(row, len(self._down) - 1)
        while row < -len(self._up) and self._above > 0:
            self._above -= 1
            self._up.extend(self.setting.rows(self._above).reversed())
        return max(row, -len(self._up) - (self.lead if self._above == 0 else 0))

    def __getitem__(self, row: int) -> Span:
        """A row that there is."""
        if row >= 0:
            return self._down[row]
        if row >= -len(self._up):
            return self._up[-row - 1]
        return Span(*[row + len(self._up)] * 2)

    def holds(self, head: int) -> bool:
        """Whether the row of a head is cut already, so that its number goes on with the others."""
        if head < 0:
            return self._above == 0
        chunk = self.setting.chunk_of(self._snapped(head))
        return self._above <= chunk < self._below

    def at(self, head: int) -> int:
        """The row of an offset, or for a number below zero of a row above the text."""
        if head < 0:
            self.nearest(head - len(self._up))
            return max(head, -self.lead) - len(self._up)
        head = self._snapped(head)
        self.nearest(0)
        if len(self._down) and head >= self._down.starts[0]:
            return self._down.at(head)
        i = bisect_left(self._up.starts, -head, key=neg)
        return -min(i + 1, len(self._up)) if len(self._up) else 0

    def _snapped(self, offset: int) -> int:
        fold = self.setting.fold(offset)
        return fold.start if fold else offset
