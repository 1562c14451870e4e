"""A text as tokens, and their classes as a string with one character for each token."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.classes import MARKS, Alphabet, Classed
from tui.dates.lexicon import CAPITALISED, CLASSES, is_cyrillic

_NUMBER = r"""
      (?P<ISO>    [12]\d{3}-[01]\d-[0-3]\d (?![\w-]) )
    | (?P<DMY>    [0-3]?\d\.[01]?\d\.[12]\d{3} (?!\.?\d) )
    | (?P<CLOCK>  \d\d?:\d\d (?: :\d\d )? \b )
    | (?P<DECADE> [12]\d\d0 (?: ['’]?s | -(?:е|х|ые|ых|ми) ) \b | ['’‘][1-9]0s\b )
    | (?P<TENS>   [1-9]0 (?: s | -(?:е|х|ые|ых|ми) ) \b )
    | (?P<YEARED> [12]\d{3} -(?:го|м|й|му|ом) \b )
    | (?P<SHORT>  ['’‘]\d\d \b )
    | (?P<NTH>    [0-3]?\d (?: st | nd | rd | th | -го | -е | -му | -м ) \b )
    | \d{4} (?=г\b)
    | \d++ (?: [.,]\d++ )*+ (?: [^\W\d_]\w*+ )?
"""
_TOKEN = re.compile(
    rf"[^\W\d_]++ (?: \d\w*+ )? | (?=[\d'’‘]) (?: {_NUMBER} ) | [\r\n]\s*+ | [^\w\s]", re.VERBOSE
)
_SIGNS = MARKS | dict.fromkeys("$€£¥₽", "MONEY") | {"№": "NUMBERED"}
_KINDS_OF_NUMBER = re.compile(_NUMBER, re.VERBOSE)
_SHAPES = "DAY TWO YEAR DOTTED NUMBER SIGN LATIN PLURAL DID NAME CAPITALS CYRILLIC DIDRU"
"""Numbers by their size, signs, and the words of no class of their own by their letters."""

_ALPHABET = Alphabet([*CLASSES, *_KINDS_OF_NUMBER.groupindex, *_SIGNS.values(), *_SHAPES.split()])
letters, pattern = _ALPHABET.letters, _ALPHABET.pattern
_CLASS_OF = {word: name for name in reversed(CLASSES) for word in CLASSES[name]}
_PAST = re.compile(r"(?!used|based|located|needed)[a-z]{2,}ed")
_PAST_RUSSIAN = re.compile(r"(?!если|или|были?|дела)[а-яё]{3,}(?:л|ла|ло|ли|лся|лась|лось|лись)")


class Tokens(Classed):
    """The tokens of a text, in the classes that dates are made of."""

    alphabet = _ALPHABET

    def __init__(self, text: str) -> None:
        super().__init__(text)
        classes: list[str] = []
        for match in _TOKEN.finditer(text):
            word = match.group()
            letter = _letter(word)
            if letter in _BARE and _is_glued(text, match.start(), classes):
                letter = _ALPHABET["NUMBER"]
            self.starts.append(match.start())
            self.words.append(word)
            classes.append(letter)
        self.classes = "".join(classes)


@lru_cache(maxsize=65536)
def _letter(word: str) -> str:
    first = word[0]
    if first.isalpha():
        return _ALPHABET[_word_class(word)]
    if len(word) > 1 and first not in "\r\n":
        return _ALPHABET[_number_class(word)]
    return _ALPHABET[_number_class(word) if first.isdecimal() else _SIGNS.get(first, "SIGN")]


def _word_class(word: str) -> str:
    folded = word.casefold()
    name = _CLASS_OF.get(folded)
    if name and not (folded in CAPITALISED and word[0].islower()):
        return name
    if is_cyrillic(word):
        return "DIDRU" if _PAST_RUSSIAN.fullmatch(word) else "CYRILLIC"
    if word.isupper() and len(word) > 1:
        return "CAPITALS"
    if word[0].isupper():
        return "NAME"
    if _PAST.fullmatch(word):
        return "DID"
    return "PLURAL" if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else "LATIN"


def _number_class(word: str) -> str:
    match = _KINDS_OF_NUMBER.match(word)
    if match and match.lastgroup:
        return match.lastgroup
    if not word.isdecimal():
        return "DOTTED" if re.fullmatch(r"[0-3]\d\.[01]\d", word) else "NUMBER"
    if len(word) in (1, 2):
        return "DAY" if 1 <= int(word) <= 31 else "TWO"
    return "YEAR" if len(word) == 4 and 1000 <= int(word) < 2200 else "NUMBER"


def _is_glued(text: str, start: int, classes: list[str]) -> bool:
    """Whether a number belongs to a name: S-400, Mobilefest-2010; but mid-1960, Sept–31 do not."""
    return (
        start > 1
        and text[start - 1] in "-–"
        and text[start - 2].isalpha()
        and classes[-2] not in _MAY_BE_GLUED
    )


_BARE = frozenset(letters("DAY TWO YEAR"))
_MAY_BE_GLUED = frozenset(letters("MONTH ABBR MAYBE PART SEASON"))
