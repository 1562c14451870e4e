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

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.query.engine import Extent
from tui.query.phrases import Positions, phrase
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
)
from tui.words import PARAGRAPH

_END = 1 << 60
_WHOLE: Sequence[Extent] = ((0, _END),)


def answer(tree: Tree, document: Positions) -> list[Extent] | None:
    """Every occurrence that takes part in an answer, ascending, none inside another.

    None if the document does not answer; [] if it does by facts or by what it lacks.
    """
    found = _read(tree, _View(document)).get(0)
    return None if found is None else outermost(found)


def outermost(extents: Iterable[Extent]) -> list[Extent]:
    """The extents that lie in no other, ascending."""
    kept: list[Extent] = []
    for extent in sorted(set(extents), key=lambda e: (e[0], -e[1])):
        if not kept or extent[1] > kept[-1][1]:
            kept.append(extent)
    return kept


_Found = dict[int, set[Extent]]
"""What is lit in each unit that answers, by the number of the unit."""


@dataclass(frozen=True)
class _View:
    """A document in units of which each answers for itself: it as a whole, or its paragraphs.

    Occurrences count that lie wholly within one of the `stretches`; these, like the units, ascend
    and do not overlap.
    """

    document: Positions
    units: Sequence[Extent] = _WHOLE
    stretches: Sequence[Extent] = _WHOLE
    known: dict[int, Sequence[Extent]] = field(default_factory=dict)
    """The occurrences of a leaf in the whole document, by its identity."""

    def extents(self, leaf: Terms | Run) -> Sequence[Extent]:
        """The occurrences that count."""
        everywhere = self.known.get(id(leaf))
        if everywhere is None:
            everywhere = self.known[id(leaf)] = (
                phrase(leaf, self.document)
                if isinstance(leaf, Run)
                else self.document.extents(leaf.field, leaf.terms)
            )
        if self.stretches is _WHOLE:
            return everywhere
        return [
            extent
            for first, last in self.stretches
            for extent in everywhere[_at(everywhere, first) : _at(everywhere, last + 1)]
            if extent[1] <= last
        ]

    def by_unit(self, places: Mapping[Extent, Iterable[Extent]]) -> _Found:
        """What is to be lit for each place, by the unit that the place lies in."""
        if self.units is _WHOLE:
            return {0: {part for parts in places.values() for part in parts}} if places else {}
        found: _Found = {}
        starts = [first for first, _ in self.units]
        for (first, last), parts in places.items():
            unit = bisect_right(starts, first) - 1
            if unit >= 0 and last <= self.units[unit][1]:
                found.setdefault(unit, set()).update(parts)
        return found

    def within(self, others: Sequence[Extent]) -> _View:
        """The same, where only what lies within `others` counts."""
        return replace(self, stretches=_shared(self.stretches, others))

    def zones(self, kinds: Iterable[str]) -> Sequence[Extent]:
        """Where the zones of these kinds are."""
        return self.document.extents("names", [f"#{kind}" for kind in kinds])

    def touched(self) -> _Found:
        """The units in which anything counts."""
        return {
            unit: set()
            for unit, extent in enumerate(self.units)
            if _shared([extent], self.stretches)
        }

    def all(self) -> _Found:
        """All units, with nothing lit."""
        return {unit: set() for unit in range(len(self.units))}


def _at(extents: Sequence[Extent], position: int) -> int:
    return bisect_left(extents, (position, -1))


def _shared(left: Sequence[Extent], right: Sequence[Extent]) -> list[Extent]:
    """What lies both in a stretch of `left` and in one of `right`."""
    both = ((max(a[0], b[0]), min(a[1], b[1])) for a in left for b in right)
    return sorted(extent for extent in both if extent[0] <= extent[1])


def _read(tree: Tree, view: _View) -> _Found:
    match tree:
        case Terms() | Run():
            return view.by_unit({extent: (extent,) for extent in view.extents(tree)})
        case Near():
            return view.by_unit(_places(tree, view))
        case And(children=children):
            return _read_all(children, view)
        case Or(children=children):
            found = [_read(child, view) for child in children]
            units = {unit for each in found for unit in each}
            return {unit: _union(each.get(unit) for each in found) for unit in units}
        case Not(child=child):
            lacking = view.all()
            for unit in _read(child, view):
                del lacking[unit]
            return lacking
        case Paragraph(child=child):
            paragraphs = view.document.extents("names", (PARAGRAPH,))
            lit = _read(child, replace(view, units=paragraphs)).values()
            return {0: _union(lit)} if lit else {}
        case Boost(child=child):
            return _read(child, view)
        case Zone(kind=kind):
            return view.within(view.zones([kind])).touched()
        case Chosen() | Listed():
            return view.all() if view.document.holds(tree) else {}


def _union(found: Iterable[set[Extent] | None]) -> set[Extent]:
    return {extent for each in found if each for extent in each}


def _read_all(children: Sequence[Tree], view: _View) -> _Found:
    others = [child for child in children if not is_zone_condition(child)]
    touched = [view.all()]
    if others:
        for child in children:
            if kinds := zone_kinds(child):
                view = view.within(view.zones(kinds))
                touched.append(view.touched())
            elif isinstance(child, Not) and (kinds := zone_kinds(child.child)):
                view = view.within(_between(view.zones(kinds)))
    found = touched + [_read(child, view) for child in others or children]
    units = set(found[0]).intersection(*found[1:])
    return {unit: _union(each[unit] for each in found) for unit in units}


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


def _places(tree: Tree, view: _View) -> Mapping[Extent, Iterable[Extent]]:
    """Where an operand of NEAR stands, and for each place what is to be lit of it."""
    match tree:
        case Terms() | Run():
            return {extent: (extent,) for extent in view.extents(tree)}
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
                ((min(a[0], b[0]), max(a[1], b[1])), (*left[a], *right[b])) for a, b in pairs
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


def _merged(entries: Iterable[tuple[Extent, Iterable[Extent]]]) -> dict[Extent, set[Extent]]:
    places: dict[Extent, set[Extent]] = {}
    for extent, lit in entries:
        places.setdefault(extent, set()).update(lit)
    return places
