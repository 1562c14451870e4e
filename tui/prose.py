"""The grain of a text: its paragraphs and its sentences, as spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from tui.model import Span

_INKED = r"[^\S\r\n]*+\S[^\r\n]*+"
"""A line that is not blank; it never goes back, so that no line is slow."""
_LINE = re.compile(rf"(?<![^\r\n]){_INKED}")
_BLOCK = re.compile(rf"(?<![^\r\n]){_INKED}(?:(?:\r\n|\n|\r){_INKED})*+")
_WRAP = 120
"""No hard-wrapped text has lines longer than this."""

_STOP = re.compile(
    r"(?P<stop>[.!?…。！？](?<![.!?…。！？].)[.!?…。！？]*+)"
    r"(?:[\"'”’»)\]}」』）]|“(?!\S)|[ \u00a0][»”]|\[\d{1,4}\])*+"  # closing quotes, a note's number
    r"(?:\s+|$|(?<=[。！？」』）])|(?<=[。！？][”’]))"
)
_OPENING = re.compile(r"[\"'“„«‘(\[{—–\-\s]*")
_WORD = re.compile(r"\w*")
_ITEM = re.compile(r"[\r\n][ \t]*(?=(?:[-*•–—]|\(?(?:\d{1,3}|[a-zа-я])[.)])[ \t])")
"""The line end before an item of a list."""
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,4}|[A-Za-zА-Яа-я]|[IVXLC]+)")
_NUMBER = re.compile(r"\d.*|[IVXLC]{2,}|[VX]")
_INITIALS = re.compile(r"[A-ZА-ЯЁ]|(?:[^\W\d_]\.)+[^\W\d_]")
_NEAR = 200
"""How many characters before a full stop decide what it is."""


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations, by what a capital after their full stop means.
_GOES_ON = _listed(
    """mr mrs ms messrs mme mlle dr prof rev hon st mt ft gen col lt sgt capt cpt maj adm cmdr cdr
    sen rep gov pres secy amb asst dep dept atty supt vs cf viz ca approx e.g i.e
    т.е т.к т.н т.ч им ул пл пос дер наб просп св см ср напр г-н г-жа гр акад проф доц ген полк
    подп кап адм лейт ст гл мл тов ред изд зам пом нач и.о с т ч р м л"""
)
_BEFORE_NUMBER = _listed(
    """c no nos nr vol vols fig figs p pp art arts sec secs ch para paras ed doc jan feb mar apr jun
    jul aug sep sept oct nov dec стр рис табл п пп тт чч тел д кв корп"""
)
_MAY_END = _listed("inc corp ltd co bros jr sr esq etc al ph.d a.m p.m")
_MAY_END_RUSSIAN = _listed(
    "г в д п гг вв др пр т.д т.п н.э руб коп долл тыс млн млрд трлн чел экз шт мин сек"
)
_OPENERS = _listed(
    """the a an in on at it its he she they we i you but and or however this that these those there
    here if as for under after before when while although though according from with moreover
    additionally meanwhile thus so his her their our my what who why how no not yet since despite
    by to some many most all both one two during among
    в во на по о об он она они оно мы я вы это эти этот эта но и а к ко с со у за из от до для при
    после как так также тем кроме однако если когда что то не по-прежнему его её их"""
)
"""Words that, with a capital, open a sentence far more often than they are part of a name."""


@lru_cache(maxsize=2)
def is_hard_wrapped(text: str) -> bool:
    """Whether single line ends in `text` are for width only, as in mail and plain-text books."""
    inner = [
        len(line) for block in _BLOCK.finditer(text) for line in block.group().splitlines()[:-1]
    ]
    if len(inner) < 3 or max(inner) > _WRAP:
        return False
    full = sorted(inner)[len(inner) // 2]
    return full >= 45 and full >= 0.7 * sorted(inner)[int(len(inner) * 0.95)]


@lru_cache(maxsize=2)
def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text`: blocks between blank lines, or single lines if not wrapped."""
    pattern = _BLOCK if is_hard_wrapped(text) else _LINE
    return tuple(map(Span._make, [match.span() for match in pattern.finditer(text)]))


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of `text` in `span`, without the white space around them.

    None runs across a paragraph; a heading and an item of a list are sentences of their own.
    """
    found = paragraphs(text)
    first = bisect_right(found, span.start, key=lambda p: p.end)
    last = bisect_left(found, span.end, key=lambda p: p.start)
    return [
        sentence
        for paragraph in found[first:last]
        for block in _blocks(text, max(paragraph.start, span.start), min(paragraph.end, span.end))
        for sentence in _split(text, block)
    ]


def sentence_at(text: str, offset: int) -> Span:
    """The sentence around `offset`, or the next of its paragraph; else an empty span."""
    found = paragraphs(text)
    at = bisect_right(found, offset, key=lambda p: p.start) - 1
    inside = sentences(text, found[at]) if at >= 0 and offset <= found[at].end else []
    return next((s for s in inside if offset <= s.end), Span(offset, offset))


def _blocks(text: str, start: int, end: int) -> Iterator[Span]:
    """A paragraph, cut before each item of a list in it."""
    for match in _ITEM.finditer(text, start, end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, end)


def _split(text: str, block: Span) -> Iterator[Span]:
    start, end = block
    for match in _STOP.finditer(text, start, end):
        if _ends(text, start, match, end):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _ends(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether the marks of `match` end the sentence that begins at `start`."""
    if match.end() >= end or match["stop"][0] in "。！？":
        return True
    opening = _OPENING.match(text, match.end(), end)
    at = opening.end() if opening else end
    if text[at : at + 1].islower() or text[at : at + 1] in (".", "…"):
        return False
    if match["stop"] != ".":
        return True
    before = text[max(start, match.start() - _NEAR) : match.start()]
    if not before or before[-1].isspace():
        return True
    if _LIST_NUMBER.fullmatch(before.strip()):
        return False
    word = before.rsplit(None, 1)[-1].lstrip("\"'“„«‘([{")
    following = _WORD.match(text, at)
    return _word_ends(word, before, following.group() if following else "", text[at + 1 : at + 2])


def _word_ends(word: str, before: str, following: str, second: str) -> bool:
    """Whether a full stop after `word` ends its sentence: `before` and `following` decide."""
    bare = word.casefold()
    is_number = bool(_NUMBER.fullmatch(following))
    if bare in _GOES_ON or (is_number and bare in _BEFORE_NUMBER):
        return False
    if bare in _MAY_END_RUSSIAN:
        return not is_number and _russian_ends(bare, before.split(), following)
    if bare in _MAY_END or _INITIALS.fullmatch(word):
        is_initial = len(following) == 1 and second == "."
        return following.casefold() in _OPENERS and not is_initial
    return True


def _russian_ends(bare: str, before: list[str], following: str) -> bool:
    """Whether `2014 г.`, `XX в.`, `и т. д.`, `5 млн руб.` end a sentence: not after a few words."""
    if len(before) < 4:
        return False
    if bare in ("руб", "долл"):
        return not (len(following) > 1 and following.isupper())
    if bare in ("г", "в"):
        return before[-2][-1:].isdigit() or bool(_NUMBER.fullmatch(before[-2]))
    return bare not in ("д", "п") or before[-2].casefold() == "т."
