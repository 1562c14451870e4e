"""How a command opens the corpus it is asked about, and says what there is to say of it."""

from __future__ import annotations

import argparse

from tui.catalog.room import Room, open_room
from tui.cli import output
from tui.cli.arguments import wish_of


def enter(args: argparse.Namespace, *, must_write: bool = False) -> Room:
    """The room that a call means; its notes go to stderr."""
    room = open_room(wish_of(args), must_write=must_write)
    room.tell = _say
    for note in room.notes:
        _say(note)
    return room


def _say(note: str) -> None:
    output.say(f"readroom: {note}")
