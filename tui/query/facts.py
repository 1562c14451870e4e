"""What a field of a query asks of a document's facts, and whether they fulfil it.

A date that is known to the month or the year alone is chosen only if all its days are asked for.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from fnmatch import fnmatchcase

from tui.query.engine import Fact
from tui.query.pieces import WILD, WILD_BACK
from tui.query.tree import Dates, Missing, Path, Wording
from tui.runs import DASHES
from tui.words import fold, split

FIRST, LAST = "0000-00-00", "9999-99-99"
"""Before and after all days."""

DATES = "a date is 2014, 2014-05 or 2014-05-31; a range 2014..2016-05; or >=2014, >, <=, <"
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DASH = str.maketrans(dict.fromkeys(DASHES, "-"))


def read(fact: Fact, value: str) -> Dates | Wording | Path | Missing:
    """What `fact:value` asks; ValueError says what is wrong with the value."""
    if value == "none" and fact not in ("doc", "title"):
        return Missing()
    if fact == "date":
        return _dates(value.translate(_DASH))
    if fact == "doc":
        return Path(value)
    words = tuple(w.translate(WILD_BACK) for w in split(value.translate(WILD)).terms)
    if not words:
        raise ValueError(f"no word in “{value}”")
    return Wording(words)


def holds(test: Dates | Wording | Path | Missing, found: Sequence[str]) -> bool:
    """Whether one of the values found is what was asked."""
    match test:
        case Missing():
            return not found
        case Dates(first, last):
            return any(first <= day.first and day.last <= last for day in map(_whole, found) if day)
        case Path(pattern):
            return any(_is_at(pattern, id_) for id_ in found)
        case Wording(words):
            return any(_says(words, value) for value in found)


def _dates(value: str) -> Dates:
    if comparison := re.fullmatch(r"([<>]=?)(.*)", value):
        day = _day(comparison[2])
        match comparison[1]:
            case ">=":
                return Dates(day.first, LAST)
            case ">":
                return Dates(_beside(day.last, 1), LAST)
            case "<=":
                return Dates(FIRST, day.last)
        return Dates(FIRST, _beside(day.first, -1))
    first, dots, last = value.replace("/", "..").partition("..")
    if not dots:
        return _day(value)
    if not first and not last:
        raise ValueError(f"a range without an end; {DATES}")
    found = Dates(_day(first).first if first else FIRST, _day(last).last if last else LAST)
    if found.first > found.last:
        raise ValueError("the range ends before it begins")
    return found


def _day(value: str) -> Dates:
    found = _whole(value)
    if found is None:
        raise ValueError(f"“{value}” is no date; {DATES}")
    return found


def _whole(value: str) -> Dates | None:
    """The first and the last day of a date, None if it is none."""
    found = _DAY.fullmatch(value)
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or "1"), int(day or "1"))
    except ValueError:
        return None
    last = first
    if day is None:
        last_month = first.month if month else 12
        last = date(first.year, last_month, monthrange(first.year, last_month)[1])
    return Dates(first.isoformat(), last.isoformat())


def _beside(day: str, days: int) -> str:
    """The day before or after another, or what lies beyond all days."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return LAST if days > 0 else FIRST


def _is_at(pattern: str, id_: str) -> bool:
    folded, at = fold(id_), fold(pattern)
    if "*" in at or "?" in at:
        return fnmatchcase(folded, at.replace("[", "[[]"))
    return folded.startswith(at) or ("/" + at) in folded


def _says(words: tuple[str, ...], value: str) -> bool:
    there = split(value).terms
    return any(
        all(fnmatchcase(there[at + i], word) for i, word in enumerate(words))
        for at in range(len(there) - len(words) + 1)
    )
