"""The record pane: an entity, where it is named, who stands beside it; or the whole registry."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.reactive import reactive

from tui.model import Passage
from tui.screen.heading import Heading
from tui.screen.lines import NOTHING, Page
from tui.screen.listing import Listing
from tui.screen.messages import Open, Show
from tui.screen.walk import Walk


@dataclass(frozen=True, eq=False)
class Dossier:
    """A record as it is shown, and the walk through the entity's mentions; None: the registry."""

    entity: str | None = None
    page: Page = NOTHING
    walk: Walk | None = None


class Record(Vertical):
    """Enter on a mention opens its text there; on an entity, its record."""

    dossier: reactive[Dossier] = reactive(Dossier(), init=False)
    active: reactive[bool] = reactive(False)
    entries = query_one("#entries", Listing)
    _heading = query_one(Heading)

    def compose(self) -> ComposeResult:
        yield Heading().data_bind(Record.active)
        yield Listing(id="entries").data_bind(Record.active)

    def on_mount(self) -> None:
        self._heading.text = "Record"

    def enter(self) -> None:
        """Take the focus."""
        self.entries.focus()

    def watch_dossier(self, dossier: Dossier) -> None:
        self._heading.text = dossier.page.heading or "Record"
        self.entries.page = dossier.page

    @on(Listing.Chosen)
    def _follow(self, event: Listing.Chosen) -> None:
        event.stop()
        target = event.item.target
        if isinstance(target, Passage):
            self.post_message(Open(target, self.dossier.walk))
        elif target is not None:
            self.post_message(Show(target))
