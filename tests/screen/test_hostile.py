"""Texts, file names and registries that would drive the terminal, or pass for markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screen.conftest import Opening
    from tui.catalog.room import Room

TEXT = (
    "A [bold]navy[/] and [/usr/bin/env] \x1b]52;c;aGk=\x07 here\n"
    "The navy \x1b[2J of \x9b31m Beijing \u202egnihtyna\u202c [@click=app.exit]x[/] Ghost[sic].\n"
)
REGISTRY = """entities:
  - id: ghost
    name: "Ghost[sic]"
    type: person
    aliases: ["Gh\\e[31most"]
    description: "[bold]not[/] \\e]0;title\\a \\u202e bold"
"""


async def test_nothing_of_a_text_reaches_the_terminal_but_marks(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a[red].txt": TEXT, "b\x1b[31m.txt": "navy"}, REGISTRY)
    async with open_desk(room, 160, 40) as desk:
        await desk.type("navy")
        await desk.press("down", "enter")
        assert "A [bold]navy[/] and [/usr/bin/env] ␛]52;c;aGk=␇ here" in desk.words
        assert "�31m Beijing �gnihtyna� [@click=app.exit]x[/]" in desk.column(42, 118)
        assert "b␛[31m.txt" in desk.words
        await desk.press("G", "]", "e", "K")
        assert "[bold]not[/] ␛]0;title␇ � bold" in desk.words
        await desk.press("enter")
        assert "Ghost[sic]" in desk.column(118, 160)
        everything = "".join(desk.rows)
        assert [char for char in everything if not char.isprintable()] == []


async def test_an_ambiguous_name_has_a_question_mark_and_two_candidates(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    registry = """entities:
  - {id: georgia-country, name: Republic of Georgia, type: place, aliases: [Georgia]}
  - {id: georgia-state, name: State of Georgia, type: place, aliases: [Georgia]}
"""
    room = room_of({"a.txt": "They came from Georgia by sea.\n"}, registry)
    async with open_desk(room, 80, 24) as desk:
        await desk.press("enter")
        assert "from Georgia? by sea" in desk.words
        await desk.press("]", "e", "K")
        assert "? Georgia" in desk.words
        assert "Republic of Georgia" in desk.words
        assert "State of Georgia" in desk.words
        await desk.press("j", "enter")
        assert "━ State of Georgia ━" in desk.words
