"""How words are written: the patterns of a run, which has no spaces, and of the atoms in it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

DASHES = "-\u058a\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
APOSTROPHES = "'`\u2018\u2019\u201b\u02bc\u2032\uff07"
SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
CURRENCY = "$€£¥₽₴₹"

# Written without spaces, so that each sign is a word.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
# Inside a word, but no letters: soft hyphen, accents, vowel points, joiners, the slash of 1⁄2.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d\u2044"
)
# Letters to Unicode, but ʼ is an apostrophe, and so is half of the deprecated ŉ.
_NO_LETTERS = "\u0149\u02bc"
_INITIAL = r"[A-Za-z\u00c0-\u0131\u0134-\u017f\u0386-\u03ce\u0400-\u0481\u048a-\u052f]"


def run_in(text: str) -> re.Pattern[str]:
    """What a run looks like in `text`: most texts have nothing rare, and fit a quicker pattern."""
    return _run(is_rare(text))


def atom_in(run: str) -> re.Pattern[str]:
    """What an atom of `run` looks like; the groups name its kind."""
    return _atom(is_rare(run))


def is_rare(text: str) -> bool:
    """Whether a text holds any of what few do: signs without spaces, marks inside words."""
    return not text.isascii() and bool(_rare().search(text))


@cache
def _rare() -> re.Pattern[str]:
    return re.compile(f"[{_CJK}{_MARKS}{_NO_LETTERS}]")


# Each is made when it is first wanted: in 1 ms, or with what is rare in 7 and in 14.
@cache
def _run(has_rare: bool) -> re.Pattern[str]:
    c, _, word, sign, possessive = _one(has_rare)
    return re.compile(
        rf"""(?:[{CURRENCY}][{SPACES}]?(?=\d)|)  # an eighth faster than `?`, here and below
    (?:{word}|{sign})
    (?:[{DASHES}{APOSTROPHES}&.,:](?:{word}|{sign})){{0,50}}  # a limit, so that no run is dear
    (?:\+\+?(?!{c}) | % | (?<=\.{_INITIAL})\.(?:{possessive})?|)""",
        re.VERBOSE,
    )


@cache
def _atom(has_rare: bool) -> re.Pattern[str]:
    c, letter, word, sign, possessive = _one(has_rare)
    return re.compile(
        rf"""(?:
      (?P<initials>   # U.S., but not the A.B. of A.B.Ivanov
        {_INITIAL}(?:\.{_INITIAL})++(?!{c}|\.{letter})\.?)
    | (?P<thousands>  # 5,000
        (?<!\d[.,])\d{{1,3}}(?:,\d{{3}}(?!\d))+(?:\.\d++(?:{letter}{c}*+|(?!\.\d))|{c}*+))
    | (?P<number>     # 1.9bn and 1,9 but not the 13.06 of 13.06.2023; 03:19
        (?<!\d\.)\d++\.\d++(?:{letter}{c}*+|(?!\.\d))
      | (?<!\d[.,])\d++,\d++(?:{letter}{c}*+|(?![.,]\d))
      | \d{{1,2}}:\d\d(?::\d\d)?(?!{c}))
    | (?P<word>       # don't
        {word}(?:(?<!\d)[{APOSTROPHES}](?!\d|[sS](?!{c})){word})*+ | {sign})
    )(?:{possessive})?""",
        re.VERBOSE,
    )


class _One(NamedTuple):
    """How one of each is written, the rare ones among them or not."""

    character: str
    letter: str
    word: str
    sign: str
    possessive: str


def _one(has_rare: bool) -> _One:
    c, letter = r"[^\W_]", r"[^\W\d_]"
    word, sign = rf"{c}++", "(?!)"
    if has_rare:
        c, letter = rf"[^\W_{_NO_LETTERS}{_CJK}]", rf"[^\W\d_{_NO_LETTERS}{_CJK}]"
        word = rf"{c}++(?:[{_MARKS}]++{c}*+)*+"
        sign = rf"(?=\w)[{_CJK}][\u3099\u309a\uff9e\uff9f]?"
    return _One(c, letter, word, sign, rf"[{APOSTROPHES}][sS](?!{c})")
