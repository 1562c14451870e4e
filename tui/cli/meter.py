"""The progress of a long indexing, on stderr: a line that is written again, or lines at times."""

from __future__ import annotations

from tui.catalog.pace import SOON_S, Pace
from tui.cli import output

AGAIN_S, LATER_S = 0.2, 10.0
"""How often a person is told, and how often a file."""


class Meter:
    """Says how far an indexing is, if it takes long at all; behind it nothing is left standing."""

    def __init__(self) -> None:
        self._pace = Pace()
        self._is_watched = output.is_watched()
        self._next = SOON_S if self._is_watched else LATER_S
        self._shown = 0

    def __call__(self, done: int, total: int) -> None:
        if self._pace.seconds < self._next:
            return
        said = f"readroom: indexing {self._pace.words(done, total)}"
        if self._is_watched:
            self._next = self._pace.seconds + AGAIN_S
            output.say_again(said, self._shown)
            self._shown = len(said)
        else:
            self._next = self._pace.seconds + LATER_S
            output.say(said)

    def __enter__(self) -> Meter:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            output.say_again("", self._shown)
