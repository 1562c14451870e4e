"""The company that names keep in a text: which entities each of its sentences names."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from tui.model import Mention, MentionKind, Span
from tui.prose import paragraphs, sentences

Surfaces = Mapping[str, Sequence[tuple[str, MentionKind, int]]]
"""By entity the ways a text writes its name, each with its kind and how often."""


class Company(NamedTuple):
    """The entities of a text and, for each sentence that names any, a row of numbers.

    A row holds the number of the paragraph, then the places in `ids` of those who are named.
    """

    ids: Sequence[str]
    rows: Sequence[Sequence[int]]

    def paragraphs(self) -> Iterator[set[int]]:
        """Of each paragraph that names any, the places in `ids` of those who are named."""
        for _, rows in groupby(self.rows, lambda row: row[0]):
            yield {at for row in rows for at in row[1:]}


def company(text: str, mentions: Iterable[Mention]) -> Company:
    """Who is named beside whom in `text`; a name in doubt is nobody's."""
    units = paragraphs(text)
    starts = [unit.start for unit in units]
    inside: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.entity is not None:
            inside.setdefault(bisect_right(starts, mention.span.start) - 1, []).append(mention)
    places: dict[str, int] = {}
    rows: list[list[int]] = []
    for number, named in sorted(inside.items()):
        for ids in _by_sentence(text, units[number], named):
            rows.append([number, *(places.setdefault(id, len(places)) for id in sorted(ids))])
    return Company(list(places), rows)


def _by_sentence(text: str, paragraph: Span, named: Sequence[Mention]) -> Iterator[set[str]]:
    """The entities of each sentence of a paragraph that names any; of one name it is not cut."""
    if len(named) == 1:
        yield {str(named[0].entity)}
        return
    found = named_in(named, sentences(text, paragraph))
    yield from (found[at] for at in sorted(found))


def named_in(mentions: Iterable[Mention], units: Sequence[Span]) -> dict[int, set[str]]:
    """The entities named in each of `units`, which ascend, by its place among them."""
    starts = [unit.start for unit in units]
    named: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.entity is not None:
            unit = bisect_right(starts, mention.span.start) - 1
            named.setdefault(unit, set()).add(mention.entity)
    return named


def surfaces(text: str, mentions: Iterable[Mention]) -> Surfaces:
    """How `text` writes the names of each entity, white space made one; the most frequent first."""
    seen: dict[str, Counter[tuple[str, MentionKind]]] = {}
    for mention in mentions:
        if mention.entity is not None:
            written = " ".join(text[slice(*mention.span)].split())
            seen.setdefault(mention.entity, Counter())[written, mention.kind] += 1
    return {
        id: [(written, kind, times) for (written, kind), times in counts.most_common()]
        for id, counts in seen.items()
    }
