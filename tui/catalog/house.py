"""The house style of citations: how passages are cited unless it is said otherwise."""

from __future__ import annotations

from typing import NamedTuple

from tui.model import Style


class HouseStyle(NamedTuple):
    """In which style; with `nd` also without author or date; `unwrap` joins lines."""

    style: Style = "markdown"
    nd: bool = False
    unwrap: bool = False
