"""The peek card: who or what a name means, laid over the text without moving it."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.getters import query_one
from textual.reactive import reactive

from tui.screen import keys
from tui.screen.heading import Heading
from tui.screen.lines import Page
from tui.screen.listing import Listing
from tui.screen.messages import Decide, Show


class CardList(Listing):
    """The lines of a card, as high as they are; Enter opens the record, a digit decides."""

    BINDINGS = keys.CARD

    @property
    def _offered(self) -> list[str]:
        """What a name in doubt may mean; without doubt nothing is to be decided."""
        targets = [item.target for item in self.items if isinstance(item.target, str)]
        return targets if self.page.is_open else []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """A digit is a key only where there is something to decide."""
        return (
            bool(self._offered) if action == "decide" else super().check_action(action, parameters)
        )

    async def on_key(self, event: events.Key) -> None:
        """A digit decides; elsewhere it would be a number before a key."""
        digit = event.character or ""
        if digit in "123456789"[: len(self._offered)] and digit:
            event.stop()
            event.prevent_default()
            self.action_decide(int(digit))

    def action_decide(self, number: int) -> None:
        if number <= len(self._offered):
            self.post_message(Decide(self._offered[number - 1]))

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
