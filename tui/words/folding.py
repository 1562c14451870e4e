"""Spellings that mean the same word made equal: case, accents, dashes, apostrophes."""

from __future__ import annotations

import re
import unicodedata

from tui.runs import APOSTROPHES, DASHES

_ALIKE = str.maketrans("łŁøØđĐı", "lLoOdDi", "\u00ad\u200b\u200c\u200d") | str.maketrans(
    dict.fromkeys(DASHES, "-") | dict.fromkeys(APOSTROPHES, "'")
)
# Accents on Latin and Greek letters, the dots of ё, the stress on Cyrillic vowels; й stays й.
_ACCENT = re.compile(
    r"(?<=[\x00-\u03ff\u1e00-\u1fff])[\u0300-\u036f]+"
    r"|(?<=[Ее])\u0308|(?<=[АЕЄИІОУЫЭЮЯаеєиіоуыэюя])[\u0300\u0301]"
)
_RUSSIAN = re.compile("[А-Яа-я]+")


def fold(word: str) -> str:
    """The form in which words are compared: `plain`, and its case levelled too."""
    return plain(word).casefold()


def plain(word: str) -> str:
    """`word` with its case kept, and all else levelled that does not tell words apart."""
    if word.isascii():
        return word.replace("`", "'")
    if _RUSSIAN.fullmatch(word):
        return word
    loose = unicodedata.normalize("NFKD", word).translate(_ALIKE)
    return unicodedata.normalize("NFC", _ACCENT.sub("", loose))
