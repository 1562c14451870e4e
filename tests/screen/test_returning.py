"""Everything is found as it was left; the first visit has a tour that stops nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.screen.conftest import Stage
from tui.catalog.room import Room
from tui.catalog.wish import Wish
from tui.screen.ahead import Ahead
from tui.screen.app import ReadroomApp
from tui.screen.keymap import Keymap
from tui.screen.manner import Manner
from tui.sessions import Choices, Chosen, Session, load

TEXTS = {"a.txt": "\n".join(f"Line {n} of Moscow." for n in range(1, 90)), "b.txt": "Beijing."}
REGISTRY = "entities:\n  - id: moscow\n    name: Moscow\n    type: place\n"

AS_WRITTEN = Keymap()


@asynccontextmanager
async def visit(
    room: Room,
    state: Path,
    *,
    keymap: Keymap = AS_WRITTEN,
    fresh: bool = False,
    picks: bool = False,
) -> AsyncIterator[Stage]:
    app = ReadroomApp(
        lambda: room,
        Manner(fresh=fresh, picks=picks),
        keymap=keymap,
        choices=Choices(state / "screen.json"),
        ahead=Ahead(state, Wish(), "/here", {}),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        yield stage


async def test_query_text_place_and_pane_come_back(
    room_of: Callable[..., Room], tmp_path: Path
) -> None:
    room = room_of(TEXTS, REGISTRY)
    async with visit(room, tmp_path) as desk:
        await desk.type("Moscow")
        await desk.press("enter", "pagedown", "pagedown")
        left = desk.rows[2:20]
        assert "Line 40 of Moscow." in desk.words
    async with visit(room, tmp_path) as desk:
        assert desk.rows[2:20] == left
        await desk.press("n")
        assert "“Moscow” · hit" in desk.status
    async with visit(room, tmp_path, fresh=True) as desk:
        assert "[Search]" in desk.rows[0]
        assert "Search the texts" in desk.words


async def test_the_list_is_there_before_the_room_is_open(
    room_of: Callable[..., Room], tmp_path: Path
) -> None:
    room = room_of(TEXTS, REGISTRY)
    async with visit(room, tmp_path):
        pass
    kept = Ahead(tmp_path, Wish(), "/here", {}).page()
    assert kept is not None
    assert [item.lines[0].text for item in kept.items] == ["a.txt", "b.txt"]
    assert Ahead(tmp_path, Wish(), "/elsewhere", {}).page() is None
    (tmp_path / "first.json").write_text('{"key": 1, "items": [[[')
    assert Ahead(tmp_path, Wish(), "/here", {}).page() is None


async def test_the_tour_takes_no_key_but_its_own(
    room_of: Callable[..., Room], tmp_path: Path
) -> None:
    room = room_of(TEXTS, REGISTRY)
    async with visit(room, tmp_path) as desk:
        assert "Tour 1/6" in desk.words
        await desk.type("Beij")
        assert "1 hit in 1 text" in desk.words
        assert "Tour 2/6" in desk.words
        assert "Enter opens the marked text" in desk.words
        await desk.press("f6")
        assert "Tour 3/6" in desk.words
        await desk.press("escape")
        assert "Tour" not in desk.words
    async with visit(room, tmp_path) as desk:
        assert "Tour" not in desk.words
        await desk.press("f6")
        assert "Tour 1/6" in desk.words


async def test_what_is_done_without_the_tour_takes_it_along(
    room_of: Callable[..., Room], tmp_path: Path
) -> None:
    async with visit(room_of(TEXTS, REGISTRY), tmp_path) as desk:
        await desk.press("down")
        assert "Tour 1/6" in desk.words
        await desk.type("Moscow")
        assert "Tour 2/6" in desk.words
        await desk.press("enter")
        assert "Tour 3/6" in desk.words
        await desk.type("]e")
        assert "Tour 4/6" in desk.words
        await desk.type("yy")
        assert "Tour 5/6" in desk.words
        await desk.press("tab")
        assert "Tour 6/6" in desk.words
        await desk.press("question_mark", "escape")
        assert "Tour" not in desk.words


async def test_who_comes_to_pick_begins_in_the_box(
    room_of: Callable[..., Room], tmp_path: Path
) -> None:
    room = room_of(TEXTS, REGISTRY)
    async with visit(room, tmp_path) as desk:
        await desk.type("Moscow")
        await desk.press("enter")
        assert "[Text]" in desk.rows[0]
    async with visit(room, tmp_path, picks=True) as desk:
        await desk.type("Beij")
        assert "1 hit in 1 text" in desk.words


async def test_a_theme_is_kept(room_of: Callable[..., Room], tmp_path: Path) -> None:
    room = room_of(TEXTS, REGISTRY)
    async with visit(room, tmp_path) as desk:
        await desk.press("escape", "escape", "colon")
        await desk.type("theme li")
        await desk.press("tab", "enter")
        assert desk.app.theme == "light"
        await desk.press("colon")
        await desk.type("theme none")
        await desk.press("enter")
        assert desk.status.startswith("there is no theme none; there are dark, light, contrast")
    async with visit(room, tmp_path) as desk:
        assert desk.app.theme == "light"


async def test_commands_are_actions_by_name_and_a_few_words(
    room_of: Callable[..., Room], tmp_path: Path
) -> None:
    room = room_of(TEXTS, REGISTRY)
    async with visit(room, tmp_path, keymap=Keymap("vim")) as desk:
        await desk.press("escape", "escape")
        for typed, shown in [
            ("open b", "Beijing."),
            ("who moscow", "[Record]"),
            ("search Beijing", "1 hit in 1 text"),
            ("open nothing", "no text 'nothing'"),
            ("who moskow", "no entity 'moskow' · moscow Moscow (place)"),
            ("conten", "no headings in this text"),
            ("pag", "pag: page or page-down or page-up?"),
            ("page-down", "[Search]"),
        ]:
            await desk.press("colon")
            await desk.type(typed)
            await desk.press("enter")
            assert shown in desk.words, typed
        await desk.press("colon")
        await desk.type("open a.txt")
        await desk.press("enter", "G")
        assert "Line 89 of Moscow." in desk.words
        await desk.press("g", "g")
        assert "Line 1 of Moscow." in desk.words


def test_what_cannot_be_understood_is_nothing(tmp_path: Path) -> None:
    for text in ("", "[", "[]", '{"theme": 3, "toured": "yes", "other": 1}'):
        (tmp_path / "screen.json").write_text(text)
        assert load(Chosen, tmp_path / "screen.json") == Chosen()
        assert load(Session, tmp_path / "screen.json") == Session()


async def test_what_ends_the_tour_leaves_nothing_else(
    room_of: Callable[..., Room], tmp_path: Path
) -> None:
    async with visit(room_of(TEXTS, REGISTRY), tmp_path) as desk:
        await desk.press("escape")
        assert "Tour" not in desk.words
        await desk.type("Beij")
        assert "1 hit in 1 text" in desk.words


async def test_a_new_query_takes_the_place_of_the_one_that_came_back(
    room_of: Callable[..., Room], tmp_path: Path
) -> None:
    room = room_of(TEXTS, REGISTRY)
    async with visit(room, tmp_path) as desk:
        await desk.type("Moscow")
    async with visit(room, tmp_path) as desk:
        assert "› Moscow" in desk.words
        await desk.type("Beij")
        assert "› Beij " in desk.words
        assert "1 hit in 1 text" in desk.words
