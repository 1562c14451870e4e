"""How the hits of an answer are written: as text, JSON, a table, a quickfix list or Markdown."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from typing import Any

from tui.catalog.details import Found, details
from tui.catalog.room import Room
from tui.catalog.searching import Answer, Hit, explained
from tui.cli import output
from tui.counts import count
from tui.query.explain import Clause, Explanation
from tui.query.parse import BINDING

HIT = ("doc", "title", "date", "line", "column", "score", "spans", "snippet", "entities")
FACETS_SHOWN = 10
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def put(room: Room, answer: Answer, form: str, args: argparse.Namespace) -> None:
    """Write the hits of an answer, and with --facets what all its texts share."""
    if form in ("json", "jsonl"):
        output.put_json(_object(room, answer, args))
        return
    if form in ("csv", "tsv"):
        output.put_rows(map(_row, details(room, answer, answer.hits)), form, HIT)
    elif form == "vimgrep":
        for hit in details(room, answer, answer.hits):
            output.put_vimgrep(room.corpus.folder, room.document(hit.doc), hit.spans)
    elif form == "markdown":
        for hit in details(room, answer, answer.hits):
            output.put_lines(_quotable(hit))
    else:
        output.put_lines(_lines(room, answer, is_folded=not args.no_fold))
        if args.facets:
            output.put_lines(_facet_lines(room, answer))
        _say_how_many(answer)


def _object(room: Room, answer: Answer, args: argparse.Namespace) -> dict[str, Any]:
    found: dict[str, Any] = {
        "schema": 1,
        "query": None if args.like else answer.query,
        "total": answer.total,
        "mentions_total": answer.mentions_total,
        "exact": answer.exact,
        "hits": [_row(hit) for hit in details(room, answer, answer.hits)],
    }
    if args.facets:
        from tui.catalog.facets import facets

        found["facets"] = {
            kind: [
                {"value": f.value, "count": f.count, "exact": f.exact, "query": f.query}
                for f in each
            ]
            for kind, each in facets(room, answer.matches).items()
        }
    if args.explain:
        found["explain"] = _explanation(explained(room, answer))
    return found


def _row(hit: Found) -> dict[str, Any]:
    return {
        "doc": hit.doc,
        "title": hit.title,
        "date": hit.date,
        "line": hit.line,
        "column": hit.column,
        "score": round(hit.score, 4),
        "spans": [list(span) for span in hit.spans],
        "snippet": hit.snippet.text if hit.snippet else None,
        "entities": list(hit.entities),
    }


def _explanation(explanation: Explanation) -> dict[str, Any]:
    return {
        "clauses": _clause(explanation.root),
        "hints": list(explanation.hints),
        "binding": BINDING,
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "start": clause.span.start,
        "end": clause.span.end,
        "says": clause.says,
        "documents": clause.documents,
        "hits": clause.hits,
        "exact": clause.is_exact,
        "forms": [{"form": form, "documents": count or None} for form, count in clause.forms],
        "left_out": clause.left_out,
        "empties": clause.empties,
        "clauses": [_clause(child) for child in clause.children],
    }


def _lines(room: Room, answer: Answer, *, is_folded: bool) -> Iterator[str]:
    hits, twins = answer.hits, dict[str, str]()
    if is_folded:
        hits, twins = _folded(room, hits)
    for hit in details(room, answer, hits):
        label = None if hit.label == hit.doc else hit.label
        yield "  ".join(filter(None, (hit.doc, label, hit.date)))
        if hit.snippet is not None:
            yield f"  {hit.snippet.line}: {' '.join(hit.snippet.text.split())}"
        if hit.doc in twins:
            yield f"  {twins[hit.doc]}"


def _folded(room: Room, hits: Sequence[Hit]) -> tuple[tuple[Hit, ...], dict[str, str]]:
    """The hits without near-duplicates of those before, and what is said of these."""
    from tui.catalog.similar import folded

    folds = {fold.doc: fold.twins for fold in folded(room, [hit.doc for hit in hits])}
    said = {
        doc: f"+{len(twins)} like it: "
        + ", ".join(f"{twin.doc} ({twin.resemblance:.0%})" for twin in twins)
        for doc, twins in folds.items()
        if twins
    }
    return tuple(hit for hit in hits if hit.doc in folds), said


def _say_how_many(answer: Answer) -> None:
    shown = len(answer.hits)
    if not answer.total:
        return
    passages = f"{count(answer.mentions_total, 'passage')} in " if answer.mentions_total else ""
    more = ""
    if shown < answer.total:
        more = f"; the first {shown} shown, --limit N shows more"
    elif answer.mentions_total > shown and output.is_watched():
        more = "; shown is the best of each, kwic shows all"
    least = "" if answer.exact else "at least "
    output.say(f"{least}{passages}{count(answer.total, 'text')}{more}")


def _facet_lines(room: Room, answer: Answer) -> Iterator[str]:
    from tui.catalog.facets import facets

    for kind, each in facets(room, answer.matches).items():
        yield f"by {kind}"
        for facet in each[:FACETS_SHOWN]:
            count = str(facet.count) if facet.exact else f"≥ {facet.count}"
            yield f"  {count:>6}  {facet.query or facet.value}" + (
                f"  {facet.name}" if facet.name else ""
            )
        if len(each) > FACETS_SHOWN:
            yield f"          … and {len(each) - FACETS_SHOWN} more"


def _quotable(hit: Found) -> Iterator[str]:
    """A hit as an item of a Markdown list; of a digest no words are quoted."""
    name = hit.title or hit.doc
    kind = hit.label.removesuffix(name)
    place = hit.doc if hit.snippet is None else f"{hit.doc}:{hit.snippet.line}"
    date = f", {hit.date}" if hit.date else ""
    yield f"- {kind}**{_escaped(name)}**{date}, {_escaped(place)}"
    if hit.snippet is not None:
        text = _escaped(" ".join(hit.snippet.text.split()))
        yield f"  in other words: {text}" if kind else f"  > {text}"


def _escaped(text: str) -> str:
    """A text without meaning for Markdown."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
