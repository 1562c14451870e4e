"""Whatever is asked, each hit is shown once; wherever one jumps, one comes back.

On the originals with a few queries; with 200 on the corpora whose folder READROOM_CORPORA names.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gold.halves import CORPORA
from tui.catalog.room import open_room
from tui.catalog.wish import Wish
from tui.model import Passage, QueryError, Span
from tui.screen.messages import Jump, Open

if TYPE_CHECKING:
    from tests.screen.conftest import Opening, Stage
    from tui.catalog.room import Room

FOLDERS = ("frus_china_1964-68v30", "gold_en_gum", "gold_ru_factrueval", "gov_milestones_rdcr")
EACH, MOST = 50, 60
"""Queries to a corpus, and hits of a query that are gone through."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_RUN = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){2,}")


def queries(room: Room, number: int, chance: random.Random) -> Iterator[str]:
    """Words, phrases, pairs, beginnings and alternatives that the texts have."""
    docs = sorted(room.view.values("doc").values())
    while number:
        text = room.document(chance.choice(docs)[0]).text
        words, runs = _WORD.findall(text), _RUN.findall(text)
        if len(words) < 10 or not runs:
            continue
        one, other = chance.sample(words, 2)
        run = chance.choice(runs).split()
        at = chance.randrange(len(run) - 1)
        yield chance.choice(
            [
                one,
                f'"{run[at]} {run[at + 1]}"',
                f"{run[at]} NEAR/5 {run[-1]}",
                f"{one} OR {other}",
                f"{one[:4]}*",
                f"{one} {other}",
                f"={one}",
            ]
        )
        number -= 1


async def shows_every_hit_once(desk: Stage, query: str) -> int:
    """Ask, open, and go on to the end; the number of hits that were gone through."""
    screen = desk.app.screen
    screen.action_search()
    screen.panes.search.box.value = query
    await desk.settle()
    await desk.press("enter")
    walk = screen._journey.walk
    if walk is None or not walk.stops or query not in walk.name:
        return 0
    assert drawn(desk), f"{query}: {desk.status}"
    seen: list[Passage] = []
    while len(seen) < min(walk.total, MOST):
        here = screen._journey.here
        assert here is not None, f"{query}: {desk.status}"
        assert screen.text.document.id == here.doc
        assert is_in_view(desk, here.span), f"{query}: {here}"
        seen.append(here)
        screen.action_walk(1)  # n, without waiting until it is painted
        while any(not worker.is_finished for worker in desk.app.workers):
            await asyncio.sleep(0.001)
    assert len(set(seen)) == len(seen), f"{query}: a hit twice"
    if walk.total <= MOST:
        assert "no hit further on" in screen.status.left, f"{query}: {screen.status.left}"
    else:
        await desk.settle()
        assert drawn(desk), f"{query}: {desk.status}"
    return len(seen)


def is_in_view(desk: Stage, span: Span) -> bool:
    """Whether a hit is marked, and on the page."""
    reader = desk.app.screen.panes.text.reader
    view = reader.in_view()
    return not span.end or (view.start <= span.start < view.end and reader.here == span)


def drawn(desk: Stage) -> bool:
    """Whether the screen has the first letter of the hit in its row."""
    screen = desk.app.screen
    reader, here = screen.panes.text.reader, screen._journey.here
    if here is None or not here.span.end:
        return True
    row = reader.region.y + reader.row_of(here.span.start) - reader.top
    return screen.text.document.text[here.span.start] in desk.rows[row]


async def test_every_hit_of_some_queries_is_shown_once(open_desk: Opening, seeds: Room) -> None:
    async with open_desk(seeds, 80, 24) as desk:
        for query in queries(seeds, 6, random.Random(1)):
            assert await shows_every_hit_once(desk, query)


@pytest.mark.parametrize("folder", FOLDERS)
async def test_every_hit_of_many_queries_is_shown_once(
    open_desk: Opening, tmp_path: Path, folder: str
) -> None:
    if not (CORPORA / folder).is_dir():
        pytest.skip("READROOM_CORPORA names no folder of the corpora")
    corpus = CORPORA / folder
    corpus = corpus / "docs" if (corpus / "docs").is_dir() else corpus
    room = open_room(Wish(corpus=str(corpus), root=str(tmp_path)), budget=None)
    shown = 0
    async with open_desk(room, 100, 30) as desk:
        for query in queries(room, EACH, random.Random(2)):
            shown += await shows_every_hit_once(desk, query)
    assert shown > EACH


async def test_twenty_random_jumps_and_twenty_backs(open_desk: Opening, seeds: Room) -> None:
    chance = random.Random(3)
    docs = sorted(id for (id,) in seeds.view.values("doc").values())

    def place(desk: Stage) -> tuple[object, ...]:
        reader = desk.app.screen.panes.text.reader
        text = desk.app.screen.text
        return (text.document.id if text else None, reader.in_view(), reader.here, *desk.rows[2:-2])

    async with open_desk(seeds, 80, 24) as desk:
        await desk.type("military")
        await desk.press("enter")
        places = []
        for _ in range(20):
            places.append(place(desk))
            doc = chance.choice(docs)
            end = len(seeds.document(doc).text)
            at = chance.randrange(end - 10)
            match chance.randrange(4):
                case 0:
                    desk.app.screen.post_message(Open(Passage(doc, Span(at, at + 9))))
                case 1:
                    size = len(desk.app.screen.text.document.text)
                    desk.app.screen.post_message(Jump(chance.randrange(size)))
                case 2:
                    await desk.press("n" if chance.random() < 0.5 else "N")
                case 3:
                    await desk.press(str(chance.randint(1, 9)), "G")
            await desk.settle()
        jumped = [before for before, _ in groupby(places)]  # one that led nowhere is no jump
        for before in reversed(jumped):
            if place(desk) != before:
                await desk.press("ctrl+o")
            assert place(desk) == before


def test_queries_are_ones_that_can_be_asked(seeds: Room) -> None:
    from tui.catalog.searching import texts

    for query in queries(seeds, 30, random.Random(4)):
        try:
            assert texts(seeds, query)
        except QueryError as error:  # a word like OR
            pytest.fail(f"{query}: {error}")
