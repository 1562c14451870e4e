"""Which of the older encodings a text is written in: the one in which it reads best.

Every reading has a cost: for each character that is not ASCII, about minus the natural logarithm of
how often it comes where it stands. Letters count by their frequency in prose, so a few words do.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache

ONE_BYTE = ("windows-1252", "windows-1251", "koi8-r", "ibm866", "iso8859-5")
"""Encodings of one byte a character; of two that read alike the earlier one is taken."""
CHINESE = "gb18030"
_SAMPLE = 1 << 14
_RARITY = {"windows-1251": 0, "koi8-r": 0.5, "ibm866": 2, "iso8859-5": 3}
"""What a Cyrillic encoding costs by itself, as it is seldom met."""
_BELIEVED = {"windows-1252": 6.3, CHINESE: 3.9}
"""Cost per byte up to which a long text is believed; of Cyrillic 3.5."""
_IMPOSSIBLE = 8.5
"""Cost per byte above which it is no text in any of these encodings."""
_OTHERS = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("cp874", "iso8859_2", "big5", "cp932", "euc_jp", "cp949", "gb18030", "koi8_r"),
]

_LETTERS = {  # how many of a thousand letters, in Russian prose, and the rest of windows-1251
    **{"о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44},
    **{"к": 35, "м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 17},
    **{"б": 16, "ч": 14, "й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3},
    **{"ф": 3, "ё": 2, "ъ": 2, "і": 10, "ї": 4, "є": 4, "ў": 3, "ґ": 0.3},
}
_ACCENTED = {  # the same, among the letters of western European prose
    **dict.fromkeys("é", 15),
    **dict.fromkeys("äöüßàèçñóíáúãåøæ", 5),
    **dict.fromkeys("êôâîïûëõìòù", 2),
    **dict.fromkeys("œšžýÿðþ", 0.1),
}
_MARKS = {  # the same, of marks that stand in prose
    **dict.fromkeys("“”‘’–—…«»„€£\u00a0", 8),
    **dict.fromkeys("•·°º§№©®™×½¼¿¡", 2),
    **dict.fromkeys("‚‹›ª¾±²³", 0.5),
}
_COMMON_CHINESE = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
    "她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三"
    "已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女"
    "问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由"
    "却代军产入先山五太水万市员别报系统党议社合战国际俄罗斯京际联技术武器防务部长总统会议经济导弹"
)
_CHINESE_MARKS = frozenset("，。、：；？！“”‘’（）《》—…·【】％")


def guess(sample: bytes) -> list[str]:
    """The encodings that `sample` may be in, the likeliest first; the whole text decides.

    At least one byte of it is not ASCII.
    """
    first = next(at for at, byte in enumerate(sample) if byte > 127)
    start = max(0, first - _SAMPLE // 2)
    sample = sample[start : start + _SAMPLE]
    high = sum(1 for byte in sample if byte > 127)
    costs = _costs(sample)
    # A few Cyrillic letters in a text of Latin ones are likelier to be something else.
    latin = sum(1 for byte in sample if 97 <= byte | 32 <= 122)
    strange = high * min(4.0, 1.5 * math.log1p(latin / high))
    bias = {CHINESE: 1, "windows-1252": 0, **{e: strange + _RARITY[e] for e in ONE_BYTE[1:]}}
    ranked = sorted(costs, key=lambda encoding: costs[encoding] + bias[encoding])
    believed = _BELIEVED.get(ranked[0], 3.5) + 2 / math.sqrt(high)
    if costs[ranked[0]] <= believed * high:
        return ranked
    possible = costs[ranked[0]] <= _IMPOSSIBLE * high
    return [*_ask_further(sample), *ranked[:possible]]


def _costs(sample: bytes) -> dict[str, float]:
    """What `sample` costs in each encoding."""
    pairs = [
        (first, second, n)
        for (first, second), n in Counter(zip(b" " + sample, sample, strict=False)).items()
        if first > 127 or second > 127
    ]
    costs = {
        encoding: sum(n * _cost(encoding, first, second) for first, second, n in pairs)
        for encoding in ONE_BYTE
    }
    characters = Counter(sample.decode(CHINESE, "replace"))
    costs[CHINESE] = sum(n * _chinese_cost(c) for c, n in characters.items() if c > "\x7f")
    return costs


@cache
def _cost(encoding: str, first: int, second: int) -> float:
    """What the second of two bytes costs after the first."""
    before, char = tuple(bytes((first, second)).decode(encoding, "replace"))
    if char.isascii():
        return 6 if char.isalpha() and _is_cyrillic(before) else 0
    if not char.isalpha():
        return _surprise(_MARKS.get(char, 0.01))
    table = _LETTERS if _is_cyrillic(char) else _ACCENTED
    cost = _surprise(table.get(char.lower(), 0.02))
    if char.isupper():
        cost += 0.5 if before.isupper() else 6 if before.isalpha() else 1.5
    if before.isalpha() and _is_cyrillic(before) != _is_cyrillic(char):
        cost += 6
    elif table is _ACCENTED and before.isalpha() and not before.isascii():
        cost += 3
    return cost


def _surprise(of_thousand: float) -> float:
    return -math.log(of_thousand / 1000)


def _is_cyrillic(char: str) -> bool:
    return "\u0400" <= char <= "\u052f"


@cache
def _chinese_cost(char: str) -> float:
    """What a character of two bytes costs; the first level of GB 2312 holds those in daily use."""
    if char in _COMMON_CHINESE:
        return 6
    if char in _CHINESE_MARKS:
        return 5
    encoded = char.encode("gb18030")
    if char == "\ufffd" or len(encoded) != 2 or encoded[1] < 0xA1:
        return 16
    if 0xB0 <= encoded[0] <= 0xD7:
        return 9
    return 12


def _ask_further(sample: bytes) -> list[str]:
    """What charset-normalizer says; it takes 50 ms to import and errs on short texts."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_OTHERS).best()
    return [best.encoding.replace("cp125", "windows-125")] if best else []
