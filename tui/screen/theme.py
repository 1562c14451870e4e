"""The colours: three themes that paint their own ground, and two on the terminal's own."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import Theme


def _painted(
    name: str,
    *,
    dark: bool,
    text: str,
    page: str,
    marked: str,
    accent: str,
    fault: str,
    rule: str,
    looks: dict[str, str],
) -> Theme:
    """A theme with its own ground; `marked` is the ground of what is chosen in a list."""
    return Theme(
        name=name,
        primary=accent,
        secondary=looks["body"],
        accent=accent,
        warning=accent,
        error=fault,
        success=looks["place"],
        foreground=text,
        background=page,
        surface=page,
        panel=marked,
        dark=dark,
        variables={
            **looks,
            "rule": rule,
            "chosen-ground": marked,
            "here": page,
            "here-ground": accent,
            "input-cursor-background": accent,
            "input-cursor-foreground": page,
            "input-selection-background": looks["hit-ground"],
            "block-cursor-foreground": page,
            "block-cursor-background": accent,
            "block-cursor-text-style": "none",
            "border": rule,
            "border-blurred": rule,
        },
    )


DARK = _painted(
    "dark",
    dark=True,
    text="#d9d5cb",
    page="#17191d",
    marked="#23262c",
    accent="#e3b566",
    fault="#e58a7b",
    rule="#3b3f47",
    looks={
        "quiet": "#9a978f",
        "faint": "#8f8c85",
        "label": "#b3aa97",
        "person": "#e0a893",
        "body": "#92b9de",
        "place": "#98c79e",
        "thing": "#c2addb",
        "hit": "#ffe7b0",
        "hit-ground": "#57431a",
    },
)

LIGHT = _painted(
    "light",
    dark=False,
    text="#2a2925",
    page="#fbf9f4",
    marked="#eeeae0",
    accent="#7d5200",
    fault="#a3301c",
    rule="#c6c0b3",
    looks={
        "quiet": "#5d594f",
        "faint": "#66625a",
        "label": "#66583c",
        "person": "#943a1f",
        "body": "#1d5590",
        "place": "#276231",
        "thing": "#673f94",
        "hit": "#3a2b00",
        "hit-ground": "#f2d88f",
    },
)

CONTRAST = _painted(
    "contrast",
    dark=True,
    text="#ffffff",
    page="#000000",
    marked="#303030",
    accent="#ffd75f",
    fault="#ffb3a6",
    rule="#b0b0b0",
    looks={
        "quiet": "#e4e4e4",
        "faint": "#d8d8d8",
        "label": "#ffe7a3",
        "person": "#ffbfa8",
        "body": "#a8d5ff",
        "place": "#aaf2b2",
        "thing": "#e2ccff",
        "hit": "#000000",
        "hit-ground": "#ffd75f",
    },
)

TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_yellow",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "quiet": "ansi_default",
        "faint": "ansi_default",
        "rule": "ansi_default",
        "label": "ansi_default",
        "person": "ansi_magenta",
        "body": "ansi_cyan",
        "place": "ansi_green",
        "thing": "ansi_blue",
        "hit": "ansi_yellow",
        "hit-ground": "ansi_default",
        "here": "ansi_default",
        "here-ground": "ansi_default",
        "chosen-ground": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_default",
        "input-selection-foreground": "ansi_yellow",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "reverse",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
    },
)

COLOURS = frozenset({"ansi_yellow", "ansi_cyan", "ansi_green", "ansi_magenta", "ansi_blue"})
MONO = replace(
    TERMINAL,
    name="mono",
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    variables={
        name: "ansi_default" if value in COLOURS else value
        for name, value in TERMINAL.variables.items()
    },
)

THEMES = (DARK, LIGHT, CONTRAST, TERMINAL, MONO)
