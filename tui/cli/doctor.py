"""`doctor`: whether all that the program stands on is well, and what helps if it is not."""

from __future__ import annotations

import argparse
import locale
import os
import platform
from collections.abc import Iterator
from dataclasses import asdict

from tui import __version__, clipboard
from tui.catalog.health import Finding, examine, repair
from tui.cli import output
from tui.cli.arguments import wish_of
from tui.counts import count
from tui.model import Refused

FINDING = ("what", "state", "says", "remedy")
MARKS = {"well": " ", "remark": "~", "ill": "!"}
HELP = """Looks at the program's folders, the config, what is kept of texts, the texts, the registry
and its decisions, every byte of the index, the lock and this terminal. Nothing is changed without
--repair, which builds a damaged index anew and clears what a killed writer has left; your own files
are never touched.

A line begins with ! if something is ill, with ~ if it is worth a look. Exit 1 if anything is ill.

in JSON, one a line  {"what","state","says","remedy"}   state: well remark ill"""


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `doctor`."""
    parser.epilog = HELP
    parser.add_argument("--repair", action="store_true", help="have the index built anew if ill")


def run(args: argparse.Namespace) -> int:
    """Say how everything is."""
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    if args.repair:
        repaired = repair(wish_of(args))
        output.say(f"readroom: index: {repaired.says}")
    found = [*_program(), *examine(wish_of(args))]
    if form == "text":
        output.put_lines(map(_line, found))
    else:
        output.put_rows(map(asdict, found), form, FINDING)
    ill = [one for one in found if one.state == "ill"]
    if ill:
        remedies = dict.fromkeys(one.remedy for one in ill if one.remedy)
        raise Refused(f"{count(len(ill), 'thing')} not well", *remedies)
    return 0


def _line(finding: Finding) -> str:
    remedy = f": {finding.remedy}" if finding.remedy else ""
    return f"{MARKS[finding.state]} {finding.what:<10} {finding.says}{remedy}"


def _program() -> Iterator[Finding]:
    """This program, and what the terminal can."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield Finding("program", "well", f"readroom {__version__} on {python}")
    term = os.environ.get("TERM") or "none"
    coding = locale.getpreferredencoding(do_setlocale=False)
    is_unicode = coding.replace("-", "").casefold() == "utf8"
    yield Finding(
        "terminal",
        "well" if is_unicode else "remark",
        f"TERM={term}, {coding}",
        None if is_unicode else "LANG=C.UTF-8 shows every letter",
    )
    ways = [way.name for way in clipboard.ways(100, os.environ)]
    said = ", then ".join([*ways, "a file"])
    yield Finding("clipboard", "well", f"by {said}")
