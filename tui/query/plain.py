"""The positions of one text, read from the text itself: what the index must agree with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.query import facts
from tui.query.capitals import terms
from tui.query.engine import Extent, Field, Record, values
from tui.query.tree import Chosen, Listed
from tui.words import PARAGRAPH, Words


class Plain:
    """The `Positions` of a text: its words, the names in it as (term, first, last), its facts."""

    def __init__(
        self, text: str, found: Words, names: Iterable[tuple[str, int, int]], record: Record
    ) -> None:
        self.record = record
        self.occurrences: dict[Field, dict[str, list[Extent]]] = {"words": {}, "names": {}}
        for at, term in enumerate(terms(text, found)):
            if term != PARAGRAPH:
                self._add("words", term, at, at)
        for form in found.forms:
            self._add("words", form.term, form.first, form.last)
        for term, first, last in names:
            self._add("names", term, first, last)

    def extents(self, field: Field, terms: Sequence[str]) -> Sequence[Extent]:
        """Where any of the terms stands: ascending, each extent once."""
        known = self.occurrences[field]
        return sorted({extent for term in terms for extent in known.get(term, ())})

    def holds(self, leaf: Chosen | Listed) -> bool:
        """Whether the document is among those that the leaf chooses."""
        if isinstance(leaf, Listed):
            return self.record.id in leaf.docs
        return facts.holds(leaf.test, values(self.record, leaf.fact))

    def _add(self, field: Field, term: str, first: int, last: int) -> None:
        self.occurrences[field].setdefault(term, []).append((first, last))
