"""Questions about figures: the amounts that texts give, with what they count and who is near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from tui.catalog.about import About, inside
from tui.catalog.readings import FIGURES, giving, read_all
from tui.catalog.room import Progress, Room
from tui.catalog.timeline import Behind, behind
from tui.figures import Figure

Order = Literal["text", "amount"]
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure that a text gives."""

    doc: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with what stands behind it, and the noun that it counts."""

    entry: Entry
    counted: str | None
    behind: Behind


def ledger(
    room: Room,
    of: About,
    kind: str | None = None,
    unit: str | None = None,
    *,
    order: Order = "text",
    progress: Progress = lambda done, total: None,
) -> list[Entry]:
    """The figures in what a list is about, of a kind and in a unit if these are given.

    By amount the figures of each unit stand together, the largest first.
    """
    found = [
        Entry(doc, figure)
        for doc, here in read_all(room, FIGURES, of.docs, progress)
        for figure in inside(room, of, doc, _wanted(here, kind, unit))
    ]
    return by_amount(found) if order == "amount" else found


def by_amount(entries: Iterable[Entry]) -> list[Entry]:
    """Figures by kind and unit, the largest of each first."""
    return sorted(entries, key=_amount)


def _wanted(here: Sequence[Figure], kind: str | None, unit: str | None) -> list[Figure]:
    return [
        figure
        for figure in here
        if (kind is None or figure.kind == kind) and (unit is None or figure.unit == unit)
    ]


def _amount(entry: Entry) -> tuple[object, ...]:
    figure = entry.figure
    amount = figure.high if figure.high is not None else figure.low
    return (
        figure.kind,
        figure.unit or "",
        amount is None,
        -(amount or Decimal(0)),
        entry.doc,
        figure.span,
    )


def details(room: Room, entries: Iterable[Entry]) -> Iterator[Told]:
    """Figures with what stands behind them, each made when it is asked for.

    Of a text that changed since it was indexed, only what it still gives.
    """
    for entry in entries:
        for document in giving(room, FIGURES, entry.doc, entry.figure):
            noun = entry.figure.counted
            counted = " ".join(document.text[slice(*noun)].split()) if noun else None
            yield Told(entry, counted, behind(room, document, entry.figure.span))
