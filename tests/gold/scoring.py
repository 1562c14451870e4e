"""How found mentions are held against gold ones: spans exactly, entities by majority both ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

Place = tuple[str, int, int]
"""A document and the start and end of a mention in it."""


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1, and the mentions behind each miss."""

    recall: float
    precision: float
    linking: float
    missed: tuple[Place, ...]
    extra: tuple[Place, ...]
    crossed: tuple[Place, ...]


def score(gold: Mapping[Place, str], found: Mapping[Place, str | None]) -> Score:
    """Compare spans exactly; a found entity links to the gold one it mostly stands for, and back.

    A mention is linked right when its two entities choose each other.
    """
    both = gold.keys() & found.keys()
    pairs = Counter((gold[place], found[place]) for place in both if found[place])
    theirs: dict[str, Counter[str]] = defaultdict(Counter)
    ours: dict[str, Counter[str]] = defaultdict(Counter)
    for (their, our), n in pairs.items():
        assert our is not None
        theirs[their][our] += n
        ours[our][their] += n
    chosen = {(t, c.most_common(1)[0][0]) for t, c in theirs.items()} & {
        (c.most_common(1)[0][0], o) for o, c in ours.items()
    }
    crossed = sorted(p for p in both if (gold[p], found[p]) not in chosen)
    return Score(
        recall=len(both) / len(gold),
        precision=len(both) / max(1, len(found)),
        linking=1 - len(crossed) / max(1, len(both)),
        missed=tuple(sorted(gold.keys() - found.keys())),
        extra=tuple(sorted(found.keys() - gold.keys())),
        crossed=tuple(crossed),
    )
