"""Files followed while one reads: nothing moves, a few words say that something changed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual import work
from textual.timer import Timer

from tui.screen import changes
from tui.screen.changes import Watch
from tui.screen.travelling import Travelling
from tui.shift import Shift

PAUSE_S = 0.2
"""So long nothing more is written before one looks at what was."""


class Following(Travelling, inherit_bindings=False):
    """The part of the desk that waits for the kernel to tell of changes."""

    _watch = Watch((), "", "")
    _notice = ""
    _waiting: Timer | None = None
    _changed: frozenset[Path] = frozenset()

    @work(exclusive=True, group="follow")
    async def _follow(self) -> None:
        """Follow the files of the room, which was just opened, for the first time or anew."""
        if self._watch.watchers:
            registry = await self._librarian.ask(changes.registry) or ""
            self._watch = self._watch._replace(registry=registry)
            return
        self._watch = await self._librarian.ask(changes.watch) or self._watch
        loop = asyncio.get_running_loop()
        for watcher in self._watch.watchers:
            loop.add_reader(watcher.fileno(), self._hear_of_changes)
        if self._watch.why_not:
            self._say(self._watch.why_not)

    def _follow_no_more(self) -> None:
        loop = asyncio.get_running_loop()
        for watcher in self._watch.watchers:
            loop.remove_reader(watcher.fileno())
            watcher.close()
        self._watch = self._watch._replace(watchers=())

    def _hear_of_changes(self) -> None:
        self._changed |= frozenset().union(*(w.changed() for w in self._watch.watchers))
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE_S, self._look)

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """Say what changed, if anything did; the text stays as it is until one wants it."""
        paths, doc = self._changed, self.text.document.id if self.text else None
        if not self._librarian.is_in or not paths:
            return
        said = await self._librarian.ask(changes.changed, paths, self._watch.registry, doc)
        if said is not None and paths <= self._changed:
            self._notice = f"{said}, R to reload" if said else ""
            self._update()

    def _caught_up(self) -> None:
        for watcher in self._watch.watchers:
            watcher.changed()
        if self._waiting is not None:
            self._waiting.stop()
        self._changed, self._notice = frozenset(), ""

    def action_reload(self) -> None:
        self._reopen("reloaded: this is how it is on disk now")

    def catch_up(self, said: str) -> None:
        """Answer from the newest index; `said` tells what is new in it."""
        self._reopen(said)

    def _shift(self, shift: Shift) -> None:
        """The open text was changed: have all places in it where their words are now."""
        if self.text is not None and not shift.is_none:
            self._journey = self._journey.shifted(self.text.document.id, shift)
