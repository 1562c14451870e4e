"""An open text as it is drawn: set in rows, with names, hits and a selection marked in it.

A place in it, its *head*, is an offset, or for the lines above the text a number below zero.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from tui.model import Document, Facts, Span, ZoneKind
from tui.screen.gutter import Gutter, Numbers
from tui.screen.lines import Drawn, Line, lay
from tui.screen.paint import Layer, Mark, Marks, paint
from tui.screen.roll import Roll
from tui.screen.setting import Setting
from tui.screen.sheet import Sheet
from tui.screen.text import Text
from tui.screen.wrap import cells

MEASURE = 78
"""Cells of a row at most: longer ones tire."""
MARGIN = 2
TOP, END = -(1 << 30), 1 << 62
"""Heads before the first and behind the last."""
_NOTHING = Document("", "", Facts(), (), "")
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


class Leaf(Sheet):
    """The open text below some lines about it; without one, those lines alone."""

    text: reactive[Text | None] = reactive(None, init=False)
    front: reactive[tuple[Line, ...]] = reactive((), init=False)
    lit: reactive[tuple[Span, ...]] = reactive((), init=False)
    selected: reactive[Span | None] = reactive(None, init=False)
    shows_names: reactive[bool] = reactive(True, init=False)
    numbers: reactive[Numbers] = reactive("", init=False)
    folding: reactive[bool] = reactive(False, init=False)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.here: Span | None = None
        self.labels: dict[int, str] = {}
        self._wanted: Span | None = None
        self._opened: frozenset[int] = frozenset()
        self._measure, self._margin = MEASURE, MARGIN
        self._front: list[Drawn] = []
        self._gutter = Gutter(_NOTHING, "")
        self._roll = Roll(Setting("", MEASURE), 0, 0)
        self._names = Marks()
        self._hits = Marks()
        self._signs: dict[int, str] = {}

    # What is shown

    @property
    def document(self) -> Document:
        """The open document, or an empty one."""
        return self.text.document if self.text else _NOTHING

    def watch_text(self) -> None:
        self.here = self._wanted = None
        self._opened = frozenset()
        self.labels = {}
        self.unlisten()
        self._mark_names()
        self.changed(TOP)

    def watch_front(self) -> None:
        self.changed(self.head)

    def watch_lit(self, lit: tuple[Span, ...]) -> None:
        self._hits = Marks(Mark(*span, "hit") for span in lit)
        self.redraw()

    def watch_shows_names(self) -> None:
        self._mark_names()
        self.changed(self.head)

    def watch_numbers(self) -> None:
        self.changed(self.head)

    def watch_folding(self) -> None:
        self._opened = frozenset()
        self.changed(self.head)

    def watch_selected(self, old: Span | None, new: Span | None) -> None:
        if old is not None and new is not None:
            starts, ends = sorted((old.start, new.start)), sorted((old.end, new.end))
            old, new = Span(*starts), Span(ends[0] - 1, ends[1])
        self._redraw_spans(old, new)

    def _mark_names(self) -> None:
        """Take up the names with their looks, and what is drawn after each: see `Text.letters`."""
        self._names, self._signs = Marks(), {}
        if self.text is None or not self.shows_names:
            return
        named = list(zip(self.text.mentions, self.text.looks, self.text.letters, strict=True))
        self._names = Marks(Mark(*mention.span, look) for mention, look, _ in named)
        is_plain = self.app.no_color
        self._signs = {
            mention.span.end: f"[{sign}]" if is_plain else sign
            for mention, _, sign in named
            if is_plain or sign == "?"
        }

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._mark_names()

    def set_here(self, here: Span | None) -> None:
        """Mark a stretch of the text."""
        old, self.here = self.here, here
        self._redraw_spans(old, here)

    def _redraw_spans(self, *spans: Span | None) -> None:
        for span in spans:
            if span is not None and self._width and self._roll.holds(span.start):
                last = max(span.start, span.end - 1)
                end = self._roll.at(last) if self._roll.holds(last) else self.bottom
                self.redraw_rows(self._roll.at(span.start), end)

    # Where it is

    @property
    def bottom(self) -> int:
        """The last row in view."""
        return self.nearest(self.top + self._height - 1)

    def in_view(self) -> Span:
        """The stretch of the text that is on screen."""
        if self.text is None or not self.settle():
            return Span(0, 0)
        return Span(max(0, self._roll[self.top].start), max(0, self._roll[self.bottom].end))

    def show(self, span: Span) -> None:
        """Have a stretch of the text in view, moving the page only if it must."""
        self._wanted = span
        if not (self.is_on_screen and self.settle()):
            self.refresh()

    def put_head(self, head: int) -> None:
        """Have the row of `head` first in view, or as near as the ends allow."""
        self.head = head
        if self.settle():
            self._hold(head)
            self.put_top(self._roll.at(head))

    def _hold(self, head: int) -> bool:
        """Have the row of `head` cut; whether the rows have other numbers now."""
        if self._roll.holds(head):
            return False
        self._roll = Roll(self._roll.setting, len(self._front), head)
        self._strips.clear()
        self.refresh()
        return True

    def settle(self) -> bool:
        if not super().settle():
            return False
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._bring(wanted)
        return True

    def _bring(self, span: Span) -> None:
        fold = self._roll.setting.fold(span.start)
        if fold is not None:
            self._opened |= {fold.start}
            self.changed(self.head)
            self.settle()
        is_elsewhere = self._hold(span.start)
        first, height = self._roll.at(span.start), self._height
        last = self.nearest(first + height - 1)
        while last > first and self._roll[last].start >= span.end:
            last -= 1
        if is_elsewhere or first < self.top or last >= self.top + height:
            self.put_top(first - height // 3 if last - first < height // 2 else first)

    # A sheet

    def lay_out(self, width: int) -> None:
        self._gutter = Gutter(self.document, self.numbers)
        left = max(MARGIN, self._gutter.width + 2 if self._gutter.width else 0)
        self._measure = max(8, min(MEASURE, width - left - MARGIN))
        self._margin = max(left, (width - self._measure) // 2)
        self._front = [drawn for line in self.front for drawn in lay(line, self._measure)]
        folds = [f for f in self.text.folds if f.start not in self._opened] if self.text else []
        setting = Setting(
            self.document.text,
            self._measure,
            self.text is not None and self.text.joins,
            folds if self.folding else (),
            [end for end, sign in self._signs.items() for _ in sign],
        )
        self._roll = Roll(setting, len(self._front), self.head)

    def nearest(self, row: int) -> int:
        return self._roll.nearest(row)

    def head_of(self, row: int) -> int:
        return self._roll[row].start

    def row_of(self, head: int) -> int:
        return self._roll.at(head)

    def draw(self, row: int) -> Strip:
        base, width = self.base, self._width
        span = self._roll[row]
        if span.start < 0 or self.text is None:
            if span.start >= 0:
                return Strip.blank(width, base)
            margin = [Segment(" " * self._margin, base)]
            end = self._margin + self._measure
            return self.draw_line(self._front[span.start], margin, end, base)
        margin = [self._number(row, span)]
        if self._roll.setting.fold(span.start) == span:
            style = base + self.look("quiet")
            fold = Segment(f"… {self.text.folded(span)} …", style)
            return Strip([*margin, fold]).adjust_cell_length(width, base)
        style = base + self.look(_LOOKS.get(self.text.zone(span.start), "plain"))
        after = {end: Segment(sign, base + self.look("sign")) for end, sign in self._signs_in(span)}
        segments = paint(self.document.text, *span, self._layers(span), style, after=after)
        return self._labelled(Strip([*margin, *segments]), span).adjust_cell_length(width, base)

    def _number(self, row: int, span: Span) -> Segment:
        number = ""
        if self._gutter.width:
            before = self._roll[row - 1].start if self.is_row(row - 1) else 0
            number = self._gutter.beside(span, before)
        return Segment(f"{number + '  ':>{self._margin}}", self.base + self.look("quiet"))

    def _layers(self, span: Span) -> Iterator[Layer]:
        for marks in (self._names, self._hits):
            for mark in marks.within(*span):
                yield mark.start, mark.end, self.look(mark.look)
        if self.here is not None:
            yield *self.here, self.look("here")
        if self.selected is not None:
            yield *self.selected, self.look("selected")

    def _signs_in(self, span: Span) -> Iterator[tuple[int, str]]:
        for mark in self._names.within(*span):
            if mark.end in self._signs and mark.end <= span.end:
                yield mark.end, self._signs[mark.end]

    def _labelled(self, strip: Strip, span: Span) -> Strip:
        """A row with the labels of what begins in it laid over."""
        for start, label in self.labels.items():
            if span.start <= start < span.end:
                strip = self._over(strip, self.column(span, start), label)
        return strip

    def _over(self, strip: Strip, column: int, label: str) -> Strip:
        piece = Strip([Segment(label, self.base + self.look("jump"))])
        end = column + len(label)
        return Strip.join([strip.crop(0, column), piece, strip.crop(end, strip.cell_length)])

    def column(self, row: Span, offset: int) -> int:
        """The cell of the sheet in which a character of a row is drawn."""
        signs = sum(len(sign) for end, sign in self._signs_in(row) if end <= offset)
        return self._margin + cells(self.document.text[row.start : offset]) + signs
