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
from tui.citation.resemblance import RUN, alike
from tui.model import Refused, Span
from tui.prose import paragraphs
from tui.visible import visible
from tui.words import Words, split

Company = Literal["", "alike", "the same"]
"""What else a text has: nothing that resembles the passage, something alike, or its very words."""

UNLIKE = 0.4
"""The share of a passage's words, with those around, that no other place of its text has."""
_REACHES = (0, 6, 12, 24, 48)
"""Words around a passage, on either side: the first number that will do."""
_TELLING = 8
"""Words, passage and surroundings together, that can tell something."""
_SPACES = "\t\n\v\f\r"


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage by its words, those before and those after, its white space single spaces.

    Hidden characters are marks, as wherever a text is shown.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    company: Company = ""

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
    text = shown(text)
    found = split(text)
    first, last = bisect_right(found.ends, span.start), bisect_left(found.starts, span.end)
    own = _own(text, span)
    least, most = bisect_left(found.starts, own.start), bisect_right(found.ends, own.end)
    kept = None
    for reach in _REACHES:
        start, end = max(least, first - reach), min(most, last + reach)
        if end - start < _TELLING and (start, end) != (least, most):
            continue
        selector = _selector(text, span, found, start, end)
        rest = [*found.terms[:start], *[""] * (end - start), *found.terms[end:]]
        if end - start >= RUN and not alike(rest, found.terms[start:end], UNLIKE):
            return selector
        if kept is None and end - start >= RUN and _is_alone(selector, text):
            kept = replace(selector, company="alike")
    if kept:
        return kept
    for reach in _REACHES[1:]:
        start, end = max(0, first - reach), min(len(found), last + reach)
        selector = _selector(text, span, found, start, end)
        if _is_alone(selector, text):
            return replace(selector, company="alike")
    return replace(selector, company="the same")


def _selector(text: str, span: Span, found: Words, start: int, end: int) -> Selector:
    """A passage with the words `start` to `end`, the latter excluded, around it."""
    before = text[found.starts[start] : span.start] if start < end else ""
    after = text[span.end : found.ends[end - 1]] if start < end else ""
    return Selector(_level(text[slice(*span)]), _level(before), _level(after))


def _own(text: str, span: Span) -> Span:
    """The paragraphs that a passage is in, from the beginning of the first to the end."""
    inside = [p for p in paragraphs(text) if p.start < span.end and span.start < p.end]
    return Span(inside[0].start, inside[-1].end) if inside else span


def _is_alone(selector: Selector, text: str) -> bool:
    """Whether a text has the words of a selector but once."""
    return find(selector.anchor(-1, ""), text).span is not None


def _level(text: str) -> str:
    return re.sub(r"\s+", " ", text)
