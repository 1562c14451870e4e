"""`who`, `mentions`, `entities`: lookups in the registry and where the texts name its entities."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from tui.catalog import entities
from tui.catalog.room import Room
from tui.cli import output
from tui.cli.entrance import enter
from tui.model import Entity, NotFound
from tui.words import fold

MENTION = ("doc", "start", "end", "text", "entity", "kind", "line", "column")
LISTED = ("id", "name", "type", "aliases", "mentions", "documents")
HELP = {
    "who": """\
ENTITY is an id, a name or an alias, tried in that order, @ before it or not.

Companions are the entities named in the same texts, those that share the most
sentences first; the text form shows ten of them.""",
    "mentions": """\
Without ENTITY every mention of every entity; concepts only with --all.
A name that means several entities has the kind "ambiguous", no entity, and its
candidates. With --format vimgrep: path:line:byte:text, for a quickfix list.""",
    "entities": "FILTER is a part of an id, a name or an alias, in any case of letters.",
}


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    parser.epilog = HELP[name]
    if name == "who":
        parser.add_argument("entity", metavar="ENTITY", nargs="+")
    elif name == "mentions":
        parser.add_argument("entity", metavar="ENTITY", nargs="*")
        parser.add_argument("--doc", help="only in this text")
        parser.add_argument("--all", action="store_true", help="concepts too")
    else:
        parser.add_argument("filter", metavar="FILTER", nargs="*")
        parser.add_argument("--type", help="only entities of this type")


def run(args: argparse.Namespace) -> int:
    """Answer one of these commands."""
    answer = {"who": _who, "mentions": _mentions, "entities": _entities}[args.command]
    return answer(args)


def _who(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl")
    room = enter(args)
    record = entities.record(room, _asked(room, args.entity))
    if form == "text":
        output.put_lines(_record_lines(record))
        return 0
    entity = record.entity
    output.put_json(
        {
            "schema": 1,
            "id": entity.id,
            "name": entity.name,
            "type": entity.type,
            "aliases": _other_names(entity),
            "description": entity.description,
            "relations": list(map(asdict, entity.relations)),
            "mentions": record.mentions,
            "documents": [{"doc": d.doc, "mentions": d.mentions} for d in record.documents],
            "companions": list(map(asdict, record.companions)),
        }
    )
    return 0


def _asked(room: Room, words: list[str]) -> Entity:
    """The entity that the words of a call name; what kind of name it is, if not a proper one."""
    name = " ".join(words)
    entity = entities.resolve(room, name)
    bare = name.removeprefix("@")
    alias = next((a for a in entity.aliases if fold(a.text) == fold(bare)), None)
    if alias is not None and alias.kind in ("demonym", "metonym", "weak") and bare != entity.id:
        what = {"weak": "weak alias"}.get(alias.kind, alias.kind)
        output.say(f"readroom: {alias.text} is a {what} of {entity.name}")
    return entity


def _record_lines(record: entities.Record) -> list[str]:
    entity = record.entity
    lines = [f"{entity.name}  ({entity.type})  @{entity.id}"]
    if entity.description:
        lines.append(f"  {entity.description}")
    if others := _other_names(entity):
        lines.append(f"  also: {', '.join(others)}")
    lines += [f"  {kind}: {value}" for kind, value in entity.ids.items()]
    lines += [f"  {r.kind} @{r.to}" for r in entity.relations]
    if not record.documents:
        return [*lines, "  not named in these texts"]
    texts = output.count(len(record.documents), "text")
    lines.append(f"{output.count(record.mentions, 'mention')} in {texts}")
    lines += [
        f"  {d.mentions:>5}  {d.doc}  {d.label}" + (f"  {d.date}" if d.date else "")
        for d in record.documents
    ]
    if record.companions:
        lines.append("companions: sentences, paragraphs, texts shared")
        lines += [
            f"  {c.sentences:>5} {c.paragraphs:>5} {c.documents:>5}  {c.name}  @{c.id}"
            for c in record.companions[:10]
        ]
    return lines


def _other_names(entity: Entity) -> list[str]:
    return [alias.text for alias in entity.aliases[1:]]


def _mentions(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv", "vimgrep")
    room = enter(args)
    entity = _asked(room, args.entity) if args.entity else None
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


def _mention_line(named: entities.Named) -> str:
    mention = named.mention
    doubt = "? " if mention.kind == "ambiguous" else ""
    meant = " or ".join(f"@{id}" for id in mention.meant)
    kind = "" if mention.kind in ("name", "alias", "ambiguous") else f"  {mention.kind}"
    return f"{named.doc}:{named.line}:{named.column}  {named.text}  {doubt}{meant}{kind}"


def _mention_row(named: entities.Named) -> dict[str, Any]:
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
    found = list(entities.listed(room, " ".join(args.filter), args.type))
    if form == "text":
        width = max((len(one.entity.id) for one in found), default=0)
        output.put_lines(
            f"{one.mentions:>6} {one.documents:>5}  {one.entity.type:<12}  "
            f"{one.entity.id:<{width}}  {one.entity.name}"
            for one in found
        )
    else:
        output.put_rows(
            (
                {
                    "id": one.entity.id,
                    "name": one.entity.name,
                    "type": one.entity.type,
                    "aliases": _other_names(one.entity),
                    "mentions": one.mentions,
                    "documents": one.documents,
                }
                for one in found
            ),
            form,
            LISTED,
        )
    if not found:
        raise NotFound("nothing found")
    return 0
