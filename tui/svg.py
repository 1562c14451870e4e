"""The tags of a picture as text: SVG, in which nothing from a text can be more than words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tui.visible import visible


def tag(name: str, *inside: str, **attributes: object) -> str:
    """An element with what is inside it; `stroke_width` becomes stroke-width, `class_` class."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(_spelled(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def words(text: str, x: float, y: float, **attributes: object) -> str:
    """A line of words."""
    return tag("text", escape(visible(text)), x=x, y=y, **attributes)


def picture(width: float, height: float, title: str, style: str, inside: Iterable[str]) -> str:
    """A whole picture, with its title for who cannot see it."""
    parts = (
        tag("title", escape(visible(title))),
        tag("style", escape(style)),
        tag("rect", width="100%", height="100%", class_="ground"),
        *inside,
    )
    return tag(
        "svg",
        "\n" + "\n".join(parts) + "\n",
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {_spelled(width)} {_spelled(height)}",
        role="img",
    )


def _spelled(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
