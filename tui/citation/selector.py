"""What tells a passage from all else in its text: its words, and as few around them as will do.

Words that only resemble a passage must never pass for it once it is edited or deleted. So at the
time of citing the surroundings grow until no other place of the text shares many of the words;
whatever later shares clearly more of them is then the passage itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Literal

from tui.anchors import Anchor, find
from tui.citation.resemblance import alike
from tui.model import Refused, Span
from tui.prose import paragraphs
from tui.visible import visible
from tui.words import split

Demand = Literal["", "word for word", "only here"]
"""What is asked of a place: to have most of the words, all of them, or to be the very place."""

UNLIKE = 0.4
"""The share of a passage's words, with those around, that no other place of its text has."""
_WITHIN = (0, 6, 12, 24, 48)
"""Words around a passage in its own paragraph, on either side: the first number that will do."""
_AROUND = (24, 48)
"""The same beyond its paragraph, where the paragraph itself has a double."""
TELLING = 10
"""Words, passage and surroundings together, that can be told from all else though some change."""
_SHORTEST = 10
"""Characters, the same, that are no coincidence."""
_LONGEST = 1500
"""Characters before and after a passage at most, for texts with endless words."""
_SPACES = "\t\n\v\f\r"


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage by its words, those before and those after, its white space single spaces.

    Hidden characters are marks, as wherever a text is shown.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    demand: Demand = ""

    @property
    def size(self) -> int:
        """Characters in all."""
        return len(self.prefix) + len(self.exact) + len(self.suffix)

    def anchor(self, at: int, sha256: str) -> Anchor:
        """The anchor of a passage that began at `at`."""
        return Anchor(self.exact, self.prefix, self.suffix, at, sha256)


def shown(text: str) -> str:
    """A text as it is shown, and as selectors know it; offsets stay."""
    return visible(text, keep=_SPACES)


def trimmed(text: str, span: Span) -> Span:
    """A span without the white space at its ends; Refused if it has nothing else."""
    exact = text[slice(*span)]
    if not exact.strip():
        raise Refused("there are no words to cite there")
    lead, trail = len(exact) - len(exact.lstrip()), len(exact) - len(exact.rstrip())
    return Span(span.start + lead, span.end - trail)


def select(text: str, span: Span) -> Selector:
    """The selector of a passage without white space at its ends."""
    passage = _Passage(shown(text), span)
    within = [*dict.fromkeys(passage.words_within(reach) for reach in _WITHIN)]
    for words in within:
        if len(words) >= TELLING and passage.is_unlike_all_else(words):
            return passage.selector(words)
    around = [passage.words_around(reach) for reach in _AROUND]
    for words in (*within, *filter(passage.is_amid, around)):
        selector = passage.selector(words)
        if selector.size >= _SHORTEST and find(selector.anchor(-1, ""), passage.text).span:
            return replace(selector, demand="word for word")
    return replace(passage.selector(around[0]), demand="only here")


class _Passage:
    """A passage in its text."""

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.span = span
        self._words = split(text)
        own = [p for p in paragraphs(text) if p.start < span.end and span.start < p.end] or [span]
        self._first = bisect_right(self._words.ends, span.start)
        self._last = bisect_left(self._words.starts, span.end)
        self._least = bisect_left(self._words.starts, own[0].start)
        self._most = bisect_right(self._words.ends, own[-1].end)

    def words_within(self, reach: int) -> range:
        """The words of the passage, and so many on either side as far as its paragraphs go."""
        return range(max(self._least, self._first - reach), min(self._most, self._last + reach))

    def words_around(self, reach: int) -> range:
        """The words of the passage, and so many on either side."""
        return range(max(0, self._first - reach), min(len(self._words), self._last + reach))

    def is_amid(self, words: range) -> bool:
        """Whether there are words of other paragraphs on both sides among these."""
        return words.start < self._least and words.stop > self._most

    def selector(self, words: range) -> Selector:
        """The passage with these words around it."""
        start = min([self.span.start, *(self._words.starts[at] for at in words[:1])])
        end = max([self.span.end, *(self._words.ends[at] for at in words[-1:])])
        pieces = (self.span, Span(start, self.span.start), Span(self.span.end, end))
        exact, prefix, suffix = (re.sub(r"\s+", " ", self.text[slice(*p)]) for p in pieces)
        return Selector(exact, prefix[-_LONGEST:], suffix[:_LONGEST])

    def is_unlike_all_else(self, words: range) -> bool:
        """Whether no other place of the text resembles these words."""
        terms = self._words.terms
        rest = [*terms[: words.start], *[""] * len(words), *terms[words.stop :]]
        return not alike(rest, terms[words.start : words.stop], UNLIKE)
