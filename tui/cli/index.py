"""`index`: bring the index up to date, and say what was done."""

from __future__ import annotations

import argparse

from tui.catalog.documents import sidecar_faults
from tui.cli import output
from tui.cli.entrance import enter
from tui.model import Unusable


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `index`."""
    parser.epilog = """\
Every command brings the index up to date by itself; this one says what it did.
A file that cannot be read is named on stderr and skipped."""
    parser.add_argument(
        "--strict", action="store_true", help="exit 3 when a file was skipped or a sidecar is wrong"
    )


def run(args: argparse.Namespace) -> int:
    """Bring the index up to date."""
    form = output.form_of(args, "text", "json", "jsonl")
    room = enter(args, must_write=True)
    report = room.report
    faults = list(sidecar_faults(room))
    for fault in faults:
        output.say(str(fault))
    if form == "text":
        output.put(
            f"{output.count(len(room.view.everything()), 'text')}: "
            f"{report.added} added, {report.changed} changed, {report.removed} removed, "
            f"{report.rewritten} rewritten, {len(report.skipped)} skipped"
        )
    else:
        output.put_json(
            {
                "schema": 1,
                "documents": len(room.view.everything()),
                "added": report.added,
                "changed": report.changed,
                "removed": report.removed,
                "rewritten": report.rewritten,
                "skipped": [{"doc": s.name, "reason": s.reason} for s in report.skipped],
                "faults": [str(fault) for fault in faults],
                "written": report.written,
            }
        )
    if args.strict and (report.skipped or faults):
        skipped = output.count(len(report.skipped), "file")
        raise Unusable(f"{skipped} skipped, {output.count(len(faults), 'fault')} in sidecars")
    return 0
