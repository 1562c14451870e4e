"""Files change while one reads: the page stays, and a few words say so."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.screen.conftest import opened_anew
from tui.screen import changes

if TYPE_CHECKING:
    from tests.screen.conftest import Opening, Stage
    from tui.catalog.room import Room

LONG = "A long text\n\n" + "".join(f"Paragraph {n} is of China.\n\n" for n in range(1, 100))
REGISTRY = "entities:\n  - {id: china, name: China, type: place}\n"


async def told(desk: Stage) -> str:
    """The status line once something was heard of the files, or nothing for a while."""
    for _ in range(40):
        await asyncio.sleep(0.05)
        if "R to reload" in desk.status:
            break
    await desk.settle()
    return desk.status


async def test_a_changed_text_stays_until_it_is_reloaded_at_the_same_sentence(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": LONG}, REGISTRY)
    async with open_desk(room, 80, 24) as desk:
        await desk.press("enter", "space", "space", "]", "e")
        reader = desk.app.screen.panes.text.reader
        page, name = desk.rows[2:-2], reader.here
        changed = LONG.replace("A long text", "A long text by nobody").replace("99 is", "99 was")
        (room.corpus.folder / "a.txt").write_text(changed)
        assert (await told(desk)).endswith("this text changed, R to reload")
        assert desk.rows[2:-2] == page
        await desk.press("R")
        assert desk.rows[2:-2] == page
        assert reader.here == (name.start + 10, name.end + 10)
        assert "R to reload" not in desk.status
        await desk.press("ctrl+o")
        assert "by nobody" in desk.words


async def test_touching_a_text_or_indexing_it_says_nothing_and_moves_nothing(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": LONG}, REGISTRY)
    async with open_desk(room, 80, 24) as desk:
        await desk.press("enter", "space")
        page, head = desk.rows[2:-2], desk.app.screen.panes.text.reader.head
        os.utime(room.corpus.folder / "a.txt")
        assert "R to reload" not in await told(desk)
        await desk.press("R")
        assert desk.rows[2:-2] == page
        for width, height in ((100, 30), (60, 20), (160, 50), (80, 24)):
            await desk.resize(width, height)
        assert desk.rows[2:-2] == page
        assert desk.app.screen.panes.text.reader.head == head


async def test_new_texts_and_a_changed_registry_are_taken_in_when_wanted(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": LONG}, REGISTRY)
    async with open_desk(room, 80, 24) as desk:
        (room.corpus.folder / "b.txt").write_text("A new text\n\nOf Japan.\n")
        assert (await told(desk)).endswith("1 file changed, R to reload")
        await desk.press("escape", "R")
        assert "2 texts" in desk.rows[1]
        room.registry_path.write_text(REGISTRY + "  - {id: japan, name: Japan, type: place}\n")
        assert (await told(desk)).endswith("the registry changed, R to reload")
        await desk.press("R", "j", "enter")
        assert "Japan" in desk.marked("underline")


def test_every_file_of_a_registry_is_followed(room_of: Callable[..., Room]) -> None:
    room = room_of({"a.txt": LONG}, REGISTRY)
    more = room.registry_path.with_suffix("") / "places.yaml"
    more.parent.mkdir()
    more.write_text("entities: []\n")
    watch = changes.watch(room)
    more.write_text("entities:\n  - {id: japan, name: Japan, type: place}\n")
    paths = frozenset().union(*(watcher.changed() for watcher in watch.watchers))
    for watcher in (*watch.watchers, watch.commits):
        watcher.close()
    assert more in paths
    assert changes.changed(room, paths, watch.registry, None) == "the registry changed"


def test_the_facts_of_a_text_in_capitals_are_followed(room_of: Callable[..., Room]) -> None:
    room = room_of({"A.TXT": LONG}, REGISTRY)
    facts = room.corpus.folder / "A.meta.yaml"
    facts.write_text("title: Another\n")
    assert changes.changed(room, [facts], changes.registry(room), None) == "1 file changed"


async def test_what_another_process_commits_is_listed_and_the_marked_hit_stays_in_its_row(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    texts = {f"{n:02}.txt": f"Text {n}\n\nOf China, {n} times.\n" for n in range(20, 40)}
    room = room_of(texts, REGISTRY)
    async with open_desk(room, 100, 30) as desk:
        await desk.type("china")
        await desk.press("down", "down", "down", "enter")
        row = marked_row(desk)
        page = [line[40:] for line in desk.rows[2:-2]]
        for n in (10, 11):
            (room.corpus.folder / f"{n}.txt").write_text(f"Text {n}\n\nOf China, China, China.\n")
        opened_anew(room)
        await until(lambda: "22 texts" in desk.words)
        await desk.settle()
        assert marked_row(desk) == row
        assert [line[40:] for line in desk.rows[2:-2]] == page
        assert "R to reload" not in desk.status


async def test_while_the_open_text_is_another_one_on_disk_nothing_is_taken_in_before_r(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({"a.txt": LONG}, REGISTRY)
    async with open_desk(room, 100, 30) as desk:
        await desk.press("enter")
        page = desk.rows[:-2]
        (room.corpus.folder / "a.txt").write_text("New words. " + LONG)
        (room.corpus.folder / "b.txt").write_text("Of China.\n")
        opened_anew(room)
        assert (await told(desk)).endswith("this text changed, R to reload")
        await asyncio.sleep(0.3)
        await desk.settle()
        assert desk.rows[:-2] == page
        await desk.press("R")
        assert "2 texts" in desk.words


def marked_row(desk: Stage) -> tuple[int, str]:
    """The row of the mark in the list, and what stands there."""
    return next((y, row[:40]) for y, row in enumerate(desk.rows) if row.startswith("▌"))


async def until(holds: Callable[[], bool]) -> None:
    """Wait for something, at most a few seconds."""
    for _ in range(100):
        if holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not come")
