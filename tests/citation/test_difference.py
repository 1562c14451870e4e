"""What became of a passage, readable on a line."""

import pytest

from tui.citation.difference import difference

TALKS = (
    "The delegation met in Beijing for two days and agreed to the sale of twenty-four aircraft of "
    "the newest kind, on which the two sides had talked since the spring, it was said."
)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("about $ 1.9 billion", "about $ 2.1 billion", "about $ [-1.9-]{+2.1+} billion"),
        ("the S-400 system", "the S-500 system", "the S-[-400-]{+500+} system"),
        ("they met, twice", "they met twice", "they met[-,-] twice"),
        ("they met", "they had met", "they {+had +}met"),
        ("US troops", "us troops", "[-US-]{+us+} troops"),
        ("two\n  days", "two days or more", "two days{+ or more+}"),
        ("军事合作", "军事竞争", "军事[-合作-]{+竞争+}"),
    ],
)
def test_a_difference_is_of_words(old: str, new: str, marked: str) -> None:
    assert difference(old, new) == marked


def test_what_is_the_same_is_shown_near_a_change_only() -> None:
    assert difference(TALKS, TALKS.replace("two days", "three days")) == (
        "The delegation met in Beijing for [-two-]{+three+} days and agreed to the sale of "
        "twenty-four …"
    )
    assert difference(TALKS, TALKS.replace("said", "denied")) == (
        "… sides had talked since the spring, it was [-said-]{+denied+}."
    )
