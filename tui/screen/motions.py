"""From a place in a text to the next word, sentence, paragraph, or the end of a quotation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from tui.model import Span

_WORD = re.compile(r"\w+(?:[-–’'.,&]\w+)*+")
_NEAR = 400
"""Characters looked at for the word before a place."""
_FAR = 20_000
"""Characters in which a quotation must end."""
_CLOSING = {
    "“": "”",
    "„": "[“”]",
    "«": "»",
    "「": "」",
    "『": "』",
    "‘": r"’(?!\w)",
    '"': '"',
}


def word_after(text: str, at: int) -> Span | None:
    """The first word that ends after `at`."""
    near = word_before(text, at)
    if near is not None and near.end > at:
        return near
    match = _WORD.search(text, at)
    return Span(*match.span()) if match else None


def word_before(text: str, at: int) -> Span | None:
    """The last word that begins before `at`."""
    found = None
    for match in _WORD.finditer(text, max(0, at - _NEAR)):
        if match.start() >= at:
            break
        found = match
    return Span(*found.span()) if found else None


def paragraph_at(text: str, at: int, by: int = 0) -> Span | None:
    """The paragraph around `at` or, between two, the next one; or the one so many further on."""
    from tui.prose import paragraphs

    found = paragraphs(text)
    i = bisect_right(found, at, key=lambda p: p.end)
    if by > 0 and not (i < len(found) and found[i].start <= at):
        by -= 1
    i += by
    return found[i] if 0 <= i < len(found) else None


def sentence_at(text: str, at: int) -> Span | None:
    """The sentence around `at`, or the next one."""
    from tui.prose import sentences

    here = paragraph_at(text, at)
    if here is None:
        return None
    found = next((s for s in sentences(text, here) if s.end > at), None)
    return found or sentence_from(text, here.end)


def sentence_from(text: str, at: int) -> Span | None:
    """The first sentence that begins at `at` or after it."""
    from tui.prose import sentences

    here = paragraph_at(text, at)
    while here is not None:
        found = sentences(text, here)
        i = bisect_left(found, at, key=lambda s: s.start)
        if i < len(found):
            return found[i]
        here = paragraph_at(text, here.end, 1)
    return None


def sentence_before(text: str, at: int) -> Span | None:
    """The last sentence that begins before `at`."""
    from tui.prose import sentences

    here = paragraph_at(text, at) or paragraph_at(text, len(text), -1)
    while here is not None:
        found = sentences(text, here)
        i = bisect_left(found, at, key=lambda s: s.start)
        if i:
            return found[i - 1]
        here = paragraph_at(text, here.start, -1)
    return None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_CLOSING)}]")


@cache
def _closing(mark: str) -> re.Pattern[str]:
    return re.compile(_CLOSING[mark])


def quotation_end(text: str, at: int) -> int | None:
    """Behind the mark that closes the first quotation that is open at `at` or opens after it."""
    paragraph = paragraph_at(text, at)
    start = paragraph.start if paragraph and paragraph.start <= at else at
    while match := _opening().search(text, start, at + _FAR):
        closing = _closing(match.group()).search(text, match.end(), match.end() + _FAR)
        if closing is not None and closing.end() > at:
            return closing.end()
        start = closing.end() if closing else match.end()
    return None


def quotations(text: str, paragraph: Span) -> Iterator[Span]:
    """The quotations that open in a paragraph, their marks included; none inside another."""
    at = paragraph.start
    while match := _opening().search(text, at, paragraph.end):
        closing = _closing(match.group()).search(text, match.end(), match.end() + _FAR)
        if closing is not None:
            yield Span(match.start(), closing.end())
        at = closing.end() if closing else match.end()


def quotation_from(text: str, at: int) -> Span | None:
    """The first quotation that opens at `at` or after it."""
    here = paragraph_at(text, at)
    while here is not None:
        found = next((q for q in quotations(text, here) if q.start >= at), None)
        if found is not None:
            return found
        here = paragraph_at(text, here.end, 1)
    return None


def quotation_before(text: str, at: int) -> Span | None:
    """The last quotation that opens before `at`."""
    here = paragraph_at(text, at) or paragraph_at(text, len(text), -1)
    while here is not None:
        found = [q for q in quotations(text, here) if q.start < at]
        if found:
            return found[-1]
        here = paragraph_at(text, here.start, -1)
    return None
