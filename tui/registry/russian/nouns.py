"""The cases of a Russian noun, told by its last letters and by the lists of `exceptions`."""

from __future__ import annotations

from tui.registry.russian import exceptions as known
from tui.registry.russian.paradigm import (
    SIBILANTS,
    VELARS,
    VOWELS,
    Gender,
    Paradigm,
    ending,
    fixed,
    level,
)
from tui.registry.russian.plurals import plural

# What stands after the stem in the five cases; | between forms of which either is used.
_NOUNS = {
    "завод": "а у а ом е",
    "буш": "а у а ем|ом е",
    "иванов": "а у а ым|ом е",
    "китай": "я ю я ем е",
    "юрий": "я ю я ем и",
    "кремль": "я ю я ем е",
    "москва": "ы е у ой е",
    "волга": "и е у ой е",
    "саша": "и е у ей|ой е",
    "столица": "ы е у ей|ой е",
    "корея": "и е ю ей е",
    "россия": "и и ю ей и",
    "иванова": "ой ой у ой ой",
    "село": "а у о ом е",
    "море": "я ю е ем е",
    "училище": "а у е ем е",
    "собрание": "я ю е ем и",
    "время": "ени ени я енем ени",
    "путь": "и и я ем и",
}


def noun(
    word: str, gender: Gender | None = None, is_person: bool = False, is_woman: bool = False
) -> tuple[Gender | None, Paradigm]:
    """The gender and the cases of a noun; `gender` is what an adjective before it tells."""
    low = level(word)
    last = low[-1]
    if low in known.FIXED or len(low) < (4 if last in "иы" else 2):
        return gender, fixed(word)
    if last in "иы" and (is_person or low.startswith("мин")):
        return gender, fixed(word)
    if word.isupper():
        return gender, _acronym(word)
    if (
        (word.islower() and low.endswith(("ане", "яне")))
        or last in "иы"
        or (gender == "pl" and last in "аяе")
        or low in known.PLURALS
    ):
        return "pl", plural(word, has_adjective=gender == "pl")
    if last not in VOWELS:
        return _consonant(word, low, gender, is_person, is_woman)
    if last == "а":
        return "f", _in_a(word, low, is_person)
    if last == "я":
        return _in_ya(word, low)
    if last in "ое":
        return "n", _neuter(word, low, is_person)
    return None, fixed(word)


def _consonant(
    word: str, low: str, gender: Gender | None, is_person: bool, is_woman: bool
) -> tuple[Gender | None, Paradigm]:
    if low[-1] == "ь":
        if is_woman and low not in known.FEMININE_SOFT:
            return "f", fixed(word)
        return _soft(word, low, gender)
    if is_woman or gender == "f":
        return "f", fixed(word)
    stem = _oblique(word, low).rstrip("ъ")
    if low[-1] == "й":
        if stem != word:
            return "m", ending(stem, _NOUNS["китай"])
        return "m", ending(word[:-1], _NOUNS["юрий" if low.endswith("ий") else "китай"])
    if is_person and len(low) > 3 and low.endswith(("ов", "ев", "ин", "ын")):
        return "m", ending(stem, _NOUNS["иванов"])
    return "m", ending(stem, _NOUNS["буш" if low[-1] in SIBILANTS + "ц" else "завод"])


def _soft(word: str, low: str, gender: Gender | None) -> tuple[Gender, Paradigm]:
    stem = _oblique(word, low)
    stem = word[:-1] if stem == word else stem
    if low == "путь":
        return "m", ending(stem, _NOUNS["путь"])
    if gender == "m" or (gender != "f" and _is_masculine_soft(low)):
        return "m", ending(stem, _NOUNS["кремль"])
    oblique = frozenset({stem + "и"})
    return "f", (oblique, oblique, frozenset({word}), frozenset({word + "ю"}), oblique)


def _is_masculine_soft(low: str) -> bool:
    if low in known.MASCULINE_SOFT:
        return True
    if low in known.FEMININE_SOFT or low.endswith(known.FEMININE_SOFT_TAILS):
        return False
    return low[-2] in "лр"


def _in_a(word: str, low: str, is_person: bool) -> Paradigm:
    before = low[-2]
    if before in VOWELS:
        return fixed(word)
    if word[0].isupper() and _is_surname_in_a(low, is_person):
        return ending(word[:-1], _NOUNS["иванова"])
    name = "москва"
    if before in VELARS:
        name = "волга"
    elif before in SIBILANTS:
        name = "саша"
    elif before == "ц":
        name = "столица"
    return ending(word[:-1], _NOUNS[name])


