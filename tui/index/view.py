"""One consistent view of the index, as the query language asks for it (`query.engine.Engine`).

A document's number is its place in its segment plus the documents of the segments before. A view
stays as it is while another program writes; for the new generation a new view is opened.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from functools import cached_property
from heapq import merge
from itertools import accumulate
from pathlib import Path

from tui.company import Company, Surfaces
from tui.index.beside import unpack_company, unpack_surfaces
from tui.index.gathering import collect, lists
from tui.index.generation import Generation
from tui.index.home import TRIES, current, guarded
from tui.index.record import CHOICES, choices, unpack_mentions, unpack_record
from tui.index.schema import read, spell
from tui.index.segment import Segment
from tui.index.storage import Damaged, Storage
from tui.index.tally import Tally, tallied
from tui.index.vocabulary import Vocabulary
from tui.model import Mention, Unusable
from tui.query.engine import Extent, Fact, Field, Record


def open_view(home: Path, corpus: Path) -> IndexView:
    """The index in a home as it is now; Unusable if there is none, Damaged if it is broken."""
    for _ in range(TRIES):
        generation = current(home, corpus)
        if generation is None:
            raise Unusable(f"there is no index of {corpus} yet")
        try:
            return IndexView(home, generation)
        except FileNotFoundError:  # a writer removed the files between the two lines
            continue
    raise Damaged("files of the index are missing")


class IndexView:
    """The documents of one generation; everything it gives out is for reading only."""

    def __init__(self, home: Path, generation: Generation) -> None:
        self.generation = generation
        self._home = home
        storage = Storage(generation.folder)
        with self._guarded():
            self.segments = [Segment(storage, segment) for segment in generation.segments]
        self._bases = list(accumulate((segment.count for segment in self.segments), initial=0))
        self._values: dict[Fact, dict[int, tuple[str, ...]]] = {}
        self._vocabulary = Vocabulary(self.segments, self._guarded)

    def everything(self) -> AbstractSet[int]:
        """All documents."""
        return self._everything

    @cached_property
    def _everything(self) -> frozenset[int]:
        return frozenset(base + doc for base, segment in self._based() for doc in segment.live)

    def documents(self, field: Field, terms: Sequence[str]) -> AbstractSet[int]:
        """The documents with any of the terms."""
        found: set[int] = set()
        spelled = [spell(term) for term in terms]
        with self._guarded():
            for base, segment in self._based():
                here = segment.documents(field, spelled)
                found.update([base + doc for doc in here] if base else here)
        return found

    def weights(self, field: Field, terms: Sequence[str]) -> Mapping[int, float]:
        """For each of those documents how often they occur, summed, each by its zone's weight."""
        found: dict[int, float] = {}
        with self._guarded():
            for base, segment in self._based():
                tenths: defaultdict[int, int] = defaultdict(int)
                for postings in lists(segment, field, terms):
                    for doc, weight in zip(postings.docs, postings.weights, strict=True):
                        tenths[doc] += weight
                for doc in segment.deleted & tenths.keys():
                    del tenths[doc]
                found.update((base + doc, weight / 10) for doc, weight in tenths.items())
        return found

    def extents(
        self, field: Field, terms: Sequence[str], docs: Collection[int]
    ) -> Mapping[int, Sequence[Extent]]:
        """Where any of the terms stands in each of `docs` that has one: ascending, each once."""
        found: dict[int, list[Extent]] = {}
        with self._guarded():
            for base, segment, wanted in self._split(docs):
                for term in terms:
                    postings = segment.postings(field, spell(term))
                    if postings:
                        collect(found, base, postings, wanted, None if field == "names" else term)
        if len(terms) > 1:
            return {doc: sorted(set(extents)) for doc, extents in found.items()}
        return found

    def frequencies(
        self, field: Field, terms: Sequence[str], docs: AbstractSet[int]
    ) -> Mapping[int, int]:
        """How often the terms stand in each of `docs` that has one, summed over the terms."""
        found: dict[int, int] = {}
        each = 2 if field == "names" else 1
        with self._guarded():
            for base, segment in self._based():
                for postings in lists(segment, field, terms):
                    ends = postings.ends.tolist()
                    for doc, start, end in zip(postings.docs, [0, *ends], ends, strict=False):
                        if base + doc in docs:
                            found[base + doc] = found.get(base + doc, 0) + (end - start) // each
        return found

    def vocabulary(self, field: Field, prefix: str = "") -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix`, sorted, each with the number of its documents."""
        return self._vocabulary.beginning_with(field, prefix)

    def sample(self, field: Field, prefix: str, texts: int) -> Iterator[tuple[str, int]]:
        """The same as far as so many documents, or a few more, tell: of those alone."""
        return self._vocabulary.sample(field, prefix, bisect_left(self._bases, texts))

    def shares(self, field: Field, docs: Collection[int]) -> Mapping[str, int]:
        """How many of `docs` each term of a field stands in, if in any."""
        counts: defaultdict[bytes, int] = defaultdict(int)
        with self._guarded():
            for _, segment, wanted in self._split(docs):
                for term, count in segment.shares(field, frozenset(wanted)):
                    counts[term] += count
        return {read(term): count for term, count in counts.items()}

    def lengths(self) -> Sequence[int]:
        """The number of words of each document."""
        return self._lengths

    @cached_property
    def _lengths(self) -> list[int]:
        with self._guarded():
            return [number for segment in self.segments for number in segment.numbers("length")]

    @cached_property
    def dates(self) -> Sequence[int]:
        """The date of each document as YYYYMMDD, with 0 for what is not known of it."""
        with self._guarded():
            return [number for segment in self.segments for number in segment.numbers("date")]

    @cached_property
    def newest(self) -> Sequence[int]:
        """All documents, the newest first, of one date the latest by number first."""
        return sorted(range(self._bases[-1] - 1, -1, -1), key=self.dates.__getitem__, reverse=True)

    def values(self, fact: Fact) -> Mapping[int, Sequence[str]]:
        """What is known of `fact` for each document that has any."""
        if not self._values:
            with self._guarded():
                self._values = self._all_values()
        return self._values[fact]

    def _all_values(self) -> dict[Fact, dict[int, tuple[str, ...]]]:
        found: dict[Fact, dict[int, tuple[str, ...]]] = {fact: {} for fact in CHOICES}
        columns = list(found.values())
        for base, segment in self._based():
            records = segment.column("record")
            for doc in segment.live:
                for column, value in zip(columns, choices(records[doc]), strict=True):
                    if value:
                        column[base + doc] = (value,) if isinstance(value, str) else tuple(value)
        return found

    def record(self, doc: int) -> Record:
        """All that is kept of a document."""
        return unpack_record(self.record_bytes(doc))

    def id(self, doc: int) -> str:
        """The id of a document, without the rest of its record."""
        return str(choices(self.record_bytes(doc))[0])

    def record_bytes(self, doc: int) -> bytes:
        """The record of a document as it is kept."""
        return self._cell("record", doc)

    def mentions(self, doc: int) -> list[Mention]:
        """The names in a document in reading order, as `Finder.find` finds them."""
        return unpack_mentions(self._cell("mentions", doc))

    def concepts(self, doc: int) -> list[Mention]:
        """The names of concepts in a document, as `Finder.concepts` finds them."""
        return unpack_mentions(self._cell("concepts", doc))

    def companies(self, docs: Collection[int]) -> Iterator[Company]:
        """Who is named beside whom in each of `docs`, in their order."""
        return map(unpack_company, self._cells("company", docs))

    def surfaces(self, docs: Collection[int]) -> Iterator[Surfaces]:
        """How each of `docs` writes its names, in their order."""
        return map(unpack_surfaces, self._cells("surfaces", docs))

    def number(self, id: str) -> int | None:
        """The document of that id, None if there is none."""
        spelled = id.encode("utf-8", "surrogatepass")  # anything may be asked for
        with self._guarded():
            for base, segment in self._based():
                postings = segment.postings("id", spelled)
                for doc in postings.docs if postings else ():
                    if doc not in segment.deleted:
                        return base + doc
        return None

    def by_id(self) -> Iterator[int]:
        """All documents in the order of their ids, looked up as they are gone through."""
        with self._guarded():
            walks = (self._placed(base, segment) for base, segment in self._based())
            for _, doc in merge(*walks):
                yield doc

    def _placed(self, base: int, segment: Segment) -> Iterator[tuple[bytes, int]]:
        for id, listed in segment.walk("id"):
            docs = (listed.first,) if listed.docs == 1 else segment.list_at(listed).docs
            yield from ((id, base + doc) for doc in docs if doc not in segment.deleted)

    def counts(self, entity: str) -> tuple[int, int]:
        """How often an entity is named, and in how many documents."""
        times = texts = 0
        with self._guarded():
            for segment in self.segments:
                postings = segment.postings("names", spell(entity))
                if postings:
                    gone = list(postings.rows_of(segment.deleted))
                    texts += len(postings.docs) - len(gone)
                    times += postings.count() - sum(map(postings.count, gone))
        return times // 2, texts

    @cached_property
    def tallies(self) -> Mapping[str, Tally]:
        """What is counted of each entity that is named."""
        dates = self.dates
        with self._guarded():
            return tallied(self._based(), dates)

    def place(self, doc: int) -> tuple[int, int]:
        """The segment of a document, and its number there."""
        i = bisect_right(self._bases, doc) - 1
        return i, doc - self._bases[i]

    def _cell(self, column: str, doc: int) -> bytes:
        i, here = self.place(doc)
        with self._guarded():
            data: bytes = self.segments[i].column(column)[here]
        return data

    def _cells(self, column: str, docs: Collection[int]) -> Iterator[bytes]:
        """A column in each of `docs`, by their numbers."""
        for _, segment, wanted in self._split(docs):
            with self._guarded():
                cells = segment.column(column)
                found = [cells[doc] for doc in sorted(wanted)]
            yield from found

    def _based(self) -> Iterator[tuple[int, Segment]]:
        return zip(self._bases, self.segments, strict=False)

    def _split(self, docs: Collection[int]) -> Iterator[tuple[int, Segment, set[int]]]:
        """Each segment with the documents that are in it, as they are numbered there."""
        ordered = sorted(docs)
        start = 0
        for base, segment in self._based():
            end = bisect_left(ordered, base + segment.count, start)
            if start < end:
                yield base, segment, {doc - base for doc in ordered[start:end]} - segment.deleted
            start = end

    def _guarded(self) -> AbstractContextManager[None]:
        return guarded(self._home, self.generation)
