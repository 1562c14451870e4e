"""What was typed, cut into the terms that mean it: `Su–35*` is one, `military-technical` two."""

from __future__ import annotations

from typing import NamedTuple

from tui.words import split, strict

WILD = str.maketrans({"*": "\U00010330", "?": "\U00010331"})
"""Gothic letters in place of signs: they are parts of a word, and uncased."""
WILD_BACK = {ord(letter): chr(sign) for sign, letter in WILD.items()}


class Piece(NamedTuple):
    """A term and the `width` positions it covers from `offset` on; `start`, `end` in the text.

    A term may hold `*` and `?`. `is_whole`: it is a form, more than the folded word itself.
    """

    term: str
    offset: int
    width: int
    start: int
    end: int
    is_whole: bool

    @property
    def is_wild(self) -> bool:
        """Whether the term stands for any that fit it."""
        return "*" in self.term or "?" in self.term


def pieces(text: str, signs: str = "") -> list[Piece]:
    """The terms of `text`, a whole in place of its parts; `signs` stand for letters."""
    found = split(text.translate({ord(sign): WILD[ord(sign)] for sign in signs}))
    out: list[Piece] = []
    after = 0
    for at, term in enumerate(strict(found)):
        if at < after:
            continue
        form = next((f for f in reversed(found.forms) if f.first == at and f.term == term), None)
        width = form.last - at + 1 if form else 1
        start, end = (form.start, form.end) if form else (found.starts[at], found.ends[at])
        out.append(Piece(term.translate(WILD_BACK), at, width, start, end, form is not None))
        after = at + width
    return out


def length(found: list[Piece]) -> int:
    """How many positions the pieces of a text take."""
    return found[-1].offset + found[-1].width if found else 0
