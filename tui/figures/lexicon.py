"""The words around measures, in English and Russian: numbers, their scales, what qualifies them."""

from __future__ import annotations

from typing import Literal

from tui.figures.units import CURRENCIES, TIMES, UNITS
from tui.figures.words import listed, meanings

Qualifier = Literal["none", "about", "at-least", "up-to", "planned", "vague"]

ONES = meanings(
    {
        2: "two два две двух двум двумя двое двоих",
        3: "three три трех трем тремя трое троих",
        4: "four четыре четырех четырем четырьмя четверо четверых",
        5: "five пять пяти пятью пятеро пятерых",
        6: "six шесть шести шестью шестеро",
        7: "seven семь семи семеро",  # семью is mostly the family
        8: "eight восемь восьми восемью",
        9: "nine девять девяти девятью",
        10: "ten десять десяти десятью",
        11: "eleven одиннадцать одиннадцати",
        12: "twelve двенадцать двенадцати",
        13: "thirteen тринадцать тринадцати",
        14: "fourteen четырнадцать четырнадцати",
        15: "fifteen пятнадцать пятнадцати",
        16: "sixteen шестнадцать шестнадцати",
        17: "seventeen семнадцать семнадцати",
        18: "eighteen восемнадцать восемнадцати",
        19: "nineteen девятнадцать девятнадцати",
    }
)
TENS = meanings(
    {
        20: "twenty двадцать двадцати",
        30: "thirty тридцать тридцати",
        40: "forty сорок сорока",
        50: "fifty пятьдесят пятидесяти",
        60: "sixty шестьдесят шестидесяти",
        70: "seventy семьдесят семидесяти",
        80: "eighty восемьдесят восьмидесяти",
        90: "ninety девяносто девяноста",
    }
)
HUNDREDS = meanings(
    {
        100: "сто ста",
        200: "двести двухсот",
        300: "триста трехсот",
        400: "четыреста четырехсот",
        500: "пятьсот пятисот",
        600: "шестьсот шестисот",
        700: "семьсот семисот",
        800: "восемьсот восьмисот",
        900: "девятьсот девятисот",
    }
)
FRACTIONS = meanings({"0.5": "half половиной", "1.5": "полтора полторы полутора"})
SCALES = meanings(
    {
        12: "dozen dozens",
        10: "tens десяток десятка десятку десятков десятки десятками десяткам десятках",
        10**2: "hundred hundreds сот сотня сотню сотней сотен сотни сотнями сотням сотнях",
        10**3: """thousand thousands k тыс тысяча тысячу тысячей тысяч тысячи тысячами тысячам
            тысячах""",
        10**6: "million millions mln млн миллион+",
        10**9: "billion billions bn млрд миллиард+",
        10**12: "trillion trillions tn трлн триллион+",
    }
)
SIZES = {
    word
    for word in SCALES
    if (word.isascii() and word.endswith("s"))
    or (
        len(word) > 4
        and word.endswith(("и", "ы", "ов", "ен", "ам", "ям", "ами", "ями", "ах", "ях"))
    )
    or word == "тысяч"
}
"""Scales in the plural: with no number before them only the size of the amount is known."""

_QUALIFIERS: dict[Qualifier, str] = {
    "up-to": """up to, no more than, not more than, less than, fewer than, at most, within, under,
        below, as many as, as much as, not exceeding, may reach, might reach, can reach,
        could reach, может достигать, могут достигать, может достигнуть, могут достигнуть,
        может достичь, могут достичь, до, не более, не более чем, менее, менее чем,
        не больше, не больше чем, меньше, меньше чем, не старше, не свыше, не выше, максимум""",
    "at-least": """at least, no less than, not less than, no fewer than, over, more than, above,
        upwards of, in excess of, exceeding, exceed, exceeds, exceeded, не менее, не менее чем,
        более, более чем, больше, больше чем, свыше, выше, не моложе, старше, как минимум, минимум,
        не меньше, не меньше чем, не ранее чем, от, превышает, превышают, превышал, превысил,
        превысила, превысило, превысили, превысит, превысить, превышать""",
    "about": """about, around, approximately, roughly, some, nearly, almost, approx, c, ca, circa,
        perhaps, estimated, estimate, on the order of, of the order of, in the order of, примерно,
        около, почти, порядка, приблизительно, практически, в районе, ~, ≈""",
}
QUALIFIERS: dict[tuple[str, ...], Qualifier] = {
    tuple(phrase.split()): qualifier
    for qualifier, phrases in _QUALIFIERS.items()
    for phrase in phrases.split(",")
}
"""Phrases before a figure, as words, and what they make of it."""
QUALIFIERS_AFTER: dict[tuple[str, str], Qualifier] = {
    ("or", "more"): "at-least",
    ("and", "more"): "at-least",
    ("and", "over"): "at-least",
    ("и", "более"): "at-least",
    ("или", "более"): "at-least",
    ("и", "больше"): "at-least",
    ("or", "less"): "up-to",
    ("or", "fewer"): "up-to",
    ("or", "so"): "about",
}
CHANGES = (
    *("вырос", "возрас", "увелич", "подня", "повыс", "сниз", "сократ", "уменьш", "опуст", "упал"),
    *("понизи", "довест", "довел", "дошл", "дошел", "достиг", "расшир", "продл", "подорож"),
)
"""How words begin after which "до" names where a change ends, not a limit."""
MUST = ("долж", "планир", "намерен", "предпол")
PLANNED = ("planned", "planning", "запланирован", "планирует", "планируют")
SPOKEN = ("talk", "speak", "think", "know", "ask", "worr", "complain")
"""How verbs begin after which "about" does not mean nearly."""

