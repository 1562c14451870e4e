"""Processes started afresh."""

import os
import subprocess
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

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


SCRIPT = """\
import sys
from multiprocessing import Pipe
from tests.test_spawning import say_who
from tui.spawning import spawn

if __name__ == "__main__":
    ours, theirs = Pipe(duplex=False)
    process = spawn(say_who, theirs, is_daemon=True)
    process.join()
    sys.exit(process.exitcode)
"""


def test_a_folder_one_stands_in_lends_no_modules(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    for name in ("multiprocessing", "pickle", "struct", "io", "tui", "os"):
        (here / f"{name}.py").write_text("open('owned', 'w')\nraise SystemExit(9)\n")
    (tmp_path / "script.py").write_text(SCRIPT)
    paths = os.pathsep.join([str(Path(__file__).parent.parent), *filter(None, sys.path)])
    environ = {**os.environ, "PYTHONPATH": paths}
    call = [sys.executable, str(tmp_path / "script.py")]
    assert subprocess.run(call, cwd=here, env=environ, check=False).returncode == 0
    assert not (here / "owned").exists()
    assert "PYTHONSAFEPATH" not in os.environ
