"""Over a slow line the screen is the same, cell by cell, and costs a fraction."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, LayoutUpdate

from tests.screen.conftest import ROOT, Opening
from tests.screen.glass import Glass
from tui.catalog.room import Room
from tui.screen.canvas import Terminal
from tui.screen.manner import Manner
from tui.screen.sparing import Easel

TEXT = "习近平 met Ra\u0301cz in Moscow — “so it is said”.\n\n" * 40
REGISTRY = "entities:\n  - id: moscow\n    name: Moscow\n    type: place\n"
KEYS = "escape enter pagedown j j k ]e f escape d / o n escape tab tab ctrl+l ctrl+o v s escape"


@pytest.mark.parametrize("theme", ["dark", "terminal"])
async def test_both_drivers_show_the_same(
    open_desk: Opening, room_of: Callable[..., Room], theme: str
) -> None:
    plain, spare, easel = Glass(60, 20), Glass(60, 20), Easel(Terminal())
    sent = {"plain": 0, "spare": 0}
    async with open_desk(room_of({"a.txt": TEXT}, REGISTRY), 60, 20) as desk:
        desk.app.wear(theme)
        colours = desk.app.console._color_system or ColorSystem.TRUECOLOR

        def show(screen: Any, update: Any) -> None:
            if isinstance(update, LayoutUpdate | ChopsUpdate):
                x, y = desk.app.cursor_position
                whole = update.render_segments(desk.app.console) + f"\x1b[{y + 1};{x + 1}H"
                least = easel.changes(update, (60, 20), (x, y), colours)
                plain.feed(whole)
                spare.feed(least)
                sent["plain"] += len(whole)
                sent["spare"] += len(least)

        desk.app._display = show
        await desk.settle()
        show(None, desk.app.screen._compositor.render_full_update())
        for keys in KEYS.split():
            await desk.press(*(keys if keys[0] in "]f" else [keys]))
            assert spare.seen() == plain.seen(), keys
            if keys == "pagedown":
                assert "  习近平 met Ra\u0301cz in Moscow — “so it is said”." in spare.text
    assert sent["spare"] * 4 < sent["plain"]


def test_nothing_is_expected_of_a_terminal_that_nobody_knows() -> None:
    said = subprocess.run(  # curses takes up one terminal in a process
        [sys.executable, "-c", "from tui.screen.sparing import *; print(terminal('no-such'))"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert said.stdout.strip() == repr(Terminal(False, False, False, False))


@pytest.mark.parametrize(
    ("manner", "environ", "spares", "mouse"),
    [
        (Manner(), {}, False, True),
        (Manner(), {"SSH_TTY": "/dev/pts/1"}, True, False),
        (Manner(driver="plain", mouse=True), {"SSH_CONNECTION": "a b"}, False, True),
        (Manner(driver="diff", mouse=False), {}, True, False),
    ],
)
def test_over_ssh_bytes_are_spared_unless_the_options_say_otherwise(
    manner: Manner, environ: dict[str, str], spares: bool, mouse: bool
) -> None:
    assert (manner.spares(environ), manner.follows_mouse(environ)) == (spares, mouse)


@pytest.mark.parametrize(
    ("manner", "environ", "theme"),
    [
        (Manner(), {"TERM": "xterm-256color"}, "dark"),
        (Manner(), {"TERM": "xterm-256color", "SSH_TTY": "x"}, "terminal"),
        (Manner(theme="light"), {"TERM": "xterm-256color", "SSH_TTY": "x"}, "light"),
        (Manner(), {"TERM": "xterm-256color", "NO_COLOR": "1"}, "mono"),
        (Manner(), {"TERM": "vt100"}, "mono"),
        (Manner(), {"TERM": "vt100", "CLICOLOR_FORCE": "1"}, "dark"),
        (Manner(color="always"), {"TERM": "xterm", "NO_COLOR": "1"}, "dark"),
        (Manner(color="never", theme="light"), {"TERM": "xterm"}, "mono"),
    ],
)
def test_the_option_goes_before_the_environment(
    manner: Manner, environ: dict[str, str], theme: str
) -> None:
    assert manner.theme_in(environ, manner.is_coloured(environ), few=False) == theme
