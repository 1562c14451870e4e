"""Selecting by keys: a line below the text has the focus meanwhile, and says how much it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.counts import count
from tui.model import Span
from tui.screen import keys, motions, selection
from tui.screen.chords import Chords
from tui.screen.lines import fitted
from tui.screen.looks import visual
from tui.screen.selection import Selection
from tui.screen.text import Text
from tui.screen.wrap import cells

EMPTY = Selection(0, 0)
LABEL = "Select "


class Selector(Chords, Widget, can_focus=True):
    """Holds what is selected in a text. What needs the rows of the page it asks the text pane."""

    ALLOW_SELECT = False
    BINDINGS = keys.SELECT
    text: reactive[Text | None] = reactive(None, init=False)
    selection: reactive[Selection] = reactive(EMPTY, init=False)

    @dataclass
    class Changed(Message):
        """Another stretch is selected."""

        selection: Selection

    @dataclass
    class Rows(Message):
        """The moving end is to go so many rows down."""

        by: int

    @dataclass
    class Left(Message):
        """Selecting is over; what is selected is to be taken out of the room in this way."""

        way: str = ""

    def begin(self, span: Span, by_rows: bool) -> None:
        """Select a stretch to begin with, and take the focus."""
        self.display = True
        self.focus()
        self.selection = Selection.of(span, by_rows=by_rows)
        self.post_message(self.Changed(self.selection))

    def watch_selection(self, selected: Selection) -> None:
        self.post_message(self.Changed(selected))

    def render(self) -> Content:
        text = self.text.document.text[slice(*self.selection.span)] if self.text else ""
        said = f"{count(len(text), 'character')} · {count(len(text.split()), 'word')}"
        shown = fitted(f"{LABEL}{said}", self.size.width - 2)
        label = min(cells(LABEL), len(shown))
        return Content.assemble((f" {shown[:label]}", visual(self, "bar")), shown[label:])

    # Keys

    def _turn_to(self, change: Callable[[Selection, str], Selection]) -> None:
        if self.text is not None:
            self.selection = change(self.selection, self.text.document.text)

    def action_word(self, by: int) -> None:
        self._turn_to(lambda selected, text: selected.by_word(text, by))

    def action_character(self, by: int) -> None:
        self._turn_to(lambda selected, text: selected.by_character(text, by))

    def action_sentence(self) -> None:
        self._turn_to(selection.sentences)

    def action_paragraph(self) -> None:
        self._turn_to(selection.paragraphs)

    def action_quotation(self) -> None:
        def to_its_end(selected: Selection, text: str) -> Selection:
            end = motions.quotation_end(text, selected.span.end)
            return selected if end is None else selected.ahead(end)

        self._turn_to(to_its_end)

    def action_name(self, by: int) -> None:
        """To the end of the next name, or the beginning of the one before."""
        if self.text is None:
            return
        at, names = self.selection.moving, [m.span for m in self.text.mentions]
        if by > 0:
            ends = (name.end for name in names if name.end > at)
            self.selection = self.selection.to(next(ends, at))
        else:
            starts = (name.start for name in reversed(names) if name.start < at)
            self.selection = self.selection.to(next(starts, at))

    def action_rows(self, by: int) -> None:
        self.post_message(self.Rows(by))

    def action_by_rows(self) -> None:
        self.selection = self.selection._replace(by_rows=not self.selection.by_rows)

    def action_turn(self) -> None:
        self.selection = self.selection.turned()

    def action_take(self, way: str) -> None:
        self.post_message(self.Left(way))

    def action_stop(self) -> None:
        self.post_message(self.Left())
