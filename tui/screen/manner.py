"""How the screen behaves: what the options say, and where they are silent, the surroundings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

COLOURLESS = ("vt", "dumb", "unknown")
"""How the names of terminals begin that have no colours."""


class Manner(NamedTuple):
    """What the options of the screen said; None is decided by the surroundings."""

    color: str | None = None
    driver: str | None = None
    """`diff` sends only what differs; `plain` is Textual's own way."""
    fresh: bool = False
    keys: str | None = None
    """The profile of keys."""
    mouse: bool | None = None
    theme: str | None = None
    picks: bool = False
    """Whether it was opened to look something up and cite it: then one begins in the box."""
    in_ascii: bool = False
    """Whether the locale has nothing else."""

    def spares(self, environ: Mapping[str, str]) -> bool:
        """Whether only what differs is sent."""
        return self.driver == "diff" or (self.driver is None and is_remote(environ))

    def follows_mouse(self, environ: Mapping[str, str]) -> bool:
        """Whether the mouse is asked for."""
        return not is_remote(environ) if self.mouse is None else self.mouse

    def is_coloured(self, environ: Mapping[str, str]) -> bool:
        """Whether there are colours: the option, then NO_COLOR, CLICOLOR_FORCE, the terminal."""
        if self.color in ("always", "never"):
            return self.color == "always"
        if environ.get("NO_COLOR"):
            return False
        if environ.get("CLICOLOR_FORCE", "0") != "0":
            return True
        return not environ.get("TERM", "").startswith(COLOURLESS)

    def theme_in(
        self, environ: Mapping[str, str], is_coloured: bool, few: bool, kept: str | None = None
    ) -> str:
        """The name of the theme; `few` are at most sixteen colours, `kept` was chosen before.

        The terminal's own sixteen cost a slow line a quarter fewer bytes than 256.
        """
        if not is_coloured:
            return "mono"
        return self.theme or kept or ("terminal" if few or self.spares(environ) else "dark")


def is_remote(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of a line."""
    return "SSH_TTY" in environ or "SSH_CONNECTION" in environ
