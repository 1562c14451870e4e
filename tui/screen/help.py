"""Every key, read from the bindings: those of the pane one comes from first."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding

from tui.screen import keys
from tui.screen.heading import Heading
from tui.screen.keyline import KeyLine
from tui.screen.lines import BLANK, Item, Line, Page
from tui.screen.listing import Listing
from tui.screen.looks import LookBook

KEYS = 24
"""Cells of the column of keys."""


class Help(LookBook, inherit_bindings=False):
    """A page of keys; Esc, q and ? leave it."""

    BINDINGS = keys.HELP

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Listing(id="keys")
        yield KeyLine()

    def on_mount(self) -> None:
        heading = self.query_one(Heading)
        heading.text, heading.active = "Keys", True
        self.query_one(Listing).page = Page("Keys", tuple(self._items()))
        self.query_one(Listing).focus()

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
        return "  ".join(self.app.get_key_display(one) for one in Binding.make_bindings([binding]))
