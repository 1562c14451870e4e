"""Several segments into one, without the deleted documents: term by term, in little memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from heapq import merge
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from tui.index.codec import TermList
from tui.index.postings import Postings, widen
from tui.index.schema import COLUMNS, TERMS
from tui.index.segment import Listed, Segment


class Merged(NamedTuple):
    """A new segment; for each of its parts, which document of that is which of the new one."""

    segment: Any
    moved: Sequence[Mapping[int, int]]


def merged(folder: Path, segments: Sequence[Segment]) -> Merged:
    """A new segment in `folder` with all that lives in `segments`, in their order."""
    from tui.index.draft import Draft  # a search asks what is to be merged, and merges nothing

    moved: list[dict[int, int]] = []
    with closing(Draft(folder)) as draft:
        for segment in segments:
            moved.append({doc: draft.count + row for row, doc in enumerate(segment.live)})
            columns = {name: segment.column(name) for name in COLUMNS}
            for doc in segment.live:
                draft.add_columns({name: column[doc] for name, column in columns.items()})
        lists = {name: _lists(name, segments, moved) for name in TERMS}
        return Merged(draft.finish_with(lists), moved)


def to_merge(sizes: Sequence[int], most: int, few: int) -> list[int]:
    """Which segments to merge, by their numbers of living documents, at most `most` together.

    The smallest ones, as long as each is no larger than all before it: so a document is written
    again a few times while an index grows, not at every change. No more than `few` are left alone.
    """
    order = sorted(range(len(sizes)), key=lambda i: sizes[i])
    chosen: list[int] = []
    total = 0
    for i in order:
        if total + sizes[i] > most or (len(chosen) >= few and sizes[i] > total):
            break
        chosen.append(i)
        total += sizes[i]
    return sorted(chosen) if len(chosen) > few else []


def _lists(
    field: str, segments: Sequence[Segment], moved: Sequence[dict[int, int]]
) -> Iterator[TermList]:
    walks = [_walk(field, segment, i) for i, segment in enumerate(segments)]
    for term, found in groupby(merge(*walks, key=itemgetter(0, 1)), itemgetter(0)):
        docs, weights, values, code = _joined(
            (segments[i].list_at(listed), moved[i]) for _, i, listed in found
        )
        if docs:
            yield term, docs, weights, values, code


def _walk(field: str, segment: Segment, i: int) -> Iterator[tuple[bytes, int, Listed]]:
    return ((term, i, listed) for term, listed in segment.walk(field))


def _joined(
    found: Iterable[tuple[Postings, dict[int, int]]],
) -> tuple[list[int], list[int], list[bytes], str]:
    docs: list[int] = []
    weights: list[int] = []
    values: list[tuple[str, bytes]] = []
    for postings, moved in found:
        numbers = postings.numbers
        starts = [0, *postings.ends]
        for doc, weight, (start, end) in zip(
            postings.docs, postings.weights, pairwise(starts), strict=True
        ):
            if doc in moved:
                docs.append(moved[doc])
                weights.append(weight)
                values.append((numbers.format, numbers[start:end].tobytes()))
    code = max((code for code, _ in values), default="H")
    return docs, weights, [v if c == code else widen(v) for c, v in values], code
