"""The texts that a draft is held against: which stretches to read, and each of them read once."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tui.catalog.room import Room
from tui.corpus import Unreadable
from tui.drafts import Nearness, Number, numbers
from tui.drafts.nearness import stem
from tui.model import Document, Mention, Span
from tui.prose import paragraphs
from tui.query.capitals import both
from tui.words import Words, fold, words

FEW = 200
"""Texts, up to which words are counted, and not only the texts with them."""
_COMMON = 20
"""A word that is every so-manieth of all tells little."""
_STRETCH = 1200
"""Code points of a stretch, but for the rest of its last paragraph."""
_KEPT = 128
"""Texts that are kept open."""
_WORD = re.compile(r"[^\W_]+")


class Stretch:
    """Some paragraphs of a text; what is asked of them is found out once."""

    def __init__(self, document: Document, span: Span, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.start = span.start
        self.text = document.text[slice(*span)]
        self._mentions = mentions

    @cached_property
    def features(self) -> frozenset[str]:
        """The stems of its words, and its names."""
        found = {stem(fold(word)) for word in set(_WORD.findall(self.text))}
        return frozenset(found | {f"@{id_}" for m in self._mentions for id_ in m.meant})

    @cached_property
    def words(self) -> Words:
        """Its words, counted from its own start as all that follows."""
        return words(self.text)

    @cached_property
    def numbers(self) -> list[tuple[Number, dict[str, float]]]:
        """Its numbers in reading order, each with what stands near it."""
        mentions = [_moved(m, self.start) for m in self._mentions]
        nearness = Nearness(self.text, self.words, mentions)
        found = numbers(self.text, mentions, self.document.facts.date)
        return [(number, nearness.near(number.span)) for number in found]

    def span(self, span: Span) -> Span:
        """A span of it as a span of the text."""
        return Span(self.start + span.start, self.start + span.end)


@dataclass(frozen=True)
class Opened:
    """A text that has been opened."""

    document: Document
    mentions: Sequence[Mention]

    @cached_property
    def stretches(self) -> list[Stretch]:
        """All of it, in stretches."""
        return [Stretch(self.document, span, self._within(span)) for span in self._spans()]

    @property
    def is_digest(self) -> bool:
        """Whether it is in other words than the publication."""
        return self.document.facts.status == "digest"

    def _spans(self) -> Iterator[Span]:
        start = None
        for paragraph in paragraphs(self.document.text):
            if start is None:
                start = paragraph.start
            if paragraph.end - start >= _STRETCH:
                yield Span(start, paragraph.end)
                start = None
        if start is not None:
            yield Span(start, len(self.document.text))

    def _within(self, span: Span) -> Sequence[Mention]:
        first = bisect_left(self.mentions, span.start, key=lambda m: m.span.start)
        return self.mentions[first : bisect_left(self.mentions, span.end, key=lambda m: m.span.end)]


class Evidence:
    """The texts of a room, and what their words tell."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._total = len(room.view.everything())
        self._words = sum(room.view.lengths())
        self.weight: Callable[[str], float] = lru_cache(maxsize=None)(self._weight)
        self.docs_of: Callable[[str], frozenset[int]] = lru_cache(maxsize=None)(self._docs_of)
        self.open: Callable[[int], Opened | None] = lru_cache(maxsize=_KEPT)(self._opened)

    def _opened(self, number: int) -> Opened | None:
        """A text by its number in the index, None if it cannot be read."""
        try:
            document = self.room.document(self.room.view.id(number))
        except Unreadable:
            return None
        return Opened(document, self.room.mentions(document.id))

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
        """How much a name or a word tells: little if it stands everywhere, most if nowhere."""
        view = self.room.view
        if self._total > FEW:
            return math.log(1 + self._total / max(1, len(self.docs_of(feature))))
        if feature[0] == "@":
            times, _ = view.counts(feature[1:])
        else:
            everything = view.everything()
            times = sum(view.frequencies("words", both(feature), everything).values())
        return math.log(1 + self._words / (_COMMON * max(1, times)))

    def likeliest(
        self, features: Sequence[str], most: int, among: Iterable[int] | None = None
    ) -> list[int]:
        """The texts that hold most of the features by weight, the best first."""
        scores: dict[int, float] = {}
        for feature in features:
            weight = self.weight(feature)
            for doc in self.docs_of(feature):
                scores[doc] = scores.get(doc, 0.0) + weight
        if among is not None:
            scores = {doc: scores[doc] for doc in among if doc in scores}
        return sorted(scores, key=lambda doc: (-scores[doc], doc))[:most]

    def stretches(
        self, docs: Iterable[int], features: Sequence[str], most: int
    ) -> list[tuple[Opened, Stretch]]:
        """The stretches of some texts that hold most of the features by weight, the best first."""
        weights = {stem(feature): self.weight(feature) for feature in features}
        scored: list[tuple[float, int, Opened, Stretch]] = []
        for opened in filter(None, map(self.open, docs)):
            for stretch in opened.stretches:
                score = sum(map(weights.__getitem__, weights.keys() & stretch.features))
                scored.append((-score, len(scored), opened, stretch))
        return [(opened, stretch) for _, _, opened, stretch in sorted(scored)[:most]]


def _moved(mention: Mention, by: int) -> Mention:
    span = Span(mention.span.start - by, mention.span.end - by)
    return Mention(mention.entity, span, mention.kind, mention.alias, mention.candidates)
