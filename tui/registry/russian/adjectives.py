"""The cases of a Russian adjective, told by its ending and the letter before it."""

from __future__ import annotations

from tui.registry.russian import exceptions as known
from tui.registry.russian.paradigm import (
    SIBILANTS,
    VELARS,
    VOWELS,
    Gender,
    Paradigm,
    ending,
    level,
)

_ADJECTIVES: dict[str, dict[Gender, str]] = {
    "новый": {
        "m": "ого ому ого ым ом",
        "f": "ой ой ую ой ой",
        "n": "ого ому ое ым ом",
        "pl": "ых ым ых ыми ых",
    },
    "русский": {
        "m": "ого ому ого им ом",
        "f": "ой ой ую ой ой",
        "n": "ого ому ое им ом",
        "pl": "их им их ими их",
    },
    "общий": {
        "m": "его ему его им ем",
        "f": "ей ей ую ей ей",
        "n": "его ему ее им ем",
        "pl": "их им их ими их",
    },
    "средний": {
        "m": "его ему его им ем",
        "f": "ей ей юю ей ей",
        "n": "его ему ее им ем",
        "pl": "их им их ими их",
    },
    "третий": {
        "m": "ьего ьему ьего ьим ьем",
        "f": "ьей ьей ью ьей ьей",
        "n": "ьего ьему ье ьим ьем",
        "pl": "ьих ьим ьих ьими ьих",
    },
}
_NOMINATIVES: dict[str, dict[Gender, str]] = {
    "новый": {"m": "ый", "f": "ая", "n": "ое", "pl": "ые"},
    "русский": {"m": "ий", "f": "ая", "n": "ое", "pl": "ие"},
    "общий": {"m": "ий", "f": "ая", "n": "ее", "pl": "ие"},
    "средний": {"m": "ий", "f": "яя", "n": "ее", "pl": "ие"},
    "третий": {"m": "ий", "f": "ья", "n": "ье", "pl": "ьи"},
}
_THIRD: dict[str, Gender] = {"ий": "m", "ья": "f", "ье": "n", "ьи": "pl"}
_GENDERS: dict[str, Gender] = {
    "ый": "m",
    "ий": "m",
    "ой": "m",
    "ая": "f",
    "яя": "f",
    "ое": "n",
    "ее": "n",
    "ые": "pl",
    "ие": "pl",
}


def adjective(word: str) -> tuple[Gender, Paradigm] | None:
    """The gender and the cases of an adjective in the nominative, None of any other word."""
    pattern = _adjective_pattern(level(word))
    if pattern is None:
        return None
    gender, name = pattern
    return gender, ending(word[:-2], _ADJECTIVES[name][gender])


def every_form(word: str) -> frozenset[str]:
    """All forms of an adjective, of every gender and number; none of any other word."""
    pattern = _adjective_pattern(level(word))
    if pattern is None:
        return frozenset()
    _, name = pattern
    stem = word[:-2]
    endings = " ".join([*_ADJECTIVES[name].values(), *_NOMINATIVES[name].values()])
    return frozenset().union(*ending(stem, endings))


def _adjective_pattern(low: str) -> tuple[Gender, str] | None:
    """The gender of an adjective and the name of its pattern; every ending has two letters."""
    if low[:-2] in known.THIRD and low[-2:] in _THIRD:
        return _THIRD[low[-2:]], "третий"
    gender = _GENDERS.get(low[-2:])
    stem = low[:-2]
    if gender is None or len(stem) < 2 or not any(c in VOWELS for c in stem):
        return None
    last, tail = stem[-1], low[-2:]
    if low in known.NOT_ADJECTIVES or last in VOWELS:
        return None
    if last == "н" and (stem in known.SOFT_STEMS or tail == "яя"):
        return gender, "средний"
    if tail == "ой":
        return gender, "русский" if last in VELARS + SIBILANTS else "новый"
    if last in VELARS:
        return None if tail == "ее" else (gender, "русский")
    if last in SIBILANTS:
        is_stressed = stem in ("больш", "чуж")
        return gender, "русский" if is_stressed else "общий"
    if tail in ("ый", "ая", "ое", "ые"):
        return gender, "новый"
    return None
