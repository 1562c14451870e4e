"""The program in a terminal, on texts that mean harm: only what is on a list is ever sent there."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.hostile import OUTSIDE, SEQUENCES, WORD, Hostile
from tests.screen.sequences import LISTED, pieces, unlisted
from tests.screen.watched import Watched
from tui.cli.main import main
from tui.visible import visible

IS_SOAK = "READROOM_SOAK" in os.environ
TEXTS = 230 if IS_SOAK else 9
"""How many texts are walked through, hit by hit."""
TMUX = {"TMUX": "/nowhere/tmux,1,0"}
PROGRAMS = {"EDITOR": "true", "VISUAL": "", "PAGER": "cat", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
WAYS = [
    ("plain", "dark", {"COLORTERM": "truecolor", **TMUX}),
    ("diff", "terminal", {"COLORTERM": ""}),
]
EVERY_WAY = [
    (driver, theme, {"COLORTERM": colours, **around})
    for driver in ("plain", "diff")
    for theme in ("dark", "terminal", "mono")
    for colours in ("truecolor", "")
    for around in ({}, TMUX)
]
HARM = "\x1b]0;x\x07 \x9b31m [bold]\u202e \x1b[2J harmless\n@click\x05"
PASTE = f"\x1b[200~{HARM}\x1b[201~"
Steps = Sequence[tuple[str, str]]
"""Keys, and what then stands on the screen."""
IN_A_TEXT: Steps = (
    ("G", ""), ("g", ""), ("]e", ""), ("K", "Card"), ("\x1b", "Enter card"),
    ("/", "Find in this text"), (f"{WORD}\r", "place"), ("n", ""), ("\x1b", "Enter card"),
    ("yq", "quotation"), ("yl", "locator"), ("Y", "Cite as"), ("m", "[n.d.]"), ("\r", "copied"),
    ("v", "Select"), ("s", ""), ("y", "copied"),
    ("i", "About"), ("j", ""), ("\x1b", "Enter card"), ("t", ""), ("ma", ""), ("S", ""), ("!", ""),
    ("e", ""), ("P", "Enter card"),
)  # fmt: skip
ROUND: Steps = (
    (":", "an action"), ("who harmless\r", "name: never"), ("j", ""), ("s", ""), ("f", ""),
    ("x", ""), ("\x1b", ""), ("x", ""), ("r", ""), ("?", "Esc"), ("\x1b", ""), ("\x10", "Enter"),
    ("\x1b", ""), ("\x0f", ""), ("\x19", ""),
    (":", "an action"), ("open markup/0.txt\r", "[bold]loud[/bold]"),
    ("a", "New entity"), (PASTE, ""), ("\x1b", "markup"),
    ("\x07", "not registered"), ("\x1b", "markup"),
    ("\x1b", "[Search]"), ("/", ""), ("\x15", ""), (PASTE, "[bold]"), ("\x1bOQ", "Explained"),
    ("\x1b", "[Search]"), ("\x15", ""), ("\x9b31m (", "("), ("\x15", ""), (WORD, "620 hits"),
    ("\x1bOS", "Narrow"), ("j", ""), ("\x1b", ""), ("\x1b", ""), ("s", "name"), (PASTE, ""),
    ("\r", ""),
)  # fmt: skip


@pytest.mark.parametrize(("driver", "theme", "around"), EVERY_WAY if IS_SOAK else WAYS)
def test_only_listed_sequences_are_sent(
    driver: str, theme: str, around: dict[str, str], hostile: Hostile
) -> None:
    root = hostile.texts.parent / "own"
    assert main(["index", "--corpus", str(hostile.texts), "--root", str(root)]) == 0
    (root / "state").mkdir(exist_ok=True)
    (root / "state" / "screen.json").write_text('{"toured": true}')
    call = [sys.executable, "-m", "tui", "--corpus", str(hostile.texts), "--root", str(root)]
    seen = Watched([*call, "--fresh", "--driver", driver, "--theme", theme], **PROGRAMS, **around)
    opened: Steps = (("", "Search"), (WORD, "+9 like it"), ("\r", "hit 1/"))
    for keys, words in (*opened, *IN_A_TEXT, *[("n", "hit")] * TEXTS, *ROUND):
        seen.do(keys, words)
    seen.do("\x03\x03", "")
    assert seen.end() == 130
    os.close(seen.terminal)
    assert unlisted(seen.sent) == {"DCS tmux" if "TMUX" in around else "OSC 52"}
    assert len(seen.copied) == 4
    assert all(visible(words, keep="\n\t") == words for words in seen.copied)
    assert OUTSIDE not in seen.sent
    assert not Path("owned").exists()


@pytest.mark.parametrize("sequence", SEQUENCES.values(), ids=SEQUENCES)
def test_each_sequence_of_the_hostile_texts_would_be_noticed(sequence: str) -> None:
    harmless = {"\x1b[2J\x1b[H", "safe\revil", "\x1b[?1049h"}  # what every screen is drawn with
    kinds = {piece.kind for piece in pieces(sequence)} - {""}
    assert bool(kinds - LISTED) == (sequence not in harmless)
