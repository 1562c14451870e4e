"""Where the reader of a room was last."""

from __future__ import annotations

from pathlib import Path

from tui.catalog.room import Room
from tui.index import name_of
from tui.sessions import SESSION, Session, load


def path(room: Room) -> Path:
    """The file that keeps it; it need not be there."""
    return room.places.state / name_of(room.corpus.folder, room.registry_path) / SESSION


def last(room: Room) -> Session:
    """What was asked and shown when one left; of a text or an entity that is gone, nothing."""
    kept = load(Session, path(room))
    doc = kept.doc if kept.doc and room.view.number(kept.doc) is not None else None
    entity = kept.entity if kept.entity in room.registry.entities else None
    pane = kept.pane if kept.pane in ("search", "text" if doc else "", "record") else "search"
    return Session(kept.query, pane, doc, entity)
