"""Rows of text of which only those in view are drawn: what lists, texts and help stand on."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.screen import keys
from tui.screen.chords import Chords
from tui.screen.lines import Drawn
from tui.screen.looks import look
from tui.screen.paint import paint
from tui.screen.wrap import cells, shown

EVERY = 1 << 62
"""More rows than there are."""


class Sheet(Chords, Widget, can_focus=True):
    """Lays out for the width it has when it is drawn, so its place never depends on timing.

    The place is its *head*, what of the content stands in the first row; `top`, the number of that
    row, follows from it and the width.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*keys.SCROLL]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.top = 0
        self.head = 0
        self._aim = 0  # the row that is `top` wherever the ends allow it
        self._width = self._height = 0
        self._looks: dict[str, Style] = {}
        self._strips: LRUCache[int, Strip] = LRUCache(1024)
        self._base: Style | None = None

    # What a kind of sheet says of itself

    def lay_out(self, width: int) -> None:
        """Cut the content into rows of `width` cells."""
        raise NotImplementedError

    def nearest(self, row: int) -> int:
        """The number of the row nearest to `row`."""
        raise NotImplementedError

    def is_row(self, row: int) -> bool:
        """Whether there is a row of this number."""
        return self.nearest(row) == row

    def draw(self, row: int) -> Strip:
        """One row, as wide as the sheet."""
        raise NotImplementedError

    def head_of(self, row: int) -> int:
        """What stands in a row."""
        raise NotImplementedError

    def row_of(self, head: int) -> int:
        """The row in which `head` stands."""
        raise NotImplementedError

    def settled(self) -> None:
        """Called after a new layout, to bring into view what must be seen."""

    # What every sheet does

    def clamped(self, top: int) -> int:
        """The row nearest to `top` that leaves no empty rows when it is the first in view."""
        last = self.nearest(top + self._height - 1)
        return self.nearest(min(top, last - self._height + 1))

    def settle(self) -> bool:
        """Make the layout fit the size; False while there is no size yet."""
        width, self._height = self.size
        if not width or not self._height:
            return False
        if self._width != width:
            self._width = width
            self._strips.clear()
            self.lay_out(self._width)
            self._aim = self.top = self.row_of(self.head)
            self.settled()
        self.top = self.clamped(self._aim)
        return True

    def changed(self, head: int = 0) -> None:
        """The content is another: lay it out anew, with `head` in the first row."""
        self._width = 0
        self.head = head
        self.refresh()

    def scroll_rows(self, rows: int) -> None:
        """Move the page by so many rows."""
        if self.settle():
            self.put_top(self.top + rows)

    def put_top(self, row: int) -> None:
        """Have `row` first in view, or as near as the ends allow."""
        self._aim = row = self.clamped(row)
        self.head = self.head_of(row)
        if row != self.top:
            self.top = row
            self.refresh()
        self.moved()

    def moved(self) -> None:
        """Called when the page may have moved."""

    def redraw_rows(self, first: int, last: int) -> None:
        """Draw the rows `first` to `last` anew, and no others."""
        for row in range(first, last + 1):
            self._strips.discard(row)
        first, last = max(first, self.top), min(last, self.top + self._height - 1)
        if first <= last:
            self.refresh(Region(0, first - self.top, self._width, last - first + 1))

    def redraw(self) -> None:
        """Draw every row anew."""
        self._strips.clear()
        self.refresh()

    @property
    def base(self) -> Style:
        """The style of plain text."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def look(self, name: str) -> Style:
        """The style of a meaning, to be laid over another."""
        if name not in self._looks:
            self._looks[name] = look(self, name)
        return self._looks[name]

    def render_lines(self, crop: Region) -> list[Strip]:
        self.settle()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        row = self.top + y
        if not self._width or not self.is_row(row):
            return Strip.blank(self.size.width, self.base)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self.draw(row)
        return strip

    def draw_line(self, drawn: Drawn, left: list[Segment], width: int, base: Style) -> Strip:
        """A row of a line after `left`, its tail at the right end of `width` cells."""
        style = base + self.look(drawn.line.look)
        marks = ((start, end, self.look(look)) for start, end, look in drawn.line.marks)
        body = paint(drawn.text, drawn.start, drawn.end, marks, style)
        lead = Segment(set_cell_size(shown(drawn.lead), drawn.line.indent), base)
        strip = Strip([*left, lead, *body])
        if drawn.tail:
            tail = Segment(f"{shown(drawn.tail)} ", base + self.look("quiet"))
            strip = strip.adjust_cell_length(width - cells(tail.text), base)
            strip = Strip([*strip, tail])
        return strip.adjust_cell_length(width, base)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._looks.clear()
        self._base = None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-3)

    def action_rows(self, rows: int) -> None:
        self.scroll_rows(rows)

    def action_pages(self, pages: float) -> None:
        self.scroll_rows(int(pages * max(1, self._height - 1)))

    def action_first(self) -> None:
        self.put_top(self.nearest(-EVERY))

    def action_last(self) -> None:
        self.put_top(self.nearest(EVERY))
