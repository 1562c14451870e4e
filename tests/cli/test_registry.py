"""The registry edited, compared and checked by commands, on a corpus of one's own."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.catalog.rooms import REGISTRY, House
from tui.catalog.registering import Change
from tui.cli.changes import change_said
from tui.cli.main import main


@pytest.fixture
def house(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """A small corpus with its registry, in the current folder."""
    monkeypatch.chdir(house.registry.parent)
    return house


class Call:
    """`registry …` of that corpus: its status, its lines and what it says."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *argv: str) -> None:
        capsys.readouterr()
        self.status = main(["registry", *argv, "--corpus", "texts"])
        out, err = capsys.readouterr()
        self.out, self.err = out.splitlines(), err.splitlines()

    @property
    def json(self) -> Any:
        """The only object of the answer."""
        (line,) = self.out
        return json.loads(line)


def test_an_alias_is_shown_written_and_taken_back(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    call = Call(capsys, "alias", "Russia", "diplomats")
    assert call.status == 0
    assert call.out == [
        "entities.yaml:20:     aliases: [{text: Moscow, kind: metonym}, "
        "{text: Russian, kind: demonym}, diplomats]",
        "gained  002.txt:3:28  @russia",
        "  Russian [diplomats] met in Moscow.",
    ]
    assert call.err == [
        "1 gained in 1 text",
        "entities.yaml is written; readroom registry undo takes it back",
    ]
    assert house.registry.read_text() == REGISTRY.replace("demonym}]", "demonym}, diplomats]")
    undone = Call(capsys, "undo")
    assert (undone.status, undone.out) == (0, ["entities.yaml: - , diplomats"])
    assert house.registry.read_text() == REGISTRY
    assert sorted(os.listdir()) == ["entities.yaml", "texts"]


def test_a_dry_run_writes_nothing(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (
        ("alias", "russia", "diplomats"),
        ("add", "xi", "Xi", "person"),
        ("ignore", "Home"),
        ("decide", "002:3", "china"),
    ):
        assert Call(capsys, *argv, "--dry-run").status == 0
        assert not Call(capsys, *argv, "--dry-run", "--json").json["written"]
    assert house.registry.read_text() == REGISTRY
    assert not house.decisions.exists()
    assert Call(capsys, "undo").status == 1


def test_every_rule_of_an_alias_can_be_given(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = (
        "alias russia Siberia --kind weak --case fold --lang en --not-after eastern --only-in 001"
    )
    assert Call(capsys, *argv.split(), "--only-in", "002").status == 0
    assert (
        "{text: Siberia, kind: weak, case: fold, lang: en, not_after: [eastern], "
        "only_in: ['001', '002']}" in house.registry.read_text()
    )


def test_a_new_entity_in_json(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    call = Call(capsys, "add", "winter-olympics", "Winter Olympics", "event", "--json")
    assert {key: call.json[key] for key in ("file", "line", "written", "gained", "texts")} == {
        "file": "entities.yaml",
        "line": 6,
        "written": True,
        "gained": 1,
        "texts": 1,
    }
    (mention,) = call.json["mentions"]
    assert (mention["text"], mention["entity"], mention["was"]) == (
        "Winter Olympics",
        "winter-olympics",
        None,
    )


def test_the_first_entity_makes_the_registry(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.registry.unlink()
    assert Call(capsys, "alias", "a", "b").status != 0
    assert Call(capsys, "add", "putin", "Putin", "person").status == 0
    assert house.registry.read_text() == (
        "entities:\n  - id: putin\n    name: Putin\n    type: person\n"
    )
    assert Call(capsys, "check").status == 0


def test_a_decision_is_made_by_place(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    call = Call(capsys, "decide", "002:3", "china")
    assert call.out[-2:] == [
        "moved   002.txt:3:1  ? @beijing or @china → @china",
        "  [Beijing] protested.",
    ]
    again = Call(capsys, "decide", "002:3:1", "china")
    assert (again.status, again.err) == (1, ["readroom: 'Beijing' there means @china already"])
    assert Call(capsys, "decide", "002:3:1", "beijing").status == 0
    assert Call(capsys, "undo").err == ["'Beijing' of 002.txt means @beijing: taken back"]


def test_a_decision_that_is_lost_fails_the_check(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    Call(capsys, "decide", "002:3", "china")
    assert Call(capsys, "check").status == 0
    house.write("002.txt", "Beijing was not asked.\n")
    call = Call(capsys, "check")
    assert call.status == 1
    assert "decisions.yaml:4:5: 'Beijing' no longer stands so in 002.txt" in call.out
    assert call.err[-1].startswith("readroom: 1 error, ")


def test_two_versions_are_compared_and_what_is_protected_must_not_change(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    old = Path("old.yaml")
    old.write_text(REGISTRY.replace("{text: Moscow, kind: metonym}, ", ""))
    assert Call(capsys, "diff", "old.yaml").out[0] == "gained  001.txt:1:1  @russia"
    call = Call(capsys, "diff", "entities.yaml", "old.yaml", "--protect", "russia")
    assert call.status == 1
    assert call.err[-3:] == [
        "readroom: 2 protected mentions changed",
        "  001.txt:1:1  Moscow",
        "  002.txt:3:45  Moscow",
    ]
    counts = Call(capsys, "diff", "old.yaml", "--protect", "china", "--json").json
    assert (counts["gained"], counts["lost"], counts["protected"]) == (2, 0, 0)


def test_the_check_of_a_file_that_holds_no_records_is_one_line(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.registry.write_bytes(b"entities: [\x00]")
    call = Call(capsys, "check")
    assert (call.status, call.out) == (
        1,
        ["entities.yaml:1:12: character U+0000 is not allowed"],
    )
    assert Call(capsys, "check", "--json").json["severity"] == "error"
    other = Call(capsys, "gaps")
    assert (other.status, other.err) == (
        3,
        ["readroom: entities.yaml:1:12: character U+0000 is not allowed"],
    )


def test_a_gap_becomes_an_entity_and_another_is_ignored(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.write("004.txt", "We asked Norinco and Norinco. They saw the Home and the Home Page.\n")
    assert Call(capsys, "gaps").out[0] == "Norinco  2 in 1 text"
    assert Call(capsys, "add", "norinco", "Norinco", "organisation").status == 0
    assert Call(capsys, "ignore", "Home").status == 0
    assert Call(capsys, "gaps").err == ["readroom: nothing found"]


def test_how_many_texts_were_not_gone_through_is_said() -> None:
    assert change_said(Change((), 500, 1)) == "no mention changes; 1 more text may hold the name"
