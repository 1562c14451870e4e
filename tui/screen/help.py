"""Every key, read from the bindings: those of the pane one comes from first."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding

from tui.screen import keys
from tui.screen.keymap import spelled, worn
from tui.screen.leaflet import Leaflet
from tui.screen.lines import BLANK, Item, Line, Page

KEYS, LEAST = 24, 60
"""Cells of the column of keys; where there are fewer than `LEAST` in all it is none."""


class Help(Leaflet, inherit_bindings=False):
    """A page of keys; Esc, q and ? leave it."""

    BINDINGS = keys.HELP

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where

    def page(self) -> Page:
        on = spelled(worn(self.app, keys.BY_ID["page.page-down"])[0].key, is_short=True)
        return Page(f"Keys · {on} pages on", tuple(self._items()))

    def _lines(self, binding: Binding) -> tuple[Line, ...]:
        does = binding.tooltip or binding.description
        if self.app.size.width < LEAST:
            return Line(self._keys(binding)), Line(does, indent=2)
        return (Line(does, indent=KEYS, lead=self._keys(binding)),)

    def _items(self) -> Iterator[Item]:
        here = [section for section in keys.SECTIONS if self._where in section.places]
        others = [section for section in keys.SECTIONS if section not in here]
        for section in (*here, *others):
            yield Item((BLANK, Line(section.title.upper(), "quiet")))
            for binding in keys.bindings(section.keys):
                yield Item(self._lines(binding))

    def _keys(self, binding: Binding) -> str:
        """Those of the binding; what a line of keys has for a pair of them is not said of one."""
        display = binding.key_display or ""
        if "–" in display:
            return display
        return "  ".join(spelled(one.key, is_short=True) for one in worn(self.app, binding))
