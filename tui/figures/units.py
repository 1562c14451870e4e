"""What amounts are measured in, in English and Russian: currencies, measures, times.

A Russian word with a + stands for all cases of a word like километр, with a - for those of one like
тонна: "километр+" is километр, километра …, "тонн-" is тонна, тонны …
"""

from __future__ import annotations

from tui.figures.words import meanings

CURRENCY_SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "¥": "JPY",
    "₴": "UAH",
    "₪": "ILS",
}
DOLLARS = {"US": "USD", "HK": "HKD", "NT": "TWD", "A": "AUD", "C": "CAD", "NZ": "NZD"}
"""Whose dollar it is, by the letters before the sign: US$, HK$."""
CURRENCIES = meanings(
    {
        "USD": "dollar dollars usd доллар+ долл",
        "EUR": "euro euros eur евро",
        "GBP": "gbp фунт+",
        "RUB": """ruble rubles rouble roubles rub руб рубль рубля рублю рублем рублей рубли рублям
            рублями""",
        "CNY": "yuan renminbi rmb cny юань юаня юаней юани юаням юанями",
        "JPY": "yen jpy иен- йен-",
        "UAH": "hryvnia hryvnias uah гривна гривны гривен гривень",
        "KZT": "tenge тенге",
        "INR": "rupee rupees inr рупия рупии рупий",
        "ILS": "shekel shekels шекель шекеля шекелей",
        "CHF": "chf",
        "FRF": "franc francs франк франка франков",
        "DEM": "deutschmarks марка марки марок",
        "PLN": "zloty злотый злотых",
        "TRY": "lira лир-",
        "DKK": "dkk kr kroner",
        "SEK": "sek kronor крон-",
        "NOK": "nok",
    }
)
CROWNS = {"норв": "NOK", "датс": "DKK", "чешс": "CZK", "исла": "ISK"}
"""Whose crown it is if not the Swedish one, by the beginning of the word before."""

UNITS = meanings(
    {
        "km/h": "kph kmh",
        "mi/h": "mph",
        "km2": "km2 км2 km² км²",
        "m2": "m2 м2 m² м²",
        "m3": "m3 м3 m³ м³ кубометр+",
        "km": "km kilometer kilometers kilometre kilometres км километр+",
        "m": "m meter meters metre metres м метр+",
        "cm": "cm centimeter centimeters centimetre centimetres см сантиметр+",
        "mm": "mm millimeter millimeters millimetre millimetres мм миллиметр+",
        "nm": "nm nanometer nanometers nanometre nanometres нм нанометр+",
        "mi": "mi mile miles миля мили миль милям милями милях милю",
        "yd": "yd yard yards ярд+",
        "ft": "ft foot feet фут+",
        "in": "inch inches дюйм+",
        "acre": "acre acres акр+",
        "ha": "ha hectare hectares га гектар+",
        "kg": "kg kilogram kilograms kilogramme kilogrammes кг килограмм+",
        "g": "gram grams грамм+",
        "mg": "mg milligram milligrams мг миллиграмм+",
        "t": "ton tons tonne tonnes т тонн-",
        "lb": "lb lbs pound pounds",
        "l": "liter liters litre litres л литр+",
        "barrel": "barrel barrels баррель барреля баррелей баррелям баррелями баррелях",
        "W": "watt watts вт ватт+",
        "kW": "kw kilowatt kilowatts квт киловатт+",
        "MW": "mw megawatt megawatts мвт мегаватт+",
        "kHz": "khz кгц килогерц",
        "MHz": "mhz мгц мегагерц",
        "GHz": "ghz ггц гигагерц",
        "MB": "mb megabyte megabytes мб мегабайт+",
        "GB": "gb gigabyte gigabytes гб гигабайт+",
        "kt": "kt kiloton kilotons килотонн-",
        "Mt": "megaton megatons мегатонн-",
        "knot": "knot knots",
        "degree": "degree degrees ° º градус+",
        "C": "ºc",
        "F": "ºf",
    }
)
TIMES = meanings(
    {
        "second": "second seconds секунд- сек",
        "minute": "minute minutes min mins минут- мин",
        "hour": "hour hours hr hrs h ч час+",
        "day": "day days день дня дню днем дне дней дни дням днями днях сутки суток суткам сутками",
        "week": "week weeks неделя недели недель неделю неделей неделям неделями неделях",
        "month": "month months месяц месяца месяцу месяцем месяце месяцев месяцы месяцам месяцах",
        "year": "year years yr yrs лет год года годы годов годам годах годами",
        "decade": "decade decades десятилетие десятилетия десятилетий десятилетиям десятилетиях",
        "century": "century centuries век века веков столетие столетия столетий",
    }
)
THERMOMETERS = meanings(
    {"C": "c celsius цельсия", "F": "f fahrenheit фаренгейта", "K": "k kelvin кельвина"}
)
JOINED = {
    **{"летн": "year", "годичн": "year", "месячн": "month", "недельн": "week", "дневн": "day"},
    **{"суточн": "day", "часов": "hour", "минутн": "minute", "секундн": "second"},
    **{"километров": "km", "метров": "m", "миллиметров": "mm", "тонн": "t", "литров": "l"},
    **{"процентн": "percent", "градусн": "degree", "долларов": "USD", "рублев": "RUB"},
}
"""Russian measures joined to a number, as in 83-летний, by the beginning of the word."""
STEPS = {
    **{("hour", "minute"): 60, ("minute", "second"): 60, ("day", "hour"): 24},
    **{("year", "month"): 12, ("ft", "in"): 12, ("km", "m"): 1000, ("kg", "g"): 1000},
}
"""Measures said in two steps (5 feet 10 inches), and how many of the second make a first."""
SPEEDS = {("km", "hour"): "km/h", ("mi", "hour"): "mi/h", ("m", "second"): "m/s"}
