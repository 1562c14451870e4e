"""`figures`: the amounts that the texts give, normalised, with what they count and who is near."""

from __future__ import annotations

import argparse
from decimal import Decimal
from typing import get_args

from tui.catalog import ledger
from tui.catalog.ledger import ORDERS, Told
from tui.cli import listing, output
from tui.cli.entrance import enter
from tui.cli.listing import BEHIND, PLACES
from tui.figures.measures import Kind
from tui.model import NotFound

FIGURES = ("kind", "low", "high", "unit", "qualifier", "counted", *PLACES, *BEHIND)
HELP = """Amounts of money, percentages, counts, quantities and durations, in English and Russian.
Without QUERY all are listed, with one (a name such as @s-400, words, any query) those in a sentence
that holds what answers it.

A line is the amount in full and its unit, what it counts, its place and its sentence. A range is
A..B; ≤ up to, ≥ at least, ~ about, > planned, ? only its size is told ("several billion").

JSON, one a line: {"kind","low","high","unit","qualifier","counted","doc","line","start","end",
"text","sentence","entities","source","published"}; kind is money, percent, count, quantity or
duration; low and high are equal for one amount, null where it is open; unit is an ISO currency,
percent, percentage-point or a measure (km, t, year …), null for a count; qualifier is none, about,
at-least, up-to, planned or vague; entities are those named in the sentence, the nearest first."""
PLAIN = str.maketrans({"≥": ">=", "≤": "<="})


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `figures`."""
    parser.epilog = HELP
    listing.add_arguments(parser)
    parser.add_argument("--kind", choices=get_args(Kind), help="only figures of this kind")
    parser.add_argument("--unit", metavar="UNIT", help="only in this unit: USD, percent, km …")
    parser.add_argument(
        "--sort", choices=ORDERS, default="text", help="as the texts have them, or largest first"
    )


def run(args: argparse.Namespace) -> int:
    """Answer `figures`."""
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv", "vimgrep")
    room = enter(args)
    of = listing.about_what(args, room)
    entries = ledger.ledger(
        room, of, args.kind, args.unit, order=args.sort, progress=listing.progress("figures")
    )[: args.limit]
    if not entries:
        raise NotFound("nothing found")
    if form == "vimgrep":
        for entry in entries:
            output.put_vimgrep(room.corpus.folder, room.document(entry.doc), [entry.figure.span])
        return 0
    found = ledger.details(room, entries)
    if form != "text":
        output.put_rows(map(figure_row, found), form, FIGURES)
        return 0
    output.put_head(f"{'amount':<24} {'of what':<16}  text:line  sentence")
    for told in found:
        place = f"{told.behind.doc}:{told.behind.line}"
        amount = str(told.entry.figure)
        amount = amount.translate(PLAIN) if output.is_plain() else amount
        counted = told.counted or told.entry.figure.kind
        output.put(f"{amount:<24} {counted:<16}  {place}  {told.behind.text}")
    return 0


def figure_row(told: Told) -> dict[str, object]:
    """A figure under its JSON keys."""
    figure = told.entry.figure
    return {
        "kind": figure.kind,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "counted": told.counted,
        "doc": told.entry.doc,
        "line": told.behind.line,
        "start": figure.span.start,
        "end": figure.span.end,
        "text": told.behind.written,
        **listing.behind_row(told.behind),
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
