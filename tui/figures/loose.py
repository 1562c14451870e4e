"""Amounts that may be something else: what stands around them decides."""

from __future__ import annotations

from tui.figures.amounts import Amount
from tui.figures.lexicon import Qualifier
from tui.figures.measures import Measure
from tui.figures.tokens import Tokens
from tui.figures.words import folded

_OPENERS = ("BREAK", "STOP", "SIGN", "OPEN")
_NAMES = ("NAME", "CAPITALS", "RUNAME", "NAMED", "SUFFIX")
_PREPOSITIONS = ("IN", "FROM", "DO")
_OF_YEARS = ("YEAR", "DASH", "TO", "DO", "OR", "AND")
_VOTES = ("vote", "votes", "голос", "голоса")
_AT_HOURS = ("в", "с", "со", "к", "до", "после")
_ABOUT_HOURS = ("на", "около", "—", "–", "-")
_OF_CLOCKS = ("мск", "московского", "местного", "времени")
_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“”", "'": "'", "‘": "’"}
_QUOTED = 7
"""A name in quotation marks has fewer words."""


def is_figure(tokens: Tokens, a: Amount, m: Measure | None, exactness: Qualifier) -> bool:
    """Whether an amount is one: not a year, a name, an hour of the day or a pronoun."""
    if _is_name(tokens, a, m) or _is_hour(tokens, a, m) or _is_calendar_year(tokens, a, m):
        return False
    if tokens.kind(a.first) == "ONE" and a.first == a.last:
        return _is_one(tokens, a, m)
    if all(tokens.kind(at) in _OF_YEARS for at in range(a.first, a.last + 1)):
        return _is_no_year(tokens, a, m, exactness)
    return m is not None or _stands_alone(tokens, a, exactness)


def _is_name(tokens: Tokens, a: Amount, m: Measure | None) -> bool:
    """Boeing 747 pilots, the Five Power Treaty, Seven Years’ War, «16 тонн», Vilt-two."""
    first, before, earlier = tokens[a.first], tokens.kind(a.first - 1), tokens.kind(a.first - 2)
    if first.istitle() and first.isalpha():
        noun = tokens[m.last] if m else tokens[a.last + 1]
        if before not in _OPENERS or noun.istitle():
            return True
    if m is not None and m.kind in ("money", "percent"):
        return False
    if _is_quoted(tokens, a.first):
        return True
    if m is not None and m.kind != "count":
        return False
    if before == "BREAK" and m is not None and len(first) < 3:  # 1 Green Lane Hall. An item
        return first.isdecimal() and tokens[m.last].istitle()
    if first.isalpha():
        return before == "DASH" and tokens.touches(a.first)
    if before == "RUNAME" and m is not None and earlier in _PREPOSITIONS:
        return False  # в Москве 10 детей
    return before in _NAMES and (m is None or earlier not in _OPENERS)


def _is_quoted(tokens: Tokens, first: int) -> bool:
    """Whether a number opens a few words in quotation marks: “three forces of evil”."""
    closing = _QUOTES.get(tokens[first - 1])
    ahead = range(first + 1, first + _QUOTED)
    return closing is not None and any(tokens[at] in closing for at in ahead if tokens[at])


def _is_hour(tokens: Tokens, a: Amount, m: Measure | None) -> bool:
    """В 19 часов, до 20 часов, at 1705 hours: when, not how long."""
    digits = tokens[a.first]
    if m is None or m.unit not in ("hour", "minute") or not digits.isdecimal():
        return False
    if tokens[m.last].isascii():
        return len(digits) == 4 and int(digits) < 2400 and int(digits[2:]) < 60
    if folded(tokens[m.last + 1]) in _OF_CLOCKS:
        return True
    before, hour = folded(tokens[a.first - 1]), int(digits)
    return hour <= 24 and (before in _AT_HOURS or (before in _ABOUT_HOURS and hour > 6))


def _is_calendar_year(tokens: Tokens, a: Amount, m: Measure | None) -> bool:
    """В 3797 год, 80 годы: so many years would be лет, or года after 2, 3 and 4."""
    if (
        m is None
        or tokens.kind(m.last) != "GOD"
        or a.high is None
        or not tokens[a.last].isdecimal()
    ):
        return False
    fitting = {"год": (1,), "года": (1, 2, 3, 4)}.get(folded(tokens[m.last]), ())
    return a.high % 10 not in fitting


def _is_one(tokens: Tokens, a: Amount, m: Measure | None) -> bool:
    """Whether "one" counts: it is mostly a pronoun, and "one day" is any day."""
    if m is None or m.kind == "count":
        return m is not None and folded(tokens[m.last]) in _VOTES
    return m.unit != "day" or tokens.kind(a.first - 1) in ("INDEF", "IN", "THE", "LATIN")


def _is_no_year(tokens: Tokens, a: Amount, m: Measure | None, exactness: Qualifier) -> bool:
    """1500 soldiers, over 1800 people, 2000 лет; but neither 1914 soldiers nor в 2000 году."""
    if m is None:
        return exactness != "none" and a.first == a.last
    if m.kind == "duration":
        return tokens.kind(m.last) != "GOD" and tokens[m.last].endswith(("s", "т", "old"))
    if m.kind != "count" or exactness != "none":
        return True
    if tokens.kind(a.first - 1) in (*_PREPOSITIONS, "MONTH"):
        return False
    is_russian = not tokens[m.last].isascii()  # a Russian year would have a "год"
    return is_russian or int(tokens[a.first]) % 100 == 0


def _stands_alone(tokens: Tokens, a: Amount, exactness: Qualifier) -> bool:
    """Whether an amount of nothing named is one: "killing all six", "the figure to be 11"."""
    first = folded(tokens[a.first])
    before, after = tokens.kind(a.first - 1), tokens.kind(a.last + 1)
    if tokens.kind(a.last) == "SCALE" or after == "OF":
        return True
    if first.endswith("0-х") or after in (*_NAMES, "DASH", "SLASH"):  # в конце 80-х; 5–Q
        return False
    if exactness != "none":
        return True
    if first.isalpha():  # the two, в турнире восьми: who they are, not how many
        is_oblique = not first.isascii() and first[-1] in "имх"
        return before != "THE" and not (is_oblique and before == "RUSSIAN")
    if after == "LATIN" or (before == "DASH" and len(first) > 3):
        return False
    is_led_to = before in ("FUNC", "LATIN", "TO", "OF", "RUSSIAN", "RUPAST", "RUADJ", "DASH")
    return is_led_to or (before == "IN" and "," in first)
