"""The dates and figures that texts give, kept beside the index once they have been read.

To read them out of 10,000 texts takes some seconds, too long for each call and too long to be done
whenever a text is indexed, wanted or not. So few texts are read anew, and of many what was read is
kept, by the hash of the text. What is kept can be deleted at any time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Generic, TypeVar

from tui.catalog.room import Progress, Room
from tui.dates import Dated, dates
from tui.figures import Figure, figures
from tui.model import Document, Span, Unusable
from tui.places import write_atomically

T = TypeVar("T")
Rows = list[list[Any]]

FORM = 1
"""To be raised when what is read out of a text, or how it is kept, becomes another."""
FEW = 200
"""So many texts are read anew each time."""


@dataclass(frozen=True)
class Reader(Generic[T]):
    """A kind of thing that texts give: how it is read, and how it is kept."""

    name: str
    read: Callable[[str, str | None], Sequence[T]]
    pack: Callable[[T], list[Any]]
    unpack: Callable[[list[Any]], T]


def _pack_date(d: Dated) -> list[Any]:
    return [*d.span, d.first, d.last, d.value, d.precision, d.inferred]


def _unpack_date(row: list[Any]) -> Dated:
    start, end, first, last, value, precision, inferred = row
    return Dated(Span(start, end), first, last, value, precision, inferred)


def _pack_figure(f: Figure) -> list[Any]:
    low, high = (None if value is None else str(value) for value in (f.low, f.high))
    return [*f.span, f.kind, low, high, f.unit, f.qualifier, *(f.counted or (None, None))]


def _unpack_figure(row: list[Any]) -> Figure:
    start, end, kind, low, high, unit, qualifier, first, last = row
    return Figure(
        Span(start, end),
        kind,
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        unit,
        qualifier,
        None if first is None else Span(first, last),
    )


DATES: Reader[Dated] = Reader("dates", dates, _pack_date, _unpack_date)
FIGURES: Reader[Figure] = Reader(
    "figures", lambda text, published: figures(text), _pack_figure, _unpack_figure
)


def read_in(reader: Reader[T], document: Document) -> Sequence[T]:
    """What one text gives."""
    return reader.read(document.text, document.facts.date)


def giving(room: Room, reader: Reader[T], doc: str, one: T) -> Iterator[Document]:
    """The text that gives `one`; none if it changed since it was indexed and no longer does."""
    for _, document in room.readable([doc]):
        if room.indexed(doc) is not None or one in read_in(reader, document):
            yield document


def read_all(
    room: Room,
    reader: Reader[T],
    docs: Sequence[str],
    progress: Progress = lambda done, total: None,
) -> Iterator[tuple[str, Sequence[T]]]:
    """What each of many texts gives; those that did not change since are not opened."""
    if len(docs) <= FEW:
        for doc, document in room.readable(docs):
            yield doc, read_in(reader, document)
        return
    kept, made = _kept(room, reader.name), dict[str, Rows]()
    for done, doc in enumerate(docs):
        with suppress(TypeError, ValueError, InvalidOperation):  # another program wrote there
            if (rows := kept.rows(room, doc)) is not None:
                yield doc, [reader.unpack(row) for row in rows]
                continue
        for _, document in room.readable([doc]):
            found = read_in(reader, document)
            made[doc] = list(map(reader.pack, found))
            yield doc, found
        progress(done, len(docs))
    if made:
        kept.keep(room, made)


@dataclass
class _Kept:
    """What was read out of texts: by their ids, each with what it depends on.

    While the index is the one that it was written beside, nothing of it needs to be looked at.
    """

    path: Path | None
    index: str
    texts: dict[str, tuple[str, Rows]]

    def rows(self, room: Room, doc: str) -> Rows | None:
        """What was read out of a text, None if it was not, or the text has changed."""
        key, rows = self.texts.get(doc, ("", None))
        if rows is None or (self.index != _index(room) and key != _key(room, doc)):
            return None
        return rows

    def keep(self, room: Room, made: dict[str, Rows]) -> None:
        """Write what is known of the texts that are there now."""
        texts: dict[str, tuple[str, Rows]] = {}
        for doc in map(room.view.id, room.view.everything()):
            rows = made.get(doc, self.rows(room, doc))
            if rows is not None:
                texts[doc] = _key(room, doc), rows
        value = {"index": _index(room), "texts": texts}
        with suppress(Unusable, OSError):  # it only saves time
            if self.path is not None:
                write_atomically(self.path, json.dumps(value, separators=(",", ":")).encode())


def _kept(room: Room, name: str) -> _Kept:
    path = room.home / f"{name}-{FORM}.json" if room.home else None
    with suppress(OSError, ValueError, KeyError, TypeError):
        if path is not None:
            kept = json.loads(path.read_bytes())
            return _Kept(path, str(kept["index"]), dict(kept["texts"]))
    return _Kept(path, "", {})


def _index(room: Room) -> str:
    """Which index the room has: the texts of one never change."""
    return f"{room.view.generation.folder.name}/{room.view.generation.number}"


def _key(room: Room, doc: str) -> str:
    """What the dates of a text depend on: its words, and the day it is dated."""
    number = room.view.number(doc)
    if number is None:
        return ""
    record = room.view.record(number)
    return f"{record.sha256} {record.facts.date or ''}"
