"""The words of a quotation against those of a text: the same, or where it reads most alike.

The same allows what quoting allows: an elision, a word in brackets, a capital or a small letter at
the head, marks and white space of another make.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from tui.drafts.quotations import Quotation
from tui.model import Span
from tui.runs import APOSTROPHES, DASHES
from tui.words import Words, split

LEAST = 0.45
"""The share of a quotation's words, by weight, that a passage like it has."""
TELLING = 2.0
"""The weight of them at least: a few words that stand everywhere are like everything."""
_STRAY = 2
"""Words that may be shared by chance."""
_ELIDED = 1500
"""Code points that an elision may stand for."""
_PUT_IN = 80
"""Code points for which a word in brackets may stand."""
_MARKS = "\"“”„«»‹›'‘’"
_PIECE = re.compile(r"\[[^\[\]]*\]|\w+|\s+|[^\w\s]")

Weight = Callable[[str], float]
"""How much a word tells."""


@dataclass(frozen=True, slots=True)
class Resemblance:
    """The passage of a text that reads most like a quotation; `share` is from 0 to 1."""

    span: Span
    share: float


def verbatim(quotation: Quotation, text: str) -> Span | None:
    """Where a text has the very words of a quotation, its pieces one behind the other."""
    first, *others = (re.compile(rf"(?<!\w){_pattern(p)}(?!\w)") for p in quotation.pieces)
    for head in first.finditer(text):
        end = head.end()
        for piece in others:
            found = piece.search(text, end, end + _ELIDED)
            if found is None:
                break
            end = found.end()
        else:
            return Span(head.start(), end)
    return None


def _pattern(piece: str) -> str:
    parts = [_part(match[0]) for match in _PIECE.finditer(piece)]
    head = piece[0]
    if head.isalpha() and head.swapcase() != head and len(head.swapcase()) == 1:
        parts[0] = f"[{head}{head.swapcase()}]{parts[0][len(head) :]}"
    return "".join(parts)


def _part(part: str) -> str:
    if part.isspace():
        return r"\s+"
    if len(part) > 1 and part[0] == "[":
        inner = r"\s+".join(map(re.escape, part[1:-1].split()))
        return rf"\[?(?:{inner}|[^\n]{{1,{_PUT_IN}}}?)\]?"
    if part in _MARKS:
        return rf"[{_MARKS}{APOSTROPHES}]"
    if part in DASHES:
        return rf"\s*[{re.escape(DASHES)}]+\s*"
    return re.escape(part)


def nearest(quotation: Quotation, text: str, words: Words, weight: Weight) -> Resemblance | None:
    """The passage of a text, whose words are known, that reads most like a quotation."""
    wanted = split(quotation.text).terms
    window = _window(words.terms, wanted, weight)
    if window is None:
        return None
    start, end = window
    matcher = SequenceMatcher(None, wanted, words.terms[start:end], autojunk=False)
    blocks = _together(matcher.get_matching_blocks()[:-1])
    held = sum(weight(wanted[b.a + n]) for b in blocks for n in range(b.size))
    share = held / sum(map(weight, wanted))
    is_little = sum(block.size for block in blocks) < 2 or held < TELLING
    if share < LEAST or is_little:
        return None
    first = start + blocks[0].b - blocks[0].a
    last = start + blocks[-1].b + blocks[-1].size - 1
    last += len(wanted) - blocks[-1].a - blocks[-1].size
    own = range(start + blocks[0].b, start + blocks[-1].b + blocks[-1].size)
    first, last = _within(text, words, own, first, last)
    return Resemblance(words.span(first, last), share)


def _together(blocks: list[Match]) -> list[Match]:
    """Shared runs of words, without those at the ends that are short and stand apart."""
    while len(blocks) > 1 and blocks[-1].size <= _STRAY and _is_apart(*blocks[-2:]):
        blocks = blocks[:-1]
    while len(blocks) > 1 and blocks[0].size <= _STRAY and _is_apart(*blocks[:2]):
        blocks = blocks[1:]
    return blocks


def _is_apart(one: Match, other: Match) -> bool:
    """Whether there is more between two runs in the text than in the quotation."""
    between = other.b - one.b - one.size
    return between > other.a - one.a - one.size + _STRAY


def _within(text: str, words: Words, own: range, first: int, last: int) -> tuple[int, int]:
    """The ends of a passage, as far as its own sentence goes beyond the words it shares."""
    low, high = own.start, own.stop - 1
    while low > max(first, 0) and not _is_end(text, words, low - 1):
        low -= 1
    while high < min(last, len(words) - 1) and not _is_end(text, words, high):
        high += 1
    return low, high


def _is_end(text: str, words: Words, at: int) -> bool:
    """Whether a sentence or a line ends behind a word."""
    between = text[words.ends[at] : words.starts[at + 1]]
    return (
        "\n" in between or "¶" in words.terms[at : at + 2] or bool(re.search(r"[.!?]\s", between))
    )


def _window(terms: Sequence[str], wanted: Sequence[str], weight: Weight) -> tuple[int, int] | None:
    """The stretch, a little longer than what is wanted, that holds most of it by weight."""
    weights = {term: weight(term) for term in wanted}
    width = len(wanted) + len(wanted) // 4 + 2
    places = [at for at, term in enumerate(terms) if term in weights]
    held: dict[str, int] = {}
    best, sum_, window, start = 0.0, 0.0, None, 0
    for at in places:
        term = terms[at]
        held[term] = held.get(term, 0) + 1
        sum_ += weights[term] * (held[term] == 1)
        while places[start] <= at - width:
            gone = terms[places[start]]
            held[gone] -= 1
            sum_ -= weights[gone] * (held[gone] == 0)
            start += 1
        if sum_ > best + 1e-9:
            best, window = sum_, (places[start], at)
    if window is None:
        return None
    slack = len(wanted) // 4 + 2
    return max(0, window[0] - slack), min(len(terms), window[1] + slack + 1)
