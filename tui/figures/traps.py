"""Numbers that are no figures: dates, times of day, names, and the numbers of things."""

from __future__ import annotations

from tui.figures.tokens import Tokens, letters, pattern

_NUMBER = "[DAY TWO YEAR NUM LONG NAMED]"
_AMOUNT = "[PLURAL RUSSIAN RUADJ UNIT TIME PERCENT SCALE CURRENCY]"
"""What makes an amount of the number before it."""
_SMALL = "(?: TENS (?: DASH? [ONES ONE] )? | ONES | ONE )"

_TRAPS = {
    "MONTH": (
        # April 16-17, 1964; May 14 and 18; July 1964; October '63
        f"""MONTH STOP? [DAY NTH]
        (?: [DASH TO AND] (?: MONTH STOP? )? [DAY NTH] (?! {_AMOUNT} ) ){{0,3}}
        (?: COMMA? YEAR )?""",
        "MONTH STOP? COMMA? OF? YEAR",
        "MONTH SIGN DAY",
    ),
    "DAY NTH": (
        # 3-4 июня 2010 г., 16 October 1964, с 13 по 29 января
        """[DAY NTH] (?: [DASH TO AND IN DO COMMA] [DAY NTH] ){0,4} OF? MONTH (?: COMMA? YEAR )?
        [GOD GODU]?""",
    ),
    "YEAR": (
        # 1998 года, 1994–2004 годах, 2012–13
        "YEAR (?: [DASH SLASH TO IN DO AND] [YEAR DAY NUM] )? [GOD GODU]",
        "YEAR [DASH SLASH] [DAY TWO] (?! DASH )",
    ),
    "DECLINED": ("DECLINED [GOD COMMA STOP]",),  # 90-х годов
    "OPEN": (f"OPEN {_NUMBER} (?: [COMMA DASH] {_NUMBER} ){{0,5}} CLOSE",),  # a note or an item
    "DAY TWO YEAR NUM": (
        f"(?<= BREAK ) {_NUMBER} (?= [STOP CLOSE] )",  # 6. An item of a list
        f"{_NUMBER} (?: [DASH TO] {_NUMBER} )? DAYPART",  # 4–6 p.m., 7 вечера
        f"{_NUMBER} DASH {_NUMBER} (?: DASH {_NUMBER} )+",  # NIE 13–3–65, votes of 51–37–30
        f"{_NUMBER} SLASH",
        f"(?<= SLASH ) {_NUMBER}",
        f"{_NUMBER} PLUS",  # 4++
        f"{_NUMBER} MESTO",  # на 24 месте
        f"{_NUMBER} UNIT {_NUMBER} SIGN",  # 37 degrees 30'
        f"{_NUMBER} DASH [CAPITALS NAME RUNAME LATIN FUNC INDEF]",  # 97-ФЗ
    ),
    "ONES TENS ONE": (
        f"{_SMALL} DASH? FRACTION",  # two-thirds
        f"{_SMALL} DASH [LATIN NAME FUNC IN]",  # two-way
    ),
    "NUMBERED MEMBER NO": (
        # telegram 1853, pp. 258–262, Article 17, No. 7, № 97-ФЗ, phase two
        f"""(?: [NUMBERED MEMBER] [STOP SIGN]? | NO STOP ) [NUMBERED PLUS]? {_NUMBER}
        (?: (?: COMMA | COMMA? AND | DASH | SLASH ) {_NUMBER} (?! {_AMOUNT} ) )*
        (?: DASH [CAPITALS RUNAME] )?""",
        f"NUMBERED [ONE ONES] (?! {_AMOUNT} )",
    ),
    "PLUS": (f"PLUS {_NUMBER} (?: DASH {_NUMBER} )*",),
    "MONEY": (f"MONEY {_NUMBER} QUESTION",),  # the $64 question, an idiom
}
_BY_LETTER = {
    letter: [
        pattern(trap)
        for kinds, traps in _TRAPS.items()
        if letter in letters(kinds)
        for trap in traps
    ]
    for letter in letters(" ".join(_TRAPS))
}
OPENERS = "".join(_BY_LETTER)
"""The classes that a trap begins with, as characters."""


def after_trap(tokens: Tokens, at: int) -> int | None:
    """Where to read on behind a number that is no figure; None if there is none at `at`."""
    for trap in _BY_LETTER.get(tokens.classes[at], ()):
        if match := trap.match(tokens.classes, at):
            return match.end()
    return at + 3 if _is_score(tokens, at) or _is_site(tokens, at) else None


def _is_site(tokens: Tokens, at: int) -> bool:
    """4.example.org: what goes on with a letter behind a point is a name."""
    following = tokens[at + 2]
    is_close = tokens[at + 1] == "." and following[:1].islower() and tokens[at].isdecimal()
    return is_close and tokens.touches(at + 1) and tokens.touches(at + 2)


def _is_score(tokens: Tokens, at: int) -> bool:
    """3–2, 1 – 0: two numbers with a dash that are no range."""
    if tokens.kind(at + 1) != "DASH" or not (tokens[at].isdecimal() and tokens[at + 2].isdecimal()):
        return False
    is_close = tokens.touches(at + 1) and tokens.touches(at + 2)
    is_short = len(tokens[at]) == len(tokens[at + 2]) == 1 and tokens[at + 1] != "—"
    return (is_close or is_short) and int(tokens[at]) >= int(tokens[at + 2])
