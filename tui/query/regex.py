"""Regular expressions over the vocabulary, held to what cannot run away.

Python's matcher tries every way to share a word out among the parts that may vary, so these are
few, and none holds another.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from time import monotonic
from typing import Any

from tui.query.capitals import bare
from tui.words import PARAGRAPH, plain

LONGEST_PATTERN, LONGEST_WORD = 100, 40
"""Characters of a pattern; code points of a word that is tried."""
MOST_REPEATS, MOST_OPTIONS = 3, 6
"""Parts that may repeat (`*`, `+`, `{2,5}`), and that may be or not be or be one of several."""
SECONDS = 0.3
"""How long one pattern may look."""

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_PLAIN = ("LITERAL", "NOT_LITERAL", "IN", "ANY", "AT")


def compiled(pattern: str) -> re.Pattern[str]:
    """What `pattern` matches, in either case and without accents; ValueError says what is wrong."""
    if not pattern:
        raise ValueError("nothing between the two /")
    if len(pattern) > LONGEST_PATTERN:
        raise ValueError(f"a regular expression has at most {LONGEST_PATTERN} characters")
    pattern, counted = plain(pattern), _Counted()
    try:
        counted.read(_parsed(pattern), in_repeat=False)
        with warnings.catch_warnings(action="ignore"):
            made = re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"not a regular expression: {error}") from None
    if counted.repeats > MOST_REPEATS:
        raise ValueError(f"at most {MOST_REPEATS} parts may repeat")
    if counted.options > MOST_OPTIONS:
        raise ValueError(f"at most {MOST_OPTIONS} parts may be one thing or another")
    return made


def beginning(pattern: str) -> str:
    """The letters with which all that `pattern`, one let in, fits begins; often none."""
    letters = ""
    for operation, argument in _parsed(plain(pattern)):
        if str(operation) != "LITERAL" or not (chr(argument).isalnum() or chr(argument) == "-"):
            break
        letters += chr(argument)
    return letters.casefold()


def _parsed(pattern: str) -> Iterable[Any]:
    with warnings.catch_warnings(action="ignore"):  # of signs with a meaning in years to come
        parts: Iterable[Any] = re._parser.parse(pattern)  # type: ignore[attr-defined]  # private
    return parts


class _Counted:
    """The parts of a pattern that may vary."""

    def __init__(self) -> None:
        self.repeats = self.options = 0

    def read(self, parts: Iterable[Any], in_repeat: bool) -> None:
        for operation, argument in parts:
            name = str(operation)
            if name in _PLAIN:
                continue
            if name == "SUBPATTERN":
                self.read(argument[-1], in_repeat)
            elif name == "BRANCH":
                self._vary(in_repeat)
                self.options += 1
                for branch in argument[1]:
                    self.read(branch, in_repeat)
            elif name in _REPEATS:
                least, most, inner = argument
                if least != most:
                    self._vary(in_repeat)
                    self.options += most == 1
                    self.repeats += most != 1
                self.read(inner, in_repeat or most != 1)
            else:
                raise ValueError("letters, . [ ] | ? * + { } and groups only")

    def _vary(self, in_repeat: bool) -> None:
        if in_repeat:
            raise ValueError("what repeats must not itself vary")


def fitting(
    pattern: re.Pattern[str], entries: Iterable[tuple[str, int]]
) -> tuple[list[tuple[str, int]], bool]:
    """The entries of words that `pattern` fits whole, and whether there was time for all."""
    end = monotonic() + SECONDS
    fits: list[tuple[str, int]] = []
    for entry in entries:
        if monotonic() > end:
            return fits, False
        word = bare(entry[0])
        if len(word) > LONGEST_WORD or word == PARAGRAPH or word != word.lower():
            continue
        if pattern.fullmatch(word):
            fits.append(entry)
    return fits, True
