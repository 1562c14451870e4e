"""The desk: the one screen. It owns the state and answers what panes wish for.

What it does is written in its parts: asking, searching, travelling, keeping, quoting, handing on.
Here they come together.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import Static

from tui.catalog.house import HouseStyle
from tui.catalog.pace import Pace
from tui.model import ReadroomError
from tui.screen import dossiers, keys, layout, lookups
from tui.screen.ahead import Ahead
from tui.screen.answers import Answers
from tui.screen.commanding import Commanding
from tui.screen.following import Following
from tui.screen.handing import Handing
from tui.screen.keyline import KeyLine
from tui.screen.knowing import Knowing
from tui.screen.librarian import Librarian
from tui.screen.messages import Failed, Tell
from tui.screen.panes import Panes
from tui.screen.record import Record
from tui.screen.returning import Returning
from tui.screen.search import Search
from tui.screen.status import Status
from tui.screen.surveying import Surveying
from tui.screen.tabs import Tabs
from tui.screen.textpane import TextPane
from tui.screen.topic import REGISTRY
from tui.screen.tour import Tour
from tui.screen.touring import Touring
from tui.shift import Shift

if TYPE_CHECKING:
    from tui.catalog.room import Room

SMALL = "readroom needs {} columns and {} rows".format(*layout.LEAST)


class Desk(
    Surveying,
    Following,
    Knowing,
    Handing,
    Commanding,
    Returning,
    Touring,
    is_whole=True,
    inherit_bindings=False,
):
    """Search, text and record side by side, or one at a time where the terminal is narrow."""

    BINDINGS = [*keys.DESK, *keys.SEARCHING]
    AUTO_FOCUS = "#box"

    progress: reactive[tuple[int, int]] = reactive((0, 0), init=False)

    status = query_one(Status)

    def __init__(
        self,
        open_room: Callable[[], Room],
        width: int,
        house: HouseStyle,
        *,
        is_fresh: bool,
        picks: bool = False,
        is_toured: bool,
        ahead: Ahead | None,
    ) -> None:
        super().__init__(classes=f"-{layout.shape(width)}")
        self._is_begun = False
        self._is_fresh, self._picks = is_fresh, picks
        self._is_toured = is_toured
        self._ahead = ahead
        if ahead is not None and (page := ahead.page()) is not None:
            self._first = page
            self.set_reactive(Desk.answers, Answers(page=page))
        self._librarian = Librarian(open_room, self._say)
        self._said = ""
        self._pace = Pace()
        self.house = house

    def compose(self) -> ComposeResult:
        yield Tabs().data_bind(Desk.pane)
        with Panes():
            yield Search(id="search").data_bind(Desk.answers, Desk.facets)
            yield TextPane(id="text", classes="-beside").data_bind(Desk.text, Desk.front, Desk.lit)
            yield Record(id="record", classes="-beside").data_bind(Desk.dossier)
        yield Static(Content(SMALL), id="small")
        yield Tour()
        yield Status()
        yield KeyLine()

    def on_mount(self) -> None:
        if not self._is_toured:
            self.action_tour()
        self.watch(self, "answers", self._note_first, init=False)
        self.call_after_refresh(self._open_room)

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """At the start every widget has just been given its styles: do not do it twice."""
        event.refresh_styles = self._is_begun
        self._is_begun = True

    # The room, opened once the desk has been painted

    @work
    async def _open_room(self) -> None:
        try:
            await self._librarian.open()
        except ReadroomError as error:
            self.post_message(Failed(error))
            return
        self._shelf = await self._librarian.ask(lambda room: room.shelf)
        self._ask(go=self._goes_on)
        self._begin_to_keep()
        self._follow()
        self._greeting = await self._librarian.ask(lookups.greeting) or ()
        self._say(*await self._librarian.ask(lookups.notes) or ())
        if self.text is None:
            self.front = self._greeting
        self.dossier = await self._librarian.ask(dossiers.dossier, REGISTRY) or self.dossier
        await self._find_session()
        if not self._is_fresh:
            await self._come_back()
        gc.freeze()  # what is there now stays; until now the collector was at rest
        gc.enable()

    def on_unmount(self) -> None:
        self._follow_no_more()
        self._keep_place()
        self._keep_session()

    def watch_progress(self, progress: tuple[int, int]) -> None:
        done, total = progress
        if self._librarian.is_opening or done < total:
            self._say(f"indexing {self._pace.words(done, total)}")

    async def _renew(self) -> None:
        self._shelf = await self._librarian.ask(lambda room: room.shelf)
        self._follow()
        doc = self.text.document.id if self.text else None
        text = await self._librarian.ask(lookups.text, doc) if doc else None
        if text is not None and self.text is not None and self.text.document.id == doc:
            place, shift = self.panes.place, Shift(self.text.document.text, text.document.text)
            self._shift(shift)
            self.text, self.front = text, text.front
            top = shift(place.top) if place.top > 0 else place.top
            self.panes.text.reader.restore(top, place.mark and shift.span(place.mark))
            self.lit = self._journey.spans(text.document.id)
        shown = await self._librarian.ask(dossiers.renewed, self.dossier.topic)
        self.dossier = shown or self.dossier
        if self.answers.question is not None:
            journey, search = self._journey, self.answers.walk
            await self._answer(self.answers.question, self.answers.limit)
            if journey.walk and (search is None or journey.walk.name != search.name):
                self._travel(journey)  # it goes through something else than this search

    # Panes

    def on_resize(self, event: events.Resize) -> None:
        del event
        self._lay_out()

    def _lay_out(self) -> None:
        """As many panes side by side as there is room for."""
        width, height = self.app.size
        small = width < layout.LEAST[0] or height < layout.LEAST[1]
        low = height < layout.LOW
        self.set_classes(f"-{self.panes.shape}{' -small' * small}{' -low' * low}")
        self.panes.show(self.pane)
        self.panes.fit()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.pane = self.panes.holding(event.widget) or self.pane
        self.panes.show(self.pane)
        self.refresh_bindings()  # some keys are of one pane alone
        if not self.panes.text.card.has_focus_within:
            self.panes.text.close_card()
        if not self.panes.text.selector.has_focus:
            self.panes.text.stop_selecting()
        self._update()

    def action_pane(self, by: int) -> None:
        self.panes.step(by)

    def action_widen(self, by: int) -> None:
        if not self.panes.widen(by):
            self._say("one pane has the whole width")

    def action_zoom(self) -> None:
        self.panes.is_zoomed = not self.panes.is_zoomed
        self._lay_out()

    def action_search(self) -> None:
        self.panes.show("search")
        self.panes.search.box.focus()

    def action_leave(self) -> bool:
        """Leave what is innermost; whether there was anything to leave."""
        if self._end_tour():
            return True
        text = self.panes.text
        if self.pane == "search" and not self.panes.search.box.has_focus and self.close_facets():
            return True
        if self.pane == "text" and not text.card.display:
            was_open = text.close_finder()
            if was_open or self._journey.found is not None:
                self._travel(self._journey._replace(found=None))
                text.enter()
                return True
        return self.panes.leave()

    def action_retreat(self) -> None:
        self._end_tour()
        if not self.action_leave():
            self.app.exit()

    # The status line

    @on(Tell)
    def _tell(self, event: Tell) -> None:
        self._say(event.what)

    def _say(self, *what: str) -> None:
        """Say something until the reader goes on; else where one is."""
        self._said = " · ".join(what)
        self._update()

    def _update(self) -> None:
        if not self.query(Status):
            return  # one is leaving, and what was looked for comes too late
        self.status.left = self._said or self._walked()
        self.status.is_notice = bool(self._notice)
        if self._notice:
            self.status.right = self._notice
        elif self.pane == "text" and self.text is not None:
            self.status.right = self.text.progress(self.panes.text.reader.in_view())
        else:
            self.status.right = self.answers.count

    def _walked(self) -> str:
        """Where in a set of passages one is; beside a list that answers something else nothing."""
        walk, asked = self._journey.walk, self.answers.question
        is_other = self.pane == "search" and walk and asked and walk.name != asked.name
        return "" if walk is None or is_other else str(walk)
