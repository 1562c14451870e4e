"""A segment being written: entries gathered in memory, then laid down field by field."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tui.index.codec import Codec, TermList
from tui.index.entry import Entry
from tui.index.postings import pack, widen
from tui.index.schema import COLUMNS, INDEX, TERMS, Terms, spell
from tui.index.storage import Storage


class Pool:
    """The terms of many documents, each with its list so far: a document, a weight and a value."""

    def __init__(self) -> None:
        self.fields: dict[str, dict[str, list[Any]]] = {name: {} for name in TERMS}
        self.size = 0
        """How many postings it holds."""
        self._wide: set[int] = set()

    def add(self, doc: int, entry: Entry) -> None:
        """The terms of a document with a higher number than those before."""
        if entry.is_wide:
            self._wide.add(doc)
        code = "I" if entry.is_wide else "H"
        own_id = Terms({entry.id: []}, {entry.id: 10})
        for name, terms in (("id", own_id), ("names", entry.names), ("words", entry.words)):
            self._add(self.fields[name], doc, terms, code)

    def _add(self, lists: dict[str, list[Any]], doc: int, terms: Terms, code: str) -> None:
        weights, get, single = terms.weights, lists.get, _singles()
        for term, numbers in terms.numbers.items():
            value = single[numbers[0]] if len(numbers) == 1 and code == "H" else pack(numbers, code)
            found = get(term)
            if found is None:
                lists[term] = [doc, weights[term], value]
            else:
                found += (doc, weights[term], value)
        self.size += len(terms.numbers)

    def lists(self, field: str) -> Iterator[TermList]:
        """The terms of a field in order, each let go as it is given."""
        lists = self.fields[field]
        for term in sorted(lists):
            found = lists.pop(term)
            docs, values, code = found[0::3], found[2::3], "H"
            if not self._wide.isdisjoint(docs):
                values = [
                    v if d in self._wide else widen(v) for d, v in zip(docs, values, strict=True)
                ]
                code = "I"
            yield spell(term), docs, found[1::3], values, code


@cache
def _singles() -> list[bytes]:
    """The value of each single number: most terms stand in a text once, so these are shared."""
    return [number.to_bytes(2, sys.byteorder) for number in range(1 << 16)]


class Draft:
    """A new segment in a folder of index files; nobody sees it until a commit names it."""

    def __init__(self, folder: Path) -> None:
        self._storage = Storage(folder)
        self._codec = Codec()
        self._segment = self._codec.new_segment(self._storage, INDEX)
        self._columns = self._codec.per_document_writer(self._storage, self._segment)
        self._pool = Pool()
        self.count = 0

    @property
    def size(self) -> int:
        """How many postings it holds in memory."""
        return self._pool.size

    def add(self, entry: Entry) -> None:
        """A document more."""
        self.add_columns({name: getattr(entry, name) for name in COLUMNS})
        self._pool.add(self.count - 1, entry)

    def add_columns(self, values: Mapping[str, bytes | int]) -> None:
        """The columns of a document more, whose terms come later."""
        self._columns.start_doc(self.count)
        for name, value in values.items():
            self._columns.add_column_value(name, COLUMNS[name], value)
        self._columns.finish_doc()
        self.count += 1

    def close(self) -> None:
        """Let go of files left open by an error; whoever holds the lock removes them."""
        self._storage.discard()

    def finish(self) -> Any:
        """Lay the segment down from the entries, and return what Whoosh's contents hold of it."""
        return self.finish_with({name: self._pool.lists(name) for name in TERMS})

    def finish_with(self, lists: Mapping[str, Iterable[TermList]]) -> Any:
        """The same, with the lists of each field given in the order of their terms."""
        self._columns.close()
        writer = self._codec.field_writer(self._storage, self._segment)
        for name in TERMS:
            writer.add_field(name, lists[name])
        writer.close()
        self._segment.set_doc_count(self.count)
        self._segment.create_compound_file(self._storage)
        self._segment._fieldlengths = {}  # a defaultdict, which would need a name in the pickle
        return self._segment
