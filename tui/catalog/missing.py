"""The names that the texts hold and the registry does not, each with the sentences behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.catalog.registering import Place, place
from tui.catalog.room import Progress, Room
from tui.corpus import Unreadable
from tui.gaps import Gap, Text
from tui.gaps import gaps as ranked


@dataclass(frozen=True, slots=True)
class Missing:
    """A gap in the registry, and a few of its places."""

    gap: Gap
    places: tuple[Place, ...]


def gaps(
    room: Room,
    *,
    fewest: int = 2,
    most: int | None = None,
    progress: Progress = lambda done, total: None,
) -> list[Missing]:
    """The names written at least `fewest` times that are not registered, at most `most`."""
    found = ranked(_texts(room, progress), room.registry, fewest)[:most]
    return [
        Missing(gap, tuple(place(room.document(p.doc), p.span) for p in gap.passages))
        for gap in found
    ]


def _texts(room: Room, progress: Progress) -> Iterator[Text]:
    view = room.view
    ids = sorted(view.record(number).id for number in view.everything())
    for done, doc in enumerate(ids, 1):
        try:
            document = room.document(doc)
        except Unreadable:
            continue
        yield Text(doc, document.text, document.zones, room.mentions(doc))
        progress(done, len(ids))
