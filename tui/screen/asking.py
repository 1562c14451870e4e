"""Queries asked from the desk, and going through what was found with `n` and `N`."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import on, work

from tui.screen import enquiry
from tui.screen.answers import Answers
from tui.screen.messages import Asked, Found, More
from tui.screen.question import Question
from tui.screen.standing import noted
from tui.screen.travelling import Travelling
from tui.screen.walk import Walk

if TYPE_CHECKING:
    from tui.catalog.room import Room

PAUSE_S, REST_S = 0.08, 0.3
"""Keys that come faster than this are one query; after a rest what takes longer is asked."""
MANY = 3
"""Times as many texts are asked for when those that were listed are not enough."""


class Asking(Travelling, inherit_bindings=False):
    """The part of the desk that searches and finds."""

    _question = Question()
    _goes_on = False
    """Whether a hit shall be opened as soon as the room is."""

    @on(Asked)
    def _take_query(self, event: Asked) -> None:
        if event.query != self._question.query:
            self._question = self._question.asking(event.query)
        if event.go and self.answers.question == self._question and self.answers.settled:
            self._open_marked()
        else:
            self._ask(go=event.go, pause=not event.go)

    @work(exclusive=True, group="ask")
    async def _ask(self, said: str = "", *, go: bool = False, pause: bool = False) -> None:
        """Have the question answered and say something; with `go` its marked hit is opened."""
        question = self._question
        if not self._librarian.is_in:
            self._goes_on = go
            return
        if not (go and self.answers.question == question):
            if pause:
                await asyncio.sleep(PAUSE_S)
            await self._answer(question, paused=not pause)
            if not self.answers.settled:
                await asyncio.sleep(REST_S)
                await self._answer(question)
        if said:
            self._say(said)
        if go and self.answers.question == question:
            self._open_marked()

    def _open_marked(self) -> None:
        """Open the marked hit; the next key is for what opens, and no more for the query."""
        if self.panes.search.hits.marked is not None:
            self.is_opening = True
            self.set_focus(None)
            self.panes.search.hits.action_choose()

    async def _answer(self, question: Question, limit: int = 0, *, paused: bool = True) -> None:
        asked = partial(_noted, paused=paused)
        answers = await self._librarian.ask(asked, question, limit or enquiry.FIRST_HITS)
        if answers is not None:
            self.answers = answers
            self._update()
            if answers.walk is not None:
                self._travel(self._journey.search(self._from_here(answers.walk)))

    async def _answer_anew(self, more: int) -> None:
        """The same question answered from a newer index; so many more texts are listed."""
        journey, search, question = self._journey, self.answers.walk, self.answers.question
        asked = partial(_noted, paused=True)
        answers = await self._librarian.ask(asked, question, self.answers.limit + more)
        if answers is None or self.answers.question != question:
            return
        self.answers = replace(answers, renewed=True)
        if answers.walk is not None:
            self._travel(journey.search(self._from_here(answers.walk)))
        if journey.walk and (search is None or journey.walk.name != search.name):
            self._travel(journey)  # it goes through something else than this search

    @on(More)
    @work(exclusive=True, group="ask")
    async def _answer_more(self, event: More) -> None:
        await self._answer(self._question, MANY * self.answers.limit)
        if event.go:
            self.action_walk(1)

    def _from_here(self, walk: Walk) -> Walk:
        """The walk from where one is; more of the same one goes on where one has come to in it."""
        before = self._journey.searched
        if before is not None and before.name == walk.name and before.here is not None:
            return walk.to(before.here)  # its text may be on its way still
        passage = self.panes.text.passage
        return walk.to(passage) if passage else walk

    @on(Found)
    def _take_found(self, event: Found) -> None:
        walk = self._from_here(event.walk) if event.walk else None
        self._travel(self._journey._replace(found=walk))
        if event.go and walk is not None:
            self.action_walk(1)
        elif event.go and event.words:
            self._say(f"“{event.words}” is not in this text")

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
            self._depart(step.here)


def _noted(room: Room, question: Question, limit: int, *, paused: bool) -> Answers:
    return noted(room, enquiry.answers(room, question, limit, paused=paused))
