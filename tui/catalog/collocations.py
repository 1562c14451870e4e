"""Questions about collocates: which words and entities stand near what answers a query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tui.catalog.concordances import asked, by_path, lit
from tui.catalog.room import Room
from tui.collocates import Collocate, Measure, Windows, collocate, strongest
from tui.query.capitals import both

LEAST = 3
"""What stands near the nodes more seldom than so often is left out."""


@dataclass(frozen=True, slots=True)
class Collocations:
    """The collocates of what answers a query, which stands `nodes` times in `texts` texts."""

    collocates: tuple[Collocate, ...]
    nodes: int
    texts: int
    words: int
    """In all windows."""


def collocates(
    room: Room,
    query: str,
    sides: tuple[int, int] = (5, 5),
    *,
    entities: bool = False,
    by: Measure = "ll",
    least: int = LEAST,
) -> Collocations:
    """The words, or the entities, near what answers a query, the strongest first."""
    windows = Windows(*sides)
    answer = asked(room, query)
    for document, spans in lit(room, answer, by_path(room, answer)):
        windows.add(document.text, spans, room.mentions(document.id) if entities else ())
    total = sum(room.view.lengths()) - windows.node_words
    found = (
        _entities(room, windows, total, least) if entities else _words(room, windows, total, least)
    )
    return Collocations(tuple(strongest(found, by)), windows.nodes, windows.texts, windows.size)


def _words(room: Room, windows: Windows, total: int, least: int) -> Iterator[Collocate]:
    everything = room.view.everything()
    for term, sides in _counts(windows.before, windows.behind, least):
        times = sum(room.view.frequencies("words", both(term), everything).values())
        yield collocate(term, windows, sides, times - windows.own[term], total)


def _entities(room: Room, windows: Windows, total: int, least: int) -> Iterator[Collocate]:
    for id, sides in _counts(windows.named_before, windows.named_behind, least):
        yield collocate(id, windows, sides, room.view.counts(id)[0], total)


def _counts(
    before: Counter[str], behind: Counter[str], least: int
) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in sorted(before.keys() | behind.keys()):
        if before[name] + behind[name] >= least:
            yield name, (before[name], behind[name])
