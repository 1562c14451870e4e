"""What is known of a text, where each fact came from, and where it is to be corrected."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from tui.catalog.documents import find
from tui.catalog.room import Room
from tui.corpus.files import SIDECAR
from tui.model import Facts, Refused

NAMES = tuple(field.name for field in fields(Facts) if field.name != "origins")
ORIGINS = {"sidecar": "the file beside it", "front matter": "its front matter", "text": "its words"}
"""Where a fact came from, in words."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact by its name; `value` and `origin` are None for what is not known."""

    name: str
    value: str | tuple[str, ...] | None
    origin: str | None

    @property
    def said(self) -> str:
        """The value as it is typed: several of them between semicolons."""
        return "; ".join(self.value) if isinstance(self.value, tuple) else self.value or ""

    @property
    def from_where(self) -> str:
        """The origin in words."""
        return ORIGINS.get(self.origin or "", self.origin or "")


def facts(room: Room, reference: str, name: str | None = None) -> tuple[Fact, ...]:
    """Every fact of a text as its files are now, in the order in which they are always listed.

    With a `name` that one alone; Refused if there is no such fact.
    """
    if name is not None and name not in NAMES:
        raise Refused(f"there is no fact called {name!r}", f"there are {' '.join(NAMES)}")
    known = room.corpus.read(find(room, reference)).facts
    return tuple(_fact(known, each) for each in NAMES if name in (None, each))


def sidecar(room: Room, reference: str) -> Path:
    """Where the facts of a text are written by hand; the file need not be there."""
    path = room.corpus.path(find(room, reference))
    return path.with_name(path.name.rpartition(".")[0] + SIDECAR)


def _fact(known: Facts, name: str) -> Fact:
    return Fact(name, getattr(known, name) or None, known.origins.get(name))
