"""Texts opened and records shown from the desk, and the way back to where one was."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.reactive import reactive

from tui.model import Passage, Span
from tui.screen import dossiers, lookups
from tui.screen.history import History, Place
from tui.screen.journey import Journey
from tui.screen.lines import BLANK, Line
from tui.screen.messages import Jump, Look, Open, Peek, Show
from tui.screen.record import Dossier
from tui.screen.shelving import Shelving
from tui.screen.topic import Topic

if TYPE_CHECKING:
    from tui.screen.survey import Choice
    from tui.screen.surveys import Wanted

PAUSE_S = 0.08
"""Keys that come faster than this narrow a page together."""


class Travelling(Shelving, inherit_bindings=False):
    """The part of the desk that goes from place to place and keeps the history."""

    front: reactive[tuple[Line, ...]] = reactive((BLANK, Line("The reading room", "title")))
    lit: reactive[tuple[Span, ...]] = reactive((), init=False)
    dossier: reactive[Dossier] = reactive(Dossier(), init=False)

    is_opening = False
    """Whether a text is on its way that the next key is for."""
    _journey = Journey()
    _greeting: tuple[Line, ...] = ()

    def _travel(self, journey: Journey) -> None:
        """Take up another state of the journey: what it goes through is lit in the text."""
        self._journey = journey
        self.lit = journey.spans(self.text.document.id) if self.text else ()
        self._say()

    # Opening and showing

    @on(Open)
    def _open(self, event: Open) -> None:
        walk = event.walk.to(event.passage) if event.walk else None
        self._travel(self._journey.leaving(self.panes.place).search(walk))
        self.panes.text.close_finder()
        self._depart(event.passage)

    @on(Jump)
    def _jump(self, event: Jump) -> None:
        self._travel(self._journey.leaving(self.panes.place))
        if event.span is not None:
            self.panes.text.reader.go(event.span)
        else:
            self.panes.text.reader.put_head(event.head)

    def _depart(self, passage: Passage) -> None:
        """Be on the way to a passage."""
        self.is_opening = True
        self._go(passage)

    @work(exclusive=True, group="go")
    async def _go(self, passage: Passage) -> None:
        try:
            await self._go_to(passage)
        finally:
            self.call_after_refresh(self._arrive)  # where one is is known once it is laid out

    def _arrive(self) -> None:
        self.is_opening = False
        self._update()

    async def _go_to(self, passage: Passage) -> None:
        is_open = self.text is not None and self.text.document.id == passage.doc
        if await self._load_text(passage.doc):
            if passage.span.end:
                self.panes.text.reader.go(passage.span)
            elif not is_open and (place := self._place_kept()):
                self.panes.text.reader.put_head(place)
                self._say("where you were; g goes to the beginning")
            self.panes.enter("text")
            self._keep_read()
        elif self.focused is None:
            self.panes.enter("search")

    async def _load_text(self, doc: str) -> bool:
        if self.text is None or self.text.document.id != doc:
            text = await self._librarian.ask(lookups.text, doc)
            if text is None:
                return False
            self._keep_place()
            self.text, self.front = text, text.front
            self.panes.search.follow(doc)
            self._travel(self._journey)
        return True

    @on(Show)
    def _show_record(self, event: Show) -> None:
        self._show_topic(Look(Topic.of(event.entity)))

    @on(Look)
    @work(exclusive=True, group="go")
    async def _show_topic(self, event: Look) -> None:
        """Show a page of the record pane; while one types it waits for the last key."""
        if event.leaves:
            self._travel(self._journey.leaving(self.panes.place))
        else:
            await asyncio.sleep(PAUSE_S)
        if await self._load_record(event.topic) and event.leaves:
            self.panes.text.close_card()
            self.panes.enter("record")

    async def _load_record(self, topic: Topic) -> bool:
        if self.dossier.topic == topic:
            return True
        dossier = await self._librarian.ask(dossiers.dossier, topic)
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
            self._keep_place()
            self.text, self.front = None, self._greeting
        elif await self._load_text(place.here.doc):
            self.panes.text.reader.restore(place.top, place.mark)
        await self._load_record(place.topic)
        self.panes.enter(place.pane)
        if place.over is not None:
            self._survey(place.over)

    def _survey(self, wanted: Wanted) -> None:
        """Open a list from many texts over the panes; from what is chosen one comes back."""
        from tui.screen.survey import Survey

        def chosen(choice: Choice | None) -> None:
            if choice is not None:
                place = self.panes.place._replace(over=choice.wanted)
                self._travel(self._journey.leaving(place).search(choice.walk))
                self._depart(choice.passage)

        self.app.push_screen(Survey(self._librarian, wanted), chosen)
