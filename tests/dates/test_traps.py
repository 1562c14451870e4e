"""What only looks like a date, and texts that nobody would write."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.reading import read
from tui.dates import dates

# The words of all rules, so that random texts of them come near every rule.
VOCABULARY = """
in on from to between and of the last this next that same every early year summer fall May March
april Jan. Sept Monday week month decade today yesterday Q3 third quarter 1 7th 31 1964 1998-м
1960s 90-х '62 2014-08-31 29.02.2023 23.02 05:11 telegram No. pp. – — - / , . ( ) $ % people с
по на в до и между мая февраля 29 года г. гг. годов прошлого этого того же летом весной среду
неделе сегодня вчера квартале IV S-400 will сказал
"""
WORDS = st.sampled_from(["\n\n", *VOCABULARY.split()])


@pytest.mark.parametrize(
    "text",
    [
        "He may march; the march of events may go on; Julian, April Smith and Mr. May agreed.",
        "May Day, the Summer Olympics, the fall of the wall, Black Friday, every Sunday.",
        "The S-400, D-30, F–100, МС-21, Mobilefest-2010, STS-133, IE6, Terminator-2.",
        "Telegrams 1853 and 1988, Deptel 1837, pp. 1990–1995, No. 1837, Resolution 1973.",
        "NIE 11–12–66, Decree 2005-981, Public Law 87–195, version 1.2.3, 10,00 2.",
        "At 1800 hours, at 9:25, 15:11, 4–6 p.m.; tel. 1 800 1234.",
        "A 2000-year-old custom, 1500 men, over 1800 people, $2000, 2500-4600 Kr.",
        "They killed 1914 soldiers, over 1965 ships; $1900–2000, 1900–2000 men; #1984, a/1984.",
        "1744. Talks went on; see Taipei's 1587.",
        "For two years, the past few years, the last year, four months later, the next morning.",
        "The policy of the West today pushes China; it still exists today.",
        "Open Monday to Friday; the whales come between June and November.",
        "On June 31 never; 31 июня; 31.02.2010 neither; 0000-00-00.",
        "Майкл, Марта, Ямайка и Майкрософт; 31 года; 15 лет назад; последних лет.",
        "В 19.58 мск, 8 часов утра, более 1000 рублей; 1500—2000 рублей.",
        "Каждую весну и осенью, как правило, переводят; весна пришла.",
        "Сегодня это правда.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert read(text, "2014-08-31") == []


@given(
    st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80),
    st.sampled_from([None, "2014", "2014-08", "2016-02-29", "1000-01-01", "2199-12-31"]),
)
def test_any_text_gives_dates_in_order(text: str, published: str | None) -> None:
    found = dates(text, published)
    assert all(0 <= d.span.start < d.span.end <= len(text) for d in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(d.first <= d.last for d in found if d.first and d.last)


@pytest.mark.parametrize(
    "part", ["1", "1,", "5 ", "1964-", "May 5 ", "1999 вчера ", "telegram 5-", "'"]
)
def test_hostile_text_takes_no_more_than_its_length(part: str) -> None:
    assert all(d.span.end <= 100_000 for d in dates(part * (100_000 // len(part))))
