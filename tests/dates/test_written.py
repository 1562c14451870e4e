"""Dates as they are written: what each one is, and how exact."""

import pytest

from tests.cases import cases
from tests.dates.reading import read
from tui.dates import dates


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        It began on March 2, 1964.
            March 2, 1964 = 1964-03-02
        It began on 16 October 1964.
            16 October 1964 = 1964-10-16
        On the 7th of January, 1950, it ended.
            7th of January, 1950 = 1950-01-07
        Signed on 2014-08-31, seen on 13.06.2023.
            2014-08-31 = 2014-08-31
            13.06.2023 = 2023-06-13
        Opened in November 1849 and May of 1937.
            November 1849 = 1849-11
            May of 1937 = 1937-05
        Two flights (Sept. '62, October ’63).
            Sept. '62 = 1962-09
            October ’63 = 1963-10
        In the fall of 2015; summer 2014.
            fall of 2015 = 2015-AU
            summer 2014 = 2014-SU
        In the winter of 1946–1947 it froze.
            winter of 1946–1947 = 1946-WI
        In the late 1980s and the 1950's.
            1980s = 198X
            1950's = 195X
        In Q3 2014 and the first quarter of 2011.
            Q3 2014 = 2014-07/2014-09
            first quarter of 2011 = 2011-01/2011-03
        Since 1991, by early 2025 (2013).
            1991 = 1991
            2025 = 2025
            2013 = 2013
        The 2012 elections; an advance over 1965.
            2012 = 2012
            1965 = 1965
        С 27 марта 2011 года по-новому.
            27 марта 2011 года = 2011-03-27
        Осенью 2004 года и летом 2014-го.
            Осенью 2004 года = 2004-AU
            летом 2014-го = 2014-SU
        В декабре 2011г. и в 1998-м.
            декабре 2011г. = 2011-12
            1998-м = 1998
        В IV квартале 2014 года.
            IV квартале 2014 года = 2014-10/2014-12
        В 1982 году и в 2014 г.
            1982 году = 1982
            2014 г. = 2014
        В конце 80-х, начале 90-х годов.
            80-х = 198X
            90-х годов = 199X
        В начале 2000-х годов.
            2000-х годов = 200X
        Роман (1971) и роман (1974).
            1971 = 1971
            1974 = 1974
        """
    ),
)
def test_a_date_is_read_as_exactly_as_it_is_written(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        It ran from 1967 to 1970.
            1967 to 1970 = 1967/1970
        Events between 1992 and 1994.
            1992 and 1994 = 1992/1994
        The seasons 2012–13 and 2014/15.
            2012–13 = 2012/2013
            2014/15 = 2014/2015
        A photograph of 1871 – 72.
            1871 – 72 = 1871/1872
        It was April 16-17, 1964.
            April 16-17, 1964 = 1964-04-16/1964-04-17
        January 23 - March 9 2014.
            January 23 - March 9 2014 = 2014-01-23/2014-03-09
        17–31 October 1964, 11 Sept-31 Oct 1964.
            17–31 October 1964 = 1964-10-17/1964-10-31
            11 Sept-31 Oct 1964 = 1964-09-11/1964-10-31
        From March to August 2011.
            March to August 2011 = 2011-03/2011-08
        December 28 – January 3, 2005.
            December 28 – January 3, 2005 = 2004-12-28/2005-01-03
        В 1994-2004 годах.
            1994-2004 годах = 1994/2004
        С 15 марта по 14 апреля 2010 года.
            15 марта по 14 апреля 2010 года = 2010-03-15/2010-04-14
        3-4 июня 2010 г.
            3-4 июня 2010 г. = 2010-06-03/2010-06-04
        Between August and October 1956.
            August and October 1956 = 1956-08/1956-10
        """
    ),
)
def test_a_range_is_one_date(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        The base moved from 1910 to 1890.
            1910 = 1910
            1890 = 1890
        (8 May 1841 – 1 May 1904)
            8 May 1841 = 1841-05-08
            1 May 1904 = 1904-05-01
        On March 20 and 23, 1964.
            March 20 = 1964-03-20
            23, 1964 = 1964-03-23
        20 и 21 марта 2009 года.
            20 = 2009-03-20
            21 марта 2009 года = 2009-03-21
        The spring and early summer of 1978.
            spring = 1978-SP
            summer of 1978 = 1978-SU
        """
    ),
)
def test_changes_lists_and_two_full_dates_are_no_range(text: str, found: list[str]) -> None:
    assert read(text) == found


def test_days_tell_what_a_date_covers_and_how_exact_it_is() -> None:
    text = "In the fall of 2015, in 2014-02-01, in May 2012, in 1999, the 1980s, 1964–1968."
    assert [(d.first, d.last, d.precision) for d in dates(text)] == [
        ("2015-09-01", "2015-11-30", "season"),
        ("2014-02-01", "2014-02-01", "day"),
        ("2012-05-01", "2012-05-31", "month"),
        ("1999-01-01", "1999-12-31", "year"),
        ("1980-01-01", "1989-12-31", "decade"),
        ("1964-01-01", "1968-12-31", "range"),
    ]


def test_a_winter_ends_in_the_year_after() -> None:
    (winter,) = dates("the winter of 2003")
    assert (winter.value, winter.first, winter.last) == ("2003-WI", "2003-12-01", "2004-02-29")


def test_a_season_is_said_as_one_reads_it() -> None:
    (date,) = dates("It dates from the fall of 2015.")
    assert (date.value, date.said) == ("2015-AU", "2015 autumn")
