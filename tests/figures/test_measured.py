"""Figures with a measure: money, shares, quantities, times."""

import pytest

from tests.cases import cases
from tests.figures.reading import read
from tui.figures import figures


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        It cost $ 1 billion.
            $ 1 billion: 1,000,000,000 USD
        A total of $1,084,700 or US$ 20.
            $1,084,700: 1,084,700 USD
            US$ 20: 20 USD
        It pays HK$30, €2bn, £5m and $5.50.
            HK$30: 30 HKD
            €2bn: 2,000,000,000 EUR
            £5m: 5,000,000 GBP
            $5.50: 5.5 USD
        It costs 30$ or a 1000-рублевая купюра.
            30$: 30 USD
            1000-рублевая: 1,000 RUB
        Half a trillion dollars and 3 million pounds.
            Half a trillion dollars: 500,000,000,000 USD
            3 million pounds: 3,000,000 GBP
        Prices of 2500-4600 Kr.
            2500-4600 Kr: 2,500..4,600 DKK
        Дала 2 миллиарда долларов США.
            2 миллиарда долларов США: 2,000,000,000 USD
        За 15,6 млрд шведских крон и 5 датских крон.
            15,6 млрд шведских крон: 15,600,000,000 SEK
            5 датских крон: 5 DKK
        Оценён в 10—30 млн евро и $150 тыс.
            10—30 млн евро: 10,000,000..30,000,000 EUR
            $150 тыс: 150,000 USD
        Всего 28 миллиардов 400 миллионов рублей.
            28 миллиардов 400 миллионов рублей: 28,400,000,000 RUB
        Покупает за миллиард долларов.
            миллиард долларов: 1,000,000,000 USD
        Лишь 8,7 млрд рублей вместо 15 млрд.
            8,7 млрд рублей: 8,700,000,000 RUB
            15 млрд: 15,000,000,000 RUB
        """
    ),
)
def test_money_has_its_currency(text: str, found: list[str]) -> None:
    assert read(text) == found
    assert {f.kind for f in figures(text)} == {"money"}


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        Some 56% and 2 percent and 70 per cent.
            56%: 56 percent about
            2 percent: 2 percent
            70 per cent: 70 percent
        Twenty-five percent; three percentage points.
            Twenty-five percent: 25 percent
            three percentage points: 3 percentage-point
        At 13 percent, 14 points behind.
            13 percent: 13 percent
            14 points: 14 percentage-point
        From three to two percent.
            three: 3 percent
            two percent: 2 percent
        Рост 8,4%, 50%-ная доля, 5 процентов.
            8,4%: 8.4 percent
            50%: 50 percent
            5 процентов: 5 percent
        Имеет 2-3% рынка и 50-процентную долю.
            2-3%: 2..3 percent
            50-процентную: 50 percent
        """
    ),
)
def test_shares_are_percentages(text: str, found: list[str]) -> None:
    assert read(text) == found
    assert {f.kind for f in figures(text)} == {"percent"}


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        It lies 110 km or 10 miles away.
            110 km: 110 km
            10 miles: 10 mi
        Winds of 190 kilometers per hour, 200 km / h.
            190 kilometers per hour: 190 km/h
            200 km / h: 200 km/h
        An area of 525,000 square miles, 10 кв. км, 5 km².
            525,000 square miles: 525,000 mi2
            10 кв. км: 10 km2
            5 km²: 5 km2
        He is 5 feet 10 inches and 180 pounds.
            5 feet 10 inches: 70 in
            180 pounds: 180 lb
        A 50 kilowatt transmitter at 45 °C.
            50 kilowatt: 50 kW
            45 °C: 45 C
        От 15 до 30 градусов Кельвина.
            15 до 30 градусов Кельвина: 15..30 K
        Between 30 and 35 kilograms.
            30 and 35 kilograms: 30..35 kg
        Бег на 50 и 30 метров.
            50: 50 m
            30 метров: 30 m
        В пяти километрах; 1600-километровый кабель.
            пяти километрах: 5 km
            1600-километровый: 1,600 km
        Millions of acres, 7,000 tons, 300 тысяч баррелей.
            Millions of acres: .. acre vague
            7,000 tons: 7,000 t
            300 тысяч баррелей: 300,000 barrel
        """
    ),
)
def test_quantities_have_canonical_units(text: str, found: list[str]) -> None:
    assert read(text) == found
    assert {f.kind for f in figures(text)} == {"quantity"}


@pytest.mark.parametrize(
    ("text", "found"),
    cases(
        """
        A 30-year deal over the past 20 years.
            30-year: 30 year
            20 years: 20 year
        Two, two-and-a-half years; 2–1/2 years.
            Two, two-and-a-half years: 2..2.5 year
            2–1/2 years: 2.5 year
        It took two more years and 73 seconds.
            two more years: 2 year
            73 seconds: 73 second
        The 14-year-old boy; she was aged 23.
            14-year-old: 14 year
            23: 23 year
        After 1 hour 45 minutes; one hour and forty minutes.
            1 hour 45 minutes: 105 minute
            one hour and forty minutes: 100 minute
        With one year’s notice; a 2000 year old custom.
            one year: 1 year
            2000 year old: 2,000 year
        Продолжалась почти 14 часов.
            14 часов: 14 hour about
        83-летний; через полтора года; три с половиной месяца.
            83-летний: 83 year
            полтора года: 1.5 year
            три с половиной месяца: 3.5 month
        Он занял 13 суток, 2000 лет, 31 год.
            13 суток: 13 day
            2000 лет: 2,000 year
            31 год: 31 year
        """
    ),
)
def test_durations_and_ages_are_times(text: str, found: list[str]) -> None:
    assert read(text) == found
    assert {f.kind for f in figures(text)} == {"duration"}


def test_a_sum_far_away_lends_nothing_to_a_bare_number() -> None:
    assert read("It paid $5 million " + "and so " * 30 + "3 million.") == [
        "$5 million: 5,000,000 USD",
        "3 million: 3,000,000",
    ]
