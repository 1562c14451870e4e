"""A draft held against a room: each of its claims looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tui.catalog.drafts import named, quoted, stated
from tui.catalog.drafts.evidence import Evidence
from tui.catalog.drafts.stated import Stated
from tui.catalog.drafts.verdict import Verdict
from tui.catalog.room import Room
from tui.drafts import Nearness, numbers, prose_of, quotations
from tui.model import Mention, Span
from tui.words import words


def check(room: Room, draft: str) -> list[Verdict]:
    """What the texts and the registry have of each claim of a draft, in its order.

    Names and numbers in a quotation that has been found, or much like it, stand or fall with it.
    """
    evidence = Evidence(room)
    prose = prose_of(draft)
    judged = [quoted.judge(evidence, one) for one in quotations(prose)]
    settled = [one.span for one in judged if one.witness]
    found = words(prose)
    mentions = evidence.room.finder.find(prose, found, "")
    names = _names(evidence, prose, mentions)
    meant = sorted([*mentions, *_meant(names, mentions)], key=lambda mention: mention.span)
    nearness = Nearness(prose, found, meant)
    others = [*names, *_numbers(evidence, prose, mentions, nearness)]
    judged += [one for one in others if not _inside(one.span, settled)]
    return sorted(judged, key=lambda one: (one.span, one.kind))


def _names(evidence: Evidence, prose: str, mentions: Sequence[Mention]) -> list[Verdict]:
    """The names of a draft; a registered one that is a part of a misspelt one is none."""
    others = list(named.unregistered(evidence, prose, mentions))
    longer = [one.span for one in others if one.entity]
    known = named.registered(evidence, prose, mentions)
    return [*(one for one in known if not _inside(one.span, longer)), *others]


def _meant(names: Sequence[Verdict], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those of whom a draft has but a part of the name, or a wrong letter in it."""
    known = [mention.span for mention in mentions]
    for one in names:
        if one.entity and not any(s.start < one.span.end and one.span.start < s.end for s in known):
            yield Mention(one.entity, one.span, "alias", one.text)


def _numbers(
    evidence: Evidence, prose: str, mentions: Sequence[Mention], nearness: Nearness
) -> Iterator[Verdict]:
    return stated.judge(
        evidence,
        [
            Stated(one, nearness.near(one.span), " ".join(prose[slice(*one.span)].split()))
            for one in numbers(prose, mentions)
        ],
    )


def _inside(span: Span, settled: Sequence[Span]) -> bool:
    """Whether one of some spans, which do not overlap, covers a span."""
    at = bisect_left(settled, span.end, key=lambda one: one.end)
    return at < len(settled) and settled[at].start <= span.start
