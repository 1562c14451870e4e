"""The cases of a Russian plural, given its nominative: китайцы, Химки, Соединённые Штаты."""

from __future__ import annotations

from tui.registry.russian import exceptions as known
from tui.registry.russian.paradigm import (
    SIBILANTS,
    VELARS,
    VOWELS,
    Paradigm,
    fixed,
    level,
)


def plural(word: str, has_adjective: bool) -> Paradigm:
    """The cases of a plural, given its nominative."""
    low = level(word)
    stem, last = word[:-1], low[-1]
    before = low[-2]
    is_soft = last == "я" or (last == "и" and before not in VELARS + SIBILANTS)
    if last == "и" and not (word.islower() or has_adjective or _is_plural_place(low)):
        return fixed(word)
    genitive = _genitive_plural(word, low, has_adjective)
    dative, instrumental, prepositional = ("ям ями ях" if is_soft else "ам ами ах").split()
    return (
        genitive,
        frozenset({stem + dative}),
        genitive,
        frozenset({stem + instrumental}),
        frozenset({stem + prepositional}),
    )


def _is_plural_place(low: str) -> bool:
    """Whether a name in -и is a plural and not foreign: Химки, Мытищи, Ведомости."""
    return low.endswith(("сти", "щи", "ичи", "ки")) or low in known.PLURALS


def _genitive_plural(word: str, low: str, has_adjective: bool) -> frozenset[str]:
    stem, last, before = word[:-1], low[-1], low[-2]
    if low in known.PLURALS:
        return frozenset({word[0] + known.PLURALS[low][1:]})
    bare = frozenset({_bare(stem)})
    if last == "а" or low.endswith(("ане", "яне")):
        return bare
    if low.endswith("ии"):
        return frozenset({stem + "й"})
    if last == "ы" and before == "ц":
        if low.endswith("ицы"):
            return bare
        ends = ["ев"] if word.islower() else ["ев", "ов"]  # Клинцов: told by the stress alone
        return frozenset(stem + end for end in ends)
    if last == "и" and before in VOWELS:
        return frozenset({stem + "ев"})
    if last == "и" and before not in VELARS:
        return frozenset({stem + "ей"}) | (bare if before == "щ" else frozenset())
    if low in known.ZERO or low.endswith(known.ZERO_TAILS):
        return bare
    full = frozenset({stem + "ов"})
    if low in known.NOT_ZERO or low.endswith(known.NOT_ZERO_TAILS):
        return full
    if before == "к" and low[-3] not in VOWELS:
        return bare
    if has_adjective:
        return full | bare
    return full if word.islower() else bare


def _bare(stem: str) -> str:
    """A bare genitive plural: Химк → Химок, копейк → копеек, Афин → Афин."""
    low = level(stem)
    if len(low) < 3 or low[-1] != "к" or low[-2] in VOWELS:
        return stem
    if low[-2] in "йь":
        return stem[:-2] + "ек"
    return stem[:-1] + ("ек" if low[-2] in SIBILANTS else "ок")
