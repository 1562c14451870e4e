"""Text to the clipboard of whoever sits before the terminal, however far away that may be.

A terminal takes text by the escape sequence OSC 52, and never says whether it did. tmux and GNU
screen pass it on when it is wrapped; tmux also takes text by a command, and then sees to it itself.
A clipboard program says whether it worked, but reaches only the machine that it runs on.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.counts import count
from tui.places import private_folder, write_atomically

MOST = 64 << 10
"""Bytes that terminals take in one sequence."""
WAIT_S = 2.0
"""Seconds that a program may take."""
FILE = "copied.txt"
_WITHOUT = ("", "dumb", "linux", "vt100", "vt102", "vt220")
"""Terminals by their TERM that have no clipboard."""
_SCREEN_TAKES = 250
"""Bytes of a sequence that screen passes on at a time."""
_DRIVING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What could drive the terminal that the text is pasted into."""
_NATIVE = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard", "-in")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("", ("clip.exe",)),
)
"""Clipboard programs, each with the variable without which there is nothing for it to do."""


class Way(NamedTuple):
    """A way to a clipboard: a program that reads the text, or without one OSC 52."""

    name: str
    command: tuple[str, ...] = ()


def ways(
    size: int, environ: Mapping[str, str], which: Callable[[str], str | None] = shutil.which
) -> list[Way]:
    """The ways that `size` bytes can go from here, the surest first."""
    found = []
    if environ.get("TMUX") and which("tmux"):
        found.append(Way("tmux", ("tmux", "load-buffer", "-w", "-")))
    native = [
        Way(command[0], command)
        for variable, command in _NATIVE
        if (not variable or environ.get(variable)) and which(command[0])
    ]
    takes = environ.get("TERM", "") not in _WITHOUT and size <= MOST
    osc = [Way("OSC 52")] if takes else []
    is_remote = bool(environ.get("SSH_TTY") or environ.get("SSH_CONNECTION"))
    return [*found, *osc, *native] if is_remote else [*found, *native, *osc]


def sequence(text: str, environ: Mapping[str, str]) -> str:
    """OSC 52 for a text, wrapped so that the tmux or the screen around it passes it on."""
    payload = b64encode(text.encode(errors="replace")).decode()
    plain = f"\x1b]52;c;{payload}\x07"
    if environ.get("TMUX"):
        return "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environ.get("STY"):
        parts = (plain[at : at + _SCREEN_TAKES] for at in range(0, len(plain), _SCREEN_TAKES))
        return "".join(f"\x1bP{part}\x1b\\" for part in parts)
    return plain


def copy(text: str, environ: Mapping[str, str], send: Callable[[str], None], state: Path) -> str:
    """Copy a text by the surest way that works, and say which; `send` writes to the terminal.

    Control characters, which a text has no use for, become spaces. Where nothing else is left the
    text goes into a file in the state folder; Unwritable if it cannot.
    """
    copied = f"copied {count(len(text), 'character')}"
    text = _DRIVING.sub(" ", text)
    data = text.encode(errors="replace")
    for way in ways(len(data), environ):
        if not way.command:
            send(sequence(text, environ))
            return f"{copied} by OSC 52, which no terminal confirms"
        if _takes(way.command, data):
            return f"{copied} by {way.name}"
    path = private_folder(state) / FILE
    write_atomically(path, data)
    return f"{copied} into {path}"


def _takes(command: tuple[str, ...], data: bytes) -> bool:
    """Whether a program took the text."""
    silent = subprocess.DEVNULL
    with suppress(OSError, subprocess.SubprocessError):
        called = subprocess.run(
            command, input=data, stdout=silent, stderr=silent, timeout=WAIT_S, check=False
        )
        return called.returncode == 0
    return False
