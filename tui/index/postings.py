"""A posting list as bytes: the texts that hold a term, its weight and its numbers in each.

Four columns of plain numbers, each as narrow as its largest value allows. So the texts are read
without the positions, the positions of one text without those of the others, straight from the
memory map: nothing is decompressed and nothing is unpickled, which Whoosh's own blocks need.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import NamedTuple

_HEAD = struct.Struct("=I4s")
"""The number of texts, and the type codes of the four columns."""
_SINGLE = struct.Struct("=I4sIII")
"""The same, and the three columns of a list with one text."""
_SEEK = 8
"""Of a list this many times as long as the texts wanted, each is sought by halves."""
_SIZES = {code: array(code).itemsize for code in "BHI"}


class Postings(NamedTuple):
    """The texts of a term, ascending; its weight in each, in tenths; its numbers, all in a row.

    `ends` says for each text where its numbers end.
    """

    docs: memoryview
    weights: memoryview
    ends: memoryview
    numbers: memoryview

    def row(self, doc: int) -> int | None:
        """The place of a text in the columns, None if the term is not in it."""
        row = bisect_left(self.docs, doc)
        return row if row < len(self.docs) and self.docs[row] == doc else None

    def numbers_of(self, row: int) -> list[int]:
        """The numbers of the term in the text at `row`."""
        return self.numbers[self.ends[row - 1] if row else 0 : self.ends[row]].tolist()

    def rows_of(self, wanted: AbstractSet[int]) -> Iterator[int]:
        """The places of those of the wanted texts that have the term."""
        if len(wanted) * _SEEK < len(self.docs):
            return (row for doc in wanted if (row := self.row(doc)) is not None)
        return (row for row, doc in enumerate(self.docs) if doc in wanted)

    def count(self, row: int | None = None) -> int:
        """How many numbers the term has in the text at `row`, or in all texts."""
        if row is None:
            return self.ends[-1]
        return self.ends[row] - (self.ends[row - 1] if row else 0)


def encode(
    docs: Sequence[int], weights: Sequence[int], values: Sequence[bytes], code: str
) -> bytes:
    """The list of a term as bytes; `values` are its numbers in each text, as arrays of `code`."""
    size = _SIZES[code]
    if len(docs) == 1:  # most terms stand in one text only
        end = len(values[0]) // size
        return _SINGLE.pack(1, b"III" + code.encode(), docs[0], weights[0], end) + values[0]
    ends = [end // size for end in accumulate(map(len, values))]
    columns = [_narrow(docs, docs[-1]), _narrow(weights, max(weights)), _narrow(ends, ends[-1])]
    codes = "".join(column.typecode for column in columns) + code
    head = _HEAD.pack(len(docs), codes.encode())
    return b"".join([head, *(column.tobytes() for column in columns), *values])


def decode(data: memoryview) -> Postings:
    """The list that `encode` wrote; ValueError if the bytes cannot be one."""
    count, raw = _HEAD.unpack_from(data)
    codes = raw.decode("ascii")
    columns, at = [], _HEAD.size
    for code in codes[:3]:
        size = count * _SIZES[code]
        columns.append(data[at : at + size].cast(code))
        at += size
    docs, weights, ends = columns
    numbers = data[at:].cast(codes[3])
    if not count or len(numbers) != ends[-1]:
        raise ValueError("a posting list of the wrong length")
    return Postings(docs, weights, ends, numbers)


def docs_at(data: memoryview, place: int) -> memoryview:
    """The texts of the list that begins at a place, without the rest of it."""
    count, codes = _HEAD.unpack_from(data, place)
    code = codes[:1].decode("ascii")
    start = place + _HEAD.size
    docs: memoryview = data[start : start + count * _SIZES[code]].cast(code)
    return docs


def pack(numbers: Sequence[int], code: str) -> bytes:
    """Numbers as an array of `code`."""
    return array(code, numbers).tobytes()


def widen(value: bytes) -> bytes:
    """An array of two-byte numbers as one of four-byte numbers."""
    return array("I", array("H", value)).tobytes()


def _narrow(numbers: Sequence[int], largest: int) -> array[int]:
    return array("B" if largest < 1 << 8 else "H" if largest < 1 << 16 else "I", numbers)
