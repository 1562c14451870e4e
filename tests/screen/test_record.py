"""The record pane by its words: the registry, a record, who stands beside whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screen.dossiers import dossier
from tui.screen.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.screen.conftest import Opening
    from tui.catalog.room import Room

TEXTS = {
    "a.txt": "Ann met Bob. Then Ann left.\n\nCem saw Ann.\n",
    "b.txt": "Bob wrote to Miss Ann.\n",
    "c.txt": "Nobody was there.\n",
}
REGISTRY = """\
entities:
  - id: ann
    name: Ann
    type: person
    aliases: [Miss Ann, Dame Ann]
    ids: {wikidata: Q1}
    relations: [{kind: knows, to: bob, evidence: '@ann NEAR/5 @bob'}, {kind: fears, to: dee}]
  - id: bob
    name: Bob
    type: person
  - id: cem
    name: Cem
    type: person
  - id: dee
    name: Dee
    type: person
    relations: [{kind: hunts, to: ann}]
"""


async def test_a_record_says_all_that_is_stated_and_seen(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 80, 50) as desk:
        await desk.press("escape", "tab", "tab", "enter")
        said = desk.words
        assert "Ann person · ann name: Ann 3 alias: Miss Ann 1 · never Dame Ann wikidata Q1" in said
        assert "knows Bob 2" in said
        assert "fears Dee unseen Dee hunts Ann unseen" in said
        assert "IN 2 TEXTS a.txt ██████████ 3 b.txt ███▍ 1" in said
        assert "Never named in c.txt" in said
        assert "IN THE SAME SENTENCE sentences with both Bob 2 Cem 1 how strongly" in said
        assert "4 MENTIONS IN 2 TEXTS a.txt undated 3 Ann met Bob. Then Ann left. Cem saw" in said


async def test_mentions_are_narrowed_as_one_types_and_go_by_what_is_asked(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 80, 50) as desk:
        await desk.press("escape", "tab", "tab", "enter", "f")
        await desk.type("left")
        assert "1 MENTION IN 1 TEXT a.txt undated 3 ▌ Then Ann left." in desk.words
        assert "Bob" not in desk.words
        await desk.press("enter", "enter")
        assert desk.status.startswith("Ann · mention 1/1")
        await desk.press("backspace")
        assert "Filter left" in desk.words
        await desk.press("escape")
        assert "4 MENTIONS" in desk.words
        await desk.press("s", "s")
        assert desk.status.startswith("by kind")
        assert "NAME a.txt" in desk.words
        assert "ALIAS b.txt undated 1 Bob wrote to Miss Ann." in desk.words


async def test_the_registry_is_sorted_and_narrowed_and_says_who_is_never_named(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 80, 24) as desk:
        await desk.press("escape", "tab", "tab")
        assert "Registry · 4 entities" in desk.words
        assert "Dee never named" in desk.words
        await desk.press("s", "s")
        assert "Registry by mentions · 4 entities ━" in desk.rows[1] + " ━"
        assert [row.split()[-1] for row in desk.rows[2:6]] == ["4", "2", "1", "named"]
        await desk.press("f")
        await desk.type("dame")
        assert "1 entity" in desk.rows[1]
        assert "Ann" in desk.words


def test_who_is_beside_one_in_a_single_text_is_said_to_be_in_one(
    room_of: Callable[..., Room],
) -> None:
    room = room_of({"a.txt": "Ann left.\n\nBob came.\n"}, REGISTRY)
    page = dossier(room, Topic("companions", ("ann",))).page
    assert [item.lines[0].tail for item in page.items if item.lines[0].text == "Bob"] == ["1 text"]


async def test_a_companion_opens_the_sentences_that_are_shared(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 80, 50) as desk:
        await desk.press("escape", "tab", "tab", "enter", "j", "j", "j", "j")
        assert "▌ Cem 1" in desk.words
        await desk.press("enter")
        assert "1 SHARED SENTENCE a.txt undated Cem saw Ann." in desk.words
        await desk.press("backspace", "j", "enter")
        assert "Beside Ann · 2 entities" in desk.words
        assert "3 texts: too few for a test Bob 2 knows Cem 1 not stated" in desk.words
        await desk.press("G", "enter")
        assert "1 SHARED SENTENCE a.txt undated Cem saw Ann." in desk.words
        await desk.press("G", "enter")
        assert desk.status.startswith("Ann + Cem · sentence 1/1")
        await desk.press("backspace", "backspace", "backspace")
        assert "4 MENTIONS IN 2 TEXTS" in desk.words


async def test_a_relation_opens_its_evidence(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 80, 50) as desk:
        await desk.press("escape", "tab", "tab", "enter", "enter")
        assert "Ann knows Bob evidence: @ann NEAR/5 @bob Ann met Bob." in desk.words
        assert "2 SHARED SENTENCES" in desk.words
        await desk.press("j", "j", "enter")
        assert "[Text]" in desk.rows[0]


async def test_a_matrix_shows_in_shades_who_is_named_with_whom(
    open_desk: Opening, room_of: Callable[..., Room]
) -> None:
    async with open_desk(room_of(TEXTS, REGISTRY), 80, 24) as desk:
        await desk.press("escape", "tab", "tab", "x")
        rows = [row.split() for row in desk.rows]
        assert ["a", "b", "c"] in rows
        assert ["▌", "Ann", "a", "·██▓▓"] in rows
        assert "Shared sentences: ▓ 1 · █ 2" in desk.words
        await desk.press("j", "enter")
        assert "Bob" in desk.rows[1]
