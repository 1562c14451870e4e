"""What stands in capitals: runs of words, and the names that a run may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tui.gaps.cues import is_office, titles

_LONGEST = 8
"""Words of a name."""
_JOINTS = "of|of the|de|del|de la|da|dos|du|van|van der|von|von der|bin|ibn|al|el"
_ANYWHERE = """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
    sunday mon tue wed thu fri sat sun i the a an no p.m a.m ad bc"""
_COUNTED = """
    article chapter section page figure table part volume vol number document tab paragraph para
    item note appendix annex clause resolution"""
_IN_TITLES = "the|and|for|with|from|into|over|its|but"
"""Longer words that stand without a capital in a headline too."""
_NO_NAMES = frozenset(_ANYWHERE.split())
"""Words that have a capital anywhere, and are no part of a name."""
_NO_DESIGNATORS = frozenset(_COUNTED.split())
"""Words after which a number only counts."""
_WORD = re.compile(r"\S+")


class Patterns(NamedTuple):
    """What is looked for in a sentence."""

    run: re.Pattern[str]
    """Words with capitals in a row."""
    small: re.Pattern[str]
    """A word without one, of three letters or more."""
    quoted: re.Pattern[str]
    """A name in angled quotation marks."""


@cache
def patterns() -> Patterns:
    """Compiled when first needed: the class of capitals has some hundred letters."""
    capital = f"[{''.join(chr(c) for c in range(0x530) if chr(c).isupper())}]"
    part = r"(?:(?:[-‐‑'’&](?![sS]\b)|–(?=\d))\w+)*"
    word = (
        rf"(?:(?:{capital}\.){{1,3}}(?=\s?{capital}|\W)|{capital}\w*{part}|\d+{capital}\w*{part})"
    )
    number = r"\d{2,4}[^\W\d_]{0,2}(?![\w.,:%-])"
    return Patterns(
        re.compile(rf"(?<!\w){word}(?:\s+(?:(?:{_JOINTS})\s+)?{word}|\s+{number})*"),
        re.compile(rf"(?<!\w)(?!\d|{capital}|(?:{_IN_TITLES})\b)\w{{3,}}"),
        re.compile(rf"«({capital}[^«».,!?…:;\n]{{2,50}})»"),
    )


class Piece(NamedTuple):
    """A name in a run, as offsets: where its titles begin, it itself, and its second word.

    Without titles `start` is `name`, without a second word `second` is `end`.
    """

    start: int
    name: int
    second: int
    end: int


@lru_cache(maxsize=1 << 16)
def pieces(run: str) -> tuple[Piece, ...]:
    """The names that a run of words with capitals may hold, offices alone left out."""
    return tuple(filter(None, map(_piece, _cut(run))))


def _cut(run: str) -> Iterator[list[re.Match[str]]]:
    """The words of a run, cut at those that are in no name."""
    piece: list[re.Match[str]] = []
    for match in _WORD.finditer(run):
        word = match.group()
        if word.casefold().rstrip(".") in _NO_NAMES or _is_bare_number(piece, word):
            yield piece
            piece = []
        else:
            piece.append(match)
    yield piece


def _is_bare_number(before: list[re.Match[str]], word: str) -> bool:
    """Whether a number belongs to nothing: a day, a year, the page of something."""
    if not word.isdigit():
        return False
    is_year = len(word) == 4 and "1000" < word < "2100"
    return is_year or not before or before[-1].group().casefold() in _NO_DESIGNATORS


def _piece(words: list[re.Match[str]]) -> Piece | None:
    """The name that some words make, without joints at its ends."""
    while words and words[0].group().islower():
        words = words[1:]
    while words and words[-1].group().islower():
        words = words[:-1]
    written = [word.group() for word in words]
    if not 0 < len(words) <= _LONGEST or is_office(written) or len("".join(written)) < 2:
        return None
    count, end = titles(written), words[-1].end()
    second = next((w.start() for w in words[count + 1 :] if not w.group().islower()), end)
    return Piece(words[0].start(), words[count].start(), second, end)
