"""A concordance: every occurrence of a node in its context, sorted by the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from tui.model import Line, Passage, Span, UsageError
from tui.prose import paragraphs
from tui.words import fold, split

T = TypeVar("T")

REACH = 160
"""Code points of context on either side, as far as the paragraph goes; sorting sees all of it."""
FARTHEST = 5
_PLACE = re.compile(rf"([1-{FARTHEST}])([LR])")


def concordance(doc: str, text: str, spans: Iterable[Span]) -> Iterator[Line]:
    """A line for each span of a text, in text order; white space in it is single spaces."""
    found = paragraphs(text)
    for span in spans:
        first, last = (
            found[bisect_right(found, at, key=lambda p: p.start) - 1]
            for at in (span.start, span.end - 1)
        )
        left = text[max(first.start, span.start - REACH) : span.start]
        right = text[span.end : min(last.end, span.end + REACH)]
        yield Line(Passage(doc, span), _even(left), _even(text[slice(*span)]), _even(right))


def sort_keys(spelled: str) -> tuple[str, ...]:
    """The keys in `1R,2R,text`: words to the left or right, form, text, date; else UsageError."""
    keys = tuple(key.strip() for key in spelled.split(",") if key.strip())
    for key in keys:
        if key not in ("form", "text", "date") and not _PLACE.fullmatch(key.upper()):
            raise UsageError(
                f"no sort key {key!r}",
                f"there are 1L to {FARTHEST}L, 1R to {FARTHEST}R, form, text, date",
            )
    return keys


def in_order(
    lines: Iterable[Line], keys: Sequence[str], dates: Mapping[str, str | None]
) -> list[Line]:
    """The lines by the keys, then in text order; `dates` are those of the texts."""

    def key_of(line: Line) -> tuple[object, ...]:
        place = (line.passage.doc, line.passage.span)
        return (*(_key(line, key, dates) for key in keys), *place)

    return sorted(lines, key=key_of)


def sample(lines: Sequence[T], number: int) -> list[T]:
    """At most `number` of them, evenly spread and the same on every run."""
    if number >= len(lines):
        return list(lines)
    return [lines[i * len(lines) // number] for i in range(number)]


def cut(line: Line, width: int) -> Line:
    """The line with at most `width` code points of context on either side."""
    return line._replace(left=line.left[-width:] if width else "", right=line.right[:width])


def _key(line: Line, key: str, dates: Mapping[str, str | None]) -> str:
    if key == "form":
        return fold(line.node)
    if key == "text":
        return line.passage.doc
    if key == "date":
        return dates.get(line.passage.doc) or ""
    place = _PLACE.fullmatch(key.upper())
    assert place is not None, key
    terms = reversed(split(line.left).terms) if place[2] == "L" else iter(split(line.right).terms)
    return next(islice(terms, int(place[1]) - 1, None), "")


def _even(text: str) -> str:
    """`text` on one line, its white space single spaces; the ends keep theirs."""
    return re.sub(r"\s+", " ", text)
