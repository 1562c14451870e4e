"""How the tables of words are written and read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

_CASES = {
    "+": ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"),
    "-": ("", "а", "ы", "е", "у", "ой", "ам", "ами", "ах"),
}


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The form in which the tables keep a word: small letters, е for ё, no possessive."""
    return word.casefold().replace("ё", "е").removesuffix("'s").removesuffix("’s")


def listed(text: str) -> frozenset[str]:
    """The words of a list, in all the cases of those that are marked + or -."""
    return frozenset(
        word.rstrip("+-") + ending for word in text.split() for ending in _CASES.get(word[-1], [""])
    )


def meanings(words: Mapping[T, str]) -> dict[str, T]:
    """Each word with its meaning, from the words of each meaning."""
    return {word: meaning for meaning, text in words.items() for word in listed(text)}
