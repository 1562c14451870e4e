"""Questions about time: the dates that texts give, in order, and those that differ by text.

An answer is light: which dates there are, in their order. The sentence behind one is made when it
is shown, for it must be read from its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.catalog.about import About, inside
from tui.catalog.documents import label
from tui.catalog.readings import DATES, giving, read_all
from tui.catalog.room import Progress, Room
from tui.dates import Dated
from tui.model import Document, Facts, Span
from tui.prose import sentence_at


@dataclass(frozen=True, slots=True)
class Given:
    """A date that a text gives."""

    doc: str
    dated: Dated


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a date or a figure: its line, its sentence, who is named there.

    `entities` are ids, the nearest first.
    """

    doc: str
    label: str
    facts: Facts
    line: int
    written: str
    sentence: Span
    text: str
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with the texts that give it, and how often each does.

    `others` are texts that give dates too, but none that this one has a day in common with.
    """

    dated: Dated
    givers: tuple[tuple[Given, int], ...]
    others: tuple[str, ...]


def timeline(room: Room, of: About, progress: Progress = lambda done, total: None) -> list[Given]:
    """The dates given in what a list is about, the earliest first; those of no year at the end."""
    found = [
        Given(doc, dated)
        for doc, here in read_all(room, DATES, of.docs, progress)
        for dated in inside(room, of, doc, here)
    ]
    return in_order(found)


def in_order(given: Iterable[Given]) -> list[Given]:
    """Dates, the earliest first; those of no year at the end."""
    return sorted(given, key=_order)


def _order(given: Given) -> tuple[object, ...]:
    """By the first day, what is long before what is short in it, then by place."""
    dated = given.dated
    last = int((dated.last or "0").replace("-", ""))
    return (
        dated.first is None,
        dated.first or dated.value or "~",
        -last,
        given.doc,
        dated.span,
    )


def details(room: Room, given: Iterable[Given]) -> Iterator[tuple[Given, Behind]]:
    """Dates with what stands behind them, each made when it is asked for.

    Of a text that changed since it was indexed, only what it still gives.
    """
    for one in given:
        for document in giving(room, DATES, one.doc, one.dated):
            yield one, behind(room, document, one.dated.span)


def behind(room: Room, document: Document, span: Span) -> Behind:
    """What stands behind a span of a text."""
    sentence = sentence_at(document.text, span.start)
    if sentence.end < span.end:
        sentence = Span(min(sentence.start, span.start), span.end)
    named = sorted(
        (max(m.span.start - span.end, span.start - m.span.end), m.entity)
        for m in room.mentions(document.id)
        if m.entity and sentence.start <= m.span.start < sentence.end
    )
    return Behind(
        document.id,
        label(document.id, document.facts),
        document.facts,
        document.place(span.start)[0],
        " ".join(document.text[slice(*span)].split()),
        sentence,
        " ".join(document.text[slice(*sentence)].split()),
        tuple(dict.fromkeys(entity for _, entity in named)),
    )


def by_text(given: Sequence[Given]) -> list[Moment]:
    """The same dates side by side: each once, with the texts that give it and those that differ.

    Two dates agree if they have a day in common: 2014 agrees with 2014-08-31.
    """
    dated = [one for one in given if one.dated.first is not None]
    docs = dict.fromkeys(one.doc for one in dated)
    same: dict[str, list[Given]] = {}
    for one in dated:
        same.setdefault(one.dated.value, []).append(one)
    return [_moment(group, dated, docs) for group in same.values()]


def _moment(group: Sequence[Given], all: Sequence[Given], docs: Iterable[str]) -> Moment:
    first = group[0].dated
    agreeing = {one.doc for one in all if _overlap(one.dated, first)}
    by_doc: dict[str, list[Given]] = {}
    for one in group:
        by_doc.setdefault(one.doc, []).append(one)
    return Moment(
        first,
        tuple((own[0], len(own)) for own in by_doc.values()),
        tuple(doc for doc in docs if doc not in agreeing),
    )


def _overlap(a: Dated, b: Dated) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.first <= b.last and b.first <= a.last


def years(given: Iterable[Given]) -> dict[int, int]:
    """How many dates lie in each year, from the first to the last; a range counts where it opens.

    Decades are left out: they are no year.
    """
    counts: dict[int, int] = {}
    for one in given:
        if one.dated.first is not None and one.dated.precision != "decade":
            year = int(one.dated.first[:4])
            counts[year] = counts.get(year, 0) + 1
    if not counts:
        return {}
    return {year: counts.get(year, 0) for year in range(min(counts), max(counts) + 1)}
