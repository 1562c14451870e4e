"""A draft held against a room: each of its claims looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.catalog.drafts import named, quoted, stated
from tui.catalog.drafts.evidence import Evidence
from tui.catalog.drafts.verdict import Verdict
from tui.catalog.room import Room
from tui.drafts import Company, numbers, prose_of, quotations
from tui.model import Span
from tui.words import words


def check(room: Room, draft: str) -> list[Verdict]:
    """What the texts and the registry have of each claim of a draft, in its order.

    Names and numbers in a quotation that has been found, or much like it, stand or fall with it.
    """
    evidence = Evidence(room)
    prose = prose_of(draft)
    quoted_ones = [quoted.judge(evidence, one) for one in quotations(prose)]
    settled = [one.span for one in quoted_ones if one.place]
    others = [one for one in _others(evidence, prose) if not _inside(one.span, settled)]
    return sorted([*quoted_ones, *others], key=lambda one: (one.span, one.kind))


def _others(evidence: Evidence, prose: str) -> Iterator[Verdict]:
    found = words(prose)
    mentions = evidence.room.finder.find(prose, found, "")
    yield from named.registered(evidence, prose, mentions)
    yield from named.unregistered(evidence, prose, mentions)
    company = Company(prose, found, mentions)
    for number in numbers(prose, mentions):
        written = " ".join(prose[slice(*number.span)].split())
        yield stated.judge(evidence, number, company.near(number.span), written)


def _inside(span: Span, settled: Sequence[Span]) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in settled)
