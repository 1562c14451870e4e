"""The real program in a terminal of its own: what it copies, prints and hands to other programs."""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import signal
import sys
import termios
import time
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from tui.catalog.room import Room
from tui.citation import cited
from tui.model import Passage, Span
from tui.screen.handing import file_and_line

ROOT = Path(__file__).parent.parent.parent
LONG = 60
"""Seconds after which something has gone wrong, however busy the machine."""
SENTENCE = "«Сила Сибири» — the pipe, said “Ада”, costs $ 5."
TEXT = f"Talks\r\n\r\n{SENTENCE} Nobody else\r\nspoke of it.\r\n"
FACTS = "title: Talks\nauthors: [Ada Sample]\ndate: 2024-05-06\n"
BACK = "\x1b[?1049h"
"""What shows that the program has the terminal again."""
ARGUMENTS = """\
import os, sys
with open(os.environ["LOG"], "w") as log:
    print(*sys.argv[1:], sep="\\n", file=log)
print("the editor is here")
sys.stdin.readline()
"""


class Desk:
    """The program on one text, in a terminal."""

    def __init__(
        self, folder: Path, *options: str, inside: Sequence[str] = (), **environment: str
    ) -> None:
        (folder / "texts").mkdir()
        (folder / "texts" / "-a.txt").write_bytes(TEXT.encode())
        (folder / "texts" / "-a.meta.yaml").write_text(FACTS)
        self.out, stdout = os.pipe()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            termios.tcsetwinsize(0, (24, 80))
            for name in ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "VISUAL", "SSH_TTY"):
                os.environ.pop(name, None)
            os.environ.update(TERM="xterm-256color", PYTHONPATH=str(ROOT), **environment)
            if "--pick" in options:
                os.dup2(stdout, 1)
            words = [sys.executable, "-m", "tui", "--corpus", "texts", "--root", "home"]
            words += ["--fresh", *options]
            call = [*inside, shlex.join(words)] if inside else words
            os.execv(call[0], call)
        os.close(stdout)
        self.written = ""
        self.wait_for("Talks")
        self.type("pipe")
        self.wait_for("1 hit in 1 text")
        self.type("\r")
        self.wait_for("line 1 of")

    def type(self, keys: str) -> None:
        self.written = ""
        os.write(self.terminal, keys.encode())

    def wait_for(self, words: str) -> str:
        """All that was written since the last key, once it has these words in it."""
        until = time.monotonic() + LONG
        while words not in re.sub(r"\x1b\[[0-9;]*[HC]", " ", self.written):
            assert time.monotonic() < until, self.written[-2000:]
            self._read()
        return self.written

    def copied(self) -> str:
        """What is put into the clipboard after the last key."""
        until = time.monotonic() + LONG
        while (copied := decoded(self.written)) is None:
            assert time.monotonic() < until, self.written[-2000:]
            self._read()
        return copied

    def _read(self) -> None:
        if select.select([self.terminal], [], [], 0.05)[0]:
            with suppress(OSError):
                self.written += os.read(self.terminal, 65536).decode(errors="replace")

    def end(self) -> tuple[int, str]:
        """The exit status and what stands on stdout, once the program is gone."""
        until = time.monotonic() + LONG
        while time.monotonic() < until:
            self._read()
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                os.close(self.terminal)
                with os.fdopen(self.out) as out:
                    return os.waitstatus_to_exitcode(status), out.read()
        raise AssertionError("it is still there")


Open = Callable[..., Desk]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """`opened(*options, **environment)`: the program with its only text open, a hit marked."""
    desks: list[Desk] = []

    def open_desk(*options: str, inside: Sequence[str] = (), **environment: str) -> Desk:
        desks.append(Desk(tmp_path, *options, inside=inside, **environment))
        return desks[-1]

    yield open_desk
    for desk in desks:
        if desk.pid:
            os.kill(desk.pid, signal.SIGTERM)
            desk.end()


def decoded(written: str) -> str | None:
    """What a terminal finds in its clipboard, once tmux or screen has taken its wrapping off."""
    if wrapped := re.search(r"\x1bPtmux;(.*?)\x1b\\", written, re.DOTALL):
        written = wrapped[1].replace("\x1b\x1b", "\x1b")
    elif "\x1bP" in written:
        written = "".join(re.findall(r"\x1bP(.*?)\x1b\\", written, re.DOTALL))
    payload = re.search(r"\x1b\]52;c?;([A-Za-z0-9+/=]*)\x07", written)
    return b64decode(payload[1]).decode() if payload else None


