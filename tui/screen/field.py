"""A box to type in, one row high and without a frame; its cursor does not blink."""

from __future__ import annotations

from typing import Any

from textual.widgets import Input


class Field(Input):
    """What Textual's `compact` makes of an Input, without finding its styles once more for it."""

    def __init__(self, value: str | None = None, **options: Any) -> None:
        super().__init__(value, **options)
        self.set_reactive(Input.compact, True)
        self.add_class("-textual-compact", update=False)
        self.cursor_blink = False
