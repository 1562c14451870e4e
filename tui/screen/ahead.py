"""The first list as it was the last time, shown until the room is open and has the true one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.catalog.wish import Wish
from tui.model import Passage, ReadroomError, Span
from tui.places import private_folder, write_atomically
from tui.screen.lines import Item, Line, Page
from tui.screen.paint import Mark
from tui.visible import visible

FILE = "first.json"
NAMES = ("READROOM_CORPUS", "READROOM_REGISTRY", "XDG_CONFIG_HOME", "HOME")


class Ahead:
    """Kept for the corpus that was last open; what another call means is another list."""

    def __init__(self, state: Path, wish: Wish, folder: str, environ: Mapping[str, str]) -> None:
        self._path = state / FILE
        told = (str(getattr(wish, name)) for name in Wish._fields)
        self._key = [*told, folder, *(environ.get(name, "") for name in NAMES)]

    def page(self) -> Page | None:
        """The list, None if there is none for this call."""
        with suppress(OSError, ValueError, TypeError, RecursionError):
            kept = json.loads(self._path.read_bytes())
            if kept["key"] == self._key:
                return Page(visible(kept["heading"]), tuple(map(_item, kept["items"])))
        return None

    def keep(self, page: Page) -> None:
        """Keep the list for the next time; if that cannot be, the next time waits."""
        items = [_plain(item) for item in page.items]
        kept = {"key": self._key, "heading": page.heading, "items": items}
        with suppress(ReadroomError):
            private_folder(self._path.parent)
            write_atomically(self._path, json.dumps(kept).encode())


def _plain(item: Item) -> Any:
    target = item.target
    to = [target.doc, *target.span] if isinstance(target, Passage) else None
    lines = [
        [line.text, line.look, line.marks, line.most, line.indent, line.lead, line.tail]
        for line in item.lines
    ]
    return [to, lines, item.note]


def _item(plain: Any) -> Item:
    to, lines, note = plain
    return Item(
        tuple(
            Line(
                str(text),
                str(look),
                tuple(Mark(*mark) for mark in marks),
                int(most),
                int(indent),
                str(lead),
                str(tail),
            )
            for text, look, marks, most, indent, lead, tail in lines
        ),
        Passage(str(to[0]), Span(int(to[1]), int(to[2]))) if to else None,
        str(note),
    )
