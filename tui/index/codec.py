"""How a segment lies on disk: Whoosh's own files, with posting lists of plain numbers.

Whoosh's writer is handed one posting at a time and packs blocks of 128; this one is handed the
whole list of a term. Whoosh's own queries read the result like any other index.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.matching import ListMatcher

from tui.index.postings import decode, encode, pack
from tui.index.terms import TermsWriter

INFO = struct.Struct("!BfIBBfIIqi")
"""Whoosh's record of a term: not inlined; weight and number of texts; shortest and longest, which
are not kept; most weight; first and last text; place and size of the list."""
AT_ONCE = 1 << 20
"""Bytes of lists that are written at a time."""

TermList = tuple[bytes, list[int], list[int], list[bytes], str]
"""A term with its documents, its weights and values in them, and the code of these values."""


class FieldWriter:
    """Writes a segment's terms, field by field, and their lists."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._terms = TermsWriter(segment.create_file(storage, W3Codec.TERMS_EXT))
        self._lists = segment.create_file(storage, W3Codec.POSTS_EXT)
        self._place = 0

    def add_field(self, name: str, lists: Iterable[TermList]) -> None:
        """A field with all its terms, in the order of their bytes."""
        number = self._terms.fields.setdefault(name, len(self._terms.fields))
        self._terms.add(self._written(number.to_bytes(2, "big"), lists))

    def _written(self, field: bytes, lists: Iterable[TermList]) -> Iterator[tuple[bytes, bytes]]:
        """The keys of the terms and their records, once their lists are written."""
        place, waiting, size, write = self._place, [], 0, self._lists.write
        for term, docs, weights, values, code in lists:
            data = encode(docs, weights, values, code)
            count, length = len(docs), len(data)
            total, most = (weights[0],) * 2 if count == 1 else (sum(weights), max(weights))
            yield (
                field + term,
                INFO.pack(0, total / 10, count, 0, 0, most / 10, docs[0], docs[-1], place, length),
            )
            place += length
            size += length
            waiting.append(data)
            if size > AT_ONCE:
                write(b"".join(waiting))
                waiting, size = [], 0
        write(b"".join(waiting))
        self._place = place

    def close(self) -> None:
        """Both files are whole."""
        self._terms.close()
        self._lists.close()


class Codec(W3Codec):  # type: ignore[misc]  # Whoosh carries no types
    """Whoosh's codec with the posting lists of `postings`."""

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """The writer of a segment's terms."""
        return FieldWriter(storage, segment)

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
