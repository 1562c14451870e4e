"""`registry …`: check the hand-kept registry, edit it, see what an edit does to the mentions."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from tui import editor
from tui.catalog import checking, entities, missing, registering
from tui.catalog.room import Room
from tui.cli import output
from tui.cli.arguments import actions_of
from tui.cli.changes import change_rows, change_said, draft_lines, draft_object, shift_lines
from tui.cli.entrance import enter
from tui.cli.gaps import GAP, gap_lines, gap_row
from tui.cli.numbers import whole
from tui.counts import count
from tui.model import Alias, NotFound, Problem, ReadroomError, UsageError
from tui.registry import Registry, load
from tui.registry.decisions import NAME as DECISIONS
from tui.registry.records import KINDS, SURROUNDINGS, TYPES, Broken, meant

EPILOG = """\
Every edit is one insertion that leaves all other bytes as they are; what it does to the mentions is
shown first, and --dry-run shows nothing else. What no insertion fits is refused, with the line to
edit by hand.

in JSON
  check, one a line   {"file","line","column","severity","what"}
  alias, add, ignore, decide
                      {"schema":1,"file","line","added","written",CHANGE}
  diff                {"schema":1,CHANGE,"protected"}
  CHANGE              "gained","lost","moved","texts","texts_not_read","mentions":[{"change","doc",
                      "start","end","text","entity","candidates":[],"was","was_candidates":[],
                      "line","column","sentence"}]
  undo                {"schema":1,"file","what","removed","written"}
  gaps, one a line    {"name","count","documents","type","like","score","spellings":[{"text",
                      "count"}],"passages":[{"doc","start","end","line","sentence"}]}"""
ACTIONS = {
    "check": "every fault of the registry, at its line; exit 1 if one is an error",
    "alias": "add an alias to an entity",
    "add": "add an entity at its sorted place",
    "ignore": "never list a name among the gaps again",
    "decide": "settle which entity the name at a place means",
    "undo": "take the last edit back",
    "diff": "the mentions that differ between two versions of the registry",
    "gaps": "names that the texts hold often and the registry does not",
}
PROBLEM = ("file", "line", "column", "severity", "what")
GAPS = 30
_PLACE = re.compile(r"(.+?):(\d{1,9})(?::(\d{1,9}))?")


def add_arguments(name: str, parser: argparse.ArgumentParser) -> None:
    """The actions of `registry`, and the arguments of each."""
    parser.epilog = EPILOG
    subs = actions_of(parser, ACTIONS)
    for action in ("alias", "add", "ignore", "decide", "undo"):
        subs[action].add_argument("--dry-run", action="store_true", help="write nothing")
    for action in ("alias", "add", "diff", "gaps"):
        subs[action].add_argument("--limit", type=whole(), metavar="N", help="show at most N")
    _alias_arguments(subs["alias"])
    subs["add"].add_argument("id", metavar="ID")
    subs["add"].add_argument("name", metavar="NAME")
    subs["add"].add_argument("type", metavar="TYPE", help=", ".join(TYPES))
    subs["ignore"].add_argument("name", metavar="NAME")
    subs["decide"].add_argument("place", metavar="DOC:LINE[:COLUMN]")
    subs["decide"].add_argument("entity", metavar="ENTITY")
    subs["diff"].add_argument("old", metavar="OLD", help="a registry file")
    subs["diff"].add_argument("new", metavar="NEW", nargs="?", help="the registry in use if absent")
    subs["diff"].add_argument(
        "--protect",
        metavar="ID",
        action="append",
        default=[],
        help="exit 1 when a mention of this entity changes; may be given again",
    )
    subs["gaps"].add_argument(
        "--fewest", type=whole(1), default=2, metavar="N", help="N times or more"
    )


def _alias_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("entity", metavar="ID")
    parser.add_argument("alias", metavar="ALIAS")
    parser.add_argument("--kind", choices=KINDS, default="alias")
    parser.add_argument("--case", choices=("exact", "fold"), default="exact")
    parser.add_argument("--lang", metavar="LANG", help="ru: found in its inflected forms")
    for key in SURROUNDINGS:
        option = f"--{key.replace('_', '-')}"
        what = "DOC" if key.endswith("in") else "WORD"
        parser.add_argument(option, metavar=what, action="append", default=[])


def run(args: argparse.Namespace) -> int:
    """Answer one of the actions."""
    return {
        "check": _check,
        "alias": _alias,
        "add": _add,
        "ignore": _ignore,
        "decide": _decide,
        "undo": _undo,
        "diff": _diff,
        "gaps": _gaps,
    }[args.action](args)


def _check(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    try:
        room = enter(args)
        registering.file_of(room)
        problems = checking.check(room)
    except Broken as broken:
        problems = [broken.problem]
    if form == "text":
        output.put_lines(map(str, problems))
    else:
        output.put_rows(map(_problem_row, problems), form, PROBLEM)
    errors = sum(problem.severity == "error" for problem in problems)
    said = f"{count(errors, 'error')}, {count(len(problems) - errors, 'warning')}"
    if errors:
        raise ReadroomError(said)
    output.say(said)
    return 0


def _problem_row(problem: Problem) -> dict[str, object]:
    return {key: getattr(problem, key) for key in PROBLEM}


def _alias(args: argparse.Namespace) -> int:
    text = " ".join(args.alias.split())
    if not text:
        raise UsageError("an alias needs a text")
    around = {key: tuple(getattr(args, key)) for key in SURROUNDINGS}
    alias = Alias(text, args.kind, args.case, args.lang, **around)
    room = enter(args)
    entity = entities.resolve(room, args.entity)
    draft = editor.add_alias(registering.file_of(room), entity.id, alias)
    return _edit(args, room, draft, registering.with_alias(room.registry, entity.id, alias))


def _add(args: argparse.Namespace) -> int:
    name = " ".join(args.name.split())
    if not (args.id and name and args.type):
        raise UsageError("an entity needs an id, a name and a type")
    room = enter(args)
    draft = editor.add_entity(registering.file_for(room), args.id, name, args.type)
    if args.type not in TYPES:
        known = meant(args.type) or f": known are {', '.join(TYPES)}"
        output.say(f"readroom: unknown type {args.type!r}{known}")
    new = registering.with_entity(room.registry, args.id, name, args.type)
    return _edit(args, room, draft, new)


def _ignore(args: argparse.Namespace) -> int:
    room = enter(args)
    draft = editor.ignore(registering.file_of(room), " ".join(args.name.split()))
    return _edit(args, room, draft, room.registry)


def _edit(args: argparse.Namespace, room: Room, draft: editor.Draft, new: Registry) -> int:
    """Show what an edit does to the mentions, and write it unless it is a dry run."""
    form = output.form_of(args, "text", "json", "jsonl")
    change = registering.preview(room, room.registry, new, most=registering.PREVIEWED)
    if form == "text":
        output.put_lines(draft_lines(draft))
        output.put_lines(shift_lines(change.shifts, getattr(args, "limit", None)))
        output.say(change_said(change))
    else:
        written = not args.dry_run
        output.put_json({**draft_object(draft, written), **change_rows(change)})
    return _write(args, room, draft)


def _write(args: argparse.Namespace, room: Room, draft: editor.Draft) -> int:
    if args.dry_run:
        output.say("nothing was written")
        return 0
    editor.write(draft, room.registry_path or draft.path, room.places)
    output.say(f"{draft.path.name} is written; readroom registry undo takes it back")
    return 0


def _decide(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl")
    place = _PLACE.fullmatch(args.place)
    if not place:
        raise UsageError(f"{args.place!r} is not DOC:LINE or DOC:LINE:COLUMN")
    room = enter(args)
    entity = entities.resolve(room, args.entity)
    column = int(place[3]) if place[3] else None
    decision, shift = registering.decision(room, place[1], int(place[2]), column, entity)
    draft = editor.decide(registering.file_of(room), room.places.data, decision)
    if draft.name != DECISIONS:
        output.say(f"readroom: beside the registry nothing can be written; it is {draft.path}")
    if form == "text":
        output.put_lines(draft_lines(draft))
        output.put_lines(shift_lines((shift,)))
    else:
        change = registering.Change((shift,), 1)
        output.put_json({**draft_object(draft, not args.dry_run), **change_rows(change)})
    return _write(args, room, draft)


def _undo(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl")
    room = enter(args)
    path = registering.file_of(room)
    step = editor.last(path, room.places) if args.dry_run else editor.undo(path, room.places)
    if form == "text":
        lines = filter(None, (line.strip() for line in step.added.splitlines()))
        output.put_lines(f"{step.name}: - {line}" for line in lines)
    else:
        row = {"file": step.name, "what": step.what, "removed": step.added}
        output.put_json({"schema": 1, **row, "written": not args.dry_run})
    done = "nothing was written" if args.dry_run else "taken back"
    output.say(f"{step.what}: {done}")
    return 0


def _diff(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl")
    room = enter(args)
    old = load(Path(args.old))
    new = load(Path(args.new)) if args.new else room.registry
    for id in args.protect:
        if id not in old.entities and id not in new.entities:
            raise NotFound(f"neither registry has an entity {id!r}")
    change = registering.preview(room, old, new)
    broken = registering.protected(change, args.protect)
    if form == "text":
        output.put_lines(shift_lines(change.shifts, args.limit))
        output.say(change_said(change))
    else:
        rows = change_rows(change)
        output.put_json({"schema": 1, **rows, "protected": len(broken)})
    if broken:
        places = (f"{s.place.doc}:{s.place.line}:{s.place.column}  {s.place.text}" for s in broken)
        raise ReadroomError(f"{count(len(broken), 'protected mention')} changed", *places)
    return 0


def _gaps(args: argparse.Namespace) -> int:
    form = output.form_of(args, "text", "json", "jsonl", "csv", "tsv")
    limit = args.limit if args.limit is not None else GAPS if form == "text" else None
    found = missing.gaps(enter(args), fewest=args.fewest, most=limit)
    if form == "text":
        for gap in found:
            output.put_lines(gap_lines(gap))
    else:
        output.put_rows(map(gap_row, found), form, GAP)
    if not found:
        raise NotFound("nothing found")
    return 0
