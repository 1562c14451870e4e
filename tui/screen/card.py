"""The peek card: who or what a name means, laid over the text without moving it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.getters import query_one
from textual.reactive import reactive

from tui.screen import keys
from tui.screen.heading import Heading
from tui.screen.lines import Page
from tui.screen.listing import Listing
from tui.screen.messages import Show


class CardList(Listing):
    """The lines of a card, as high as they are; Enter opens the record."""

    BINDINGS = keys.CARD

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(1 for _ in self.rows_at(width))


class Card(Vertical):
    """One entity, or of an ambiguous name all that it may mean."""

    page: reactive[Page] = reactive(Page(), init=False)
    list = query_one("#card", CardList)
    _heading = query_one(Heading)

    def compose(self) -> ComposeResult:
        yield Heading()
        yield CardList(id="card")

    def watch_page(self, page: Page) -> None:
        self._heading.text, self._heading.active = page.heading, True
        self.list.page = page
        self.list.refresh(layout=True)

    @on(Listing.Chosen)
    def _show(self, event: Listing.Chosen) -> None:
        event.stop()
        if isinstance(event.item.target, str):
            self.post_message(Show(event.item.target))
