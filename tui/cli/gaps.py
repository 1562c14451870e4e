"""A gap of the registry in lines and in JSON."""

from __future__ import annotations

from tui.catalog.missing import Missing
from tui.counts import count

GAP = ("name", "count", "documents", "type", "like", "score", "spellings", "passages")


def gap_lines(found: Missing) -> list[str]:
    """A gap with two of its sentences."""
    gap = found.gap
    kind = f"  {gap.type}?" if gap.type else ""
    like = f"  perhaps @{gap.like}" if gap.like else ""
    others = [f"{text} ({n})" for text, n in gap.spellings if text != gap.name]
    also = f"  also {', '.join(others)}" if others else ""
    texts = count(gap.documents, "text")
    places = [f"  {p.doc}:{p.line}: {' '.join(p.sentence.split())}" for p in found.places[:2]]
    return [f"{gap.name}  {gap.count} in {texts}{kind}{like}{also}", *places]


def gap_row(found: Missing) -> dict[str, object]:
    """A gap under its JSON keys."""
    gap = found.gap
    return {
        "name": gap.name,
        "count": gap.count,
        "documents": gap.documents,
        "type": gap.type,
        "like": gap.like,
        "score": gap.score,
        "spellings": [{"text": text, "count": n} for text, n in gap.spellings],
        "passages": [
            {
                "doc": place.doc,
                "start": place.span.start,
                "end": place.span.end,
                "line": place.line,
                "sentence": place.sentence,
            }
            for place in found.places
        ],
    }
