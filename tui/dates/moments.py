"""Days, months, seasons and years as dates name them, and the days that they cover."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Season = Literal["SP", "SU", "AU", "WI"]
Precision = Literal["day", "month", "year", "range", "season", "decade"]

_LOOK_BACK = 60
"""How many days a story that goes on may look back."""
_YEARS = range(1000, 2200)
"""The years that a text can be from."""
_OPENS: dict[Season, int] = {"SP": 3, "SU": 6, "AU": 9, "WI": 12}
"""The month a season opens with; a winter has the year it begins in."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, season, year or decade; what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: Season | None = None
    is_decade: bool = False

    def __str__(self) -> str:
        """The written form: 2014-08-31, 2014-08, 2014, 2015-AU, 198X; XXXX for an unknown year."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        if self.is_decade:
            return year[:3] + "X"
        month = None if self.month is None else f"{self.month:02}"
        day = None if self.day is None else f"{self.day:02}"
        return "-".join(part for part in (year, self.season or month, day) if part)

    @property
    def precision(self) -> Precision:
        """How exactly the moment is named."""
        if self.season:
            return "season"
        if self.is_decade:
            return "decade"
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def exists(self) -> bool:
        """Whether the calendar has such a day."""
        if self.month is None:
            return True
        if not 1 <= self.month <= 12:
            return False
        return 1 <= (self.day or 1) <= monthrange(self.year or 2000, self.month)[1]

    def first(self) -> date | None:
        """The first day it covers, if its year is known."""
        if self.year is None:
            return None
        month = _OPENS[self.season] if self.season else self.month or 1
        return date(self.year, month, self.day or 1)

    def last(self) -> date | None:
        """The last day it covers, if its year is known."""
        first = self.first()
        if first is None or self.day:
            return first
        if self.is_decade:
            return date(first.year + 9, 12, 31)
        months = 3 if self.season else 1 if self.month else 12
        return shift_months(first, months) - timedelta(days=1)

    def in_year(self, year: int) -> Moment:
        """The same moment of another year."""
        return replace(self, year=year)

    def near(self, day: date, *, onward: bool = False) -> Moment:
        """The same moment of the year in which it is nearest; `onward`: and not long before."""
        years = [m for n in (0, -1, 1) if (m := self.in_year(day.year + n)).exists]
        if onward:
            years = [m for m in years if m._days_after(day) >= -_LOOK_BACK]
        return min(years, key=lambda m: abs(m._days_after(day)), default=self)

    def _days_after(self, day: date) -> float:
        """How many days its middle is after a day."""
        first, last = self.first() or day, self.last() or day
        return ((first - day).days + (last - day).days) / 2


UNSAID = Moment()


def of_day(day: date) -> Moment:
    """A day as a moment."""
    return Moment(day.year, day.month, day.day)


def shift_months(first: date, months: int) -> date:
    """The first day of the month that is so many months away."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def monday(of: date) -> date:
    """The Monday of the week."""
    return of - timedelta(days=of.weekday())


def parsed(written: str) -> Moment | None:
    """The moment that YYYY, YYYY-MM or YYYY-MM-DD names; None if it names none."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", written)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    moment = Moment(year, month, day)
    return moment if moment.exists and moment.year in _YEARS else None
