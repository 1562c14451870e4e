"""What the search pane shows: the texts that answer a query, the walk through them, its fault."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import QueryError
from tui.screen.lines import NOTHING, Page
from tui.screen.walk import Walk


@dataclass(frozen=True, eq=False)
class Answers:
    """An answer as it is shown; an empty query is answered by every text."""

    query: str = ""
    page: Page = NOTHING
    walk: Walk | None = None
    count: str = ""
    hints: tuple[str, ...] = ()
    fault: QueryError | None = None
