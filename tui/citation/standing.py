"""Where a cited passage stands in its text now: the same, moved, changed, or gone.

It stands where its very words do, among words around it that are still mostly the same. Where none
of its places can be told to be the one, all are named and none is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tui.anchors import Found, find
from tui.citation.characters import located
from tui.citation.difference import difference
from tui.citation.resemblance import Stretch, alike
from tui.citation.selector import Selector, shown
from tui.citation.trace import Trace
from tui.model import Span
from tui.words import Words, split

State = Literal["same", "moved", "changed", "gone"]

LIKE = 0.6
"""The share of the words cited, with those around, that a changed passage still has."""
HALF = 0.5
"""The share of its own words that it still has."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A cited passage as it is now; `span` is None where it has no one place.

    `others` are places that cannot be told from it, `difference` is that of its words.
    """

    state: State
    span: Span | None = None
    difference: str | None = None
    others: tuple[Span, ...] = ()


def stand(trace: Trace, text: str, sha256: str) -> Standing:
    """Where what was cited stands in a text, whose SHA-256 is known."""
    if trace.chars is None or trace.selector is None:
        return Standing("same" if sha256 == trace.sha256 else "changed", Span(0, len(text)))
    selector, text = trace.selector, shown(text)
    at = located(text, trace.chars).start
    found = find(selector.anchor(at, trace.sha256), text, sha256)
    words = _words(text)
    if found.span and not _is_whole(found.span, selector, words):
        found = Found("lost")
    if found.state == "same":
        return Standing("same", found.span)
    if selector.demand == "only here":
        return Standing("gone")
    sought = None if selector.demand else _sought(selector, words, text, at)
    return sought or (Standing("moved", found.span) if found.span else Standing("gone"))


def _sought(selector: Selector, words: Words, text: str, at: int) -> Standing | None:
    """Where a passage stands by its words and those around it, None if nowhere."""
    wanted = _Wanted(selector)
    intact: list[Span] = []
    changed: list[Span] = []
    for stretch in alike(words.terms, wanted.terms, LIKE):
        span, is_intact = wanted.place(stretch, words, text)
        if span:
            (intact if is_intact else changed).append(span)
    for span in intact:
        if span.start == at:
            return Standing("same", span)
    if changed:
        first, *rest = changed
        marked = difference(selector.exact, text[slice(*first)])
        return Standing("changed", None if rest else first, marked, (*intact, *rest))
    if intact:
        first, *rest = intact
        return Standing("moved", None if rest else first, None, tuple(intact if rest else ()))
    return None


@lru_cache(maxsize=8)
def _words(text: str) -> Words:
    """The words of a text in which many passages may be sought."""
    return split(text)


def _is_whole(span: Span, selector: Selector, words: Words) -> bool:
    """Whether a span begins and ends with a word, unless the passage did not."""
    cuts = (
        (span.start, selector.prefix[-1:].isalnum()),
        (span.end, selector.suffix[:1].isalnum()),
    )
    for at, was_cut in cuts:
        word = bisect_left(words.starts, at) - 1
        if not was_cut and word >= 0 and words.ends[word] > at:
            return False
    return True


class _Wanted:
    """The words of a selector; `first` to `last` are the passage's own."""

    def __init__(self, selector: Selector) -> None:
        words = split(selector.prefix + selector.exact + selector.suffix)
        start = len(selector.prefix)
        self.terms = words.terms
        self.first = bisect_right(words.ends, start)
        self.last = bisect_left(words.starts, start + len(selector.exact)) - 1
        self._selector = selector

    def place(self, stretch: Stretch, words: Words, text: str) -> tuple[Span | None, bool]:
        """Where in a stretch the passage is, None if too little is left of it; and if unchanged."""
        inside = [(a, b) for a, b in stretch.pairs if self.first <= a <= self.last]
        if not inside or len(inside) < HALF * (self.last - self.first + 1):
            return None, False
        (first, lo), (last, hi) = inside[0], inside[-1]
        before = max((b for a, b in stretch.pairs if a < self.first), default=-1)
        after = min((b for a, b in stretch.pairs if a > self.last), default=len(words))
        while first > self.first and lo - 1 > before and not _is_break(words, text, lo):
            first, lo = first - 1, lo - 1
        while last < self.last and hi + 1 < after and not _is_break(words, text, hi + 1):
            last, hi = last + 1, hi + 1
        start = words.ends[lo - 1] if lo else 0
        end = words.starts[hi + 1] if hi + 1 < len(words) else len(text)
        exact = r"\s+".join(map(re.escape, self._selector.exact.split(" ")))
        found = re.compile(exact).search(text, start, end)
        if found and _is_whole(Span(*found.span()), self._selector, words):
            return Span(*found.span()), True
        return self._with_signs(text, words.starts[lo], words.ends[hi]), False

    def _with_signs(self, text: str, start: int, end: int) -> Span:
        """A span with the signs at its ends, if the passage had some at its own."""
        exact = self._selector.exact
        while not exact[0].isalnum() and start and _is_sign(text[start - 1]):
            start -= 1
        while not exact[-1].isalnum() and end < len(text) and _is_sign(text[end]):
            end += 1
        return Span(start, end)


def _is_break(words: Words, text: str, at: int) -> bool:
    """Whether a line ends before a word."""
    return "\n" in text[words.ends[at - 1] : words.starts[at]]


def _is_sign(char: str) -> bool:
    return not (char.isalnum() or char.isspace())
