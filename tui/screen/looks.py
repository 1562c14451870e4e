"""The looks: meanings that desk.tcss gives a style, kept once, by the screen.

Every widget with component classes of its own would style each of them again at every change.
"""

from __future__ import annotations

from rich.style import Style
from textual.screen import Screen
from textual.style import Style as VisualStyle
from textual.widget import Widget

LOOKS = (
    "title",
    "strong",
    "quiet",
    "faint",
    "label",
    "person",
    "body",
    "place",
    "thing",
    "doubt",
    "hit",
    "here",
    "selected",
    "jump",
    "sign",
    "chosen",
    "bar",
    "bar-idle",
    "rule",
    "rule-active",
    "heading",
    "heading-active",
    "key",
)


class LookBook(Screen[None], inherit_bindings=False):
    """A screen whose widgets share the looks."""

    COMPONENT_CLASSES = {f"look--{name}" for name in LOOKS}


def look(widget: Widget, name: str) -> Style:
    """The style of a meaning, to be laid over another; "plain" has none."""
    if name == "plain":
        return Style.null()
    return widget.screen.get_component_rich_style(f"look--{name}", partial=True)


def visual(widget: Widget, name: str) -> VisualStyle:
    """The same for what is drawn as Content."""
    return widget.screen.get_visual_style(f"look--{name}", partial=True)
