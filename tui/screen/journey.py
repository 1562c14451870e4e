"""The way through the texts: the sets that are gone through, and the places one has been."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.model import Passage, Span
from tui.screen.history import History, Place
from tui.screen.walk import Walk
from tui.shift import Shift


class Journey(NamedTuple):
    """A search is gone through with `n` and `N`, but a find in the text before it."""

    searched: Walk | None = None
    found: Walk | None = None
    history: History = History()

    @property
    def walk(self) -> Walk | None:
        """The set last asked for."""
        return self.found or self.searched

    def on(self, walk: Walk | None) -> Journey:
        """The same with `walk` for the set last asked for."""
        return self._replace(found=walk) if self.found else self._replace(searched=walk)

    def search(self, walk: Walk | None) -> Journey:
        """With another search, if it is one; a find is over."""
        return self._replace(searched=walk or self.searched, found=None)

    def step(self, by: Literal[1, -1], place: Place) -> Journey | None:
        """One further or one back, away from `place`; None beyond the ends."""
        step = self.walk.step(by) if self.walk else None
        return self.leaving(place).on(step) if step else None

    def leaving(self, place: Place) -> Journey:
        """After a jump away from `place`."""
        return self._replace(history=self.history.leaving(place))

    def returning(self, step: tuple[History, Place]) -> Journey:
        """After a step back or forward, at what was marked there."""
        history, place = step
        returned = self._replace(history=history)
        if self.walk is None or place.here is None or place.mark is None:
            return returned
        return returned.on(self.walk.to(place.here))

    def shifted(self, doc: str, shift: Shift) -> Journey:
        """The same where a text was changed."""
        return Journey(
            self.searched.shifted(doc, shift) if self.searched else None,
            self.found.shifted(doc, shift) if self.found else None,
            self.history.shifted(doc, shift),
        )

    def spans(self, doc: str) -> tuple[Span, ...]:
        """What of the set last asked for lies in a text."""
        return self.walk.spans(doc) if self.walk else ()

    @property
    def here(self) -> Passage | None:
        """The passage last reached."""
        return self.walk.here if self.walk else None
