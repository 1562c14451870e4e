"""Keys one at a time: what is typed ahead goes where the key before it leads.

Over a slow line several keys come at once. Textual hands all of them to what has the focus then,
though the first of them opens something to type the others in.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TypeVar

from textual import events, on
from textual.app import App
from textual.message import Message

GUARD_S = 0.5
"""A key whose end is not seen, because what it was for is gone, holds up the next no longer."""
T = TypeVar("T")


@dataclass
class Passed(Message):
    """Follows a key on its way up; where it arrives, the key has been answered."""

    number: int
    is_last: bool = False
    """Whether what the key has had called later has been called, such as a change of focus."""


class Typeahead(App[T], inherit_bindings=False):
    """An application that answers a key before it looks at the next."""

    _number = 0
    _under_way = False
    _guard: asyncio.TimerHandle | None = None

    def __init__(self, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]  # they are those of App
        self._waiting: deque[events.Key] = deque()

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way:
            self._waiting.append(event)
        else:
            await self._answer_key(event)

    async def _answer_key(self, event: events.Key) -> None:
        self._under_way = True
        self._number += 1
        target = self.focused or self.screen
        await super().on_event(event)
        passed = Passed(self._number)
        if not (event.is_forwarded and target.post_message(passed)):
            self.post_message(passed)
        self._guard = asyncio.get_running_loop().call_later(
            GUARD_S, self.post_message, Passed(self._number, True)
        )

    @on(Passed)
    async def _go_on(self, event: Passed) -> None:
        event.stop()
        if event.number != self._number:
            return
        if not event.is_last:
            self.post_message(Passed(event.number, is_last=True))
            return
        self._number += 1
        if self._guard is not None:
            self._guard.cancel()
        if self._waiting:
            await self._answer_key(self._waiting.popleft())
        else:
            self._under_way = False
