"""Every key, read from the bindings: those of the pane one comes from first."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding

from tui.screen import keys
from tui.screen.keymap import worn
from tui.screen.leaflet import Leaflet
from tui.screen.lines import BLANK, Item, Line, Page

KEYS = 24
"""Cells of the column of keys."""


class Help(Leaflet, inherit_bindings=False):
    """A page of keys; Esc, q and ? leave it."""

    BINDINGS = keys.HELP

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where

    def page(self) -> Page:
        return Page("Keys", tuple(self._items()))

    def _line(self, binding: Binding) -> Line:
        return Line(binding.tooltip or binding.description, indent=KEYS, lead=self._keys(binding))

    def _items(self) -> Iterator[Item]:
        here = [section for section in keys.SECTIONS if self._where in section.places]
        others = [section for section in keys.SECTIONS if section not in here]
        for section in (*here, *others):
            yield Item((BLANK, Line(section.title.upper(), "quiet")))
            for binding in keys.bindings(section.keys):
                yield Item((self._line(binding),))

    def _keys(self, binding: Binding) -> str:
        return "  ".join(map(self.app.get_key_display, worn(self.app, binding)))
