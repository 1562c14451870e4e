"""Answers on stdout in every format, talk on stderr, nothing that could drive a terminal."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tui.lettering import is_ascii
from tui.model import Document, ReadroomError, Span, UsageError
from tui.visible import hidden, visible

Row = Mapping[str, Any]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(value: Any) -> str:
    """One line of JSON; control, C1 and bidi characters stand as `\\u` escapes."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return hidden().sub(lambda m: json.dumps(m.group())[1:-1], text)


def put(line: str) -> None:
    """A line of an answer."""
    sys.stdout.write(visible(line) + "\n")


def flush() -> None:
    """What was put is there for whoever reads along."""
    sys.stdout.flush()


def put_text(text: str) -> None:
    """An answer of several lines."""
    sys.stdout.write(visible(text, keep="\n\t") + "\n")


def put_lines(lines: Iterable[str]) -> None:
    """Lines of an answer."""
    for line in lines:
        put(line)


def put_head(line: str) -> None:
    """What stands over the columns of an answer: for a person, not for a pipe."""
    if is_terminal():
        put(line)


def put_json(value: Any) -> None:
    """An answer as one JSON object on one line."""
    sys.stdout.write(as_json(value) + "\n")


def put_rows(rows: Iterable[Row], form: str, header: Sequence[str]) -> None:
    """A list as JSON lines, CSV or TSV; the headers are the JSON keys."""
    if form in ("json", "jsonl"):
        for row in rows:
            put_json(row)
        return
    import csv

    write = csv.writer(sys.stdout, delimiter="," if form == "csv" else "\t", lineterminator="\n")
    write.writerow([visible(_cell(key)) for key in header])
    for row in rows:
        write.writerow([visible(_cell(row.get(key))) for key in header])


def _cell(value: Any) -> str:
    """A cell of a table: lists joined, spreadsheet formulas defused, no line ends."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        value = "; ".join(part if isinstance(part, str) else as_json(part) for part in value)
    if isinstance(value, dict):
        value = as_json(value)
    if not isinstance(value, str):
        return str(value).lower() if isinstance(value, bool) else str(value)
    text = " ".join(value.split("\n")) if "\n" in value else value
    return "'" + text if text.startswith(_FORMULA) else text


def put_vimgrep(folder: Path, document: Document, spans: Iterable[Span]) -> None:
    """A line a span: the path from here, line, byte column and the line's text."""
    path = os.path.relpath(folder / document.id)
    for span in spans:
        line, column = document.place(span.start)
        whole = document.lines(line, line)
        text = document.text[whole.start : whole.end]
        byte = len(text[: column - 1].encode("utf-8", "surrogatepass")) + 1
        put(f"{path}:{line}:{byte}:{text}")


def say(line: str) -> None:
    """A line of talk."""
    sys.stderr.write(visible(line) + "\n")


def say_again(line: str, before: int) -> None:
    """A line of talk to a person in place of the last one, which had so many characters."""
    sys.stderr.write(f"\r{visible(line):{before}}" + ("" if line else "\r"))
    sys.stderr.flush()


def complain(error: ReadroomError) -> None:
    """An error as its line and, indented by two, what explains it."""
    say(f"readroom: {error.message}")
    for detail in error.details:
        say(f"  {detail}")


def form_of(args: argparse.Namespace, *known: str) -> str:
    """The format asked for, else the first; UsageError where the command has none such."""
    form: str = getattr(args, "format", known[0])
    if form not in known:
        raise UsageError(f"{args.command} has no format {form}", f"it has {', '.join(known)}")
    return form


def is_plain() -> bool:
    """Whether pictures are drawn in ASCII: the locale or the stream has nothing else."""
    return is_ascii() or "utf" not in (sys.stdout.encoding or "").casefold()


def is_watched() -> bool:
    """Whether talk goes to a person."""
    return sys.stderr.isatty()


def is_terminal() -> bool:
    """Whether answers go to a person."""
    return sys.stdout.isatty()
