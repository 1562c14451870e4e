"""Numbers that are no figures, and texts that nobody would write."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.reading import read
from tui.figures import figures

# The words of all rules, so that random texts of them come near every rule.
VOCABULARY = """
1 5 12 1964 1,084,700 12,5 250 000 2–1/2 ½ 23-х two three twenty one half a an several few dozen
hundred million billion тыс. млн миллиард два пять сто полтора с половиной one's $ € £ US
dollars pounds sterling рублей крон % percent per cent percentage points km / h square miles
feet inches year years лет года годов hours часов minutes 83 -летний old more than at least up
to about over до от более не under the of and or through - – — , . ( ) [ ] “ ” May мая telegram
No. p. S-400 countries new Su–35 fighters людей школ материала погибли Москве в на planned F–86s
p.m. + 10k behind question
"""
WORDS = st.sampled_from(["\n", *VOCABULARY.split()])


@pytest.mark.parametrize(
    "text",
    [
        "On April 16-17, 1964, on 1 February, in July 1964, in the 1950's, on 13.06.2023.",
        "In 2012–13, 1964–1968, over 2000 - 2050, in 1999; since 1914 soldiers fought.",
        "At 1030 today, at 1705 hours, at 15:11, 4–6 p.m., 5 a.m.",
        "The S-400, D-30, F–100, 4++, IE9, STS-133, Tele2, Mobilefest-2010, Cloud9, AL-31F.",
        "Telegram 1853, pp. 258–262, Article 17, No. 7, Category 3 storms, phase two.",
        "NIE 13–3–65 and votes of 51–37–30; they won 3–2; PL-480, 0757Z, 1.2.3.",
        "Call +33 1 40 20 50 50, tel. 1 201 944-3737, ☎ 529999420000.",
        "[8] and (3) and [2, 5].\n6. First.\n7) Second.",
        "The 37th time, 2nd Earl, the third term.",
        "A two-way street, a two-thirds majority, one third, the $64 question.",
        "The Five Power Treaty; Fourteen Points; the Seven Years’ War; “three forces of evil”.",
        "One of them; on the one hand; one is tempted; one day he left; the two left.",
        "The million man march from 12 Downing Street; 0.6 K; 1234567890123456789012345678901234.",
        "Spain went 2 – 0 up; the file is FRC 70, 092 Japan Reds.",
        "See 4.example.org and 0.example.com.",
        "1 Green Lane Hall. Also known as the hall.",
        "Средний рейтинг турнира — 2716.",
        "The Boeing 747 pilots like Windows 7.",
        "В 1982 году, с 13 по 29 января, 3-4 июня 2010 г., 90-х годов, в конце 80-х, 3797 год.",
        "В 19 часов, с 8 часов утра до 20 часов, 7 вечера, 13 часов 30 минут московского времени.",
        "Статья 112, № 97-ФЗ, №78, на 24 месте, 39-й, Формула-1, «16 тонн», МС-21.",
        "Один из первых, одна семья, «нормандской четверки», в турнире восьми, семью.",
        "• 23.02 05:11\n• 153\n(Украина, 15, 2660)",
    ],
)
def test_a_number_that_is_no_figure_is_left_alone(text: str) -> None:
    assert read(text) == []


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_figures_in_order(text: str) -> None:
    found = figures(text)
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(f.low <= f.high for f in found if f.low is not None and f.high is not None)
    assert all(text[f.counted.start : f.counted.end].strip() for f in found if f.counted)


@pytest.mark.parametrize(
    "part", ["1", "1,", "1, ", "5 и ", "$5", "1,000,", "million ", "(1,", "A-1-", "5 large, "]
)
def test_hostile_text_takes_no_more_than_its_length(part: str) -> None:
    assert all(f.span.end <= 100_000 for f in figures(part * (100_000 // len(part))))
