"""`batch`: what is known of each name in a list."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Iterator
from typing import Any

from tui.catalog.naming import Looked, look_up
from tui.catalog.room import Room
from tui.cli import output
from tui.cli.drafts import content
from tui.cli.entrance import enter
from tui.counts import count
from tui.model import Refused, UsageError

LOOKED = (
    "name",
    "registered",
    "candidates",
    "documents",
    "mentions",
    "doc",
    "line",
    "sentence",
    "description",
)
HEADER = "name"
HELP = """FILE is a table with a name in each row: in the column called "name" if the first row has
one, else in the first column. - reads it from stdin. Commas, semicolons or tabs separate columns.

A name that the registry knows is counted with all its aliases; of any other name, or one that
several entities bear (then they are the candidates), the words are counted. With what the registry
says of an entity, and the first sentence that has it. A row without a name is reported on stderr
and passed over; then the exit status is 1."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `batch`."""
    parser.epilog = HELP
    parser.add_argument("file", metavar="FILE")


def run(args: argparse.Namespace) -> int:
    """Look up each name; the rows that are none are counted at the end."""
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    names = list(_names(_table(args.file)))
    room = enter(args)
    bad: list[int] = []
    found = _looked(room, args.file, names, bad)
    if form == "text":
        for looked in found:
            output.put_lines(_lines(looked))
    else:
        output.put_rows(map(_row, found), form, LOOKED)
    if bad:
        raise Refused(f"{count(len(bad), 'row')} of {len(names)} passed over")
    return 0


def _table(file: str) -> str:
    """The text of a table; UsageError if it cannot be read."""
    try:
        return content(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not UTF-8, at byte {error.start}") from None


def _names(table: str) -> Iterator[tuple[int, str]]:
    """The name in each row that is not empty, with its line from 1; "" where there is none."""
    first, _, _ = table.partition("\n")
    separator = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(table, newline=""), delimiter=separator)
    column = None
    while (row := _next(rows)) is not None:
        cells = [cell.strip() for cell in row]
        if column is None:
            folded = [cell.casefold() for cell in cells]
            column = folded.index(HEADER) if HEADER in folded else 0
            if HEADER in folded:
                continue
        if row:
            yield rows.line_num, cells[column] if column < len(cells) else ""


def _next(rows: Any) -> list[str] | None:
    """The next row, None behind the last; one that is no row holds one empty cell."""
    try:
        row: list[str] | None = next(rows, None)
    except csv.Error:
        return [""]
    return row


def _looked(
    room: Room, file: str, names: list[tuple[int, str]], bad: list[int]
) -> Iterator[Looked]:
    for line, name in names:
        try:
            yield look_up(room, name)
        except UsageError as error:
            output.say(f"readroom: {file}:{line}: {error.message}")
            bad.append(line)


def _row(looked: Looked) -> dict[str, Any]:
    place = looked.first
    return {
        "name": looked.name,
        "registered": looked.registered,
        "candidates": list(looked.candidates),
        "documents": looked.documents,
        "mentions": looked.mentions,
        "doc": place.doc if place else None,
        "line": place.line if place else None,
        "sentence": place.sentence if place else None,
        "description": looked.description,
    }


def _lines(looked: Looked) -> Iterator[str]:
    """A name in a line, and below it where it stands first."""
    who = f"@{looked.registered}" if looked.registered else "not registered"
    if looked.candidates:
        who = " or ".join(f"@{id_}" for id_ in looked.candidates)
    mentions = count(looked.mentions, "mention")
    texts = count(looked.documents, "text")
    yield f"{' '.join(looked.name.split())}  {who}  {mentions} in {texts}"
    if looked.description:
        yield f"  {looked.description}"
    if looked.first:
        yield f"  {looked.first.doc}:{looked.first.line}  {looked.first.sentence}"
