"""Reading: by keys through a text, what is marked in it and what can be put away."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.strip import Strip

if TYPE_CHECKING:
    from tests.screen.conftest import Opening
    from tui.catalog.room import Room

REGISTRY = """entities:
  - {id: china, name: China, type: place, aliases: [PRC]}
  - {id: rosoboronexport, name: Rosoboronexport, type: organisation}
  - {id: s-400, name: S-400, type: equipment}
"""
SALE = """\
A sale of missiles

China bought the S-400. “We are content,” Rosoboronexport said. The PRC said so too.

Deliveries began in 2018. China paid in advance for all of them, as it had done before.

Comments (2)

wang
2014-05-21 10:00
First!
"""


async def test_counts_do_a_thing_several_times(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.press("enter", "1", "2", "j")
        reader = desk.app.screen.panes.text.reader
        assert reader.top - reader.nearest(-99) == 12
        await desk.press("2", "k", "g", "5", "]", "e")
        assert reader.here == reader.mentions[4].span
        await desk.press("3", "G")
        assert reader.head == reader.document.lines(3, 3).start
        await desk.press("3", "escape", "j")
        assert "[Text]" in desk.rows[0]


async def test_counts_go_through_the_hits(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("military")
        await desk.press("enter", "3", "n")
        assert "· hit 4/" in desk.status
        await desk.press("2", "N")
        assert "· hit 2/" in desk.status


async def test_the_same_entity_is_gone_to_under_its_other_names(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of({"a.txt": SALE}, REGISTRY), 80, 24) as desk:
        await desk.press("enter", "]", "e")
        reader = desk.app.screen.panes.text.reader
        seen = []
        for _ in range(3):
            seen.append(reader.document.text[slice(*reader.here)])
            await desk.press("]", "m")
        assert seen == ["China", "PRC", "China"]
        assert desk.status.startswith("China: not named further on")
        await desk.press("2", "[", "m")
        assert reader.here.start == SALE.index("China")


async def test_labels_lead_to_what_they_stand_on(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of({"a.txt": SALE}, REGISTRY), 80, 24) as desk:
        await desk.press("enter", "f")
        assert "ahina bought the s-400" in desk.words
        assert "dosoboronexport said. The fRC said" in desk.words
        await desk.press("f")
        reader = desk.app.screen.panes.text.reader
        assert reader.document.text[slice(*reader.here)] == "PRC"
        assert "China bought the S-400" in desk.words
        await desk.press("f", "escape")
        assert "China bought the S-400" in desk.words
        await desk.press("ctrl+o")
        assert reader.here is None


async def test_without_colour_a_name_has_the_letter_of_its_type(
    open_desk: Opening, room_of: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_desk(room_of({"a.txt": SALE}, REGISTRY), 80, 24) as desk:
        await desk.press("enter")
        assert "China[l] bought the S-400[q]. “We are content,” Rosoboronexport[o]" in desk.words
        assert "China" in desk.marked("underline")
        await desk.press("&")
        assert "China bought the S-400. “We are" in desk.words
        assert "China" not in desk.marked("underline")


async def test_lines_and_paragraphs_have_numbers_when_asked(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of({"a.txt": SALE}, REGISTRY), 80, 24) as desk:
        await desk.press("enter", "#")
        assert "3 China bought" in desk.words
        assert "5 Deliveries" in desk.words
        await desk.press("#")
        assert "2 China bought" in desk.words
        assert "3 Deliveries" in desk.words
        await desk.press("#")
        assert "3 Deliveries" not in desk.words


async def test_what_stands_around_an_article_folds_to_a_line(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of({"a.txt": SALE}, REGISTRY), 80, 24) as desk:
        await desk.press("enter", "z")
        assert "First!" not in desk.words
        assert "lines of comments folded" in desk.words
        await desk.press("slash")
        await desk.type("First")
        await desk.press("enter")
        assert "First!" in desk.words
        await desk.press("escape", "z")
        assert "comments folded" not in desk.words


async def test_sentences_and_paragraphs_are_gone_through(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of({"a.txt": SALE}, REGISTRY), 80, 24) as desk:
        await desk.press("enter", ")", ")")
        reader = desk.app.screen.panes.text.reader

        def here() -> str:
            return reader.document.text[slice(*reader.here)]

        assert here() == "China bought the S-400."
        await desk.press(")")
        assert here() == "“We are content,” Rosoboronexport said."
        await desk.press("{")
        assert here() == "China bought the S-400."
        await desk.press("}")
        assert here() == "Deliveries began in 2018."
        await desk.press("{", "(")
        assert here() == "A sale of missiles"


async def test_a_passage_is_selected_by_keys_and_copied(
    open_desk: Opening, room_of: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    async with open_desk(room_of({"a.txt": SALE}, REGISTRY), 80, 24) as desk:
        written: list[str] = []
        monkeypatch.setattr(desk.app._driver, "write", written.append)
        await desk.press("enter", "]", "e", "v", "w")
        page = desk.rows[2:-3]
        assert "Select 12 characters · 2 words" in desk.rows[-3]
        assert "".join(desk.marked("reverse")) == "China bought"
        await desk.press("s", "s", "o", "w", "b", "enter")
        assert desk.status.startswith("copied 63 characters by OSC 52, which no terminal confirms")
        payload = re.findall(r"\x1b\]52;c;([^\x07]*)\x07", "".join(written))
        assert [base64.b64decode(one).decode() for one in payload] == [
            "China bought the S-400. “We are content,” Rosoboronexport said."
        ]
        assert desk.rows[2:-3] == page
        assert desk.marked("reverse") == []


async def test_rows_are_selected_whole(open_desk: Opening, room_of: Callable[..., Room]) -> None:
    async with open_desk(room_of({"a.txt": SALE}, REGISTRY), 60, 24) as desk:
        await desk.press("enter", "]", "e", "V")
        assert "China bought the S-400. “We are content,”" in "".join(desk.marked("reverse"))
        await desk.press("j")
        selected = desk.app.screen.panes.text.reader.selected
        assert SALE[slice(*selected)] == SALE.splitlines()[2]
        await desk.press("escape")
        assert desk.app.screen.panes.text.reader.selected is None
        assert "[Text]" in desk.rows[0]
        await desk.press("v", "tab")
        assert desk.app.screen.panes.text.reader.selected is None


async def test_a_wide_pane_has_margins_and_a_measure(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 160, 50) as desk:
        await desk.press("enter")
        reader = desk.app.screen.panes.text.reader
        assert reader._measure <= 80
        await desk.resize(139, 30)
        assert reader._measure <= 80
        assert max(len(row[41:].rstrip().lstrip("│ ")) for row in desk.rows[3:-2]) <= 80


async def test_only_rows_that_change_are_drawn_again(
    open_desk: Opening, room_of: Callable[..., Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(room_of({"a.txt": SALE}, REGISTRY), 80, 24) as desk:
        await desk.press("enter", "]", "e")
        reader = desk.app.screen.panes.text.reader
        asked: set[int] = set()
        render = reader.render_line

        def rendered(y: int) -> Strip:
            asked.add(y)
            return render(y)

        monkeypatch.setattr(reader, "render_line", rendered)
        before = desk.rows
        for keys in ("]e", "]m", "[e", ")"):
            asked.clear()
            marks = [reader.here]
            await desk.press(*keys)
            marks.append(reader.here)
            rows = {
                reader.row_of(at) - reader.top for span in marks for at in (span.start, span.end)
            }
            assert asked <= set(range(min(rows), max(rows) + 1)), keys
        assert desk.rows[:-2] == before[:-2]
        asked.clear()
        await desk.press("[", "e", "[", "e", "[", "e", "[", "e")
        asked.clear()
        await desk.press("[", "e")
        assert desk.status.startswith("no name before")
        assert asked == set()


SCRIPTS = """\
Scripts

