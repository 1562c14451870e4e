"""The second wall: whatever a widget draws, no control character reaches the terminal."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.visible import visible


class Wall(LineFilter):
    """Every drawn character that could drive the terminal becomes a visible mark."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(text.isprintable() for text, _, _ in segments):
            return segments
        return [Segment(visible(text), style, control) for text, style, control in segments]
