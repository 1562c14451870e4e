"""What is kept of a passage and its surroundings."""

import pytest

from tui.citation.selector import Selector, select, trimmed
from tui.model import Refused, Span

TALKS = """\
Talks in Beijing

The delegation met in Beijing for two days. Beijing agreed to the sale of ten aircraft, and nobody
else was told of it before the end of the year.

Talks in Moscow

The ministers met in Moscow in the spring. Nobody spoke of a sale there, neither of aircraft nor of
anything else that could fly.

No comment

The ministers met in Moscow in the autumn. Nobody spoke of a sale there, neither of aircraft nor of
anything else that could swim.

No comment
"""


def kept(words: str, nth: int = 0) -> Selector:
    start = -1
    for _ in range(nth + 1):
        start = TALKS.index(words, start + 1)
    return select(TALKS, Span(start, start + len(words)))


def test_words_that_tell_enough_are_all_that_is_kept() -> None:
    words = "Beijing agreed to the sale of ten aircraft, and nobody\nelse was told of it"
    assert kept(words) == Selector(words.replace("\n", " "))


def test_few_words_are_kept_with_those_around_them() -> None:
    assert kept("ten aircraft") == Selector(
        "ten aircraft", "Beijing agreed to the sale of ", ", and nobody else was told of"
    )


def test_what_only_resembles_another_place_has_to_be_there_word_for_word() -> None:
    assert kept("The ministers met in Moscow in the spring. Nobody spoke of a sale there") == (
        Selector(
            "The ministers met in Moscow in the spring. Nobody spoke of a sale there",
            demand="word for word",
        )
    )


def test_a_short_line_of_its_own_has_to_be_there_word_for_word() -> None:
    assert kept("Talks in Beijing") == Selector("Talks in Beijing", demand="word for word")


def test_a_line_with_a_double_is_kept_with_much_around_it() -> None:
    selector = kept("No comment")
    assert selector.demand == "word for word"
    assert selector.prefix.endswith("neither of aircraft nor of anything else that could fly. ")
    assert selector.suffix.startswith(" The ministers met in Moscow in the autumn. ")


def test_where_nothing_helps_only_the_place_does() -> None:
    assert kept("No comment", 1).demand == "only here"
    laughter = "ha ha ha\n\n" * 100
    assert select(laughter, Span(500, 502)).demand == "only here"


def test_a_passage_that_begins_within_a_word_keeps_the_rest_of_it() -> None:
    start = TALKS.index("agreed") + 3
    assert select(TALKS, Span(start, start + 12)).prefix.endswith(" Beijing agr")


def test_hidden_characters_are_kept_as_they_are_shown() -> None:
    assert select("\u202etxt.exe, a file of ours", Span(0, 8)).exact == "\ufffdtxt.exe"


def test_white_space_at_its_ends_is_no_part_of_a_passage() -> None:
    assert trimmed("  two\n days \n", Span(0, 13)) == Span(2, 11)
    with pytest.raises(Refused, match="no words to cite"):
        trimmed("  \n ", Span(0, 4))
