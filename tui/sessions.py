"""Where the reader was on the screen, for each corpus; what was chosen for the screen, for all."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from tui.model import ReadroomError
from tui.places import private_folder, write_atomically

SESSION, SCREEN = "session.json", "screen.json"
T = TypeVar("T", "Session", "Chosen")


@dataclass(frozen=True, slots=True)
class Session:
    """What was asked and shown when one left; where one was in a text is kept with the text."""

    query: str = ""
    pane: str = "search"
    doc: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for the screen."""

    theme: str | None = None
    toured: bool = False


class Choices:
    """What was chosen, and the file that keeps it; without one it is kept for this once."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self.chosen = load(Chosen, path) if path else Chosen(toured=True)

    def change(self, **to: Any) -> None:
        """Choose otherwise, and keep it."""
        self.chosen = replace(self.chosen, **to)
        if self._path is not None:
            keep(self._path, self.chosen)


def load(kind: type[T], path: Path) -> T:
    """What a file keeps; of one that is not there or cannot be understood, nothing."""
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return kind(
                **{name: value for name, value in found.items() if _fits(kind, name, value)}
            )
    return kind()


def keep(path: Path, kept: Session | Chosen) -> None:
    """Keep it, if that can be: nobody waits for the disk, and nobody is told.

    Whole or not at all, but after a power cut it may be what was kept before.
    """
    with suppress(ReadroomError, OSError):
        private_folder(path.parent)
        write_atomically(path, json.dumps(asdict(kept)).encode("ascii"), waits=False)


def _fits(kind: type[T], name: str, value: Any) -> bool:
    """Whether a value is of the kind of the field of this name."""
    usual = {field.name: field.default for field in fields(kind)}
    if name not in usual:
        return False
    return isinstance(value, str if usual[name] is None else type(usual[name]))
