"""Which panes stand side by side at which width."""

from __future__ import annotations

from typing import Literal

from tui.screen.history import PANES, Pane

TWO, THREE = 100, 140
LEAST = (40, 10)
"""Columns and rows below which nothing can be read."""

NARROWEST = 24
"""Columns of a pane beside another at least."""
LOW = 16
"""Rows below which a card leaves room for less of its list."""

Shape = Literal["one", "two", "three"]


def shape(width: int) -> Shape:
    """One pane with tabs, two, or three."""
    return "three" if width >= THREE else "two" if width >= TWO else "one"


def panes(width: int, active: Pane, before: tuple[Pane, ...] = PANES) -> tuple[Pane, ...]:
    """The panes in view from left to right: the active one and, of two, the text beside it.

    A text keeps beside it what stood there `before`.
    """
    match shape(width):
        case "three":
            return PANES
        case "one":
            return (active,)
    if active == "record" or (active == "text" and before == ("text", "record")):
        return ("text", "record")
    return ("search", "text")


def fitting(wanted: int, width: int) -> int:
    """The width of a pane beside the text, so that both can be read."""
    return max(NARROWEST, min(wanted, width - 2 * NARROWEST))
