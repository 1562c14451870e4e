"""The cases of a word: genitive, dative, accusative (of the living), instrumental, prepositional.

The nominative and the accusative of things are the word itself. The patterns are the declensions of
Zaliznyak's grammatical dictionary (1977), each called by a word that has it.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["m", "f", "n", "pl"]
Paradigm = tuple[frozenset[str], ...]
"""The forms of a word in each of the five cases."""

VOWELS = "аеиоуыэюя"
SIBILANTS = "жшщч"
VELARS = "кгх"


def level(word: str) -> str:
    """How the lists spell a word: small letters, ё as е."""
    return word.lower().replace("ё", "е")


def fixed(word: str) -> Paradigm:
    """The cases of a word that never changes."""
    return (frozenset({word}),) * 5


def ending(stem: str, endings: str) -> Paradigm:
    """The cases of a stem with five endings; | stands between two of which either is used."""
    return tuple(frozenset(stem + end for end in case.split("|")) for case in endings.split())
