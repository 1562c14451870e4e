"""The doctor looks at everything, changes nothing, and mends what can be made again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.catalog.rooms import House
from tui.cli.main import main


def told(
    house: House, capsys: pytest.CaptureFixture[str], *more: str
) -> tuple[int, dict[str, str]]:
    """The exit status, and of each thing that was looked at the worst that was found."""
    status = main(["doctor", "--json", *house.options, *more])
    rank = ["well", "remark", "ill"]
    found: dict[str, str] = {}
    for line in capsys.readouterr().out.splitlines():
        one = json.loads(line)
        found[one["what"]] = max(found.get(one["what"], "well"), one["state"], key=rank.index)
    return status, found


def segments(house: House) -> list[Path]:
    return sorted((house.texts.parent / "own" / "cache").rglob("*.seg"))


@pytest.fixture
def sound(house: House) -> House:
    house.open()
    return house


def test_all_is_well(sound: House, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = told(sound, capsys)
    assert status == 0
    assert set(found.values()) == {"well"}
    assert {"program", "texts", "registry", "index", "cache"} <= set(found)


def test_where_nothing_was_indexed_nothing_is_made(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    status, found = told(house, capsys)
    assert (status, found["index"]) == (0, "remark")
    assert segments(house) == []


def test_a_flipped_byte_is_found_and_repaired(
    sound: House, capsys: pytest.CaptureFixture[str]
) -> None:
    (segment,) = segments(sound)
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 1
    segment.write_bytes(data)
    assert told(sound, capsys)[1]["index"] == "ill"
    assert segments(sound) == [segment]  # looking changes nothing
    status, found = told(sound, capsys, "--repair")
    assert (status, found["index"]) == (0, "well")
    assert segment not in segments(sound)


def test_what_changed_since_and_what_was_left_over_is_worth_a_look(
    sound: House, capsys: pytest.CaptureFixture[str]
) -> None:
    sound.write("004.txt", "A new text.\n")
    (segment,) = segments(sound)
    (segment.parent / "left.tmp").write_text("")
    assert told(sound, capsys)[1]["index"] == "remark"
    assert (segment.parent / "left.tmp").exists()
    assert told(sound, capsys, "--repair") == (0, told(sound, capsys)[1])
    assert not (segment.parent / "left.tmp").exists()


def test_a_registry_with_faults_is_ill(sound: House, capsys: pytest.CaptureFixture[str]) -> None:
    sound.registry.write_text(sound.registry.read_text() + "  - id: putin\n    name: Again\n")
    status, found = told(sound, capsys)
    assert (status, found["registry"]) == (1, "ill")


def test_a_folder_that_others_may_write_is_worth_a_look(
    sound: House, capsys: pytest.CaptureFixture[str]
) -> None:
    state = sound.texts.parent / "own" / "state"
    state.mkdir(exist_ok=True)
    state.chmod(0o777)
    assert told(sound, capsys)[1]["state"] == "remark"


def test_one_is_said_as_one(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.registry.write_text("entities:\n  - {id: moscow, name: Moscow, type: place}\n")
    for name in ("002.txt", "003.txt"):
        (house.texts / name).unlink()
    house.open()
    house.write("new.txt", "A new text.\n")
    config = house.texts.parent / "own" / "config"
    config.mkdir(mode=0o700)
    (config / "config.yaml").write_text(f"corpora:\n  one: {house.texts}\n")
    capsys.readouterr()
    main(["doctor", "--root", str(config.parent), "--corpus", "one"])
    said = capsys.readouterr().out
    for one in ("1 named corpus\n", "1 entity in ", "1 text in ", "1 text new, changed or gone"):
        assert one in said


def test_a_corpus_that_is_not_there_is_ill(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["doctor", "--corpus", str(house.texts / "nowhere")])
    said = capsys.readouterr()
    assert status == 1
    assert "! config" in said.out
    assert said.err.startswith("readroom: 1 thing not well")
