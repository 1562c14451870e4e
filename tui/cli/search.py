"""`search`: find passages by words, phrases and names."""

from __future__ import annotations

import argparse
import sys

from tui.catalog import documents, searching
from tui.catalog.room import Room
from tui.catalog.searching import Answer
from tui.cli import hits, output
from tui.cli.entrance import enter
from tui.cli.numbers import whole
from tui.model import NotFound, UsageError

TEXT_LIMIT = 20
FORMS = ("text", "json", "jsonl", "csv", "tsv", "vimgrep", "markdown")
ANSWERS = """
A hit is a text with all its passages. In JSON its entities are those that the text names, the most
frequent first; line and column are those of the first passage. As text, near-duplicates of a hit
are folded into it. The best stand first by BM25, where a word counts by its zone: {weights}.
With --format vimgrep: path:line:byte:text, for a quickfix list; markdown is a
list to quote from."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `search`."""
    from tui.index.schema import PLAIN, WEIGHTS
    from tui.query.guide import GUIDE

    weights = ", ".join(f"{kind} {weight / PLAIN:g}" for kind, weight in WEIGHTS.items())
    parser.epilog = GUIDE + ANSWERS.format(weights=weights)
    parser.add_argument("query", metavar="QUERY", nargs="*", help="- reads it from stdin")
    parser.add_argument("--like", metavar="DOC", help="texts like this one, in place of QUERY")
    parser.add_argument(
        "--limit",
        type=whole(),
        metavar="N",
        help=f"at most N texts; {TEXT_LIMIT} for text and markdown, else all",
    )
    parser.add_argument(
        "--sort", choices=searching.SORTS, default="score", help="best first, newest, or by path"
    )
    parser.add_argument(
        "--facets", action="store_true", help="what the texts share, as text and JSON"
    )
    parser.add_argument(
        "--explain", action="store_true", help="how QUERY was read, and what each clause finds"
    )
    parser.add_argument(
        "--no-fold", action="store_true", help="as text, each near-duplicate in its own place"
    )
    parser.add_argument(
        "--patient", action="store_true", help="look through all texts, however long it takes"
    )
    parser.add_argument("--save", metavar="NAME", help="keep QUERY, to be asked as query:NAME")


def run(args: argparse.Namespace) -> int:
    """Answer a query."""
    form = output.form_of(args, *FORMS)
    if args.facets and form not in ("text", "json", "jsonl"):
        raise UsageError("--facets comes as text or JSON")
    query = _query(args)
    room = enter(args)
    answer = _answer(room, args, query, form)
    if args.save:
        _save(room, args.save, query)
    for hint in answer.hints:
        output.say(f"readroom: {hint}")
    if args.explain and form not in ("json", "jsonl"):
        for line in searching.explained(room, answer).lines():
            output.say(f"  {line}")
    if not answer.matches.is_complete:
        output.say("readroom: only the newest texts were looked through; --patient: all")
    hits.put(room, answer, form, args)
    if not answer.total:
        is_told = args.explain or args.like
        raise NotFound(
            "nothing found" if answer.exact else "nothing found as far as was looked",
            *(() if is_told else searching.helping(room, answer)),
        )
    return 0


def _query(args: argparse.Namespace) -> str:
    """What is asked; UsageError if nothing is, or two things are."""
    if args.like and (args.query or args.explain or args.save):
        raise UsageError("--like stands in place of QUERY")
    if not args.query and not args.like:
        raise UsageError("what is searched for?", "try: readroom search --help")
    if args.query == ["-"]:
        return sys.stdin.read().strip()
    return " ".join(args.query)


def _answer(room: Room, args: argparse.Namespace, query: str, form: str) -> Answer:
    limit = args.limit
    if limit is None and form in ("text", "markdown"):
        limit = TEXT_LIMIT
    if args.like:
        from tui.catalog.similar import like

        return like(room, documents.find(room, args.like), limit)
    return searching.search(room, query, limit=limit, sort=args.sort, patient=args.patient)


def _save(room: Room, name: str, query: str) -> None:
    from tui.catalog.saved import save

    save(room, name, query)
    output.say(f"readroom: saved as query:{name}")
