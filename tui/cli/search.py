"""`search`: find passages by words, phrases and names."""

from __future__ import annotations

import argparse
from typing import Any

from tui.catalog import searching
from tui.cli import output
from tui.cli.entrance import enter
from tui.model import NotFound

HIT = ("doc", "title", "date", "line", "column", "score", "spans", "snippet", "entities")
TEXT_LIMIT = 20
GUIDE = """\
the query language
  missile export      texts with both words, in any of their forms
  "joint exercise"    this phrase, as written; "gas deal"~5 in any order, so near
  =exports            this form only; EXPORT in capitals only where it is in capitals
  a OR b, -c, NOT c   brackets group; an operator is in capitals
  S-400 4++ $5 R&D    designators are one word; any dash and apostrophe will do
  expor* w?rd roze~   beginnings, single letters, typos; /exp.rts?/ a pattern over words
  @china @"Su-35S"    an entity under any name; @china! by its proper names only
  type:equipment      any entity of a type
  a NEAR/5 b          also BEFORE/5 and AFTER/5, between words, phrases and entities
  {{a b -c}}            all within one paragraph
  doc: title: author: source: date: lang: zone:   choose texts: date:2014..2016-05
tight to loose: {binding}

A hit is a text with all its passages. In JSON its entities are those that the text names, the most
frequent first; line and column are those of the first passage."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `search`."""
    from tui.query.parse import BINDING

    parser.epilog = GUIDE.format(binding=BINDING)
    parser.add_argument("query", metavar="QUERY", nargs="+")
    parser.add_argument(
        "--limit", type=int, metavar="N", help=f"at most N texts; {TEXT_LIMIT} for text, else all"
    )
    parser.add_argument(
        "--sort", choices=searching.SORTS, default="score", help="best first, or by date or path"
    )


def run(args: argparse.Namespace) -> int:
    """Answer a query."""
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv", "vimgrep")
    limit = args.limit if args.limit is not None else TEXT_LIMIT if form == "text" else None
    room = enter(args)
    answer = searching.search(room, " ".join(args.query), limit=limit, sort=args.sort)
    for hint in answer.hints:
        output.say(f"readroom: {hint}")
    if form in ("json", "jsonl"):
        output.put_json(_object(answer))
    elif form in ("csv", "tsv"):
        output.put_rows(map(_row, answer.hits), form, HIT)
    elif form == "vimgrep":
        for hit in answer.hits:
            output.put_vimgrep(room.corpus.folder, room.document(hit.doc), hit.spans)
    else:
        output.put_lines(_lines(answer))
    if not answer.total:
        raise NotFound("nothing found")
    return 0


def _object(answer: searching.Answer) -> dict[str, Any]:
    return {
        "schema": 1,
        "query": answer.query,
        "total": answer.total,
        "mentions_total": answer.mentions_total,
        "hits": [_row(hit) for hit in answer.hits],
    }


def _row(hit: searching.Found) -> dict[str, Any]:
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


def _lines(answer: searching.Answer) -> list[str]:
    lines = []
    for hit in answer.hits:
        date = f"  {hit.date}" if hit.date else ""
        lines.append(f"{hit.doc}  {hit.label}{date}")
        if hit.snippet is not None:
            lines.append(f"  {hit.snippet.line}: {' '.join(hit.snippet.text.split())}")
    shown = len(answer.hits)
    if answer.total:
        passages = output.count(answer.mentions_total, "passage")
        more = f"; the first {shown} shown, --limit N shows more" if shown < answer.total else ""
        output.say(f"{passages} in {output.count(answer.total, 'text')}{more}")
    return lines
