"""Drafts written and taken back: one writer at a time, and nothing is left beside the registry.

What was inserted where is kept in the state folder, a line of JSON for each edit.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path

from tui.editor.draft import Draft
from tui.lock import Lock
from tui.model import Refused, line_starts
from tui.places import Places, Unwritable, private_folder, temporary, write_atomically
from tui.registry.files import content

KEPT = 100
"""Edits that can be taken back, one after the other."""
WAIT = 1.0
"""Seconds that another writer is waited for."""


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that was written; `before` and `after` are the SHA-256 of the file, "" of none."""

    path: str
    name: str
    what: str
    at: int
    added: str
    before: str
    after: str
    removed: str = ""


_KINDS = {field.name: int if field.name == "at" else str for field in fields(Step)}


def write(draft: Draft, registry: Path, places: Places) -> None:
    """Write a draft; Refused if its file has changed since it was made, or cannot be written."""
    folder = _folder(registry, places)
    with Lock(folder / "lock", WAIT):
        if _now(draft.path) != draft.before:
            raise Refused(f"{draft.name} has changed meanwhile: nothing was written", draft.by_hand)
        step = Step(
            os.fspath(draft.path),
            draft.name,
            draft.what,
            draft.at,
            draft.added.decode(),
            _digest(draft.before),
            _digest(draft.after),
            draft.removed.decode(),
        )
        _keep(folder, [*_steps(folder), step])
        try:
            if not draft.path.parent.is_dir():
                private_folder(draft.path.parent)
            write_atomically(draft.path, draft.after)
        except Unwritable as error:
            raise Refused(error.message, draft.by_hand) from None


def last(registry: Path, places: Places) -> Step:
    """The last edit that was written and not taken back; Refused if there is none."""
    return _written(_steps(_folder(registry, places)))[-1]


def undo(registry: Path, places: Places) -> Step:
    """Take the last edit back; Refused if there is none, or its file has changed since."""
    folder = _folder(registry, places)
    with Lock(folder / "lock", WAIT):
        steps = _written(_steps(folder))
        step = steps[-1]
        path, added = Path(step.path), step.added.encode()
        data = _now(path) or b""
        if _digest(data) != step.after:
            line = len(line_starts(data[: step.at].decode("utf-8", "replace")))
            by_hand = f"{step.name}:{line}: take out: {' '.join(step.added.split())}"
            raise Refused(f"{step.name} has changed since: nothing was taken back", by_hand)
        try:
            if step.before:
                behind = step.removed.encode() + data[step.at + len(added) :]
                write_atomically(path, data[: step.at] + behind)
            else:
                path.unlink()
        except (Unwritable, OSError) as error:
            raise Refused(f"{step.name} cannot be written", str(error)) from None
        _keep(folder, steps[:-1])
    return step


def _written(steps: list[Step]) -> list[Step]:
    """The steps up to the last one that reached its file; Refused if none did."""
    while steps and steps[-1].before == _digest(_now(Path(steps[-1].path))):
        steps = steps[:-1]  # kept, and then its writing failed
    if not steps:
        raise Refused("there is no edit to take back")
    return steps


def _folder(registry: Path, places: Places) -> Path:
    """The private folder of a registry's edits, by the real path of its file."""
    name = sha256(os.fsencode(os.path.realpath(registry))).hexdigest()[:16]
    try:
        return private_folder(places.state, "registry", name)
    except Unwritable:
        return private_folder(temporary(), "registry", name)


def _steps(folder: Path) -> list[Step]:
    """The edits that are kept, the oldest first; not those that cannot be read."""
    found: list[Step] = []
    with contextlib.suppress(OSError):
        for line in (folder / "edits").read_bytes().splitlines():
            with contextlib.suppress(ValueError, TypeError, RecursionError):  # cut off, or foreign
                step = Step(**json.loads(line))
                if all(type(getattr(step, name)) is kind for name, kind in _KINDS.items()):
                    found.append(step)
    return found


def _keep(folder: Path, steps: list[Step]) -> None:
    lines = [json.dumps(asdict(step), ensure_ascii=False) + "\n" for step in steps[-KEPT:]]
    write_atomically(folder / "edits", "".join(lines).encode())


def _now(path: Path) -> bytes | None:
    """What a file holds, None if it is not there."""
    try:
        return content(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refused(f"{path} cannot be read", str(error)) from None


def _digest(data: bytes | None) -> str:
    return "" if data is None else sha256(data).hexdigest()
