"""What is done with a query on the desk: completed, narrowed, recalled, saved, explained."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screen.conftest import Opening
    from tui.catalog.room import Room

RoomOf = Callable[..., "Room"]

REGISTRY = """\
entities:
  - {id: rosatom, name: Rosatom, type: organisation}
  - {id: roscosmos, name: Roscosmos, type: organisation}
"""
TEXTS = {
    "1.txt": "Rosatom exercised an option. Rosatom exercises it again.\n",
    "2.txt": "An exercise of Roscosmos, reported by nobody.\n",
    "3.txt": "Exercise makes perfect, and exercise again makes tired.\n",
}


async def test_tab_completes_a_name_and_a_field_and_goes_round(
    open_desk: Opening, room_of: RoomOf
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY)) as desk:
        box = desk.app.screen.panes.search.box
        await desk.type("@ros")
        assert "Tab @rosatom Rosatom · organisation @roscosmos Roscosmos" in desk.words
        await desk.press("tab")
        assert (box.value, "2 hits in 1 text" in desk.rows[1]) == ("@rosatom", True)
        await desk.press("tab")
        assert box.value == "@roscosmos"
        await desk.press("tab", "shift+tab")
        assert box.value == "@roscosmos"
        await desk.type(" zone:ti")
        await desk.press("tab")
        assert box.value == "@roscosmos zone:title"
        await desk.type(" ")
        await desk.press("tab")
        assert "[Text]" in desk.rows[0]


async def test_what_a_word_stood_for_is_shown_and_f3_asks_for_the_word_alone(
    open_desk: Opening, room_of: RoomOf
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY)) as desk:
        await desk.type("exercise")
        assert "= exercise, exercised, exercises" in desk.words
        assert "5 hits in 3 texts" in desk.rows[1]
        await desk.press("f3")
        assert "=exercise" in desk.rows[2]
        assert "3 hits in 2 texts" in desk.rows[1]
        await desk.press("f3")
        assert "5 hits in 3 texts" in desk.rows[1]


async def test_when_nothing_is_found_the_last_line_says_so_too(
    open_desk: Opening, room_of: RoomOf
) -> None:
    async with open_desk(room_of({"a.txt": "The navy.\n"})) as desk:
        await desk.type("navy")
        assert desk.status.endswith("1 hit in 1 text")
        await desk.type("z")
        assert desk.status.endswith("nothing found")


async def test_a_word_that_is_finished_is_no_beginning(open_desk: Opening, room_of: RoomOf) -> None:
    room = room_of({"1.txt": "An option.", "2.txt": "Optional, said optionists."})
    async with open_desk(room) as desk:
        await desk.type("optio")
        assert "the last word as the beginning of others" in desk.words
        assert "3 hits in 2 texts" in desk.rows[1]
        await desk.type("n")
        assert "1 hit in 1 text" in desk.rows[1]


async def test_facets_narrow_what_was_found_step_by_step_and_back(
    open_desk: Opening, room_of: RoomOf
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY)) as desk:
        await desk.type("exercise")
        await desk.press("escape", "F")
        assert "Narrow · 3 texts" in desk.rows[1]
        facets = desk.app.screen.panes.search.facet_list
        at = [item.lines[0].text for item in facets.items].index("Rosatom")
        facets.mark(at)
        await desk.press("x")
        assert "‹ not Rosatom" in desk.words
        assert "Narrow · 2 texts" in desk.rows[1]
        facets.mark([item.lines[0].text for item in facets.items].index("Roscosmos"))
        await desk.press("enter", "escape")
        assert "‹ not Rosatom ‹ Roscosmos" in desk.words
        assert "1 hit in 1 text" in desk.rows[1]
        assert "Roscosmos" not in desk.marked("bold")
        await desk.press("F", "backspace", "backspace", "F")
        assert "5 hits in 3 texts" in desk.rows[1]
        await desk.press("slash")
        await desk.type(" @ros")
        await desk.press("escape", "F")
        assert "Narrow · 2 texts" in desk.rows[1]


async def test_up_brings_back_what_was_run_and_ctrl_r_finds_it(
    open_desk: Opening, room_of: RoomOf
) -> None:
    room = room_of(TEXTS, REGISTRY)
    async with open_desk(room) as desk:
        box = desk.app.screen.panes.search.box
        for query in ("option", "perfect"):
            await desk.type(query)
            await desk.press("enter", "slash", "escape")
            desk.app.screen.action_search()
            box.value = ""
            await desk.settle()
        await desk.type("tir")
        await desk.press("up")
        assert box.value == "perfect"
        assert desk.status.startswith("query 2 of 2 run before")
        await desk.press("up")
        assert box.value == "option"
        await desk.press("down", "down")
        assert box.value == "tir"
        await desk.press("ctrl+r")
        assert "Recall a query" in desk.rows[0]
        await desk.type("opt")
        await desk.press("enter")
        assert box.value == "option"
        assert "1 hit in 1 text" in desk.rows[1]


async def test_a_query_is_saved_recalled_and_asked_by_its_name(
    open_desk: Opening, room_of: RoomOf
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY)) as desk:
        await desk.type("perfect OR option")
        await desk.press("escape", "s")
        await desk.type("two words")
        await desk.press("enter")
        assert "'two words' is no name for a query" in desk.status
        await desk.press("ctrl+u")
        await desk.type("mine")
        await desk.press("enter")
        assert desk.status.startswith("saved: query:mine asks it")
        await desk.press("slash", "ctrl+u")
        await desk.type("query:")
        assert "Tab query:mine perfect OR option" in desk.words
        await desk.type("mine")
        assert "2 hits in 2 texts" in desk.rows[1]
        await desk.press("ctrl+r")
        assert "query:mine" in desk.words
        await desk.press("ctrl+x")
        assert desk.status.startswith("query:mine is no longer saved")


async def test_f2_explains_the_query_with_what_narrows_it(
    open_desk: Opening, room_of: RoomOf
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY)) as desk:
        await desk.type("exercise zebras")
        await desk.press("f2")
        assert "zebras — 0 texts: this clause empties the result" in desk.words
        assert "without zebras: 3 texts" in desk.words
        await desk.press("q")
        await desk.type(" (")
        await desk.press("f2")
        assert "nothing in the brackets" in desk.words


async def test_star_searches_the_name_or_the_words_that_are_marked(
    open_desk: Opening, room_of: RoomOf
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY)) as desk:
        await desk.type("makes perfect")
        await desk.press("enter")
        await desk.press("asterisk")
        assert "› makes" in desk.rows[2]
        await desk.press("escape", "slash", "ctrl+u")
        await desk.type("reported")
        await desk.press("enter", "[", "e", "asterisk")
        assert "› @roscosmos" in desk.rows[2]
        assert "1 hit in 1 text" in desk.rows[1]


async def test_order_likeness_and_doubles_are_a_key_each(
    open_desk: Opening, room_of: RoomOf
) -> None:
    long = "Ships of seven nations anchored while storms broke over the harbour wall. " * 5
    rest = {f"{n}.txt": f"A harbour, number {n}." for n in range(3, 7)}
    room = room_of({"1.txt": long, "2.txt": f"{long}Once.", **rest})
    async with open_desk(room) as desk:
        await desk.type("storms")
        await desk.press("escape")
        assert "+1 like it" in desk.words
        await desk.press("z")
        assert "+1 like it" not in desk.words
        await desk.press("O", "O")
        assert "by path" in desk.rows[1]
        await desk.press("M")
        assert desk.status.startswith("like 1.txt")
        assert "2.txt" in desk.words
