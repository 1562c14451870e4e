"""The inflected forms of a Russian name: Силы Сибири-2, китайцев, Нижнего Новгорода.

Forms are generated, not cut to stems, which would part Китай from Китая and join it with кит. In a
phrase the adjectives and the noun they belong to change together, and what follows stays:
Министерство обороны, Министерству обороны. In a person's name every word changes. `nouns` and
`adjectives` tell the cases of one word. What the spelling does not tell stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from tui.registry.russian import exceptions as known
from tui.registry.russian.adjectives import adjective, every_form
from tui.registry.russian.nouns import both_numbers, noun
from tui.registry.russian.paradigm import Gender, Paradigm, fixed, level

_WORD = re.compile(r"[^\W_]+(?:[-‐‑–’'][^\W_]+)*")
_QUOTES = '«»„“”"'
_QUOTED = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]+)[{_QUOTES}]")
_RUSSIAN = re.compile(r"[а-яё]+", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d+-)(й|я|е)")
_ORDINALS: dict[str, tuple[Gender, str]] = {
    "й": ("m", "го му го м м"),
    "я": ("f", "й й ю й й"),
    "е": ("pl", "х м х ми х"),
}
_LONGEST = 8
"""Words of a name that can change; longer ones stay as they are."""
_SHORT = 3
"""Letters of a first word that may be a family name of the East, which stays as it is."""


@lru_cache(maxsize=1 << 14)
def forms(name: str, is_person: bool = False) -> frozenset[str]:
    """`name` and its forms in the other cases; of a lone common noun in both numbers."""
    if name.islower() and _RUSSIAN.fullmatch(name) and not is_person:
        return frozenset({name}) | (every_form(name) or both_numbers(name))
    quoted = _QUOTED.fullmatch(name)
    if quoted:
        return frozenset(name[0] + inner + name[-1] for inner in forms(quoted.group(1), is_person))
    head = re.split(f"[{_QUOTES}]", name)[0]
    places = list(_WORD.finditer(head))
    if not 0 < len(places) <= _LONGEST:
        return frozenset({name})
    words = [place.group() for place in places]
    found = {name}
    for cases in _person(words) if is_person else _phrase(words):
        for case in zip(*cases, strict=True):
            for chosen in product(*case):
                found.add(_written(name, places, chosen))
    return frozenset(found)


def _written(name: str, places: list[re.Match[str]], words: tuple[str, ...]) -> str:
    pieces, at = [], 0
    for place, word in zip(places, words, strict=True):
        pieces += [name[at : place.start()], word]
        at = place.end()
    return "".join(pieces) + name[at:]


def _person(words: list[str]) -> Iterator[list[Paradigm]]:
    """The ways in which the words of a person's name may change."""
    is_man = any(_is_mans(word) for word in words)
    is_woman = any(_is_womans(word) for word in words) and not is_man
    genders = [is_woman]
    if not is_man and not is_woman and len(words) > 1 and words[0][-1] in "ая":
        genders = [False, True]
    for gender in genders:
        yield [
            _part(word, is_person=True, is_woman=gender, is_given=at == 0 and len(words) > 1)
            for at, word in enumerate(words)
        ]
    if len(words) > 1 and len(words[0]) <= _SHORT:  # Ким Чен Ира, Дэн Сяопина
        yield [*map(fixed, words[:-1]), _part(words[-1], is_person=True)]


def _is_womans(word: str) -> bool:
    low = level(word)
    return low in known.WOMEN | known.WOMEN_FIXED or low.endswith(
        ("овна", "евна", "инична", "ична", "ова", "ева", "ская", "цкая")
    )


def _is_mans(word: str) -> bool:
    return level(word).endswith(("ович", "евич", "ьич")) or level(word) in known.MEN_IN_A