中国人民解放军海军在南海举行联合军演，俄罗斯太平洋舰队的舰艇参加了演习，双方表示合作将继续。

Cafe\u0301 nai\u0308ve a\u0301e\u0301i\u0301o\u0301u\u0301: letters with their accents apart, over and over again, to the end of the row.

Emoji 🙂 👍🏽 👨‍👩‍👧 🇷🇺 ✈️ ❤️ in a row of words that goes on to the next row of the page, as 🚀 do.

שלום עולם, זהו משפט בעברית שנמשך אל השורה הבאה של העמוד, וכן הלאה עד הסוף. العربية أيضا في السطر

ไทยที่นี่ด้วย हिन्दी में भी ﷽ and ㍿ and ＦＵＬＬ ｗｉｄｔｈ, tabs\there\tand\u200bhere\u202eno\u00adw.
"""  # noqa: E501


@pytest.mark.parametrize(("width", "height"), [(80, 24), (100, 30), (141, 40)])
async def test_every_script_keeps_the_columns_straight(
    open_desk: Opening, room_of: Callable[..., Room], width: int, height: int
) -> None:
    async with open_desk(room_of({"a.txt": SCRIPTS * 2}, REGISTRY), width, height) as desk:
        await desk.press("enter", "#")
        assert all(cell_len(row) <= width for row in desk.rows)
        edges = {
            tuple(cell_len(row[: match.start()]) for match in re.finditer("│", row))
            for row in desk.rows[2:-2]
        }
        assert len(edges) == 1
        assert len(edges.pop()) == {80: 0, 100: 1, 141: 2}[width]
        reader = desk.app.screen.panes.text.reader
        end = reader._margin + reader._measure
        strips = [reader.render_line(y) for y in range(height - 4)]
        assert all(strip.cell_length <= reader.size.width for strip in strips)
        assert all(cell_len(strip.text.rstrip()) <= end for strip in strips)
