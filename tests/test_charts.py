"""Bars and lines of blocks."""

from tui.charts import bar, gathered, shade, sparkline


def test_a_bar_is_as_long_as_its_share_to_an_eighth_of_a_cell() -> None:
    assert bar(10, 10, 4) == "████"
    assert bar(5, 10, 4) == "██"
    assert bar(3, 16, 4) == "▊"


def test_something_is_never_drawn_as_nothing() -> None:
    assert bar(1, 10_000, 4) == "▏"
    assert bar(1, 10_000, 4, plain=True) == "#"
    assert bar(0, 10, 4) == bar(0, 0, 4) == ""


def test_a_bar_in_plain_characters_is_ascii() -> None:
    assert bar(5, 10, 4, plain=True) == "##"


def test_a_sparkline_has_a_cell_for_each_value() -> None:
    assert sparkline([0, 1, 4, 8]) == "·▂▅█"
    assert sparkline([0, 1, 4, 8], plain=True) == " _+#"
    assert sparkline([]) == ""


def test_the_more_the_darker() -> None:
    assert "".join(shade(value, 100) for value in (0, 1, 26, 51, 100)) == " ░▒▓█"
    assert "".join(shade(value, 100, plain=True) for value in (0, 1, 26, 51, 100)) == " .:+#"


def test_many_values_are_gathered_and_none_is_lost() -> None:
    assert gathered([1, 2, 3, 4, 5], 2) == [3, 12]
    assert gathered([1, 2], 5) == [1, 2]
    assert sum(gathered(range(101), 40)) == sum(range(101))
