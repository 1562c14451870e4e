"""A page of lines over the desk, to be read and left again."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import Screen

from tui.screen.heading import Heading
from tui.screen.keyline import KeyLine
from tui.screen.lines import Page
from tui.screen.listing import Listing


class Leaflet(Screen[None], inherit_bindings=False):
    """Shows a page as high as the screen; who derives from it gives it keys to leave by."""

    listing = query_one(Listing)
    heading = query_one(Heading)

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Listing(id="leaflet")
        yield KeyLine()

    def on_mount(self) -> None:
        self.heading.active = True
        page = self.page()
        self.heading.text, self.listing.page = page.heading, page
        self.listing.focus()

    def page(self) -> Page:
        """What it shows."""
        raise NotImplementedError
