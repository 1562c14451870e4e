"""The house style of citations: how passages are cited unless it is said otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import Style


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """In which style; with `nd` also without author or date; `unwrap` joins lines."""

    style: Style = "markdown"
    nd: bool = False
    unwrap: bool = False
