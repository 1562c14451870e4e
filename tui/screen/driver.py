"""The terminal driver: Textual's own, but it sleeps until a key comes, and asks for less."""

from __future__ import annotations

import asyncio
import os
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.messages import ExitApp

from tui.screen.paste import Pasted

UNWANTED = frozenset(
    {
        "\x1b[?1003h",  # every movement of the mouse
        "\x1b[?1015h",  # an older form of what ?1006 says better
        "\x1b[?1004h",  # focus reports: each would repaint the screen
        "\x1b[?2048$p",  # resizes in band: SIGWINCH is enough
    }
)
POINTER = "\x1b]22;"
"""The shape of the mouse pointer."""


class Outlet:
    """Where the terminal is written to. A terminal that is gone takes everything, and `lost` hears.

    Otherwise the thread that writes would end, and whoever hands it more would wait for ever.
    """

    def __init__(self, file: IO[str], lost: Callable[[], None]) -> None:
        self._file = file
        self._lost = lost
        self._is_lost = False

    def write(self, text: str) -> None:
        """Write, or have it lost."""
        self._try(self._file.write, text)

    def flush(self) -> None:
        """Have written what is held back."""
        self._try(self._file.flush)

    def fileno(self) -> int:
        """The descriptor of the terminal."""
        return self._file.fileno()

    def _try(self, call: Callable[..., object], *text: str) -> None:
        try:
            if not self._is_lost:
                call(*text)
        except (OSError, ValueError):
            self._is_lost = True
            self._lost()


class TerminalDriver(LinuxDriver):
    """Reads keys on the event loop: no thread, no waking up ten times a second, no wait at the end.

    Textual's thread only hands over to the loop; an Esc alone is told from the beginning of a
    longer code by one timer.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._file: Any = Outlet(self._file, self._leave)
        self._parser = XTermParser()
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._pasted = Pasted()
        self._alone: asyncio.TimerHandle | None = None
        self._reading = False

    def write(self, data: str) -> None:
        if data not in UNWANTED and not data.startswith(POINTER):
            super().write(data)

    def _leave(self) -> None:
        """Nobody sees the screen any more; called from the thread that writes."""
        with suppress(RuntimeError):  # the loop has ended by itself
            self._loop.call_soon_threadsafe(self.send_message, ExitApp())

    def _get_terminal_size(self) -> tuple[int, int]:
        """That of the terminal, also where stdout is a pipe."""
        if sys.__stdout__ is not None and not sys.__stdout__.isatty():
            with suppress(OSError):
                if all(size := os.get_terminal_size(self.fileno)):
                    return size
        return super()._get_terminal_size()

    def run_input_thread(self) -> None:
        self._loop.call_soon_threadsafe(self._listen)

    def _listen(self) -> None:
        if not self.exit_event.is_set() and not self._reading:
            self._reading = True
            self._loop.add_reader(self.fileno, self._read)

    def disable_input(self) -> None:
        if self._reading:
            self._reading = False
            self._loop.remove_reader(self.fileno)
        super().disable_input()

    def _read(self) -> None:
        try:
            data = os.read(self.fileno, 4096)
        except OSError:  # the terminal is gone
            data = b""
        if not data:
            self._loop.remove_reader(self.fileno)
            self._reading = False
            self.send_message(ExitApp())
            return
        for message in self._parser.feed(self._pasted.clean(self._decode(data))):
            self.process_message(message)
        if self._alone is not None:
            self._alone.cancel()
        self._alone = self._loop.call_later(constants.ESCAPE_DELAY, self._tick)

    def _tick(self) -> None:
        for message in self._parser.tick():
            self.process_message(message)

    def _sigcont_application(self, *_: object) -> None:
        """Also after a SIGSTOP from elsewhere, which left the terminal as it was."""
        if not self._must_signal_resume and self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()
