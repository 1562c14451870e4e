"""Lines that are dates, in English and Russian."""

import pytest

from tui.corpus.dateline import read_date


@pytest.mark.parametrize(
    ("line", "date", "certainty"),
    [
        ("9 July 2025", "2025-07-09", "exact"),
        ("July 9th, 2025", "2025-07-09", "exact"),
        ("Published on 9 July 2025", "2025-07-09", "exact"),
        ("Thursday, February 23, 2023", "2023-02-23", "exact"),
        ("Washington, January 15, 1964, 6:01 p.m.", "1964-01-15", "exact"),
        ("Washington, September 22, 1965, 9:15–11 a.m.", "1965-09-22", "exact"),
        ("Taipei, April 5, 1965, noon.[1]", "1965-04-05", "exact"),
        ("Warsaw, March 17, 1965, 2020Z.", "1965-03-17", "exact"),
        ("9 июля 2025 г.", "2025-07-09", "exact"),
        ("9 июля 2025 года", "2025-07-09", "exact"),
        ("пятница, 4 сентября 2015, 12:30", "2015-09-04", "exact"),
        ("23 октября 2015 года, 14:10, Москва, Кремль", "2015-10-23", "exact"),
        ("13.06.2023 03:19", "2023-06-13", "exact"),
        ("2025-07-09", "2025-07-09", "exact"),
        ("25/12/2024", "2024-12-25", "exact"),
        ("07/04/2025", "2025-04-07", "inferred"),
        ("Warsaw, December 2–3, 1964.", "1964-12", "month"),
        ("Washington, June 1966.", "1966-06", "month"),
        ("Июль 2025", "2025-07", "month"),
        ("Washington, undated.", None, "none"),
    ],
)
def test_a_line_that_is_a_date(line: str, date: str | None, certainty: str) -> None:
    assert read_date(line) == (date, certainty)


@pytest.mark.parametrize(
    "line",
    [
        *("", "2025", "In 2014", "the fall of 2015", "Ukraine Crisis of 2014", "May 2015 summit"),
        *("31 February 2025", "12.13.2025", "23.02 08:23", "Hong Kong, Foo 5, 1964."),
        *("The Cuban Missile Crisis, October 1962", "The consul left in Bonn, May 4, 1850."),
        "He was born on 9 July 2025",
    ],
)
def test_a_line_that_only_speaks_of_a_date(line: str) -> None:
    assert read_date(line) is None
