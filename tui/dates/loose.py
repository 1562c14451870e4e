"""Single words that may be a date or something else: what stands around them decides."""

from __future__ import annotations

from tui.dates.lexicon import BOUND_TO_TODAY, ONCE, STEPS, UNITS, folded, is_cyrillic
from tui.dates.tokens import Tokens

_CLAUSE = 12
"""How many tokens are read for a verb, or to each side for a word such as "every"."""
_PROPER_YEARS = range(1500, 2051)
"""Years that need no preposition to be one."""


def is_a_month(tokens: Tokens, at: int) -> bool:
    """Whether a month without a day or a year is meant: "in May", never "may" or "Mr. May"."""
    if is_cyrillic(tokens[at]):
        return tokens[at].islower()
    if tokens.kind(at + 1) == "MEASURE" and tokens[at + 1] == "Day":  # a holiday
        return False
    before = tokens.kind(at - 1)
    if tokens.kind(at) != "MONTH":
        return before in ("IN", "PART") and tokens[at].istitle()
    return before in ("IN", "PART", "BY", "OF", "TO", "FROM", "BETWEEN") and tokens[at].istitle()


def is_yearly(tokens: Tokens, at: int) -> bool:
    """Whether "between June and November" is every year's: nothing in its clause was or will be."""
    if is_cyrillic(tokens[at]) or tokens.has("DID", at - _CLAUSE, at + _CLAUSE):
        return False
    clause = range(at - _CLAUSE, at + _CLAUSE)
    return not any(tokens[i] in ONCE for i in clause if not at <= i <= at + 2)


def is_a_season(tokens: Tokens, at: int) -> bool:
    """Whether a season without a year is one season: "весной запретил", not that of every year."""
    is_when = folded(tokens[at]) in ("весной", "летом", "осенью", "зимой")
    return is_when and not tokens.has("EVERY", at - _CLAUSE, at + _CLAUSE)


def is_a_weekday(tokens: Tokens, at: int) -> bool:
    """Whether a weekday is one day: "on Tuesday", "в среду", not "every Sunday", "Black Friday"."""
    if is_cyrillic(tokens[at]):
        return tokens.kind(at - 1) in ("INTO", "TO", "FROM")
    after = tokens.kind(at + 1)
    return tokens.kind(at - 1) not in ("EVERY", "NAME", "CAPITALS") and after not in (
        "NAME",
        "CAPITALS",
    )


def is_a_unit(tokens: Tokens, at: int) -> bool:
    """Whether "this morning" and the like is counted from now: the next morning is a story's."""
    return UNITS[folded(tokens[at + 1])] != "day" or STEPS[folded(tokens[at])] < 1


def is_near(tokens: Tokens, at: int) -> bool:
    """Whether "today" is the day and not nowadays: what was done or is said today."""
    word = folded(tokens[at])
    if word == "сегодня":
        end = at + 1
        while end < at + _CLAUSE and tokens.kind(end) not in ("STOP", "BREAK", ""):
            end += 1
        return tokens.kind(at + 1) == "DAYPART" or tokens.has("DIDRU", at - 1, end)
    if word != "today":
        return True
    is_plan = tokens.kind(at + 2) == "TO" and tokens[at + 1] in ("is", "are")
    return is_plan or any(
        tokens.kind(i) in ("DID", "DAY", "YEAR") or folded(tokens[i]) in BOUND_TO_TODAY
        for i in (at - 1, at + 1)
        if tokens.kind(i)
    )


def is_a_year(tokens: Tokens, at: int) -> bool:
    """Whether four digits without a month or "год" are a year and not an amount or a number."""
    year, before, after = int(tokens[at][:4]), tokens.kind(at - 1), tokens.kind(at + 1)
    if tokens[at - 1] == "s" and tokens[at - 2] in ("'", "’"):  # Taipei's 1587, a telegram
        before = tokens.kind(at - 3)
    if _is_glued(tokens, at) or after in ("MONEY", "SLASH", "CAPITALS") or before == "SLASH":
        return False
    if before in ("BREAK", "") and after == "STOP":  # 1744. Talks: the number of an item
        return False
    if after == "DASH" and tokens.kind(at + 2) == "YEAR":  # a range, but not of years
        return False
    if before == "OPEN" and after in ("CLOSE", "COMMA"):
        return True
    if _stands_in_russian(tokens, at):
        is_done = after in ("COMMA", "STOP", "CLOSE", "BREAK", "DIDRU", "")
        return before in ("INTO", "TO", "FROM") and is_done
    if year not in _PROPER_YEARS:
        return before in ("IN", "BY", "FROM", "TO", "BETWEEN") and after != "PLURAL"
    if before in ("AT", "CAPITALS", "DAY", "TWO", "NUMBER", "YEAR", "MONEY"):
        return False  # at 1800 today; POL 1955; tel. 1 800 1234
    is_round = year % 100 == 0
    if before == "OVER":
        return not is_round and after not in ("PLURAL", "LATIN")
    if after == "PLURAL":  # 1500 soldiers, but in 1964 soldiers … and the 2012 elections
        return before in ("IN", "THE") or (not is_round and before not in ("LATIN", "DID"))
    return not ((is_round and after == "OF") or (before == "NAME" and year < 1750))


def is_a_range(tokens: Tokens, at: int) -> bool:
    """Whether two numbers with a dash between them are years: not in "1500—2000 рублей"."""
    after = tokens.kind(at + 3)
    if after in ("MEASURE", "MONEY", "DASH") or tokens.kind(at - 1) in ("MONEY", "DASH", "SLASH"):
        return False
    return after not in ("CYRILLIC", "DIDRU") or tokens.kind(at - 1) == "OPEN"


def _stands_in_russian(tokens: Tokens, at: int) -> bool:
    """Whether the nearest word, before or else behind, is Russian."""
    for step in (-1, 1):
        for i in range(at + step, at + 4 * step, step):
            if tokens.kind(i) and tokens[i][0].isalpha():
                if is_cyrillic(tokens[i]):
                    return True
                break
    return False


def _is_glued(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen or another sign binds the number to its neighbour: 2005-981, #1984."""
    before = tokens.text[max(0, tokens.starts[at] - 2) : tokens.starts[at]]
    return before[-1:] in ("#", "+", "_", "@", "=") or (
        before[-1:] in ("-", "–") and before[:1].isdecimal()
    )
