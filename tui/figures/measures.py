"""What an amount is of: money, a share, a quantity, a time, or things that are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from tui.figures.amounts import Amount, amount
from tui.figures.tokens import Tokens, pattern
from tui.figures.units import (
    CROWNS,
    CURRENCIES,
    CURRENCY_SIGNS,
    DOLLARS,
    JOINED,
    SPEEDS,
    STEPS,
    THERMOMETERS,
    TIMES,
    UNITS,
)
from tui.figures.words import folded
from tui.model import Span

Kind = Literal["money", "count", "percent", "quantity", "duration"]


@dataclass(frozen=True, slots=True)
class Measure:
    """The kind and unit of an amount, and the tokens `first` to `last` of the whole figure.

    The amount is to be taken `times` so many, `more` added: 5 feet 10 inches are 12 · 5 + 10.
    """

    kind: Kind
    unit: str | None
    first: int
    last: int
    times: int = 1
    more: Decimal = Decimal(0)
    counted: Span | None = None


_MEASURE = pattern(
    """DASH? (?: (?P<percent> PERCENT | PER CENT | PERCENTAGE (?= POINT ) ) (?P<point> POINT )?
      | (?P<power> SQUARE | CUBIC ) STOP? DASH? (?P<base> UNIT )
      | (?P<unit> UNIT ) (?: [SLASH PER IN] (?P<per> TIME ) )?
      | MORE? (?P<time> TIME | GOD ) (?: DASH? OLD )?
      | (?: [RUADJ NAME CAPITALS] STOP? ){0,2} (?P<currency> CURRENCY ) (?: STOP? RUNAME )? )
    | DASH (?P<joined> JOINED )
    | (?P<sign> MONEY )"""
)
_THINGS = (
    pattern("DASH MEMBER"),  # a 14-member council
    pattern(
        """(?: [LATIN NAME CAPITALS NAMED SUFFIX MORE OLD CUBIC] [DASH AND COMMA]? ){0,6}?
        (?: PLURAL PLURAL | [PLURAL NUMBERED POINT MEMBER] )"""
    ),
    pattern("[RUADJ JOINED MORE]{0,3} [RUSSIAN NUMBERED POINT]"),
)
_ONE_THING = pattern("LATIN{0,3} [LATIN NUMBERED] (?! LATIN )")
_LIKE_VERBS = pattern("RUADJ{0,2} RUPAST")  # два материала
_NAMED_THINGS = pattern("RUADJ? RUNAME")
_ADJECTIVES = pattern("RUADJ{1,2} (?! RUPAST )")  # 1700 полицейских
_OF = pattern("OF THE?")


def measure(tokens: Tokens, of: Amount, last: int) -> Measure | None:
    """The measure of an amount, by the sign before it or by what stands behind token `last`."""
    if tokens.kind(of.first) == "MONEY":
        return _money_by_sign(tokens, of, last)
    match = _MEASURE.match(tokens.classes, _behind(tokens, of, last))
    if match is None:
        return None
    found = _named(tokens, of, match)
    return _with_second_step(tokens, found) if found.unit in _FIRST_STEPS else found


def things(tokens: Tokens, of: Amount) -> Measure | None:
    """What an amount without a measure counts: the noun behind it."""
    at = _behind(tokens, of, of.last)
    for each in (*_THINGS, *_rarer_things(tokens, of)):
        if match := each.match(tokens.classes, at):
            last = match.end() - 1
            if each is _LIKE_VERBS and not tokens[last].endswith(("л", "ла")):
                continue  # двое погибли
            if _is_of_percentages(tokens, of, last):
                return Measure("percent", "percentage-point", of.first, last)
            return Measure("count", None, of.first, last, counted=_whole(tokens, last))
    if folded(tokens[of.first - 1]) in ("aged", "age"):
        return Measure("duration", "year", of.first, of.last)
    return None


def _behind(tokens: Tokens, of: Amount, last: int) -> int:
    """Where the measure or the noun begins: behind "of" where only the size is known."""
    match = _OF.match(tokens.classes, last + 1) if of.low is None else None
    return match.end() if match else last + 1


def _rarer_things(tokens: Tokens, of: Amount) -> list[re.Pattern[str]]:
    """Nouns that count only beside some numbers."""
    rarer = [_ADJECTIVES]
    if of.low == 1:
        rarer.append(_ONE_THING)
    if of.low in (2, 3, 4):
        rarer.append(_LIKE_VERBS)
    if tokens[of.first].isalpha():
        rarer.append(_NAMED_THINGS)
    return rarer


def _is_of_percentages(tokens: Tokens, of: Amount, last: int) -> bool:
    """13 percent, 14 points behind the leader."""
    is_distance = tokens.kind(last) == "POINT" and folded(tokens[last + 1]) in ("behind", "ahead")
    return is_distance and tokens.has("PERCENT", of.first - _NEAR, of.first)


def _whole(tokens: Tokens, last: int) -> Span:
    """The whole of a noun, with the name that a plural s hangs on: F–86s."""
    first = last
    while tokens[last] == "s" and tokens.touches(first) and first > last - _PARTS:
        first -= 1
    return tokens.span(first, last)


def _money_by_sign(tokens: Tokens, of: Amount, last: int) -> Measure:
    """$ 1 billion, US$ 20, HK$5m, $150 тыс."""
    currency, first = CURRENCY_SIGNS[tokens[of.first]], of.first
    if currency == "USD" and tokens[first - 1] in DOLLARS:
        first, currency = first - 1, DOLLARS[tokens[first - 1]]
    is_million = tokens[last + 1] == "m" and tokens.touches(last + 1)
    last += is_million
    last += tokens.kind(last + 1) == "CURRENCY"  # $5 million dollars
    return Measure("money", currency, first, last, 10**6 if is_million else 1)


def _named(tokens: Tokens, of: Amount, match: re.Match[str]) -> Measure:
    """The measure that the words behind an amount name."""
    starts = {name: match.start(name) for name in match.groupdict()}
    word = {name: folded(tokens[at]) for name, at in starts.items() if at > 0}
    first, last = of.first, match.end() - 1
    if "percent" in word:
        return Measure("percent", "percentage-point" if "point" in word else "percent", first, last)
    if "power" in word:
        power = "2" if tokens.kind(starts["power"]) == "SQUARE" else "3"
        return Measure("quantity", UNITS[word["base"]] + power, first, last)
    if "unit" in word:
        per = TIMES[word["per"]] if "per" in word else None
        return _quantity(tokens, of, starts["unit"], per, last)
    if "time" in word:
        return Measure("duration", TIMES[word["time"]], first, last)
    if "joined" in word:
        unit = next(unit for opening, unit in JOINED.items() if word["joined"].startswith(opening))
        return Measure(_kind(unit), unit, first, last)
    if "sign" in word:
        return Measure("money", CURRENCY_SIGNS[word["sign"]], first, last)
    currency, at = CURRENCIES[word["currency"]], starts["currency"]
    if currency == "SEK":
        currency = CROWNS.get(folded(tokens[at - 1])[:4], currency)
    return Measure("money", currency, first, last if tokens[last] == "США" else at)


def _quantity(tokens: Tokens, of: Amount, at: int, per: str | None, last: int) -> Measure:
    """Miles, km/h, degrees of some thermometer; and pounds that are money."""
    unit, after = UNITS[folded(tokens[at])], folded(tokens[at + 1])
    if unit == "lb" and (tokens.kind(of.last) == "SCALE" or after == "sterling"):
        return Measure("money", "GBP", of.first, at)
    if unit == "degree" and after in THERMOMETERS:
        return Measure("quantity", THERMOMETERS[after], of.first, at + 1)
    if per and (unit, per) in SPEEDS:
        return Measure("quantity", SPEEDS[unit, per], of.first, last)
    return Measure("quantity", unit, of.first, at)


def _with_second_step(tokens: Tokens, first: Measure) -> Measure:
    """1 hour 45 minutes, five feet and ten inches: one figure in the smaller unit."""
    at = first.last + 1
    at += tokens.kind(at) in ("AND", "COMMA")
    rest = amount(tokens, at)
    if rest is None or rest.low is None or rest.low != rest.high:
        return first
    match = _MEASURE.match(tokens.classes, rest.last + 1)
    second = _named(tokens, rest, match) if match else first
    times = STEPS.get((first.unit or "", second.unit or ""))
    if times is None:
        return first
    return replace(first, unit=second.unit, last=second.last, times=times, more=rest.low)


def _kind(unit: str) -> Kind:
    if unit in TIMES.values():
        return "duration"
    if unit in CURRENCIES.values():
        return "money"
    return "percent" if unit == "percent" else "quantity"


_NEAR = 25
_PARTS = 6
_FIRST_STEPS = {first for first, _ in STEPS}
