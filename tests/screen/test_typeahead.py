"""Keys that come all at once go where they would go one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events

from tests.screen.conftest import Opening, Stage
from tui.catalog.room import Room
from tui.screen import typeahead
from tui.screen.app import ReadroomApp
from tui.screen.manner import Manner

TEXT = "\n".join(f"Line {number} of Moscow." for number in range(1, 60))


async def at_once(desk: Stage, *keys: str) -> None:
    for key in keys:
        desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
    for _ in range(3):
        await desk.settle()


async def test_what_is_typed_ahead_goes_into_what_the_first_key_opens(
    open_desk: Opening, room_of: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typeahead, "GUARD_S", 60)
    async with open_desk(room_of({"a.txt": TEXT})) as desk:
        await at_once(desk, "escape", "slash", *"Moscow", "enter")
        assert "“Moscow” · hit 1/59" in desk.status
        await at_once(desk, "colon", *"30", "enter")
        assert desk.rows[2].strip() == "Line 30 of Moscow."
        await at_once(desk, "colon", *"no-such", "enter")
        assert desk.status == "there is no command no-such; Tab completes, ? names every key"


async def test_what_is_typed_before_the_screen_is_there_goes_into_the_box(
    room_of: Callable[..., Room],
) -> None:
    room = room_of({"a.txt": TEXT})
    app = ReadroomApp(lambda: room, Manner())
    for key in "Moscow":
        app.post_message(events.Key(key, key))
    async with app.run_test(size=(80, 24)) as pilot:
        desk = Stage(app, pilot)
        await desk.settle()
        await desk.settle()
        assert "› Moscow" in desk.words


async def test_a_key_right_behind_enter_is_for_what_opens_and_not_for_the_query(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of({"a.txt": TEXT})) as desk:
        await desk.type("Moscow")
        await at_once(desk, "enter", "n", "n")
        assert "“Moscow” · hit 3/59" in desk.status
        assert "[Text]" in desk.rows[0]


async def test_enter_on_nothing_found_leaves_one_in_the_query(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of({"a.txt": TEXT})) as desk:
        await desk.type("Berlin")
        await desk.press("enter")
        await desk.type("er")
        assert "› Berliner" in desk.words
