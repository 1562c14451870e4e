"""Which words a typed word means, tried out one by one; for the naive reading of a query."""

from __future__ import annotations

from fnmatch import fnmatchcase

from tui.words import split, strict

FAMILIES = (
    {"exercise", "exercises", "exercised"},
    {"state", "states"},
    {"alliance", "alliances"},
    {"учение", "учения", "учений"},
)
"""The words of the random texts that are forms of one another."""


def typed(text: str, signs: str) -> list[str]:
    """The narrowest terms of what was typed, `*` and `?` kept."""
    letters = {"*": "\U00010330", "?": "\U00010331"}
    for sign in signs:
        text = text.replace(sign, letters[sign])
    terms = strict(split(text))
    for sign in signs:
        terms = [term.replace(letters[sign], sign) for term in terms]
    return terms


def narrowest(text: str) -> list[str]:
    """The terms of a phrase, designators in place of their parts."""
    found = split(text)
    covered = {p for f in found.forms for p in range(f.first + 1, f.last + 1)}
    return [term for at, term in enumerate(typed(text, "*")) if at not in covered]


def fits_one(terms: set[str], pattern: str) -> bool:
    """Whether one of the terms fits a pattern of letters, `*` and `?`."""
    return any(fnmatchcase(term, pattern) for term in terms)


def is_like(word: str, other: str, typos: int | None) -> bool:
    """Whether `other` is `word` with a few typos, the first letter kept unless it is the one."""
    most = typos or (1 if len(word) <= 5 else 2)
    distance = edits(word, other)
    return distance <= most and (distance <= 1 or word[0] == other[0])


def edits(a: str, b: str) -> int:
    """Letters to add, drop, change or swap to make one word of the other."""
    table = {(i, -1): i + 1 for i in range(-1, len(a))} | {
        (-1, j): j + 1 for j in range(-1, len(b))
    }
    for i in range(len(a)):
        for j in range(len(b)):
            cost = int(a[i] != b[j])
            best = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + cost)
            if i and j and a[i] == b[j - 1] and a[i - 1] == b[j]:
                best = min(best, table[i - 2, j - 2] + 1)
            table[i, j] = best
    return table[len(a) - 1, len(b) - 1]
