"""`docs`, `show`: the texts of the corpus and their words."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from tui.catalog import documents
from tui.catalog.room import Room
from tui.cli import output
from tui.cli.entrance import enter
from tui.model import Facts, NotFound, UsageError
from tui.visible import visible

DOC = (
    "doc",
    "title",
    "authors",
    "date",
    "date_certainty",
    "source",
    "languages",
    "status",
    "chars",
    "words",
)
HELP = {
    "docs": "QUERY keeps the texts that answer it; without it all are listed, by id.",
    "show": """\
DOC is a whole id, or a beginning that no other id has; then :LINE[-LINE].

Plain text is written character for character, with control characters made
visible; --raw writes the bytes of the file instead, to a file or a pipe only.""",
}


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    parser.epilog = HELP[name]
    if name == "docs":
        parser.add_argument("query", metavar="QUERY", nargs="*")
    else:
        parser.add_argument("doc", metavar="DOC[:LINE[-LINE]]")
        parser.add_argument("--raw", action="store_true", help="the bytes of the file")


def run(args: argparse.Namespace) -> int:
    """Answer one of these commands."""
    return _docs(args) if args.command == "docs" else _show(args)


def facts_row(doc: str, facts: Facts) -> dict[str, Any]:
    """A text's facts under their JSON keys."""
    return {
        "doc": doc,
        "title": facts.title,
        "authors": list(facts.authors),
        "date": facts.date,
        "date_certainty": facts.date_certainty,
        "source": facts.source,
        "languages": list(facts.languages),
        "status": facts.status,
    }


def _docs(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    room = enter(args)
    query = " ".join(args.query)
    wanted = _answering(room, query) if query else None
    found = [card for card in documents.cards(room) if wanted is None or card.doc in wanted]
    if form == "text":
        width = max((len(card.doc) for card in found), default=0)
        if found:
            output.put_head(
                f"{'text':<{width}}  {'date':<10}  {'words':>7}  title · author · source"
            )
        output.put_lines(
            f"{card.doc:<{width}}  {card.facts.date or '-':<10}  {card.words:>7,}  {_about(card)}"
            for card in found
        )
    else:
        output.put_rows(
            (
                {**facts_row(card.doc, card.facts), "chars": card.chars, "words": card.words}
                for card in found
            ),
            form,
            DOC,
        )
    if not found:
        raise NotFound("nothing found")
    return 0


def _about(card: documents.Card) -> str:
    """The label of a text, then who wrote it and where it stood."""
    return " · ".join((card.label, *card.facts.authors, *filter(None, [card.facts.source])))


def _answering(room: Room, query: str) -> frozenset[str]:
    """The ids of the texts that answer a query; the query language is imported if there is one."""
    from tui.catalog import searching

    return searching.texts(room, query)


def _show(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl")
    room = enter(args)
    reading = documents.open_text(room, args.doc)
    document, span = reading.document, reading.span
    if args.raw:
        return _show_raw(room.corpus.raw(document.id))
    if form == "text":
        if document.facts.status == "digest":
            output.say(reading.label)
        text = visible(document.text[slice(*span)], keep="\n\t")
        is_whole = span == (0, len(document.text)) and not output.is_terminal()
        sys.stdout.write(text if is_whole or text.endswith("\n") else text + "\n")
        return 0
    output.put_json(
        {
            "schema": 1,
            **facts_row(document.id, document.facts),
            "url": document.facts.url,
            "rights": document.facts.rights,
            "sha256": document.sha256,
            "encoding": document.encoding,
            "start": span.start,
            "end": span.end,
            "text": document.text[slice(*span)],
            "zones": [
                {"zone": zone.kind, "start": zone.span.start, "end": zone.span.end}
                for zone in document.zones
            ],
        }
    )
    return 0


def _show_raw(data: bytes) -> int:
    if output.is_terminal():
        raise UsageError("--raw writes to a file or a pipe, never to a terminal")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return 0
