"""Who stands with whom: entities named in the same sentence, paragraph or text, and how strongly.

Strength is Dunning's log-likelihood over the sentences that name anybody; of few texts or few
sentences it would say nothing, and is not given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from tui.company import Company
from tui.counts import count
from tui.model import Entity
from tui.statistics import expected, log_likelihood

LEAST_TEXTS = 10
"""Of fewer texts nothing is tested: one text's habit would be the whole result."""
LEAST_SHARED, LEAST_EXPECTED = 3, 5.0
"""Nor where fewer sentences are shared and fewer are expected: the limit of a chi-squared test."""

Level = Literal["sentences", "paragraphs", "documents"]
Pair = tuple[str, str]
"""The ids of two entities, the lesser first."""


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity beside another: in how many sentences, paragraphs and texts both are named.

    `log_likelihood` is below zero if they share fewer sentences than by chance; it is None where
    `note` says why there is no test.
    """

    id: str
    name: str
    sentences: int
    paragraphs: int
    documents: int
    log_likelihood: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Census:
    """In how many sentences each entity is named, of how many that name any, in how many texts."""

    sentences: Mapping[str, int]
    total: int
    texts: int


def census(companies: Iterable[Company], texts: int) -> Census:
    """The sentences of a corpus of so many texts, counted by whom they name."""
    found: Counter[str] = Counter()
    total = 0
    for ids, rows in companies:
        total += len(rows)
        for row in rows:
            for at in row[1:]:
                found[ids[at]] += 1
    return Census(found, total, texts)


def strength(both: int, first: str, second: str, of: Census) -> tuple[float | None, str | None]:
    """The log-likelihood of so many shared sentences; or None, and why it is not given."""
    if of.texts < LEAST_TEXTS:
        return None, f"{count(of.texts, 'text')}: too few for a test"
    counts = (both, of.sentences[first], of.sentences[second], of.total)
    if both < LEAST_SHARED and expected(*counts) < LEAST_EXPECTED:
        return None, f"{count(both, 'sentence')}: too few for a test"
    return log_likelihood(*counts), None


def companions(
    entity: str, companies: Iterable[Company], known: Mapping[str, Entity], of: Census
) -> tuple[Companion, ...]:
    """The companions of `entity` in the texts that name it, those of most sentences first.

    They are called as in `known`, by their ids if they are not there.
    """
    in_sentences: Counter[str] = Counter()
    in_paragraphs: Counter[str] = Counter()
    in_texts: Counter[str] = Counter()
    for company in companies:
        ids, rows = company
        if entity not in ids:
            continue
        own = ids.index(entity)
        in_texts.update(ids)
        paragraphs = {row[0] for row in rows if own in row[1:]}
        inside: dict[int, set[int]] = {}
        for row in rows:
            if row[0] in paragraphs:
                named = row[1:]
                inside.setdefault(row[0], set()).update(named)
                if own in named:
                    in_sentences.update([ids[at] for at in named])
        for places in inside.values():
            in_paragraphs.update([ids[at] for at in places])
    del in_texts[entity]
    found = [
        Companion(
            id,
            known[id].name if id in known else id,
            in_sentences[id],
            in_paragraphs[id],
            count,
            *strength(in_sentences[id], entity, id, of),
        )
        for id, count in in_texts.items()
    ]
    return tuple(sorted(found, key=lambda c: (-c.sentences, -c.paragraphs, -c.documents, c.id)))


def shared(
    companies: Iterable[Company], level: Level, wanted: Collection[str] | None = None
) -> Counter[Pair]:
    """In how many units each two entities are named, or each two wanted; each by itself too."""
    found: Counter[Pair] = Counter()
    for company in companies:
        ids = company.ids
        for places in _units(company, level):
            named = sorted(ids[at] for at in places if wanted is None or ids[at] in wanted)
            found.update(combinations(named, 2))
            found.update(zip(named, named, strict=True))
    return found


def _units(company: Company, level: Level) -> Iterable[Collection[int]]:
    match level:
        case "sentences":
            return (row[1:] for row in company.rows)
        case "paragraphs":
            return company.paragraphs()
        case "documents":
            return (range(len(company.ids)),)


def all_in(companies: Iterable[Company], wanted: AbstractSet[str]) -> tuple[int, int]:
    """In how many sentences, and in how many paragraphs, all of `wanted` are named."""
    sentences = paragraphs = 0
    for company in companies:
        places = {at for at, id in enumerate(company.ids) if id in wanted}
        if len(places) == len(wanted):
            sentences += sum(places <= set(row[1:]) for row in company.rows)
            paragraphs += sum(places <= named for named in company.paragraphs())
    return sentences, paragraphs
