"""Numbers as bars and lines of blocks, or of plain characters where a terminal has no others."""

from __future__ import annotations

from collections.abc import Sequence

EIGHTHS = "▏▎▍▌▋▊▉█"
LEVELS = "▁▂▃▄▅▆▇█"
PLAIN_LEVELS = "._-=+*%#"
NOTHING = "·"


def bar(value: float, most: float, width: int, *, plain: bool = False) -> str:
    """A bar as long as `value` is to `most`, which fills `width` cells; something is never none."""
    if value <= 0 or most <= 0:
        return ""
    eighths = max(1, round(min(value, most) / most * width * 8))
    if plain:
        return "#" * max(1, round(eighths / 8))
    full, rest = divmod(eighths, 8)
    return EIGHTHS[-1] * full + (EIGHTHS[rest - 1] if rest else "")


def sparkline(values: Sequence[float], *, plain: bool = False) -> str:
    """A cell for each value, by its height among them; a point, or in plain a space, for none."""
    most = max(values, default=0)
    levels, nothing = (PLAIN_LEVELS, " ") if plain else (LEVELS, NOTHING)
    return "".join(
        levels[min(len(levels) - 1, int(value / most * len(levels)))] if value > 0 else nothing
        for value in values
    )
