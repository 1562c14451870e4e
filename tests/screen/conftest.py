"""A stage for the screen: the application on a room, keys pressed, the words read off it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

import pytest
from textual import _wait
from textual.pilot import Pilot

from tui.catalog.room import Room, open_room
from tui.catalog.wish import Wish
from tui.screen.app import ReadroomApp
from tui.shelf import FILE

ROOT = Path(__file__).parent.parent.parent
_wait.SLEEP_GRANULARITY, _wait.SLEEP_IDLE = 1 / 100, 1 / 2000
"""Seconds between two looks at whether all is quiet, some four a key: half of Textual's."""
SEVERAL = {" ": "space", "-": "minus", '"': "quotation_mark", "@": "at", "(": "left_parenthesis"}


@dataclass
class Stage:
    """The running application, as someone who sits before it knows it: keys and words."""

    app: ReadroomApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys, one after another, and wait until everything has been answered."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, and wait for the answer to it."""
        await self.pilot.press(*(SEVERAL.get(char, char) for char in text))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(2):  # what one worker ends with may begin another
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen as they are drawn, as text."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def words(self) -> str:
        """Everything on the screen, in one line."""
        return " ".join(" ".join(self.rows).split())

    def column(self, first: int, last: int) -> str:
        """What stands between two columns, in one line."""
        return " ".join(" ".join(row[first:last] for row in self.rows).split())

    @property
    def status(self) -> str:
        """The status line."""
        return self.rows[-2].strip()

    def marked(self, attribute: str) -> list[str]:
        """The stretches of the screen drawn `bold`, `underline` …, from top to bottom."""
        strips = self.app.screen._compositor.render_strips()
        return [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style is not None and getattr(segment.style, attribute)
        ]


def opened_anew(room: Room) -> Room:
    """The room as its files are now."""
    registry = str(room.registry_path) if room.registry_path else None
    root = str(room.places.state.parent)
    wish = Wish(corpus=str(room.corpus.folder), registry=registry, root=root)
    return open_room(wish, budget=None)


Opening = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.fixture
def open_desk() -> Opening:
    """`async with open_desk(room, 80, 24) as desk`: the application on a room, ready for keys.

    Unless it `keeps` them, nothing is known of texts that were read before.
    """

    @asynccontextmanager
    async def opened(
        room: Room, width: int = 80, height: int = 24, *, keeps: bool = False
    ) -> AsyncIterator[Stage]:
        if not keeps:  # what other tests read
            (room.places.state / FILE).unlink(missing_ok=True)
        rooms = chain([room], (opened_anew(room) for _ in count()))
        app = ReadroomApp(lambda: next(rooms))
        async with app.run_test(size=(width, height)) as pilot:
            stage = Stage(app, pilot)
            await stage.settle()
            yield stage

    return opened


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """The shipped corpus with its registry, indexed once for all tests."""
    root = tmp_path_factory.mktemp("root")
    wish = Wish(corpus=str(ROOT / "seeds"), registry=str(ROOT / "entities.yaml"), root=str(root))
    return open_room(wish, budget=None)


@pytest.fixture
def room_of(tmp_path: Path) -> Callable[..., Room]:
    """`room_of({"a.txt": "…"}, registry)`: a room on a corpus written for this test."""

    def made(texts: dict[str, str], registry: str = "entities: []\n") -> Room:
        folder = tmp_path / "texts"
        folder.mkdir()
        for name, text in texts.items():
            (folder / name).write_text(text)
        (tmp_path / "entities.yaml").write_text(registry)
        wish = Wish(
            corpus=str(folder),
            registry=str(tmp_path / "entities.yaml"),
            root=str(tmp_path / "root"),
        )
        return open_room(wish, budget=None)

    return made
