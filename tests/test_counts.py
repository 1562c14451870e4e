"""Numbers with their nouns."""

from tui.counts import count


def test_counts_read_like_english() -> None:
    assert count(1, "text") == "1 text"
    assert count(1200, "entity", "entities") == "1,200 entities"
