"""The real program in a real terminal: it starts, works, and leaves everything as it was."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.screen.visit import Visit, command

ROOT = Path(__file__).parent.parent.parent
LONG = 60
"""Seconds after which something has gone wrong, however busy the machine."""


class Tmux:
    """A shell in tmux, its keys and its screen."""

    def __init__(self, program: str, width: int, height: int, folder: Path) -> None:
        self._call = [program, "-S", str(folder / "tmux"), "-f", "/dev/null"]
        self("new-session", "-d", "-x", str(width), "-y", str(height), "-c", str(ROOT), "sh")

    def __call__(self, *words: str) -> str:
        called = subprocess.run([*self._call, *words], capture_output=True, text=True, check=True)
        return called.stdout

    def keys(self, *keys: str) -> None:
        self("send-keys", *keys)

    def run(self, line: str) -> None:
        self("send-keys", "-l", line)
        self.keys("Enter")

    @property
    def screen(self) -> str:
        return self("capture-pane", "-p")

    def state(self) -> str:
        """Whether the other screen is on, the cursor shown, the mouse asked for."""
        return self("display", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}").strip()

    def wait_for(self, words: str) -> str:
        until = time.monotonic() + LONG
        while words not in (screen := self.screen):
            assert time.monotonic() < until, f"no {words!r} in:\n{screen}"
            time.sleep(0.02)
        return screen


@pytest.fixture
def shell(
    need: Callable[[str], str], tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Tmux]:
    width, height = request.param
    tmux = Tmux(need("tmux"), width, height, tmp_path)
    yield tmux
    tmux("kill-server")


@pytest.mark.parametrize("shell", [(80, 24), (160, 50)], indirect=True)
def test_a_visit_leaves_the_terminal_as_it_was(shell: Tmux, tmp_path: Path) -> None:
    (tmp_path / "root" / "state").mkdir(parents=True)
    (tmp_path / "root" / "state" / "screen.json").write_text('{"toured": true}')
    shell.run(f"stty -g > {tmp_path}/before; echo ready$((1 + 1))")
    shell.wait_for("ready2")
    before = shell.state()
    shell.run(f"{shlex.join(command(tmp_path))}; echo left$((1 + 1))")
    shell.wait_for("Search · 5 texts")
    shell("send-keys", "-l", "S-400")
    shell.keys("Enter")
    screen = shell.wait_for("· hit 1/")
    assert "? help   q quit" in screen
    assert "S-400" in screen
    shell.keys("n")
    shell.wait_for("· hit 2/")

    shell.keys("C-z")
    shell.wait_for("Stopped")
    assert shell.state() == before
    shell.run("fg")
    shell.wait_for("· hit 2/")

    shell.keys("Escape")
    shell.wait_for("Enter open")
    shell.keys("q")
    shell.wait_for("left2")
    assert shell.state() == before
    shell.run(f"stty -g | cmp - {tmp_path}/before && echo same$((1 + 1))")
    shell.wait_for("same2")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_ends_it_with_the_terminal_restored(number: int, tmp_path: Path) -> None:
    visit = Visit(command(tmp_path))
    visit.wait_for("digest of")
    assert termios.tcgetattr(visit.terminal) != visit.before
    os.kill(visit.pid, number)
    assert visit.end() == 128 + number
    assert visit.written.rfind(b"\x1b[?1049l") > visit.written.rfind(b"\x1b[?1049h")
    assert visit.written.rfind(b"\x1b[?25h") > visit.written.rfind(b"\x1b[?25l")
    os.close(visit.terminal)


def test_a_terminal_that_is_gone_ends_it(tmp_path: Path) -> None:
    visit = Visit(command(tmp_path))
    visit.wait_for("digest of")
    os.close(visit.terminal)
    visit.terminal = os.open(os.devnull, os.O_RDONLY)
    assert visit.end() > 0
    os.close(visit.terminal)


def keep_busy(visit: Visit) -> None:
    """Go to the end of a text and back, more often than a terminal that nobody reads can take."""
    visit.keys("Moscow\r")
    visit.wait_for(" card ")
    for key in "Gg" * 40:
        visit.keys(key)
        time.sleep(0.03)


def test_a_terminal_that_is_gone_in_the_middle_of_a_screen_ends_it(tmp_path: Path) -> None:
    visit = Visit(command(tmp_path))
    visit.wait_for("digest of")
    keep_busy(visit)
    os.close(visit.terminal)
    visit.terminal = os.open(os.devnull, os.O_RDONLY)
    assert visit.end() > 0
    os.close(visit.terminal)


def test_a_terminal_that_takes_no_more_does_not_hold_it(tmp_path: Path) -> None:
    visit = Visit(command(tmp_path))
    visit.wait_for("digest of")
    keep_busy(visit)
    os.kill(visit.pid, signal.SIGTERM)
    assert visit.end(reads=False) == 128 + signal.SIGTERM
    os.close(visit.terminal)


def test_the_mouse_is_never_followed_and_focus_not_reported(tmp_path: Path) -> None:
    visit = Visit(command(tmp_path))
    visit.wait_for("digest of")
    os.kill(visit.pid, signal.SIGTERM)
    visit.end()
    for mode in (b"\x1b[?1003h", b"\x1b[?1004h", b"\x1b]22;"):
        assert mode not in visit.written
    os.close(visit.terminal)


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    called = subprocess.run(
        command(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert called.returncode == 2
    assert called.stderr.startswith("readroom: the screen needs a terminal\n  ")


def run_python(code: str, **environment: str) -> str:
    called = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
    )
    assert called.returncode == 0, called.stderr
    return called.stdout


def test_the_first_screen_is_painted_before_whoosh_and_yaml_are_imported() -> None:
    out = run_python("""
import asyncio, sys
from tui.model import Unusable
from tui.screen.app import ReadroomApp

seen = []

def open_room():
    seen.extend(name for name in ("whoosh", "yaml", "rapidfuzz") if name in sys.modules)
    seen.append(" ".join(strip.text for strip in app.screen._compositor.render_strips()))
    raise Unusable("no such corpus")

app = ReadroomApp(open_room)

async def visit():
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

asyncio.run(visit())
print(seen[0], app.failure, app.return_code)
""")
    assert "Search the texts" in out
    assert "q quit" in out
    assert out.split()[-4:] == ["no", "such", "corpus", "3"]


def test_the_environment_cannot_steer_textual() -> None:
    out = run_python(
        """
import os
from tui.screen.app import ReadroomApp
from textual import constants

app = ReadroomApp(None)
print([name for name in os.environ if "TEXTUAL" in name], app.features, constants.DRIVER)
print(constants.PRESS or None, app.animation_level, constants.SMOOTH_SCROLL)
""",
        TEXTUAL="devtools,debug",
        TEXTUAL_DRIVER="os:abort",
        TEXTUAL_PRESS="q",
        TEXTUAL_ANIMATIONS="full",
    )
    assert out.split() == ["[]", "frozenset()", "None", "None", "none", "False"]
