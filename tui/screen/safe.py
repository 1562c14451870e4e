"""The second wall: whatever a widget draws, no control character reaches the terminal."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.lettering import in_ascii
from tui.visible import visible


class Wall(LineFilter):
    """Every drawn character that could drive the terminal becomes a visible mark.

    Where the terminal can write nothing but ASCII, every other character becomes a likeness.
    """

    def __init__(self, *, in_ascii: bool = False) -> None:
        super().__init__()
        self._in_ascii = in_ascii

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if self._in_ascii:
            return [Segment(in_ascii(visible(t)), style, control) for t, style, control in segments]
        if all(text.isprintable() for text, _, _ in segments):
            return segments
        return [Segment(visible(text), style, control) for text, style, control in segments]
