"""What goes to the clipboard from the desk, and what is said of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import on, work

from tui.screen.messages import Copy
from tui.screen.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.catalog.room import Room


class Copying(Part, inherit_bindings=False):
    """The part of the desk that copies."""

    @on(Copy)
    @work(exclusive=True, group="copy")
    async def _copy(self, event: Copy) -> None:
        self._say(await self.copied(event.words))

    async def copied(self, words: str) -> str:
        """Copy words, and how that went."""

        def send(sequence: str) -> None:
            self.app.call_from_thread(self._send, sequence)

        return await self._librarian.ask(_copied, words, send) or "nothing was copied"

    def _send(self, sequence: str) -> None:
        """Write to the terminal what it is not to show."""
        driver = self.app._driver
        if driver is not None:
            driver.write(sequence)
            driver.flush()


def _copied(room: Room, words: str, send: Callable[[str], None]) -> str:
    from tui import clipboard

    return clipboard.copy(words, os.environ, send, room.places.state)
