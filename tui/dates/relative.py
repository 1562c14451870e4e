"""Relative dates counted from a known day: "last summer", "this week", "on Tuesday"."""

from __future__ import annotations

from datetime import date, timedelta

from tui.dates.moments import Moment, monday, of_day, shift_months
from tui.dates.reading import Expression

Settled = tuple[Moment | None, Moment | None]
"""A moment and the one that ends its range; no moment where nothing fixes it."""


def resolved(e: Expression, now: Moment | None, *, onward: bool) -> Settled:
    """What a relative expression comes to; `onward`: a lone weekday is the next one."""
    if now is None or now.year is None:
        return in_year(e, None)
    step = e.step or 0
    today = now.first() or date.max
    match e.unit:
        case "year":
            return in_year(e, now.year + step)
        case "decade":
            return Moment(now.year // 10 * 10 + 10 * step, is_decade=True), None
        case "named":
            return _named(e.first, today, e.step), None
        case "month" if now.month:
            month = shift_months(today, step)
            return Moment(month.year, month.month), None
        case "week" if now.day:
            opens = monday(today) + timedelta(weeks=step)
            return of_day(opens), of_day(opens + timedelta(days=6))
        case "day" if now.day:
            return of_day(today + timedelta(days=step)), None
        case "weekday" if now.day:
            chosen = 1 if onward and e.step is None else e.step
            return of_day(_weekday(e.weekday, today, chosen)), None
    return None, None


def in_year(e: Expression, year: int | None) -> Settled:
    """The moments of `e` in a year; of an unknown one only a month or day is worth saying."""
    if year is None:
        return (e.first, e.last) if e.first.month else (None, None)
    return e.first.in_year(year), e.last.in_year(year) if e.last else None


def near(e: Expression, day: date, *, onward: bool) -> Settled:
    """The moments of `e` in the year that puts them nearest to a day."""
    first = e.first.near(day, onward=onward)
    if e.last is None or first.year is None:
        return first, e.last
    is_over_new_year = (e.last.month or 0) < (first.month or 0)
    return first, e.last.in_year(first.year + is_over_new_year)


def _named(moment: Moment, today: date, step: int | None) -> Moment:
    """The last, this or next summer, May or 5th of May; without a step the nearest one."""
    if step is None:
        return moment.near(today)
    years = [moment.in_year(today.year + n) for n in (-2, -1, 0, 1, 2)]
    if step < 0:
        return max((m for m in years if _last(m) < today), key=_last)
    if step > 0:
        return min((m for m in years if _first(m) > today), key=_first)
    ongoing = [m for m in years if _first(m) <= today <= _last(m)]
    return ongoing[0] if ongoing else moment.in_year(today.year)


def _first(moment: Moment) -> date:
    return (moment.first() if moment.exists else None) or date.min


def _last(moment: Moment) -> date:
    return (moment.last() if moment.exists else None) or date.max


def _weekday(number: int, today: date, step: int | None) -> date:
    """The day of that number: the last (today counts), last before today, this week's or next."""
    since = (today.isoweekday() - number) % 7
    if step is None:
        return today - timedelta(days=since)
    if step == 0:
        return monday(today) + timedelta(days=number - 1)
    return today + timedelta(days=7 - since if step > 0 else -(since or 7))
