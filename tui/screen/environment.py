"""What Textual may learn from the environment: nothing that imports, opens or types anything."""

from __future__ import annotations

import os
import sys

OURS = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_SMOOTH_SCROLL": "0"}
ESCAPE_DELAY_MS = "50"
"""A lone Esc is an Esc after this long; a terminal sends the rest of a key's code sooner."""


def settle() -> None:
    """Drop the caller's TEXTUAL settings, have Textual read ours, and leave none behind."""
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    own_delay = "ESCDELAY" not in os.environ
    os.environ.update(OURS, ESCDELAY=os.environ.get("ESCDELAY", ESCAPE_DELAY_MS))
    _leave_out_tls()
    import textual.constants  # noqa: F401  read once, here

    for name in OURS:
        del os.environ[name]
    if own_delay:
        del os.environ["ESCDELAY"]


def _leave_out_tls() -> None:
    """Have asyncio do without `ssl`, as it can: no network is asked here, and 6 ms are gained."""
    if "asyncio" not in sys.modules and "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # what cannot be imported
        import asyncio  # noqa: F401

        del sys.modules["ssl"]
