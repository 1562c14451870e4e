"""Reading: by keys through a text, what is marked in it and what can be put away."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

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
        assert "Chinal bought the S-400q. “We are content,” Rosoboronexporto said" in desk.words
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
