"""The pictures of the README: the real screens, drawn by the program on its sample corpus.

python docs/pictures.py writes docs/pictures/*.svg; `make pictures` does the same.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from tui.catalog.room import open_room
from tui.catalog.wish import Wish
from tui.screen.app import ReadroomApp
from tui.screen.desk import Desk

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
SCENES: dict[str, tuple[tuple[int, int], str, tuple[str, ...]]] = {
    "search": ((80, 24), "@china NEAR/8 engine", ()),
    "card": ((80, 24), "S-400", ("enter", "K")),
    "room": ((160, 44), "S-400", ("enter", "right_square_bracket", "e", "K", "enter")),
    "concordance": ((100, 30), "cooperation", ("enter", "C")),
    "timeline": ((100, 30), "@china", ("enter", "T")),
}
"""Each picture: the size of the terminal, what is typed, and the keys after that."""
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Fonts that a viewer would fetch: a picture of ours asks for none."""
_FAMILY = re.compile(r"font-family: [^;]+;")


async def _picture(room_of: Wish, size: tuple[int, int], typed: str, keys: tuple[str, ...]) -> str:
    app = ReadroomApp(lambda: open_room(room_of, budget=None))
    async with app.run_test(size=size) as pilot:

        async def settle() -> None:
            for _ in range(2):
                await pilot.pause()
                await app.workers.wait_for_complete()
            await pilot.pause()

        await settle()
        desk = app.screen
        assert isinstance(desk, Desk)
        desk.panes.search.box.value = typed
        await asyncio.sleep(0.5)
        await settle()
        for key in keys:
            await pilot.press(key)
            await settle()
        svg = app.export_screenshot(title="readroom")
    return _FAMILY.sub("font-family: monospace;", _FONTS.sub("", svg))


def main() -> None:
    """Draw every scene."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as root:
        wish = Wish(str(ROOT / "seeds"), str(ROOT / "entities.yaml"), root)
        for name, scene in SCENES.items():
            svg = asyncio.run(_picture(wish, *scene))
            (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
