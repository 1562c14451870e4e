"""Lists drawn from many texts: a concordance, a timeline, figures; found step by step.

Slow, so called aside; what brings the Catalog is imported where it is asked.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from tui.charts import gathered, sparkline
from tui.counts import count
from tui.model import Passage, Span

if TYPE_CHECKING:
    from tui.catalog.about import About
    from tui.catalog.ledger import Entry
    from tui.catalog.room import Room
    from tui.catalog.searching import Answer
    from tui.catalog.timeline import Behind, Given
    from tui.dates import Dated
    from tui.model import Line

Kind = Literal["concordance", "timeline", "figures"]
STEP = 100
"""Texts that are looked at before anything else is answered."""
MOST = 1_000
"""Lines that are sorted: of more a sample, evenly spread."""
CELLS = 24
NO_LINES = "no lines of nothing: search for something, or mark a name"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list that is wanted: of what it is, in which order, which words leave it, where one is."""

    kind: Kind
    query: str
    sort: str = ""
    filtered: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of such a list: what it leads with, its words around what is marked, its place."""

    passage: Passage
    lead: str
    left: str
    node: str
    right: str
    place: str

    def has(self, words: list[str]) -> bool:
        """Whether all the words stand in it."""
        text = f"{self.lead} {self.left}{self.node}{self.right} {self.place}".casefold()
        return all(word in text for word in words)


class Harvest(ABC):
    """What is listed, as far as it has been found."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.heading = ""
        self.done = 0
        self.texts = 0
        """How many texts there are to be looked at; `done` of them have been."""
        self.total = 0

    @property
    def is_done(self) -> bool:
        """Whether all texts have been looked at."""
        return self.done >= self.texts

    @abstractmethod
    def step(self, room: Room) -> None:
        """Look at some more texts."""

    @abstractmethod
    def rows(self, room: Room) -> Iterator[Row]:
        """The rows of what has been found, each made when it is asked for."""


def begin(room: Room, wanted: Wanted) -> Harvest:
    """Begin to find what is wanted; QueryError or UsageError if it cannot be understood."""
    found: Harvest
    if wanted.kind == "concordance":
        found = _Lines(room, wanted)
    else:
        found = (_Dates if wanted.kind == "timeline" else _Figures)(room, wanted)
        found.step(room)
    return found


def go_on(room: Room, found: Harvest) -> None:
    """Look at some more texts."""
    found.step(room)


def rows(room: Room, found: Harvest) -> Iterator[Row]:
    """The rows of what has been found, from the first one on."""
    return found.rows(room)


def is_order(room: Room, wanted: Wanted) -> bool:
    """True if there is such an order; else UsageError."""
    from tui.concordance import sort_keys

    return wanted.kind != "concordance" or len(sort_keys(wanted.sort)) >= 0


def take(room: Room, rows: Iterator[Row], number: int) -> list[Row]:
    """The next rows, at most so many."""
    return list(islice(rows, number))


class _Lines(Harvest):
    """A concordance: in text order line after line, or sorted."""

    def __init__(self, room: Room, wanted: Wanted) -> None:
        from tui.catalog import concordances
        from tui.concordance import sort_keys

        super().__init__(wanted)
        self._answer: Answer = concordances.asked(room, wanted.query)
        self._keys = sort_keys(wanted.sort)
        self.total = self._answer.mentions_total
        self.heading = f"{count(self.total, 'line')} in {count(self._answer.total, 'text')}"
        if self._keys:
            some = f" of {MOST:,} lines, evenly spread" if self.total > MOST else ""
            self.heading += f" · by {wanted.sort}{some}"

    def step(self, room: Room) -> None:
        """Every line is known from the beginning."""

    def rows(self, room: Room) -> Iterator[Row]:
        from tui.catalog import concordances

        lines: Iterator[Line] = concordances.lines(room, self._answer)
        if self._keys:
            some = concordances.spread(room, self._answer, MOST)
            lines = iter(concordances.ordered(room, some, self._keys))
        for line in lines:
            at = line.passage
            number = room.document(at.doc).place(at.span.start)[0] if not self._keys else None
            place = f"{at.doc}:{number or ''}"
            yield Row(at, "", line.left, line.node, line.right, place)


class _Listed(Harvest):
    """Dates or figures, found text by text."""

    def __init__(self, room: Room, wanted: Wanted) -> None:
        from tui.catalog.about import about

        super().__init__(wanted)
        self._about: About = about(room, wanted.query)
        self.texts = len(self._about.docs)

    def step(self, room: Room) -> None:
        part = replace(self._about, docs=self._about.docs[self.done : self.done + STEP])
        self._add(room, part)
        self.done += len(part.docs)
        self.heading = self._said()
        if not self.is_done:
            self.heading += f" · {self.done:,} of {count(self.texts, 'text')} gone through"

    @abstractmethod
    def _add(self, room: Room, part: About) -> None:
        """Take in what some of the texts give."""

    @abstractmethod
    def _said(self) -> str:
        """What there is by now, as a heading."""


class _Dates(_Listed):
    def __init__(self, room: Room, wanted: Wanted) -> None:
        super().__init__(room, wanted)
        self._given: list[Given] = []

    def _add(self, room: Room, part: About) -> None:
        from tui.catalog import timeline

        self._given = timeline.in_order([*self._given, *timeline.timeline(room, part)])
        self.total = len(self._given)

    def _said(self) -> str:
        from tui.catalog import timeline

        years = timeline.years(self._given)
        if len(years) < 2:
            return count(self.total, "date")
        line = sparkline(gathered(list(years.values()), CELLS))
        said = f"{count(self.total, 'date')} · {min(years)} {line} {max(years)}"
        return f"{said} · side by side" if self.wanted.sort else said

    def rows(self, room: Room) -> Iterator[Row]:
        from tui.catalog import timeline

        differing: dict[str, int] = {}
        given = self._given
        if self.wanted.sort:
            moments = timeline.by_text(given)
            differing = {m.dated.value: len(m.others) for m in moments}
            given = [one for m in moments for one, _ in m.givers]
        for one, behind in timeline.details(room, given):
            dated = one.dated
            against = f" ≠{differing[dated.value]}" if differing.get(dated.value) else ""
            yield _row(dated.span, f"{_when(dated)}{against}", behind)


class _Figures(_Listed):
    def __init__(self, room: Room, wanted: Wanted) -> None:
        super().__init__(room, wanted)
        self._entries: list[Entry] = []

    def _add(self, room: Room, part: About) -> None:
        from tui.catalog import ledger

        self._entries += ledger.ledger(room, part)
        self.total = len(self._entries)

    def _said(self) -> str:
        return count(self.total, "figure") + (" · largest first" if self.wanted.sort else "")

    def rows(self, room: Room) -> Iterator[Row]:
        from tui.catalog import ledger

        entries = ledger.by_amount(self._entries) if self.wanted.sort else self._entries
        for told in ledger.details(room, entries):
            figure, behind = told.entry.figure, told.behind
            lead = f"{figure} {told.counted or ''}".strip()
            yield _row(figure.span, lead, behind)


def _when(dated: Dated) -> str:
    """A date as one reads it: how precise it is shows."""
    return dated.said if dated.value else f"? {dated.precision}"


def _row(span: Span, lead: str, behind: Behind) -> Row:
    """A row with what is written marked in its sentence."""
    words = behind.text.partition(behind.written)
    return Row(Passage(behind.doc, span), lead, *words, f"{behind.doc}:{behind.line}")
