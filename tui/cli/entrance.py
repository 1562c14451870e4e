"""How a command opens the corpus it is asked about, and says what there is to say of it."""

from __future__ import annotations

import argparse

from tui.catalog.room import Room, open_room
from tui.cli import output
from tui.cli.arguments import wish_of
from tui.cli.meter import Meter
from tui.index import USUAL, Effort


def enter(args: argparse.Namespace, *, must_write: bool = False, effort: Effort = USUAL) -> Room:
    """The room that a call means; its notes go to stderr, and the progress of a long indexing."""
    with Meter() as meter:
        room = open_room(wish_of(args), must_write=must_write, progress=meter, effort=effort)
    room.tell = _say
    for note in room.notes:
        _say(note)
    return room


def _say(note: str) -> None:
    output.say(f"readroom: {note}")
