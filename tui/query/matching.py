"""A tree over a whole index: the documents that answer, their spans and their scores.

What asks for words alone is answered by sets; what asks how they stand (phrases, NEAR, paragraphs,
zones) is read position by position in the documents that have the words at all.

The score is BM25 (S. Robertson, H. Zaragoza: The Probabilistic Relevance Framework: BM25 and
Beyond, 2009), its idf with 1 added inside the logarithm so that it is never negative:
    sum over the words of  ln(1 + (N - n + 0.5) / (n + 0.5)) * f (k1 + 1) / (f + k1 (1 - b + b l/L))
with N documents, n of them with the word, f its occurrences here, each by the weight of its zone,
l words here and L on average. The forms of one word, and the parts of a name, are one word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from math import log
from time import monotonic

from tui.query import facts
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

K1, B = 1.2, 0.75
_BATCH = 256
"""Documents that are read by position at a time."""

_Key = tuple[Field, tuple[str, ...]]
_NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Matches:
    """The documents that answer; `is_complete`: all of them, else so many at least."""

    tree: Tree
    docs: frozenset[int]
    is_complete: bool
    reading: Reading

    def spans(self, docs: Collection[int]) -> dict[int, list[Extent]]:
        """The spans of some of the documents, in positions; [] where facts alone answer."""
        return dict(self.reading.answers(self.tree, docs))

    @cached_property
    def scores(self) -> dict[int, float]:
        """The score of each document, 0 where facts alone answer."""
        return self.reading.scores(self.tree, self.docs)

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
    reading = Reading(engine)
    if not is_placed(tree):
        return Matches(tree, frozenset(reading.exact(tree, engine.everything())), True, reading)
    end = monotonic() + seconds if seconds is not None else None
    found: set[int] = set()
    candidates = sorted(reading.possible(tree), reverse=True)
    for at in range(0, len(candidates), _BATCH):
        is_late = end is not None and monotonic() > end
        if is_late or (at_most is not None and len(found) >= at_most):
            return Matches(tree, frozenset(found), False, reading)
        found |= reading.exact(tree, frozenset(candidates[at : at + _BATCH]))
    return Matches(tree, frozenset(found), True, reading)


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


class Reading:
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
            case Or():
                found: AbstractSet[int] = _NOTHING
                for child in sorted(tree.children, key=is_placed):
                    found = found | self.exact(child, within - found)
                return found
            case Not(child=child):
                return within - self.exact(child, within)
            case Boost(child=child):
                return self.exact(child, within)
        return within & self.possible(tree)

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
                return _NOTHING.union(*map(self.possible, tree.children))
        return self._all(children(tree))

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

    def scores(self, tree: Tree, docs: Collection[int]) -> dict[int, float]:
        """The BM25 score of each of `docs`."""
        scores = dict.fromkeys(docs, 0.0)
        lengths = self.engine.lengths()
        everything = self.engine.everything()
        if not scores:
            return scores
        mean = sum(lengths[doc] for doc in everything) / len(everything) or 1.0
        for leaf, factor in _weighed(tree, 1.0):
            weights = self.engine.weights(leaf.field, leaf.terms)
            idf = log(1 + (len(everything) - len(weights) + 0.5) / (len(weights) + 0.5))
            for doc in scores.keys() & weights.keys():
                often = weights[doc]
                norm = K1 * (1 - B + B * lengths[doc] / mean)
                scores[doc] += factor * idf * often * (K1 + 1) / (often + norm)
        return scores


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


def _weighed(tree: Tree, factor: float) -> Iterator[tuple[Terms, float]]:
    """The words that a document may be ranked by, and how much each counts."""
    match tree:
        case Terms():
            yield tree, factor
        case Run(parts=parts):
            yield from ((part.word, factor) for part in parts)
        case Boost(child=child):
            yield from _weighed(child, factor * tree.factor)
        case Not():
            return
        case _:
            for child in children(tree):
                yield from _weighed(child, factor)
