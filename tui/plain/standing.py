"""Where a listener is: what was found, which of it was said last, the passage that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.model import Passage

PAGE = 10
"""Lines of a list that are said at a time."""


@dataclass(frozen=True)
class Trail:
    """Passages to go through with next and previous: hits, mentions, sentences."""

    name: str
    noun: str
    passages: Sequence[Passage]
    at: int = -1

    @property
    def said(self) -> str:
        """Which of them one is at."""
        return f"{self.noun} {self.at + 1} of {len(self.passages)}"


@dataclass(frozen=True)
class Standing:
    """All that a dialogue remembers from one line to the next."""

    trail: Trail | None = None
    results: tuple[Passage, ...] = ()
    """What `open` with a number opens, from 1."""
    here: Passage | None = None
    past: tuple[Passage, ...] = ()
    ahead: tuple[Passage, ...] = ()
    rest: tuple[str, ...] = ()
    """What `more` goes on with."""

    def at(self, passage: Passage) -> Standing:
        """The same, at another passage, from which one can go back."""
        past = (*self.past, self.here) if self.here and self.here != passage else self.past
        return replace(self, here=passage, past=past, ahead=())


@dataclass(frozen=True)
class Reply:
    """What is said to a line, and where that leaves the listener."""

    standing: Standing
    lines: tuple[str, ...]
    is_last: bool = False


def listed(standing: Standing, lines: Sequence[str], *head: str) -> Reply:
    """A list as a reply: its first page, and how to hear the rest."""
    page, rest = lines[:PAGE], tuple(lines[PAGE:])
    more = (f"{len(rest)} left; more goes on",) if rest else ()
    return Reply(replace(standing, rest=rest), (*head, *page, *more))
