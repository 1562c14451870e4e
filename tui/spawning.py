"""Processes started afresh, also from within a screen: a copy of one with threads may hang."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_SAFE = "PYTHONSAFEPATH"


def spawn(target: Callable[..., None], *args: object, is_daemon: bool) -> BaseProcess:
    """A process that calls `target`; a daemon ends with its parent and has no children.

    While a screen is up, `sys.stderr` has no descriptor, and the standard library insists on one.
    """
    from multiprocessing import get_context

    process = get_context("spawn").Process(target=target, args=args, daemon=is_daemon)
    with redirect_stderr(sys.__stderr__), _not_from_here():
        process.start()
    return process


def stand_back(by: int) -> None:
    """Let a process that was started beside a screen leave it the terminal, and go `by` nicer.

    Ctrl+C is for the one who started it; when it is told to end, KeyboardInterrupt is raised in it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # until the end
    os.nice(by)


@contextmanager
def _not_from_here() -> Iterator[None]:
    """Python does not look for its own modules in the folder one stands in: texts lie there."""
    before = os.environ.get(_SAFE)
    os.environ[_SAFE] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE]
        else:
            os.environ[_SAFE] = before
