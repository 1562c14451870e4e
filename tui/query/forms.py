"""The forms of a word that a corpus holds: `exercise` → exercises, exercised; not `unit` → united.

Snowball's stems say what may belong together, and stems too coarse are held back by inflection:
in English two words must share a base form, in Russian both endings one declension or conjugation.
A word in lower case has no forms that the corpus writes as names: `state` is not United States.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from tui.query.capitals import NAME, bare, both
from tui.query.engine import Engine

SHORTEST = 3
"""Letters of a word that has forms."""
RARELY = 10
"""What is written as a name in so many documents for each other one is a name."""

_ALONE = re.compile(
    "news|species|series|its|his|this|как|так|при|после|тем|том|чтобы|уже|для|или|что"
)
"""Words without other forms, whatever they look like."""
_VERBS_APART = re.compile(
    "state|will|minister|second|object|accord|court|air|side|mean|part|party|term|matter|book"
)
"""Nouns whose look-alike verb means something else: stated, willing, airing."""
_PEOPLES = ("an", "ans", "ist", "ists")
"""How an English name ends that has a plural: Russian, Communist; not Robert, Roberts."""

_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")
_SILENT_E = ("unit", "past", "cloth", "breath")
"""What stands before -ed and -ing in united, pasted, clothed, but is another word."""
_MUST_DOUBLE = re.compile(r"[^aeiouy]*(?:qu)?[aeiouy][b-df-hj-np-tvz]")
"""A word of one short syllable doubles its last letter before -ed and -ing: planned."""

_ENDINGS = tuple(
    frozenset("" if ending == "-" else ending for ending in line.split())
    for line in (
        "- а у ом е ы и ов ам ами ах",
        "ь й я ю ем ём ём е и ев ёв ей ям ями ях",
        "а ы и е у ой ою - ам ами ах",
        "я и е ю ей ею ёй й ь ям ями ях",
        "ь и ью ям ями ях ей ам ами ах",
        "о а у ом е - ам ами ах ов",
        "е ё я ю ем ём и ей й ь ям ями ях",
        "- а у ым е ы ых ыми ой",
        "ый ой ая ое ые ого ому ым ом ую ою ых ыми",
        "ий ой ая ое ие ого ому им ом ую ою их ими",
        "ий яя ее ие его ему им ем юю ею ей их ими",
        "ть ти ла ло ли л ю у ешь ет ем ете ют ут ёт ём в",
        "ить и ила ило или ил ю у ишь ит им ите ят ат ь ив",
        "еть ел ела ело ели ю у ишь ит им ите ят",
        "ать ал ала ало али у ю ит ишь им ите ат ят ет ем ете ут ют",
    )
)
"""The endings of one word each: nouns by declension, surnames, adjectives, verbs."""


def forms(word: str, engine: Engine, *, is_capital: bool) -> list[str]:
    """The terms of the other forms of a folded word, most frequent first, names marked as such.

    `is_capital`: it was typed with a capital, so that names may be meant.
    """
    related = _share_paradigm if _is_cyrillic(word) else _share_base
    if len(word) < SHORTEST or not word.isalpha() or _ALONE.fullmatch(word):
        return []
    stem = _stem(word)
    counts = {
        term: count
        for mark in ("", NAME)
        for term, count in engine.vocabulary("words", mark + _beginning(word, stem))
        if (other := term.removeprefix(mark)).isalpha() and other.islower() and _stem(other) == stem
    }
    known: Counter[str] = Counter()
    for term, count in counts.items():
        known[bare(term)] += count
    others = {other for other in known if other != word and related(word, other, known)}
    terms = others | {
        NAME + other for other in others if _may_name(word, other, counts, is_capital)
    }
    return sorted(terms & counts.keys(), key=lambda term: (-counts[term], term))


def _may_name(word: str, other: str, counts: Mapping[str, int], is_capital: bool) -> bool:
    """Whether a query for `word` means `other` also where that is written as a name."""
    if is_capital:
        return True
    if _is_cyrillic(word):  # a name in another case, perhaps the only one there is
        return _is_name(word, counts) or not any(term in counts for term in both(word))
    return word.endswith(_PEOPLES) and _is_name(word, counts) and _is_name(other, counts)


def _is_name(word: str, counts: Mapping[str, int]) -> bool:
    """Whether the corpus writes a word as a name, and hardly ever otherwise."""
    plain, name = (counts.get(term, 0) for term in both(word))
    return name > 0 and plain * RARELY <= name


def _is_cyrillic(word: str) -> bool:
    return "а" <= word[:1] <= "я"


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    from Stemmer import Stemmer

    stem: Callable[[str], str] = Stemmer(language).stemWord
    return stem


def _stem(word: str) -> str:
    return _stemmer("russian" if _is_cyrillic(word) else "english")(word)


def _beginning(word: str, stem: str) -> str:
    """What all words of a stem begin with: in English it may end in a letter of its own."""
    if len(stem) <= 2:
        return word[:2]
    return stem[:-1] if stem[-1] in "eily" else stem


def _share_paradigm(left: str, right: str, known: Mapping[str, int]) -> bool:
    """Whether two Russian words of one stem can be forms of one word."""
    left, right = left.removesuffix("ся"), right.removesuffix("ся")
    shared = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b),
        min(len(left), len(right)),
    )
    return any(
        left[at:] in endings and right[at:] in endings
        for at in range(max(2, shared - 2), shared + 1)
        for endings in _ENDINGS
    )


def _share_base(left: str, right: str, known: Mapping[str, int]) -> bool:
    """Whether two English words of one stem are forms of one word; `known` are all of the stem."""
    if left.endswith("ing") and left + "s" in known:  # a noun of its own: meetings, not met
        return right == left + "s"
    return not _bases(left, known).isdisjoint(_bases(right, known))


def _bases(word: str, known: Mapping[str, int]) -> set[str]:
    """The words, itself first, of which `word` may be an inflected form."""
    if _ALONE.fullmatch(word):
        return {word}
    candidates = list(_stripped(word))
    likeliest = max(candidates, key=lambda base: known.get(base, 0), default=word)
    return {word, likeliest} if likeliest in known else {word, *candidates}


def _stripped(word: str) -> Iterator[str]:
    """The candidates for the base of an English form."""
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest != word and re.search("[aeiouy]", rest):
            for base in _verbs(word, rest):
                yield "to " + base if _VERBS_APART.fullmatch(base) else base
            return
    if word.endswith("ies") and len(word) > 4:
        yield from (word[:-3] + "y", word[:-1])
    elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield from (word[:-1], word[:-2])
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]


def _verbs(word: str, rest: str) -> tuple[str, ...]:
    """The candidates for the base of what stands before -ed or -ing."""
    if word.endswith("ied"):
        return (rest[:-1] + "y",)
    if _MUST_DOUBLE.fullmatch(rest) or rest in _SILENT_E:
        return (rest + "e",)
    if _DOUBLED.search(rest):
        return (rest, rest[:-1]) if len(rest) > 3 else (rest,)
    return rest, rest + "e"
