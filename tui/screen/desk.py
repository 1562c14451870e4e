"""The desk: the one screen. It owns the state, answers what panes wish for, keeps the history."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import Static

from tui.model import Passage, ReadroomError, Span
from tui.screen import dossiers, keys, layout, lookups
from tui.screen.answers import Answers
from tui.screen.copying import Copying
from tui.screen.help import Help
from tui.screen.history import History, Pane, Place
from tui.screen.journey import Journey
from tui.screen.keeping import Keeping
from tui.screen.keyline import KeyLine
from tui.screen.librarian import Librarian
from tui.screen.lines import BLANK, Line, count
from tui.screen.messages import Asked, Failed, Found, Jump, More, Open, Peek, Show, Tell
from tui.screen.panes import Panes
from tui.screen.record import Dossier, Record
from tui.screen.search import Search
from tui.screen.status import Status
from tui.screen.tabs import Tabs
from tui.screen.text import Text
from tui.screen.textpane import TextPane
from tui.screen.walk import Walk

if TYPE_CHECKING:
    from tui.catalog.room import Room

PAUSE_S, REST_S = 0.08, 0.3
"""Keys that come faster than this are one query; after a rest what takes longer is asked."""
MANY = 3
"""Times as many texts are asked for when those that were listed are not enough."""
SMALL = "readroom needs {} columns and {} rows".format(*layout.LEAST)


class Desk(Keeping, Copying, inherit_bindings=False):
    """Search, text and record side by side, or one at a time where the terminal is narrow."""

    BINDINGS = keys.DESK
    AUTO_FOCUS = "#box"

    answers: reactive[Answers] = reactive(Answers(), init=False)
    text: reactive[Text | None] = reactive(None, init=False)
    front: reactive[tuple[Line, ...]] = reactive((BLANK, Line("The reading room", "title")))
    lit: reactive[tuple[Span, ...]] = reactive((), init=False)
    dossier: reactive[Dossier] = reactive(Dossier(), init=False)
    pane: reactive[Pane] = reactive("search", init=False)
    progress: reactive[tuple[int, int]] = reactive((0, 0), init=False)

    panes = query_one(Panes)
    status = query_one(Status)

    def __init__(self, open_room: Callable[[], Room], width: int) -> None:
        super().__init__(classes=f"-{layout.shape(width)}")
        self._librarian = Librarian(open_room, self._say)
        self._asked = Asked("")
        self._journey = Journey()
        self._greeting: tuple[Line, ...] = ()
        self._said = ""

    def compose(self) -> ComposeResult:
        yield Tabs().data_bind(Desk.pane)
        with Panes():
            yield Search(id="search").data_bind(Desk.answers)
            yield TextPane(id="text").data_bind(Desk.text, Desk.front, Desk.lit)
            yield Record(id="record").data_bind(Desk.dossier)
        yield Static(Content(SMALL), id="small")
        yield Status()
        yield KeyLine()

    def on_mount(self) -> None:
        self.call_after_refresh(self._open_room)

    # The room, opened once the desk has been painted

    @work
    async def _open_room(self) -> None:
        try:
            await self._librarian.open()
        except ReadroomError as error:
            self.post_message(Failed(error))
            return
        self._ask(self._asked)
        self._greeting = await self._librarian.ask(lookups.greeting) or ()
        self._say(*await self._librarian.ask(lookups.notes) or ())
        if self.text is None:
            self.front = self._greeting
        self.dossier = await self._librarian.ask(dossiers.dossier, None) or self.dossier

    def watch_progress(self, progress: tuple[int, int]) -> None:
        done, total = progress
        if self._librarian.is_opening:
            self._say(f"indexing {done:,} of {count(total, 'text')}")

    async def _renew(self) -> None:
        doc = self.text.document.id if self.text else None
        text = await self._librarian.ask(lookups.text, doc) if doc else None
        if text is not None and self.text is not None and self.text.document.id == doc:
            place = self.panes.place
            self.text, self.front = text, text.front
            self.panes.text.reader.restore(place.top, place.mark)
            self.lit = self._journey.spans(text.document.id)
        shown = await self._librarian.ask(dossiers.renewed, self.dossier.entity)
        self.dossier = shown or self.dossier
        if self.answers.query is not None:
            journey, search = self._journey, self.answers.walk
            await self._answer(self.answers.query, self.answers.limit)
            if journey.walk and (search is None or journey.walk.name != search.name):
                self._travel(journey)  # it goes through something else than this search

    # Searching, finding, and going through what was found

    @on(Asked)
    @work(exclusive=True, group="ask")
    async def _ask(self, event: Asked) -> None:
        self._asked = event
        if not self._librarian.is_in:
            return
        if not (event.go and self.answers.query == event.query):
            if not event.go:
                await asyncio.sleep(PAUSE_S)
            await self._answer(event.query, paused=event.go)
            if not self.answers.settled:
                await asyncio.sleep(REST_S)
                await self._answer(event.query)
        if event.go and self.answers.query == event.query:
            self.panes.search.hits.action_choose()

    async def _answer(self, query: str, *limit: int, paused: bool = True) -> None:
        asked = partial(lookups.hits, paused=paused)
        answers = await self._librarian.ask(asked, query, *limit)
        if answers is not None:
            self.answers = answers
            if answers.walk is not None:
                self._travel(self._journey.search(self._from_here(answers.walk)))

    @on(More)
    @work(exclusive=True, group="ask")
    async def _answer_more(self, event: More) -> None:
        await self._answer(self.answers.query or "", MANY * self.answers.limit)
        if event.go:
            self.action_walk(1)

    def _from_here(self, walk: Walk) -> Walk:
        passage = self.panes.text.passage
        return walk.to(passage) if passage else walk

    @on(Found)
    def _take_found(self, event: Found) -> None:
        walk = self._from_here(event.walk) if event.walk else None
        self._travel(replace(self._journey, found=walk))
        if event.go and walk is not None:
            self.action_walk(1)
        elif event.go and event.words:
            self._say(f"“{event.words}” is not in this text")

    def _travel(self, journey: Journey) -> None:
        """Take up another state of the journey: what it goes through is lit in the text."""
        self._journey = journey
        self.lit = journey.spans(self.text.document.id) if self.text else ()
        self._say()

    def action_walk(self, by: Literal[1, -1]) -> None:
        walk, step = self._journey.walk, self._journey.step(by, self.panes.place)
        if walk is None:
            self._say("nothing searched for yet; / searches")
        elif step is None and by > 0 and self.answers.go_on_after(walk):
            self._answer_more(More(go=True))
        elif step is None or step.here is None:
            self._say(f"{walk.name}: no {walk.noun} {'further on' if by > 0 else 'before'}")
        else:
            self._travel(step)
            self._go(step.here)

    # Opening and showing

    @on(Open)
    def _open(self, event: Open) -> None:
        walk = event.walk.to(event.passage) if event.walk else None
        self._travel(self._journey.leaving(self.panes.place).search(walk))
        self.panes.text.close_finder()
        self._go(event.passage)

    @on(Jump)
    def _jump(self, event: Jump) -> None:
        self._travel(self._journey.leaving(self.panes.place))
        if event.span is not None:
            self.panes.text.reader.go(event.span)
        else:
            self.panes.text.reader.put_head(event.head)

    @work(exclusive=True, group="go")
    async def _go(self, passage: Passage) -> None:
        if await self._load_text(passage.doc):
            if passage.span.end:
                self.panes.text.reader.go(passage.span)
            self.panes.enter("text")

    async def _load_text(self, doc: str) -> bool:
        if self.text is None or self.text.document.id != doc:
            text = await self._librarian.ask(lookups.text, doc)
            if text is None:
                return False
            self.text, self.front = text, text.front
            self.panes.search.follow(doc)
            self._travel(self._journey)
        return True

    @on(Show)
    @work(exclusive=True, group="go")
    async def _show_record(self, event: Show) -> None:
        self._travel(self._journey.leaving(self.panes.place))
        if await self._load_record(event.entity):
            self.panes.text.close_card()
            self.panes.enter("record")

    async def _load_record(self, entity: str | None) -> bool:
        if self.dossier.entity == entity:
            return True
        dossier = await self._librarian.ask(dossiers.dossier, entity)
        self.dossier = dossier or self.dossier
        return dossier is not None

    @on(Peek)
    @work(exclusive=True, group="peek")
    async def _peek(self, event: Peek) -> None:
        """The card at once with what the registry says, then with what the texts do."""
        pane = self.panes.text
        for whole in (False, True):
            page = await self._librarian.ask(dossiers.card, event.mention, whole)
            if page is not None and (pane.card.display or not whole):
                pane.show_card(page)

    # Back and forward

    def action_back(self) -> None:
        self._return(self._journey.history.back(self.panes.place), "nothing to go back to")

    def action_forward(self) -> None:
        self._return(self._journey.history.forward(self.panes.place), "nothing to go forward to")

    def _return(self, step: tuple[History, Place] | None, otherwise: str) -> None:
        if step is None:
            self._say(otherwise)
            return
        self.panes.text.close_card()
        self._travel(self._journey.returning(step))
        self._restore(step[1])

    @work(exclusive=True, group="go")
    async def _restore(self, place: Place) -> None:
        if place.here is None:
            self.text, self.front = None, self._greeting
        elif await self._load_text(place.here.doc):
            self.panes.text.reader.restore(place.top, place.mark)
        await self._load_record(place.entity)
        self.panes.enter(place.pane)

    # Panes

    def on_resize(self, event: events.Resize) -> None:
        width, height = event.size
        small = width < layout.LEAST[0] or height < layout.LEAST[1]
        self.set_classes(f"-{layout.shape(width)}{' -small' * small}")
        self.panes.show(self.pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.pane = self.panes.holding(event.widget) or self.pane
        self.panes.show(self.pane)
        if not self.panes.text.card.has_focus_within:
            self.panes.text.close_card()
        if not self.panes.text.selector.has_focus:
            self.panes.text.stop_selecting()
        self._update()

    def action_pane(self, by: int) -> None:
        self.panes.step(by)

    def action_search(self) -> None:
        self.panes.show("search")
        self.panes.search.box.focus()

    def action_leave(self) -> bool:
        """Leave what is innermost; whether there was anything to leave."""
        text = self.panes.text
        if self.pane == "text" and not text.card.display:
            was_open = text.close_finder()
            if was_open or self._journey.found is not None:
                self._travel(replace(self._journey, found=None))
                text.enter()
                return True
        return self.panes.leave()

    def action_retreat(self) -> None:
        if not self.action_leave():
            self.app.exit()

    def action_help(self) -> None:
        self.app.push_screen(Help((self.focused.id if self.focused else None) or ""))

    # The status line

    @on(Tell)
    def _tell(self, event: Tell) -> None:
        self._say(event.what)

    def _say(self, *what: str) -> None:
        """Say something until the reader goes on; else where one is."""
        self._said = " · ".join(what)
        self._update()

    def _update(self) -> None:
        self.status.left = self._said or str(self._journey.walk or "")
        if self.pane == "text" and self.text is not None:
            self.status.right = self.text.progress(self.panes.text.reader.in_view())
        else:
            self.status.right = self.answers.count
