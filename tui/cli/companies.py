"""`together`, `companions`, `matrix`: who is named beside whom."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import Any, get_args

from tui.catalog import companies, entities, records
from tui.catalog.room import Room
from tui.charts import shade
from tui.cli import output
from tui.cli.entities import asked
from tui.cli.entrance import enter
from tui.cli.numbers import whole
from tui.cli.records import of_registry
from tui.companions import Level
from tui.counts import count
from tui.model import Entity, NotFound

COMPANION = (
    "entity",
    "id",
    "name",
    "sentences",
    "paragraphs",
    "documents",
    "log_likelihood",
    "note",
    "stated",
)
PAIR = ("entity", "id", "sentences", "log_likelihood", "note")
MOST = 16
"""Entities of a matrix for which nobody asked by name."""
HELP = {
    "together": """\
Every sentence that names all of the entities, in text order, and in how many
paragraphs and texts they are named together. The order of the arguments does
not matter.""",
    "companions": """\
The entities named in the same sentences, paragraphs and texts as ENTITY, and
what the registry states of the two. The strength is Dunning's log-likelihood
over the sentences that name anybody, below zero where the two share fewer than
by chance; above 10.8 chance would do that once in a thousand times. It is not
given where there are too few texts or sentences for a test, and the note says so.

Without ENTITY every two entities that share a sentence, once each.""",
    "matrix": f"""\
In how many sentences each two of the entities are named; on the diagonal each
by itself. Without ENTITY the {MOST} that are named most often. As text it is drawn
in shades; --format csv gives a table with the ids for headers, --format jsonl a
line for each row.""",
}


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of one of these commands."""
    parser.epilog = HELP[name]
    if name == "together":
        parser.add_argument("entities", metavar="ENTITY", nargs="+")
    elif name == "companions":
        parser.add_argument("entity", metavar="ENTITY", nargs="*")
        parser.add_argument(
            "--sort",
            choices=("sentences", "strength"),
            default="sentences",
            help="the most sentences first, or the strongest",
        )
        parser.add_argument(
            "--least", type=whole(), default=0, metavar="N", help="shared sentences"
        )
        parser.add_argument("--limit", type=whole(), metavar="N", help="at most the first N")
    else:
        parser.add_argument("entities", metavar="ENTITY", nargs="*")
        parser.add_argument(
            "--in",
            dest="level",
            choices=get_args(Level),
            default="sentences",
            help="what is counted; sentences by default",
        )
        parser.add_argument("--type", help="of the most named only those of this type")


def run(args: argparse.Namespace) -> int:
    """Answer one of these commands."""
    answer = {"together": _together, "companions": _companions, "matrix": _matrix}[args.command]
    return answer(args)


