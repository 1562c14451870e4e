"""How the screen behaves: what the options say, and where they are silent, the surroundings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """What the options of the screen said; None is decided by the surroundings."""

    driver: str | None = None
    """`diff` sends only what differs; `plain` is Textual's own way."""
    mouse: bool | None = None
    fresh: bool = False

    def spares(self, environ: Mapping[str, str]) -> bool:
        """Whether only what differs is sent."""
        return self.driver == "diff" or (self.driver is None and is_remote(environ))

    def follows_mouse(self, environ: Mapping[str, str]) -> bool:
        """Whether the mouse is asked for."""
        return not is_remote(environ) if self.mouse is None else self.mouse


def is_remote(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of a line."""
    return "SSH_TTY" in environ or "SSH_CONNECTION" in environ
