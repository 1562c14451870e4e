"""Golden transcripts: each file in transcripts/ is a session, as a person would see it.

`$ readroom …` is a call; the lines below it are stdout, then stderr behind `! `, then `[status]`
unless it is 0. After a change that is meant, `READROOM_ACCEPT=1 pytest tests/cli` writes them anew.
"""

import contextlib
import io
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.main import main

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ACCEPT = os.environ.get("READROOM_ACCEPT")


@pytest.mark.parametrize("path", sorted((HERE / "transcripts").glob("*.txt")), ids=lambda p: p.stem)
def test_a_session_reads_as_written(
    path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared_cache))
    monkeypatch.chdir(ROOT)
    written = path.read_text(encoding="utf-8")
    calls = [line[2:] for line in written.splitlines() if line.startswith("$ ")]
    played = "\n".join(_play(call) for call in calls)
    if ACCEPT:
        path.write_text(played, encoding="utf-8")
    assert played == written


def _play(call: str) -> str:
    """The transcript of one call."""
    program, *argv = shlex.split(call, comments=True)
    assert program == "readroom"
    out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(argv)
    lines = [f"$ {call}"]
    lines += _text(out).splitlines()
    lines += [f"! {line}" for line in _text(err).splitlines()]
    if status:
        lines.append(f"[{status}]")
    return "\n".join(lines) + "\n"


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def test_a_reader_who_leaves_early_is_not_an_error(own_home: Path) -> None:
    command = [sys.executable, "-m", "tui", "mentions", "--json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as call:
        assert call.stdout is not None
        assert call.stderr is not None
        call.stdout.readline()
        call.stdout.close()
        assert call.stderr.read() == b""
        assert call.wait() == 0
