"""What is written in a text as a name: runs of words with capitals, designators, «quoted» names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.gaps.capitals import Piece, patterns, pieces
from tui.model import Mention, Span

_GAP = re.compile(r"[\s‐‑–-]*")
_AFTER = re.compile(r"[\s,»”\"]*(\w[\w-]*)")
_CYRILLIC = re.compile("[А-ЯЁ]")
_BEGINNING = tuple('“"«„([:—–-')
"""Marks after which a sentence begins, or a saying in it."""


class Written(NamedTuple):
    """A place where something is written as a name; `span` is without titles before it.

    `is_first` if it begins its sentence, where the capital of its first word says nothing;
    `is_clear` unless all the sentence is in capitals, as a headline. `before` is its title or
    the word before it, `after` the word after it.
    """

    span: Span
    is_first: bool
    is_clear: bool
    before: str
    after: str


def names(text: str, sentence: Span, mentions: Sequence[Mention]) -> Iterator[Written]:
    """The names in a sentence that are none of `mentions`, which stand in reading order."""
    find = patterns()
    runs = list(find.run.finditer(text, *sentence))
    if not runs:
        return
    capitals = sum(1 + run.group().count(" ") for run in runs)
    is_clear = len(find.small.findall(text, *sentence)) * 6 >= capitals
    for run in runs:
        for piece in pieces(run.group()):
            found = _written(text, sentence, run.start(), piece, mentions)
            if found:
                yield found._replace(is_clear=is_clear)
    for quoted in find.quoted.finditer(text, *sentence):
        if " " in quoted[1]:
            piece = Piece(0, 0, len(quoted[1]), len(quoted[1]))
            found = _written(text, sentence, quoted.start(1), piece, mentions)
            if found:
                yield found._replace(is_first=False)


def _written(
    text: str, sentence: Span, at: int, piece: Piece, mentions: Sequence[Mention]
) -> Written | None:
    """The name that a piece of the run at `at` holds; None if it is known."""
    start, whole, end = at + piece.name, at + piece.start, at + piece.end
    known = list(_overlapping(mentions, Span(whole, end)))
    if known:
        start = _without_adjective(text, start, end, known)
        if text[start].islower() or _is_covered(text, start, end, known):
            return None
    ahead = text[max(sentence.start, start - 60) : start].rstrip()
    is_first = start == whole and (
        ahead[-1:] in _BEGINNING or not any(map(str.isalpha, ahead[-30:]))
    )
    if is_first and known and _is_covered(text, at + piece.second, end, known):
        return None  # Around Taiwan
    before, after = ahead.split(), _AFTER.match(text, end, sentence.end)
    last, next_ = before[-1] if before else "", after[1] if after else ""
    return Written(Span(start, end), is_first, True, last, next_)


def _without_adjective(text: str, start: int, end: int, known: Iterable[Mention]) -> int:
    """Where a name begins behind an adjective, or in Russian behind another name before it."""
    for mention in known:
        is_apart = mention.kind == "demonym" or _CYRILLIC.match(text, start)
        if mention.span.start <= start < mention.span.end < end and is_apart:
            gap = _GAP.match(text, mention.span.end, end)
            start = gap.end() if gap else start
    return start


def _is_covered(text: str, start: int, end: int, known: Iterable[Mention]) -> bool:
    """Whether mentions hold all words between two offsets."""
    for mention in known:
        if _GAP.fullmatch(text, start, max(start, mention.span.start)):
            start = max(start, mention.span.end)
    return start >= end


def _overlapping(mentions: Sequence[Mention], span: Span) -> Iterator[Mention]:
    at = bisect_left(mentions, span.start, key=lambda m: m.span.end)
    while at < len(mentions) and mentions[at].span.start < span.end:
        if mentions[at].span.end > span.start:
            yield mentions[at]
        at += 1
