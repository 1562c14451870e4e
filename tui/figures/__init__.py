"""The figures that a text gives, in English and Russian: how much or how many of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tui.figures.amounts import Amount, amount
from tui.figures.lexicon import Qualifier
from tui.figures.loose import is_figure
from tui.figures.measures import Kind, Measure, measure, things
from tui.figures.qualifiers import qualifier
from tui.figures.tokens import Tokens, pattern
from tui.figures.traps import OPENERS, after_trap
from tui.model import Span

__all__ = ["Figure", "figures"]

_START = pattern(
    f"""[{OPENERS} NUM DAY TWO YEAR DECLINED ONES TENS HUNDREDS ONE HALF POLTORA VAGUE SCALE MONEY]
    | INDEF (?= [SCALE HALF VAGUE] )"""
)
"""Where a figure may begin, or a trap."""
_SENTENCE = 40
"""Tokens of a long sentence."""

_SIGNS = {"about": "~", "at-least": "≥", "up-to": "≤", "planned": ">", "vague": "?"}


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in a text, from its first to its last word.

    `low` and `high` are equal for one amount; "up-to" leaves `low` open, "at-least" `high`, "vague"
    both. `unit` is an ISO currency, percent, percentage-point, or a measure (km, mi2, t, year …),
    None for a count; `counted` is the noun that a count counts.
    """

    span: Span
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifier: Qualifier
    counted: Span | None

    def __str__(self) -> str:
        """The amount in full with its sign and unit: ≤1,000,000,000 USD; a range is A..B."""
        ends = [f"{value:,f}" for value in (self.low, self.high) if value is not None]
        said = "..".join(dict.fromkeys(ends))
        return " ".join(filter(None, (_SIGNS.get(self.qualifier, "") + said, self.unit)))


def figures(text: str) -> list[Figure]:
    """The figures of `text`, in reading order."""
    tokens = Tokens(text)
    found: list[Figure] = []
    money: Measure | None = None
    for of, named in _amounts(tokens):
        measured = named or things(tokens, of)
        if measured is None and money and _goes_on(tokens, of, money):
            measured = replace(money, first=of.first, last=of.last)
        if figure := _figure(tokens, of, measured):
            found.append(figure)
            money = measured if figure.kind == "money" else money
    return found


def _amounts(tokens: Tokens) -> Iterator[tuple[Amount, Measure | None]]:
    """Each amount outside of the traps, with its measure if it has one."""
    at = 0
    while start := _START.search(tokens.classes, at):
        at = start.start()
        if behind := after_trap(tokens, at):
            at = behind
        elif of := amount(tokens, at):
            measured = measure(tokens, of, of.last)
            at = (measured.last if measured else of.last) + 1
            if measured is None and of.partner:  # 50 and 30 metres
                shared = measure(tokens, of, of.partner)
                measured = replace(shared, last=of.last) if shared else None
            yield of, measured
        else:
            at += 1


def _goes_on(tokens: Tokens, of: Amount, money: Measure) -> bool:
    """Whether a bare amount is money too: "8,7 млрд рублей вместо 15 млрд", in one sentence."""
    is_large = tokens.kind(of.last) == "SCALE" or not tokens[of.first].isalnum()
    between = (money.last + 1, of.first)
    if not is_large or of.first - money.last > _SENTENCE:
        return False
    return not tokens.has("STOP", *between) and not tokens.has("BREAK", *between)


def _figure(tokens: Tokens, of: Amount, measured: Measure | None) -> Figure | None:
    """The figure of an amount and its measure, unless it only looks like one."""
    first, last = (measured.first, measured.last) if measured else (of.first, of.last)
    is_range = of.low != of.high or of.partner is not None
    exactness = qualifier(tokens, first, last, is_range=is_range)
    if not is_figure(tokens, of, measured, exactness):
        return None
    low, high = (_in_unit(value, measured) for value in (of.low, of.high))
    return Figure(
        tokens.span(first, last),
        measured.kind if measured else "count",
        None if exactness == "up-to" else low,
        None if exactness == "at-least" else high,
        measured.unit if measured else None,
        "vague" if low is None else exactness,
        measured.counted if measured else None,
    )


def _in_unit(value: Decimal | None, measured: Measure | None) -> Decimal | None:
    """The value in the unit of its measure, without zeros behind the point."""
    if value is None:
        return None
    whole = value * measured.times + measured.more if measured else value
    return Decimal(int(whole)) if whole == int(whole) else whole.normalize()
