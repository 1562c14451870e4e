"""Which words of a text are written as names, so that `state` need not find United States.

A word with a capital in mid-sentence is one. At the start of a sentence, in a headline or in a line
of capitals the capital says nothing: there a word is one if the same text writes it as a name
elsewhere and never in lower case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.words import PARAGRAPH, Words

NAME = "^"
"""What the term of a word written as a name begins with."""

_IN_SENTENCE = re.compile(r"(?:['\u2019][sS])?[\s,&/\-\u2010-\u2015]*")


def bare(term: str) -> str:
    """The term without the mark of a name."""
    return term.removeprefix(NAME)


def both(term: str) -> tuple[str, str]:
    """The terms under which a folded word stands, written as a name or not."""
    return term, NAME + term


def terms(text: str, found: Words) -> list[str]:
    """The term of each position of `found`, the words of `text`, with `NAME` before a name's."""
    out = list(found.terms)
    seen = _Seen()
    breaks = [i for i, term in enumerate(out) if term == PARAGRAPH]
    for mark, after in zip([-1, *breaks], [*breaks, len(out)], strict=True):
        _read_paragraph(text, found, range(mark + 1, after), seen)
    names = {kin for i in seen.clear for kin in _kin(out[i])}
    for i in seen.unclear:
        if out[i] not in seen.lower and not names.isdisjoint(_kin(out[i])):
            seen.clear.append(i)
    for i in seen.clear:
        out[i] = NAME + out[i]
    return out


def _kin(term: str) -> tuple[str, ...]:
    """What a name and its other cases share: Россия, Россией."""
    if len(term) < 4 or not "а" <= term[0] <= "я":
        return (term,)
    return term, term[:-1], term[:-2]


@dataclass(slots=True)
class _Seen:
    """Positions with a capital that says something, or nothing; the terms in lower case."""

    clear: list[int] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)
    lower: set[str] = field(default_factory=set)


def _read_paragraph(text: str, found: Words, positions: range, seen: _Seen) -> None:
    starts, ends = found.starts, found.ends
    capital: list[int] = []
    long_lower, add = 0, seen.lower.add
    here = slice(positions.start, positions.stop)
    its = zip(positions, found.terms[here], starts[here], ends[here], strict=True)
    for i, term, start, end in its:
        if not text[start].isupper():
            add(term)
            if end - start >= 4:
                long_lower += 1
        elif end - start > 1:
            capital.append(i)
    is_headline = long_lower * 4 <= len(capital)
    for i in capital:
        is_clear = (
            not is_headline
            and i > positions.start
            and not text[starts[i] : ends[i]].isupper()
            and _IN_SENTENCE.fullmatch(text, ends[i - 1], starts[i])
        )
        (seen.clear if is_clear else seen.unclear).append(i)
