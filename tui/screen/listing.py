"""A list of items, of which one is marked; drawn row by row, so that its length costs nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.screen import keys
from tui.screen.lines import Drawn, Item, Page, lay
from tui.screen.sheet import Sheet

GUTTER = 2
"""Cells to the left, where the marked item has its bar."""
BAR = "▌"
LOW = 5
"""So many items from its end a list may ask for more."""


class Listing(Sheet):
    """Items one below the other; those with a target can be marked and chosen."""

    BINDINGS = keys.LIST
    page: reactive[Page] = reactive(Page(), init=False)
    active: reactive[bool] = reactive(True, init=False)

    @dataclass
    class Chosen(Message):
        """Enter on an item."""

        listing: Listing
        item: Item

        @property
        def control(self) -> Listing:
            return self.listing

    @dataclass
    class Low(Message):
        """The marked item is near the end of the list."""

        listing: Listing

        @property
        def control(self) -> Listing:
            return self.listing

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor = -1
        self._rows: list[Drawn] = []
        self._firsts: list[int] = []

    @property
    def items(self) -> tuple[Item, ...]:
        """The items in order."""
        return self.page.items

    @property
    def marked(self) -> Item | None:
        """The marked item."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def watch_page(self, old: Page, new: Page) -> None:
        if old.items == new.items:
            return
        if self.marked and _targets(new)[: len(old.items)] == _targets(old):
            self.changed(self.head)  # the same ones, more of them or otherwise noted
        else:
            self.cursor = self._nearest(0, 1)
            self.changed()
        if bool(old.items) != bool(new.items) or self.marked is None:
            self.refresh_bindings()

    def watch_active(self) -> None:
        if self.marked is not None and self.settle():
            self.redraw_rows(*self._extent(self.cursor))

    def begin(self) -> None:
        """Mark the first item that can be marked."""
        first = self._nearest(0, 1)
        if first >= 0 and first != self.cursor:
            self.mark(first)

    def mark(self, index: int) -> None:
        """Mark an item and bring it into view."""
        before, self.cursor = self.cursor, index
        if self.settle():
            for item in {before, index} - {-1}:
                self.redraw_rows(*self._extent(item))
            self._reveal()
        if index >= len(self.items) - LOW:
            self.post_message(self.Low(self))

    @property
    def above(self) -> int:
        """How many rows of the page stand above the marked item."""
        return self.row_of(self.cursor) - self.top if self.marked and self.settle() else 0

    def put(self, index: int, above: int) -> None:
        """Mark an item, with so many rows of the page above it."""
        self.cursor = index
        if self.settle():
            self.put_top(self.row_of(index) - above)

    def _reveal(self) -> None:
        """Bring the marked item into view, and with the first one what stands above it."""
        if self.marked is None:
            return
        first, last = self._extent(self.cursor)
        if last >= self.top + self._height:
            self.put_top(last - self._height + 1)
        if self._nearest(self.cursor - 1, -1) < 0 and last < self._height:
            first = 0
        if first < self.top:
            self.put_top(first)

    def _nearest(self, index: int, by: int) -> int:
        """The first item that can be marked at `index` or from there on; -1 if none."""
        while 0 <= index < len(self.items):
            if self.items[index].target is not None:
                return index
            index += by
        return -1

    def _extent(self, item: int) -> tuple[int, int]:
        past = self._firsts[item + 1] if item + 1 < len(self._firsts) else len(self._rows)
        return self._firsts[item], past - 1

    # A sheet

    def lay_out(self, width: int) -> None:
        rows = list(self.rows_at(width))
        self._rows = [drawn for _, drawn in rows]
        self._firsts = [0] * len(self.items)
        for row, (item, _) in reversed(list(enumerate(rows))):
            self._firsts[item] = row

    def rows_at(self, width: int) -> Iterator[tuple[int, Drawn]]:
        """Each row at this width with the number of its item."""
        for number, item in enumerate(self.items):
            for line in item.noted:
                for drawn in lay(line, width - GUTTER - 1):
                    yield number, drawn

    def settled(self) -> None:
        self._reveal()

    def nearest(self, row: int) -> int:
        return max(0, min(row, len(self._rows) - 1))

    def is_row(self, row: int) -> bool:
        return 0 <= row < len(self._rows)

    def head_of(self, row: int) -> int:
        return max(0, bisect_right(self._firsts, row) - 1)

    def row_of(self, head: int) -> int:
        return self._firsts[head] if head < len(self._firsts) else 0

    def draw(self, row: int) -> Strip:
        drawn, base, width = self._rows[row], self.base, self._width
        if self.head_of(row) != self.cursor or not drawn.text:
            return self.draw_line(drawn, [Segment(" " * GUTTER, base)], width, base)
        chosen = base + self.look("chosen" if self.active else "plain")
        mark = chosen + self.look("bar" if self.active else "bar-idle")
        bar = [Segment(BAR, mark), Segment(" " * (GUTTER - 1), chosen)]
        return self.draw_line(drawn, bar, width, chosen)

    def on_click(self, event: events.Click) -> None:
        item = self.head_of(self.top + event.y)
        if item < len(self.items) and self.items[item].target is not None:
            self.mark(item)
            self.action_choose()

    # Keys

    def action_rows(self, rows: int) -> None:
        by = 1 if rows > 0 else -1
        index = self.cursor
        for _ in range(abs(rows)):
            following = self._nearest(index + by, by)
            index = following if following >= 0 else index
        if index == self.cursor:
            self.scroll_rows(rows)
        else:
            self.mark(index)

    def action_pages(self, pages: float) -> None:
        super().action_pages(pages)
        bottom = self.top + self._height - 1
        if pages > 0:
            self._take(self._nearest(self.head_of(self.nearest(bottom)), -1))
        else:
            self._take(self._nearest(self.head_of(self.top), 1))

    def action_first(self) -> None:
        super().action_first()
        self._take(self._nearest(0, 1))

    def action_last(self) -> None:
        super().action_last()
        self._take(self._nearest(len(self.items) - 1, -1))

    def _take(self, index: int) -> None:
        if index >= 0 and index != self.cursor:
            self.mark(index)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Enter is a key only where something is marked."""
        del parameters
        return action != "choose" or self.marked is not None

    def action_choose(self) -> None:
        if self.marked is not None:
            self.post_message(self.Chosen(self, self.marked))


def _targets(page: Page) -> list[object]:
    return [item.target for item in page.items]
