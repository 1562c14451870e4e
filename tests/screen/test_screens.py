"""Screens as they are drawn, in files that a person has looked at; `make golden` renews them.

Each is the real program in a terminal of glass that is told a size, a TERM and a locale.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, LayoutUpdate

from tests.screen.conftest import Stage
from tests.screen.glass import Glass
from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish
from tui.lettering import is_ascii
from tui.screen.app import ReadroomApp
from tui.screen.manner import Manner
from tui.screen.sparing import Easel, terminal

ROOT = Path(__file__).parent.parent.parent
SCREENS = Path(__file__).parent / "screens"
ACCEPT = bool(os.environ.get("READROOM_ACCEPT"))  # before it is hidden from the tests
WALK = (("", ()), ("found", ("S-400",)), ("text", ("enter",)), ("card", ("]", "e", "K")))
"""What is shown, and what is typed or pressed for it."""


class Kind(NamedTuple):
    """A terminal by its size, its name and what surrounds it."""

    width: int
    height: int
    term: str = "xterm-256color"
    environ: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        rest = [f"{name}={value}" for name, value in self.environ]
        return " ".join([f"{self.width}x{self.height}", self.term, *rest])


SIZES = ((40, 10), (60, 20), (80, 24), (100, 30), (160, 50))
KINDS = [
    *(Kind(width, height) for width, height in SIZES),
    *(Kind(80, 24, term) for term in ("linux", "screen-256color", "xterm", "vt100", "dumb")),
    Kind(80, 24, environ=(("LANG", "C"),)),
    Kind(80, 24, environ=(("NO_COLOR", "1"),)),
]


@pytest.fixture(scope="module")
def indexed_seeds() -> Iterator[Room]:
    """The seeds, indexed once, in a folder whose name has always the same length."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        shutil.copytree(ROOT / "seeds", f"{folder}/seeds")
        wish = Wish(f"{folder}/seeds", str(ROOT / "entities.yaml"), root=f"{folder}/root")
        yield open_room(wish, budget=None)


@asynccontextmanager
async def shown(room: Room, kind: Kind) -> AsyncIterator[tuple[Stage, Glass]]:
    environ = {"LANG": "C.UTF-8", **dict(kind.environ)}
    manner = Manner(fresh=True, in_ascii=is_ascii(environ))
    app = ReadroomApp(lambda: room, manner)
    app.console._color_system = None if kind.term in ("vt100", "dumb") else ColorSystem.STANDARD
    glass, easel = Glass(kind.width, kind.height), Easel(terminal(kind.term))
    glass.erases_in_colour = easel.canvas.terminal.erases_in_colour

    def show(screen: Any, update: Any) -> None:
        if isinstance(update, LayoutUpdate | ChopsUpdate):
            glass.feed(easel.changes(update, app.size, (0, 0), ColorSystem.STANDARD))

    app._display = show
    async with app.run_test(size=(kind.width, kind.height)) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        yield stage, glass


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
async def test_the_screen_is_as_it_was_looked_at(
    kind: Kind, indexed_seeds: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unread = replace(indexed_seeds, places=replace(indexed_seeds.places, state=tmp_path / "new"))
    for name in ("NO_COLOR", "CLICOLOR_FORCE", "COLORTERM", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", kind.term)
    for name, value in kind.environ:
        monkeypatch.setenv(name, value)
    pages = []
    async with shown(unread, kind) as (desk, glass):
        for title, keys in WALK:
            for key in keys:
                await (desk.type(key) if len(key) > 1 and key[0] == "S" else desk.press(key))
            pages.append("\n".join([f"== {title or 'start'}", *glass.text]))
            if title:
                continue
            assert "? help" in glass.text[-1]
            assert "q quit" in glass.text[-1]
    drawn = re.sub(r"/tmp/\S*/seeds", lambda m: "seeds".ljust(len(m[0])), "\n".join(pages)) + "\n"
    path = SCREENS / f"{kind.name}.txt"
    if ACCEPT:
        SCREENS.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")
