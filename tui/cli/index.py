"""`index`: bring the index up to date, once or whenever something changes; say what was done."""

from __future__ import annotations

import argparse
import gc
import time

from tui.catalog.documents import sidecar_faults
from tui.catalog.room import Room, open_room
from tui.cli import output
from tui.cli.arguments import wish_of
from tui.cli.entrance import enter
from tui.cli.numbers import whole
from tui.counts import count
from tui.index import MEMORY, Effort, tidy
from tui.model import Locked, Unusable


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The arguments of `index`."""
    parser.epilog = """\
Every command brings the index up to date by itself; this one says what it did.
A file that cannot be read is named on stderr and skipped. An index that is interrupted
keeps what is done; the next call goes on from there.
With --watch the segments of the index are merged after half a minute without a change."""
    parser.add_argument(
        "--strict", action="store_true", help="exit 3 when a file was skipped or a sidecar is wrong"
    )
    parser.add_argument(
        "--verify",
        action="store_true",
        help="read and hash every text and the index itself, whatever size and time say",
    )
    parser.add_argument(
        "--watch",
        nargs="?",
        const="events",
        choices=("events", "poll"),
        metavar="poll",
        help="go on until interrupted, with every change; poll where the kernel tells of none",
    )
    parser.add_argument(
        "--jobs",
        type=whole(1),
        default=0,
        metavar="N",
        help="processes that share much work; one for each core, at most 4",
    )
    parser.add_argument(
        "--memory",
        type=whole(1),
        default=MEMORY,
        metavar="MB",
        help=f"megabytes that they take together, {MEMORY} by default",
    )


def run(args: argparse.Namespace) -> int:
    """Bring the index up to date."""
    form = output.form_of(args, "text", "json", "jsonl")
    room = enter(args, must_write=True, effort=Effort(args.jobs, args.memory, args.verify))
    faults = [str(fault) for fault in sidecar_faults(room)]
    for fault in faults:
        output.say(fault)
    _report(room, faults, form)
    if args.strict and (room.report.skipped or faults):
        skipped = count(len(room.report.skipped), "file")
        raise Unusable(f"{skipped} skipped, {count(len(faults), 'fault')} in sidecars")
    if args.watch:
        _watch(args, room, form)
    return 0


def _watch(args: argparse.Namespace, room: Room, form: str) -> None:
    """Bring every change in, and say what it was, until somebody interrupts."""
    from tui.cli.watching import REST_S, changes

    gc.enable()  # this goes on for days
    effort = Effort(args.jobs, args.memory)
    output.flush()
    said, written, is_tidy = set(room.notes), time.monotonic(), False
    for _ in changes(room, is_polling=args.watch == "poll"):
        try:
            renewed = open_room(wish_of(args), must_write=True, effort=effort)
        except Locked:
            continue  # the one who writes brings the same in
        for note in renewed.notes:
            if note not in said:
                output.say(f"readroom: {note}")
        said = set(renewed.notes)
        if renewed.report.written:
            written, is_tidy = time.monotonic(), False
            _report(renewed, [], form)
            output.flush()
        elif not is_tidy and time.monotonic() - written >= REST_S:
            _tidy(renewed)
            is_tidy = True


def _tidy(room: Room) -> None:
    """Merge segments; without them all is found as well, so it is no fault if that fails."""
    try:
        while room.home and tidy(room.home, room.corpus.folder):
            pass
    except Unusable as error:
        output.say(f"readroom: {error.message}")


def _report(room: Room, faults: list[str], form: str) -> None:
    """What was done, as a line."""
    report = room.report
    if form == "text":
        renamed = f"{len(report.renamed)} renamed, " if report.renamed else ""
        output.put(
            f"{count(len(room.view.everything()), 'text')}: "
            f"{report.added} added, {report.changed} changed, {report.removed} removed, "
            f"{renamed}{report.rewritten} rewritten, {len(report.skipped)} skipped"
        )
        return
    output.put_json(
        {
            "schema": 1,
            "documents": len(room.view.everything()),
            "added": report.added,
            "changed": report.changed,
            "removed": report.removed,
            "renamed": [{"from": old, "to": new} for old, new in report.renamed],
            "rewritten": report.rewritten,
            "skipped": [{"doc": s.name, "reason": s.reason} for s in report.skipped],
            "faults": faults,
            "written": report.written,
        }
    )
