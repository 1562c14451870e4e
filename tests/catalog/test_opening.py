"""A room that is opened soon, while another process indexes."""

from threading import Event

import pytest

from tests.catalog.rooms import House
from tui.catalog import opening
from tui.catalog.opening import Opening
from tui.catalog.wish import Wish


class Heard:
    """What an opening tells."""

    def __init__(self, wish: Wish) -> None:
        self.counts: list[tuple[int, int]] = []
        self.said = ""
        self.is_finished = Event()
        self.opening = Opening(wish, lambda *count: self.counts.append(count), self._finish)

    def _finish(self, said: str) -> None:
        self.said = said
        self.is_finished.set()


@pytest.fixture
def heard(house: House) -> Heard:
    return Heard(house.wish)


def test_few_texts_are_indexed_at_once(heard: Heard) -> None:
    room = heard.opening()

    assert len(room.view.everything()) == 3
    assert heard.counts[-1] == (3, 3)
    assert not heard.is_finished.is_set()


def test_many_are_indexed_by_another_process(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LONG_S", 0.0)

    heard.opening()
    assert heard.is_finished.wait(20)
    room = heard.opening()

    assert heard.said == "all 3 texts are indexed"
    assert heard.counts[-1] == (3, 3)
    assert len(room.view.everything()) == 3


def test_an_index_that_is_behind_answers_while_another_process_looks(
    house: House, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    Heard(house.wish).opening()
    house.write("new.txt", "Newer words.")
    monkeypatch.setattr("tui.index.update.WALK", 1.0)

    room = heard.opening()
    assert heard.is_finished.wait(20)

    assert len(room.view.everything()) == 3
    assert room.report.is_behind
    assert heard.said == "all 4 texts are indexed"
    assert len(heard.opening().view.everything()) == 4


def test_what_another_process_cannot_do_is_said(house: House, heard: Heard) -> None:
    heard.opening()
    house.texts.rename(house.texts.parent / "elsewhere")

    heard.opening._begin()

    assert heard.is_finished.wait(20)
    assert str(house.texts) in heard.said


def test_it_can_be_left_before_it_is_done(heard: Heard) -> None:
    heard.opening()
    heard.opening._begin()

    heard.opening.close()

    assert heard.is_finished.wait(20)
    assert len(heard.opening().view.everything()) == 3


def test_what_is_but_doubtful_in_a_registry_is_told_once_and_an_error_each_time(
    house: House,
) -> None:
    house.write("001.txt", "Nothing.\n")
    house.registry.write_text("entities:\n  - {id: a, name: Ann, type: tank}\n", encoding="utf-8")
    assert "has 1 fault: readroom registry check" in house.open().notes[0]
    assert house.open().notes == ()
    house.registry.write_text("entities:\n  - {id: a, name: Ann, type: tnk}\n", encoding="utf-8")
    assert "has 1 fault: readroom registry check" in house.open().notes[0]
    house.registry.write_text("entities:\n  - {id: a, type: person}\n", encoding="utf-8")
    for _ in range(2):
        assert "has 1 fault: readroom registry check" in house.open().notes[0]
