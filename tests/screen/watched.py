"""The program in a terminal whose screen can be read, and all that was ever sent to it."""

from __future__ import annotations

import os
import re
import select
import time
from base64 import b64decode
from codecs import getincrementaldecoder
from collections.abc import Sequence
from contextlib import suppress

from tests.screen.glass import Glass
from tests.screen.sequences import pieces
from tests.screen.visit import LONG, Visit

STILL_S = 0.15
"""A screen that stands still for so long has answered; an Esc alone is known as one by then."""
_DRAWING = {"", "\r", "\n", "ESC M", "CSI 2J", *(f"CSI {letter}" for letter in "HmKXCr")}
_WHOLE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[^\[])")
_COPIED = re.compile(r"\]52;c;([A-Za-z0-9+/=]*)\x07")


class Watched(Visit):
    """A visit, as someone knows it who sits before the terminal."""

    def __init__(self, call: Sequence[str], **environment: str) -> None:
        super().__init__(call, **environment)
        self.glass = Glass(80, 24)
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._held = ""

    @property
    def sent(self) -> str:
        """All that was sent to the terminal."""
        return self.written.decode(errors="replace")

    @property
    def copied(self) -> list[str]:
        """All that was put into the clipboard."""
        return [b64decode(payload).decode() for payload in _COPIED.findall(self.sent)]

    def do(self, keys: str, words: str) -> None:
        """Type keys, and wait until these words stand on the screen, or it stands still."""
        self.keys(keys)
        until = time.monotonic() + LONG
        while self._read() or words not in " ".join(" ".join(self.glass.text).split()):
            said = "\n".join([f"no {words!r} after {keys!r} in:", *self.glass.text])
            assert time.monotonic() < until, said

    def _read(self) -> bool:
        if not select.select([self.terminal], [], [], STILL_S)[0]:
            return False
        data = b""
        with suppress(OSError):
            data = os.read(self.terminal, 65536)
        self.written += data
        self._draw(self._held + self._decode(data))
        return bool(data)

    def _draw(self, sent: str) -> None:
        last = sent.rfind("\x1b")
        is_cut = last >= 0 and not _WHOLE.match(sent, last)
        sent, self._held = (sent[:last], sent[last:]) if is_cut else (sent, "")
        self.glass.feed("".join(data for kind, data in pieces(sent) if kind in _DRAWING))
