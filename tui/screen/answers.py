"""What the search pane shows: the texts that answer a query, the walk through them, its fault."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import QueryError
from tui.screen.lines import Page
from tui.screen.walk import Walk

OPENING = Page("Search · opening …")


@dataclass(frozen=True, eq=False)
class Answers:
    """An answer as it is shown; an empty query is answered by every text.

    `limit` is how many texts were asked for, and `more` whether there are others; if not `settled`
    the best are still to come. Before the first answer the query is None.
    """

    query: str | None = None
    page: Page = OPENING
    walk: Walk | None = None
    count: str = ""
    hints: tuple[str, ...] = ()
    fault: QueryError | None = None
    limit: int = 0
    more: bool = False
    settled: bool = True

    def go_on_after(self, walk: Walk) -> bool:
        """Whether `walk` goes through these hits and there are more of them than it knows."""
        return self.more and self.walk is not None and walk.stops is self.walk.stops
