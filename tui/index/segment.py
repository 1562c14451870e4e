"""A segment of the index, opened for reading: only what is asked for is copied into memory."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from whoosh.filedb.filetables import OrderedHashReader

from tui.index.codec import INFO
from tui.index.postings import Postings, decode
from tui.index.schema import COLUMNS
from tui.index.storage import Storage

_LENGTHS = struct.Struct("!ii")
"""What stands before a term in Whoosh's file of terms: the lengths of its key and of its record."""
_KEPT = 4096
"""Posting lists kept once read; they are views on the file."""
_REMEMBERED = 50_000
"""Terms of the last walk that are found again without looking them up."""


class Listed(NamedTuple):
    """A term of a segment: the number of its texts, the first and the last, where its list is."""

    docs: int
    first: int
    last: int
    place: int
    size: int


class Segment:
    """One of Whoosh's segments; its documents are numbered from 0, deleted ones included."""

    def __init__(self, storage: Storage, segment: Any) -> None:
        self.count: int = segment.doc_count_all()
        self.deleted = frozenset(segment.deleted_docs())
        files = segment.open_compound_file(storage)
        terms = files.open_file(segment.make_filename(".trm"))
        self._terms = OrderedHashReader(terms, len(terms.view))
        self._fields: dict[str, int] = self._terms.extras["fieldmap"]
        self._view = terms.view
        self.lists = files.open_file(segment.make_filename(".pst")).view
        self._files = {
            name: files.open_file(segment.make_filename(f".{name}.col")) for name in COLUMNS
        }
        self._columns: dict[str, Any] = {}
        self._kept: dict[bytes, Postings | None] = {}
        self._walked: tuple[bytes, dict[bytes, Listed]] | None = None

    @cached_property
    def live(self) -> list[int]:
        """The documents that are not deleted."""
        return [doc for doc in range(self.count) if doc not in self.deleted]

    def postings(self, field: str, term: bytes) -> Postings | None:
        """The list of a term, deleted documents included; None if no text has it."""
        key, kept = self._key(field, term), self._kept
        if key in kept:
            return kept[key]
        found = self._read(key)
        if len(kept) >= _KEPT:
            kept = self._kept = {}  # another thread may still read the old ones
        kept[key] = found
        return found

    def walk(self, field: str, prefix: bytes = b"") -> Iterator[tuple[bytes, Listed]]:
        """The terms of a field that begin with `prefix`, in the order of their bytes."""
        start = self._key(field, prefix)
        position = self._terms.closest_key_pos(start)
        view, end = self._view, self._terms.endofdata
        found: dict[bytes, Listed] = {}
        while position is not None and position < end:
            size, length = _LENGTHS.unpack_from(view, position)
            data = position + _LENGTHS.size + size
            key = view[position + _LENGTHS.size : data].tobytes()
            if not key.startswith(start):
                break
            listed = _listed(view, data)
            if len(found) < _REMEMBERED:
                found[key] = listed
            yield key[2:], listed
            position = data + length
        if len(found) < _REMEMBERED:
            self._walked = (start, found)

    def deleted_in(self, listed: Listed) -> int:
        """How many deleted documents the list of a term still names."""
        if not self.deleted:
            return 0
        if listed.docs <= 2:
            return len(self.deleted & {listed.first, listed.last})
        return sum(1 for _ in self.list_at(listed).rows_of(self.deleted))

    def list_at(self, listed: Listed) -> Postings:
        """The list of a term that `walk` gave."""
        return decode(self.lists[listed.place : listed.place + listed.size])

    def column(self, name: str) -> Any:
        """A column as Whoosh reads it, by document."""
        if name not in self._columns:
            file = self._files[name]
            self._columns[name] = COLUMNS[name].reader(file, 0, len(file.view), self.count)
        return self._columns[name]

    def numbers(self, name: str) -> list[int]:
        """A column of numbers, whole."""
        numbers: list[int] = self._files[name].get_array(0, "i", self.count).tolist()
        return numbers

    def _key(self, field: str, term: bytes) -> bytes:
        return self._fields[field].to_bytes(2, "big") + term

    def _read(self, key: bytes) -> Postings | None:
        if self._walked and key.startswith(self._walked[0]):
            listed = self._walked[1].get(key)
        else:
            data = self._terms.get(key)
            listed = _listed(memoryview(data), 0) if data else None
        return self.list_at(listed) if listed else None


def _listed(data: memoryview, at: int) -> Listed:
    _, _, docs, _, _, _, first, last, place, size = INFO.unpack_from(data, at)
    return Listed(docs, first, last, place, size)