def _together(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    room = enter(args)
    found = companies.together(room, [entities.resolve(room, name) for name in args.entities])
    sentences = [
        {
            "doc": one.doc,
            "start": one.span.start,
            "end": one.span.end,
            "line": one.line,
            "text": one.text,
        }
        for one in found.sentences
    ]
    if form == "text":
        for one in found.sentences:
            output.put(f"{one.doc}:{one.line}: {' '.join(one.text.split())}")
        shared = (
            count(len(found.sentences), "sentence"),
            count(found.paragraphs, "paragraph"),
            count(found.documents, "text"),
        )
        names = " ".join(f"@{id}" for id in found.entities)
        output.say(f"{names}: together in {', '.join(shared)}")
    elif form in ("csv", "tsv"):
        output.put_rows(sentences, form, ("doc", "start", "end", "line", "text"))
    else:
        output.put_json(
            {
                "schema": 1,
                "entities": list(found.entities),
                "sentences": sentences,
                "paragraphs": found.paragraphs,
                "documents": found.documents,
            }
        )
    if not found.documents:
        raise NotFound("nothing found")
    return 0


def _companions(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    room = enter(args)
    entity = asked(room, args.entity) if args.entity else None
    rows = list(_beside(room, entity) if entity else _pairs(room))
    rows = [row for row in rows if row["sentences"] >= args.least]
    if args.sort == "strength":
        rows.sort(key=lambda row: _weakness(row["log_likelihood"]))
    rows = rows[: args.limit]
    if form == "text":
        output.put_lines(_companion_lines(rows, entity))
    else:
        output.put_rows(rows, form, COMPANION if entity else PAIR)
    if not rows:
        raise NotFound("nothing found")
    return 0


def _weakness(strength: float | None) -> float:
    return float("inf") if strength is None else -strength


def _beside(room: Room, entity: Entity) -> Iterator[dict[str, Any]]:
    record = records.record(room, entity)
    for c in record.companions:
        yield {
            "entity": entity.id,
            "id": c.id,
            "name": c.name,
            "sentences": c.sentences,
            "paragraphs": c.paragraphs,
            "documents": c.documents,
            "log_likelihood": _rounded(c.log_likelihood),
            "note": c.note,
            "stated": list(record.kinds_with(c.id)),
        }


def _pairs(room: Room) -> Iterator[dict[str, Any]]:
    for pair in companies.pairs(room):
        yield {
            "entity": pair.first,
            "id": pair.second,
            "sentences": pair.shared,
            "log_likelihood": _rounded(pair.log_likelihood),
            "note": pair.note,
        }


def _rounded(strength: float | None) -> float | None:
    return None if strength is None else round(strength, 4)


def _companion_lines(rows: Sequence[dict[str, Any]], entity: Entity | None) -> Iterator[str]:
    notes = {row["note"] for row in rows}
    if rows and len(notes) == 1 and None not in notes:
        yield f"({notes.pop()})"
    elif rows:
        yield "(strength: log-likelihood; - where there are too few sentences for a test)"
    if rows:
        yield "sentences strength" if entity is None else "sentences paragraphs texts strength"
    for row in rows:
        strength = row["log_likelihood"]
        shown = f"{'-' if strength is None else f'{strength:.1f}':>8}"
        if entity is None:
            yield f"{row['sentences']:>9} {shown}  @{row['entity']} @{row['id']}"
            continue
        counts = f"{row['sentences']:>9} {row['paragraphs']:>10} {row['documents']:>5} {shown}"
        yield f"{counts}  {row['name']}  @{row['id']}{of_registry(row['stated'], row['sentences'])}"


def _matrix(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    room = enter(args)
    wanted = [entities.resolve(room, name) for name in args.entities]
    if not wanted:
        wanted = companies.most_named(room, MOST, args.type)
    found = companies.matrix(room, wanted, args.level)
    if form == "text":
        output.put_head(f"{args.level} that name both; on the diagonal, all that name the one")
        output.put_lines(_matrix_lines(room, found))
    elif form in ("csv", "tsv"):
        rows = zip(found.entities, found.rows, strict=True)
        output.put_rows(
            ({"entity": id, **dict(zip(found.entities, row, strict=True))} for id, row in rows),
            form,
            ("entity", *found.entities),
        )
    else:
        for id, row in zip(found.entities, found.rows, strict=True):
            output.put_json({"entity": id, **dict(zip(found.entities, row, strict=True))})
    if not any(map(any, found.rows)):
        raise NotFound("nothing found")
    return 0


def _matrix_lines(room: Room, found: companies.Matrix) -> Iterator[str]:
    """A row an entity, its name and number before it; the numbers stand above the columns."""
    is_plain = output.is_plain()
    shared = (n for i, row in enumerate(found.rows) for j, n in enumerate(row) if i != j)
    most = max(shared, default=0)
    wide = max(map(len, (str(n) for row in found.rows for n in row)), default=1) + 2
    names = [room.registry.entities[id].name for id in found.entities]
    margin = max(map(len, names), default=0)
    numbers = range(1, len(names) + 1)
    yield " " * (margin + 4) + "".join(f"{number:>{wide}}" for number in numbers)
    for number, name, row in zip(numbers, names, found.rows, strict=True):
        cells = (
            f"{count or '':>{wide - 1}}"
            + (" " if at == number else shade(sqrt(count), sqrt(most), plain=is_plain))
            for at, count in zip(numbers, row, strict=True)
        )
        yield f"{name:<{margin}} {number:>3}" + "".join(cells).rstrip()
