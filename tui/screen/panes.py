"""The three panes side by side, as many as there is room for, and which of them has the focus."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.getters import query_one
from textual.widget import Widget

from tui.model import Passage, Span
from tui.screen import layout
from tui.screen.history import PANES, Pane, Place
from tui.screen.record import Record
from tui.screen.search import Search
from tui.screen.textpane import TextPane


class Panes(Horizontal):
    """Shows the active pane and what fits beside it."""

    search = query_one(Search)
    text = query_one(TextPane)
    record = query_one(Record)

    def __init__(self) -> None:
        super().__init__(id="panes")
        self.active: Pane = "search"
        self._shown: tuple[Pane, ...] = ()
        self._widths: dict[Pane, int] = {}
        self.is_zoomed = False

    def on_mount(self) -> None:
        self.show(self.active)

    def show(self, active: Pane) -> None:
        """Show as many panes as there is room for, the active one among them."""
        shown = layout.panes(self._room, active, self._shown)
        if (active, shown) == (self.active, self._shown):
            return
        self.active, self._shown = active, shown
        for name in PANES:
            pane = self.pane(name)
            pane.active = name == active
            if pane.display != (name in shown):
                pane.display = name in shown
            pane.set_class(name != shown[0], "-beside")

    @property
    def _room(self) -> int:
        """The columns that panes stand side by side in; with one maximised as for one alone."""
        return 0 if self.is_zoomed else self.app.size.width

    @property
    def shape(self) -> layout.Shape:
        """How many panes stand side by side."""
        return layout.shape(self._room)

    def fit(self) -> None:
        """Give the panes beside the text the widths that were wanted, as far as there is room."""
        for name in ("search", "record"):
            pane = self.pane(name)
            wanted = self._widths.get(name) if self.shape != "one" else None
            if wanted is None:
                pane.styles.clear_rule("width")
            else:
                pane.styles.width = layout.fitting(wanted, self.app.size.width)

    def widen(self, by: int) -> bool:
        """Make the active pane wider; whether there is another beside it."""
        if len(self._shown) == 1:
            return False
        side = self.active
        if side == "text":  # what it gains is lost beside it
            side, by = next(name for name in ("search", "record") if name in self._shown), -by
        before = self._widths.get(side, self.pane(side).outer_size.width)
        self._widths[side] = layout.fitting(before + by, self.app.size.width)
        self.fit()
        return True

    def pane(self, name: Pane) -> Search | TextPane | Record:
        """A pane by its name."""
        match name:
            case "search":
                return self.search
            case "text":
                return self.text
            case "record":
                return self.record

    def holding(self, widget: Widget) -> Pane | None:
        """The name of the pane that `widget` is in."""
        inside = widget.ancestors_with_self
        return next((name for name in PANES if self.pane(name) in inside), None)

    def enter(self, name: Pane) -> None:
        """Give a pane the focus, shown first if it was away."""
        self.show(name)
        self.pane(name).enter()

    @property
    def place(self) -> Place:
        """Where the reader is, to come back to."""
        text, reader, topic = self.text.text, self.text.reader, self.record.dossier.topic
        if text is None:
            return Place(self.active, topic=topic)
        here = Passage(text.document.id, reader.here or Span(0, 0))
        return Place(self.active, here, reader.place(), topic)

    def step(self, by: int) -> None:
        """Go to the pane so many further on, round and round."""
        self.text.close_card()
        self.enter(PANES[(PANES.index(self.active) + by) % len(PANES)])

    def leave(self) -> bool:
        """Leave the innermost of card, box and pane; False where there is nothing to leave."""
        if self.text.close_card():
            self.text.enter()
        elif self.search.box.has_focus:
            self.search.hits.focus()
        elif self.active == "record" and self.record.stop_sifting():
            self.record.enter()
        elif self.active == "record" and self.text.text is not None:
            self.enter("text")
        elif self.active != "search":
            self.enter("search")
        else:
            return False
        return True
