"""Segments merged by a process of its own while a room is open."""

import threading
import time
from pathlib import Path

import pytest

from tests.catalog.rooms import House
from tui.catalog import tidying
from tui.catalog.opening import Opening
from tui.catalog.tidying import Tidying


@pytest.fixture
def house(house: House) -> House:
    """One with an index of many segments."""
    for number in range(5):
        house.write(f"{number}.txt", f"Words of text {number}.")
        house.open()
    return house


def test_many_segments_become_one_while_a_room_is_open(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "REST_S", 0.0)
    before = len(house.open().view.segments)
    opening = Opening(house.wish, lambda done, total: None, lambda said: None)
    opening()

    until = time.monotonic() + 20
    while len(house.open().view.segments) == before and time.monotonic() < until:
        time.sleep(0.05)
    opening.close()

    assert before > 1
    assert len(house.open().view.segments) == 1


def test_nothing_begins_where_there_are_few(house: House, tmp_path: Path) -> None:
    (tmp_path / "few").mkdir()
    few = Tidying()
    few.see(House(tmp_path / "few").open())
    many = Tidying()
    many.see(house.open())

    assert few._timer is None
    assert many._timer is not None
    many.close()
    assert not many._timer.is_alive()
    assert many._process is None


class Started:
    """What stands for a process."""

    is_ended = False

    def is_alive(self) -> bool:
        return not self.is_ended

    def terminate(self) -> None:
        self.is_ended = True


def test_what_is_just_being_started_is_stopped_too(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "REST_S", 0.0)
    begun, process = threading.Event(), Started()

    def slowly(*told: object, **how: object) -> object:
        begun.set()
        time.sleep(0.2)
        return process

    monkeypatch.setattr(tidying, "spawn", slowly)
    one = Tidying()
    one.see(house.open())
    assert begun.wait(20)
    one.close()
    assert process.is_ended
