"""How many panes stand side by side."""

import pytest

from tui.screen.history import Pane
from tui.screen.layout import panes


@pytest.mark.parametrize("active", ["search", "text", "record"])
def test_a_wide_terminal_shows_all_three(active: Pane) -> None:
    assert panes(140, active) == ("search", "text", "record")


@pytest.mark.parametrize("active", ["search", "text", "record"])
def test_a_narrow_one_shows_the_one_that_is_used(active: Pane) -> None:
    assert panes(99, active) == (active,)


def test_of_two_the_text_keeps_what_stood_beside_it() -> None:
    at_first = panes(100, "search")
    assert at_first == ("search", "text")
    assert panes(100, "text", at_first) == ("search", "text")
    with_record = panes(100, "record", at_first)
    assert with_record == ("text", "record")
    assert panes(100, "text", with_record) == ("text", "record")
