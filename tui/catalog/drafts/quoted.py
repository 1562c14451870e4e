"""Whether the texts have the very words of a quotation, and if not, what is like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.catalog.drafts.evidence import Evidence, Opened
from tui.catalog.drafts.verdict import Finding, Verdict, place
from tui.citation.difference import difference
from tui.drafts import Quotation, nearest, verbatim
from tui.model import Span
from tui.query.capitals import both
from tui.words import split

_MOST = 12
"""Texts that are read for a quotation: with its words in their order, or with most of them."""


_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def judge(evidence: Evidence, quotation: Quotation) -> Verdict:
    """What the texts have of a quotation; the originals are asked before the digests."""
    found = [
        (one, span) for one in _with_words(evidence, quotation) if (span := _stands(one, quotation))
    ]
    for one, span in sorted(found, key=lambda f: (_is_digest(f[0]), f[0].document.id)):
        return _found(evidence, quotation, one, span)
    return _like(evidence, quotation)


def _found(evidence: Evidence, quotation: Quotation, one: Opened, span: Span) -> Verdict:
    where = place(evidence.room, one.document.id, span)
    finding: Finding = "digest" if _is_digest(one) else "found"
    return Verdict("quotation", finding, quotation.span, quotation.text, place=where)


def _like(evidence: Evidence, quotation: Quotation) -> Verdict:
    """The passage that reads most like a quotation that stands nowhere."""
    terms = list(dict.fromkeys(split(quotation.text).terms))
    weight = cache(
        lambda term: 0.3 + (evidence.weight(term) if evidence.docs_of(term) else evidence.most)
    )
    best = None
    for number in evidence.likeliest(terms, _MOST):
        one = evidence.open(number)
        near = one and nearest(quotation, one.document.text, one.words, weight)
        if one and near:
            rank = (near.share, not _is_digest(one))
            if best is None or rank > best[0]:
                best = rank, one, near.span
    if best is None:
        return Verdict("quotation", "missing", quotation.span, quotation.text)
    _, one, span = best
    where = place(evidence.room, one.document.id, span)
    changed = difference(quotation.text, where.text)
    return Verdict(
        "quotation", "differs", quotation.span, quotation.text, where.text, changed, place=where,
        why="of a digest, which cannot be quoted" if _is_digest(one) else None,
    )  # fmt: skip


def _with_words(evidence: Evidence, quotation: Quotation) -> Iterator[Opened]:
    """The texts that have all the words of a quotation, in the order of its longest piece."""
    docs: Sequence[int] | None = None
    for piece in quotation.pieces:
        for term in _outside_brackets(piece):
            here = evidence.docs_of(term)
            docs = list(here) if docs is None else [doc for doc in docs if doc in here]
    if not docs:
        return
    if len(docs) > _MOST:
        longest = max(quotation.pieces, key=len)
        if "[" not in longest:
            docs = _in_order(evidence, split(longest).terms, docs)
    for number in sorted(docs)[: 4 * _MOST]:
        one = evidence.open(number)
        if one:
            yield one


def _outside_brackets(piece: str) -> list[str]:
    return split(_BRACKETS.sub(" ", piece)).terms


def _in_order(evidence: Evidence, terms: Sequence[str], docs: Sequence[int]) -> list[int]:
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


def _stands(one: Opened, quotation: Quotation) -> Span | None:
    return verbatim(quotation, one.document.text)


def _is_digest(one: Opened) -> bool:
    return one.document.facts.status == "digest"
