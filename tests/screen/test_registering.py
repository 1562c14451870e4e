"""The registry from the text pane: a name registered, a mention decided, an edit taken back."""

from __future__ import annotations

import shutil
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.catalog.room import open_room
from tui.catalog.wish import Wish
from tui.screen import drafting

if TYPE_CHECKING:
    from tests.screen.conftest import Opening, Stage

    Desk = Callable[..., AbstractAsyncContextManager[Stage]]

ROOT = Path(__file__).parent.parent.parent
LONG_S = 20
TWO = """\
entities:
  - id: city
    name: Georgia
    type: place
    aliases: [Atlanta]
  - id: country
    name: Georgia
    type: place
    aliases: [Tbilisi]
"""


@pytest.fixture
def desk_on(tmp_path: Path, open_desk: Opening) -> Desk:
    """`async with desk_on(texts, registry)`: a desk that opens its room anew after an edit."""

    @asynccontextmanager
    async def opened(
        texts: dict[str, str], registry: str = "", width: int = 80, height: int = 30
    ) -> AsyncIterator[Stage]:
        folder, path = tmp_path / "texts", tmp_path / "entities.yaml"
        folder.mkdir()
        for name, text in texts.items():
            (folder / name).write_text(text)
        if not texts:
            shutil.copytree(ROOT / "seeds", folder, dirs_exist_ok=True)
        path.write_text(registry or (ROOT / "entities.yaml").read_text())
        wish = Wish(corpus=str(folder), registry=str(path), root=str(tmp_path / "root"))
        async with open_desk(open_room(wish, budget=None), width, height) as desk:
            desk.app.screen._librarian._open_room = lambda: open_room(wish, budget=None)
            yield desk

    return opened


async def _find(desk: Stage, words: str) -> None:
    """Open the first text and mark words in it."""
    await desk.press("escape", "enter", "/")
    await desk.type(words)
    await desk.press("enter")


async def test_a_marked_word_becomes_an_alias_after_a_look_at_what_it_changes(
    desk_on: Desk, tmp_path: Path
) -> None:
    text = "The Middle Land builds ships. China sails.\n\nNobody knows the Middle Land.\n"
    registry = "# kept by hand\nentities:\n  - id: china\n    name: China\n    type: place\n"
    path = tmp_path / "entities.yaml"
    async with desk_on({"a.txt": text}, registry) as desk:
        await _find(desk, "Middle Land")
        await desk.press("a")
        assert "Register a name" in desk.rows[0]
        assert desk.rows[1].split() == ["Name", "Middle", "Land"]
        assert "New entity “Middle Land”" in desk.words
        await desk.type("chi")
        assert "alias of China" in desk.words
        await desk.press("enter")
        assert "Preview · 2 gained in 1 text" in desk.rows[0]
        assert "Nobody knows the Middle Land." in desk.words
        assert "aliases: [Middle Land]" in desk.words
        assert path.read_text() == registry
        await desk.press("enter")
        assert path.read_text() == registry + "    aliases: [Middle Land]\n"
        assert desk.status.startswith("alias 'Middle Land' of 'china': written; U undoes")
        reader = desk.app.screen.panes.text.reader
        assert [m.entity for m in reader.mentions] == ["china"] * 3
        assert reader.name_here is not None
        await desk.press("U")
        assert path.read_text() == registry
        assert len(reader.mentions) == 1
        assert "taken back" in desk.status


async def test_a_new_entity_has_its_id_proposed_and_its_type_chosen(
    desk_on: Desk, tmp_path: Path
) -> None:
    async with desk_on({"a.txt": "In Chişinău they met.\n"}, "entities: []\n") as desk:
        await _find(desk, "Chişinău")
        await desk.press("a", "enter")
        assert desk.rows[2].split() == ["Id", "chisinau"]
        await desk.press("down", "down", "enter")
        assert "Preview · 1 gained in 1 text" in desk.rows[0]
        await desk.press("escape")
        assert desk.rows[2].split() == ["Id", "chisinau"]
        await desk.press("down", "down", "enter", "enter")
        assert "name: Chişinău" in (tmp_path / "entities.yaml").read_text()
        assert [m.entity for m in desk.app.screen.panes.text.reader.mentions] == ["chisinau"]


async def test_what_is_added_is_shown_as_it_will_stand(desk_on: Desk) -> None:
    registry = "entities:\n  - id: china\n    name: China\n    type: place\n"
    async with desk_on({"a.txt": "In Oslo they met.\n"}, registry) as desk:
        await _find(desk, "Oslo")
        await desk.press("a", "enter", "down", "down", "enter")
        id, name = (next(r for r in desk.rows if f"{key}: " in r) for key in ("id", "name"))
        assert id.index("id:") == name.index("name:")


async def test_escape_goes_back_step_by_step_and_writes_nothing(
    desk_on: Desk, tmp_path: Path
) -> None:
    before = (ROOT / "entities.yaml").read_bytes()
    async with desk_on({}) as desk:
        await desk.press("escape", "enter", "]e", "a")
        await desk.type("russia")
        await desk.press("enter", "escape")
        assert "Register a name" in desk.rows[0]
        assert "russia" in desk.rows[2]
        await desk.press("escape")
        assert "[Text]" in desk.rows[0]
    assert (tmp_path / "entities.yaml").read_bytes() == before


async def test_enter_right_after_the_last_key_means_what_was_typed(desk_on: Desk) -> None:
    async with desk_on({}) as desk:
        await desk.press("escape", "enter", "]e", "a")
        await desk.pilot.press(*"uzbek", "enter")
        await desk.settle()
        assert "Preview" in desk.rows[0]
        assert "Uzbekistan" in desk.words


