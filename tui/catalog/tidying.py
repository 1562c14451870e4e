"""Segments of an index merged by a process of its own, while whoever reads the texts reads on."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from tui.catalog.room import Room
from tui.index import is_scattered, tidy
from tui.model import ReadroomError
from tui.spawning import spawn, stand_back

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

REST_S = 30.0
"""So long after an index of many segments was opened their merging begins."""


class Tidying:
    """At most one process that merges, behind everything else that the machine has to do."""

    def __init__(self) -> None:
        self._timer: Timer | None = None
        self._process: BaseProcess | None = None

    def see(self, room: Room) -> None:
        """Take note of a room that was opened."""
        is_coming = self._timer is not None and self._timer.is_alive()
        is_going_on = self._process is not None and self._process.is_alive()
        if room.home and is_scattered(room.view.generation) and not (is_coming or is_going_on):
            self._timer = Timer(REST_S, self._begin, (room.home, room.corpus.folder))
            self._timer.daemon = True
            self._timer.start()

    def close(self) -> None:
        """Leave it at what is merged."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()  # a process that is just being started is stopped too
        if self._process is not None and self._process.is_alive():
            self._process.terminate()

    def _begin(self, home: Path, corpus: Path) -> None:
        self._process = spawn(_tidy, home, corpus, is_daemon=True)


def _tidy(home: Path, corpus: Path) -> None:
    """The process. What keeps it from merging is no fault: all is found without that as well."""
    stand_back(19)  # stopped, it leaves nothing half made
    with suppress(ReadroomError, KeyboardInterrupt):
        while tidy(home, corpus):
            pass
