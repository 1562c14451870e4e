"""What Textual may learn from the environment: nothing that imports, opens or types anything."""

from __future__ import annotations

import os

OURS = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_SMOOTH_SCROLL": "0"}
ESCAPE_DELAY_MS = "50"
"""A lone Esc is an Esc after this long; a terminal sends the rest of a key's code sooner."""


def settle() -> None:
    """Drop the caller's TEXTUAL settings, have Textual read ours, and leave none behind."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    own_delay = "ESCDELAY" not in os.environ
    os.environ.update(OURS, ESCDELAY=os.environ.get("ESCDELAY", ESCAPE_DELAY_MS))
    import textual.constants  # noqa: F401  read once, here

    for name in OURS:
        del os.environ[name]
    if own_delay:
        del os.environ["ESCDELAY"]
