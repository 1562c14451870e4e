"""The words of a quotation against those of a text."""

import pytest

from tui.drafts import Quotation, nearest, quotations, verbatim
from tui.model import Span
from tui.words import words

TEXT = (
    "The harbour’s new crane, they say, lifts more than any other – and it was built in a year. "
    "Nobody had asked [the town] for its leave, said one “old hand” of the yard."
)


def quote(text: str) -> Quotation:
    (one,) = quotations(f"„{text}”")
    return one


@pytest.mark.parametrize(
    "quoted",
    [
        "new crane, they say, lifts more",
        "New crane, they say",
        "The harbour's new crane",
        "any other - and it was built",
        "any other—and it was built",
        "it was built in a year,",
        "new\ncrane",
        "The harbour’s new crane … built in a year",
        "[its] new crane, they say",
        "[The port's] new crane",
        "said one ‘old hand’ of the yard",
        "Nobody had asked [the town] for its leave",
        "Nobody had asked [them] for its leave",
    ],
)
def test_what_quoting_allows_is_verbatim(quoted: str) -> None:
    assert verbatim(quote(quoted), TEXT) is not None


@pytest.mark.parametrize(
    "quoted",
    [
        "new crane they say lifts more",
        "new Crane, they say",
        "lifts more than any others",
        "lifts more than any",
        "built in a year … new crane",
        "lifts less than any other",
    ],
)
def test_all_else_is_not(quoted: str) -> None:
    is_there = verbatim(quote(quoted), TEXT) is not None
    assert is_there == (quoted == "lifts more than any")


def test_the_passage_most_like_it_is_as_long_as_its_words() -> None:
    found = nearest(quote("crane, they say, lifts less than any"), TEXT, words(TEXT), len)
    assert found is not None
    assert TEXT[slice(*found.span)] == "crane, they say, lifts more than any"


def test_the_ends_of_a_passage_may_be_what_differs() -> None:
    found = nearest(quote("old crane, they say, lifts most"), TEXT, words(TEXT), len)
    assert found is not None
    assert TEXT[slice(*found.span)] == "new crane, they say, lifts more"


def test_nothing_is_like_what_shares_a_word() -> None:
    assert nearest(quote("a crane in a pond of frogs"), TEXT, words(TEXT), len) is None


def test_a_passage_does_not_leave_its_sentence() -> None:
    found = nearest(quote("it was built in a year for everybody"), TEXT, words(TEXT), len)
    assert found is not None
    assert found.span == Span(TEXT.index("it was"), TEXT.index(". Nobody"))
