"""What the search pane asks: the query as typed, what it is narrowed to, and the order wanted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.catalog.searching import Sort

_WORD = re.compile(r"\w+")
_QUOTES = re.compile('["“”„‟＂«»]')
ORDERS: dict[Sort, str] = {"score": "best first", "date": "newest first", "path": "by path"}


class Narrowing(NamedTuple):
    """A facet's value that the answers are limited to or kept free of: as query text, as said."""

    text: str
    says: str


class Question(NamedTuple):
    """A query with what narrows it; `like` is a text that others are to be like, in its place.

    If `folded`, near-duplicates of a hit stand with it.
    """

    query: str = ""
    narrowings: tuple[Narrowing, ...] = ()
    sort: Sort = "score"
    like: str | None = None
    folded: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, so that every text answers."""
        return not (self.query.strip() or self.narrowings or self.like)

    @property
    def parts(self) -> tuple[str, ...]:
        """The query text of what narrows it."""
        return tuple(narrowing.text for narrowing in self.narrowings)

    @property
    def name(self) -> str:
        """What it is called where one goes through its answers."""
        if self.like:
            return f"like {self.like}"
        query = self.query.strip()
        return f"“{query}”" if query and not _QUOTES.search(query) else query or self.crumbs

    @property
    def crumbs(self) -> str:
        """What it is narrowed to, one step after another."""
        return " ‹ ".join(narrowing.says for narrowing in self.narrowings)

    def asking(self, query: str) -> Question:
        """The same with another query."""
        return self._replace(query=query, like=None)

    def narrowed(self, to: Narrowing) -> Question:
        """The same, narrowed further."""
        others = (narrowing for narrowing in self.narrowings if narrowing != to)
        return self._replace(narrowings=(*others, to))

    def widened(self, by: Narrowing | None) -> Question:
        """The same without one of its narrowings; None: without the last."""
        left = tuple(narrowing for narrowing in self.narrowings if narrowing != by)
        return self._replace(narrowings=left if by else left[:-1])

    def reordered(self) -> Question:
        """The same in the next order."""
        orders = list(ORDERS)
        return self._replace(sort=orders[(orders.index(self.sort) + 1) % len(orders)])


def phrase(words: str) -> str:
    """The query for words as they stand in a text."""
    if _WORD.fullmatch(words):
        return words
    return f'"{_QUOTES.sub(" ", words).strip()}"'
