"""Where the reader has been: places to go back to and forward again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.model import Passage, Span
from tui.screen.topic import REGISTRY, Topic
from tui.shift import Shift

if TYPE_CHECKING:
    from tui.screen.surveys import Wanted

Pane = Literal["search", "text", "record"]
PANES: tuple[Pane, ...] = ("search", "text", "record")
MOST = 500
"""Places behind that are kept."""


class Place(NamedTuple):
    """A pane, the text open in it with its top row's offset and the marked span, and the record.

    `here` is where the reader was in the text; None if no text was open. `over` is the list from
    many texts that was open over the panes.
    """

    pane: Pane
    here: Passage | None = None
    top: int = 0
    topic: Topic = REGISTRY
    over: Wanted | None = None

    @property
    def mark(self) -> Span | None:
        """What was marked in the text."""
        return self.here.span if self.here and self.here.span.end else None

    def shifted(self, doc: str, shift: Shift) -> Place:
        """The same place where a text was changed."""
        if self.here is None or self.here.doc != doc:
            return self
        here = Passage(doc, shift.span(self.here.span)) if self.mark else self.here
        return self._replace(here=here, top=shift(self.top) if self.top > 0 else self.top)


class History(NamedTuple):
    """Places behind and ahead, the nearest last."""

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()

    def leaving(self, place: Place) -> History:
        """After a jump away from `place`."""
        if self.behind and self.behind[-1] == place:
            return History(self.behind)
        return History((*self.behind[1 - MOST :], place))

    def back(self, place: Place) -> tuple[History, Place] | None:
        """Back from `place`, to which one can go forward again; None at the beginning."""
        if not self.behind:
            return None
        return History(self.behind[:-1], (*self.ahead, place)), self.behind[-1]

    def forward(self, place: Place) -> tuple[History, Place] | None:
        """Forward from `place`; None at the end."""
        if not self.ahead:
            return None
        return History((*self.behind, place), self.ahead[:-1]), self.ahead[-1]

    def shifted(self, doc: str, shift: Shift) -> History:
        """The same places where a text was changed."""
        behind, ahead = ([p.shifted(doc, shift) for p in ps] for ps in (self.behind, self.ahead))
        return History(tuple(behind), tuple(ahead))
