"""The grammar of dates: how the classes of words stand together where a text names one.

Each rule is a regular expression over the classes of the tokens. A group begins with the token that
its name tells of: d, m, y are day, month and year, d2, m2, y2 those that end a range; `of` is the
word that moves a year ("of last year"), `which` the one that chooses by name ("last summer").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from tui.dates import loose
from tui.dates.tokens import Tokens, letters, pattern

T = TypeVar("T")


class Rule(NamedTuple):
    """A pattern, and what else must hold; what a trap matches is no date."""

    pattern: re.Pattern[str]
    holds: Callable[[Tokens, int], bool] | None = None
    is_trap: bool = False


# The parts of patterns: a class of tokens is written in capitals, another part in braces.
_PARTS = {
    "day": "(?: DAY | NTH )",
    "month": "(?: MONTH | MAYBE | ABBR STOP? )",
    "number": "[DAY TWO YEAR NUMBER]",
    "years": "(?: YEARWORD | YEARWORDS )?",
    "year": """(?:
        COMMA? OF? (?P<y> YEAR | YEARED | SHORT ) {years}
      | COMMA? (?P<told> STEP ) COMMA (?P<y_> YEAR ) YEARWORD
      | COMMA? OF? (?P<of> STEP ) (?: ANNUM | YEARWORD )
      | (?P<now> FROM ) STOP YEARWORD STOP
      | OF? (?P<same> SAME ) SAME? (?: ANNUM | YEARWORD ) )""",
}


def _compiled(source: str) -> re.Pattern[str]:
    while "{" in source:
        source = re.sub(r"{(\w+)}", lambda m: _PARTS[m.group(1)], source)
    return pattern(source)


def _rule(source: str, holds: Callable[[Tokens, int], bool] | None = None) -> Rule:
    return Rule(_compiled(source), holds)


def _trap(source: str, holds: Callable[[Tokens, int], bool] | None = None) -> Rule:
    return Rule(_compiled(source), holds, is_trap=True)


_RULES: dict[str, tuple[Rule, ...]] = {
    "ISO": (_rule("(?P<iso> ISO )"),),
    "DMY": (_rule("(?P<dmy> DMY )"),),
    "DOTTED": (_rule("(?P<stamp> DOTTED ) (?= CLOCK )"),),  # 23.02 05:11
    "MONTH MAYBE ABBR": (
        # April 16-17, 1964; January 23 through March 9; between August 2 and 13
        _rule(
            "(?P<m> {month} ) (?P<d> {day} ) [DASH TO] (?P<m2> {month} )? (?P<d2> {day} ) {year}?"
        ),
        _rule(
            """(?<= BETWEEN ) (?P<m> {month} ) (?P<d> {day} )
            AND (?P<m2> {month} )? (?P<d2> {day} ) {year}?"""
        ),
        # March 20 and 23, 1964: two dates, and the first takes its year from behind
        _rule("(?P<m> {month} ) (?P<d> {day} ) (?= AND DAY (?! {month} | MEASURE ) {year}? )"),
        # March 2, 1964; August 21 this year; October 9
        _rule("(?P<m> {month} ) (?P<d> {day} ) (?: {year} | (?! MEASURE ) )"),
        # between June and November, every year
        _trap(
            "(?<= [BETWEEN FROM] ) {month} [AND TO] {month} (?! {day} | {year} )", loose.is_yearly
        ),
        # March to August 2011; с марта по август; November 1849; in May
        _rule("(?P<m> {month} ) [DASH TO SLASH] (?P<m2> {month} ) (?! DAY ) {year}"),
        _rule("(?<= FROM ) (?P<m> {month} ) TO (?P<m2> {month} ) (?! DAY )"),
        _rule("(?<= BETWEEN ) (?P<m> {month} ) AND (?P<m2> {month} ) {year}?"),
        _rule("(?P<m> {month} ) {year}"),
        _rule("(?<! DAY ) (?P<m> {month} ) (?! {day} (?! MEASURE ) )", loose.is_a_month),
    ),
    "DAY NTH": (
        _trap("[DAY TWO] DASH [DAY TWO] DASH {number}"),  # NIE 11–12–66
        # 3-4 июня 2010 г.; 11 Sept–31 Oct 1964; с 9 июня по 7 июля
        _rule(
            "(?P<d> {day} ) (?P<m> {month} )? [DASH TO] (?P<d2> {day} ) (?P<m2> {month} ) {year}?"
        ),
        _rule(
            """(?<= BETWEEN ) (?P<d> {day} ) (?P<m> {month} )?
            AND (?P<d2> {day} ) (?P<m2> {month} ) {year}?"""
        ),
        # 20 и 21 марта; March 20 and 23
        _rule("(?P<d> {day} ) (?= AND {day} (?P<m> {month} ) {year}? )"),
        _rule("(?<= (?P<m> [MONTH MAYBE] ) DAY AND ) (?P<d> DAY ) (?! {month} | MEASURE ) {year}?"),
        # 1 февраля прошлого года; the 7th of January
        _rule("(?P<d> {day} ) OF? (?P<m> {month} ) {year}?"),
    ),
    "TWO": (_trap("[DAY TWO] DASH [DAY TWO] DASH {number}"),),
    "SEASON": (
        # spring and early summer of 1978; winter of 1946–1947; летом этого года; весной
        _rule("(?P<s> SEASON ) (?= AND THE? PART? SEASON OF? (?P<y> YEAR ) )"),
        _rule("(?P<s> SEASON ) OF? (?P<y> YEAR ) [DASH SLASH] [YEAR TWO DAY]"),
        _rule("(?P<s> SEASON ) {year}"),
        _rule("(?P<s> SEASON )", loose.is_a_season),
    ),
    "ORDINAL QNAME": (
        # the fourth quarter of 2014, Q4 2014
        _rule("(?: (?P<q> ORDINAL ) QUARTER | (?P<q_> QNAME ) ) {year}"),
    ),
    "STEP": (
        _trap("STEP (?= WEEKDAY UNIT? [COMMA OPEN]? (?: {month} {day} | {day} {month} ) )"),
        # last November 14; next May; last summer; last Tuesday
        _rule("(?P<which> STEP ) (?P<m> {month} ) (?P<d> {day} ) (?! COMMA? [YEAR SHORT] )"),
        _rule("(?P<which> STEP ) (?P<m> {month} ) (?! DAY | YEAR )"),
        _rule("(?P<which> STEP ) (?P<s> SEASON )"),
        _rule("(?P<which> STEP ) (?P<w> WEEKDAY )"),
        # this year, на прошлой неделе; but the last year is any twelve months
        _rule("(?<! THE ) (?P<which> STEP ) (?P<unit> UNIT | ANNUM | YEARWORD )", loose.is_a_unit),
    ),
    "NEAR": (_rule("(?P<near> NEAR )", loose.is_near),),
    "WEEKDAY": (
        _trap("WEEKDAY [DASH TO SLASH] WEEKDAY"),  # open Monday to Friday
        # Thursday, May 7; Sunday night (March 4): the day of the month says it all
        _trap("WEEKDAY (?= UNIT? [COMMA OPEN]? (?: {month} {day} | {day} {month} ) )"),
        _rule("(?P<w> WEEKDAY )", loose.is_a_weekday),
    ),
    "DECADE TENS": (
        # the 1950's, 2000-х годов; 90-х годов, the 60s
        _rule("(?P<decade> DECADE ) YEARWORDS?"),
        _rule("(?P<decade> TENS ) YEARWORDS"),
        _rule("(?P<decade> TENS ) (?= [COMMA AND] PART? TENS YEARWORDS )"),
        _rule("(?<= [THE PART] ) (?P<decade> TENS ) (?! SIGN )"),
    ),
    "YEAR YEARED": (
        _trap("YEAR DASH NUMBER"),  # Decree 2005-981, 2500-4600 Kr.
        _trap("YEAR DASH? ANNUM"),  # a 2000-year-old custom
        _trap("(?<! IN ) YEAR DASH? MEASURE"),  # 1500 men; but in 1964 people …
        # 1964–1968, 1871 – 72, 2014/15; from 1967 to 1970; between 1992 and 1994
        _rule("(?P<y> YEAR ) [DASH SLASH] (?P<y2> [YEAR TWO DAY] ) {years}", loose.is_a_range),
        _rule("(?P<y> YEAR ) YEARWORD? TO (?P<y2> YEAR ) {years}"),
        _rule("(?<= BETWEEN ) (?P<y> YEAR ) AND (?P<y2> YEAR ) {years}"),
        # 1998 года; 1998-м; 1998
        _rule("(?P<y> YEARED | YEAR (?= {years} (?<= [YEARWORD YEARWORDS] ) ) ) {years}"),
        _rule("(?P<y> YEAR )", loose.is_a_year),
    ),
    "NUMBERED NO": (
        # telegrams 1853 and 1988, pp. 1990–1995, No. 1837: a number that is a name
        _trap(
            """(?: NUMBERED [STOP SIGN]? | NO STOP )
            (?: YEAR (?: (?: COMMA | COMMA? AND | DASH | SLASH ) YEAR )*
              | {number} (?: (?: AND | DASH ) {number} )* ) (?! {month} )"""
        ),
    ),
}
_BY_LETTER = {letter: rules for kinds, rules in _RULES.items() for letter in letters(kinds)}
_START = re.compile(f"[{''.join(_BY_LETTER)}]")


def scan(tokens: Tokens, read: Callable[[Tokens, re.Match[str]], T | None]) -> Iterator[T]:
    """What `read` makes of each match of the rules, in reading order; None tries the next rule."""
    at = 0
    while start := _START.search(tokens.classes, at):
        at, result = _first(tokens, start.start(), read)
        if result is not None:
            yield result


def _first(
    tokens: Tokens, at: int, read: Callable[[Tokens, re.Match[str]], T | None]
) -> tuple[int, T | None]:
    """Where to read on, and what stands at `at` by the first rule that fits."""
    for rule in _BY_LETTER[tokens.classes[at]]:
        match = rule.pattern.match(tokens.classes, at)
        if match is None or (rule.holds and not rule.holds(tokens, at)):
            continue
        if rule.is_trap:
            return match.end(), None
        if (result := read(tokens, match)) is not None:
            return match.end(), result
    return at + 1, None
