"""A text as tokens, and their classes as a string with one character for each token."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.classes import MARKS, Alphabet, Classed
from tui.figures.lexicon import CLASSES, IRREGULAR
from tui.figures.units import CURRENCY_SIGNS, JOINED
from tui.figures.words import folded
from tui.model import Span

_NUMBER = r"""
      (?P<CLOCK>    \d++ (?: :\d++ )++ )
    | (?P<DATE>     [0-3]?\d\.[01]?\d\.[12]\d{3} (?!\d) | [12]\d{3}-[01]\d-[0-3]\d (?![\w-])
                  | \d{1,3}0 (?: ['’]?s | -(?:е|ые|ых) ) \b | [12]\d{3}-(?:го|м|х) \b )
    | (?P<DECLINED> \d++ -(?:х|ти|и|ми|мя) \b )
    | (?P<NTH>      \d++ (?: st | nd | rd | th | -(?:й|я|е|го|му|м|ой|ую|ом|ая|ое) ) \b )
    | (?P<NUM>      \d++ [-–\ ] \d/\d (?!\d) | \d++ [½¼¾]
                  | \d{1,3} (?: ,\d{3} )++ (?: \.\d++ )? (?! [.,]?\d )
                  | \d{1,3} (?: [\ \u00a0\u202f]\d{3} )++ (?: ,\d++ )? (?! [.,]?\d )
                  | \d++ [.,] \d++ (?! [.,]?\d ) )
    | \d++ (?: [.,]\d++ )*+
"""
_TOKEN = re.compile(
    rf"""[ap]\.\ ?m\b\.? | [^\W\d_]++ (?: ['’](?=[^\W\d_])[^\W\d_]++ )*+ (?: \d\w*+ )?
    | (?=\d) (?: {_NUMBER} ) | [\r\n]\s*+ | [^\w\s]""",
    re.VERBOSE,
)
_KINDS_OF_NUMBER = re.compile(_NUMBER, re.VERBOSE)
_LONGEST = 30
"""Digits of the longest number that is read as one."""
_SIGNS = {
    **MARKS,
    **dict.fromkeys(CURRENCY_SIGNS, "MONEY"),
    **dict.fromkeys("№☎☏#", "NUMBERED"),
    **{"%": "PERCENT", "+": "PLUS", "°": "UNIT"},
}
_SHAPES = """DAY TWO YEAR LONG NAMED SIGN LATIN PLURAL NAME CAPITALS RUSSIAN RUNAME RUADJ RUPAST
    JOINED SUFFIX"""
"""Numbers by their size, and the words of no class of their own by their letters."""

_ALPHABET = Alphabet([*CLASSES, *_KINDS_OF_NUMBER.groupindex, *_SIGNS.values(), *_SHAPES.split()])
letters, pattern = _ALPHABET.letters, _ALPHABET.pattern
_CLASS_OF = {word: name for name in reversed(CLASSES) for word in CLASSES[name]}
_RUSSIAN_PAST = re.compile(r"[а-яё]{3,}(?:л|ла|ло|ли|лся|лась|лось|лись)")
_RUSSIAN_ADJECTIVE = re.compile(r"[а-яё]{2,}(?:ых|их|ые|ие|ая|яя|ого|его|ым|ими|ыми|ую|ой)")
_JOINED = re.compile("|".join(JOINED))


class Tokens(Classed):
    """The tokens of a text, in the classes that figures are made of.

    A line end stands before the first token.
    """

    alphabet = _ALPHABET

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.starts.append(0)
        self.words.append("\n")
        classes = [_ALPHABET["BREAK"]]
        end, is_number = 0, False
        for match in _TOKEN.finditer(text):
            word, start = match.group(), match.start()
            letter = _letter(word)
            if is_number and start == end and word[0].isalpha() and letter not in _SUFFIXES:
                classes[-1] = _ALPHABET["NAMED"]  # 0757Z, F–86s
                letter = _ALPHABET["PLURAL" if word == "s" else "SUFFIX"]
            elif word in ("k", "K") and not (is_number and start == end):
                letter = _ALPHABET["LATIN"]  # 10k, but 0.6 K
            is_number = letter in _NUMBERS
            if is_number and _is_glued(text, start, classes):
                letter = _ALPHABET["NAMED"]
            end = match.end()
            self.starts.append(start)
            self.words.append(word)
            classes.append(letter)
        self.classes = "".join(classes)

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens `first` to `last`, without a possessive at the end."""
        bare = self.words[last].removesuffix("'s").removesuffix("’s")
        return Span(self.starts[first], self.starts[last] + len(bare))


@lru_cache(maxsize=65536)
def _letter(word: str) -> str:
    if word[0].isalpha():
        return _ALPHABET["DAYPART" if "." in word else _word_class(word)]
    if word[0].isdecimal():
        return _ALPHABET[_number_class(word)]
    return _ALPHABET[_SIGNS.get(word[0], "SIGN")]


def _word_class(word: str) -> str:
    key = folded(word)
    name = _CLASS_OF.get(key)
    if name == "MONTH" and key in ("may", "march", "mar") and word.islower():
        return "FUNC"
    if name == "FUNC" and word.isupper() and len(word) > 1:
        return "CAPITALS"  # US, WHO
    if name:
        return name
    if "\u0400" <= word[0] <= "\u04ff":
        return _russian_class(word)
    if word.isupper() and len(word) > 1:
        return "CAPITALS"
    if word[-1].isdecimal():
        return "NAMED"
    if key in IRREGULAR or re.fullmatch(r"\w{2,}[^\Wsui'’]s|[A-Z]\w+ese", word):
        return "PLURAL"
    return "NAME" if word[0].isupper() else "LATIN"


def _russian_class(word: str) -> str:
    if word[0].isupper():
        return "RUNAME"
    if _JOINED.match(word):
        return "JOINED"
    if _RUSSIAN_PAST.fullmatch(word):
        return "RUPAST"
    return "RUADJ" if _RUSSIAN_ADJECTIVE.fullmatch(word) else "RUSSIAN"


def _number_class(word: str) -> str:
    match = _KINDS_OF_NUMBER.match(word)
    if len(word) > _LONGEST:
        return "LONG"
    if match and match.lastgroup:
        return match.lastgroup
    if not word.isdecimal():
        return "NAMED"  # 1.2.3
    if len(word) > 7 or (word[0] == "0" and len(word) > 1):
        return "LONG"  # a telephone number, the number of a file
    if len(word) <= 2:
        return "DAY" if 1 <= int(word) <= 31 else "TWO"
    return "YEAR" if len(word) == 4 and 1000 <= int(word) < 2200 else "NUM"


def _is_glued(text: str, start: int, classes: list[str]) -> bool:
    """Whether a number belongs to the name before it: S-400, Mobilefest-2010, +100500."""
    if start == 0:
        return False
    sign = text[start - 1]
    if sign in "+_#@":
        return True
    return sign in "-–" and start > 1 and text[start - 2].isalpha() and classes[-2] not in _WORDED


_NUMBERS = frozenset(letters("DAY TWO YEAR NUM DECLINED LONG"))
_WORDED = frozenset(letters("ONES TENS ONE MONTH"))
_SUFFIXES = frozenset(letters("SCALE UNIT TIME CURRENCY GOD GODU"))
