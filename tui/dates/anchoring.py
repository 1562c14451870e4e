"""What relative dates count from, and what they come to: "this year", "last summer", "May 5"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tui.dates.moments import Moment, of_day
from tui.dates.reading import Expression
from tui.dates.relative import Settled, in_year, near, resolved
from tui.prose import paragraphs

_HEAD = 2000
"""A text's own date stands among its first characters."""
_REST = 30
"""With at most so many letters beside it a date is what its line is for."""
_WEEKDAY = re.compile(r"(?:^|\s)\w*(?:day|ник|ница|рг|да|та|нье),? *$")
_STOP = re.compile(r"[.!?…][\"»”’)]*\s+[\"«“‘(—–]*\s*[A-ZА-ЯЁ]")
_PLAN = re.compile(
    r"[^.!?\n]{0,60}?\b(?:will|shall|(?:is|are) to|plans? to|будет|будут|состо[ия]тся|пройд)"
)


@dataclass(slots=True)
class Anchor:
    """What the next expression may count from: when the text was written, and what it named."""

    now: Moment | None
    """When the text was written, as exactly as that is known."""
    day: date | None = None
    """The last day that the text names, or the first one while it has named none."""
    about: Moment | None = None
    """The year that an undated text speaks of, if all its days are of one time."""
    day_here: date | None = None
    """A day that this paragraph names, before or else after."""
    here: date | None = None
    """The last date with a month that this paragraph names."""
    year: int | None = None
    """The last year that this paragraph names."""
    year_at: int = 0
    """Where it names it."""
    has_begun: bool = False
    """Whether the text has named a date with a month."""

    def enter(self, day: date | None) -> None:
        """Begin a paragraph; `day` is the first day that it will name."""
        self.day_here, self.here, self.year = day, None, None

    def mark(self, moment: Moment, at: int) -> None:
        """Remember a date that the text names."""
        opens = moment.first()
        if opens is None or moment.is_decade:
            return
        self.year, self.year_at = opens.year, at
        if moment.month or moment.season:
            self.here, self.has_begun = opens, True
        if moment.day:
            self.day = self.day_here = opens
        elif self.day and self.day.year < opens.year:
            self.day = None  # the story has moved on


def dateline(text: str, found: Sequence[Expression]) -> Moment | None:
    """The day at the head of a text that says when it was written, not what happened then."""
    for expression in found:
        start, end = expression.span
        if start > _HEAD:
            break
        if not expression.is_full_day:
            continue
        before = re.split(r"[\r\n]", text[:start])[-1]
        after = re.split(r"[\r\n]", text[end : end + 200], maxsplit=1)[0]
        weekday = _WEEKDAY.search(before)
        stands_apart = weekday and (not before[: weekday.start()].strip() or not after.strip())
        if stands_apart or _is_no_sentence(before + after):
            return expression.first
    return None


def _is_no_sentence(rest: str) -> bool:
    """Whether what stands in a line beside a date is only a place, an hour, a name."""
    small = [word for word in re.findall(r"[^\W\d_]{3,}", rest) if word.islower()]
    return len(small) < 2 and sum(c.isalpha() for c in rest) <= _REST


def settle(
    text: str, found: Sequence[Expression], now: Moment | None
) -> Iterator[tuple[Expression, Settled]]:
    """Each expression with what it comes to, counted from `now` and from the dates around it."""
    starts = [paragraph.start for paragraph in paragraphs(text)]
    days: dict[int, date | None] = {}
    for e in reversed(found):
        if e.is_full_day:
            days[bisect_right(starts, e.span.start)] = e.first.first()
    anchor = Anchor(now, day=days[min(days)] if days else None, about=_about(found))
    paragraph = -1
    for e in found:
        if (at := bisect_right(starts, e.span.start)) != paragraph:
            paragraph = at
            anchor.enter(days.get(paragraph))
        first, last = _place(text, e, anchor)
        if first and not (first.exists and (last is None or last.exists)):
            first, last = e.first, e.last  # no 29th of February in that year
        if first and not (e.unit and first.season):  # "this autumn" is too wide to count from
            anchor.mark(first, e.span.end)
        yield e, (first, last)


def _about(found: Sequence[Expression]) -> Moment | None:
    """The year of a text that says it in passing, or whose days all lie within one year."""
    for e in found:
        if e.present:
            return Moment(e.present)
    days = [day for e in found if e.is_full_day and (day := e.first.first())]
    if days and max(days) - min(days) <= timedelta(days=366):
        return Moment(max(days).year)
    return None


def _place(text: str, e: Expression, anchor: Anchor) -> Settled:
    """What one expression comes to where it stands."""
    if e.is_complete:
        return e.first, e.last
    if e.unit is None:
        return _without_year(text, e, anchor)
    if e.unit == "same":
        return in_year(e, anchor.year)
    now = anchor.now or (of_day(anchor.day_here) if anchor.day_here else None)
    if now is None and e.unit == "year":
        now = anchor.about
    # a plan goes forward from now, and an undated story from the days that it names
    goes_on = e.unit == "weekday" and (anchor.now is None or bool(_PLAN.match(text, e.span.end)))
    return resolved(e, now, onward=goes_on)


def _without_year(text: str, e: Expression, anchor: Anchor) -> Settled:
    """A day or month without a year: near the last date of its paragraph, or else near now."""
    dated = anchor.now.first() if anchor.now and anchor.now.month else None
    around = anchor.here or dated
    if around is None and not (
        anchor.year and not _STOP.search(text, anchor.year_at, e.span.start)
    ):
        around = anchor.day
    if around is None:
        return in_year(e, anchor.year)
    return near(e, around, onward=anchor.now is None and anchor.has_begun)
