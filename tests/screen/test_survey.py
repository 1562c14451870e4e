"""Lists drawn from many texts over the desk."""

from collections.abc import Callable

from tests.screen.conftest import Opening
from tui.catalog.room import Room

REGISTRY = """\
entities:
  - {id: s-400, name: S-400, type: equipment}
"""
TEXTS = {
    "a.txt": "In 2014 the S-400 was sold for $ 3 billion.\n\nOld ships met in June 2016.\n",
    "b.txt": "The S-400 flew in 2015. Two ships saw the S-400 on 3 May 2016.\n",
}


async def test_a_timeline_of_the_query_opens_a_passage_and_comes_back(
    room_of: Callable[..., Room], open_desk: Opening
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 100, 24) as desk:
        await desk.type("@s-400")
        await desk.press("escape", "T")
        assert "Timeline · @s-400 · 3 dates" in desk.rows[0]
        shown = [row.split()[0] for row in desk.rows if row[2:6].isdigit()]
        assert shown == ["▌", "2015", "2016-05-03"]
        await desk.press("j", "enter")
        assert "The S-400 flew in 2015" in desk.words
        assert "Timeline · @s-400 · date 2/3" in desk.status
        await desk.press("n")
        assert "date 3/3" in desk.status
        await desk.press("backspace", "backspace")
        assert "Timeline · @s-400" in desk.rows[0]
        assert any(row.startswith("▌ 2015") for row in desk.rows)
        await desk.press("escape")
        assert "The reading room" in desk.words


async def test_words_typed_leave_the_rows_that_hold_them(
    room_of: Callable[..., Room], open_desk: Opening
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 100, 24) as desk:
        await desk.press("escape", "T", "/")
        await desk.type("june")
        assert "June 2016" in desk.words
        assert "flew" not in desk.words
        assert "1 of 4 rows" in desk.words
        await desk.press("enter", "enter")
        assert "Old ships met" in desk.words


async def test_a_concordance_lines_the_node_up_and_sorts_by_keys(
    room_of: Callable[..., Room], open_desk: Opening
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 80, 24) as desk:
        await desk.type("ships")
        await desk.press("escape", "C")
        assert "2 lines in 2 texts" in desk.rows[0]
        rows = [row for row in desk.rows if "ships" in row and "txt" in row]
        assert len({row.index("ships") for row in rows}) == 1
        assert [row.split()[-1] for row in rows] == ["a.txt:3", "b.txt:1"]
        await desk.press("s")
        await desk.type("1L")
        await desk.press("enter")
        assert "by 1L" in desk.rows[0]
        await desk.press("s")
        await desk.type(",9R")
        await desk.press("enter")
        assert "no such order" in desk.words


async def test_figures_of_the_record_in_focus_stand_in_the_order_asked_for(
    room_of: Callable[..., Room], open_desk: Opening
) -> None:
    texts = TEXTS | {"c.txt": "They paid $ 5 billion.\n"}
    async with open_desk(room_of(texts, REGISTRY), 100, 24) as desk:
        await desk.press("escape", "dollar_sign")
        assert "3 figures" in desk.rows[0]
        amounts = [row[2:20].strip() for row in desk.rows if "billion" in row]
        assert amounts == ["3,000,000,000 USD", "5,000,000,000 USD"]
        await desk.press("s")
        amounts = [row[2:20].strip() for row in desk.rows if "billion" in row]
        assert amounts == ["5,000,000,000 USD", "3,000,000,000 USD"]


async def test_a_concordance_of_nothing_is_not_opened(
    room_of: Callable[..., Room], open_desk: Opening
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY)) as desk:
        await desk.press("escape", "C")
        assert "no lines of nothing" in desk.status


async def test_from_one_list_one_comes_to_the_others_of_the_same(
    room_of: Callable[..., Room], open_desk: Opening
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 100, 24) as desk:
        await desk.type("@s-400")
        await desk.press("escape", "T")
        assert desk.rows[0].startswith("━ Timeline · @s-400")
        await desk.press("C")
        assert desk.rows[0].startswith("━ Concordance · @s-400")
        await desk.press("dollar_sign")
        assert desk.rows[0].startswith("━ Figures · @s-400")
        await desk.press("escape", "slash", "ctrl+u", "escape", "T", "C")
        assert desk.rows[0].startswith("━ Timeline · all texts")
        assert "no lines of nothing" in desk.words


async def test_help_and_what_enter_does_are_told_over_the_desk_too(
    room_of: Callable[..., Room], open_desk: Opening
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 100, 24) as desk:
        await desk.type("@s-400")
        await desk.press("escape", "T")
        assert desk.rows[-1].strip().startswith("Enter open")
        assert "? help" in desk.rows[-1]
        await desk.press("question_mark")
        assert desk.rows[2].strip() == "IN A LIST FROM MANY TEXTS"
        await desk.press("escape")
        assert "Timeline" in desk.rows[0]
        await desk.press("f1")
        assert "Keys" in desk.rows[0]
