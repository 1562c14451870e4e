"""`saved`: the queries that `search --save NAME` has kept."""

from __future__ import annotations

import argparse

from tui.catalog import saved
from tui.cli import output
from tui.cli.entrance import enter
from tui.model import NotFound

SAVED = ("name", "query")


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `saved`."""
    parser.epilog = """`search --save NAME QUERY` keeps a query; query:NAME asks it, also within
another. They are kept apart for each corpus with its registry, in the state folder."""
    parser.add_argument("--remove", metavar="NAME", help="forget this one")


def run(args: argparse.Namespace) -> int:
    """List the saved queries, or remove one."""
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    room = enter(args)
    if args.remove:
        saved.remove(room, args.remove)
        output.say(f"readroom: query:{args.remove} is no longer saved")
        return 0
    found = sorted(saved.Queries(room).items())
    if form == "text":
        output.put_lines(f"query:{name}  {query}" for name, query in found)
    else:
        output.put_rows(({"name": name, "query": query} for name, query in found), form, SAVED)
    if not found:
        raise NotFound("no query is saved")
    return 0
