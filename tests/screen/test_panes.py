"""Panes are made wider, narrower, and one of them as wide as the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screen.conftest import Opening, Stage
    from tui.catalog.room import Room


def widths(desk: Stage) -> list[int]:
    """Of the panes in view, from left to right."""
    panes = desk.app.screen.panes
    each = (panes.search, panes.text, panes.record)
    return [pane.outer_size.width for pane in each if pane.display]


async def test_a_pane_is_made_wider_and_keeps_its_width(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 160, 40) as desk:
        search, text, record = widths(desk)
        await desk.press("escape", "greater_than_sign", "greater_than_sign")
        assert widths(desk) == [search + 4, text - 4, record]
        await desk.press("tab", "1", "0", "greater_than_sign")
        assert widths(desk) == [26, text + search - 26, record]
        await desk.resize(90, 30)
        assert widths(desk) == [90]
        await desk.press("less_than_sign")
        assert desk.status.startswith("one pane has the whole width")
        await desk.resize(160, 40)
        assert widths(desk) == [26, text + search - 26, record]


async def test_one_pane_takes_the_whole_screen_and_gives_it_back(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 160, 40) as desk:
        before = widths(desk)
        await desk.press("enter", "Z")
        assert widths(desk) == [160]
        assert "[Text]" in desk.rows[0]
        assert all(len(row.strip()) <= 80 for row in desk.rows[2:-2])
        await desk.press("tab")
        assert "[Record]" in desk.rows[0]
        await desk.press("Z")
        assert widths(desk) == before
