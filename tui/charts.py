"""Numbers as bars, lines of blocks and shades, or plain characters where there are no others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

EIGHTHS = "▏▎▍▌▋▊▉█"
LEVELS = "▁▂▃▄▅▆▇█"
PLAIN_LEVELS = "._-=+*%#"
NOTHING = "·"
SHADES = " ░▒▓█"
PLAIN_SHADES = " .:+#"


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


def shade(value: float, most: float, *, plain: bool = False) -> str:
    """One character, the darker the more; a space for none."""
    shades = PLAIN_SHADES if plain else SHADES
    return shades[ceil((len(shades) - 1) * value / most)] if value > 0 and most > 0 else " "


def gathered(values: Sequence[int], cells: int) -> list[int]:
    """The values, or where they are more than `cells` the sums of so many stretches of them."""
    if len(values) <= cells:
        return list(values)
    ends = [len(values) * n // cells for n in range(cells + 1)]
    return [sum(values[first:end]) for first, end in pairwise(ends)]
