"""Processes started afresh, also from within a screen: a copy of one with threads may hang."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess


def spawn(target: Callable[..., None], *args: object, is_daemon: bool) -> BaseProcess:
    """A process that calls `target`; a daemon ends with its parent and has no children.

    While a screen is up, `sys.stderr` has no descriptor, and the standard library insists on one.
    """
    from multiprocessing import get_context

    process = get_context("spawn").Process(target=target, args=args, daemon=is_daemon)
    with redirect_stderr(sys.__stderr__):
        process.start()
    return process
