"""What a call asks to be opened; imports nothing, so that the screen is painted first."""

from __future__ import annotations

from typing import NamedTuple


class Wish(NamedTuple):
    """What the options said; None is decided by the environment and the folders there are."""

    corpus: str | None = None
    registry: str | None = None
    root: str | None = None
    sample: bool = False
