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
from textual.message_pump import MessagePump

GUARD_S = 0.5
"""A key whose end is not seen, because what it was for is gone, holds up the next no longer."""
STEP_S, OPENING_S = 0.01, 2.0
"""How often is looked whether the text is there that keys wait for; how long they wait at most."""
AT_ONCE = ("Q", "escape", "ctrl+c", "ctrl+z")
"""Keys that wait for no text: they give it up."""
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
    _has_begun = False
    _until = 0.0
    _guard: asyncio.TimerHandle | None = None

    def __init__(self, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]  # they are those of App
        self._target: MessagePump = self
        self._waiting: deque[events.Key] = deque()

    @property
    def _is_opening(self) -> bool:
        """Whether what the next key is for is still on its way."""
        return self._is_beginning or bool(getattr(self.screen, "is_opening", False))

    @property
    def _is_beginning(self) -> bool:
        """Whether nothing has had the focus yet: a key would go nowhere."""
        if not self._has_begun:
            self._has_begun = bool(self.screen_stack) and self.focused is not None
        return not self._has_begun

    def _waits_for_no(self, key: events.Key) -> bool:
        """Whether a key is for no text that is on its way."""
        return self._is_opening and key.key in AT_ONCE

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded or self._waits_for_no(event):
            await super().on_event(event)
        elif self._under_way:
            self._waiting.append(event)
        elif self._is_beginning:
            self._under_way = True
            self._until = asyncio.get_running_loop().time() + OPENING_S
            self._waiting.append(event)
            self.post_message(Passed(self._number, is_last=True))
        else:
            await self._answer_key(event)

    async def _answer_key(self, event: events.Key) -> None:
        self._under_way = True
        self._until = asyncio.get_running_loop().time() + OPENING_S
        self._number += 1
        target = self.focused or self.screen
        await super().on_event(event)
        self._target = target if event.is_forwarded else self
        self._follow(Passed(self._number))
        self._guard = asyncio.get_running_loop().call_later(
            GUARD_S, self.post_message, Passed(self._number, True)
        )

    def _follow(self, passed: Passed) -> None:
        """Send it the way that the key went, or to the end of that if it is no more."""
        if not self._target.post_message(passed):
            self.post_message(passed)

    @on(Passed)
    async def _go_on(self, event: Passed) -> None:
        event.stop()
        if event.number != self._number:
            return
        if not event.is_last:
            self._follow(Passed(event.number, is_last=True))  # behind what the key has had posted
            return
        loop = asyncio.get_running_loop()
        if self._is_opening and loop.time() < self._until:
            loop.call_later(STEP_S, self.post_message, event)
            return
        self._number += 1
        if self._guard is not None:
            self._guard.cancel()
        if self._waiting:
            await self._answer_key(self._waiting.popleft())
        else:
            self._under_way = False
