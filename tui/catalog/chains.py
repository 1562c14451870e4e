"""Questions about chains of evidence: through whom one entity leads to another.

A chain is as strong as its weakest step, and a step as strong as it has sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

from tui.catalog.citing import passage
from tui.catalog.companies import Shared, naming_all, sentences_with
from tui.catalog.house import HouseStyle
from tui.catalog.room import Room
from tui.citation import Citation
from tui.companions import strength
from tui.model import Document, Entity, Refused

MOST, LONGEST = 5, 4
"""Chains that are given, and steps of one."""
_KEPT = 8
"""Beginnings that are kept for each entity: the strongest."""
_READ = 25
"""Texts that are read for the best sentence of a step."""

_Links = Mapping[str, Mapping[str, int]]
_Path = tuple[int, int, tuple[str, ...]]
"""The weakest step and the sum of all, below zero so that the least is the strongest; the ids."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one entity to the next: how many sentences name both, and the one that says it best."""

    first: str
    second: str
    sentences: int
    log_likelihood: float | None
    note: str | None
    evidence: Shared | None


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps from the first entity to the last."""

    steps: tuple[Step, ...]

    @property
    def entities(self) -> tuple[str, ...]:
        """Who is come by, from the first to the last."""
        return (self.steps[0].first, *(step.second for step in self.steps))

    @property
    def weakest(self) -> int:
        """The sentences of its weakest step."""
        return min(step.sentences for step in self.steps)


def chains(
    room: Room,
    first: Entity,
    last: Entity,
    *,
    most: int = MOST,
    longest: int = LONGEST,
    without: Collection[str] = (),
) -> list[Chain]:
    """The chains of at most `longest` steps: the shortest first, of equal length the strongest.

    They do not lead through concepts, nor through any of `without`, nor a longer way round where
    two of those on it are linked as strongly straight away.
    """
    if first.id == last.id:
        raise Refused(f"{first.name} is {last.name}: there is no way to go")
    links = _links(room, {first.id, last.id}, frozenset(without))
    paths = islice(_paths(links, first.id, last.id, longest), most)
    steps: dict[tuple[str, str], Step] = {}
    return [Chain(tuple(_step(room, steps, *pair) for pair in pairwise(ids))) for ids in paths]


def cited(room: Room, step: Step) -> Citation | None:
    """The citation of a step's sentence; what is not known of its text is left out."""
    if step.evidence is None:
        return None
    house = HouseStyle(nd=True, unwrap=True)
    return passage(room, step.evidence.doc, step.evidence.span, house)


def _links(room: Room, ends: Collection[str], without: frozenset[str]) -> _Links:
    known = room.registry.entities
    links: defaultdict[str, dict[str, int]] = defaultdict(dict)

    def is_way(id: str) -> bool:
        return id in ends or (id not in without and id in known and known[id].scope != "concept")

    for (one, other), count in room.sentence_pairs.items():
        if is_way(one) and is_way(other):
            links[one][other] = links[other][one] = count
    return links


def _paths(links: _Links, first: str, last: str, longest: int) -> Iterator[tuple[str, ...]]:
    """The ways from one to the other, without circles, in the order of `chains`."""
    far = _distances(links, last, longest)
    begun: dict[str, list[_Path]] = {first: [(-(1 << 30), 0, (first,))]}
    for length in range(1, longest + 1):
        further: defaultdict[str, list[_Path]] = defaultdict(list)
        for id, paths in begun.items():
            for other, count in links.get(id, {}).items():
                if far.get(other, longest) + length > longest:
                    continue
                for weakest, total, ids in paths:
                    if other not in ids:
                        path = max(weakest, -count), total - count, (*ids, other)
                        further[other].append(path)
        for weakest, _, ids in sorted(further.pop(last, ())):
            if not _is_detour(links, ids, -weakest):
                yield ids
        begun = {id: sorted(paths)[:_KEPT] for id, paths in further.items()}


def _is_detour(links: _Links, ids: tuple[str, ...], weakest: int) -> bool:
    """Whether two of a way are linked straight, and as strongly as its weakest step."""
    ends = ids[0], ids[-1]
    return any(
        links[one].get(other, 0) >= weakest
        for at, one in enumerate(ids)
        for other in ids[at + 2 :]
        if (one, other) != ends
    )


def _distances(links: _Links, last: str, longest: int) -> dict[str, int]:
    """How many steps there are to `last`, where they are few enough."""
    far, border = {last: 0}, [last]
    for distance in range(1, longest):
        border = [other for id in border for other in links.get(id, ()) if other not in far]
        far.update(dict.fromkeys(border, distance))
    return far


def _step(room: Room, known: dict[tuple[str, str], Step], first: str, second: str) -> Step:
    """The step from one to the other, made once."""
    if (first, second) not in known:
        pair = min(first, second), max(first, second)
        count = room.sentence_pairs[pair]
        tested = strength(count, first, second, room.census)
        known[first, second] = Step(first, second, count, *tested, _evidence(room, frozenset(pair)))
    return known[first, second]


def _evidence(room: Room, pair: frozenset[str]) -> Shared | None:
    """The sentence that says most plainly that two belong together.

    One of the body before one of a title or a list of links, one of an original before a digest's,
    then the one that names the fewest others, the shortest, the first.
    """
    found: list[tuple[tuple[object, ...], Shared]] = []
    docs = map(room.view.id, naming_all(room, pair)[:_READ])
    for doc, document in room.readable(docs):
        mentions = (*room.mentions(doc), *room.concepts(doc))
        for span in sentences_with(document, mentions, pair):
            named = {m.entity for m in mentions if span.start <= m.span.start < span.end}
            line, _ = document.place(span.start)
            is_beside = not _is_body(document, span.start)
            is_digest = document.facts.status == "digest"
            rank = is_beside, is_digest, len(named), span.end - span.start, doc, span.start
            found.append((rank, Shared(doc, span, line, document.text[slice(*span)])))
    return min(found, key=lambda one: one[0])[1] if found else None


def _is_body(document: Document, offset: int) -> bool:
    return any(
        zone.kind == "body" for zone in document.zones if zone.span.start <= offset < zone.span.end
    )