def _phrase(words: list[str]) -> Iterator[list[Paradigm]]:
    """The ways in which the words of a phrase may change together."""
    adjectives = []
    for word in words:
        found = _adjective(word)
        if found is None:
            break
        adjectives.append(found)
    cases = [paradigm for _, paradigm in adjectives]
    gender = adjectives[-1][0] if adjectives else None
    at = len(adjectives)
    if at < len(words) and (gender is None or _agrees(words[at], gender)):
        cases.append(_part(words[at], gender))
        at += 1
    head, tail = words[at - 1], words[at:]
    if len(tail) > 1 and tail[0] == "и":
        for rest in _phrase(tail[1:]):
            yield [*cases, fixed("и"), *rest]
        return
    yield cases + [fixed(word) for word in tail]
    if tail and level(head) in known.MARKED:
        for rest in _phrase(tail):
            yield cases + rest
    elif len(tail) == 1 and _is_nominative(tail[0]):
        own = _part(tail[0])
        first = [_part(head, is_person=True)] if at == 1 else cases  # Сергиевым Посадом
        yield [*first, own]
        yield [fixed(word) for word in words[:-1]] + [own]


def _agrees(word: str, gender: Gender) -> bool:
    """Whether a noun may be the nominative that an adjective of this gender belongs to."""
    last = level(word)[-1]
    if gender == "pl":
        return last in "ыи" or level(word) in known.PLURALS or level(word).endswith("не")
    if gender == "f":
        return last in "аяь"
    if gender == "n":
        return last in "оеую" or level(word) in known.IN_MYA
    return last not in "аеиоуыэюя" or not _RUSSIAN.fullmatch(word)


def _is_nominative(word: str) -> bool:
    """Whether a capitalised last word is no genitive: Манчестер Юнайтед, Иван Грозный."""
    low = level(word)
    return word[0].isupper() and low[-1] not in "аеиоуыэюяьх" and not low.endswith(("ой", "ов"))


def _adjective(word: str) -> tuple[Gender, Paradigm] | None:
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        gender, endings = _ORDINALS[ordinal.group(2)]
        return gender, tuple(frozenset({ordinal.group(1) + end}) for end in endings.split())
    _, dash, last = word.rpartition("-")
    if not _RUSSIAN.fullmatch(last):
        return None
    found = adjective(last)
    return (found[0], _part(word)) if found and dash else found


def _part(
    word: str,
    gender: Gender | None = None,
    is_person: bool = False,
    is_woman: bool = False,
    is_given: bool = False,
) -> Paradigm:
    """The cases of one word of a name, which may be a compound."""

    def cases(part: str) -> Paradigm:
        if not _RUSSIAN.fullmatch(part) or level(part) in known.PARTICLES:
            return fixed(part)
        if is_person and _is_genitive_surname(part):
            return fixed(part)
        found = adjective(part)
        if found:
            return found[1]
        return noun(part, gender, is_person and not is_given, is_woman)[1]

    parts = re.split("([-‐‑–])", word)
    if len(parts) == 1:
        return cases(word)
    first, rest, last = parts[0], "".join(parts[1:]), parts[-1]
    if parts[2] in known.LINKS or (_is_mark(last) and len(first) > 3):
        return _suffixed(cases(first), rest)
    if _is_mark(last):
        return fixed(word)
    own = _prefixed(word[: -len(last)], cases(last))
    if (
        len(parts) == 3
        and (is_person or word.islower() or adjective(last))
        and first[-1] not in "ое"
    ):
        both = tuple(
            frozenset(a + parts[1] + b for a in ones for b in others)
            for ones, others in zip(cases(first), cases(last), strict=True)
        )
        return tuple(one | other for one, other in zip(own, both, strict=True))
    return own


def _is_mark(part: str) -> bool:
    """Whether it is the number or letters of a type: Сибирь-2, Протон-М, Союз-ТМА."""
    return not _RUSSIAN.fullmatch(part) or (part.isupper() and len(part) <= 3)


def _is_genitive_surname(word: str) -> bool:
    """Черных, Долгих; but not Дитрих."""
    low = level(word)
    return low.endswith("ых") or (low.endswith("их") and low[-3] in "кгхшщн" and len(low) > 4)


def _prefixed(before: str, cases: Paradigm) -> Paradigm:
    return tuple(frozenset(before + word for word in case) for case in cases)


def _suffixed(cases: Paradigm, behind: str) -> Paradigm:
    return tuple(frozenset(word + behind for word in case) for case in cases)
