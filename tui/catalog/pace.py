"""How an indexing goes on, in words: `12,400 of 100,000 texts, 870 a second, 1 min 41 s left`."""

from __future__ import annotations

import time
from collections.abc import Callable

SOON_S = 1.0
"""What is done within so many seconds needs no word, and has no pace that means anything yet."""


class Pace:
    """The pace of one indexing, taken from its beginning."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()

    @property
    def seconds(self) -> float:
        """How long it has lasted."""
        return self._clock() - self._began

    def words(self, done: int, total: int) -> str:
        """How far it is; after a while also how fast, and how long it still takes."""
        said = f"{done:,} of {total:,} texts"
        if self.seconds < SOON_S or not done:
            return said
        rate = done / self.seconds
        each = f"{rate:,.0f} a second" if rate >= 1 else f"{1 / rate:,.0f} s each"
        return f"{said}, {each}, {_lasting(round((total - done) / rate))} left"


def _lasting(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"
