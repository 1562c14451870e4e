"""A sentence on a page of the record pane, the names in it marked."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Span
from tui.prose import sentence_at
from tui.screen.lines import ELLIPSIS, Line
from tui.screen.paint import Mark

BEFORE, AFTER = 90, 150
"""Code points shown around a name in a sentence that is longer than both."""


def around(text: str, span: Span, marks: Iterable[Mark]) -> Line:
    """The sentence around `span`, cut if it is very long, with `marks` of the text in it."""
    sentence = sentence_at(text, span.start)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    first, last = start, end
    if end - start > BEFORE + AFTER:
        first, last = max(start, span.start - BEFORE), min(end, span.end + AFTER)
        if first > start:
            first = text.find(" ", first, span.start) + 1 or span.start
        if last < end:
            last = max(text.rfind(" ", span.end, last), span.end)
    before, after = ELLIPSIS * (first > start), ELLIPSIS * (last < end)
    shift = len(before) - first
    inside = tuple(
        Mark(mark.start + shift, mark.end + shift, mark.look)
        for mark in marks
        if first <= mark.start and mark.end <= last
    )
    return Line(f"{before}{text[first:last]}{after}", marks=inside, most=8, indent=1)


def has(words: list[str], *texts: str | None) -> bool:
    """Whether each of the words, all in small letters, stands in one of the texts."""
    said = " ".join(filter(None, texts)).casefold()
    return all(word in said for word in words)
