"""The text: wrapped, names and hits marked in it, its place kept whatever happens around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tui.model import Mention, Span, ZoneKind
from tui.screen import keys
from tui.screen.lines import Drawn, Line, lay
from tui.screen.messages import Peek, Tell
from tui.screen.paint import Mark, Marks, paint
from tui.screen.sheet import Sheet
from tui.screen.text import Text
from tui.screen.wrap import Rows, wrap

MEASURE = 78
"""Cells of a row at most: longer ones tire."""
MARGIN = 2
_LOOKS: dict[ZoneKind, str] = {
    "title": "title",
    "heading": "strong",
    "byline": "label",
    "dateline": "label",
    "caption": "label",
    "comment": "quiet",
    "ticker": "faint",
    "related": "faint",
    "boilerplate": "faint",
    "title-duplicate": "faint",
}


class Reader(Sheet):
    """The open text below some lines about it; without one, those lines alone.

    A head is an offset in the text, or for the lines above it a number below zero.
    """

    BINDINGS = keys.TEXT
    text: reactive[Text | None] = reactive(None, init=False)
    front: reactive[tuple[Line, ...]] = reactive((), init=False)
    lit: reactive[tuple[Span, ...]] = reactive((), init=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.here: Span | None = None
        self._wanted: Span | None = None
        self._rows = Rows()
        self._front: list[Drawn] = []
        self._names = Marks()
        self._hits = Marks()
        self._starts: list[int] = []

    # What is shown

    def watch_text(self, text: Text | None) -> None:
        self.here = self._wanted = None
        mentions = text.mentions if text else ()
        self._starts = [mention.span.start for mention in mentions]
        looks = text.looks if text else ()
        self._names = Marks(
            Mark(*mention.span, look) for mention, look in zip(mentions, looks, strict=True)
        )
        self.changed(-1_000_000)

    def watch_front(self) -> None:
        self.changed(self.head)

    def watch_lit(self, lit: tuple[Span, ...]) -> None:
        self._hits = Marks(Mark(*span, "hit") for span in lit)
        self.redraw()

    # Going places

    def go(self, span: Span) -> None:
        """Mark a stretch of the text and have it in view, moving the page only if it must."""
        self._set_here(span)
        self._wanted = span
        if not (self.is_on_screen and self.settle()):
            self.refresh()
        self.post_message(Tell())

    def restore(self, head: int, here: Span | None) -> None:
        """Be where one was: the same row on top, the same stretch marked."""
        self._set_here(here)
        self._wanted = None
        self.head = head
        if self.settle():
            self.put_top(self.row_of(head))

    def place(self) -> int:
        """The head to come back to."""
        self.settle()
        return self.head

    def _set_here(self, here: Span | None) -> None:
        for span in (self.here, here):
            if span is not None and self._width:
                self.redraw_rows(
                    self.row_of(span.start), self.row_of(max(span.start, span.end - 1))
                )
        self.here = here

    @property
    def name_here(self) -> Mention | None:
        """The name under the mark."""
        if self.text is None or self.here is None:
            return None
        i = bisect_right(self._starts, self.here.start) - 1
        for mention in self.text.mentions[max(i, 0) : i + 2]:
            if mention.span.start < self.here.end and self.here.start < mention.span.end:
                return mention
        return None

    @property
    def is_low(self) -> bool:
        """Whether the mark is in the lower half of the page."""
        if self.here is None or not self.settle():
            return False
        return self.row_of(self.here.start) - self.top >= self.size.height // 2

    def in_view(self) -> Span:
        """The stretch of the text that is on screen."""
        if self.text is None or not self.settle() or not len(self._rows):
            return Span(0, 0)
        lead = len(self._front)
        first = max(0, self.top - lead)
        last = max(0, min(len(self._rows), self.top + self.size.height - lead) - 1)
        return Span(self._rows[first].start, self._rows[last].end)

    def action_name(self, by: int) -> None:
        if self.text is None or not self._starts:
            self.post_message(Tell("no names in this text"))
            return
        view = self.in_view()
        if self.here is not None and view.start <= self.here.start < view.end:
            at = self.here.start
        else:
            at = view.start - 1 if by > 0 else view.end
        i = bisect_right(self._starts, at) if by > 0 else bisect_left(self._starts, at) - 1
        if 0 <= i < len(self._starts):
            self.go(self.text.mentions[i].span)
        else:
            self.post_message(Tell(f"no name {'further on' if by > 0 else 'before this'}"))

    def action_peek(self) -> None:
        if (name := self.name_here) is not None:
            self.post_message(Peek(name))
        elif self.text is not None:
            self.post_message(Tell("no name here; ]e goes to the next one"))

    def moved(self) -> None:
        self.post_message(Tell())

    # A sheet

    @property
    def _measure(self) -> int:
        return max(8, min(MEASURE, self.size.width - 2 * MARGIN))

    @property
    def _margin(self) -> int:
        return max(MARGIN, (self.size.width - self._measure) // 2)

    def lay_out(self, width: int) -> None:
        measure = self._measure
        self._front = [drawn for line in self.front for drawn in lay(line, measure)]
        self._rows = wrap(self.text.document.text, measure, airy=True) if self.text else Rows()

    def settle(self) -> bool:
        if not super().settle():
            return False
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._bring(wanted)
        return True

    def _bring(self, span: Span) -> None:
        first = self.row_of(span.start)
        last = self.row_of(max(span.start, span.end - 1))
        height = self.size.height
        if first < self.top or last >= self.top + height:
            self.top = max(0, min(first - height // 3, self.last_top))
            self.head = self.head_of(self.top)
            self.refresh()

    def row_count(self) -> int:
        return len(self._front) + len(self._rows)

    def head_of(self, row: int) -> int:
        lead = len(self._front)
        return row - lead if row < lead or not len(self._rows) else self._rows.starts[row - lead]

    def row_of(self, head: int) -> int:
        lead = len(self._front)
        return max(0, lead + head) if head < 0 else lead + self._rows.at(head)

    def draw(self, row: int) -> Strip:
        base, width = self.base, self.size.width
        margin = [Segment(" " * self._margin, base)]
        lead = len(self._front)
        if row < lead:
            return self.draw_line(self._front[row], margin, self._margin + self._measure, base)
        assert self.text is not None
        start, end = self._rows[row - lead]
        zone = self.text.zone(start)
        style = base + self.look(_LOOKS.get(zone, "plain"))
        text, layers = self.text.document.text, self._layers(start, end)
        segments = paint(text, start, end, layers, style, after=self._doubts(start, end))
        return Strip([*margin, *segments]).adjust_cell_length(width, base)

    def _layers(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        for marks in (self._names, self._hits):
            for mark in marks.within(start, end):
                yield mark.start, mark.end, self.look(mark.look)
        if self.here is not None:
            yield *self.here, self.look("here")

    def _doubts(self, start: int, end: int) -> dict[int, str]:
        """A question mark after each ambiguous name of a row, as many as its margin can hold."""
        ends = [m.end for m in self._names.within(start, end) if m.look == "doubt" and m.end <= end]
        return dict.fromkeys(ends[: self._margin], "?")

    def on_click(self, event: events.Click) -> None:
        mention = self._name_at(event.x - self._margin, self.top + event.y - len(self._front))
        if mention is not None:
            self.go(mention.span)
            self.post_message(Peek(mention))

    def _name_at(self, column: int, row: int) -> Mention | None:
        if self.text is None or not 0 <= row < len(self._rows):
            return None
        offset = self._rows[row].start + column
        i = bisect_right(self._starts, offset) - 1
        mention = self.text.mentions[i] if i >= 0 else None
        return mention if mention is not None and offset < mention.span.end else None
