"""Numbers with their nouns."""

from tui.counts import MOST, count, number


def test_counts_read_like_english() -> None:
    assert count(1, "text") == "1 text"
    assert count(1200, "entity", "entities") == "1,200 entities"


def test_any_number_of_digits_is_a_number() -> None:
    assert number("14") == 14
    assert number("9" * 5000) == number("1" + "0" * 5000) == MOST
