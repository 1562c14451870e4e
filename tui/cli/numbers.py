"""Numbers as options take them: whole, and within bounds that are said."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable

from tui.counts import MOST, number

CLIP = 40
"""Characters of what is no number that are shown."""


def whole(least: int = 0, most: int = MOST) -> Callable[[str], int]:
    """What reads a number from `least` to `most`, and refuses everything else."""
    bounds = f"from {least}" if most == MOST else f"from {least} to {most}"

    def read(text: str) -> int:
        if text.isdecimal() and least <= number(text) <= most:
            return number(text)
        raise ArgumentTypeError(f"{text[:CLIP]!r} is no number {bounds}")

    return read
