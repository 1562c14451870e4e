"""Whether the texts have a number of a draft near the same names, or another one in its stead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from tui.catalog.drafts.evidence import Evidence, Stretch
from tui.catalog.drafts.verdict import Finding, Verdict, witness
from tui.drafts import Number
from tui.drafts.nearness import heaviest, kinship
from tui.model import Span
from tui.prose import sentence_at

_MOST = 5
"""Texts that are read for a number: those most like its surroundings, and those that have it."""
_STRETCHES = 4
"""Stretches of each of these that are read."""
_TELLING = 10
"""Names and words near a number by which texts are chosen."""
_SCALES = (1, 10**3, 10**6, 10**9, 10**12)
KIN = 0.8
"""How much two places must have in common to speak of the same thing."""
RIVAL = 0.6
"""How near to the best place that of the same number must come."""
CROSSED = 1.05
"""How much better two numbers must fit crosswise to have changed places.

In 300 sentences of a text, shortened or turned round, none that were right did; of 200 in which two
numbers had changed places, four in ten do.
"""
_TOGETHER = 250
"""Characters of a draft within which two numbers may have changed places."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as a draft states it, and what stands near it there."""

    number: Number
    near: Mapping[str, float]
    written: str


def judge(evidence: Evidence, stated: Sequence[Stated]) -> Iterator[Verdict]:
    """What the texts have of the numbers of a draft."""
    places = [list(_places(evidence, one)) for one in stated]
    taken: dict[tuple[Stretch, Span], float] = {}
    for one, there in zip(stated, places, strict=True):
        if same := _same(one.number, there):
            taken[same.key] = max(same.kin, taken.get(same.key, 0.0))
    verdicts = [
        _judge(evidence, one, there, taken) for one, there in zip(stated, places, strict=True)
    ]
    for at, other, place in _crossed(stated, places, verdicts):
        why = f"may have changed places with {stated[other].written}"
        verdicts[at] = replace(_verdict(evidence, stated[at], "differs", place), why=why)
    yield from verdicts


def _crossed(
    stated: Sequence[Stated], places: Sequence[Sequence[_There]], verdicts: Sequence[Verdict]
) -> Iterator[tuple[int, int, _There]]:
    """Numbers that stand each where the texts have the other: which, the other, its place."""
    found = [i for i, verdict in enumerate(verdicts) if verdict.finding == "found"]
    for at, i in enumerate(found):
        for j in (found[k] for k in range(at + 1, len(found))):
            one, other = stated[i].number, stated[j].number
            if other.span.start - one.span.end > _TOGETHER:
                break
            if not one.rivals(other):
                continue
            own, its = _same(one, places[i]), _same(other, places[j])
            at_its, at_own = _same(other, places[i]), _same(one, places[j])
            if not (own and its and at_its and at_own) or own.stretch is not its.stretch:
                continue
            if at_its.kin + at_own.kin > CROSSED * (own.kin + its.kin):
                yield i, j, at_its
                yield j, i, at_own


def _judge(
    evidence: Evidence,
    stated: Stated,
    places: Sequence[_There],
    taken: Mapping[tuple[Stretch, Span], float],
) -> Verdict:
    """What they have of one; a place that another number states better is no rival to it."""
    number, written = stated.number, stated.written
    same = _same(number, places)
    rest = [p for p in places if not number.agrees(p.number)]
    wider = _best(p for p in rest if number.is_wider_in(p.number))
    free = (p for p in rest if p.kin > taken.get(p.key, 0.0) and not number.is_wider_in(p.number))
    rival = _best(p for p in (_as_rival(p, number) for p in free) if p.kin >= KIN)
    least = max(KIN, RIVAL * rival.kin if rival else 0) * (1 - number.rarity / 2)
    if same and same.kin >= least:
        return _verdict(evidence, stated, "found", same)
    if wider and wider.kin >= least:
        return replace(
            _verdict(evidence, stated, "unjudged", wider), why="the texts are less exact"
        )
    if rival:
        return _verdict(evidence, stated, "differs", rival)
    if number.is_spelled:
        why = "a small number in words"
        return Verdict(number.kind, "unjudged", number.span, written, why=why)
    return Verdict(number.kind, "missing", number.span, written)


@dataclass(frozen=True, slots=True)
class _There:
    """A number of a text, and how much its place has in common with that in the draft."""

    stretch: Stretch
    number: Number
    kin: float

    @property
    def key(self) -> tuple[Stretch, Span]:
        """Which place it is."""
        return self.stretch, self.number.span


def _as_rival(there: _There, number: Number) -> _There:
    """A place whose number speaks against another.

    A date that is less exact speaks half as loud, the same day of another year twice as loud.
    """
    days, its = number.days, there.number.days
    if days is None or its is None:
        return there
    if there.number.exactness() < number.exactness():
        return replace(there, kin=there.kin / 2)
    is_slip = number.exactness() > 1 and all(a[5:] == b[5:] for a, b in zip(days, its, strict=True))
    return replace(there, kin=there.kin * 2) if is_slip else there


def _best(places: Iterable[_There]) -> _There | None:
    return max(places, key=lambda place: place.kin, default=None)


def _same(number: Number, places: Iterable[_There]) -> _There | None:
    """The best place that has the number."""
    return _best(place for place in places if number.agrees(place.number))


def _verdict(evidence: Evidence, stated: Stated, finding: Finding, there: _There) -> Verdict:
    number, written = stated.number, stated.written
    stretch, span = there.stretch, there.number.span
    words = " ".join(stretch.text[slice(*span)].split())
    sentence = sentence_at(stretch.text, span.start)
    whole = stretch.span(sentence if sentence.end > sentence.start else span)
    where = witness(evidence.room, stretch.document.id, whole)
    return Verdict(number.kind, finding, number.span, written, words, witness=where)


def _places(evidence: Evidence, stated: Stated) -> Iterator[_There]:
    """The numbers of the texts that may be the same or a rival, and how alike they stand."""
    number, near = stated.number, stated.near
    features = heaviest(near, lambda f: evidence.weight(f) * near[f], _TELLING)
    written = _with_number(evidence, number)
    alike, same = (evidence.likeliest(features, _MOST, among) for among in (None, written))
    chosen = evidence.stretches(alike, features, _STRETCHES)
    chosen += evidence.stretches(same, features, _STRETCHES)
    for one in dict.fromkeys(stretch for _, stretch in chosen):
        for other, around in one.numbers:
            if number.agrees(other) or number.is_wider_in(other) or number.rivals(other):
                yield _There(one, other, kinship(near, around, evidence.weight))


def _with_number(evidence: Evidence, number: Number) -> Set[int]:
    """The texts with words as which a number may be written."""
    docs_of = evidence.docs_of
    if number.days:
        year, _, day = number.days[0].split("-")
        docs = docs_of(year)
        return docs & (docs_of(day) | docs_of(day.lstrip("0"))) if number.exactness() > 2 else docs
    value = number.low or Decimal(0)
    scaled = [value / by for by in _SCALES if value >= by]
    return frozenset().union(*(docs_of(f"{amount.normalize():f}") for amount in scaled))
