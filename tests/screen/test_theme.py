"""Colours that can be read."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.cli import manner
from tui.screen.theme import CONTRAST, MONO, TERMINAL, THEMES

GROUNDS = {"hit": "hit-ground", "here": "here-ground"}


def contrast(one: Color, other: Color) -> float:
    """WCAG 2.1: (L1 + 0.05) / (L2 + 0.05), by relative luminance."""

    def luminance(color: Color) -> float:
        channels = [c / 255 for c in color.rgb]
        r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


TEXTS = ["foreground", "quiet", "faint", "label", "person", "body", "place", "thing", "hit", "here"]
TEXTS += ["accent", "error"]
PAINTED = [theme for theme in THEMES if not theme.ansi]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("theme", PAINTED, ids=lambda theme: theme.name)
def test_every_text_stands_out_from_its_ground(theme: Theme, name: str) -> None:
    colors = {**vars(theme), **theme.variables}
    least = 7 if theme is CONTRAST else 4.5
    text = Color.parse(colors[name])
    for ground in [GROUNDS.get(name, "background")] + ["chosen-ground"] * (name not in GROUNDS):
        assert contrast(text, Color.parse(colors[ground])) >= least, ground


def test_the_terminals_own_themes_name_no_other_colour() -> None:
    for theme in (TERMINAL, MONO):
        colors = [c for c in (*vars(theme).values(), *theme.variables.values()) if c]
        named = {c for c in colors if isinstance(c, str) and c.startswith(("#", "ansi_"))}
        assert not {c for c in named if c.startswith("#")}
    assert set(MONO.variables.values()) <= {"ansi_default", "ansi_black", "ansi_white", "reverse"}


def test_the_names_on_the_command_line_are_the_themes() -> None:
    assert {theme.name for theme in THEMES} == set(manner.THEMES)
