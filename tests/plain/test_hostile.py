"""The dialogue about texts that mean harm: nothing that it says could do any."""

from __future__ import annotations

import io
import os
import sys

import pytest

from tests.hostile import OUTSIDE, WORD, Hostile
from tests.screen.sequences import pieces
from tests.screen.visit import Visit
from tests.test_hostile import DRIVING
from tui.catalog.wish import Wish
from tui.plain.commands import COMMANDS
from tui.plain.dialogue import run

SHARE = 1 if "READROOM_SOAK" in os.environ else 8
"""Of so many texts one is opened; in a soak all are."""
HARM = "\x1b]0;x\x07 \x9b31m [bold]\u202e \x1b[2J harmless @click\x05"
NUMBER = "9" * 5000
"""More digits than Python reads as a number."""
ROUND = [
    *(f"search {WORD}", "more", "1", "next", "previous", "read", "", "sentence", "names", "where"),
    *("facts", f"find {WORD}", "cite", "cite bibtex nd", "back", "forward"),
    *(f"who {WORD}", f"mentions {WORD}", f"companions {WORD}", f"together formula, {WORD}"),
    *(f"kwic {WORD}", "entities", "texts", "more", "help", "help s", "no", f"o {NUMBER}"),
    *(NUMBER, f"read {NUMBER}", f"open {NUMBER}", f"open markup/0.txt:{NUMBER}"),
    *(f"{command.name} {HARM}" for command in COMMANDS if command.name != "quit"),
]
PROMPTING = {"\r", "\n", "CSI ?2004h", "CSI ?2004l", "CSI C", "\b", "CSI K"}
"""What Python's line editor sends of itself: where one types, and that a paste is told apart."""


def test_nothing_that_is_said_drives_the_terminal(
    hostile: Hostile, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    wish = Wish(str(hostile.texts), root=str(hostile.texts.parent / "own"))
    texts = sorted(str(path.relative_to(hostile.texts)) for path in hostile.texts.rglob("*.txt"))
    on = ("read", "", "", "where", "cite")
    opened = [line for text in texts[::SHARE] for line in (f"open {text}", *on)]
    typed = [line.encode("utf-8", "surrogateescape") for line in (*opened, *ROUND)]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(typed)), "utf-8"))
    sys.stdin.reconfigure(errors="surrogateescape")
    assert run(wish) == 0
    said, beside = capfd.readouterr()
    assert len(said.splitlines()) > 300
    assert DRIVING.findall(said) == []
    assert DRIVING.findall(beside) == []
    assert OUTSIDE not in said


def test_a_terminal_is_sent_no_more_than_the_line_editor_needs(hostile: Hostile) -> None:
    own = str(hostile.texts.parent / "own")
    call = [sys.executable, "-m", "tui", "--plain", "--corpus", str(hostile.texts), "--root", own]
    visit = Visit(call)
    visit.wait_for("help lists what you can say")
    said = (f"search {WORD}", "o 1", "open sequence/title.txt", "names", "cite nd")
    visit.keys("\n".join([*said, "open markup/0.txt", "who =1+1", "entities", "quit", ""]))
    assert visit.end() == 0
    os.close(visit.terminal)
    sent = visit.written.decode(errors="replace")
    assert {piece.kind for piece in pieces(sent)} - PROMPTING == {""}
    assert "[bold]loud" in sent
    assert "]0;owned" in sent
