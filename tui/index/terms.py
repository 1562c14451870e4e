"""The file of a segment's terms, laid down as Whoosh's own writer lays it, in a third of the time.

head       the kind of file, and of its hashes: CRC-32
records    for each term, in order: the sizes of its key and its value, and the two themselves
tables     256, chosen by the low byte of a hash: pairs of a hash and the place of its record
directory  for each table its place, and for how many pairs it has room
extras     a pickle, and the place of every record, in order; the size of both
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterable
from itertools import islice
from pickle import dumps
from typing import Any
from zlib import crc32

_HEAD = b"HSH3" + struct.pack("!Bii", 1, 0, 0)
_SIZES = struct.Struct("!ii")
_PAIR = struct.Struct("!Iq")
_TABLE = struct.Struct("!qi")
_AT_ONCE = 8_192
"""Terms that are written at a time."""


class TermsWriter:
    """Writes terms in the order of their keys."""

    def __init__(self, file: Any) -> None:
        self.fields: dict[str, int] = {}
        """The number of each field, with which its keys begin."""
        self._file = file
        self._end = 0
        self._places = array("q")
        self._tables: list[list[tuple[int, int]]] = [[] for _ in range(256)]
        self._write(_HEAD)

    def add(self, terms: Iterable[tuple[bytes, bytes]]) -> None:
        """More terms, each with its value; all keys are after those that are there."""
        rest = iter(terms)
        while some := list(islice(rest, _AT_ONCE)):
            records, at = [], self._end
            for key, value in some:
                records.append(_SIZES.pack(len(key), len(value)) + key + value)
                hashed = crc32(key)
                self._tables[hashed & 0xFF].append((hashed, at))
                self._places.append(at)
                at += len(records[-1])
            self._write(b"".join(records))

    def close(self) -> None:
        """Write what the terms are found by."""
        directory = []
        for pairs in self._tables:
            directory.append(_TABLE.pack(self._end, 2 * len(pairs)))
            self._write(_laid_out(pairs))
        code = "I" if self._end < 1 << 32 else "q"
        places = array(code, self._places)
        if sys.byteorder == "little":
            places.byteswap()
        about = {"fieldmap": self.fields, "indextype": code, "indexlen": len(places)}
        extras = dumps(about, protocol=2) + places.tobytes()
        self._write(b"".join([*directory, extras, struct.pack("!i", len(extras))]))
        self._file.close()

    def _write(self, data: bytes | bytearray) -> None:
        self._file.write(data)
        self._end += len(data)


def _laid_out(pairs: list[tuple[int, int]]) -> bytearray:
    """A table half of which stays empty; a pair whose room is taken goes into the next free one."""
    rooms = 2 * len(pairs)
    table, taken = bytearray(rooms * _PAIR.size), bytearray(rooms)
    for hashed, place in pairs:
        room = (hashed >> 8) % rooms
        while taken[room]:
            room = (room + 1) % rooms
        taken[room] = 1
        _PAIR.pack_into(table, room * _PAIR.size, hashed, place)
    return table
