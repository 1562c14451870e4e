"""The words that dates are made of, in English and Russian, and what each of them means.

Words are kept folded: small letters, е for ё.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeVar

from tui.dates.moments import Season

Unit = Literal["day", "week", "month", "year", "decade"]
T = TypeVar("T")


def folded(word: str) -> str:
    """The form in which the tables keep a word."""
    return word.casefold().replace("ё", "е")


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic letters."""
    return "\u0400" <= word[0] <= "\u04ff"


def _words(forms: Mapping[T, str]) -> dict[str, T]:
    """Each word with its meaning, from the words of each meaning."""
    return {word: meaning for meaning, words in forms.items() for word in words.split()}


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATED = _words(
    {1: "jan", 2: "feb", 3: "mar", 4: "apr", 6: "jun", 7: "jul", 8: "aug"}
    | {9: "sep sept", 10: "oct", 11: "nov", 12: "dec"}
)
MONTHS = ABBREVIATED | _words(
    {
        1: "january январь января январю январе январем",
        2: "february февраль февраля февралю феврале февралем",
        3: "march март марта марту марте мартом",
        4: "april апрель апреля апрелю апреле апрелем",
        5: "may май мая маю мае маем",
        6: "june июнь июня июню июне июнем",
        7: "july июль июля июлю июле июлем",
        8: "august август августа августу августе августом",
        9: "september сентябрь сентября сентябрю сентябре сентябрем",
        10: "october октябрь октября октябрю октябре октябрем",
        11: "november ноябрь ноября ноябрю ноябре ноябрем",
        12: "december декабрь декабря декабрю декабре декабрем",
    }
)
WEEKDAYS = _words(
    {
        1: "monday понедельник понедельника понедельнику",
        2: "tuesday вторник вторника вторнику",
        3: "wednesday среду среды",
        4: "thursday четверг четверга четвергу",
        5: "friday пятницу пятницы пятнице",
        6: "saturday субботу субботы субботе",
        7: "sunday воскресенье воскресенья воскресенью",
    }
)
SEASONS: dict[str, Season] = _words(
    {
        "SP": "spring весна весны весне весну весной",
        "SU": "summer лето лета лету лете летом",
        "AU": "autumn fall осень осени осенью",
        "WI": "winter зима зимы зиме зиму зимой",
    }
)
QUARTERS = _words(
    {
        1: "first i q1 первый первом первого первому",
        2: "second ii q2 второй втором второго второму",
        3: "third iii q3 третий третьем третьего третьему",
        4: "fourth iv q4 четвертый четвертом четвертого четвертому",
    }
)
STEPS = _words(
    {
        -1: """last прошлый прошлая прошлое прошлого прошлом прошлую прошлой прошлым прошлому
            минувший минувшая минувшее минувшего минувшем минувшую минувшей минувшим""",
        0: """this этот эта этого этом эту этой этим нынешний нынешнего нынешнем нынешней
            нынешним нынешнюю текущий текущего текущем текущей текущим текущую""",
        1: """next следующий следующая следующее следующего следующем следующую следующей
            следующим следующему будущий будущее будущего будущем будущую будущей будущим""",
    }
)
"""How many years, weeks or summers away from now the one is that such a word chooses."""
NEAR_DAYS = _words(
    {
        -2: "позавчера",
        -1: "yesterday вчера",
        0: "today tonight сегодня",
        1: "tomorrow завтра",
        2: "послезавтра",
    }
)
UNITS: dict[str, Unit] = _words(
    {
        "day": "night morning afternoon evening",
        "week": "week неделя недели неделе неделю неделей",
        "month": "month месяц месяца месяце месяцу месяцем",
        "year": "year год года году годом годе г",
        "decade": "decade десятилетие десятилетия десятилетии",
    }
)
BOUND_TO_TODAY = _listed(
    """said says told met took sent made gave began held left went came won saw wrote spoke earlier
    early later here meeting talk talks conversation statement session vote letter discussion
    announces rejects reports publishes confirms denies opens begins starts"""
)
"""Words beside which "today" is the day itself."""
ONCE = _listed(
    """was were had did began held took met made will would shall must may might plan plans planned
    scheduled expected this last next"""
)
"""Words of a clause that tells of one time, as do the verbs in -ed."""

CLASSES: dict[str, frozenset[str]] = {
    "MONTH": frozenset(MONTHS) - frozenset(ABBREVIATED) - _listed("may march august"),
    "MAYBE": _listed("may march august"),
    "ABBR": frozenset(ABBREVIATED),
    "SEASON": frozenset(SEASONS),
    "WEEKDAY": frozenset(WEEKDAYS),
    "STEP": frozenset(STEPS),
    "SAME": _listed("того же that same"),
    "ANNUM": _listed("year"),
    "YEARWORD": _listed("год года году годом годе г"),
    "YEARWORDS": _listed("годы годов годам годах годами гг"),
    "UNIT": frozenset(UNITS),
    "NEAR": frozenset(NEAR_DAYS),
    "QNAME": _listed("q1 q2 q3 q4"),
    "ORDINAL": frozenset(QUARTERS),
    "QUARTER": _listed("quarter квартал квартала квартале кварталу"),
    "DAYPART": _listed("утром днем вечером ночью"),
    "TO": _listed("to through till until thru по до на"),
    "FROM": _listed("from с со"),
    "BETWEEN": _listed("between между"),
    "AND": _listed("and и"),
    "OF": _listed("of"),
    "THE": _listed("the"),
    "IN": _listed("in since before after during throughout"),
    "BY": _listed("by for on as around circa c ca fy"),
    "INTO": _listed("в во к ко"),
    "PART": _listed("early late mid конце начале середине конца начала середины"),
    "AT": _listed("at"),
    "NO": _listed("no"),
    "EVERY": _listed(
        """every each any one usually annually traditionally каждый каждую каждое каждой каждые
        ежегодно обычно правило традиционно"""
    ),
    "OVER": _listed(
        """over some nearly almost approximately roughly least most exactly perhaps another approx
        more than up about fewer less"""
    ),
    "NUMBERED": _listed(
        """telegram telegrams deptel deptels embtel embtels depcirtel circular airgram cable
        despatch secto tosec nos p pp page pages vol vols volume document documents doc docs
        article articles art section sec para paras paragraph lot cf chapter rule resolution decree
        law tel phone room box flight highway route category figure table footnote folder item
        number calle psalm version статья статьи статье закон закона приказ стр том дом тел рейс
        глава пункт"""
    ),
    "MEASURE": _listed(
        """people men women years months month days day hours hour minutes minute mile miles acre
        acres ton tons percent per km kilometer kilometre meter meters metre metres feet foot
        pounds dollars troops kg mw kw members persons square kr euros million billion children
        thousand words m mm cm ft"""
    ),
}
"""The classes of words of which the grammar speaks; a word belongs to the first that has it."""

CAPITALISED = CLASSES["MAYBE"] | CLASSES["ABBR"] | {w for w in WEEKDAYS if w.isascii()}
"""Words that mean a date only with a capital."""
