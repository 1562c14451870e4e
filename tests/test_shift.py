"""Places stay with their words when a text is changed around them."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Span
from tui.shift import Shift

OLD = "Title\n\nOne sentence here.\n\nAnother sentence there.\n\nThe last sentence.\n"


def at(text: str, words: str) -> int:
    return text.index(words)


def test_what_stands_before_a_change_stays_and_what_stands_behind_it_moves() -> None:
    new = OLD.replace("Another", "And yet another")
    shift = Shift(OLD, new)
    assert shift(at(OLD, "One")) == at(new, "One")
    assert shift(at(OLD, "The last")) == at(new, "The last")
    assert shift(len(OLD)) == len(new)
    assert not shift.is_none
    assert Shift(OLD, OLD).is_none


def test_between_two_changes_a_place_goes_where_its_words_are() -> None:
    new = OLD.replace("Title", "A new title").replace("last", "very last")
    shift = Shift(OLD, new)
    assert shift(at(OLD, "Another")) == at(new, "Another")
    span = Span(at(OLD, "Another"), at(OLD, " there"))
    assert new[slice(*shift.span(span))] == "Another sentence"


def test_where_the_words_are_gone_the_next_that_are_there_are_gone_to() -> None:
    new = OLD.replace("Title", "A new title").replace("One sentence here.\n\n", "")
    new = new.replace("last", "very last")
    assert Shift(OLD, new)(at(OLD, "One")) == at(new, "Another")
    assert Shift(OLD, "Nothing of it")(at(OLD, "Another")) == len("Nothing of it")


LETTERS = st.text("ab \n", max_size=30)


@given(LETTERS, LETTERS, LETTERS, LETTERS)
def test_outside_of_one_change_every_place_keeps_its_letter(
    head: str, before: str, after: str, tail: str
) -> None:
    old, new = head + before + tail, head + after + tail
    shift = Shift(old, new)
    assert [new[shift(n)] for n in range(len(head))] == list(head)
    behind = range(len(head + before), len(old))
    if not before:
        assert [new[shift(n)] for n in behind] == list(tail)
    assert all(0 <= shift(n) <= len(new) for n in range(len(old) + 1))
