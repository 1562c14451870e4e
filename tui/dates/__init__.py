"""The dates that a text names, by strict rules, in English and Russian."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.dates.anchoring import dateline, settle
from tui.dates.moments import Moment, Precision, parsed
from tui.dates.reading import Expression, expressions
from tui.dates.tokens import Tokens
from tui.model import Span

__all__ = ["Dated", "dates"]


_SEASONS = {"-SP": " spring", "-SU": " summer", "-AU": " autumn", "-WI": " winter"}
_SEASON = re.compile("|".join(_SEASONS))


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text.

    `value` is YYYY-MM-DD, YYYY-MM, YYYY, A/B, 2015-AU (SP SU AU WI), 198X; XXXX for a year that
    nothing gives, "" where a relative date has nothing to count from. `first` and `last` are the
    ISO days it covers, None where nothing fixes them. `inferred`: not all of it is written there.
    """

    span: Span
    first: str | None
    last: str | None
    value: str
    precision: Precision
    inferred: bool

    @property
    def said(self) -> str:
        """The value as one reads it: 2015 autumn; ~ is not all written there, ? is no value."""
        told = _SEASON.sub(lambda match: _SEASONS[match[0]], self.value)
        return "~" * self.inferred + told if told else "?"


def dates(text: str, published: str | None = None) -> list[Dated]:
    """The dates of `text`, in reading order; relative ones are counted from `published`.

    `published` is YYYY, YYYY-MM or YYYY-MM-DD; without it the text's own dateline serves.
    """
    found = list(expressions(Tokens(text)))
    now = (parsed(published) if published else None) or dateline(text, found)
    return [
        _dated(expression, *settled)
        for expression, settled in settle(text, found, now)
        if settled[0] or not _may_mean_nowadays(text, expression.span)
    ]


def _may_mean_nowadays(text: str, span: Span) -> bool:
    """Whether a date that nothing fixes is the English "today", which is mostly no date."""
    return text[span.start : span.end].casefold() == "today"


def _dated(e: Expression, first: Moment | None, last: Moment | None) -> Dated:
    """An expression with the moments that it comes to."""
    if first is None:
        return Dated(e.span, None, None, "", e.precision, True)
    opens, closes = first.first(), (last or first).last()
    return Dated(
        e.span,
        opens.isoformat() if opens else None,
        closes.isoformat() if closes else None,
        f"{first}/{last}" if last else str(first),
        "range" if last else first.precision,
        not e.is_complete and (e.unit is not None or first.year is not None),
    )
