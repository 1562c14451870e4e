"""The passage that stands for a text in a list of answers: whole sentences, with their line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tui.model import Document, Span
from tui.prose import paragraphs, sentences

LONGEST = 300
"""Code points of a snippet at most; a longer sentence is cut between words."""
MOST_PARAGRAPHS = 200
"""Paragraphs that are looked at: those with the first lit words."""
_ALIKE = 5
"""Words that begin with so many equal letters are taken for forms of one."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage that stands for a hit: its first line, its text, and what of it is lit."""

    line: int
    text: str
    spans: tuple[Span, ...]


def best_snippet(document: Document, lit: Sequence[Span]) -> Snippet | None:
    """The sentence with the most different lit words, in the body before elsewhere.

    None if nothing is lit.
    """
    units = _lit_sentences(document.text, lit)
    if not units:
        return None
    unit = max(units, key=lambda unit: _worth(document, unit, units[unit]))
    span = _cut(document.text, unit, units[unit])
    line, _ = document.place(span.start)
    shown = [Span(s.start - span.start, s.end - span.start) for s in lit if _in(s, span)]
    return Snippet(line, document.text[slice(*span)], tuple(shown))


def _lit_sentences(text: str, lit: Sequence[Span]) -> dict[Span, list[Span]]:
    """The sentences in which lit spans begin, in text order, each with these spans."""
    found = paragraphs(text)
    starts = [paragraph.start for paragraph in found]
    begun = dict.fromkeys(max(0, bisect_right(starts, span.start) - 1) for span in lit)
    units = [s for i in list(begun)[:MOST_PARAGRAPHS] for s in sentences(text, found[i])]
    unit_starts = [unit.start for unit in units]
    held: dict[Span, list[Span]] = {}
    for span in lit:
        at = bisect_right(unit_starts, span.start) - 1
        if at >= 0 and span.start < units[at].end:
            held.setdefault(units[at], []).append(span)
    return held


def _worth(document: Document, unit: Span, lit: Sequence[Span]) -> tuple[bool, int, int, int]:
    different = {document.text[slice(*span)].casefold()[:_ALIKE] for span in lit}
    return _is_body(document, unit), len(different), len(lit), -unit.start


def _is_body(document: Document, span: Span) -> bool:
    starts = [zone.span.start for zone in document.zones]
    zone = document.zones[bisect_right(starts, span.start) - 1]
    return zone.kind in ("body", "title", "heading")


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _cut(text: str, span: Span, lit: Sequence[Span]) -> Span:
    """`span`, or where that is too long the part of it around the first lit words."""
    if span.end - span.start <= LONGEST or not lit:
        return span
    start = max(span.start, lit[0].start - LONGEST // 3)
    end = min(span.end, start + LONGEST)
    if start > span.start:
        start = text.find(" ", start, lit[0].start) + 1 or lit[0].start
    if end < span.end:
        end = max(text.rfind(" ", lit[0].end, end), lit[0].end)
    return Span(start, end)
