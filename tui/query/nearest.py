"""What may have been meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model import Entity
from tui.words import fold, split

LIKE = 0.55
"""How alike two words are at least of which one may have been meant for the other, up to 1."""


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known words most like `word`, the nearest first; none that shares too little with it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(
        word, sorted(known), scorer=OSA.normalized_similarity, score_cutoff=LIKE, limit=most
    )
    return [name for name, _, _ in found]


def is_near(word: str, entity: Entity) -> bool:
    """Whether a word of one of an entity's names is like `word`."""
    names = (split(alias.text).terms for alias in entity.aliases)
    return bool(nearest(fold(word), {term for terms in names for term in terms}, 1))