@pytest.mark.parametrize("around", [{}, {"TMUX": "/nowhere/tmux,1,0"}, {"STY": "1.pts-0.here"}])
def test_the_bytes_that_are_yanked_are_the_characters_of_the_source(
    around: dict[str, str], opened: Open
) -> None:
    desk = opened(**around)
    desk.type("yq")
    assert desk.copied() == SENTENCE
    desk.type("yy")
    copied = desk.copied()
    assert copied.startswith(f"“{SENTENCE}”[^sample-2024-talks-")
    assert [one.trace.doc for one in cited(copied)] == ["-a.txt"]
    desk.type("V")
    desk.wait_for("Select")
    desk.type("j\r")
    line = desk.copied()
    assert line in TEXT
    assert line.startswith(SENTENCE)


@pytest.mark.parametrize("program", ["screen", "tmux"])
def test_what_is_yanked_inside_screen_or_tmux_reaches_the_terminal_around_it(
    program: str, opened: Open, need: Callable[[str], str], tmp_path: Path
) -> None:
    (tmp_path / "screens").mkdir(mode=0o700)
    (tmp_path / "conf").write_text("set -g set-clipboard on\n" * (program == "tmux"))
    call = {
        "screen": [need(program), "-c", str(tmp_path / "conf"), "sh", "-c"],
        "tmux": [need(program), "-S", str(tmp_path / "tmux"), "-f", str(tmp_path / "conf"), "new"],
    }[program]
    desk = opened(inside=call, SCREENDIR=str(tmp_path / "screens"))
    desk.type("yq")
    assert desk.copied() == SENTENCE
    desk.type("Q")
    desk.end()


def test_what_is_picked_stands_on_stdout_alone(opened: Open) -> None:
    desk = opened("--pick", "--style", "plain")
    desk.type("o")
    status, out = desk.end()
    assert status == 0
    assert out.startswith(f"“{SENTENCE}” — Ada Sample, “Talks”, 6 May 2024, para. 2, line 3 (")


def test_the_size_is_that_of_the_terminal_whatever_the_shell_exported(opened: Open) -> None:
    desk = opened("--pick", "--style", "plain", COLUMNS="100", LINES="30")
    assert "\x1b[25;1H" not in desk.written
    desk.type("o")
    assert desk.end()[0] == 0


def test_nothing_picked_is_nothing_on_stdout(opened: Open) -> None:
    desk = opened("--pick")
    desk.type("Q")
    assert desk.end() == (1, "")
    assert "readroom: nothing was picked" in desk.written


def test_the_editor_gets_the_file_and_the_line_and_gives_the_terminal_back(
    opened: Open, tmp_path: Path
) -> None:
    (tmp_path / "editor.py").write_text(ARGUMENTS)
    editor = f"'{sys.executable}' '{tmp_path / 'editor.py'}' 'two words'"
    desk = opened(EDITOR=editor, LOG=str(tmp_path / "log"))
    desk.type("e")
    desk.wait_for("the editor is here")
    assert desk.written.rfind("\x1b[?1049l") > desk.written.rfind("\x1b[?1049h")
    assert (tmp_path / "log").read_text().splitlines() == [
        "two words",
        "+3",
        str(tmp_path / "texts" / "-a.txt"),
    ]
    desk.type("\x03\r")
    desk.wait_for(BACK)
    desk.wait_for("line 1 of")
    desk.type("yl")
    assert desk.copied().startswith("./-a.txt#char=".removeprefix("./"))


def test_a_text_of_any_name_is_handed_on_as_the_system_has_it(
    room_of: Callable[..., Room],
) -> None:
    room = room_of({"caf\udce9.txt": "One.\nTwo.\n"})
    (doc,) = map(room.view.id, room.view.everything())
    path, line = file_and_line(room, Passage(doc, Span(5, 8)))
    assert path.read_text() == "One.\nTwo.\n"
    assert line == 2


def test_an_editor_that_is_not_there_is_said(opened: Open) -> None:
    desk = opened(EDITOR="no-such-editor -x")
    desk.type("e")
    desk.wait_for("no-such-editor: No such file or directory")


def test_a_command_reads_the_text_and_the_pager_too(opened: Open, tmp_path: Path) -> None:
    desk = opened(PAGER="tee paged", SHELL="/bin/sh")
    desk.type("P")
    desk.wait_for(BACK)
    assert (tmp_path / "paged").read_text() == TEXT.replace("\r\n", "\n")
    desk.type("v")
    desk.wait_for("Select")
    desk.type("s|")
    desk.wait_for("what is selected")
    desk.type("cat > 'a b'; echo done$((1 + 1))\r")
    desk.wait_for("done2")
    desk.wait_for("[Enter returns to readroom]")
    desk.type("\r")
    desk.wait_for(BACK)
    assert (tmp_path / "a b").read_text() == f"{SENTENCE}\n"
