"""A room opened soon: where indexing takes long, a process of its own does it meanwhile."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from tui.catalog.choosing import choose
from tui.catalog.room import Progress, Room, open_room
from tui.catalog.tidying import Tidying
from tui.catalog.wish import Wish
from tui.corpus import Corpus
from tui.index import ahead, has_index, home_of
from tui.model import ReadroomError
from tui.places import Places
from tui.spawning import spawn, stand_back

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

LONG_S = 3.0
"""An index that takes longer to build is answered from while it grows."""
LOOK_S = 0.05


class Opening:
    """Opens a room, for the first time soon, later up to date; one process at most indexes for it.

    `progress` is called from another thread, and so is `finished`: with what came of it, "" if
    nothing did.
    """

    def __init__(self, wish: Wish, progress: Progress, finished: Callable[[str], None]) -> None:
        self._wish = wish
        self._progress = progress
        self._finished = finished
        self._process: BaseProcess | None = None
        self._tidying = Tidying()
        self._is_opened = False

    def __call__(self) -> Room:
        """The room as it can be had now."""
        room = self._open()
        self._tidying.see(room)
        return room

    def _open(self) -> Room:
        is_first, self._is_opened = not self._is_opened, True
        if is_first and self._takes_long():
            self._begin()
            self._wait()
        if self._is_indexing:
            return open_room(self._wish)
        if not is_first:
            return open_room(self._wish, budget=None, progress=self._progress)
        room = open_room(self._wish, progress=self._progress)
        if room.report.is_behind:
            self._begin()
        return room

    def close(self) -> None:
        """Leave it at what is indexed; that is kept."""
        self._tidying.close()
        if self._process is not None and self._process.is_alive():
            self._process.terminate()

    @property
    def _is_indexing(self) -> bool:
        return self._process is not None and self._process.is_alive()

    def _takes_long(self) -> bool:
        """Whether there is nothing to answer from, and will not be for a while."""
        places = Places.of(os.environ, self._wish.root)
        choice = choose(self._wish, places, os.environ)
        home, _ = home_of(places, choice.corpus, choice.registry)
        self._home = home
        return not has_index(home) and ahead(home, Corpus(choice.corpus)) > LONG_S

    def _wait(self) -> None:
        """Until a part of the texts can be asked for."""
        while self._is_indexing and not has_index(self._home):
            time.sleep(LOOK_S)

    def _begin(self) -> None:
        from multiprocessing import Pipe

        ours, theirs = Pipe(duplex=False)
        self._process = spawn(_index, self._wish, theirs, is_daemon=False)
        theirs.close()
        Thread(target=self._listen, args=(ours,), name="indexing", daemon=True).start()

    def _listen(self, pipe: Connection) -> None:
        said = ""
        while True:
            try:
                heard = pipe.recv()
            except (EOFError, OSError):
                break
            if isinstance(heard, str):
                said = heard
            else:
                self._progress(*heard)
        if self._process is not None:
            self._process.join()
        self._finished(said)


def _index(wish: Wish, pipe: Connection) -> None:
    """The process: brings the index up to date and says how that goes."""
    stand_back(5)  # stopped, it keeps what is done
    try:
        room = open_room(wish, budget=None, progress=lambda done, total: pipe.send((done, total)))
        texts = len(room.view.everything())
        pipe.send(f"all {texts:,} texts are indexed" if room.report.written else "")
    except ReadroomError as error:
        pipe.send(error.message)
    except (KeyboardInterrupt, BrokenPipeError):
        pass
