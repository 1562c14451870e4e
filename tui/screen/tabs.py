"""The three panes by name, where only one of them is in view."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.screen.history import PANES, Pane
from tui.screen.looks import visual


class Tabs(Widget):
    """The active pane's name stands in brackets, so that no colour is needed to see it."""

    ALLOW_SELECT = False
    pane: reactive[Pane] = reactive("search")

    def render(self) -> Content:
        style = visual(self, "bar")
        names = [
            (f"[{name.capitalize()}]", style) if name == self.pane else f" {name.capitalize()} "
            for name in PANES
        ]
        return Content(" ").join(
            Content(name) if isinstance(name, str) else Content.assemble(name) for name in names
        )
