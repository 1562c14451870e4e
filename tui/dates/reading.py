"""Dates as they are written: what the words of a match of the grammar say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tui.dates.grammar import scan
from tui.dates.lexicon import (
    MONTHS,
    NEAR_DAYS,
    QUARTERS,
    SEASONS,
    STEPS,
    UNITS,
    WEEKDAYS,
    folded,
)
from tui.dates.moments import UNSAID, Moment, Precision
from tui.dates.tokens import Tokens
from tui.model import Span

Unit = Literal["day", "week", "month", "year", "decade", "weekday", "named", "same", "stamp"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as it is written; where all of it or its year is relative, `unit` says to what.

    "day" to "decade": the one that is `step` away from now, the moment's own month and day kept;
    "same": in the year named before; "named": the last, this or next moment of that name;
    "weekday": the day of that number, from 1; "stamp": in a year that nothing tells.
    `present` is the year of writing where the words tell it: прошлого, 2014 года.
    """

    span: Span
    first: Moment = UNSAID
    last: Moment | None = None
    unit: Unit | None = None
    step: int | None = None
    weekday: int = 0
    present: int | None = None

    @property
    def is_complete(self) -> bool:
        """Whether nothing around it can say more."""
        return self.unit == "stamp" or (self.unit is None and self.first.year is not None)

    @property
    def is_full_day(self) -> bool:
        """Whether it names one day with its year."""
        return self.unit is None and bool(self.first.year and self.first.day)

    @property
    def precision(self) -> Precision:
        """How exact it would be, had it something to count from."""
        match self.unit:
            case "week":
                return "range"
            case "weekday" | "day":
                return "day"
            case "month" | "year" | "decade" if self.first == UNSAID:
                return self.unit
        return "range" if self.last else self.first.precision


def expressions(tokens: Tokens) -> Iterator[Expression]:
    """The dates of a text as they are written, in reading order."""
    return scan(tokens, _read)


def _read(tokens: Tokens, match: re.Match[str]) -> Expression | None:
    """What the groups of `match` say; None if the calendar has no such day or it runs backwards."""
    starts = {name: match.start(name) for name in match.groupdict()}
    word = {name: folded(tokens[at]) for name, at in starts.items() if at >= 0}
    first, last = _moments(word)
    if not first.exists or (last and (not last.exists or _runs_backwards(first, last))):
        return None
    span = _span(tokens, match)
    if "of" in word or "now" in word:  # с. г.: of the present year
        return Expression(span, first, last, "year", STEPS[word.get("of", "this")])
    if "same" in word:
        return Expression(span, first, last, "same")
    if "stamp" in word:
        return Expression(span, first, unit="stamp")
    if "told" in word and first.year:
        return Expression(span, first, last, present=first.year - STEPS[word["told"]])
    return _relative(span, word, first) or Expression(span, first, last)


def _relative(span: Span, word: dict[str, str], first: Moment) -> Expression | None:
    """This year, last summer, on Tuesday, yesterday; None if the words name a date themselves."""
    step = STEPS.get(word.get("which", ""))
    if "unit" in word:
        return Expression(span, unit=UNITS[word["unit"]], step=step)
    if "near" in word:
        return Expression(span, unit="day", step=NEAR_DAYS[word["near"]])
    if "w" in word:
        return Expression(span, unit="weekday", step=step, weekday=WEEKDAYS[word["w"]])
    if "which" in word or ("s" in word and first.year is None):
        return Expression(span, first, unit="named", step=step)
    return None


def _moments(word: dict[str, str]) -> tuple[Moment, Moment | None]:
    """The moment that the words name, and the one that ends it if it is a range."""
    if digits := word.get("iso") or word.get("dmy") or word.get("stamp"):
        return _day_in_digits(digits), None
    if "decade" in word:
        return Moment(_decade(word["decade"]), is_decade=True), None
    year = _year(word.get("y") or word.get("y_"))
    if year and "y2" in word:
        return Moment(year), Moment(_second_year(year, word["y2"]))
    if quarter := QUARTERS.get(word.get("q") or word.get("q_") or ""):
        return Moment(year, quarter * 3 - 2), Moment(year, quarter * 3)
    month, month2 = MONTHS.get(word.get("m", "")), MONTHS.get(word.get("m2", ""))
    if "d2" not in word and "m2" not in word:
        season = SEASONS.get(word.get("s", ""))
        return Moment(year, month, _number(word.get("d")), season), None
    first = Moment(year, month or month2, _number(word.get("d")))
    last = Moment(year, month2 or month, _number(word.get("d2")))
    if year and (first.month or 0) > (last.month or 0):
        first = first.in_year(year - 1)  # December 28 – January 3, 2005
    return first, last


def _day_in_digits(digits: str) -> Moment:
    """2014-08-31, 31.08.2014, 31.08."""
    parts = [int(part) for part in re.split(r"[-.]", digits)]
    year, month, day = parts if "-" in digits else [*[None] * (3 - len(parts)), *reversed(parts)]
    return Moment(year, month, day)


def _number(word: str | None) -> int | None:
    """The number in a token such as 7, 7th, 7-го, 1998-м."""
    return int(re.sub(r"\D", "", word)) if word else None


def _year(word: str | None) -> int | None:
    """The year of 1998, 1998-м, ’62."""
    year = _number(word)
    return year if year is None or year >= 100 else year + (2000 if year < 30 else 1900)


def _second_year(first: int, word: str) -> int:
    """The year that ends a range, written in full or by its last digits."""
    unit: int = 10 ** len(word)
    return first // unit * unit + int(word)


def _decade(word: str) -> int:
    """The first year of the decade 1960s, 1990-х, 90-х, ’60s."""
    year = _number(word) or 0
    return year if year >= 100 else 1900 + year


def _runs_backwards(first: Moment, last: Moment) -> bool:
    """Whether a range ends before it begins: from 1910 to 1890 is a change."""
    if first.year is None and first.month != last.month:
        return False  # from December to January
    parts = [(m.year or 0, m.month or 0, m.day or 0) for m in (first, last)]
    return parts[0] >= parts[1]


def _span(tokens: Tokens, match: re.Match[str]) -> Span:
    """The characters of the match, with the full stop of "г."."""
    span = tokens.span(match.start(), match.end() - 1)
    is_cut = tokens[match.end() - 1] in ("г", "гг") and tokens.text[span.end : span.end + 1] == "."
    return Span(span.start, span.end + is_cut)
