"""Texts that are like others: near-duplicates among hits, and more texts like a given one.

How alike two texts are is their resemblance (A. Broder: On the Resemblance and Containment of
Documents, 1997): of all runs of five words that stand in either, the share that stands in both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log
from typing import Any

from tui.catalog.room import Room
from tui.catalog.searching import Answer, answered
from tui.model import Span
from tui.query.capitals import both
from tui.query.matching import Matches, match
from tui.query.parse import Parsed
from tui.query.tree import Or, Terms
from tui.words import PARAGRAPH, words

NEAR = 0.8
"""Texts that resemble each other so much are near-duplicates."""
RUN, MOST_WORDS = 5, 20_000
"""Words of a run, and how many words of a text are compared."""
RELATED = NEAR / 2
"""Texts that share less of their vocabulary than this share far less of their runs than `NEAR`."""
MOST_LOOKED_AT = 400
"""Frequent words of a text of which the most telling ones are chosen."""
SHARE = 0.15
"""Texts are like another if they score so much of what it scores itself."""

_NOWHERE = Span(0, 0)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Twin:
    """A text that is like another, and their resemblance from 0 to 1."""

    doc: str
    resemblance: float


@dataclass(frozen=True, slots=True)
class Fold:
    """A text in a list, and those further down that are near-duplicates of it."""

    doc: str
    twins: tuple[Twin, ...]


def folded(room: Room, docs: Iterable[str]) -> list[Fold]:
    """Texts in their order, each near-duplicate folded into the first text that it resembles."""
    folds: dict[str, list[Twin]] = {}
    runs = _Runs(room)
    for doc in docs:
        alike = ((first, runs.resemblance(doc, first)) for first in folds)
        found = next(((first, share) for first, share in alike if share >= NEAR), None)
        if found is None:
            folds[doc] = []
        else:
            folds[found[0]].append(Twin(doc, found[1]))
    return [Fold(doc, tuple(twins)) for doc, twins in folds.items()]


class _Runs:
    """The runs of words of some texts, each text read once, and only if another may be near."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._known: dict[str, frozenset[tuple[str, ...]]] = {}
        self._vocabularies: dict[str, frozenset[str]] = {}

    def resemblance(self, left: str, right: str) -> float:
        """What two texts share of all their runs; 0 if they are plainly other texts.

        That is so where one is much longer, or where they share few words: looking at those first
        is quicker by far than reading two texts for their runs.
        """
        lengths = sorted(map(self._length, (left, right)))
        if lengths[0] < NEAR * lengths[1]:
            return 0.0
        if _shared(self._vocabulary(left), self._vocabulary(right)) < RELATED:
            return 0.0
        return _shared(self._of(left), self._of(right))

    def _length(self, doc: str) -> int:
        number = self._room.view.number(doc)
        return self._room.view.lengths()[number] if number is not None else 0

    def _vocabulary(self, doc: str) -> frozenset[str]:
        if doc not in self._vocabularies:
            texts = [text.text.casefold() for _, text in self._room.readable([doc])]
            self._vocabularies[doc] = frozenset(w for text in texts for w in _WORD.findall(text))
        return self._vocabularies[doc]

    def _of(self, doc: str) -> frozenset[tuple[str, ...]]:
        if doc not in self._known:
            found = [words(text.text).terms for _, text in self._room.readable([doc])]
            terms = [term for each in found for term in each if term != PARAGRAPH][:MOST_WORDS]
            shifted = (terms[i:] for i in range(min(RUN, len(terms))))
            self._known[doc] = frozenset(zip(*shifted, strict=False))
        return self._known[doc]


def _shared(one: frozenset[Any], other: frozenset[Any]) -> float:
    """What two sets share of all that is in either."""
    both = len(one & other)
    return both / (len(one) + len(other) - both or 1)


def like(room: Room, doc: str, limit: int | None = 20) -> Answer:
    """The texts most like `doc`: those with the words and names by which it stands out."""
    view = room.view
    named = Counter(m.entity for m in room.mentions(doc) if m.entity)
    common = Counter(
        term for term in words(room.document(doc).text).terms if term.isalpha() and len(term) > 3
    )
    leaves = [
        *_telling(room, named, 6, lambda id_: Terms(_NOWHERE, "names", (id_,), (id_,))),
        *_telling(room, common, 12, lambda term: Terms(_NOWHERE, "words", both(term), (term,))),
    ]
    tree = Or(_NOWHERE, tuple(leaves))
    found = match(tree, view)
    number = view.number(doc)
    own = found.scores.get(number, 0.0) if number is not None else 0.0
    near = {d for d, score in found.scores.items() if score >= SHARE * own and d != number}
    by = ("@" * (leaf.field == "names") + leaf.forms[0] for leaf in leaves)
    parsed = Parsed(f"like {doc}", Or(_NOWHERE, ()), (f"by {', '.join(by)}",))
    matches = Matches(tree, frozenset(near), True, found.consultation)
    return answered(room, parsed, matches, limit, "score")


def _telling(
    room: Room, counts: Counter[str], number: int, leaf: Callable[[str], Terms]
) -> list[Terms]:
    """The leaves that tell a text from others best: frequent here, in few other texts."""
    everything = len(room.view.everything())
    worth: list[tuple[float, Terms]] = []
    for word, count in counts.most_common(MOST_LOOKED_AT):
        made = leaf(word)
        documents = len(room.view.documents(made.field, made.terms))
        if 1 < documents <= max(2, everything // 2):
            worth.append((count * log(everything / documents), made))
    worth.sort(key=lambda pair: -pair[0])
    return [made for _, made in worth[:number]]
