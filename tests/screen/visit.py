"""The program in a terminal of its own."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LONG = 12
"""Seconds after which something has gone wrong, however busy the machine."""


def command(tmp_path: Path) -> list[str]:
    """A call of the program on the seeds, all that it keeps below a folder."""
    return [sys.executable, "-m", "tui", "--corpus", "seeds", "--root", str(tmp_path / "root")]


class Visit:
    """The program in a terminal of its own, and all that it writes there."""

    def __init__(self, call: Sequence[str], **environment: str) -> None:
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(ROOT)
            termios.tcsetwinsize(0, (24, 80))
            os.environ.update(TERM="xterm-256color", **environment)
            os.execvp(call[0], call)
        self.before = termios.tcgetattr(self.terminal)
        self.written = b""

    def keys(self, keys: str) -> None:
        """Type keys."""
        os.write(self.terminal, keys.encode())

    def wait_for(self, words: str) -> None:
        until = time.monotonic() + LONG
        while words.encode() not in self.written:
            assert time.monotonic() < until, self.written[-2000:]
            self._read()

    def _read(self) -> None:
        if select.select([self.terminal], [], [], 0.05)[0]:
            with suppress(OSError):
                self.written += os.read(self.terminal, 65536)

    def end(self, *, reads: bool = True) -> int:
        """The exit status, once the program is gone; meanwhile what it writes is read, or not."""
        until = time.monotonic() + LONG
        while time.monotonic() < until:
            if reads:
                self._read()
            else:
                time.sleep(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._read()
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        raise AssertionError("it is still there")
