"""Dates that count from something: the publication, a dateline, the dates named before."""

import pytest

from tests.cases import cases
from tests.dates.reading import read
from tui.dates import dates


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        2014: This year, last year, next year.
            This year = 2014*
            last year = 2013*
            next year = 2015*
        2014-01: Last month and this decade.
            Last month = 2013-12*
            this decade = 201X*
        2014-08-31: Last summer was hot.
            Last summer = 2013-SU*
        2015-01-10: Last winter, this winter.
            Last winter = 2013-WI*
            this winter = 2014-WI*
        2014-08-31: Next spring, this fall.
            Next spring = 2015-SP*
            this fall = 2014-AU*
        2014-08: Last March; next May.
            Last March = 2014-03*
            next May = 2015-05*
        1964-10-28: Last November 14 he spoke.
            Last November 14 = 1963-11-14*
        2014-08-31: Last week.
            Last week = 2014-08-18/2014-08-24*
        2015-09-22: Yesterday, tomorrow, this morning.
            Yesterday = 2015-09-21*
            tomorrow = 2015-09-23*
            this morning = 2015-09-22*
        2015-05-07: They met on Tuesday.
            Tuesday = 2015-05-05*
        2015-09-22: On Wednesday they are to travel.
            Wednesday = 2015-09-23*
        2015-05-07: Last Thursday, next Thursday, this Thursday.
            Last Thursday = 2015-04-30*
            next Thursday = 2015-05-14*
            this Thursday = 2015-05-07*
        2021-12: They plan to meet in February.
            February = 2022-02*
        2015-01-10: On December 31 it ended.
            December 31 = 2014-12-31*
        1968-09-01: Aug. 21 this year; February next year.
            Aug. 21 this year = 1968-08-21*
            February next year = 1969-02*
        2014-08-31: В прошлом году, на этой неделе.
            прошлом году = 2013*
            этой неделе = 2014-08-25/2014-08-31*
        2015: В феврале этого года, летом прошлого года.
            феврале этого года = 2015-02*
            летом прошлого года = 2014-SU*
        2015-03-01: Сегодня утром и вчера; позавчера.
            Сегодня = 2015-03-01*
            вчера = 2015-02-28*
            позавчера = 2015-02-27*
        2015-05-07: В минувшую среду и во вторник.
            минувшую среду = 2015-05-06*
            вторник = 2015-05-05*
        2015-01-02: С 30 декабря по 5 января.
            30 декабря по 5 января = 2014-12-30/2015-01-05*
        2024-03-01: 29 февраля прошлого года.
            29 февраля прошлого года = XXXX-02-29*
        2014-08: On Tuesday of this week.
            Tuesday = *
            this week = *
        2015-05-07: В сентябре с. г. и весной.
            сентябре с. г. = 2015-09*
            весной = 2015-SP*
        """
    ),
)
def test_a_relative_date_is_counted_from_the_publication(text: str, found: list[str]) -> None:
    published, _, sentence = text.partition(": ")
    assert read(sentence, published) == found


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        Taipei, May 14, 1968, 0757Z.⏎⏎I called on him June 25.
            May 14, 1968 = 1968-05-14
            June 25 = 1968-06-25*
        Lanterns Monday, March 5, 2007⏎⏎This year it grows.
            March 5, 2007 = 2007-03-05
            This year = 2007*
        On April 11, 1898, he asked. On July 26 it ended.
            April 11, 1898 = 1898-04-11
            July 26 = 1898-07-26*
        It passed on March 1, 1845, and joined on December 29.
            March 1, 1845 = 1845-03-01
            December 29 = 1845-12-29*
        The games of 2006 run from June 9 to July 7.
            2006 = 2006
            June 9 to July 7 = 2006-06-09/2006-07-07*
        В воскресенье, 19 мая 2013 года, решили. В понедельник объявили.
            19 мая 2013 года = 2013-05-19
            понедельник = 2013-05-20*
        В декабре 2011 года упал. В ноябре того же года тоже.
            декабре 2011 года = 2011-12
            ноябре того же года = 2011-11*
        В декабре прошлого, 2014 года. В этом году.
            декабре прошлого, 2014 года = 2014-12
            этом году = 2015*
        """
    ),
)
def test_an_undated_text_is_counted_from_its_own_dates(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        On June 25 and in May.
            June 25 = XXXX-06-25
            May = XXXX-05
        С 9 июня по 7 июля.
            9 июня по 7 июля = XXXX-06-09/XXXX-07-07
        • 23.02 05:11⏎  • 19
            23.02 = XXXX-02-23
        В мае этого года.
            мае этого года = XXXX-05*
        В этом году, в среду, сегодня сказал, весной запретил.
            этом году = *
            среду = *
            сегодня = *
            весной = *
        This week and last summer.
            This week = *
            last summer = *
        On February 29 it snowed; 29 февраля прошлого года.
            February 29 = XXXX-02-29
            29 февраля прошлого года = XXXX-02-29*
        """
    ),
)
def test_what_nothing_fixes_stays_open(text: str, found: list[str]) -> None:
    assert read(text) == found
    assert all(d.first is None and d.last is None for d in dates(text))


@pytest.mark.parametrize("published", ["", "soon", "2014-13", "2014-02-30", "0000", "9999-12-31"])
def test_a_publication_date_that_is_none_is_ignored(published: str) -> None:
    assert read("This year.", published) == ["This year = *"]


def test_a_date_far_below_is_no_dateline() -> None:
    text = "So it goes. " * 200 + "\n\nMay 5, 2014\n\nThey met on Tuesday."
    assert read(text) == ["May 5, 2014 = 2014-05-05", "Tuesday = *"]
