"""What the search pane shows: the texts that answer a query, the walk through them, its fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from textual.message import Message

from tui.model import QueryError
from tui.screen.lines import Page
from tui.screen.question import Question
from tui.screen.walk import Walk

OPENING = Page("Search · opening …")


class Choice(NamedTuple):
    """How the end of the query may go on: the whole query then, what is added, what it means."""

    query: str
    text: str
    says: str


@dataclass(frozen=True, eq=False)
class Answers:
    """An answer as it is shown; an empty question is answered by every text.

    `limit` is how many texts were asked for, and `more` whether there are others; if not `settled`
    the best are still to come. Before the first answer there is no question.
    """

    question: Question | None = None
    page: Page = OPENING
    walk: Walk | None = None
    count: str = ""
    notes: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    fault: QueryError | None = None
    limit: int = 0
    more: bool = False
    settled: bool = True
    has_forms: bool = False
    renewed: bool = False
    """Whether it is the same question answered anew, so that what is marked stays where it is."""

    def go_on_after(self, walk: Walk) -> bool:
        """Whether `walk` goes through these hits and there are more of them than it knows."""
        return self.more and self.walk is not None and walk.stops is self.walk.stops


@dataclass(frozen=True, eq=False)
class FacetList:
    """The facets of an answer as a list; for each target in it what is wished by Enter and by x."""

    page: Page
    wishes: tuple[tuple[Message, Message | None], ...] = ()
