"""What every part of the desk has at hand; the desk is made of its parts."""

from __future__ import annotations

from textual.getters import query_one
from textual.screen import Screen

from tui.screen.librarian import Librarian
from tui.screen.panes import Panes


class Part(Screen[None], inherit_bindings=False):
    """A family of the desk's actions: the panes it works on, the librarian it asks.

    What raises NotImplementedError is done by the desk as a whole; Textual's metaclass leaves no
    room for that of abstract classes.
    """

    panes = query_one(Panes)
    _librarian: Librarian

    def __init_subclass__(cls, *, is_whole: bool = False, **options: bool) -> None:
        """What Textual makes ready for a class that is shown is of no use to a part of one."""
        if is_whole:
            super().__init_subclass__(**options)

    def _say(self, *what: str) -> None:
        """Say something in the status line until the reader goes on."""
        raise NotImplementedError

    async def _renew(self) -> None:
        """Ask anew for all that is shown, and show it where it was."""
        raise NotImplementedError

    def _reopen(self, said: str) -> object:
        """Open the room anew, and say something once what is shown is from there."""
        raise NotImplementedError

    def _caught_up(self) -> None:
        """What has changed in files until now is about to be taken in."""
        raise NotImplementedError

    def _update(self) -> None:
        """Have the status line say what holds now."""
        raise NotImplementedError
