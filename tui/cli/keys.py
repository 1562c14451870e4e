"""`keys`: the keys of the screen as they are on this machine, and what is wrong with keys.yaml."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli import output
from tui.model import ReadroomError
from tui.places import Places

if TYPE_CHECKING:
    from tui.screen.keymap import Keymap

KEYS = ("id", "keys", "where", "does")
EXAMPLE = """keys.yaml stands in the folder of config.yaml:

  profile: vim
  keys:
    text.next-name: "]e Ctrl+N"
    desk.star: "*"

An action has the keys that are given here and no others; two characters are typed one after the
other. The profiles are default and vim; --keys goes before the one that the file names. What is
wrong with the file is said with line and column, and then the exit status is 1; so it is of a key
that something else in the same place has too. JSON: one a line {"id","keys":[…],"where","does"}."""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `keys`."""
    parser.epilog = EXAMPLE
    parser.add_argument("--profile", choices=("default", "vim"), help="the keys of this profile")


def run(args: argparse.Namespace) -> int:
    """List every action with its keys."""
    from tui.screen import keymap

    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    path = Places.of(os.environ, getattr(args, "root", None)).config / keymap.FILE
    read = keymap.read(path, args.profile)
    rows = list(_rows(read))
    if form == "text":
        _put(rows)
    else:
        output.put_rows(rows, form, KEYS)
    if read.problems:
        output.complain(ReadroomError(f"{path} is not all understood", *map(str, read.problems)))
    return int(bool(read.problems))


def _rows(read: Keymap) -> Iterator[output.Row]:
    from tui.screen import keymap, keys

    for section in keys.SECTIONS:
        for binding in keys.bindings(section.keys):
            spelled = [keymap.spelled(one.key) for one in read.bindings(binding)]
            yield {
                "id": binding.id,
                "keys": spelled,
                "where": section.title,
                "does": binding.tooltip,
            }


def _put(rows: list[output.Row]) -> None:
    where = ""
    for row in rows:
        if row["where"] != where:
            output.put_lines([*[""] * bool(where), str(row["where"])])
            where = str(row["where"])
        output.put(f"  {'  '.join(row['keys']):<24}{row['id']:<24}  {row['does']}")
