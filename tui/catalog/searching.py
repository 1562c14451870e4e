"""Questions in the query language: the texts that answer, best first, newest first or by path.

An answer is light: it knows which texts there are and in which order. What a hit looks like, its
spans and its snippet, is made for those that are shown (`catalog.details`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from time import monotonic
from typing import Literal, get_args

from tui.catalog.room import Room
from tui.model import Span
from tui.query.expand import expand
from tui.query.explain import Explanation, explain, helps
from tui.query.matching import Matches, match
from tui.query.parse import Parsed, parse
from tui.query.tree import words_of

SECONDS, TEXTS = 0.6, 10_000
"""How long is looked for what patterns fit and what must be read by position, for so many texts."""

Sort = Literal["score", "date", "path"]
SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that answers, and its number in the index; while one types there is no score yet."""

    doc: str
    number: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Expanded:
    """The words that a part of a query stands for; `left_out` more there are at least."""

    span: Span
    forms: tuple[str, ...]
    left_out: int


@dataclass(frozen=True)
class Answer:
    """What a query finds: all the texts, and the first of them as hits in the order of `sort`."""

    parsed: Parsed
    matches: Matches
    sort: Sort
    hits: tuple[Hit, ...]

    @property
    def query(self) -> str:
        """The query as it was asked."""
        return self.parsed.query

    @property
    def hints(self) -> tuple[str, ...]:
        """Remarks on what may not be meant so, or could not be read."""
        return self.parsed.hints

    @property
    def total(self) -> int:
        """The number of texts: all, or if not `exact` so many at least."""
        return len(self.matches.docs)

    @cached_property
    def mentions_total(self) -> int:
        """The number of spans in these texts."""
        return sum(self.matches.frequencies.values())

    @property
    def exact(self) -> bool:
        """Whether these are all: no word was left out, and all texts were looked at."""
        return self.matches.is_complete and not any(e.left_out for e in self.expanded)

    @cached_property
    def expanded(self) -> tuple[Expanded, ...]:
        """What was asked for in place of words, wildcards and patterns."""
        return tuple(
            Expanded(leaf.span, leaf.forms, leaf.left_out)
            for leaf in words_of(self.matches.tree)
            if len(leaf.forms) > 1 or leaf.left_out
        )


def search(
    room: Room,
    query: str,
    *,
    limit: int | None = 20,
    sort: Sort = "score",
    patient: bool = False,
) -> Answer:
    """The texts that answer a query, `limit` of them as hits; raises QueryError.

    Unless one is `patient`, a query that takes very long is answered by the newest texts alone.
    """
    parsed = parse(query)
    seconds = None if patient else SECONDS * max(1.0, len(room.view.everything()) / TEXTS)
    return answered(room, parsed, matched(room, parsed, seconds), limit, sort)


def answered(room: Room, parsed: Parsed, matches: Matches, limit: int | None, sort: Sort) -> Answer:
    """What was matched as an answer, with the first `limit` texts in order."""
    number = len(matches.docs) if limit is None else min(limit, len(matches.docs))
    hits = (
        Hit(room.view.id(doc), doc, matches.scores[doc])
        for doc in _ordered(room, matches, sort, number)
    )
    return Answer(parsed, matches, sort, tuple(hits))


def explained(room: Room, answer: Answer) -> Explanation:
    """How a query was understood, what each clause finds, and what may help if nothing does."""
    return explain(answer.parsed, answer.matches.tree, room.view, room.known)


def helping(room: Room, answer: Answer) -> tuple[str, ...]:
    """What may help where nothing was found, without the rest of an explanation."""
    return helps(answer.parsed, answer.matches.tree, room.view, room.known)


def texts(room: Room, query: str) -> frozenset[str]:
    """The ids of the texts that answer a query; raises QueryError."""
    return frozenset(map(room.view.id, matched(room, parse(query)).docs))


def matched(room: Room, parsed: Parsed, seconds: float | None = None) -> Matches:
    """The texts that answer what was parsed; QueryError for a name that is not known.

    Of the `seconds` half at least is for reading by position.
    """
    began = monotonic()
    tree = expand(parsed, room.view, room.known)
    if seconds is not None:
        seconds = max(seconds / 2, seconds - (monotonic() - began))
    return match(tree, room.view, seconds=seconds)


def _ordered(room: Room, matches: Matches, sort: Sort, number: int) -> Iterable[int]:
    """The first `number` texts in an order; of one date they stand by path."""
    if not number:
        return ()
    if sort == "score":
        return matches.best(number)
    ids = room.view.values("doc")
    by_path = sorted(matches.docs, key=lambda doc: ids[doc][0])
    return by_path[:number] if sort == "path" else newest(room, by_path, number)


def newest(room: Room, docs: Iterable[int], number: int) -> Iterator[int]:
    """The newest of these texts; those of one date, or of none, stay in their order."""
    return iter(nlargest(number, docs, key=room.view.dates.__getitem__))
