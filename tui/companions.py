"""Who stands with whom: entities named in the same sentence, paragraph or text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.model import Entity, Mention, Span
from tui.prose import paragraphs, sentences


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity beside another: in how many sentences, paragraphs and texts both are named."""

    id: str
    name: str
    sentences: int
    paragraphs: int
    documents: int


def companions(
    entity: str, texts: Iterable[tuple[str, Sequence[Mention]]], known: Mapping[str, Entity]
) -> tuple[Companion, ...]:
    """The companions of `entity` in texts with their mentions, the closest first.

    They are called as in `known`, by their ids if they are not there.
    """
    in_sentences: Counter[str] = Counter()
    in_paragraphs: Counter[str] = Counter()
    in_texts: Counter[str] = Counter()
    for text, mentions in texts:
        whole = Span(0, len(text))
        in_sentences.update(_beside(entity, mentions, sentences(text, whole)))
        in_paragraphs.update(_beside(entity, mentions, paragraphs(text)))
        in_texts.update(_beside(entity, mentions, [whole]))
    names = {id: known[id].name if id in known else id for id in in_texts}
    found = [
        Companion(id, names[id], in_sentences[id], in_paragraphs[id], count)
        for id, count in in_texts.items()
    ]
    return tuple(sorted(found, key=lambda c: (-c.sentences, -c.paragraphs, -c.documents, c.id)))


def _beside(entity: str, mentions: Sequence[Mention], units: Sequence[Span]) -> Counter[str]:
    """For each other entity the number of `units` that name it and `entity`."""
    named = named_in(mentions, units).values()
    return Counter(other for ids in named if entity in ids for other in ids if other != entity)


def named_in(mentions: Iterable[Mention], units: Sequence[Span]) -> dict[int, set[str]]:
    """The entities named in each of `units`, which ascend, by its place among them."""
    starts = [unit.start for unit in units]
    named: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.entity is not None:
            unit = bisect_right(starts, mention.span.start) - 1
            named.setdefault(unit, set()).add(mention.entity)
    return named
