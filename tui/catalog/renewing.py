"""A room as another process has left its index: what that has committed is answered from."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from tui.catalog.room import Room
from tui.index import Report, open_view
from tui.model import Document, ReadroomError


def renewed(room: Room, shown: Document | None) -> Room | None:
    """The room with the index as it is now; no file of the corpus is looked at.

    None if there is nothing new, if names were read otherwise, or if the text that is `shown` is
    not the indexed one: what was found in it would stand elsewhere than on the screen.
    """
    if room.home is None:
        return None
    try:
        view = open_view(room.home, room.corpus.folder)
    except ReadroomError:  # it is being replaced; the old one answers
        return None
    if not view.generation.is_later(room.view.generation):
        return None
    if shown is not None:
        number = view.number(shown.id)
        if number is None or view.record(number).sha256 != shown.sha256:
            return None
    return replace(room, view=view, report=Report(), notes=(), _read=OrderedDict())
