"""Whether the texts have a number of a draft near the same names, or another one in its stead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from tui.catalog.drafts.evidence import Evidence, Opened
from tui.catalog.drafts.verdict import Finding, Verdict, place
from tui.drafts import Number
from tui.drafts.nearness import heaviest, kinship
from tui.prose import sentence_at

_MOST = 6
"""Texts that are read for a number: those most like its surroundings, and those that have it."""
_TELLING = 12
"""Names and words near a number by which texts are chosen."""
KIN = 0.8
"""How much two places must have in common to speak of the same thing."""
RIVAL = 0.6
"""How near to the best place that of the same number must come."""


def judge(evidence: Evidence, number: Number, near: Mapping[str, float], written: str) -> Verdict:
    """What the texts have of a number that stands in the draft among these names and words."""
    places = list(_places(evidence, number, near))
    same = _best(p for p in places if number.agrees(p.number))
    rest = [p for p in places if not number.agrees(p.number)]
    wider = _best(p for p in rest if number.is_wider_in(p.number))
    rivals = (_as_rival(p, number) for p in rest if not number.is_wider_in(p.number))
    rival = _best(p for p in rivals if p.kin >= KIN)
    least = max(KIN, RIVAL * rival.kin if rival else 0) * (1 - number.rarity / 2)
    if same and same.kin >= least:
        return _verdict(evidence, number, written, "found", same)
    if wider and wider.kin >= least:
        vague = _verdict(evidence, number, written, "unjudged", wider)
        return replace(vague, why="the texts are less exact")
    if rival:
        return _verdict(evidence, number, written, "differs", rival)
    if number.is_spelled:
        why = "a small number in words"
        return Verdict(number.kind, "unjudged", number.span, written, why=why)
    return Verdict(number.kind, "missing", number.span, written)


@dataclass(frozen=True, slots=True)
class _There:
    """A number of a text, and how much its place has in common with that in the draft."""

    opened: Opened
    number: Number
    kin: float


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


def _verdict(
    evidence: Evidence, number: Number, written: str, finding: Finding, there: _There
) -> Verdict:
    document, span = there.opened.document, there.number.span
    sentence = sentence_at(document.text, span.start)
    where = place(evidence.room, document.id, sentence if sentence.end > sentence.start else span)
    words = " ".join(document.text[slice(*span)].split())
    return Verdict(number.kind, finding, number.span, written, words, place=where)


def _places(evidence: Evidence, number: Number, near: Mapping[str, float]) -> Iterator[_There]:
    """The numbers of the texts that may be the same or a rival, and how alike they stand."""
    features = heaviest(near, lambda f: evidence.weight(f) * near[f], _TELLING)
    chosen = evidence.likeliest(features, _MOST)
    written = {doc for term in _terms(number) for doc in evidence.docs_of(term)}
    chosen += evidence.likeliest(features, _MOST, written)
    for doc in dict.fromkeys(chosen):
        one = evidence.open(doc)
        if one is None:
            continue
        for other in one.numbers:
            if number.agrees(other) or number.is_wider_in(other) or number.rivals(other):
                kin = kinship(near, one.company.near(other.span), evidence.weight)
                yield _There(one, other, kin)


def _terms(number: Number) -> list[str]:
    """Words as which the texts may write a number."""
    if number.days:
        return [number.days[0][:4]]
    value = number.low or Decimal(0)
    found = []
    for by in (1, 10**3, 10**6, 10**9, 10**12):
        if value >= by:
            found.append(f"{(value / by).normalize():f}")
    return found
