"""A draft held against a room: each of its claims looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tui.catalog.drafts import named, quoted, stated
from tui.catalog.drafts.evidence import Evidence
from tui.catalog.drafts.stated import Stated
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
    judged = [quoted.judge(evidence, one) for one in quotations(prose)]
    settled = [one.span for one in judged if one.place]
    judged += [one for one in _names(evidence, prose) if not _inside(one.span, settled)]
    judged += [one for one in _numbers(evidence, prose) if not _inside(one.span, settled)]
    return sorted(judged, key=lambda one: (one.span, one.kind))


def _names(evidence: Evidence, prose: str) -> list[Verdict]:
    """The names of a draft; a registered one that is a part of a misspelt one is none."""
    mentions = evidence.room.finder.find(prose, words(prose), "")
    others = list(named.unregistered(evidence, prose, mentions))
    longer = [one.span for one in others if one.finding in ("found", "differs")]
    known = named.registered(evidence, prose, mentions)
    return [*(one for one in known if not _inside(one.span, longer)), *others]


def _numbers(evidence: Evidence, prose: str) -> Iterator[Verdict]:
    found = words(prose)
    mentions = evidence.room.finder.find(prose, found, "")
    company = Company(prose, found, mentions)
    return stated.judge(
        evidence,
        [
            Stated(one, company.near(one.span), " ".join(prose[slice(*one.span)].split()))
            for one in numbers(prose, mentions)
        ],
    )


def _inside(span: Span, settled: Sequence[Span]) -> bool:
    """Whether one of some spans, which do not overlap, covers a span."""
    at = bisect_left(settled, span.end, key=lambda one: one.end)
    return at < len(settled) and settled[at].start <= span.start
