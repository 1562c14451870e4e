"""Asks the Catalog for the desk: opens the room, then answers from it, aside from the loop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tui.model import Document, NotFound, ReadroomError
from tui.screen.aside import Aside

if TYPE_CHECKING:
    from tui.catalog.room import Room

T = TypeVar("T")


class Librarian:
    """One call at a time; each gets the room as its first argument. `say` tells what went wrong."""

    def __init__(self, open_room: Callable[[], Room], say: Callable[[str], None]) -> None:
        self._open_room = open_room
        self._say = say
        self._room: Room | None = None
        self._aside = Aside()
        self.is_opening = False

    @property
    def is_in(self) -> bool:
        """Whether the room is open."""
        return self._room is not None

    async def open(self) -> None:
        """Open the room, for the first time or anew; raises what the Catalog raises."""
        self.is_opening = True
        try:
            await self._aside(self._enter)
        finally:
            self.is_opening = False

    def _enter(self) -> None:
        self._room = self._open_room()

    async def renew(self, shown: Document | None) -> int | None:
        """Answer from what another process has indexed: how many texts more; None if nothing is."""
        return await self._aside(lambda: self._renewed(shown))

    def _renewed(self, shown: Document | None) -> int | None:
        from tui.catalog.renewing import renewed

        before = self._room
        room = renewed(before, shown) if before is not None else None
        if room is None or before is None:
            return None
        self._room = room
        return len(room.view.everything()) - len(before.view.everything())

    async def ask(self, call: Callable[..., T], *args: object) -> T | None:
        """What `call(room, *args)` answers; None after saying what a user has caused."""
        try:
            return await self._aside(lambda: call(self._room, *args))
        except ReadroomError as error:
            near = [line.strip() for line in error.details[:1] if isinstance(error, NotFound)]
            self._say(" · ".join([error.message, *near]))
            return None
