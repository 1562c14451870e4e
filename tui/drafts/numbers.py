"""The numbers of a text of whatever kind, so that those of two texts can be held together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tui.dates import dates
from tui.figures import figures
from tui.model import Mention, Span

NumberKind = Literal["date", "figure"]

_ONES = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = """tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
    nineteenth"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORTH = {word: n for n, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)}
_TENTHS = {word[:-1] + "ieth": n * 10 for n, word in enumerate(_TENS.split(), 2)}
_TEN = {word: n * 10 for n, word in enumerate(_TENS.split(), 2)}
_ORDINAL = re.compile(
    rf"""\b(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th|-?(?:й|я|е|го|му|м|ю|ой|ых|ый))
    | (?P<ten>{"|".join(_TEN)})[-\s](?P<one>{"|".join(_ONES.split())})
    | (?P<word>{"|".join([*_WORTH, *_TENTHS])}))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\w.,:/+-])\d[\d,.]*(?![\w/+-])")
_YEAR = re.compile(r"\d{4}|['’]\d\d")
_PLAIN = ("count", "ordinal", "bare")
"""The sorts of numbers that have no unit: what they count, or what is counted by them, tells."""
_LABEL = re.compile(r"([^\W\d_]+)[ \u00a0]*(?:No\.?|Nr\.?|№|#)?[ \u00a0]*$")
_COUNTED = re.compile(r"[ \u00a0]+([^\W\d_]+)")
_LARGE = 10**6
_LEEWAY = {
    "about": (Decimal("0.95"), Decimal("1.05")),
    "at-least": (Decimal(1), Decimal("1.1")),
    "up-to": (Decimal("0.9"), Decimal(1)),
}
"""Between which multiples of a rounded amount the exact one may be."""
_SMALL = 12
"""Numbers up to this, in words, are manners of speaking as often as figures."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: a date as its days, anything else as its amount and its unit.

    `sort` is what two numbers must share to answer the same question, `counted` the word that says
    what a number without a unit is of; `is_spelled` if a small number is written in words. `days`
    are ISO days, the first and the last; `is_yearless` if their year is only inferred.
    """

    span: Span
    kind: NumberKind
    sort: str
    low: Decimal | None = None
    high: Decimal | None = None
    days: tuple[str, str] | None = None
    counted: str = ""
    qualifier: str = "none"
    is_spelled: bool = False
    is_yearless: bool = False

    def agrees(self, other: Number) -> bool:
        """Whether this number, of a draft, says what the other says, or less exactly so."""
        if self.days and other.days:
            (first, last), (its_first, its_last) = self.days, other.days
            if self.is_yearless:
                return (first[5:], last[5:]) == (its_first[5:], its_last[5:])
            return first <= its_first and its_last <= last
        if self.days or other.days:
            return False
        if self.is_spelled and self.counted != other.counted:
            return False  # two armies are not two countries
        return self._is_like(other) and self._is_near(other)

    def is_wider_in(self, other: Number) -> bool:
        """Whether the other is a date that says the same, but less exactly."""
        if not (self.days and other.days):
            return False
        return other.days[0] <= self.days[0] and self.days[1] <= other.days[1]

    def rivals(self, other: Number) -> bool:
        """Whether both could answer the same question."""
        if self.kind != other.kind or self.sort != other.sort:
            return False
        return self.sort not in _PLAIN or self.counted == other.counted != ""

    @property
    def rarity(self) -> float:
        """How little two equal numbers need in common otherwise: from 0, much, to 1."""
        if self.days:
            return (0.0, 0.0, 0.5, 1.0)[self.exactness()]
        digits = f"{self.low or self.high or 0:f}".replace(".", "").strip("0")
        is_large = (self.high or 0) >= _LARGE
        return min(1.0, max(0, len(digits) - 1) / 3 + (0.5 if is_large else 0))

    def exactness(self) -> int:
        """Of dates: 3 for a day, 2 for up to a month, 1 for up to a season; else 0."""
        if self.days is None:
            return 0
        first, last = map(date.fromisoformat, self.days)
        return 3 - bisect_left((0, 30, 92), (last - first).days)

    def _is_near(self, other: Number) -> bool:
        """Whether the amounts are the same, or as near as "about" or "more than" says."""
        if (self.low, self.high) == (other.low, other.high):
            return True
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return False
        least, most = _LEEWAY.get(self.qualifier, (Decimal(1), Decimal(1)))
        return least < most and self.low * least <= other.low and other.high <= self.high * most

    def _is_like(self, other: Number) -> bool:
        """Whether the units agree; a count may be meant by a number of any other make."""
        return self.sort == other.sort or (self.sort in _PLAIN and other.sort in _PLAIN)


def numbers(text: str, mentions: Iterable[Mention], published: str | None = None) -> list[Number]:
    """The numbers of a text in reading order; those that are a part of a name's word are none."""
    kinds = (_dates(text, published), _figures(text), _ordinals(text), _bare(text))
    taken = _Taken()
    found = [number for kind in kinds for number in kind if taken.take(number.span)]
    named = _Taken(mention.span for mention in mentions)
    return sorted(
        (n for n in found if n.sort != "bare" or not named.holds(n.span)), key=lambda n: n.span
    )


class _Taken:
    """Spans that do not overlap, in reading order."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def take(self, span: Span) -> bool:
        """Whether a span is still free; it is taken then."""
        at = bisect_left(self._spans, span.start, key=lambda s: s.end - 1)
        if at < len(self._spans) and self._spans[at].start < span.end:
            return False
        self._spans.insert(at, span)
        return True

    def holds(self, span: Span) -> bool:
        """Whether one of them covers a span."""
        at = bisect_left(self._spans, span.end, key=lambda s: s.end)
        return at < len(self._spans) and self._spans[at].start <= span.start


def _dates(text: str, published: str | None) -> Iterator[Number]:
    for dated in dates(text, published):
        written = text[slice(*dated.span)]
        if dated.first and dated.last and any(map(str.isdigit, written)):
            is_yearless = dated.inferred and not _YEAR.search(written)
            days = dated.first, dated.last
            yield Number(dated.span, "date", "date", days=days, is_yearless=is_yearless)


def _figures(text: str) -> Iterator[Number]:
    for figure in figures(text):
        if figure.low is None and figure.high is None:
            continue  # several billion
        counted = text[slice(*figure.counted)].casefold() if figure.counted else ""
        written = text[slice(*figure.span)]
        low = figure.low if figure.low is not None else figure.high
        high = figure.high if figure.high is not None else figure.low
        is_small = not any(map(str.isdigit, written)) and high is not None and high <= _SMALL
        sort = "count" if figure.kind == "count" else figure.unit or figure.kind
        yield Number(
            figure.span,
            "figure",
            sort,
            low,
            high,
            None,
            _stem(counted),
            figure.qualifier,
            is_spelled=is_small,
        )


def _ordinals(text: str) -> Iterator[Number]:
    for match in _ORDINAL.finditer(text):
        if match["digits"]:
            worth = int(match["digits"])
        elif match["ten"]:
            worth = _TEN[match["ten"].lower()] + _WORTH[match["one"].lower()]
        else:
            word = match["word"].lower()
            worth = _WORTH.get(word) or _TENTHS[word]
        is_small = not match["digits"] and worth <= _SMALL
        value = Decimal(worth)
        span = Span(*match.span())
        behind = _COUNTED.match(text, span.end)
        counted = _stem(behind[1].casefold()) if behind else ""
        yield Number(span, "figure", "ordinal", value, value, None, counted, is_spelled=is_small)


def _bare(text: str) -> Iterator[Number]:
    for match in _BARE.finditer(text):
        digits = match[0].rstrip(".,")
        whole = digits.replace(",", "")
        if whole.count(".") > 1:
            continue
        value = Decimal(whole)
        span = Span(match.start(), match.start() + len(digits))
        label = _LABEL.search(text[max(0, span.start - 40) : span.start])
        counted = _stem(label[1].casefold()) if label else ""
        yield Number(span, "figure", "bare", value, value, None, counted)


def _stem(word: str) -> str:
    return word[:6].rstrip("s")
