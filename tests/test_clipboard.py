"""To the clipboard: by which way, in which bytes, and what is said of it."""

from __future__ import annotations

import re
import subprocess
import time
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.clipboard import MOST, copy, sequence, ways

XTERM = {"TERM": "xterm-256color"}


def names(environ: dict[str, str], *programs: str, size: int = 9) -> list[str]:
    there = {program: f"/usr/bin/{program}" for program in programs}
    return [way.name for way in ways(size, environ, there.get)]


def decoded(written: str) -> str:
    """What a terminal makes of the sequence, once tmux or screen has taken its wrapping off."""
    if written.startswith("\x1bPtmux;"):
        written = written[len("\x1bPtmux;") : -2].replace("\x1b\x1b", "\x1b")
    elif written.startswith("\x1bP"):
        written = "".join(re.findall(r"\x1bP(.*?)\x1b\\", written, re.DOTALL))
    match = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", written)
    assert match, written
    return b64decode(match[1]).decode()


def test_far_away_the_terminal_is_asked_and_at_home_a_program() -> None:
    assert names({**XTERM, "SSH_TTY": "/dev/pts/1"}) == ["OSC 52"]
    assert names({**XTERM, "DISPLAY": ":0"}, "xclip", "xsel") == ["xclip", "xsel", "OSC 52"]
    assert names({**XTERM, "DISPLAY": ":0", "SSH_TTY": "1"}, "xclip") == ["OSC 52", "xclip"]
    assert names(XTERM, "xclip") == ["OSC 52"]


def test_tmux_is_given_the_text_itself() -> None:
    assert names({**XTERM, "TMUX": "/tmp/t,1,0"}, "tmux") == ["tmux", "OSC 52"]


def test_a_console_and_a_long_text_go_another_way() -> None:
    assert names({"TERM": "linux"}) == []
    assert names(XTERM, size=MOST + 1) == []


@pytest.mark.parametrize("around", [{}, {"TMUX": "/tmp/t,1,0"}, {"STY": "1.tty"}])
@given(text=st.text(st.characters(codec="utf-8"), max_size=600))
def test_the_bytes_decode_to_the_text(around: dict[str, str], text: str) -> None:
    assert decoded(sequence(text, around)) == text


def test_it_says_how_many_characters_went_which_way(tmp_path: Path) -> None:
    sent: list[str] = []
    said = copy("Сила Сибири\n", {**XTERM, "PATH": ""}, sent.append, tmp_path)
    assert said == "copied 12 characters by OSC 52, which no terminal confirms"
    assert [decoded(one) for one in sent] == ["Сила Сибири\n"]


def test_where_there_is_no_clipboard_it_is_a_file(tmp_path: Path) -> None:
    said = copy("word\x1b]52;c;\x07", {"TERM": "linux"}, lambda _: None, tmp_path)
    assert said == f"copied 12 characters into {tmp_path / 'copied.txt'}"
    assert (tmp_path / "copied.txt").read_text() == "word ]52;c; "


def test_tmux_has_what_was_copied(
    need: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = [need("tmux"), "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    subprocess.run([*call, "new-session", "-d", "sleep 60"], check=True)
    try:
        monkeypatch.setenv("TMUX", f"{tmp_path / 'tmux'},1,0")
        said = copy("a passage", {**XTERM, "TMUX": "yes"}, lambda _: None, tmp_path)
        assert said == "copied 9 characters by tmux"
        until = time.monotonic() + 10
        while time.monotonic() < until:
            shown = subprocess.run([*call, "show-buffer"], capture_output=True, check=False)
            if shown.stdout:
                break
        assert shown.stdout == b"a passage"
    finally:
        subprocess.run([*call, "kill-server"], check=False)
