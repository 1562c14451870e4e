"""The record pane: an entity, where it is named, who stands beside it; or the whole registry."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.reactive import reactive

from tui.model import Passage
from tui.screen import keys
from tui.screen.heading import Heading
from tui.screen.lines import NOTHING, Page
from tui.screen.listing import Listing
from tui.screen.messages import Look, Open, Show, Tell
from tui.screen.sifter import Sifter
from tui.screen.topic import FIRST, REGISTRY, TIMES, Topic
from tui.screen.walk import Walk


@dataclass(frozen=True, eq=False)
class Dossier:
    """A page as it is shown, what of, and the walk through the passages on it.

    `more` says that there is more of it than was wanted.
    """

    topic: Topic = REGISTRY
    page: Page = NOTHING
    walk: Walk | None = None
    more: bool = False


class Record(Vertical):
    """Enter on a mention opens its text there; on an entity, its record."""

    BINDINGS = keys.RECORD

    dossier: reactive[Dossier] = reactive(Dossier(), init=False)
    active: reactive[bool] = reactive(False)
    entries = query_one("#entries", Listing)
    sifter = query_one(Sifter)
    _heading = query_one(Heading)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._marked: dict[Topic, int] = {}

    def compose(self) -> ComposeResult:
        yield Heading().data_bind(Record.active)
        yield Sifter()
        yield Listing(id="entries").data_bind(Record.active)

    def on_mount(self) -> None:
        self._heading.text = "Record"

    def enter(self) -> None:
        """Take the focus."""
        self.entries.focus()

    def watch_dossier(self, old: Dossier, dossier: Dossier) -> None:
        self._marked[_place(old.topic)] = self.entries.cursor
        self._heading.text = dossier.page.heading or "Record"
        self.entries.page = dossier.page
        self.sifter.show(dossier.topic.wanted)
        marked = self._marked.get(_place(dossier.topic), -1)
        if 0 <= marked < len(dossier.page.items) and dossier.page.items[marked].target is not None:
            self.entries.mark(marked)

    @on(Listing.Chosen)
    def _follow(self, event: Listing.Chosen) -> None:
        event.stop()
        target = event.item.target
        if isinstance(target, Passage):
            self.post_message(Open(target, self.dossier.walk))
        elif isinstance(target, Topic):
            self.post_message(Look(target))
        elif target is not None:
            self.post_message(Show(target))

    @on(Listing.Low)
    def _ask_more(self, event: Listing.Low) -> None:
        event.stop()
        topic = self.dossier.topic
        if self.dossier.more:
            self.post_message(Look(topic._replace(most=TIMES * topic.most), leaves=False))

    # Narrowing and sorting

    def action_sift(self) -> None:
        self.sifter.open()

    @on(Sifter.Typed)
    def _sift(self, event: Sifter.Typed) -> None:
        event.stop()
        topic = self.dossier.topic._replace(wanted=event.words, most=FIRST)
        self.post_message(Look(topic, leaves=False))

    @on(Sifter.Left)
    def _leave_sifter(self, event: Sifter.Left) -> None:
        event.stop()
        self.enter()

    def stop_sifting(self) -> bool:
        """Narrow the page no more; whether it was narrowed, or about to be."""
        if not self.sifter.display:
            return False
        self.sifter.display = False
        if self.sifter.box.value or self.dossier.topic.wanted:
            self.post_message(Look(self.dossier.topic._replace(wanted=""), leaves=False))
        return True

    def action_sort(self) -> None:
        topic = self.dossier.topic
        if topic.next_order == topic.going_by:
            self.post_message(Tell("this page has one order only"))
        else:
            self.post_message(Tell(f"by {topic.next_order}"))
            self.post_message(
                Look(topic._replace(order=topic.next_order, most=FIRST), leaves=False)
            )

    def action_registry(self) -> None:
        self.post_message(Look(REGISTRY))

    def action_matrix(self) -> None:
        """Of the entities that the page is about, or of those most often named."""
        self.post_message(Look(Topic("matrix", self.dossier.topic.ids)))


def _place(topic: Topic) -> Topic:
    """What is remembered of a page, however much of it was wanted."""
    return topic._replace(most=FIRST)
