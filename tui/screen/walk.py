"""A set of passages that `n` and `N` go through, and how far one has come."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import Literal, NamedTuple

from tui.counts import count
from tui.model import Passage, Span
from tui.shift import Shift


class Walk(NamedTuple):
    """Passages in the order they are gone through; `at` is the number of the one last reached.

    Between two of them it is the half. The totals are of the whole set, of which the stops may be
    only the first.
    """

    name: str
    stops: tuple[Passage, ...]
    noun: str = "hit"
    at: float = -0.5
    texts: tuple[str, ...] = ()
    total: int = 0
    total_texts: int = 0

    @classmethod
    def through(
        cls, name: str, hits: Iterable[tuple[str, tuple[Span, ...]]], noun: str = "hit"
    ) -> Walk:
        """A walk through texts and their spans; a text without one has a stop at its beginning."""
        found = [(doc, spans or (Span(0, 0),)) for doc, spans in hits]
        stops = tuple(Passage(doc, span) for doc, spans in found for span in spans)
        return cls(name, stops, noun, texts=tuple(doc for doc, _ in found))

    def of(self, total: int, total_texts: int) -> Walk:
        """The walk as the beginning of a larger set."""
        return self._replace(total=total, total_texts=total_texts)

    @property
    def here(self) -> Passage | None:
        """The passage last reached; None between two."""
        return self.stops[int(self.at)] if self.at == int(self.at) else None

    def spans(self, doc: str) -> tuple[Span, ...]:
        """What of the set lies in a text."""
        return tuple(s.span for s in self.stops if s.doc == doc and s.span.start < s.span.end)

    def to(self, passage: Passage) -> Walk:
        """The walk at `passage`, or just before what follows it in its text."""
        if passage in self.stops:
            return self._replace(at=self.stops.index(passage))
        later = (
            i
            for i, stop in enumerate(self.stops)
            if stop.doc == passage.doc and stop.span.start >= passage.span.start
        )
        return self._replace(at=next(later, 0) - 0.5)

    def step(self, by: Literal[1, -1]) -> Walk | None:
        """At the next stop or the one before; None beyond the ends."""
        at = floor(self.at) + 1 if by > 0 else ceil(self.at) - 1
        return self._replace(at=at) if 0 <= at < len(self.stops) else None

    def shifted(self, doc: str, shift: Shift) -> Walk:
        """The same walk where a text was changed."""
        stops = (Passage(doc, shift.span(s.span)) if s.doc == doc else s for s in self.stops)
        return self._replace(stops=tuple(stops))

    def __str__(self) -> str:
        """Where in the set one is, for the status line: “S-400” · hit 3/17 · text 2/5."""
        stops, texts = max(self.total, len(self.stops)), max(self.total_texts, len(self.texts))
        here = self.here
        if here is None:
            return f"{self.name} · {count(stops, self.noun)}"
        hit = f"{self.noun} {int(self.at) + 1:,}/{stops:,}"
        return f"{self.name} · {hit} · text {self.texts.index(here.doc) + 1:,}/{texts:,}"
