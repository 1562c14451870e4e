"""Files followed while one reads: nothing moves, a few words say that something changed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from threading import Thread

from textual import work
from textual.timer import Timer

from tui.model import Document
from tui.screen import changes
from tui.screen.asking import Asking
from tui.screen.changes import Watch
from tui.shift import Shift

PAUSE_S = 0.2
"""So long nothing more is written before one looks at what was."""
COMMITS = (".toc", ".json")
"""How the files end that appear with a commit to the index."""
MOST_MORE = 200
"""So many hits more are listed at most, so that the marked one is among them still."""


class Following(Asking, inherit_bindings=False):
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
        if self._watch.commits is not None:
            loop.add_reader(self._watch.commits.fileno(), self._hear_of_commit)
        if self._watch.why_not:
            self._say(self._watch.why_not)

    def _follow_no_more(self) -> None:
        """Let the kernel take its 5 to 16 ms over each watcher while other things are put away."""
        loop = asyncio.get_running_loop()
        last = self._watch.commits
        for watcher in (*self._watch.watchers, *([last] if last else [])):
            loop.remove_reader(watcher.fileno())
            Thread(target=watcher.close, daemon=True).start()
        self._watch = self._watch._replace(watchers=(), commits=None)

    def _hear_of_changes(self) -> None:
        self._changed |= frozenset().union(*(w.changed() for w in self._watch.watchers))
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE_S, self._look)

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """Say what changed, if anything did; the text stays as it is until one wants it."""
        paths = self._changed
        if not self._librarian.is_in or not paths:
            return
        said = await self._librarian.ask(changes.changed, paths, self._watch.registry, self._shown)
        if said is not None and paths <= self._changed:
            self._notice = f"{said}, R to reload" if said else ""
            self._update()

    def _hear_of_commit(self) -> None:
        """Something was written in the index; what shows that is a commit comes last."""
        commits = self._watch.commits
        if commits is not None and any(p.suffix in COMMITS for p in commits.changed()):
            self.set_timer(PAUSE_S, self._take_in_commit)

    @work(exclusive=True, group="commit")
    async def _take_in_commit(self) -> None:
        """Have the list and the counts as another process has indexed them; nothing moves."""
        if not self._librarian.is_in:
            return
        more = await self._librarian.renew(self._shown)
        if more is None:
            return
        if self.answers.question == self._question:
            await self._answer_anew(min(max(0, more), MOST_MORE))
        if self._changed:
            self._look()
        self._update()

    @property
    def _shown(self) -> Document | None:
        return self.text.document if self.text is not None else None

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
