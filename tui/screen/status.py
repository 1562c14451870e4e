"""The status line: where one is, what was said last, and how much there is."""

from __future__ import annotations

from typing import Any, Self

from textual.content import Content
from textual.messages import Update
from textual.reactive import reactive
from textual.widget import Widget

from tui.screen.lines import fitted
from tui.screen.wrap import cells


class Status(Widget):
    """Something on the left; something on the right when both have room, or if it is a notice."""

    ALLOW_SELECT = False
    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")
    is_notice: reactive[bool] = reactive(False)
    """Whether what is on the right must be seen."""

    def refresh(self, *args: Any, **options: Any) -> Self:
        """Also tell the screen at once, to be painted together with what the line speaks of."""
        super().refresh(*args, **options)
        if self.is_attached:
            self.screen.post_message(Update(self))
        return self

    def render(self) -> Content:
        width = self.size.width - 2
        left = fitted(self.left, width - (cells(self.right) + 2) * self.is_notice)
        gap = width - cells(left) - cells(self.right)
        return Content(f" {left}{' ' * gap}{self.right}" if gap >= 2 else f" {left}")
