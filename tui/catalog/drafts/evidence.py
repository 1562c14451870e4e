"""The texts that a draft is held against: which of them to open, and what is read of each, once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tui.catalog.room import Room
from tui.corpus import Unreadable
from tui.drafts import Company, Number, numbers
from tui.model import Document
from tui.query.capitals import both
from tui.words import Words, words

FEW = 200
"""Texts, up to which words are counted, and not only the texts with them."""
_COMMON = 20
"""A word that is every so-manieth of all says nothing."""
_KEPT = 256


@dataclass(frozen=True)
class Opened:
    """A text that has been opened, with its words."""

    document: Document
    words: Words
    room: Room

    @cached_property
    def numbers(self) -> list[Number]:
        """Its numbers in reading order."""
        mentions = self.room.mentions(self.document.id)
        return numbers(self.document.text, mentions, self.document.facts.date)

    @cached_property
    def company(self) -> Company:
        """What stands near its places."""
        mentions = self.room.mentions(self.document.id)
        return Company(self.document.text, self.words, mentions)


class Evidence:
    """The texts of a room, and what their words tell."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._total = len(room.view.everything())
        self._words = sum(room.view.lengths())
        self.weight = lru_cache(maxsize=None)(self._weight)
        self.docs_of = lru_cache(maxsize=None)(self._docs_of)
        self._open = lru_cache(maxsize=_KEPT)(self._opened)

    @property
    def most(self) -> float:
        """What a word tells that stands nowhere."""
        size = self._total if self._total > FEW else self._words / _COMMON
        return math.log(1 + size)

    def open(self, number: int) -> Opened | None:
        """A text by its number in the index, None if it cannot be read."""
        return self._open(number)

    def _opened(self, number: int) -> Opened | None:
        try:
            document = self.room.document(self.room.view.id(number))
        except Unreadable:
            return None
        return Opened(document, words(document.text), self.room)

    def _docs_of(self, feature: str) -> frozenset[int]:
        """The texts with a name, `@id`, or a word."""
        view = self.room.view
        if feature[0] == "@":
            return frozenset(view.documents("names", (feature[1:],)))
        return frozenset(view.documents("words", both(feature)))

    def has_small(self, term: str) -> bool:
        """Whether a text has a folded word and nothing tells that it is a name there."""
        return bool(self.room.view.documents("words", (term,)))

    def _weight(self, feature: str) -> float:
        """How much a name or a word tells: 0 if it stands everywhere."""
        view = self.room.view
        if self._total > FEW:
            docs = len(self.docs_of(feature))
            return math.log(1 + self._total / docs) if docs else 0.0
        if feature[0] == "@":
            times, _ = view.counts(feature[1:])
        else:
            everything = view.everything()
            times = sum(view.frequencies("words", both(feature), everything).values())
        return max(0.0, math.log(self._words / (_COMMON * times))) if times else 0.0

    def likeliest(
        self, features: Sequence[str], most: int, among: Iterable[int] | None = None
    ) -> list[int]:
        """The texts that hold most of the features by weight, the best first."""
        scores: dict[int, float] = {}
        for feature in features:
            weight = self.weight(feature)
            for doc in self.docs_of(feature) if weight else ():
                scores[doc] = scores.get(doc, 0.0) + weight
        if among is not None:
            wanted = frozenset(among)
            scores = {doc: score for doc, score in scores.items() if doc in wanted}
        return sorted(scores, key=lambda doc: (-scores[doc], doc))[:most]
