"""Processes started afresh."""

import os
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from tui.spawning import spawn


class Captured:
    """What stands for stderr while a screen is up."""

    def fileno(self) -> int:
        return -1

    def write(self, text: str) -> int:
        return len(text)


def say_who(pipe: Connection) -> None:
    """What the process does."""
    pipe.send(os.getpid())


def test_a_process_is_started_from_within_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    from multiprocessing import resource_tracker

    monkeypatch.setattr(sys, "stderr", Captured())
    monkeypatch.setattr(resource_tracker, "_resource_tracker", resource_tracker.ResourceTracker())
    monkeypatch.setattr(
        resource_tracker, "getfd", resource_tracker._resource_tracker.getfd, raising=False
    )
    ours, theirs = Pipe(duplex=False)

    process = spawn(say_who, theirs, is_daemon=True)

    assert ours.recv() == process.pid
    process.join()
    assert process.exitcode == 0
