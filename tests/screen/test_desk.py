"""The desk by its words: searching, reading, going through hits, and back again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tui.screen.desk import Desk
from tui.screen.messages import More, Open
from tui.screen.orders import orders

if TYPE_CHECKING:
    from tests.screen.conftest import Opening, Stage
    from tui.catalog.room import Room


async def test_it_begins_with_every_text_and_the_box_in_focus(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        assert "Search · 5 texts" in desk.words
        assert "digest of Partnership Short of Alliance" in desk.words
        assert "Search the texts" in desk.rows[2]
        assert desk.rows[-1].endswith("Esc leave, then   ? help   q quit")


async def test_typing_searches_and_enter_opens_the_text_at_the_hit(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("S-400")
        assert "in 1 text" in desk.rows[1]
        assert "S-400" in desk.marked("bold")
        await desk.press("enter")
        assert "[Text]" in desk.rows[0]
        assert "digest of Moscow and Beijing are moving" in desk.rows[1]
        assert any("S-400" in row for row in desk.rows[2:-2])
        assert desk.status.startswith("“S-400” · hit 1/")
        assert desk.rows[-1].endswith("? help   q quit")


async def test_enter_right_after_the_last_key_opens_what_was_typed(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.pilot.press(*"Crimea", "enter")
        await desk.settle()
        assert "[Text]" in desk.rows[0]
        assert desk.status.startswith("“Crimea” · hit 1/")


async def test_n_visits_every_hit_once_and_keeps_it_in_view(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("satellite OR navy OR exercise")
        await desk.press("enter")
        walk = desk.app.screen._journey.walk
        assert len(walk.texts) > 1
        for number, stop in enumerate(walk.stops, 1):
            text = seeds.document(stop.doc).text[slice(*stop.span)]
            assert f"hit {number}/{len(walk.stops)} · text" in desk.status
            assert text in " ".join(desk.rows[2:-2])
            assert desk.app.screen.panes.text.reader.here == stop.span
            await desk.press("n")
        assert desk.status.startswith("“satellite OR navy OR exercise”: no hit further on")
        await desk.press("N")
        assert f"hit {len(walk.stops) - 1}/{len(walk.stops)}" in desk.status


async def test_back_and_forward_restore_every_place(open_desk: Opening, seeds: Room) -> None:
    def page(desk: Stage) -> list[str]:
        """What is in view, but that texts are read by now."""
        return [" ".join(row.replace("read · ", "").split()) for row in desk.rows[:-2]]

    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("military")
        await desk.press("escape")
        pages = []
        for key in ("enter", "n", "n", "G", "N", "n", "n", "n"):
            pages.append(page(desk))
            await desk.press(key)
        here = page(desk)
        for before in reversed(pages):
            await desk.press("ctrl+o")
            assert page(desk) == before
        for _ in pages:
            await desk.press("ctrl+y")
        assert page(desk) == here
        await desk.press("backspace")
        assert page(desk) == pages[-1]


async def test_a_name_has_a_card_which_opens_its_record(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("S-400")
        await desk.press("enter")
        page = desk.rows[1:-2]
        await desk.press("K")
        assert "━ Card ━" in desk.words
        assert "S-400 Triumph ▌ equipment · s-400" in desk.words
        assert "mentions in 1 text" in desk.words
        await desk.press("escape")
        assert desk.rows[1:-2] == page
        await desk.press("enter", "enter")
        assert "[Record]" in desk.rows[0]
        assert "IN THE SAME SENTENCE" in desk.words
        await desk.press("G")
        assert "MENTIONS IN 1 TEXT" in desk.words


async def test_enter_on_a_mention_opens_it_and_n_goes_through_the_mentions(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 160, 50) as desk:
        await desk.type("S-400")
        await desk.press("enter", "K", "enter")
        assert "MENTIONS IN 1 TEXT" in desk.column(115, 160)
        await desk.press("G", "enter")
        assert desk.status.startswith("S-400 Triumph · mention 2/2")
        await desk.press("ctrl+o", "ctrl+o")
        assert desk.status.startswith("S-400 Triumph · ")


async def test_names_are_underlined_and_can_be_gone_through(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.press("enter")
        assert "China" in desk.marked("underline")
        reader = desk.app.screen.panes.text.reader
        first = reader.text.mentions[0].span
        await desk.press("]", "e")
        assert reader.here == first
        await desk.press("]", "e", "]", "e", "[", "e")
        assert reader.here == reader.text.mentions[1].span
        await desk.press("[", "e", "[", "e")
        assert desk.status.startswith("no name before this")


async def test_find_lights_the_text_and_esc_returns_to_the_hits(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("S-400")
        await desk.press("enter", "slash")
        await desk.type("negotiations")
        assert "Find negotiations" in desk.rows[-3]
        await desk.press("enter")
        assert desk.status.startswith("find “negotiations” · place 1/")
        await desk.press("escape", "n")
        assert desk.status.startswith("“S-400” · hit 2/")
        await desk.press("slash")
        await desk.type("xyzzy")
        await desk.press("enter")
        assert desk.status.startswith("“xyzzy” is not in this text")


async def test_q_goes_back_level_by_level_and_then_quits(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("S-400")
        await desk.press("enter", "K", "q")
        assert "[Text]" in desk.rows[0]
        assert "Card" not in desk.words
        await desk.press("q")
        assert "[Search]" in desk.rows[0]
        assert desk.app.is_running
        await desk.pilot.press("q")
        await desk.pilot.pause()
        assert not desk.app.is_running
        assert desk.app.return_code == 0


async def test_esc_leaves_the_box_and_slash_returns_to_it(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("q?")
        assert desk.rows[2].startswith("› q?")
        await desk.press("escape", "j", "slash", "x")
        assert "› x" in desk.rows[2] or "› q?x" in desk.rows[2]


async def test_a_fault_in_the_query_is_shown_where_it_is(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("colour:red")
        assert "not understood" in desk.rows[1]
        assert "^^^^^^" in desk.rows[3]
        assert "colour" in desk.rows[4]
        await desk.press("enter", "escape", "enter")
        assert desk.app.is_running


async def test_previous_answers_stay_until_the_next_ones_come(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("S-400")
        before = desk.rows[1]
        await desk.pilot.press("x")
        assert desk.rows[1] == before
        await desk.settle()
        assert desk.rows[1] != before


async def test_help_names_the_keys_of_this_pane_first(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.press("enter", "question_mark")
        assert desk.rows[2].strip() == "IN A TEXT"
        assert "Keys · Space pages on" in desk.rows[0]
        assert any(row.strip().startswith("]e ") for row in desk.rows)
        await desk.press("q")
        assert "[Text]" in desk.rows[0]
        await desk.press("f1", "escape")
        assert "[Text]" in desk.rows[0]


async def test_help_on_a_narrow_screen_says_below_each_key_what_it_does(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 40, 24) as desk:
        await desk.press("f1")
        rows = [row.rstrip() for row in desk.rows]
        at = rows.index("  ↓")
        assert rows[at + 1 : at + 3] == ["    Mark the next text in the list", "  ↑"]


async def test_beside_a_list_stands_nothing_of_what_was_asked_before(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type('"S-400"')
        await desk.press("enter", "escape")
        assert '"S-400" · hit 1/' in desk.status
        await desk.press("slash")
        await desk.type("zzzz")
        assert "nothing found" in desk.status
        assert "S-400" not in desk.status


async def test_the_palette_knows_what_can_be_done_here_and_nothing_else(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds) as desk:
        await desk.press("enter")
        known = {order.id: order for order in orders(desk.app.screen)}
        assert {"text.mark", "text.contents", "text.about", "desk.help"} <= set(known)
        assert not {"gaps.undo", "shelf.next", "forms.copy", "select.word"} & set(known)
        assert next(iter(known)).startswith("text.")


async def test_the_palette_runs_what_is_chosen(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.press("enter", "ctrl+p")
        await desk.type("next name")
        await desk.press("down")
        await desk.press("enter")
        await desk.settle()
        reader = desk.app.screen.panes.text.reader
        assert reader.here == reader.text.mentions[0].span


@pytest.mark.parametrize(("width", "height"), [(40, 10), (60, 20), (80, 24), (100, 30), (160, 50)])
async def test_at_every_size_help_and_quit_are_in_view(
    open_desk: Opening, seeds: Room, width: int, height: int
) -> None:
    async with open_desk(seeds, width, height) as desk:
        for keys in ((), ("escape",), ("enter",), ("]", "e"), ("tab",)):
            await desk.press(*keys)
            assert "? help   q quit" in desk.rows[-1]
            assert all(len(row) <= width for row in desk.rows)


async def test_below_forty_by_ten_one_line_says_what_is_needed(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 39, 9) as desk:
        assert desk.words == "readroom needs 40 columns and 10 rows"
        await desk.resize(80, 24)
        assert "Search · 5 texts" in desk.words


async def test_twenty_resizes_leave_the_top_sentence_where_it_was(
    open_desk: Opening, seeds: Room
) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("S-400")
        await desk.press("enter")
        reader = desk.app.screen.panes.text.reader
        top = reader.head
        for width, height in [(100, 30), (60, 20), (160, 50), (43, 12), (140, 24)] * 4:
            await desk.resize(width, height)
            assert reader.head == top
            assert reader.in_view().start <= top < reader.in_view().end
        await desk.resize(80, 24)
        assert reader.in_view().start == top


async def test_tab_goes_round_the_panes(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        seen = []
        for _ in range(4):
            await desk.press("tab")
            seen.append(desk.rows[0].split("[")[1].split("]")[0])
        assert seen == ["Text", "Record", "Search", "Text"]


async def test_paging_through_a_text_shows_every_row_of_it(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("S-400")
        await desk.press("enter", "g")
        seen = desk.rows[2:-2]
        while not desk.status.endswith("100 %"):
            await desk.press("space")
            seen += desk.rows[2:-2]
        drawn = " ".join(" ".join(seen).split())
        for words in ("Military-technical cooperation grows", "AL-31F", "Ivanov"):
            assert words in drawn
        await desk.press("home")
        assert desk.rows[2:-2] == seen[: len(desk.rows) - 4]


async def test_more_texts_come_as_one_goes_down_the_list_or_on_through_the_hits(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({f"{n:02}.txt": f"The navy, number {n}.\n" for n in range(40)})
    async with open_desk(room, 80, 24) as desk:
        await desk.type("navy")
        assert "40 hits in 40 texts" in desk.rows[1]
        assert desk.app.screen.answers.limit == 15
        await desk.press("enter")
        for number in range(2, 41):
            await desk.press("n")
            assert f"hit {number}/40 · text {number}/40" in desk.status
        await desk.press("n")
        assert "no hit further on" in desk.status
        await desk.press("q", "slash", "ctrl+u")
        await desk.press("escape", "G")
        assert len(desk.app.screen.panes.search.hits.items) == 40


async def test_an_answer_that_grows_while_a_text_is_opened_does_not_lose_the_hit(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    room = room_of({f"{n:02}.txt": f"The navy, number {n}.\n" for n in range(30)})
    async with open_desk(room, 80, 24) as desk:
        screen = desk.app.screen
        await desk.type("navy")
        await desk.press("enter", "q", "j", "j")
        item = screen.panes.search.hits.marked
        screen.post_message(Open(item.target, screen.answers.walk))
        screen.post_message(More())
        await desk.settle()
        assert screen.text.document.id == item.target.doc
        assert "· hit 3/30" in desk.status


async def test_what_comes_too_late_says_nothing(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds) as desk:
        late = desk.app.screen
    assert isinstance(late, Desk)
    late._say("too late")
