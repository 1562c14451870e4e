"""What a tree means in one document: whether it answers, and the very words that do.

Positions are those of `words.words`: a paragraph's mark takes one, each part of a compound one.

- Word, name: each occurrence. Phrase: each whole stretch. `"a b"~n`: each smallest stretch that
  holds all parts, in any order, at most n - 1 positions longer than the phrase itself; only equal
  parts must stand apart.
- NEAR/n: two occurrences that do not overlap, the later beginning at most n positions after the
  earlier ends; both are lit. BEFORE and AFTER: the same in one order. In a chain the pair so far,
  from its first to its last position, is what stands left of the next.
- `{ … }`: the tree within each single paragraph. NOT lights nothing.
- AND with zones: what stands beside them counts as far as it lies wholly in a zone of that kind
  (after NOT: of no such kind). Zones alone choose documents.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from tui.query.engine import Extent, Field
from tui.query.tree import (
    And,
    Boost,
    Chosen,
    Listed,
    Near,
    Not,
    Or,
    Paragraph,
    Run,
    Terms,
    Tree,
    Zone,
    nodes,
)
from tui.words import PARAGRAPH

_END = 1 << 60


class Positions(Protocol):
    """One document, from its text or from the index."""

    def extents(self, field: Field, terms: Sequence[str]) -> Sequence[Extent]:
        """Where any of the terms stands: ascending, each extent once."""

    def holds(self, leaf: Chosen | Listed) -> bool:
        """Whether the document is among those that the leaf chooses."""


def answer(tree: Tree, document: Positions) -> list[Extent] | None:
    """Every occurrence that takes part in an answer, ascending, none inside another.

    None if the document does not answer; [] if it does by facts or by what it lacks.
    """
    found = _read(tree, _View(document))
    return None if found is None else outermost(found)


def outermost(extents: Iterable[Extent]) -> list[Extent]:
    """The extents that lie in no other, ascending."""
    kept: list[Extent] = []
    for extent in sorted(set(extents), key=lambda e: (e[0], -e[1])):
        if not kept or extent[1] > kept[-1][1]:
            kept.append(extent)
    return kept


@dataclass(frozen=True)
class _View:
    """A document, as far as it lies within `stretches`: ascending, apart."""

    document: Positions
    stretches: Sequence[Extent] = ((0, _END),)
    known: dict[int, Sequence[Extent]] = field(default_factory=dict)
    """The extents of each leaf in the whole document, by its identity."""

    def extents(self, leaf: Terms | Run) -> list[Extent]:
        """The occurrences that lie wholly within a stretch."""
        if id(leaf) not in self.known:
            self.known[id(leaf)] = (
                _run(leaf, self.document)
                if isinstance(leaf, Run)
                else self.document.extents(leaf.field, leaf.terms)
            )
        everywhere = self.known[id(leaf)]
        return [
            extent
            for first, last in self.stretches
            for extent in everywhere[_at(everywhere, first) : _at(everywhere, last + 1)]
            if extent[1] <= last
        ]

    def within(self, others: Sequence[Extent]) -> _View:
        """What lies both here and within `others`."""
        both = (
            (max(first, other[0]), min(last, other[1]))
            for first, last in self.stretches
            for other in others
        )
        return replace(self, stretches=sorted(e for e in both if e[0] <= e[1]))

    def stands(self, kinds: Sequence[str]) -> list[Extent]:
        """Where the zones of these kinds are."""
        return list(self.document.extents("names", [f"#{kind}" for kind in kinds]))


def _at(extents: Sequence[Extent], position: int) -> int:
    return bisect_left(extents, (position, -1))


def _read(tree: Tree, view: _View) -> set[Extent] | None:
    match tree:
        case Terms() | Run():
            return set(view.extents(tree)) or None
        case Near():
            return {part for parts in _places(tree, view).values() for part in parts} or None
        case And(children=children):
            return _read_all(children, view)
        case Or(children=children):
            found = [each for child in children if (each := _read(child, view)) is not None]
            return set().union(*found) if found else None
        case Not(child=child):
            return set() if _read(child, view) is None else None
        case Paragraph(child=child):
            found = [
                each
                for paragraph in _paragraphs(child, view)
                if (each := _read(child, view.within([paragraph]))) is not None
            ]
            return set().union(*found) if found else None
        case Boost(child=child):
            return _read(child, view)
        case Zone(kind=kind):
            return set() if view.within(view.stands([kind])).stretches else None
        case Chosen() | Listed():
            return set() if view.document.holds(tree) else None


def _read_all(children: Sequence[Tree], view: _View) -> set[Extent] | None:
    others = [child for child in children if not is_zone_condition(child)] or children
    for child in children if len(others) < len(children) else ():
        if kinds := zone_kinds(child):
            view = view.within(view.stands(kinds))
            if not view.stretches:
                return None
        elif isinstance(child, Not) and (kinds := zone_kinds(child.child)):
            view = view.within(_between(view.stands(kinds)))
    found: set[Extent] = set()
    for child in others:
        each = _read(child, view)
        if each is None:
            return None
        found |= each
    return found


def _paragraphs(tree: Tree, view: _View) -> Sequence[Extent]:
    """The paragraphs in which `tree` may hold: those with one of its words, if it needs any."""
    everywhere = view.document.extents("names", (PARAGRAPH,))
    holds_without = _read(tree, view.within(())) is not None
    if holds_without or any(isinstance(node, Zone) for node in nodes(tree)):
        return everywhere
    starts = [first for first, _ in everywhere]
    here = {
        bisect_right(starts, first) - 1
        for leaf in nodes(tree)
        if isinstance(leaf, Terms | Run)
        for first, _ in view.extents(leaf)
    }
    return [everywhere[i] for i in sorted(here) if i >= 0]


def zone_kinds(tree: Tree) -> list[str]:
    """The kinds of a zone, or of an OR of zones; empty for anything else."""
    match tree:
        case Zone(kind=kind):
            return [kind]
        case Or(children=children) if all(isinstance(child, Zone) for child in children):
            return [child.kind for child in children if isinstance(child, Zone)]
    return []


def is_zone_condition(tree: Tree) -> bool:
    """Whether `tree`, joined by AND, says where the spans of the others count."""
    return bool(zone_kinds(tree.child if isinstance(tree, Not) else tree))


def _between(extents: Sequence[Extent]) -> list[Extent]:
    """What lies before, between and behind extents that do not overlap."""
    starts = [0, *(last + 1 for _, last in extents)]
    ends = [*(first - 1 for first, _ in extents), _END]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start <= end]


def _places(tree: Tree, view: _View) -> dict[Extent, set[Extent]]:
    """Where an operand of NEAR stands, and for each place what is to be lit of it."""
    match tree:
        case Terms() | Run():
            return {extent: {extent} for extent in view.extents(tree)}
        case Boost(child=child):
            return _places(child, view)
        case Or(children=children):
            return _merged(entry for child in children for entry in _places(child, view).items())
        case Near():
            left, right = _places(tree.left, view), _places(tree.right, view)
            pairs: list[tuple[Extent, Extent]] = []
            if tree.how != "AFTER":
                pairs += _pairs(left, right, tree.distance)
            if tree.how != "BEFORE":
                pairs += ((b, a) for a, b in _pairs(right, left, tree.distance))
            return _merged(
                ((min(a[0], b[0]), max(a[1], b[1])), left[a] | right[b]) for a, b in pairs
            )
    raise TypeError(f"{type(tree).__name__} has no place")


def _pairs(
    earlier: Iterable[Extent], later: Iterable[Extent], distance: int
) -> Iterator[tuple[Extent, Extent]]:
    """The pairs of which the later begins at most `distance` after the earlier ends."""
    ahead = sorted(later)
    for extent in earlier:
        end = extent[1]
        for other in ahead[_at(ahead, end + 1) : _at(ahead, end + distance + 1)]:
            yield extent, other


def _merged(
    entries: Iterable[tuple[Extent, set[Extent]]],
) -> dict[Extent, set[Extent]]:
    places: dict[Extent, set[Extent]] = {}
    for extent, lit in entries:
        places.setdefault(extent, set()).update(lit)
    return places


def _run(run: Run, document: Positions) -> list[Extent]:
    """Where a phrase stands in a whole document."""
    if run.within is not None:
        return _windows(run, run.length + run.within - 1, document)
    starts: set[int] | None = None
    for part in run.parts:
        here = {
            first - part.offset
            for first, last in document.extents(part.word.field, part.word.terms)
            if last - first + 1 == part.width
        }
        starts = here if starts is None else starts & here
        if not starts:
            return []
    return [(start, start + run.length - 1) for start in sorted(starts or ())]


def _windows(run: Run, longest: int, document: Positions) -> list[Extent]:
    """The smallest stretches, at most `longest` positions, that hold every part.

    From right to left it finds for each beginning the nearest end.
    """
    needed: dict[tuple[str, ...], int] = {}
    for part in run.parts:
        needed[part.word.terms] = needed.get(part.word.terms, 0) + 1
    ends: dict[tuple[str, ...], list[int]] = {terms: [] for terms in needed}
    occurrences = sorted(
        (
            (first, last, terms)
            for terms in needed
            for first, last in document.extents("words", terms)
        ),
        reverse=True,
    )
    nearest: dict[int, int] = {}
    for first, last, terms in occurrences:
        insort(ends[terms], last)
        del ends[terms][needed[terms] :]
        if all(len(ends[each]) == number for each, number in needed.items()):
            nearest[first] = max(each[-1] for each in ends.values())
    windows: list[Extent] = []
    for first, last in nearest.items():  # from right to left: a window ends no later than the last
        if last - first < longest and (not windows or last < windows[-1][1]):
            windows.append((first, last))
    return windows[::-1]
