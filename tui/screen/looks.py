"""The looks: meanings that desk.tcss gives a style, found once, by the screen, when first wanted.

Every widget with component classes of its own would style each of them again at every change.
"""

from __future__ import annotations

from rich.style import Style
from textual.dom import DOMNode
from textual.screen import Screen
from textual.style import Style as VisualStyle
from textual.widget import Widget

LOOKS = frozenset(
    (
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
)


def look(widget: Widget, name: str) -> Style:
    """The style of a meaning, to be laid over another; "plain" has none."""
    if name == "plain":
        return Style.null()
    return widget.screen.get_component_rich_style(_found(widget, name), partial=True)


def visual(widget: Widget, name: str) -> VisualStyle:
    """The same for what is drawn as Content."""
    return widget.screen.get_visual_style(_found(widget, name), partial=True)


def forget(screen: Screen[object]) -> None:
    """The style sheet is another: find the looks anew."""
    screen._component_styles.clear()
    screen.notify_style_update()


def _found(widget: Widget, name: str) -> str:
    """The class that gives a meaning its style, which the screen has from then on."""
    if name not in LOOKS:
        raise KeyError(name)
    screen, component = widget.screen, f"look--{name}"
    if component not in screen._component_styles:
        node = DOMNode(classes=component)
        node._attach(screen)
        widget.app.stylesheet.apply(node)
        screen._component_styles[component] = node.styles
    return component
