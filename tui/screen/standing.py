"""How the texts of a list stand with their reader: read, new, starred, on the reading list."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from tui.model import Passage
from tui.screen.answers import Answers

if TYPE_CHECKING:
    from tui.catalog.room import Room
    from tui.shelf import Kept


def noted(room: Room, answers: Answers) -> Answers:
    """The same answers with a note at each text."""
    from tui.catalog.shelving import standings

    items = answers.page.items
    found = standings(room, {i.target.doc for i in items if isinstance(i.target, Passage)})
    marked = tuple(
        item._replace(note=found.get(item.target.doc, ""))
        if isinstance(item.target, Passage)
        else item
        for item in items
    )
    return replace(answers, page=answers.page._replace(items=marked))


def begin(room: Room) -> int:
    """Begin to read: what was there the last time is not new. The number of texts there are now."""
    from tui.catalog.shelving import seen

    seen(room).begin()
    return len(room.view.everything())


def hashes(room: Room, first: int, last: int) -> list[str]:
    """The hashes of some of the texts: of a hundred thousand it takes a second."""
    from tui.catalog.shelving import hash_of

    return [hash_of(room, number) for number in islice(room.view.everything(), first, last)]


def take(room: Room, found: list[str]) -> None:
    """Take note of the texts that are there, for the next time."""
    from tui.catalog.shelving import seen

    seen(room).take(found)


def kept(room: Room, doc: str) -> Kept | None:
    """What is kept of a text of the list."""
    from tui.catalog.shelving import hash_of

    number = room.view.number(doc)
    return room.shelf.of(doc, hash_of(room, number)) if number is not None else None
