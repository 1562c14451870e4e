"""Keys typed one after another: `]e`, which is a binding like any other, and numbers before one."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.widget import Widget

from tui.screen.keymap import opens

MOST = 999
"""Times that a number can have an action done."""


class Chords(Widget):
    """A widget whose bindings may have keys of two characters, and be done several times: `5j`."""

    COUNTED: ClassVar[frozenset[str]] = frozenset()
    """Actions that read `count` themselves; others are done so many times."""
    count = 0
    """The number typed before the key; 0 without one."""
    _digits = ""
    _begun = ""
    _heard: Callable[[str], bool] | None = None

    def listen(self, heard: Callable[[str], bool]) -> None:
        """Have the next characters go to `heard` for as long as it returns True; Esc is ""."""
        self._heard = heard

    def unlisten(self) -> None:
        """Forget what was begun."""
        self._heard, self._begun, self._digits = None, "", ""

    async def on_key(self, event: events.Key) -> None:
        char = event.character or ""
        if self._heard is not None:
            self._swallow(event)
            heard, self._heard = self._heard, None
            if heard("" if event.key == "escape" else char) and self._heard is None:
                self._heard = heard
        elif self._begun:
            self._swallow(event)
            sequence, self._begun = self._begun + char, ""
            if not await self._do(sequence) and event.key != "escape":
                self.app.bell()
        elif self._opens(event):
            self._swallow(event)
            self._begun = char
        elif char.isdecimal() and char.isascii() and (self._digits or char != "0"):
            self._swallow(event)
            self._digits = (self._digits + char)[-9:]
        elif self._digits:
            self._swallow(event)
            if event.key == "escape" or not await self._do(event.key):
                self._digits = ""

    def _opens(self, event: events.Key) -> bool:
        """Whether a sequence may begin so, where it is no key by itself."""
        active, char = self.screen.active_bindings, event.character or " "
        return event.key not in active and char not in active and opens(char, active)

    def _swallow(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()

    async def _do(self, key: str) -> bool:
        """Do what a key is bound to, as often as was said; whether it is bound to anything."""
        number, self._digits = int(self._digits or 0), ""
        active = self.screen.active_bindings.get(key)
        if active is None:
            return False
        name = active.binding.action.partition("(")[0]
        self.count = number
        for _ in range(1 if name in self.COUNTED else max(1, min(number, MOST))):
            await self.app.run_action(active.binding.action, active.node)
        self.count = 0
        return True
