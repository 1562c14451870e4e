"""No command and no screen opens a connection: watched call by call, and in an empty network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen.visit import Visit, command

ROOT = Path(__file__).parent.parent
OUTWARD = re.compile(r"(?:socket|socketpair)\((?!AF_UNIX)|\b(?:connect|bind|listen)\(")
"""Calls that could lead out; an event loop wakes itself by a pair of sockets within the process."""
CALLS = [
    ["search", "S-400"],
    ["who", "Su-35"],
    ["cite", "002:14", "--nd"],
    ["doctor"],
    ["registry", "check"],
]


def traced(strace: str, log: Path) -> list[str]:
    """What a call begins with so that its network calls are written down."""
    return [strace, "-f", "-qq", "-e", "trace=%network", "-o", str(log)]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_command_opens_no_connection(
    call: list[str], need: Callable[[str], str], tmp_path: Path
) -> None:
    log = tmp_path / "calls"
    subprocess.run(
        [*traced(need("strace"), log), *command(tmp_path), *call],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    assert OUTWARD.findall(log.read_text()) == []


def test_the_screen_opens_no_connection(need: Callable[[str], str], tmp_path: Path) -> None:
    log = tmp_path / "calls"
    visit = Visit([*traced(need("strace"), log), *command(tmp_path)])
    visit.wait_for("digest of")
    visit.keys("S-400\r")
    visit.wait_for("hit 1/")
    visit.wait_for(" card ")
    visit.keys("Q")
    assert visit.end() == 0
    os.close(visit.terminal)
    assert OUTWARD.findall(log.read_text()) == []


def test_the_watch_sees_a_connection(need: Callable[[str], str], tmp_path: Path) -> None:
    log = tmp_path / "calls"
    knock = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    call = [*traced(need("strace"), log), sys.executable, "-c", knock]
    subprocess.run(call, check=True)
    assert OUTWARD.findall(log.read_text())


def test_it_works_where_there_is_no_network(need: Callable[[str], str], tmp_path: Path) -> None:
    sealed = [need("unshare"), "--map-root-user", "--net"]
    if subprocess.run([*sealed, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network of one's own can be made here")
    said = subprocess.run(
        [*sealed, *command(tmp_path), "search", "S-400"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    assert said.stdout.startswith("002_")
