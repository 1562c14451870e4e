"""What is kept of texts: where one was, stars and marks, in the next run too."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screen.conftest import Opening
    from tui.catalog.room import Room

LONG = "A long text\n\n" + "".join(f"Paragraph {n} of the long text.\n\n" for n in range(1, 200))
SHORT = "A short text\n\nThe navy.\n"


async def test_a_text_opens_where_one_left_it(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": LONG, "b.txt": SHORT})
    async with open_desk(room, 80, 24) as desk:
        await desk.press("enter", "space", "space", "j")
        page = desk.rows[2:-2]
        await desk.press("q", "j", "enter", "q", "k", "enter")
        assert desk.rows[2:-2] == page
        assert desk.status.startswith("where you were; g goes to the beginning")
        await desk.press("j", "Q")
    async with open_desk(room, 80, 24, keeps=True) as desk:
        await desk.press("enter")
        assert desk.rows[2:-2][: len(page) - 1] == page[1:]
        await desk.press("slash", "escape", "q", "slash")
        await desk.type("199")
        await desk.press("enter")
        assert "Paragraph 199" in desk.words


async def test_a_changed_text_opens_at_the_same_words(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": LONG})
    async with open_desk(room, 80, 24) as desk:
        await desk.press("enter", "space", "space", "Q")
        top = desk.app.screen.panes.text.reader.head
    changed = LONG.replace("A long text\n", "A longer text\n\nBy its author\n")
    (room.corpus.folder / "a.txt").write_text(changed)
    room._read.clear()
    async with open_desk(room, 80, 24, keeps=True) as desk:
        await desk.press("enter")
        head = desk.app.screen.panes.text.reader.head
        assert changed[head:].split("\n")[0] == LONG[top:].lstrip().split("\n")[0]


async def test_texts_are_read_once_opened_and_can_be_starred_and_listed(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of({"a.txt": LONG, "b.txt": SHORT}), 80, 24) as desk:
        assert "undated" in desk.rows[5]
        await desk.press("enter", "S")
        assert desk.status.startswith("starred")
        await desk.press("q")
        assert "* read · undated" in desk.rows[5]
        await desk.press("j", "L")
        assert "+ · undated" in desk.words
        await desk.press("k", "exclamation_mark", "S")
        assert "read · undated" not in desk.words
        await desk.press("slash")
        await desk.type("is:listed")
        assert "1 text" in desk.rows[1]
        assert "A short text" in desk.words


async def test_a_mark_is_gone_back_to_and_one_in_capitals_from_any_text(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": LONG, "b.txt": SHORT})
    async with open_desk(room, 80, 24) as desk:
        await desk.press("enter", "space", "m", "a", "space", "m", "B")
        page = desk.rows[2:-2]
        assert desk.status.startswith("marked B")
        await desk.press("apostrophe")
        assert desk.status.startswith("to which mark? B a · ' goes back")
        await desk.press("a")
        assert "Paragraph 8 " in desk.rows[2]
        await desk.press("apostrophe", "apostrophe")
        assert desk.rows[2:-2] == page
        await desk.press("q", "j", "enter", "apostrophe", "a")
        assert desk.status.startswith("no mark a")
        await desk.press("apostrophe", "B", "ctrl+o", "Q")
    async with open_desk(room, 80, 24, keeps=True) as desk:
        await desk.press("down", "enter", "apostrophe", "B")
        assert page[0] in desk.rows
        await desk.press("apostrophe", "escape", "m", "1")
        assert desk.status.startswith("a mark is a letter")


async def test_where_nothing_can_be_kept_it_is_said_and_reading_goes_on(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": LONG, "b.txt": SHORT})
    shutil.rmtree(room.places.state, ignore_errors=True)
    room.places.state.write_text("a file where a folder should be")
    async with open_desk(room, 80, 24, keeps=True) as desk:
        await desk.press("enter")
        assert "nothing is kept:" in desk.status
        await desk.press("space", "q", "j", "enter")
        assert "The navy." in desk.words
        assert "nothing is kept:" not in desk.status
        await desk.press("S")
        assert "nothing is kept:" in desk.status
