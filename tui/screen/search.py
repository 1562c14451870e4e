"""The search pane: the box, what is wrong with the query, and the texts that answer."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from tui.model import Passage
from tui.screen import keys
from tui.screen.answers import Answers
from tui.screen.heading import Heading
from tui.screen.listing import Listing
from tui.screen.messages import Asked, More, Open
from tui.screen.wrap import shown

PROMPT = "› "


class Box(Input):
    """Where a query is typed; up and down mark a hit in the list below without leaving it."""

    BINDINGS = keys.BOX

    def __init__(self) -> None:
        super().__init__(placeholder="Search the texts", id="box", compact=True)
        self.cursor_blink = False

    @dataclass
    class Choose(Message):
        """Mark another hit, so many further on."""

        by: int

    def action_choose(self, by: int) -> None:
        self.post_message(self.Choose(by))


class Search(Vertical):
    """Says what it was asked and shows what the desk answers."""

    answers: reactive[Answers] = reactive(Answers(), init=False)
    active: reactive[bool] = reactive(True)
    box = query_one(Box)
    hits = query_one("#hits", Listing)
    _heading = query_one(Heading)
    _fault = query_one("#fault", Static)

    def compose(self) -> ComposeResult:
        yield Heading().data_bind(Search.active)
        with Horizontal(id="line"):
            yield Static(Content(PROMPT), id="prompt")
            yield Box()
        yield Static(id="fault")
        yield Listing(id="hits").data_bind(Search.active)

    def on_mount(self) -> None:
        self._heading.text = self.answers.page.heading

    def enter(self) -> None:
        """Take the focus: the list if there is anything in it to choose, else the box."""
        (self.hits if self.hits.marked else self.box).focus()

    def follow(self, doc: str) -> None:
        """Mark a text in the list, if it is there."""
        for index, item in enumerate(self.hits.items):
            if isinstance(item.target, Passage) and item.target.doc == doc:
                self.hits.mark(index)
                return

    def watch_answers(self, answers: Answers) -> None:
        self._heading.text = answers.page.heading
        self.hits.page = answers.page
        fault = self._explain(answers)
        if self._fault.content != fault:
            self._fault.update(fault)
            self._fault.display = bool(fault)

    def _explain(self, answers: Answers) -> Content:
        """The query's fault with a caret below the place, and other things to know."""
        lines = []
        if (fault := answers.fault) is not None:
            room = self.size.width - len(PROMPT) - 2
            start = min(fault.span.start, room)
            if len(fault.query) > room:
                cut = max(0, fault.span.start - room // 2)
                lines.append(shown(fault.query[cut : cut + room]))
                start = fault.span.start - cut
            lines.append(" " * start + "^" * max(1, min(fault.span.end - fault.span.start, room)))
            lines += [fault.message, *fault.details]
        lines += answers.hints
        return Content("\n".join(shown(line) for line in lines))

    @on(Input.Changed, "#box")
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Asked(event.value))

    @on(Input.Submitted, "#box")
    def _ask_and_open(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Asked(event.value, go=True))

    @on(Box.Choose)
    def _choose(self, event: Box.Choose) -> None:
        event.stop()
        self.hits.action_rows(event.by)

    @on(Listing.Low, "#hits")
    def _ask_more(self, event: Listing.Low) -> None:
        event.stop()
        if self.answers.more:
            self.post_message(More())

    @on(Listing.Chosen, "#hits")
    def _open(self, event: Listing.Chosen) -> None:
        event.stop()
        if isinstance(event.item.target, Passage):
            self.post_message(Open(event.item.target, self.answers.walk))
