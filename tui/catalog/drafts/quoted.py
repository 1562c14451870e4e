"""Whether the texts have the very words of a quotation, and if not, what is like it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from tui.catalog.drafts.evidence import Evidence, Opened
from tui.catalog.drafts.verdict import Finding, Verdict, witness
from tui.citation.difference import difference
from tui.drafts import Quotation, nearest, verbatim
from tui.model import Span
from tui.query.capitals import both
from tui.words import split

_MOST = 12
"""Texts that are opened for a quotation: with its words in their order, or with most of them."""
_STRETCHES = 4
"""Stretches of them that are read for what is most like it."""
_ANYWAY = 0.3
"""What a word tells though it stands everywhere: a quotation has that too."""
_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def judge(evidence: Evidence, quotation: Quotation) -> Verdict:
    """What the texts have of a quotation; the originals are asked before the digests."""
    found = [
        (one.is_digest, one.document.id, span)
        for one in _with_words(evidence, quotation)
        if (span := verbatim(quotation, one.document.text))
    ]
    if not found:
        return _like(evidence, quotation)
    is_digest, doc, span = min(found)
    finding: Finding = "digest" if is_digest else "found"
    where = witness(evidence.room, doc, span)
    return Verdict("quotation", finding, quotation.span, quotation.text, witness=where)


def _like(evidence: Evidence, quotation: Quotation) -> Verdict:
    """The passage that reads most like a quotation that stands nowhere."""
    terms = list(dict.fromkeys(split(quotation.text).terms))
    docs = evidence.likeliest(terms, _MOST)
    best: tuple[tuple[float, bool], Opened, Span] | None = None
    for one, stretch in evidence.stretches(docs, terms, _STRETCHES):
        near = nearest(
            quotation, stretch.text, stretch.words, lambda t: _ANYWAY + evidence.weight(t)
        )
        rank = (near.share if near else 0.0, not one.is_digest)
        if near and (best is None or rank > best[0]):
            best = rank, one, stretch.span(near.span)
    if best is None:
        return Verdict("quotation", "missing", quotation.span, quotation.text)
    _, one, span = best
    where = witness(evidence.room, one.document.id, span)
    return Verdict(
        "quotation",
        "differs",
        quotation.span,
        quotation.text,
        where.text,
        difference(quotation.text, where.text),
        witness=where,
        why="of a digest, which cannot be quoted" if one.is_digest else None,
    )


def _with_words(evidence: Evidence, quotation: Quotation) -> Iterator[Opened]:
    """The texts that have all the words of a quotation, those of its longest piece in order."""
    pieces = [split(part).terms for piece in quotation.pieces for part in _BRACKETS.split(piece)]
    docs: Collection[int] | None = None
    for term in sorted({term for terms in pieces for term in terms}, key=evidence.weight)[::-1]:
        here = evidence.docs_of(term)
        docs = here if docs is None else here & frozenset(docs)
    if docs and len(docs) > 2:
        docs = _in_order(evidence, max(pieces, key=len), docs)
    yield from filter(None, map(evidence.open, sorted(docs or ())[: 4 * _MOST]))


def _in_order(evidence: Evidence, terms: Sequence[str], docs: Collection[int]) -> list[int]:
    """Those of the texts that have the words one behind the other."""
    begun: dict[int, set[int]] | None = None
    for after, term in enumerate(terms):
        extents = evidence.room.view.extents("words", both(term), docs)
        here = {doc: {first - after for first, _ in places} for doc, places in extents.items()}
        if begun is not None:
            here = {doc: places & begun[doc] for doc, places in here.items() if doc in begun}
        begun = {doc: places for doc, places in here.items() if places}
        docs = list(begun)
    return list(docs)
