"""A tree over a whole index: the documents that answer, and their spans.

What asks for words alone is answered by sets; what asks how they stand (phrases, NEAR, paragraphs,
zones) is read position by position in the documents that have the words at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nlargest
from math import inf
from time import monotonic

from tui.query import facts, ranking
from tui.query.counting import counted
from tui.query.engine import Engine, Extent, Field
from tui.query.meaning import answer, is_zone_condition, zone_kinds
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
    children,
    nodes,
)
from tui.words import PARAGRAPH

_FIRST_BATCH, _BATCH = 32, 256
"""Documents that are read by position at a time: few at first, so that time is not overrun."""
_INSTANT = 1e-6
"""Seconds that a batch takes at least."""

_Key = tuple[Field, tuple[str, ...]]
_NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Matches:
    """The documents that answer; `is_complete`: all of them, else so many at least."""

    tree: Tree
    docs: frozenset[int]
    is_complete: bool
    consultation: Consultation
    known: Mapping[int, list[Extent]] = field(default_factory=dict, repr=False)
    """Spans that were found on the way."""

    def spans(self, docs: Collection[int]) -> dict[int, list[Extent]]:
        """The spans of some of the documents, in positions; [] where facts alone answer."""
        found = {doc: self.known[doc] for doc in docs if doc in self.known}
        return found | dict(self.consultation.answers(self.tree, found.keys() ^ set(docs)))

    @cached_property
    def frequencies(self) -> Mapping[int, int]:
        """The number of spans in each document that has any."""
        found = counted(self.tree, self.docs, self.consultation.engine)
        rest = self.spans(self.docs - found.keys())
        numbers = {**found, **{doc: len(spans) for doc, spans in rest.items()}}
        return {doc: number for doc, number in numbers.items() if number}

    @cached_property
    def scores(self) -> dict[int, float]:
        """The score of each document, 0 where facts alone answer."""
        return ranking.scores(self.tree, self.consultation.engine, self.docs)

    def best(self, number: int | None = None) -> list[int]:
        """The documents of the highest scores, best first, ties in order of documents."""
        ranked = ((score, -doc) for doc, score in self.scores.items())
        return [-doc for _, doc in nlargest(len(self.docs) if number is None else number, ranked)]


def match(
    tree: Tree, engine: Engine, at_most: int | None = None, seconds: float | None = None
) -> Matches:
    """The documents of `engine` that answer `tree`.

    What is read by position begins with the newest document, and stops early once there are
    `at_most` or the time is over.
    """
    consultation = Consultation(engine)
    if not is_placed(tree):
        return Matches(
            tree, frozenset(consultation.exact(tree, engine.everything())), True, consultation
        )
    spans: dict[int, list[Extent]] = {}
    candidates = sorted(consultation.possible(tree), reverse=True)
    end = monotonic() + seconds if seconds is not None else inf
    at, size = 0, _FIRST_BATCH
    while at < len(candidates):
        if monotonic() > end or (at_most is not None and len(spans) >= at_most):
            return Matches(tree, frozenset(spans), False, consultation, spans)
        began = monotonic()
        batch: AbstractSet[int] = frozenset(candidates[at : at + size])
        if not _is_place(tree):
            batch = consultation.exact(tree, batch)
        for doc, here in consultation.answers(tree, batch):
            spans[doc] = here
            if monotonic() > end:
                return Matches(tree, frozenset(spans), False, consultation, spans)
        now = monotonic()
        in_time = size * (end - now) / max(now - began, _INSTANT)
        at, size = at + size, max(1, int(min(2 * size, _BATCH, in_time)))
    return Matches(tree, frozenset(spans), True, consultation, spans)


def is_placed(tree: Tree) -> bool:
    """Whether `tree` asks how words stand, not only whether they occur."""
    return any(_is_place(node) for node in nodes(tree))


def _is_place(node: Tree) -> bool:
    match node:
        case Run() | Near() | Paragraph():
            return True
        case And(children=each):
            return any(map(is_zone_condition, each)) and not all(map(is_zone_condition, each))
    return False


class Consultation:
    """One index, with the sets of documents that were already asked for."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._documents: dict[_Key, AbstractSet[int]] = {}
        self._chosen: dict[Chosen | Listed, AbstractSet[int]] = {}

    def documents(self, field: Field, terms: Sequence[str]) -> AbstractSet[int]:
        """The documents with any of the terms."""
        key = field, tuple(terms)
        if key not in self._documents:
            self._documents[key] = self.engine.documents(field, terms)
        return self._documents[key]

    def chosen(self, leaf: Chosen | Listed) -> AbstractSet[int]:
        """The documents that a leaf chooses by facts or by name."""
        if leaf not in self._chosen:
            self._chosen[leaf] = frozenset(self._choose(leaf))
        return self._chosen[leaf]

    def _choose(self, leaf: Chosen | Listed) -> Iterator[int]:
        if isinstance(leaf, Listed):
            ids = self.engine.values("doc")
            yield from (doc for doc, (id_,) in ids.items() if id_ in leaf.docs)
            return
        known = self.engine.values(leaf.fact)
        verdicts: dict[tuple[str, ...], bool] = {}
        for doc in self.engine.everything():
            found = tuple(known.get(doc, ()))
            if found not in verdicts:
                verdicts[found] = facts.holds(leaf.test, found)
            if verdicts[found]:
                yield doc

    def exact(self, tree: Tree, within: AbstractSet[int]) -> AbstractSet[int]:
        """The documents of `within` that answer `tree`."""
        if not within:
            return _NOTHING
        if _is_place(tree):
            return {doc for doc, _ in self.answers(tree, within & self.possible(tree))}
        match tree:
            case And():
                for child in sorted(tree.children, key=is_placed):
                    within = self.exact(child, within)
                return within
            case Or() if all(isinstance(child, Terms) for child in tree.children):
                return self._of(within, self.possible(tree))
            case Or():
                found: AbstractSet[int] = _NOTHING
                for child in sorted(tree.children, key=is_placed):
                    found = found | self.exact(child, within - found)
                return found
            case Not(child=child):
                return within - self.exact(child, within)
            case Boost(child=child):
                return self.exact(child, within)
        return self._of(within, self.possible(tree))

    def _of(self, within: AbstractSet[int], found: AbstractSet[int]) -> AbstractSet[int]:
        """Those of `found` that are `within`; of 100,000 texts a needless set takes 5 ms."""
        return found if within is self.engine.everything() else within & found

    def possible(self, tree: Tree) -> AbstractSet[int]:
        """Documents among which are all that answer `tree`: they have what words it needs."""
        match tree:
            case Terms(field=field, terms=terms):
                return self.documents(field, terms)
            case Zone(kind=kind):
                return self.documents("names", (f"#{kind}",))
            case Chosen() | Listed():
                return self.chosen(tree)
            case Not():
                return self.engine.everything()
            case Run(parts=parts):
                return self._all([part.word for part in parts])
            case Or():
                return self._any(tree.children)
        return self._all(children(tree))

    def _any(self, trees: Iterable[Tree]) -> AbstractSet[int]:
        """Terms of one field are asked for together: a word and all that begins with it overlap."""
        terms: defaultdict[Field, list[str]] = defaultdict(list)
        sets: list[AbstractSet[int]] = []
        for tree in trees:
            if isinstance(tree, Terms):
                terms[tree.field] += tree.terms
            else:
                sets.append(self.possible(tree))
        sets += (self.documents(field, list(dict.fromkeys(each))) for field, each in terms.items())
        return sets[0] if len(sets) == 1 else _NOTHING.union(*sets)

    def _all(self, trees: Iterable[Tree]) -> AbstractSet[int]:
        sets = sorted((self.possible(tree) for tree in trees), key=len)
        if not sets:
            return self.engine.everything()
        return frozenset(sets[0]).intersection(*sets[1:])

    def answers(self, tree: Tree, docs: Collection[int]) -> Iterator[tuple[int, list[Extent]]]:
        """Those of `docs` that answer, each with its spans."""
        keys = set(_keys(tree))
        ordered = sorted(docs)
        for at in range(0, len(ordered), _BATCH):
            batch = ordered[at : at + _BATCH]
            found = {(f, terms): self.engine.extents(f, terms, batch) for f, terms in keys}
            for doc in batch:
                spans = answer(tree, _Gathered(doc, found, self.chosen))
                if spans is not None:
                    yield doc, spans


@dataclass(frozen=True, slots=True)
class _Gathered:
    """One document among those whose positions were fetched together."""

    doc: int
    found: Mapping[_Key, Mapping[int, Sequence[Extent]]]
    chosen: Callable[[Chosen | Listed], AbstractSet[int]]

    def extents(self, field: Field, terms: Sequence[str]) -> Sequence[Extent]:
        return self.found[field, tuple(terms)].get(self.doc, ())

    def holds(self, leaf: Chosen | Listed) -> bool:
        return self.doc in self.chosen(leaf)


def _keys(tree: Tree) -> Iterator[_Key]:
    """What of the positions of a document `answer` will ask for."""
    for node in nodes(tree):
        match node:
            case Terms(field=field, terms=terms):
                yield field, terms
            case Run(parts=parts):
                yield from ((part.word.field, part.word.terms) for part in parts)
            case Zone(kind=kind):
                yield "names", (f"#{kind}",)
            case Or() if zone_kinds(node):
                yield "names", tuple(f"#{kind}" for kind in zone_kinds(node))
            case Paragraph():
                yield "names", (PARAGRAPH,)
