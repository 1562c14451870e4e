"""Figures that count things, and how exact figures are."""

import pytest

from tests.cases import cases
from tests.figures.reading import read
from tui.figures import figures


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        The supply of 24 newest Su–35 fighters of it.
            24 newest Su–35 fighters: 24 [fighters]
        Between the two countries; six aboard.
            two countries: 2 [countries]
            six: 6
        Some 25 F–86s and 20 Tu-214 aircraft.
            25 F–86s: 25 about [F–86s]
            20 Tu-214 aircraft: 20 [aircraft]
        It has 1,426 pilgrims and 1500 soldiers.
            1,426 pilgrims: 1,426 [pilgrims]
            1500 soldiers: 1,500 [soldiers]
        It may take 5 men.
            5 men: 5 [men]
        Half a dozen countries, a hundred ships.
            Half a dozen countries: 6 [countries]
            a hundred ships: 100 [ships]
        A six-member team of 2.3 million men.
            six-member: 6 [member]
            2.3 million men: 2,300,000 [men]
        From ten to 32 pages, two or three goals.
            ten to 32 pages: 10..32 [pages]
            two or three goals: 2..3 [goals]
        It won by one vote: the figure is 11.
            one vote: 1 [vote]
            11: 11
        Twenty-two senior political and military officials.
            Twenty-two senior political and military officials: 22 [officials]
        The two hundred and fifty thousand men.
            two hundred and fifty thousand men: 250,000 [men]
        Имена 23-х арбитров; три часовых пояса.
            23-х арбитров: 23 [арбитров]
            три часовых пояса: 3 [пояса]
        Умерло 1449 наркоманов, 25 тыс. заявителей.
            1449 наркоманов: 1,449 [наркоманов]
            25 тыс. заявителей: 25,000 [заявителей]
        До 250 000 автомобилей, 52,174 млн акций.
            250 000 автомобилей: ..250,000 up-to [автомобилей]
            52,174 млн акций: 52,174,000 [акций]
        Оказалось одиннадцать; вырастить в Москве 10 детей.
            одиннадцать: 11
            10 детей: 10 [детей]
        Двух национальных школ, два материала, двое погибли.
            Двух национальных школ: 2 [школ]
            два материала: 2 [материала]
            двое: 2
        Сто двадцать пять полицейских и две Триоди.
            Сто двадцать пять полицейских: 125 [полицейских]
            две Триоди: 2 [Триоди]
        """
    ),
)
def test_a_count_knows_its_noun(text: str, found: list[str]) -> None:
    assert read(text) == found
    assert {(f.kind, f.unit) for f in figures(text)} == {("count", None)}


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        Worth up to $ 1 billion.
            $ 1 billion: ..1,000,000,000 USD up-to
        No more than 5 men within 24 hours.
            5 men: ..5 up-to [men]
            24 hours: ..24 hour up-to
        Less than one percent.
            one percent: ..1 percent up-to
        Over 60,000 men; at least 76 people.
            60,000 men: 60,000.. at-least [men]
            76 people: 76.. at-least [people]
        More than 28,000 photographs or 12 or more ships.
            28,000 photographs: 28,000.. at-least [photographs]
            12: 12.. at-least
        About a 20 minute walk, nearly 40,000 kilometers.
            20 minute: 20 minute about
            40,000 kilometers: 40,000 km about
        We talk about five men over a 15-year period.
            five men: 5 [men]
            15-year: 15 year
        Another $ 150 million was planned.
            $ 150 million: 150,000,000 USD planned
        Several billion dollars, a few dozen items.
            Several billion dollars: .. USD vague
            a few dozen items: .. vague [items]
        Hundreds of people, hundreds of thousands of men.
            Hundreds of people: .. vague [people]
            hundreds of thousands of men: .. vague [men]
        Не более двух тысяч; менее 50%.
            двух тысяч: ..2,000 up-to
            50%: ..50 percent up-to
        Более, чем на 3600 км; не моложе 23 лет.
            3600 км: 3,600.. km at-least
            23 лет: 23.. year at-least
        Вмещают от 10 патронов, пять лет и более.
            10 патронов: 10.. at-least [патронов]
            пять лет: 5.. year at-least
        Штраф до 100 тыс. шекелей.
            100 тыс. шекелей: ..100,000 ILS up-to
        Штрафы могут достигать 1 млн рублей.
            1 млн рублей: ..1,000,000 RUB up-to
        Увеличила долю до 40%, должна возрасти до 10%.
            40%: 40 percent
            10%: 10 percent planned
        Несколько тысяч тонн, десятки людей.
            Несколько тысяч тонн: .. t vague
            десятки людей: .. vague [людей]
        """
    ),
)
def test_a_figure_says_how_exact_it_is(text: str, found: list[str]) -> None:
    assert read(text) == found


def test_the_span_of_a_figure_runs_from_sign_to_noun() -> None:
    text = "Only the US$ 5 million and one year’s work of 43 million Americans."
    found = [text[f.span.start : f.span.end] for f in figures(text)]
    assert found == ["US$ 5 million", "one year", "43 million Americans"]