def _is_surname_in_a(low: str, is_person: bool) -> bool:
    if low in known.WOMEN or low in known.PLACES_IN_A:
        return False
    tails = ("ова", "ева", "ина", "ына") if is_person else ("ова", "ева")
    return low.endswith(tails) and len(low) > 4


def _in_ya(word: str, low: str) -> tuple[Gender, Paradigm]:
    if low in known.IN_MYA:
        return "n", ending(word[:-1], _NOUNS["время"])
    return "f", ending(word[:-1], _NOUNS["россия" if low.endswith("ия") else "корея"])


def _neuter(word: str, low: str, is_person: bool) -> Paradigm:
    if is_person or low.endswith(known.FIXED_TAILS):
        return fixed(word)
    stem = word[:-1]
    if low.endswith("ие"):
        return ending(stem, _NOUNS["собрание"])
    if low.endswith(("ще", "це")):
        return ending(stem, _NOUNS["училище"])
    if low.endswith(("ье", *known.DECLINED_E)):
        return ending(stem, _NOUNS["море"])
    if low.endswith(known.DECLINED_O) or (word.islower() and low[-1] == "о"):
        return ending(stem, _NOUNS["село"])
    return fixed(word)


def _oblique(word: str, low: str) -> str:
    """The stem of the other cases where a vowel falls out, else `word` itself."""
    if low in known.STEMS:
        return word[: len(word) - len(low) + 1] + known.STEMS[low][1:]
    if not low.endswith("ец") or low in known.KEEPS_VOWEL or len(low) < 4:
        return word
    before = low[-3]
    if before in VOWELS:
        return word[:-2] + "йц"
    return word[:-2] + ("ьц" if before == "л" else "ц")


def both_numbers(word: str) -> frozenset[str]:
    """The forms of a common noun, singular and plural: китаец, китайца … китайцы, китайцев …"""
    gender, cases = noun(word)
    found = frozenset({word}).union(*cases)
    if gender == "pl":
        one = _nominative_singular(level(word))
        return found.union({one}, *noun(one)[1]) if one else found
    many = _nominative_plural(word, gender)
    return found.union({many}, *plural(many, has_adjective=False)) if many else found


def _nominative_singular(low: str) -> str | None:
    """The man of a people: китайцы → китаец, россияне → россиянин, татары → татарин."""
    stem = low[:-1]
    if low in known.ONE:
        return known.ONE[low]
    if low.endswith(("ане", "яне")):
        return stem + "ин"
    if (
        len(low) < 4
        or low.endswith("ицы")
        or (low.endswith(("ки", "ги", "хи")) and low[-3] not in VOWELS)
    ):
        return None
    if low.endswith("цы"):
        before = stem[:-1]
        return (before[:-1] if before[-1] in "йь" else before) + "ец"
    if low[-2] in VOWELS:
        return stem + "й" if low[-1] == "и" else None
    return stem if low[-1] == "ы" or low[-2] in VELARS + SIBILANTS else None


def _nominative_plural(word: str, gender: Gender | None) -> str | None:
    low = level(word)
    if gender == "m" and low.endswith(("анин", "янин")):
        return word[:-2] + "е"
    if gender == "m" and low[-1] not in VOWELS + "ьй":
        return _oblique(word, low) + ("и" if low[-1] in VELARS + SIBILANTS else "ы")
    if gender in ("m", "f") and low[-1] in "ьй":
        return word[:-1] + "и"
    if gender == "f" and low[-1] == "а":
        return word[:-1] + ("и" if low[-2] in VELARS + SIBILANTS else "ы")
    if gender == "f" and low[-1] == "я":
        return word[:-1] + "и"
    return None


def _acronym(word: str) -> Paradigm:
    """МИД: МИДа, МИДу …; what ends in a vowel or has none stays as it is: США, СССР, ЕС."""
    low = level(word)
    if len(low) < 3 or low[-1] in VOWELS + "ьй" or not any(c in VOWELS for c in low[1:]):
        return fixed(word)
    return tuple(frozenset({word, *forms}) for forms in ending(word, _NOUNS["завод"]))
