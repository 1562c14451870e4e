"""Who stands with whom: entities named in the same sentence, paragraph or text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.model import Mention, Span
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
    entity: str, texts: Iterable[tuple[str, Sequence[Mention]]], names: Mapping[str, str]
) -> tuple[Companion, ...]:
    """The companions of `entity` in texts with their mentions, the closest first."""
    in_sentences: Counter[str] = Counter()
    in_paragraphs: Counter[str] = Counter()
    in_texts: Counter[str] = Counter()
    for text, mentions in texts:
        units = paragraphs(text)
        in_paragraphs.update(_beside(entity, mentions, units))
        in_sentences.update(
            _beside(entity, mentions, [s for unit in units for s in sentences(text, unit)])
        )
        in_texts.update(_beside(entity, mentions, [Span(0, len(text))]))
    found = [
        Companion(id, names.get(id, id), in_sentences[id], in_paragraphs[id], count)
        for id, count in in_texts.items()
    ]
    return tuple(sorted(found, key=lambda c: (-c.sentences, -c.paragraphs, -c.documents, c.id)))


def _beside(entity: str, mentions: Sequence[Mention], units: Sequence[Span]) -> Counter[str]:
    """For each other entity the number of `units` that name it and `entity`."""
    starts = [unit.start for unit in units]
    named: dict[int, set[str]] = {}
    for mention in mentions:
        if mention.entity is not None:
            unit = bisect_right(starts, mention.span.start) - 1
            named.setdefault(unit, set()).add(mention.entity)
    return Counter(
        other for ids in named.values() if entity in ids for other in ids if other != entity
    )
