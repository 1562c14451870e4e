"""Waiting for the files of a room to change: told by the kernel, or looked for again and again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack

from tui.catalog.room import Room
from tui.cli import output
from tui.model import Unusable
from tui.watcher import Watcher

PAUSE_S = 0.2
"""So long nothing more must change before one looks at what has."""
MOST_S = 2.0
"""But no longer than this, where changes do not end."""
REST_S = 30.0
"""After so long without a change one looks once more, and then not before the next one."""
POLL_S = 2.0
RESTING = 20
"""Polling rests at least so many times as long as a look takes."""


def changes(room: Room, *, is_polling: bool) -> Iterator[None]:
    """One after another, whenever something may be other, and once after a rest; without end."""
    if not is_polling:
        try:
            with ExitStack() as stack:
                yield from _told(room, stack)
        except Unusable as error:
            output.say(f"readroom: {error.message}; looking every {POLL_S:.0f} s instead")
    yield from _looked_for()


def _told(room: Room, stack: ExitStack) -> Iterator[None]:
    """What the kernel tells of; nothing wakes up in between."""
    watcher = stack.enter_context(Watcher([room.corpus.folder]))
    watched = room.registry_folders
    beside = stack.enter_context(Watcher(watched, deep=False)) if watched else None
    waiting = [one for one in (watcher, beside) if one]
    while True:
        yield  # at first for what changed before the watch was set
        if not _wait(waiting, REST_S):
            yield
            _wait(waiting)


def _wait(waiting: list[Watcher], most: float | None = None) -> bool:
    """Whether something has changed, which is waited for, at most so many seconds."""
    from select import select

    ready, _, _ = select(waiting, [], [], most)
    if not ready:
        return False
    until = time.monotonic() + MOST_S
    while ready and time.monotonic() < until:
        for watcher in waiting:
            watcher.changed()
        ready, _, _ = select(waiting, [], [], PAUSE_S)
    return True


def _looked_for() -> Iterator[None]:
    rest = POLL_S
    while True:
        time.sleep(rest)
        began = time.monotonic()
        yield
        rest = max(POLL_S, RESTING * (time.monotonic() - began))
