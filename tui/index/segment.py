"""A segment of the index, opened for reading: only what is asked for is copied into memory."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from whoosh.filedb.filetables import OrderedHashReader

from tui.index.codec import INFO
from tui.index.postings import Postings, decode, docs_at
from tui.index.schema import COLUMNS
from tui.index.storage import Storage

_LENGTHS = struct.Struct("!ii")
"""What stands before a term in Whoosh's file of terms: the lengths of its key and of its record."""
_DOCS = struct.Struct("!5xI")
"""The number of texts in the record of a term."""
_KEPT = 4096
"""Posting lists kept once read; they are views on the file."""
WALKS, REMEMBERED = 8, 5_000
"""So many counts of so many terms are remembered: where each term is need not be looked up."""


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
        self._counted: tuple[tuple[bytes, dict[bytes, int]], ...] = ()

    @cached_property
    def live(self) -> list[int]:
        """The documents that are not deleted."""
        return [doc for doc in range(self.count) if doc not in self.deleted]

    def postings(self, field: str, term: bytes) -> Postings | None:
        """The list of a term, deleted documents included; None if no text has it."""
        key, kept = self._key(field, term), self._kept
        if key in kept:
            return kept[key]
        listed = self._find(key)
        found = self.list_at(listed) if listed else None
        if len(kept) >= _KEPT:
            kept = self._kept = {}  # another thread may still read the old ones
        kept[key] = found
        return found

    def documents(self, field: str, terms: Iterable[bytes]) -> set[int]:
        """The living documents with any of the terms; of the lists no more is read than these."""
        found: set[int] = set()
        for term in terms:
            listed = self._find(self._key(field, term))
            if listed is None:
                continue
            if listed.docs <= 2:
                found.add(listed.first)
                found.add(listed.last)
            else:
                found.update(docs_at(self.lists, listed.place))
        return found - self.deleted if self.deleted else found

    def walk(self, field: str, prefix: bytes = b"") -> Iterator[tuple[bytes, Listed]]:
        """The terms of a field that begin with `prefix`, in the order of their bytes."""
        view = self._view
        return ((key[2:], _listed(view, at)) for key, at in self._records(self._key(field, prefix)))

    def counts(self, field: str, prefix: bytes) -> Iterator[tuple[bytes, int]]:
        """These terms, each with the number of its living texts."""
        start, view = self._key(field, prefix), self._view
        places: Iterable[tuple[bytes, int]] = self._records(start)
        if prefix:
            known = dict(places)
            places = known.items()
            if len(known) < REMEMBERED:
                self._counted = (start, known), *self._counted[: WALKS - 1]
        if not self.deleted:
            return ((key[2:], _DOCS.unpack_from(view, at)[0]) for key, at in places)
        found = ((key[2:], _listed(view, at)) for key, at in places)
        return ((term, listed.docs - self.deleted_in(listed)) for term, listed in found)

    def shares(self, field: str, docs: frozenset[int]) -> Iterator[tuple[bytes, int]]:
        """How many of `docs` each term of a field stands in, if in any."""
        for term, listed in self.walk(field):
            if listed.docs > 2:
                count = len(docs.intersection(docs_at(self.lists, listed.place)))
            else:
                count = len(docs & {listed.first, listed.last})
            if count:
                yield term, count

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

    def _find(self, key: bytes) -> Listed | None:
        for start, places in self._counted:
            if key.startswith(start):
                at = places.get(key)
                break
        else:
            at = next((place for place, _ in self._terms.ranges_for_key(key)), None)
        return _listed(self._view, at) if at is not None else None

    def _records(self, start: bytes) -> Iterator[tuple[bytes, int]]:
        """The keys that begin with `start`, in order, each with the place of its record."""
        view, end, unpack = self._view, self._terms.endofdata, _LENGTHS.unpack_from
        position = self._terms.closest_key_pos(start)
        while position is not None and position < end:
            size, length = unpack(view, position)
            at = position + _LENGTHS.size + size
            key = view[position + _LENGTHS.size : at].tobytes()
            if not key.startswith(start):
                return
            yield key, at
            position = at + length


def _listed(data: memoryview, at: int) -> Listed:
    _, _, docs, _, _, _, first, last, place, size = INFO.unpack_from(data, at)
    return Listed(docs, first, last, place, size)
