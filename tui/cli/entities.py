"""`mentions`, `entities`: where the texts name entities, and which there are."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from tui.catalog import entities
from tui.catalog.room import Room
from tui.cli import output
from tui.cli.entrance import enter
from tui.model import Entity, NotFound
from tui.words import fold

MENTION = ("doc", "start", "end", "text", "entity", "kind", "line", "column")
LISTED = ("id", "name", "type", "aliases", "mentions", "documents", "first", "last")
HELP = {
    "mentions": """\
Without ENTITY every mention of every entity; concepts only with --all.
A name that means several entities has the kind "ambiguous", no entity, and its
candidates. With --format vimgrep: path:line:byte:text, for a quickfix list.""",
    "entities": """\
FILTER is a part of an id, a name or an alias, in any case of letters. The list
goes by type and id unless --sort says otherwise: most mentions and most texts
first, dates from the earliest on. The dates are those of the first and the last
text that names the entity; one that no text names has no date, and 0 mentions.""",
}


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    parser.epilog = HELP[name]
    if name == "mentions":
        parser.add_argument("entity", metavar="ENTITY", nargs="*")
        parser.add_argument("--doc", help="only in this text")
        parser.add_argument("--all", action="store_true", help="concepts too")
    else:
        parser.add_argument("filter", metavar="FILTER", nargs="*")
        parser.add_argument("--type", help="only entities of this type")
        parser.add_argument(
            "--sort", choices=entities.ORDERS, default="type", help="by type, then id"
        )


def run(args: argparse.Namespace) -> int:
    """Answer one of these commands."""
    return _mentions(args) if args.command == "mentions" else _entities(args)


def asked(room: Room, words: list[str]) -> Entity:
    """The entity that the words of a call name; what kind of name it is, if not a proper one."""
    name = " ".join(words)
    entity = entities.resolve(room, name)
    bare = name.removeprefix("@")
    alias = next((a for a in entity.aliases if fold(a.text) == fold(bare)), None)
    if alias is not None and alias.kind in ("demonym", "metonym", "weak") and bare != entity.id:
        what = {"weak": "weak alias"}.get(alias.kind, alias.kind)
        output.say(f"readroom: {alias.text} is a {what} of {entity.name}")
    return entity


def other_names(entity: Entity) -> list[str]:
    """The names of an entity but the first."""
    return [alias.text for alias in entity.aliases[1:]]


def _mentions(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv", "vimgrep")
    room = enter(args)
    entity = asked(room, args.entity) if args.entity else None
    found = list(entities.mentions(room, entity, args.doc, concepts=args.all))
    if form == "text":
        output.put_lines(map(_mention_line, found))
    elif form == "vimgrep":
        for n in found:
            output.put_vimgrep(room.corpus.folder, room.document(n.doc), [n.mention.span])
    else:
        output.put_rows(map(_mention_row, found), form, MENTION)
    if not found:
        raise NotFound("nothing found")
    return 0


def _mention_line(named: entities.Occurrence) -> str:
    mention = named.mention
    doubt = "? " if mention.kind == "ambiguous" else ""
    meant = " or ".join(f"@{id}" for id in mention.meant)
    kind = "" if mention.kind in ("name", "alias", "ambiguous") else f"  {mention.kind}"
    return f"{named.doc}:{named.line}:{named.column}  {named.text}  {doubt}{meant}{kind}"


def _mention_row(named: entities.Occurrence) -> dict[str, Any]:
    mention = named.mention
    row: dict[str, Any] = {
        "doc": named.doc,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": named.text,
        "entity": mention.entity,
        "kind": mention.kind,
        "line": named.line,
        "column": named.column,
    }
    if mention.entity is None:
        row["candidates"] = list(mention.candidates)
    return row


def _entities(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    room = enter(args)
    found = entities.listed(room, " ".join(args.filter), args.type, args.sort)
    if form == "text":
        output.put_lines(_listed_lines(found))
    else:
        output.put_rows(
            (
                {
                    "id": one.entity.id,
                    "name": one.entity.name,
                    "type": one.entity.type,
                    "aliases": other_names(one.entity),
                    "mentions": one.mentions,
                    "documents": one.documents,
                    "first": one.first,
                    "last": one.last,
                }
                for one in found
            ),
            form,
            LISTED,
        )
    if not found:
        raise NotFound("nothing found")
    return 0


def _listed_lines(found: Sequence[entities.Counted]) -> Iterator[str]:
    """A line for each entity; the dates have a column where any text has one."""
    width = max((len(one.entity.id) for one in found), default=0)
    is_dated = any(one.first for one in found)
    dates = f"{'first, last date':<23}  " if is_dated else ""
    if found:
        columns = f"{dates}{'type':<12}  {'id':<{width}}  name"
        output.put_head(f"mentions texts  {columns}")
    for one in found:
        dates = f"{_dates(one):<23}  " if is_dated else ""
        yield (
            f"{one.mentions:>6} {one.documents:>5}  {dates}{one.entity.type:<12}  "
            f"{one.entity.id:<{width}}  {one.entity.name}"
        )


def _dates(one: entities.Counted) -> str:
    if not one.mentions:
        return "never named"
    if one.first == one.last:
        return one.first or "undated"
    return f"{one.first} – {one.last}"
