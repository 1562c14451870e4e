"""How a query was understood: its clauses as a tree, what each of them finds, what may help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.model import QueryError
from tui.screen import keys
from tui.screen.enquiry import whole
from tui.screen.leaflet import Leaflet
from tui.screen.lines import BLANK, Item, Line, Page
from tui.screen.question import Question

if TYPE_CHECKING:
    from tui.catalog.room import Room


class Explaining(Leaflet, inherit_bindings=False):
    """An explanation; Esc, q and F2 leave it."""

    BINDINGS = keys.EXPLANATION

    def __init__(self, explanation: Page) -> None:
        super().__init__()
        self._explanation = explanation

    def page(self) -> Page:
        return self._explanation


def explanation(room: Room, question: Question) -> Page:
    """How a question is understood, or what is wrong with it."""
    from tui.catalog.searching import explained, search

    query = whole(question)
    try:
        lines = explained(room, search(room, query, limit=0)).lines()
    except QueryError as error:
        lines = [error.message, *(f"  {detail}" for detail in error.details)]
    items = (Item((line,)) for line in (BLANK, Line(query, "title"), BLANK, *_indented(lines)))
    return Page("Explained", tuple(items))


def _indented(lines: Iterable[str]) -> Iterable[Line]:
    """Lines of which the spaces before them are kept where they are wrapped."""
    for line in lines:
        text = line.lstrip()
        yield Line(text, "quiet" if text.startswith("=") else "plain", indent=len(line) - len(text))
