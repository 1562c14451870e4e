"""How an indexing goes on, in words."""

from tui.catalog.pace import Pace


def pace_after(seconds: float) -> Pace:
    """A pace that has lasted so long."""
    times = iter([0.0])
    return Pace(lambda: next(times, seconds))


def test_at_first_there_is_no_pace() -> None:
    assert pace_after(0.5).words(300, 10_000) == "300 of 10,000 texts"
    assert pace_after(5.0).words(0, 10_000) == "0 of 10,000 texts"


def test_a_pace_says_what_is_left() -> None:
    assert pace_after(10.0).words(8_500, 10_200) == "8,500 of 10,200 texts, 850 a second, 2 s left"
    assert pace_after(10.0).words(9_000, 100_000).endswith("900 a second, 1 min 41 s left")
    assert pace_after(10.0).words(5, 10_000).endswith("2 s each, 5 h 33 min left")
