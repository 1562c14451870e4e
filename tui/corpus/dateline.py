"""A line that is a date and little more: `Bonn, January 15, 1964, 6:01 p.m.`, `9 июля 2025`."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tui.model import Certainty

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan январь января янв",
            "february feb февраль февраля фев",
            "march mar март марта мар",
            "april apr апрель апреля апр",
            "may май мая",
            "june jun июнь июня июн",
            "july jul июль июля июл",
            "august aug август августа авг",
            "september sept sep сентябрь сентября сен сент",
            "october oct октябрь октября окт",
            "november nov ноябрь ноября ноя нояб",
            "december dec декабрь декабря дек",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?P<to_{0}>\s?[–—-]\s?\d{{1,2}})?(?:st|nd|rd|th|-го|-е)?"
_MONTH = r"(?P<{0}>[a-zа-я]{{3,9}})\.?"
_YEAR = r"(?P<{0}>[12]\d{{3}})"
_CLOCK = r"\d{1,2}(?:[:.]\d{2}){0,2}\s?(?:[ap]\.?\s?m\.?)?"
_DAYS = "|".join(
    (
        rf"{_DAY.format('d1')}\s+(?:of\s+)?{_MONTH.format('m1')},?\s+{_YEAR.format('y1')}",
        rf"{_MONTH.format('m2')}\s+{_DAY.format('d2')},?\s+{_YEAR.format('y2')}",
        rf"{_YEAR.format('y3')}-(?P<m3>\d\d)-(?P<d3>\d\d)",
        rf"(?P<d4>\d{{1,2}})(?P<sep>[./])(?P<m4>\d{{1,2}})(?P=sep){_YEAR.format('y4')}",
        r"(?P<undated>undated)",
    )
)
_CAPITALS = r"(?-i:[A-ZА-ЯЁ])[\w.’'-]*(?:\s(?-i:[A-ZА-ЯЁ])[\w.’'-]*){0,3}"
_PLACE = rf"{_CAPITALS}(?:,\s{_CAPITALS})?"
_SAID = r"(?:(?:last )?(?:updated|published|posted|modified)(?: on)?|date|дата|опубликовано):?\s+"
_LINE = re.compile(
    rf"(?:{_SAID})?(?:"
    rf"(?:{_PLACE},\s+)?(?:(?:{_WEEKDAY})[.,]*\s+)?(?:{_DAYS})(?:\s*г(?:ода|\.))?"
    rf"(?:[,;|\s–—-]+(?:at\s+|в\s+)?(?:{_CLOCK}(?:\s?[–—-]\s?{_CLOCK})?|noon|midnight|\d{{4}}Z?)"
    rf"(?:\s?[A-Z]{{1,4}})?)?(?:,\s+{_PLACE})?"
    rf"|{_MONTH.format('m5')},?\s+{_YEAR.format('y5')}(?:\s*г(?:ода|\.))?"
    rf"|{_CAPITALS},\s+{_MONTH.format('m6')}\s+{_YEAR.format('y6')}(?=\.)"  # else it is a title
    r")\.?(?:\[\d+\])*",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"[12]\d{3}|ndated")
_LONGEST = 100


class Dated(NamedTuple):
    """A date as YYYY-MM-DD or YYYY-MM, None of a line that says `undated`."""

    date: str | None
    certainty: Certainty


def read_date(line: str) -> Dated | None:
    """The date of a line that is one, None of any other; in 07/04/2025 the day is taken first."""
    if len(line) > _LONGEST or not _MAYBE.search(line):
        return None
    match = _LINE.fullmatch(line)
    if not match:
        return None
    if match["undated"]:
        return Dated(None, "none")
    for form in "123456":
        if match[f"y{form}"]:
            return _dated(match, form)
    return None


def _dated(match: re.Match[str], form: str) -> Dated | None:
    found = match.groupdict()
    year, month = int(found[f"y{form}"]), found[f"m{form}"].lower()
    number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
    day = found.get(f"d{form}")
    try:
        if day is None or found.get(f"to_d{form}"):
            return Dated(f"{date(year, number, 1):%Y-%m}", "month")
        certainty: Certainty = "inferred" if found["sep"] == "/" and int(day) < 13 else "exact"
        return Dated(date(year, number, int(day)).isoformat(), certainty)
    except ValueError:
        return None
