"""`facts`: what is known of a text and from where; or one of the facts corrected."""

from __future__ import annotations

import argparse

from tui import editor
from tui.catalog import facts
from tui.catalog.documents import find
from tui.cli import output
from tui.cli.entrance import enter
from tui.model import NotFound

HELP = """\
With NAME alone the value is printed, several authors or languages a line each.

A value is written into NAME.meta.yaml beside the text; every other byte of that
file stays, and `readroom registry undo` takes it back. Several authors or
languages stand between semicolons. An empty value says that there is none."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = HELP
    parser.add_argument("doc", metavar="DOC")
    parser.add_argument("name", metavar="NAME", nargs="?", help="of one fact alone")
    parser.add_argument("value", metavar="VALUE", nargs="?", help="what it is, to correct it")


def run(args: argparse.Namespace) -> int:
    """Answer the command."""
    form = output.form_of(args, "text", "json", "jsonl")
    room = enter(args)
    if args.value is not None:
        draft = editor.correct(facts.sidecar(room, args.doc), args.name, args.value)
        editor.write(draft, room.registry_path or draft.path, room.places)
        output.say(f"{draft.name}: {draft.what}: written")
        return 0
    found = facts.facts(room, args.doc, args.name)
    if form == "text" and args.name is not None:
        (fact,) = found
        if not fact.value:
            raise NotFound(f"{find(room, args.doc)} has no {fact.name}")
        output.put_lines(fact.value if isinstance(fact.value, tuple) else [fact.value])
        return 0
    if form == "text":
        output.put_lines(
            f"{fact.name:<14}  {fact.said or '-'}"
            + (f"  ({fact.from_where})" if fact.value and fact.from_where else "")
            for fact in found
        )
        return 0
    rows = [{"name": f.name, "value": f.value, "origin": f.origin} for f in found]
    output.put_json({"schema": 1, "doc": find(room, args.doc), "facts": rows})
    return 0
