"""A document as the index takes it in: one pass over its words gives terms, positions and names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.company import company, surfaces
from tui.index.beside import pack_company, pack_surfaces
from tui.index.record import day, pack_mentions, pack_record
from tui.index.schema import PLAIN, WEIGHTS, Terms
from tui.mentions import Finder, name_terms
from tui.model import Document, Zone
from tui.query.capitals import terms as written
from tui.query.engine import Extent
from tui.registry import Registry
from tui.words import PARAGRAPH, Words, words


@dataclass(frozen=True, slots=True)
class Entry:
    """A document's terms by field and its columns, ready to be written."""

    id: str
    words: Terms
    names: Terms
    record: bytes
    mentions: bytes
    concepts: bytes
    company: bytes
    surfaces: bytes
    date: int
    length: int
    is_wide: bool
    """Whether it has more positions than two bytes can count."""


class _Zones:
    """The zones of a document as extents of positions, those without words left out."""

    def __init__(self, found: Words, zones: Iterable[Zone]) -> None:
        self.extents: list[tuple[str, Extent]] = []
        self._firsts: list[int] = []
        self._weights: list[int] = []
        for kind, span in zones:
            first, after = (bisect_left(found.starts, offset) for offset in span)
            if any(term != PARAGRAPH for term in found.terms[first:after]):
                self.extents.append((kind, (first, after - 1)))
                self._firsts.append(first)
                self._weights.append(WEIGHTS[kind])

        self._is_even = not any(weight != PLAIN for weight in self._weights)

    def weight(self, position: int) -> int:
        """What a term at `position` counts, in tenths."""
        if self._is_even:
            return PLAIN
        zone = bisect_right(self._firsts, position) - 1
        return self._weights[zone] if zone >= 0 else PLAIN

    def uneven(self) -> Iterator[tuple[int, int, int]]:
        """First and last position of each stretch that counts more or less, and by how much."""
        for (_, (first, last)), weight in zip(self.extents, self._weights, strict=True):
            if weight != PLAIN:
                yield first, last, weight - PLAIN


def entry(document: Document, finder: Finder, registry: Registry) -> Entry:
    """What the index keeps of a document."""
    text = document.text
    found = words(text)
    mentions = finder.find(text, found, document.id)
    concepts = finder.concepts(text, found, document.id)
    both = (*mentions, *concepts)
    zones = _Zones(found, document.zones)
    marks = [position for position, term in enumerate(found.terms) if term == PARAGRAPH]
    length = len(found) - len(marks)
    named = (
        *name_terms(both, found, registry),
        *((PARAGRAPH, first, last) for first, last in _paragraphs(marks, len(found))),
        *((f"#{kind}", first, last) for kind, (first, last) in zones.extents),
    )
    return Entry(
        document.id,
        _words(written(text, found), found, zones),
        _names(named, zones),
        pack_record(document, length),
        pack_mentions(mentions),
        pack_mentions(concepts),
        pack_company(company(text, both)),
        pack_surfaces(surfaces(text, both)),
        day(document.facts.date),
        length,
        len(found) > 1 << 16,
    )


def _words(terms: list[str], found: Words, zones: _Zones) -> Terms:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for position, term in enumerate(terms):
        numbers[term].append(position)
    numbers.pop(PARAGRAPH, None)
    weights = {term: PLAIN * len(positions) for term, positions in numbers.items()}
    for first, last, more in zones.uneven():
        for term in terms[first : last + 1]:
            if term != PARAGRAPH:
                weights[term] += more
    for term, first, *_ in found.forms:
        numbers[term].append(first)
        weights[term] = weights.get(term, 0) + zones.weight(first)
    for term in {form.term for form in found.forms}:
        if len(numbers[term]) > 1:
            numbers[term] = sorted(set(numbers[term]))
    return Terms(numbers, weights)


def _names(named: Iterable[tuple[str, int, int]], zones: _Zones) -> Terms:
    extents: defaultdict[str, list[Extent]] = defaultdict(list)
    for term, first, last in named:
        extents[term].append((first, last))
    numbers, weights = {}, {}
    for term, found in extents.items():
        pairs = sorted(set(found)) if len(found) > 1 else found
        numbers[term] = [number for pair in pairs for number in pair]
        weights[term] = sum(zones.weight(first) for first, _ in pairs)
    return Terms(numbers, weights)


def _paragraphs(marks: list[int], end: int) -> Iterator[Extent]:
    """Each paragraph, from its mark to its last word."""
    for mark, after in zip(marks, [*marks, end][1:], strict=True):
        yield mark, after - 1
