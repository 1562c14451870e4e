"""`who`: the record of an entity."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from tui.catalog import records
from tui.charts import bar
from tui.cli import output
from tui.cli.entities import asked, other_names
from tui.cli.entrance import enter
from tui.counts import count

COMPANIONS = 10
BAR = 12
HELP = """\
ENTITY is an id, a name or an alias, tried in that order, @ before it or not.

Relations are those of the registry, in both directions, each with the number of
sentences that name the two together: "unseen" if there is none. Companions are
the entities named in the same texts, those that share the most sentences first;
the text form shows ten of them, each with what the registry states of the two.
readroom companions shows them all, and how that differs from chance."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of this command."""
    parser.epilog = HELP
    parser.add_argument("entity", metavar="ENTITY", nargs="+")


def run(args: argparse.Namespace) -> int:
    """Answer this command."""
    form = output.form_of(args, "text", "json", "jsonl")
    room = enter(args)
    record = records.record(room, asked(room, args.entity))
    if form == "text":
        output.put_lines(_lines(record, is_plain=output.is_plain()))
        return 0
    entity = record.entity
    output.put_json(
        {
            "schema": 1,
            "id": entity.id,
            "name": entity.name,
            "type": entity.type,
            "aliases": other_names(entity),
            "description": entity.description,
            "ids": dict(entity.ids),
            "relations": [
                {"kind": r.kind, "to": r.to, "evidence": r.evidence, "sentences": r.sentences}
                for r in record.stated
                if r.source == entity.id
            ],
            "relations_from": [
                {"kind": r.kind, "from": r.source, "evidence": r.evidence, "sentences": r.sentences}
                for r in record.stated
                if r.source != entity.id
            ],
            "mentions": record.mentions,
            "surfaces": [
                {"text": text, "kind": kind, "mentions": count}
                for text, kind, count in record.surfaces
            ],
            "documents": [{"doc": d.doc, "mentions": d.mentions} for d in record.documents],
            "years": [asdict(year) for year in record.years],
            "absent": None if record.absent is None else [d.doc for d in record.absent],
            "companions": [
                {**asdict(c), "stated": list(record.kinds_with(c.id))} for c in record.companions
            ],
        }
    )
    return 0


def _lines(record: records.Record, *, is_plain: bool) -> Iterator[str]:
    entity = record.entity
    yield f"{entity.name}  ({entity.type})  @{entity.id}"
    if entity.description:
        yield f"  {entity.description}"
    if others := other_names(entity):
        yield f"  also: {', '.join(others)}"
    yield from (f"  {scheme}: {value}" for scheme, value in entity.ids.items())
    yield from map(_relation, record.stated)
    if not record.documents:
        yield "  not named in these texts"
        return
    texts = count(len(record.documents), "text")
    yield f"{count(record.mentions, 'mention')} in {texts}"
    yield from _written(record)
    most = max(one.mentions for one in record.documents)
    for one in record.documents:
        drawn = bar(one.mentions, most, BAR, plain=is_plain)
        about = f"  {one.date}" if one.date else ""
        yield f"  {one.mentions:>5} {drawn:<{BAR}}  {one.doc}  {one.label}{about}"
    if record.absent:
        yield f"  never named in {', '.join(one.doc for one in record.absent)}"
    if len(record.years) > 1:
        yield "by year: mentions, texts"
        most = max(one.mentions for one in record.years)
        for year in record.years:
            drawn = bar(year.mentions, most, BAR, plain=is_plain)
            when = year.year or "undated"
            yield f"  {year.mentions:>5} {drawn:<{BAR}} {year.documents:>5}  {when}"
    if record.companions:
        yield "companions: sentences, paragraphs, texts shared"
        for c in record.companions[:COMPANIONS]:
            counts = f"{c.sentences:>5} {c.paragraphs:>5} {c.documents:>5}"
            stated = of_registry(record.kinds_with(c.id), c.sentences)
            yield f"  {counts}  {c.name}  @{c.id}{stated}"


def of_registry(kinds: Sequence[str], sentences: int) -> str:
    """What the registry states of two; that it states nothing, though the texts show them."""
    if kinds:
        return f"  ({', '.join(kinds)})"
    return "  (not stated)" if sentences else ""


def _relation(one: records.Stated) -> str:
    seen = f"{count(one.sentences, 'sentence')}" if one.sentences else "unseen"
    return f"  @{one.source} {one.kind} @{one.to}  {seen}"


def _written(record: records.Record) -> Iterator[str]:
    """The ways the texts write the name, by kind of alias; and those they never do."""
    for kind in ("name", "alias", "demonym", "metonym", "weak"):
        seen = [f"{text} {count}" for text, of, count in record.surfaces if of == kind]
        unseen = [alias.text for alias in record.unseen(kind)]
        if seen or unseen:
            never = f"never: {', '.join(unseen)}" if unseen else ""
            yield f"  {kind}: {'; '.join(filter(None, (', '.join(seen), never)))}"
