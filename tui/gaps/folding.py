"""Which spellings are one name: other cases, hyphens and accents, Russian endings, small slips."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from tui.words import fold

Key = tuple[str, ...]
"""The words of a name without what does not tell names apart."""

_CYRILLIC = re.compile(r"[а-яё]")
_PARTS = re.compile(r"[^\s‐‑–-]+")
_CASE = re.compile(
    "(?<=...)(?:[ое]го|[ое]му|[аяыи]ми|[оеыиая]м|[аяыи]х|[уаояеи][юей]|ью|[ауоыеияюйь])$"
)
_ENDING = re.compile(
    "([аи]я$)|(а$|я$)|([ыие]$|[ое]й$)|((?:[ое]го|[ое]му|[ую]ю|[оеыи]м|[аяыи]х|[аяыи]ми|[ую])$)"
)
_RANKS = (0, 0, 1, 2, 3)
"""How oblique the endings of these groups are; a consonant is not."""
_LIKE = 80.0
"""Likeness, of 100, that every word of a name must have to its counterpart."""
_ALIKE = 88.0
"""Likeness that the whole names must have."""
_SHORTEST = 5
"""Letters of a word that may be misspelt."""


@lru_cache(maxsize=1 << 16)
def key(name: str) -> Key:
    """What all spellings of a name share."""
    return tuple(stem(part) for part in _PARTS.findall(fold(name)))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A folded word without its Russian case ending; any other as it is.

    It need only be the same for all cases: Сергей and Сергеем are серг, Китай and Китая are кит.
    """
    if not _CYRILLIC.search(word):
        return word
    bare = _CASE.sub("", word.replace("ё", "е"))
    return bare[:3] + bare[3:].rstrip("аеиоуыэюяйь")


def are_alike(one: Key, other: Key) -> bool:
    """Whether two names may be one that somebody wrote in another way; numbers must agree."""
    from rapidfuzz import fuzz

    if len(one) != len(other) or one[0][0] != other[0][0]:
        return False
    for a, b in zip(one, other, strict=True):
        if a == b:
            continue
        if min(len(a), len(b)) < _SHORTEST or not (a + b).isalpha():
            return False
        if fuzz.ratio(a, b) < _LIKE:
            return False
    return fuzz.ratio(" ".join(one), " ".join(other)) >= _ALIKE


def spelling(counts: Mapping[str, int]) -> str:
    """The spelling to show of a name: a full one, and of Russian ones a nominative."""

    def rank(name: str) -> tuple[int, int, int, str]:
        return -len(key(name)), _obliqueness(name), -counts[name], name

    return min(counts, key=rank)


def _obliqueness(name: str) -> int:
    """How unlike a Russian nominative the words of a name end, 0 for any other language."""
    endings = (_ENDING.search(word) for word in name.casefold().split())
    return sum(_RANKS[found.lastindex or 0] for found in endings if found)
