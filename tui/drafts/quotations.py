"""The quotations of a draft: what stands in quotation marks of any make, or set off by >."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.model import Span
from tui.prose import paragraphs

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", '"': '"', "‘": "’", "'": "'"}
_SINGLE = "‘'"
_OPENING = re.compile(r"""[“«„‹]|"(?=[\w\[(…'‘“«])|(?<![\w\d])[‘'](?=[\w\[(…])""")
_ELISION = re.compile(r"\s*(?:[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.\s?\.?)\s*")
_TRIMMED = " \t\r\n.,;:–—-\u00a0"
"""What a writer may set at the ends of a quotation without altering it."""
_BLOCK = re.compile(r"^[^\S\n]*>[^\S\n]*(\S.*\S)[^\S\n]*$", re.MULTILINE)
"""A block quotation of Markdown."""
_QUOTED_LINE = re.compile(r"\n[^\S\n]*>[^\S\n]?")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks; `span` is without the marks, `pieces` what stands between elisions.

    The pieces are on one line each.
    """

    span: Span
    pieces: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words on one line."""
        return " … ".join(self.pieces)


def quotations(prose: str) -> list[Quotation]:
    """The outermost quotations of a text, in reading order; one without an end is none.

    A block set off by > is one if it is of some length and holds no marks.
    """
    found = [one for block in _blocks(prose) for one in _quoted(prose, block)]
    for line in _BLOCK.finditer(prose):
        span = Span(*line.span(1))
        pieces = _pieces(line[1])
        if sum(p.count(" ") for p in pieces) > 2 and not any(_overlap(span, q.span) for q in found):
            found.append(Quotation(span, pieces))
    return sorted(found, key=lambda one: one.span)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _blocks(prose: str) -> Iterator[Span]:
    """Blocks between blank lines; a quotation may run over the lines of one."""
    start = None
    for line in paragraphs(prose):
        if start is None:
            start, end = line
        elif prose.count("\n", end, line.start) > 1:
            yield Span(start, end)
            start = line.start
        end = line.end
    if start is not None:
        yield Span(start, end)


def _quoted(prose: str, block: Span) -> Iterator[Quotation]:
    at = block.start
    while opening := _OPENING.search(prose, at, block.end):
        end = _end(prose, opening.end(), block.end, opening[0])
        at = opening.end()
        if end is None:
            continue
        span = Span(opening.end(), end)
        if pieces := _pieces(prose[slice(*span)]):
            yield Quotation(span, pieces)
        at = end + 1


def _end(prose: str, start: int, end: int, opening: str) -> int | None:
    """Where the mark that closes a quotation stands, None if nothing does."""
    depth = 0
    for at in range(start, end):
        char = prose[at]
        if char in _PAIRS[opening]:
            if opening in _SINGLE and prose[at + 1 : at + 2].isalnum():
                continue  # an apostrophe
            if depth == 0:
                return at
            depth -= 1
        elif char == opening:
            depth += 1
    return None


def _pieces(quoted: str) -> tuple[str, ...]:
    level = " ".join(_QUOTED_LINE.sub("\n", quoted).split())
    found = (piece.strip(_TRIMMED) for piece in _ELISION.split(level))
    return tuple(piece for piece in found if any(map(str.isalnum, piece)))
