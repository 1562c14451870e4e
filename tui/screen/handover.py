"""The terminal lent to another program, and taken back as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from textual.app import App

IGNORED = (signal.SIGINT, signal.SIGQUIT)
"""Meant for the program that has the terminal, though every process before it gets them."""
ENDING = (signal.SIGTERM, signal.SIGHUP)
_BESIDE = {
    **dict.fromkeys(("hx", "helix", "subl", "zed"), ("{path}:{line}",)),
    **dict.fromkeys(("code", "codium", "cursor"), ("--goto", "{path}:{line}")),
    **dict.fromkeys(("ed", "cat"), ("{path}",)),
}
"""How editors that do not know +LINE take one."""
_PAGERS = ("less", "more", "most")
"""Pagers that take +LINE."""


def editor(environ: Mapping[str, str], path: Path, line: int) -> list[str]:
    """The call that opens a file at a line in $VISUAL or $EDITOR; ValueError if it has no sense.

    The path is made absolute, so that no name can be taken for an option.
    """
    words = _words(environ.get("VISUAL") or environ.get("EDITOR") or "vi")
    beside = _BESIDE.get(Path(words[0]).name, ("+{line}", "{path}"))
    return [*words, *(word.format(path=path.absolute(), line=line) for word in beside)]


def pager(environ: Mapping[str, str], line: int) -> list[str]:
    """The call that pages what it reads from stdin, from a line on if $PAGER can."""
    words = _words(environ.get("PAGER") or "less")
    return [*words, *([f"+{line}"] if Path(words[0]).name in _PAGERS else [])]


def _words(command: str) -> list[str]:
    import shlex

    return shlex.split(command)


def hand_over(app: App[str], call: Sequence[str], text: str | None, end: str) -> str:
    """Run a program in the terminal, a text on its stdin; what went wrong, if anything.

    With `end` it waits for Enter after that has been said, so that what was written can be read.
    """
    got: list[int] = []
    with app.suspend(), _terminal() as tty, _signals(got):
        try:
            child = subprocess.Popen(
                call,
                stdin=tty if text is None else subprocess.PIPE,
                stdout=tty,
                stderr=tty,
            )
        except OSError as error:
            return f"{call[0]}: {error.strerror}"
        _feed(child, text)
        status = child.wait()
        if end and not got:
            _wait(tty, end)
    for number in got:
        os.kill(os.getpid(), number)
    if status < 0:
        return f"{call[0]} was ended by {signal.Signals(-status).name}"
    return f"{call[0]} ended with status {status}" if status else ""


def _feed(child: subprocess.Popen[bytes], text: str | None) -> None:
    """Write a text to a program that may stop to read before its end."""
    if text is not None and child.stdin is not None:
        try:
            child.stdin.write(text.encode(errors="replace"))
            child.stdin.close()
        except BrokenPipeError:
            return


def _wait(tty: IO[bytes], end: str) -> None:
    tty.write(f"\n{end}".encode())
    tty.flush()
    while os.read(tty.fileno(), 1) not in (b"\n", b""):
        pass


@contextmanager
def _terminal() -> Iterator[IO[bytes]]:
    """The terminal that the screen was drawn on, to read and to write."""
    assert sys.__stdin__ is not None
    with open(os.ttyname(sys.__stdin__.fileno()), "r+b", buffering=0) as tty:
        yield tty


@contextmanager
def _signals(got: list[int]) -> Iterator[None]:
    """Let signals that are for the program go by; `got` are those that are to end this one too."""
    wakeup = signal.set_wakeup_fd(-1)
    before = {number: signal.getsignal(number) for number in (*IGNORED, *ENDING)}
    try:
        for number in IGNORED:
            signal.signal(number, lambda *_: None)
        for number in ENDING:
            signal.signal(number, lambda number, _: got.append(number))
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
