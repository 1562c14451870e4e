"""What may have been meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable

LIKE = 0.55
"""How alike two words are at least of which one may have been meant for the other, up to 1."""


def nearest(
    word: str, known: Iterable[str], most: int | None = 3, least: float = LIKE
) -> list[str]:
    """The known words most like `word`, the nearest first; none that shares too little with it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(
        word, sorted(known), scorer=OSA.normalized_similarity, score_cutoff=least, limit=most
    )
    return [name for name, _, _ in found]
