"""The names that texts hold often, ranked: spellings together, with a guess at what each is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tui.gaps.folding import Key, spelling
from tui.gaps.kinship import Kin, joined
from tui.gaps.reading import Reading, Seen, Text
from tui.model import Passage
from tui.registry import Registry

MOST = 2_000
"""Names, the most frequent ones, that are ranked."""
_A_NAME = 0.5
"""Keyness below which a lone word is no name."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A name that is often written and not registered.

    `spellings` are all of them, the most frequent first, each with its number; `type` is a guess at
    what it is, `like` the id of an entity that it may be a name of; `passages` are a few places.
    """

    name: str
    count: int
    documents: int
    score: float
    spellings: tuple[tuple[str, int], ...]
    type: str | None
    like: str | None
    passages: tuple[Passage, ...]


def gaps(texts: Iterable[Text], registry: Registry, fewest: int = 2) -> list[Gap]:
    """The names that are written at least `fewest` times and not registered, best first.

    Ranked by how often, in how many texts, by the number of their words (as the C-value does) and
    by keyness: whether their words are names, or also common words.
    """
    reading = Reading(registry.ignore)
    for text in texts:
        reading.read(text)
    kin = Kin(registry.entities.values())
    names = {own: seen for own, seen in reading.names().items() if own not in kin.known}
    often = sorted(names, key=lambda own: -names[own].count)[:MOST]
    found = joined({own: names[own] for own in often})
    ranked = (_gap(own, seen, reading, kin) for own, seen in found.items() if seen.count >= fewest)
    return sorted(filter(None, ranked), key=lambda gap: (-gap.score, gap.name))


def _gap(own: Key, seen: Seen, reading: Reading, kin: Kin) -> Gap | None:
    name = spelling(seen.spellings)
    keyness = reading.keyness(name)
    if len(own) == 1 and keyness < _A_NAME:
        return None
    often, spread, words = (math.log2(1 + n) for n in (seen.count, len(seen.docs), len(own)))
    return Gap(
        name,
        seen.count,
        len(seen.docs),
        round(often * spread * words * keyness, 3),
        tuple(seen.spellings.most_common()),
        seen.type,
        kin.of(own),
        tuple(seen.passages),
    )
