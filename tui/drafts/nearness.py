"""What stands near a place of a text: the names and the words that say what a number is of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

from tui.model import Mention, Span
from tui.prose import paragraphs, sentences
from tui.words import Words

REACH = 60
"""Words on either side that are looked at."""
_HALF = 8
"""Words after which a word tells half as much."""
_SENTENCE, _PARAGRAPH = 0.6, 0.5
"""How much less it tells behind the end of a sentence, of a paragraph."""
_BEYOND = 2
"""Paragraphs before and behind that are looked at."""
_ELSEWHERE = 0.5
"""How much less again, if the sentence of the place has names of its own."""
_NAME = 1.5
"""How much more a name tells than a word that is as rare."""
_STEM = 6
"""Letters by which forms of one word are known, roughly."""
_LITTLE_WORDS = """
    the and that with from this have has had was were are been for not but its his her their our
    your they them who whom which what when where while than then there here into onto over under
    about after before between during also only more most some any all both each such other will
    would could should may might can one two first last new said says say out how why very just
    это как что для или его она они при так уже был была было были еще все"""
_LITTLE = frozenset(_LITTLE_WORDS.split())

_CLAUSE = re.compile(r";\s+")
"""What ends a clause that could be a sentence."""

Weight = Callable[[str], float]
"""How much a name, `@id`, or a word tells."""
Near = Mapping[str, float]
"""What is near a place, and how near: from 0 to 1."""


class Nearness:
    """The names and words of a text by their places."""

    def __init__(self, text: str, words: Words, mentions: Sequence[Mention]) -> None:
        self._starts: list[int] = []
        self._features: list[str] = []
        self._positions: list[int] = []
        covered = -1
        named = iter([*mentions, None])
        coming = next(named)
        for position, (term, start) in enumerate(zip(words.terms, words.starts, strict=True)):
            while coming is not None and start >= coming.span.start:
                for id_ in coming.meant:
                    self._take(start, f"@{id_}", position)
                covered, coming = coming.span.end, next(named)
            if start >= covered and len(term) > 2 and term.isalpha() and term not in _LITTLE:
                self._take(start, term, position)
        self._word_starts = words.starts
        blocks = paragraphs(text)
        self._blocks = [block.start for block in blocks]
        starts = {s.start for block in blocks for s in sentences(text, block)}
        self._sentences = sorted(starts | {match.end() for match in _CLAUSE.finditer(text)})

    def near(self, span: Span) -> dict[str, float]:
        """What is near a span, in its own sentence above all."""
        here = bisect_left(self._word_starts, span.start)
        sentence = bisect_right(self._sentences, span.start)
        block = bisect_right(self._blocks, span.start)
        found: dict[str, float] = {}
        has_names = self._has_names(sentence)
        low = bisect_left(self._positions, here - REACH)
        high = bisect_right(self._positions, here + REACH)
        for at in range(low, high):
            start = self._starts[at]
            feature = self._features[at]
            beyond = abs(bisect_right(self._blocks, start) - block)
            if beyond > _BEYOND or (span.start <= start < span.end and feature[0] != "@"):
                continue
            apart = abs(bisect_right(self._sentences, start) - sentence)
            worth = _HALF / (_HALF + abs(self._positions[at] - here)) * _SENTENCE**apart
            worth *= _PARAGRAPH**beyond * (_ELSEWHERE if apart and has_names else 1)
            found[feature] = max(worth, found.get(feature, 0.0))
        return found

    def _has_names(self, sentence: int) -> bool:
        """Whether a sentence, by its number from 1, has a name in it."""
        if not 0 < sentence <= len(self._sentences):
            return False
        first = bisect_left(self._starts, self._sentences[sentence - 1])
        is_last = sentence == len(self._sentences)
        last = None if is_last else bisect_left(self._starts, self._sentences[sentence])
        return any(feature[0] == "@" for feature in self._features[first:last])

    def _take(self, start: int, feature: str, position: int) -> None:
        self._starts.append(start)
        self._features.append(feature)
        self._positions.append(position)


def stem(feature: str) -> str:
    """What the forms of a word share; a name as it is."""
    return feature if feature[0] == "@" else feature[:_STEM]


def kinship(one: Near, other: Near, weight: Weight) -> float:
    """How much two places have near them in common: 0 if nothing."""
    theirs: dict[str, float] = {}
    for feature, worth in other.items():
        key = stem(feature)
        theirs[key] = max(worth, theirs.get(key, 0.0))
    shared: dict[str, float] = {}
    for feature, worth in one.items():
        key = stem(feature)
        if key in theirs:
            told = weight(feature) * worth * theirs[key] * (_NAME if feature[0] == "@" else 1)
            shared[key] = max(told, shared.get(key, 0.0))
    return sum(shared.values())


def heaviest(features: Iterable[str], weight: Weight, most: int) -> list[str]:
    """The features that tell most."""
    return sorted(features, key=lambda feature: (-weight(feature), feature))[:most]
