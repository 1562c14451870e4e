"""How exact a figure is, by the words around it: up to, at least, about, planned."""

from __future__ import annotations

from tui.figures.lexicon import (
    CHANGES,
    MUST,
    PLANNED,
    QUALIFIERS,
    QUALIFIERS_AFTER,
    SPOKEN,
    Qualifier,
)
from tui.figures.tokens import Tokens
from tui.figures.words import folded

_LONGEST = max(map(len, QUALIFIERS))
_BEFORE, _AFTER = 12, 5
"""How many words before and after a figure are read."""
_FILLERS = (",", "на", "в", "во", "через", "a", "an")


def qualifier(tokens: Tokens, first: int, last: int, *, is_range: bool) -> Qualifier:
    """How exact the figure of the tokens `first` to `last` is."""
    after = [folded(tokens[at]) for at in range(last + 1, last + 1 + _AFTER)]
    if found := QUALIFIERS_AFTER.get((after[0], after[1])):
        return found
    before = [folded(tokens[at]) for at in range(max(0, first - _BEFORE), first)]
    if is_range and before[-1:] == ["от"]:  # от 15 до 30
        return "none"
    return _by_words_before(before) or (
        "planned" if any(word.startswith(PLANNED) for word in after) else "none"
    )


def _by_words_before(before: list[str]) -> Qualifier | None:
    """What the longest phrase directly before a figure says, a few small words left out."""
    words = list(before)
    while words and words[-1] in _FILLERS:
        words.pop()
    if words[-1:] == ["over"] and before[-1] in ("a", "an"):  # over a 15-year period
        return "none"
    words = [word for word in words if word != ","]
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if found := QUALIFIERS.get(tuple(words[-length:])):
            return _unless_misread(found, words)
    return None


def _unless_misread(found: Qualifier, words: list[str]) -> Qualifier:
    """`found`, but talking about five is five, and выросла до 5 is where a change ends."""
    if words[-1] == "about" and words[-2:-1] and words[-2].startswith(SPOKEN):
        return "none"
    if words[-1] != "до" or not any(word.startswith(CHANGES) for word in words):
        return found
    return "planned" if any(word.startswith(MUST) for word in words) else "none"
