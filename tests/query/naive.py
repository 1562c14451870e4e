"""A slow and simple reading of a query over a plain text, to compare with.

Of the program it shares the words (`tui.words`), the names (`tui.mentions`) and the parsed tree;
what a node means is written here a second time, by trying everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import product

from tests.query.naive_words import FAMILIES, fits_one, is_like, narrowest, typed
from tui.mentions import Finder
from tui.model import Document, Span
from tui.query.tree import (
    And,
    Asked,
    Boost,
    Chosen,
    Dates,
    Fuzzy,
    Named,
    Near,
    Not,
    Or,
    Paragraph,
    Quoted,
    Regex,
    Typed,
    Word,
    Wording,
    Zone,
)
from tui.registry import Registry
from tui.words import PARAGRAPH, Words, split, words

Extent = tuple[int, int]
Place = tuple[Extent, frozenset[Extent]]
"""From the first to the last position of what matched, and the occurrences it is made of."""

Labels = dict[int, object]
"""For each position the stretch it belongs to; an occurrence lies within a single one."""

DAYS = [(date(2013, 1, 1) + timedelta(n)).isoformat() for n in range(2000)]


@dataclass(frozen=True)
class Reading:
    """One document of a small corpus, as a person with a pencil would read it."""

    doc: Document
    registry: Registry
    labels: tuple[Labels, ...] = ()

    @cached_property
    def words(self) -> Words:
        return words(self.doc.text)

    def spans(self, tree: Asked) -> list[Span] | None:
        """Every span that answers, none inside another; None if the document does not answer."""
        found = self.read(tree)
        if found is None:
            return None
        alone = [
            e for e in found if not any(o != e and o[0] <= e[0] and e[1] <= o[1] for o in found)
        ]
        return [self.words.span(*extent) for extent in sorted(alone)]

    def read(self, tree: Asked) -> set[Extent] | None:
        match tree:
            case And(children=children):
                return self.read_all(children)
            case Or(children=children):
                found = [self.read(child) for child in children]
                return union(found) if any(f is not None for f in found) else None
            case Not(child=child):
                return None if self.read(child) is not None else set()
            case Boost(child=child):
                return self.read(child)
            case Paragraph(child=child):
                by_paragraph = [self.within(self.one(p)).read(child) for p in self.paragraphs]
                return union(by_paragraph) if any(f is not None for f in by_paragraph) else None
            case Zone(kind=kind):
                zone = self.zones({kind})
                return set() if any(self.is_inside((i, i), zone) for i in self.all()) else None
            case Chosen():
                return set() if self.is_chosen(tree) else None
        return {extent for _, parts in self.places(tree) for extent in parts} or None

    def read_all(self, children: tuple[Asked, ...]) -> set[Extent] | None:
        zones = [child for child in children if kinds_of(child)]
        if len(zones) == len(children):
            zones = []
        here = self
        for child in zones:
            labels = self.zones(kinds_of(child))
            is_not = isinstance(child, Not)
            here = here.within(self.outside(labels) if is_not else labels)
            if not is_not and not any(here.is_inside((i, i)) for i in here.all()):
                return None
        found = [here.read(child) for child in children if child not in zones]
        return None if any(f is None for f in found) else union(found)

    # Where something stands

    def places(self, tree: Asked) -> set[Place]:
        match tree:
            case Near(how=how, distance=distance):
                pairs = product(self.places(tree.left), self.places(tree.right))
                return {
                    ((min(a[0][0], b[0][0]), max(a[0][1], b[0][1])), a[1] | b[1])
                    for a, b in pairs
                    if (how != "AFTER" and 1 <= b[0][0] - a[0][1] <= distance)
                    or (how != "BEFORE" and 1 <= a[0][0] - b[0][1] <= distance)
                }
            case Or(children=children):
                return {place for child in children for place in self.places(child)}
            case Boost(child=child):
                return self.places(child)
            case Quoted(text=text, within=within) if within is not None:
                found = self.windows(text, within)
            case _:
                found = set(self.occurrences(tree))
        return {(extent, frozenset([extent])) for extent in found if self.is_inside(extent)}

    def occurrences(self, tree: Asked) -> Iterator[Extent]:
        match tree:
            case Word(text=text, exact=exact):
                return self.written(text, "" if exact else "*?", forms=not exact)
            case Quoted(text=text):
                return self.written(text, "*", forms=False)
            case Fuzzy(text=text, typos=typos):
                word = split(text).terms[0]
                return self.fitting(lambda term: is_like(word, term, typos))
            case Regex(pattern=pattern):
                return self.fitting(lambda term: bool(re.fullmatch(pattern, term, re.IGNORECASE)))
            case Named(name=name, proper=proper):
                (wanted,) = self.registry.resolve(name)
                return (
                    self.positions(m.span)
                    for m in self.mentions
                    if m.entity == wanted.id and (not proper or m.kind in ("name", "alias"))
                )
            case Typed(type=type_):
                return (
                    self.positions(m.span)
                    for m in self.mentions
                    if m.entity and self.registry.entities[m.entity].type == type_
                )
        raise TypeError(tree)

    def written(self, text: str, signs: str, forms: bool) -> Iterator[Extent]:
        """Where what was typed stands, word for word."""
        terms = typed(text, signs)
        for at in range(len(self.words) - len(terms) + 1):
            here = [self.there(at + i, len(terms) - i) for i in range(len(terms))]
            if all(map(fits_one, here, terms)):
                yield at, at + len(terms) - 1
            elif forms and len(terms) == 1 and self.is_form(text, terms[0], at):
                yield at, at
        if len(terms) == 1 and set(terms[0]) & {"*", "?"}:
            for form in self.words.forms:
                if fnmatchcase(form.term, terms[0]):
                    yield form.first, form.last

    def is_form(self, text: str, term: str, at: int) -> bool:
        """Whether the word at a position is another form; names only of what is capital too."""
        if not term.islower() or not term.isalpha():
            return False
        span = self.words.span(at, at)
        is_name = self.doc.text[span.start].isupper()
        return (text[0].isupper() or not is_name) and any(
            {term, self.words.terms[at]} <= family for family in FAMILIES
        )

    def windows(self, text: str, within: int) -> set[Extent]:
        """The smallest stretches that hold every word, equal ones at different places."""
        terms = narrowest(text)
        wanted = [(term, terms.count(term)) for term in terms]
        longest = len(typed(text, "*")) + within - 1
        places = {term: set(self.written(term, "*", forms=False)) for term in terms}
        found = set()
        for first in self.all():
            for last in range(first, min(first + longest, len(self.words))):
                if all(
                    sum(first <= a and b <= last for a, b in places[term]) >= number
                    for term, number in wanted
                ):
                    found.add((first, last))
        return {e for e in found if not any(is_inside(other, e) for other in found)}

    def fitting(self, fits: Callable[[str], bool]) -> Iterator[Extent]:
        for at, term in enumerate(self.words.terms):
            if term != PARAGRAPH and fits(term):
                yield at, at
        for form in self.words.forms:
            if form.term == form.term.lower() and fits(form.term):
                yield form.first, form.last

    def there(self, at: int, most: int) -> set[str]:
        """The terms of the word at a position, and of the forms that begin there and fit in."""
        forms = {f.term for f in self.words.forms if f.first == at and f.last - at < most}
        return forms | {self.words.terms[at]}

    # Where to look

    def all(self) -> range:
        return range(len(self.words))

    @property
    def paragraphs(self) -> list[range]:
        marks = [i for i in self.all() if self.words.terms[i] == PARAGRAPH]
        return [range(a, b) for a, b in zip(marks, [*marks[1:], len(self.words)], strict=True)]

    def one(self, positions: range) -> Labels:
        return dict.fromkeys(positions, "here")

    def zones(self, kinds: set[str]) -> Labels:
        return {
            at: number
            for number, zone in enumerate(self.doc.zones)
            for at in self.all()
            if zone.kind in kinds and zone.span.start <= self.words.starts[at] < zone.span.end
        }

    def outside(self, labels: Labels) -> Labels:
        """All other positions, a label for each run of them."""
        found: Labels = {}
        for at in self.all():
            if at not in labels:
                found[at] = found.get(at - 1, at)
        return found

    def within(self, labels: Labels) -> Reading:
        return replace(self, labels=(*self.labels, labels))

    def is_inside(self, extent: Extent, *more: Labels) -> bool:
        """Whether an occurrence lies in one stretch, of those asked for so far and of `more`."""
        positions = range(extent[0], extent[1] + 1)
        return all(
            len({labels.get(at) for at in positions}) == 1 and labels.get(extent[0]) is not None
            for labels in (*self.labels, *more)
        )

    # Names and facts

    @cached_property
    def mentions(self) -> list:  # type: ignore[type-arg]
        return Finder(self.registry).find(self.doc.text, self.words, self.doc.id)

    def positions(self, span: Span) -> Extent:
        inside = [
            at
            for at in self.all()
            if span.start <= self.words.starts[at] < span.end and self.words.terms[at] != PARAGRAPH
        ]
        return inside[0], inside[-1]

    def is_chosen(self, leaf: Chosen) -> bool:
        facts = self.doc.facts
        match leaf.test:
            case Dates(first, last):
                days = [day for day in DAYS if facts.date and day.startswith(facts.date)]
                return bool(days) and all(first <= day <= last for day in days)
            case Wording(words=wanted):
                value = {"title": facts.title, "lang": " ".join(facts.languages)}[leaf.fact]
                return " ".join(wanted) in (value or "").lower()
        raise TypeError(leaf)


def is_inside(inner: Extent, outer: Extent) -> bool:
    """Whether an extent lies in another."""
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def kinds_of(tree: Asked) -> set[str]:
    """The kinds of a zone or an OR of zones, perhaps after NOT; empty for anything else."""
    inner = tree.child if isinstance(tree, Not) else tree
    zones = inner.children if isinstance(inner, Or) else (inner,)
    kinds = {zone.kind for zone in zones if isinstance(zone, Zone)}
    return kinds if all(isinstance(zone, Zone) for zone in zones) else set()


def union(found: list[set[Extent] | None]) -> set[Extent]:
    return {extent for each in found if each is not None for extent in each}