async def test_after_an_edit_n_goes_on_through_the_same_set(desk_on: Desk) -> None:
    registry = "entities:\n  - id: china\n    name: China\n    type: place\n"
    text = "China and Cathay sail. China met Cathay.\n"
    async with desk_on({"a.txt": text}, registry) as desk:
        await desk.type("China")
        await desk.press("enter", "/")
        await desk.type("Cathay")
        await desk.press("enter", "a")
        await desk.type("china")
        await desk.press("enter", "enter")
        assert len(desk.app.screen.panes.text.reader.mentions) == 4
        await desk.press("n")
        assert desk.status.startswith("find “Cathay” · place 2/2")


async def test_with_nothing_marked_the_name_is_typed_first(desk_on: Desk) -> None:
    registry = "entities:\n  - id: china\n    name: China\n    type: place\n"
    async with desk_on({"a.txt": "The Middle Land sails.\n"}, registry) as desk:
        await desk.press("escape", "enter")
        desk.app.screen.panes.text.reader.set_here(None)
        await desk.press("a")
        await desk.type("Middle Land")
        await desk.press("enter")
        await desk.type("china")
        await desk.press("enter")
        assert "Preview · 1 gained in 1 text" in desk.rows[0]


async def test_a_refusal_says_what_to_edit_by_hand(desk_on: Desk, tmp_path: Path) -> None:
    registry = "entities:\n  - id: china\n    name: China\n    type: place\n"
    async with desk_on({"a.txt": "China sails. Cathay too.\n"}, registry) as desk:
        await _find(desk, "China")
        await desk.press("a")
        await desk.type("china")
        await desk.press("enter")
        assert "'China' is a name of 'china' already" in desk.words
        assert "entities.yaml:2" in desk.words
        await desk.press("escape", "escape", "/")
        await desk.type("Cathay")
        await desk.press("enter", "a")
        await desk.type("china")
        await desk.press("enter")
        (tmp_path / "entities.yaml").write_text(registry + "# changed\n")
        await desk.press("enter")
        assert "has changed meanwhile: nothing was written" in desk.words
        assert "under aliases: Cathay" in desk.words
        await desk.press("enter")
        assert "Refused" in desk.rows[0]
    assert (tmp_path / "entities.yaml").read_text() == registry + "# changed\n"


async def test_a_digit_on_the_card_of_a_name_in_doubt_decides_for_this_mention(
    desk_on: Desk, tmp_path: Path
) -> None:
    text = "They flew to Georgia in May.\n\nLater Georgia voted.\n"
    async with desk_on({"a.txt": text}, TWO) as desk:
        await desk.press("escape", "enter", "]e")
        reader = desk.app.screen.panes.text.reader
        assert [m.entity for m in reader.mentions] == [None, None]
        await desk.press("enter")
        assert "? Georgia" in desk.words
        assert "place · city" in desk.words
        assert "1–9 means this" in desk.rows[-1]
        await desk.press("2")
        assert [m.entity for m in reader.mentions] == ["country", None]
        assert "“Georgia” means @country here: written; U undoes" in desk.status
        assert "entity: country" in (tmp_path / "decisions.yaml").read_text()
        await desk.press("U")
        assert [m.entity for m in reader.mentions] == [None, None]
        assert not (tmp_path / "decisions.yaml").exists()


async def test_a_digit_on_another_card_is_a_number_as_elsewhere(desk_on: Desk) -> None:
    registry = "entities:\n  - id: china\n    name: China\n    type: place\n"
    async with desk_on({"a.txt": "China sails.\n"}, registry) as desk:
        await desk.press("escape", "enter", "]e", "enter", "1")
        assert "Card" in desk.words
        assert "means this" not in desk.rows[-1]
        assert "written" not in desk.status


async def test_while_the_gaps_are_looked_for_it_is_said_when_they_come(
    desk_on: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*_: object) -> tuple[()]:
        go_on.wait(LONG_S)
        return ()

    monkeypatch.setattr(drafting, "gaps", slow)
    async with desk_on({"a.txt": "China sails.\n"}, "entities: []\n") as desk:
        await desk.pilot.press("escape", "ctrl+g")
        await desk.pilot.pause()
        assert "are listed once all are gone through" in desk.words
        go_on.set()
        await desk.settle()
        assert "No gaps" in desk.words


async def test_each_gap_has_a_key_for_new_for_alias_and_for_never_again(
    desk_on: Desk, tmp_path: Path
) -> None:
    text = "Then Zelenograd met Anna Kern. Soon Anna Kern left Zelenograd for Bamako.\n\n"
    path = tmp_path / "entities.yaml"
    registry = "entities:\n  - id: china\n    name: China\n    type: place\nignore: [Kiev]\n"
    async with desk_on({"a.txt": text * 3 + "China sails.\n"}, registry) as desk:
        await desk.press("escape", "ctrl+g")
        assert "Gaps · 3 names not registered" in desk.rows[0]
        assert "Soon Anna Kern left Zelenograd for Bamako." in desk.words
        screen = desk.app.screen
        names = [missing.gap.name for missing in screen._gaps]
        await desk.press("x")
        assert path.read_text() == registry.replace("Kiev", f"Kiev, {names[0]}")
        assert "Gaps · 2 names not registered" in desk.rows[0]
        await desk.press("U")
        assert path.read_text() == registry
        assert "Gaps · 3 names not registered" in desk.rows[0]
        await desk.press("a")
        await desk.type("china")
        await desk.press("enter", "enter")
        assert f"aliases: [{names[0]}]" in path.read_text()
        await desk.press("n", "enter", "enter")
        assert f"name: {names[1]}" in path.read_text()
        assert "Gaps · 1 name not registered" in desk.rows[0]
        await desk.press("escape")
        assert "written; U undoes" in desk.status
        assert len(desk.app.screen._librarian._room.registry.entities) == 2
