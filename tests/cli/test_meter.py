"""The progress of a long indexing, on stderr."""

import pytest

from tui.cli import output
from tui.cli.meter import Meter


class Clock:
    """A pace whose time is set."""

    seconds = 0.0

    def words(self, done: int, total: int) -> str:
        return f"{done} of {total}"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("tui.cli.meter.Pace", lambda: clock)
    return clock


def test_what_is_done_soon_is_not_spoken_of(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with Meter() as meter:
        clock.seconds = 0.9
        meter(9, 10)

    assert capsys.readouterr().err == ""


def test_a_person_sees_one_line_again_and_again_and_none_is_left(
    clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "is_watched", lambda: True)
    with Meter() as meter:
        for clock.seconds, done in ((2.0, 10), (2.1, 11), (4.0, 9)):
            meter(done, 10)

    said = capsys.readouterr().err.split("\r")
    assert said == ["", "readroom: indexing 10 of 10", "readroom: indexing 9 of 10 ", " " * 26, ""]


def test_a_file_gets_a_line_at_times(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    with Meter() as meter:
        for clock.seconds in (2.0, 11.0, 12.0, 22.0):
            meter(int(clock.seconds), 30)

    assert capsys.readouterr().err.splitlines() == [
        "readroom: indexing 11 of 30",
        "readroom: indexing 22 of 30",
    ]
