"""Keys typed one after another, such as `]e`: bindings like any other, whose key is a sequence."""

from __future__ import annotations

from textual import events
from textual.widget import Widget

OPENERS = frozenset("[]")
"""What begins a sequence, and so cannot be a key by itself."""


class Chords(Widget):
    """A widget whose bindings may have keys of two characters."""

    _begun = ""

    async def on_key(self, event: events.Key) -> None:
        char = event.character or ""
        if not self._begun:
            if char in OPENERS:
                self._begun = char
                event.stop()
                event.prevent_default()
            return
        sequence, self._begun = self._begun + char, ""
        active = self.screen.active_bindings.get(sequence)
        event.stop()
        event.prevent_default()
        if active is not None:
            await self.app.run_action(active.binding.action, active.node)
        elif event.key != "escape":
            self.app.bell()
