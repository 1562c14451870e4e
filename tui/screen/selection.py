"""A stretch of a text that is being selected: an end that stays and an end that moves."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from tui.model import Span
from tui.screen import motions

At = Callable[[str, int], Span | None]
"""The sentence or the paragraph around, after or before an offset of a text."""


class Selection(NamedTuple):
    """What is selected in a text lies between two offsets; `by_rows` has it end with whole rows."""

    fixed: int
    moving: int
    by_rows: bool = False

    @classmethod
    def of(cls, span: Span, *, by_rows: bool = False) -> Selection:
        """A selection of which the end moves."""
        return cls(span.start, span.end, by_rows)

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self.fixed, self.moving), max(self.fixed, self.moving))

    @property
    def is_forward(self) -> bool:
        """Whether it is the end that moves, and not the beginning."""
        return self.moving >= self.fixed

    def turned(self) -> Selection:
        """The same with the other end moving."""
        return self._replace(fixed=self.moving, moving=self.fixed)

    def to(self, offset: int) -> Selection:
        """With the moving end elsewhere."""
        return self._replace(moving=offset)

    def ahead(self, offset: int) -> Selection:
        """With its end at an offset, and the end moving."""
        return self._replace(fixed=self.span.start, moving=offset)

    @property
    def edge(self) -> Span:
        """The character at the moving end."""
        at = max(0, self.moving - 1) if self.is_forward else self.moving
        return Span(at, at + 1)

    def over(self, span: Span) -> Selection:
        """Another stretch, with the same end moving."""
        return self._replace(fixed=span[not self.is_forward], moving=span[self.is_forward])

    def by_character(self, text: str, by: int) -> Selection:
        """One character more or less; a letter is one with its accents."""
        at = max(0, min(self.moving + by, len(text)))
        while 0 < at < len(text) and unicodedata.combining(text[at]):
            at += by
        return self.to(at)

    def by_word(self, text: str, by: int) -> Selection:
        """To the end of a word, or to the beginning of one if the beginning moves."""
        if by > 0:
            if self.is_forward:
                return self.to(_end_after(text, self.moving))
            start = _start_after(text, self.moving)
            return self.to(start if start < self.fixed else _end_after(text, self.fixed))
        if self.moving > self.fixed:
            end = _end_before(text, self.moving)
            return self.to(end if end > self.fixed else _start_before(text, self.fixed))
        return self.to(_start_before(text, self.moving))

    def wider(self, text: str, around: At, after: At, before: At) -> Selection:
        """Whole sentences or paragraphs; if they are whole already, one more."""
        span = self.span
        first, last = around(text, span.start), around(text, max(span.start, span.end - 1))
        if first is None or last is None:
            return self
        if first.start < span.start or last.end > span.end:
            whole = Span(min(first.start, span.start), max(last.end, span.end))
            return self.over(whole)
        if self.is_forward:
            more = after(text, span.end)
            return self.to(more.end) if more else self
        more = before(text, span.start)
        return self.to(more.start) if more else self


def sentences(selection: Selection, text: str) -> Selection:
    """The whole sentence, or one sentence more."""
    steps = motions.sentence_at, motions.sentence_from, motions.sentence_before
    return selection.wider(text, *steps)


def paragraphs(selection: Selection, text: str) -> Selection:
    """The whole paragraph, or one paragraph more."""

    def after(text: str, at: int) -> Span | None:
        return motions.paragraph_at(text, at, 1)

    def before(text: str, at: int) -> Span | None:
        return motions.paragraph_at(text, at, -1)

    return selection.wider(text, motions.paragraph_at, after, before)


def _end_after(text: str, at: int) -> int:
    word = motions.word_after(text, at)
    return word.end if word else at


def _start_before(text: str, at: int) -> int:
    word = motions.word_before(text, at)
    return word.start if word else at


def _start_after(text: str, at: int) -> int:
    word = motions.word_after(text, at)
    if word is not None and word.start <= at:
        word = motions.word_after(text, word.end)
    return word.start if word else len(text)


def _end_before(text: str, at: int) -> int:
    word = motions.word_before(text, at)
    if word is not None and word.end >= at:
        word = motions.word_before(text, word.start)
    return word.end if word else 0
