"""Amounts as they are written, in digits and in words: 1,084,700; two and a half; 10—30 млн."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tui.figures.lexicon import CLASSES, FRACTIONS, HUNDREDS, ONES, SCALES, SIZES, TENS
from tui.figures.tokens import Tokens, pattern
from tui.figures.words import folded

_SMALL = "(?: HUNDREDS (?: TENS? [ONES ONE]? )? | TENS (?: DASH? [ONES ONE] )? | ONES )"
_DIGITS = "[NUM DAY TWO YEAR DECLINED]"
_SCALED = "SCALE (?: STOP (?= [RUSSIAN RUADJ CURRENCY UNIT] ) )?"  # 25 тыс. заявителей
_ONE_AMOUNT = f"""(?:
    (?: {_DIGITS} | {_SMALL} | ONE )
      (?: DASH? AND DASH? INDEF DASH? HALF | FROM POLOVINA ) (?: {_SCALED} ){{0,2}}
  | {_DIGITS} (?: DASH? {_SCALED} (?: {_DIGITS} {_SCALED} | {_SCALED} )? )?
  | (?: {_SMALL} | ONE ) (?: DASH? {_SCALED} (?: AND? {_SMALL} )? ){{0,3}}
  | HALF (?: OF? INDEF )? SCALE{{1,3}} | INDEF HALF SCALE{{1,3}} | INDEF {_SCALED}
  | POLTORA (?: {_SCALED} ){{0,2}} )"""
_AMOUNT = pattern(
    f"""MONEY? (?P<low> {_ONE_AMOUNT} )
        (?: (?P<joint> DASH | TO | OR | DO | AND | COMMA ) MONEY? (?P<high> {_ONE_AMOUNT} ) )?"""
)
_SIZE = pattern("(?P<vague> INDEF? VAGUE OF? )? SCALE (?: OF? SCALE ){0,2}")
_WORTH = (
    {word: Decimal(worth) for word, worth in (ONES | TENS | HUNDREDS).items()}
    | {word: Decimal(worth) for word, worth in FRACTIONS.items()}
    | dict.fromkeys(CLASSES["ONE"], Decimal(1))
)
_FRACTION_SIGNS = {"¼": " 1/4", "½": " 1/2", "¾": " 3/4"}


@dataclass(frozen=True, slots=True)
class Amount:
    """What the tokens `first` to `last` amount to; None where only the size is known.

    `partner` is the last token of a second amount that may share its measure: 50 and 30 metres.
    """

    first: int
    last: int
    low: Decimal | None = None
    high: Decimal | None = None
    partner: int | None = None


def amount(tokens: Tokens, at: int) -> Amount | None:
    """The amount that begins at a token: one number, a range, or "several billion"."""
    match = _AMOUNT.match(tokens.classes, at)
    if match is None:
        return _size(tokens, at)
    low, scale = _value(tokens, *match.span("low"))
    if match["high"] is None:
        return Amount(at, match.end() - 1, low, low)
    high, high_scale = _value(tokens, *match.span("high"))
    if scale == 1 and low * high_scale <= high:
        low *= high_scale  # 10–30 million
    if low < high and _is_range(tokens, match, high - low):
        return Amount(at, match.end() - 1, low, high)
    low, _ = _value(tokens, *match.span("low"))
    partner = match.end() - 1 if scale == 1 else None
    return Amount(at, match.end("low") - 1, low, low, partner)


def _size(tokens: Tokens, at: int) -> Amount | None:
    """Several billion, hundreds of thousands: only how large; but миллиард is one milliard."""
    match = _SIZE.match(tokens.classes, at)
    if match is None:
        return None
    word = folded(tokens[at])
    if match["vague"] or word in SIZES:
        return Amount(at, match.end() - 1)
    if word.isascii():  # a lone "million" is part of a name or of a longer word
        return None
    one, _ = _value(tokens, *match.span())
    return Amount(at, match.end() - 1, one, one)


def _is_range(tokens: Tokens, match: re.Match[str], width: Decimal) -> bool:
    """Whether the word between two amounts makes a range of them."""
    joint = match.start("joint")
    before = tokens.kind(match.start() - 1)
    match tokens.kind(joint):
        case "DASH":  # a long dash with spaces is punctuation
            return tokens[joint] != "—" or tokens.touches(joint + 1)
        case "AND":
            return before == "BETWEEN"
        case "DO":
            return before == "FROM"
        case "COMMA":  # two, two and a half years
            return width <= 1 and tokens[match.start()].isalpha()
    return True


def _value(tokens: Tokens, first: int, end: int) -> tuple[Decimal, int]:
    """The value of the tokens from `first` on, and the scale that closes them, 1 if none does."""
    total, current, scale = Decimal(0), Decimal(0), 1
    for at in range(first, end):
        word = folded(tokens[at])
        if word in _WORTH:
            current, scale = current + _WORTH[word], 1
        elif word[0].isdecimal():
            is_russian = tokens.kind(at + 1) == "SCALE" and not tokens[at + 1].isascii()
            current, scale = _number(word, is_russian=is_russian), 1
        elif word in SCALES:
            by = SCALES[word]
            scale *= by
            if by < 1000:
                current = (current or Decimal(1)) * by
            elif current:
                total, current = total + current * by, Decimal(0)
            else:
                total = (total or Decimal(1)) * by
    return total + current, scale


def _number(word: str, *, is_russian: bool) -> Decimal:
    """The value of digits: 1,084,700; 250 000; 12,5; 2-1/2; 2½; and 52,174 млн is a decimal."""
    word = word[:-1] + _FRACTION_SIGNS.get(word[-1], word[-1])
    if "/" in word:
        whole, above, below = re.split(r"\D", word)
        return int(whole) + Decimal(above) / (int(below) or 1)
    word = re.sub(r"\s|-.*", "", word)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", word):
        may_be_decimal = word.count(",") == 1 and "." not in word
        if not (may_be_decimal and (is_russian or word[0] == "0")):
            return Decimal(word.replace(",", ""))
    return Decimal(word.replace(",", "."))
