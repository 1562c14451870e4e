"""The contents of a text, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.screen.contents import depth

if TYPE_CHECKING:
    from tests.screen.conftest import Opening
    from tui.catalog.room import Room

BODY = "A sentence of some words about ships. " * 12
BOOK = f"# A book\n\n{BODY}\n\n## The first part\n\n{BODY}\n\n## The second part\n\n{BODY}\n"


async def test_the_contents_lead_to_a_heading_and_back(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of({"a.md": BOOK * 3}), 80, 24) as desk:
        await desk.press("enter", "t")
        assert "Contents · " in desk.rows[0]
        assert "The second part" in desk.words
        assert "line 9" in desk.words
        await desk.press("j", "j", "enter")
        assert "The second part" in desk.rows[2]
        await desk.press("t")
        assert "▌" in next(row for row in desk.rows if "The second part" in row)
        await desk.press("escape", "ctrl+o")
        assert "A book" in desk.words


def test_a_heading_lies_as_deep_as_its_signs_or_its_number_say() -> None:
    assert [depth(h) for h in ("# One", "### Three", "2 Two", "2.1. Two one", "Plain")] == [
        *(0, 2, 0, 1, 0)
    ]


async def test_facts_are_shown_with_their_origin_and_corrected_beside_the_text(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": "A title\n\n2014-05-21\n\nThe navy.\n"}, "entities: []\n")
    sidecar = room.corpus.folder / "a.meta.yaml"
    sidecar.write_text("source: A paper  # by hand\n")
    async with open_desk(room, 80, 24) as desk:
        await desk.press("enter", "i")
        assert "About a.txt" in desk.rows[0]
        assert "source A paper from the file beside it" in desk.words
        assert "title A title ▌ from its words" in desk.words
        await desk.press("j", "j", "enter", "ctrl+u")
        await desk.type("The Herald")
        await desk.press("enter")
        assert sidecar.read_text() == "source: The Herald  # by hand\n"
        assert "The Herald · 2014-05-21" in desk.words
        assert desk.status.startswith("a.meta.yaml: source: The Herald: written; U undoes")
        await desk.press("U")
        assert sidecar.read_text() == "source: A paper  # by hand\n"
        await desk.press("i", "j", "j", "j", "enter", "ctrl+u")
        await desk.type("spring")
        await desk.press("enter")
        assert "date: spring is not a date like 2025" in desk.status


async def test_the_words_of_a_text_are_counted_in_one_way_and_its_end_is_the_end(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": "The Su-35's two-way street.\n\n\n"}, "entities: []\n")
    async with open_desk(room, 80, 24) as desk:
        listed = next(word for word in desk.words.split("words")[0].split()[::-1])
        await desk.press("enter")
        assert "100 %" in desk.status
        await desk.press("i")
        assert f"{listed} words" in desk.words
