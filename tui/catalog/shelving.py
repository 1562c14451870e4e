"""What is kept of the texts of a room: which are unread, new, starred, on the reading list."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from tui.catalog.room import Room
from tui.index import name_of
from tui.shelf import Kept, Seen, digest

MARKS: Mapping[str, Callable[[Kept], bool]] = {
    "read": lambda kept: kept.is_read,
    "starred": lambda kept: kept.is_starred,
    "listed": lambda kept: kept.is_listed,
}
"""What a text can be, but for unread and new."""
_HASH = re.compile(rb'"([0-9a-f]{64})"')


class Marked(Mapping[str, Collection[str]]):
    """The ids of the texts that are marked, by the name of the mark; found when they are asked."""

    NAMES = ("unread", "read", "new", "starred", "listed")

    def __init__(self, room: Room) -> None:
        self._room = room

    def __getitem__(self, mark: str) -> Collection[str]:
        if mark not in self.NAMES:
            raise KeyError(mark)
        hashes = self._hashes
        if fault := self._room.shelf.fault:
            self._room.tell(fault)
        kept = {one.sha256: one for one in self._room.shelf.all()}
        if mark in MARKS:
            return {id for id, of in hashes.items() if of in kept and MARKS[mark](kept[of])}
        read = {of for of, one in kept.items() if one.is_read}
        unread = {id: of for id, of in hashes.items() if of not in read}
        if mark == "unread":
            return unread.keys()
        before = seen(self._room).before()
        known = frozenset(before) if before is not None else None  # it is asked for every text
        return {id for id, of in unread.items() if known is not None and digest(of) not in known}

    @property
    def _hashes(self) -> dict[str, str]:
        return {self._room.view.id(n): of for n, of in hashes(self._room)}

    def __contains__(self, mark: object) -> bool:
        return mark in self.NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(self.NAMES)

    def __len__(self) -> int:
        return len(self.NAMES)


def seen(room: Room) -> Seen:
    """Which texts of the room were there before."""
    return Seen(room.places.state / name_of(room.corpus.folder, room.registry_path))


def hashes(room: Room) -> Iterator[tuple[int, str]]:
    """The hash of every text in the index, by its number."""
    for number in room.view.everything():
        yield number, hash_of(room, number)


def hash_of(room: Room, number: int) -> str:
    """The hash of one text in the index."""
    record = room.view.record_bytes(number)
    match = _HASH.search(record, record.index(b"\n"))
    return match[1].decode() if match else room.view.record(number).sha256


def standings(room: Room, docs: Collection[str]) -> dict[str, str]:
    """In a few words how each of some texts stands: "* read", "+ new"; nothing of one unread."""
    before = seen(room).before()
    found: dict[str, str] = {}
    for doc in docs:
        number = room.view.number(doc)
        if number is None:
            continue
        hash = hash_of(room, number)
        kept = room.shelf.of(doc, hash)
        is_new = before is not None and not kept.is_read and digest(hash) not in before
        words = (
            "*" * kept.is_starred,
            "+" * kept.is_listed,
            "read" * kept.is_read,
            "new" * is_new,
        )
        found[doc] = " ".join(filter(None, words))
    return found