CLASSES: dict[str, frozenset[str]] = {
    "ONE": listed("one один одна одно одного одной одну одним одном"),
    "ONES": frozenset(ONES),
    "TENS": frozenset(TENS),
    "HUNDREDS": frozenset(HUNDREDS),
    "VAGUE": listed("several few couple untold many countless несколько нескольких несколькими"),
    "SCALE": frozenset(SCALES),
    "HALF": listed("half"),
    "POLTORA": listed("полтора полторы полутора"),
    "POLOVINA": listed("половиной"),
    "CURRENCY": frozenset(CURRENCIES),
    "PERCENT": listed("percent pct процент+ проц"),
    "CENT": listed("cent"),
    "PER": listed("per"),
    "POINT": listed("point points пункт+"),
    "PERCENTAGE": listed("percentage процентный процентного процентные процентных"),
    "UNIT": frozenset(UNITS),
    "GOD": listed("год года годы годов годам годах годами"),
    "GODU": listed("году годом годе г гг"),  # never counted
    "TIME": frozenset(TIMES),
    "SQUARE": listed("square sq кв квадратный квадратного квадратные квадратных"),
    "CUBIC": listed("cubic куб кубических"),
    "OLD": listed("old"),
    "MORE": listed(
        """more full long additional extra consecutive further whole other последних полных
        следующих ближайших целых лишних"""
    ),
    "FRACTION": listed(
        """third thirds quarter quarters fourth fourths fifth fifths sixth eighth tenth трети
        третьих четверти четвертых пятых"""
    ),
    "MONTH": listed(
        """january jan february feb march mar april apr may june jun july jul august aug september
        sept sep october oct november nov december dec января февраля марта апреля мая июня июля
        августа сентября октября ноября декабря январь февраль март апрель май июнь июль август
        сентябрь октябрь ноябрь декабрь январе феврале марте апреле мае июне июле августе сентябре
        октябре ноябре декабре"""
    ),
    "DAYPART": listed("am pm утра вечера дня ночи мск gmt utc o'clock"),
    "MESTO": listed("месте место"),
    "MEMBER": listed(
        """member members man person page nation seat bedroom room story storey floor engine volume
        part lane judge country berth"""
    ),
    "QUESTION": listed("question"),
    "NUMBERED": listed(
        """telegram telegrams deptel deptels embtel embtels depcirtel circular airgram cable
        despatch secto tosec nos p pp page pages vol vols volume document documents doc docs
        article articles art section sec para paras paragraph paragraphs lot cf chapter chapters
        rule rules resolution decree law tel phone fax box flight highway route category figure
        fig table footnote folder item items number numbers calle psalm version versions verse
        step steps option phase stage grade level type class model title tab annex book act scene
        episode season round group zone district channel line platform gate exit track apartment
        suite note notes plan plans alternative ext amendment номер номера номером статья статьи
        статье статью закон закона приказ приказа стр страница страницы том дом дома тел рейс рейса
        глава главы часть части раздел раздела группа группы категория категории этап этапа канал
        канала серия серии сезон сезона вариант школа школы маршрут маршрута квартира корпус
        параграф рейтинг рейтинга"""
    ),
    "NO": listed("no"),
    "TO": listed("to through"),
    "DO": listed("до"),
    "FROM": listed("from с со от"),
    "BETWEEN": listed("between между"),
    "AND": listed("and и"),
    "OR": listed("or или"),
    "OF": listed("of из"),
    "INDEF": listed("a an"),
    "THE": listed("the these those its their his her our my your"),
    "IN": listed("in since by until during after before at в во на к по"),
    "FUNC": listed(
        """is are was were be been being has have had do does did will would can could may might
        shall should must not for with as on off over under into onto upon about above below than
        then that which who whom whose what when where while if because so but nor yet also both
        either neither each every any some such this there here it he she they we you i him them us
        me how why only just still even ever never very too via out up down again against among
        across along around behind beside beyond near toward towards within without said says say
        told according including later ago earlier hence away apart aboard always perhaps others all
        не ни но а как что чтобы же бы ли за о об обо для при через под над про без у ко это эта
        этот эти он она они оно мы вы я их его ее им ему ей нам вам был была было были будет будут
        есть стал стала стали уже еще лишь только всего более менее больше меньше чем раз назад тому
        также так где когда который которая которые которых если после против вверх вниз может могут
        должен должны ежедневно ежегодно ежемесячно одновременно"""
    ),
}
"""The classes of words of which the grammar speaks; a word belongs to the first that has it."""

IRREGULAR = listed(
    """people men women children aircraft personnel police staff troops sheep fish series species
    cattle spacecraft craft feet teeth mice geese media criteria crew youth servicemen policemen
    congressmen fishermen businessmen crewmen airmen"""
)
"""Plurals that do not show it by their last letter."""
