"""Numbers of two texts held together."""

import pytest

from tui.drafts import Number, numbers


def only(text: str) -> Number:
    (number,) = numbers(text, [])
    return number


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("$1.9bn", "about $ 1.9 billion"),
        ("30 billion dollars", "$30 billion"),
        ("sixty years", "past 60 years"),
        ("thirty years", "a 30-year deal"),
        ("the 20th congress", "the twentieth congress"),
        ("the thirty-seventh time", "the 37th time"),
        ("July 9, 2025", "9 July 2025"),
        ("13 June 2023", "13.06.2023"),
        ("autumn 2015", "the fall of 2015"),
        ("in 2015", "the fall of 2015"),
        ("242 units", "242 units"),
        ("about 240 units", "242 units"),
        ("more than 240 units", "242 units"),
        ("fewer than 250 units", "242 units"),
        ("four ships", "4 ships"),
    ],
)
def test_the_same_is_the_same_however_it_is_written(draft: str, text: str) -> None:
    assert only(draft).agrees(only(text))


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("$1.9bn", "€1.9bn"),
        ("$2bn", "$3bn"),
        ("240 units", "242 units"),
        ("about 260 units", "242 units"),
        ("more than 250 units", "242 units"),
        ("fewer than 240 units", "242 units"),
        ("fall of 2015", "fall of 2014"),
        ("9 July 2025", "July 2025"),
        ("20 years", "20 km"),
        ("two armies", "two countries"),
    ],
)
def test_what_differs_differs(draft: str, text: str) -> None:
    assert not only(draft).agrees(only(text))


def test_a_number_of_a_name_is_none() -> None:
    assert numbers("the Su-35 and the S-400", []) == []


@pytest.mark.parametrize(
    ("draft", "text", "are_rivals"),
    [
        ("Section No. 9", "Section No. 7", True),
        ("Section No. 9", "Chapter 7", False),
        ("$3bn", "$2 billion", True),
        ("30 ships", "20 ships", True),
        ("30 ships", "20 tanks", False),
        ("2015", "May 2014", True),
    ],
)
def test_rivals_answer_the_same_question(draft: str, text: str, are_rivals: bool) -> None:
    assert only(draft).rivals(only(text)) == are_rivals


def test_a_year_that_is_only_inferred_is_not_held_against_a_date() -> None:
    *_, day = numbers("In 1965 they met. On May 7 they met again.", [])
    assert day.agrees(only("7 May 1966"))
    assert not day.agrees(only("8 May 1965"))
