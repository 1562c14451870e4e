"""How a segment lies on disk: Whoosh's own files, with posting lists of plain numbers.

Whoosh's writer is handed one posting at a time and packs blocks of 128; this one is handed the
whole list of a term. Whoosh's own queries read the result like any other index.
"""

from __future__ import annotations

import struct
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter
from whoosh.matching import ListMatcher

from tui.index.postings import decode, encode, pack

INFO = struct.Struct("!BfIBBfIIqi")
"""Whoosh's record of a term: not inlined; weight and number of texts; shortest and longest, which
are not kept; most weight; first and last text; place and size of the list."""


class FieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh carries no types
    """Writes terms in the order of their bytes, each with its whole list."""

    def __init__(self, codec: Any, storage: Any, segment: Any) -> None:
        super().__init__(codec, storage, segment)
        self._place = 0

    def add_list(
        self, term: bytes, docs: list[int], weights: list[int], values: list[bytes], code: str
    ) -> None:
        """A term of the field that was started, and its list as `postings.encode` takes it."""
        data = encode(docs, weights, values, code)
        self._postfile.write(data)
        info = INFO.pack(
            0,
            sum(weights) / 10,
            len(docs),
            0,
            0,
            max(weights) / 10,
            docs[0],
            docs[-1],
            self._place,
            len(data),
        )
        self._place += len(data)
        self._tindex.add(self._fieldid.to_bytes(2, "big") + term, info)


class Codec(W3Codec):  # type: ignore[misc]  # Whoosh carries no types
    """Whoosh's codec with the posting lists of `postings`."""

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """The writer of a segment's terms."""
        return FieldWriter(self, storage, segment)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> Any:
        """A list as Whoosh's own queries walk it."""
        place, (size,) = terminfo.extent()  # Whoosh leaves the size in the tuple it was unpacked to
        found = decode(memoryview(dbfile.get(place, size)))
        rows = range(len(found.docs))
        return ListMatcher(
            found.docs.tolist(),
            [weight / 10 for weight in found.weights],
            [pack(found.numbers_of(row), "I") for row in rows],
            format_,
            scorer=scorer,
            term=term,
            terminfo=terminfo,
        )
