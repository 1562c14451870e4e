"""Queries asked from the desk, and going through what was found with `n` and `N`."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import Literal

from textual import on, work
from textual.reactive import reactive

from tui.screen import lookups
from tui.screen.answers import Answers
from tui.screen.messages import Asked, Found, More
from tui.screen.travelling import Travelling
from tui.screen.walk import Walk

PAUSE_S, REST_S = 0.08, 0.3
"""Keys that come faster than this are one query; after a rest what takes longer is asked."""
MANY = 3
"""Times as many texts are asked for when those that were listed are not enough."""


class Asking(Travelling, inherit_bindings=False):
    """The part of the desk that searches and finds."""

    answers: reactive[Answers] = reactive(Answers(), init=False)
    _asked = Asked("")

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
