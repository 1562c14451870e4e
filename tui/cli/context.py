"""`kwic`: words and names in their context."""

from __future__ import annotations

import argparse
import unicodedata
from itertools import islice

from tui.catalog import concordances
from tui.cli import output
from tui.cli.entrance import enter
from tui.cli.numbers import whole
from tui.concordance import cut, sort_keys
from tui.model import NotFound

KWIC = ("doc", "start", "end", "line", "left", "node", "right")
WIDTH = 40
HELP = {
    "kwic": """One line for each passage that answers QUERY, which may be a word, a phrase, @entity
or any other query. --sort takes up to three of 1L to 5L and 1R to 5R (the words to the left and to
the right, from the nearest on), form, text, date: --sort 1R,2R,date. In JSON and tables left and
right are as wide as --width.""",
}


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    parser.epilog = HELP[name]
    parser.add_argument("query", metavar="QUERY", nargs="+")
    parser.add_argument("--sort", default="", metavar="KEYS", help="text order by default")
    parser.add_argument("--width", type=whole(), default=WIDTH, metavar="N", help="of each side")
    parser.add_argument("--limit", type=whole(), metavar="N", help="at most the first N lines")
    parser.add_argument(
        "--spread", type=whole(), metavar="N", help="of many N lines, evenly spread"
    )


def run(args: argparse.Namespace) -> int:
    """Answer one of these commands."""
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv", "vimgrep")
    keys = sort_keys(args.sort)
    room = enter(args)
    query = " ".join(args.query)
    if keys or args.spread is not None:
        lines = concordances.kwic(room, query, keys, args.spread)[: args.limit]
    else:
        found = concordances.lines(room, concordances.asked(room, query))
        lines = list(islice(found, args.limit))
    if not lines:
        raise NotFound("nothing found")
    if form == "vimgrep":
        for line in lines:
            document = room.document(line.passage.doc)
            output.put_vimgrep(room.corpus.folder, document, [line.passage.span])
        return 0
    shown = [cut(line, args.width) for line in lines]
    if form == "text":
        places = [
            f"{s.passage.doc}:{room.document(s.passage.doc).place(s.passage.span.start)[0]}"
            for s in shown
        ]
        margin = max(map(len, places))
        output.put_head(f"{'text:line':<{margin}}  {'before':>{args.width}}  passage, behind")
        for place, line in zip(places, shown, strict=True):
            pad = " " * max(0, args.width - _cells(line.left.strip()))
            output.put(f"{place:<{margin}}  {pad}{line.left.strip()}  {line.node}{line.right}")
        return 0
    output.put_rows(
        (
            {
                "doc": s.passage.doc,
                "start": s.passage.span.start,
                "end": s.passage.span.end,
                "line": room.document(s.passage.doc).place(s.passage.span.start)[0],
                "left": s.left,
                "node": s.node,
                "right": s.right,
            }
            for s in shown
        ),
        form,
        KWIC,
    )
    return 0


def _cells(text: str) -> int:
    """The columns that a terminal gives to a text."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
