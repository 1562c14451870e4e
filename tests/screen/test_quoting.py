"""Passages yanked, cited in a form of one's choice, picked for stdout, handed to programs."""

from __future__ import annotations

import base64
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.catalog.room import open_room
from tui.catalog.wish import Wish
from tui.citation import cited

if TYPE_CHECKING:
    from tests.screen.conftest import Opening, Stage

    Quote = Callable[..., AbstractAsyncContextManager[tuple[Stage, Callable[[], str]]]]

NEWS = "Talks\r\n\r\nBeijing bought ten “aircraft”.\r\nMoscow said nothing.\r\n"
KNOWN = "title: Talks\nauthors: [Ada Sample]\ndate: 2024-05-06\n"
WRAPPED = """\
The delegation met in Beijing for two days, and agreed
to the sale of ten aircraft at a price that nobody was
told of before the end of the year, when it had become
known to all of the papers.
"""


@pytest.fixture
def quoting(tmp_path: Path, open_desk: Opening, monkeypatch: pytest.MonkeyPatch) -> Quote:
    """`async with quoting(text, facts) as (desk, copied)`: a text, and what was copied last."""
    for name in ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")

    @asynccontextmanager
    async def opened(
        text: str = NEWS, facts: str = KNOWN
    ) -> AsyncIterator[tuple[Stage, Callable[[], str]]]:
        folder = tmp_path / "texts"
        folder.mkdir()
        (folder / "a.txt").write_bytes(text.encode())
        (folder / "a.meta.yaml").write_text(facts)
        room = open_room(Wish(corpus=str(folder), root=str(tmp_path / "root")), budget=None)
        async with open_desk(room, 100, 30) as desk:
            written: list[str] = []
            monkeypatch.setattr(desk.app._driver, "write", written.append)

            def copied() -> str:
                payloads = re.findall(r"\x1b\]52;c;([^\x07]*)\x07", "".join(written))
                return base64.b64decode(payloads[-1]).decode() if payloads else ""

            await desk.press("escape", "enter", "/")
            await desk.type("aircraft")
            await desk.press("enter")
            yield desk, copied

    return opened


async def test_yy_copies_the_sentence_with_a_citation_that_is_found_again(quoting: Quote) -> None:
    async with quoting() as (desk, copied):
        await desk.press("y", "y")
        assert copied().startswith("“Beijing bought ten “aircraft”.”[^sample-2024-talks-7-37]\n")
        assert [one.trace.doc for one in cited(copied())] == ["a.txt"]
        assert "by OSC 52, which no terminal confirms · quotation and" in desk.status


async def test_yq_yc_and_yl_copy_the_words_the_citation_and_the_place(quoting: Quote) -> None:
    async with quoting() as (desk, copied):
        await desk.press("y", "q")
        assert copied() == "Beijing bought ten “aircraft”."
        await desk.press("y", "c")
        assert copied().startswith("[^sample-2024-talks-7-37]\n\n[^sample-2024-talks-7-37]: Ada")
        await desk.press("y", "l")
        assert copied() == "a.txt#char=7,37"
        assert "locator of para. 2, line 3" in desk.status


async def test_a_selection_is_cited_as_it_is(quoting: Quote) -> None:
    async with quoting() as (desk, copied):
        await desk.press("v", "w", "w", "y")
        assert copied().startswith("“aircraft”.\nMoscow said”[^sample-2024-talks-")
        await desk.press("v", "w", "w", "enter")
        assert copied() == "aircraft”.\r\nMoscow said"


async def test_a_form_is_chosen_and_stays(quoting: Quote) -> None:
    async with quoting() as (desk, copied):
        await desk.press("Y")
        assert "Cite as" in desk.rows[0]
        assert "Enter copy" in desk.rows[-1]
        await desk.press("j", "enter")
        assert "[@sample-2024-talks, para. 2]" in copied()
        assert "yy now writes pandoc" in desk.status
        await desk.press("y", "c")
        assert copied().startswith("[@sample-2024-talks, para. 2]")


async def test_what_has_no_date_is_cited_on_request_only(quoting: Quote) -> None:
    async with quoting(facts="authors: [Ada Sample]\n") as (desk, copied):
        await desk.press("y", "y")
        assert desk.status.startswith("a.txt has no date: Y, then m cites it without")
        assert copied() == ""
        await desk.press("Y")
        assert desk.words.count("a.txt has no date: m cites it without") == 1
        await desk.press("m", "c")
        assert "Ada Sample, “Talks”, [n.d.], [para. 2" in copied()


async def test_a_hard_wrapped_text_is_unwrapped_on_request(quoting: Quote) -> None:
    async with quoting(WRAPPED) as (desk, copied):
        await desk.press("y", "q")
        assert copied() == WRAPPED.rstrip("\n")
        await desk.press("Y", "w")
        assert "unwrapped" in desk.rows[0]
        await desk.press("enter", "y", "q")
        assert copied() == WRAPPED.rstrip("\n").replace("\n", " ")


async def test_a_digest_is_called_one_and_not_quoted(quoting: Quote) -> None:
    async with quoting(facts=f"{KNOWN}status: digest\n") as (desk, copied):
        await desk.press("y", "y")
        assert copied().startswith("Beijing bought ten “aircraft”.[^sample")
        assert "Ada Sample, digest of “Talks”" in copied()
        await desk.press("y", "q")
        assert "of a digest, no quotation" in desk.status


async def test_a_text_in_the_list_is_cited_as_a_whole(quoting: Quote) -> None:
    async with quoting() as (desk, copied):
        await desk.press("escape", "tab", "tab")
        await desk.press("y", "l")
        assert copied() == "a.txt"


async def test_o_leaves_with_the_citation(quoting: Quote) -> None:
    async with quoting() as (desk, _):
        await desk.press("o")
        assert desk.app.return_value.startswith("“Beijing bought ten “aircraft”.”[^sample")
