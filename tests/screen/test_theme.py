"""Colours that can be read."""

import pytest
from textual.color import Color

from tui.screen.theme import QUIET

GROUNDS = {"hit": "hit-ground", "here": "here-ground"}


def contrast(one: Color, other: Color) -> float:
    """WCAG 2.1: (L1 + 0.05) / (L2 + 0.05), by relative luminance."""

    def luminance(color: Color) -> float:
        channels = [c / 255 for c in color.rgb]
        r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "name",
    ["foreground", "quiet", "faint", "label", "person", "body", "place", "thing", "hit", "here"],
)
def test_every_text_stands_out_from_its_ground(name: str) -> None:
    colors = {**QUIET.variables, "foreground": QUIET.foreground, "background": QUIET.background}
    text = Color.parse(colors[name])
    for ground in [GROUNDS.get(name, "background")] + ["chosen-ground"] * (name not in GROUNDS):
        assert contrast(text, Color.parse(colors[ground])) >= 4.5, ground
