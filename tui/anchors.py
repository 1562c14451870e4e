"""A passage kept by its words and what stands around them: found again, moved, or lost.

Of the surroundings the least is kept that tells the passage from every other place of its text:
from its sentence if that will do, else from its paragraph, else from the whole text. It is found
where the same words stand in the same surroundings; white space of any kind is one space. A place
that only looks alike never takes its place: of two that fit equally well neither is it, unless one
stands exactly where the passage stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from tui.model import Span
from tui.prose import paragraphs, sentence_at

State = Literal["same", "moved", "lost"]

_REACHES = (32, 64, 128, 256)
"""Characters kept on either side at most: the first number that will do."""
_ENOUGH = 32
"""Characters, passage and surroundings together, that are no coincidence in a changed text."""
_SPACE = re.compile(r"\s+")
_WORDS = re.compile(r"\S(?:.{,80}\S)?", re.DOTALL)
_NEAR = 64


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage by its words (`exact`), those around it, where it began and in which text.

    White space in the three is single spaces; `sha256` is that of the text, "" if not known.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    at: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage is now; `span` is None if it is lost."""

    state: State
    span: Span | None = None


def anchor(text: str, span: Span, sha256: str = "") -> Anchor:
    """The anchor of a passage, white space at its ends left out; ValueError if that is all of it.

    Where nothing within reach tells it from a place that reads the same, its offset has to.
    """
    exact = text[slice(*span)]
    start = span.start + len(exact) - len(exact.lstrip())
    end = span.end - len(exact) + len(exact.rstrip())
    if start >= end:
        raise ValueError("there are no words to hold on to")
    exact = _level(text[start:end])
    kept = Anchor(exact, at=start, sha256=sha256)
    for around in _surroundings(text, start, end):
        for reach in _REACHES:
            before = _level(text[max(around.start, start - 2 * reach) : start])
            after = _level(text[end : min(around.end, end + 2 * reach)])
            kept = Anchor(exact, _tail(before, reach), _head(after, reach), start, sha256)
            size = len(kept.prefix) + len(exact) + len(kept.suffix)
            if size >= _ENOUGH and len(list(islice(_places(kept, text), 2))) == 1:
                return kept
    return kept


def hold(text: str, offset: int, sha256: str = "") -> Anchor:
    """An anchor of a place by the words that follow it: made at once, but perhaps of several.

    It is `at` the offset itself, be it in white space; `follow` finds it again.
    """
    match = _WORDS.search(text, max(0, offset))
    if match is None:
        return Anchor("", _level(text[-_NEAR:]), "", offset, sha256)
    start, end = match.span()
    before = _tail(_level(text[max(0, start - _NEAR) : start]), _NEAR // 2)
    after = _head(_level(text[end : end + _NEAR]), _NEAR // 2)
    return Anchor(_level(match.group()), before, after, offset, sha256)


def follow(anchor: Anchor, text: str, sha256: str = "") -> int | None:
    """Where a place that was held is now, as near as can be told; None if its words are gone."""
    if sha256 and sha256 == anchor.sha256:
        return min(anchor.at, len(text))
    for kept in (anchor, replace(anchor, suffix=""), replace(anchor, prefix="", suffix="")):
        places = [place.start for place in _places(kept, text)]
        if places:
            return min(places, key=lambda at: abs(at - anchor.at))
    return None


def find(anchor: Anchor, text: str, sha256: str = "") -> Found:
    """Where the passage of an anchor is in `text`, whose `sha256` may be known."""
    if sha256 and sha256 == anchor.sha256:
        there = re.compile(_pattern(anchor.exact)).match(text, anchor.at)
        if there and anchor.exact:
            return Found("same", Span(*there.span()))
    places = list(_places(anchor, text))
    fitting = [place for place in places if place.start == anchor.at] or places
    if len(fitting) != 1:
        return Found("lost")
    return Found("same" if fitting[0].start == anchor.at else "moved", fitting[0])


def _surroundings(text: str, start: int, end: int) -> Iterator[Span]:
    """Ever wider stretches around a passage: its sentences, its paragraph, the whole text."""
    first, last = sentence_at(text, start), sentence_at(text, end - 1)
    if first.start <= start and end <= last.end:
        yield Span(first.start, last.end)
    for paragraph in paragraphs(text):
        if paragraph.start <= start and end <= paragraph.end:
            yield paragraph
    yield Span(0, len(text))


def _places(anchor: Anchor, text: str) -> Iterator[Span]:
    """Where the words of an anchor stand in its surroundings, in the order of the text."""
    if not anchor.exact:
        return
    before, exact, after = map(_pattern, (anchor.prefix, anchor.exact, anchor.suffix))
    pattern = re.compile(f"{before}({exact}){after}")
    last, match = None, pattern.search(text)
    while match:
        if match.span(1) != last:  # of two spaces before it, each begins a match
            yield Span(*match.span(1))
        last, match = match.span(1), pattern.search(text, match.start() + 1)


def _pattern(words: str) -> str:
    """What matches `words` whatever the white space between them."""
    return r"\s+".join(map(re.escape, words.split(" ")))


def _level(text: str) -> str:
    return _SPACE.sub(" ", text)


def _tail(text: str, most: int) -> str:
    """The end of a text, from the beginning of a word on."""
    return text if len(text) <= most else re.sub(r"^\S* (?=\S)", "", text[-most:])


def _head(text: str, most: int) -> str:
    """The beginning of a text, to the end of a word."""
    return text if len(text) <= most else re.sub(r"(?<=\S) \S*$", "", text[:most])
