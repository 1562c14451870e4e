"""Tokens by their classes, a character for each, so that a grammar of them is a regular expression.

Whoever reads a kind of expression out of a text, such as dates, has classes and tokens of its own;
what is here is how they are kept and asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from tui.model import Span

DASHES = "-‐‑‒–—−"
MARKS = {
    **dict.fromkeys(DASHES, "DASH"),
    **dict.fromkeys("([", "OPEN"),
    **dict.fromkeys(")]", "CLOSE"),
    **dict.fromkeys("\r\n", "BREAK"),
    **{",": "COMMA", ".": "STOP", "/": "SLASH"},
}
"""The classes of the punctuation that any grammar asks for."""


class Alphabet:
    """The names of some classes of tokens, each with a character of its own."""

    def __init__(self, names: Iterable[str]) -> None:
        self._letters = {name: chr(0x100 + n) for n, name in enumerate(dict.fromkeys(names))}
        self._names = {letter: name for name, letter in self._letters.items()}

    def __getitem__(self, name: str) -> str:
        return self._letters[name]

    def name(self, letter: str) -> str:
        """The class that a character stands for."""
        return self._names[letter]

    def letters(self, names: str) -> list[str]:
        """The characters of some classes, named with spaces between."""
        return [self._letters[name] for name in names.split()]

    def pattern(self, source: str) -> re.Pattern[str]:
        """A regular expression over class strings: it names classes, and spaces mean nothing."""
        named = re.sub(r"[A-Z]{2,}", lambda m: self._letters[m.group()], source)
        return re.compile(re.sub(r"\s+", "", named))


class Classed:
    """The tokens of a text: where each starts, its word, and `classes`, one character for each."""

    alphabet: ClassVar[Alphabet]

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.words: list[str] = []
        self.classes = ""

    def __getitem__(self, index: int) -> str:
        """The word of a token; "" before the first and after the last."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def kind(self, index: int) -> str:
        """The class of a token by name; "" before the first and after the last."""
        return self.alphabet.name(self.classes[index]) if 0 <= index < len(self.classes) else ""

    def has(self, kind: str, first: int, last: int) -> bool:
        """Whether one of the tokens `first` to `last` is of this class."""
        return self.alphabet[kind] in self.classes[max(0, first) : last + 1]

    def end(self, index: int) -> int:
        """Where a token ends."""
        return self.starts[index] + len(self.words[index])

    def touches(self, index: int) -> bool:
        """Whether no space stands before a token."""
        return self.end(index - 1) == self.starts[index]

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens `first` to `last`."""
        return Span(self.starts[first], self.end(last))
