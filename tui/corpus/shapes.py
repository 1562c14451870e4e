"""What a single line of a text looks like, from itself alone."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from tui.corpus.dateline import read_date
from tui.corpus.furniture import SIGNS, Furniture, furniture_of, signs_in

Shape = (
    Furniture
    | Literal[
        "prose",  # a sentence or more
        "short",  # could be a title or a heading
        "marked",  # is marked as a heading
        "bullet",  # an item of a list
        "stamp",  # an item that is only a day or a time, as between the headlines of a ticker
        "count",  # an item that is only a number
        "timed",  # a headline after its time
        "date",
        "caption",
        "note",  # a numbered footnote
        "rule",  # no letter or digit
    ]
)

LONG = 250
"""Characters above which a line is prose, whatever it says."""
HEADING = 120
TITLE = 300
"""Characters of the longest heading and of the longest title."""

_DAY = r"\d{1,2}\.\d{2}(?:\.(?:\d{4}|\d{2}))?"
_TIME = rf"(?:{_DAY},?\s+)?\d{{1,2}}:\d{{2}}"
_BULLETS = "•·▪●■►‣*–—-"
_BULLET = re.compile(rf"[{_BULLETS}]\s+(?P<item>\S.*)", re.DOTALL)
_STAMP = re.compile(rf"{_TIME}|{_DAY}")
_TIMED = re.compile(rf"\[?{_TIME}\]?\s+[^\W\d_]{{2}}.+")
_NOTE = re.compile(r"\[\d{1,3}\]\s*\S")
_MARKED = re.compile(r"#{1,6}\s+\S")
_CAPTION_SIGNS = (
    *("photo", "image", "picture", "credit", "fig", "table"),
    *("фото", "рис", "илл", "изобр", "табл"),
)
_CAPTION = re.compile(
    r"(?:(?:photo|image|picture)(?:graph)?(?: credit| source| by| courtesy)?s?|credits?"
    r"|фото(?:графия)?|иллюстрация|изображение|источник (?:фото|изображения))\s?[:©/]\s?\S.*"
    r"|(?:figure|fig\.|table|рис\.|рисунок|таблица) \d+[.:].*"
    r"|.*[.)\]] (?:photo|image|picture|credit|фото|изображение)(?: by)?: [^.]{2,60}\.?",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"(?:my )?dear\b|excellency\b|sir\b|уважаем|дорог(?:ой|ая|ие)\b", re.I)
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{4}[.!?…][\"”»)]*\s+\S")
_NOT_AT_END = frozenset(".,;…")
_OPENING = "\"'“„«‘(["
_MARK_OF_NOTE = re.compile(r"(?:\s*\[\d{1,3}\])+$")


class Signs(NamedTuple):
    """What lines are told by wherever it stands in them, as far as a text holds it."""

    furniture: tuple[str, ...] = SIGNS
    captions: tuple[str, ...] = _CAPTION_SIGNS

    @classmethod
    def of(cls, text: str) -> Signs:
        """Those in a text: so few that none is sought in every line."""
        return cls(signs_in(text, SIGNS), signs_in(text, _CAPTION_SIGNS))


ALL_SIGNS = Signs()


def shape_of(line: str, signs: Signs = ALL_SIGNS) -> Shape:
    """The shape of a line, without the white space around it, or of a paragraph of several."""
    if line[0] == "[" and _NOTE.match(line):
        return "note"
    if len(line) > LONG:
        return "prose"
    if not any(map(str.isalnum, line)):
        return "rule"
    first = line[0]  # which spares most lines most patterns
    if first in _BULLETS and (bullet := _BULLET.fullmatch(line)):
        item = bullet["item"]
        return "count" if item.isdigit() else "stamp" if _STAMP.fullmatch(item) else "bullet"
    if first == "#" and _MARKED.match(line):
        return "marked"
    if furniture := furniture_of(line, signs.furniture):
        return furniture
    if any(map(line.lower().__contains__, signs.captions)) and _CAPTION.fullmatch(line):
        return "caption"
    if read_date(line):
        return "date"
    if (first == "[" or first.isdigit()) and _TIMED.fullmatch(line):
        return "timed"
    return "short" if is_heading(line) else "prose"


def is_heading(line: str) -> bool:
    """Whether a line could be a heading: short, beginning as one, without a full stop."""
    if len(line) > HEADING or not is_title(line) or _SENTENCE_ENDS.search(line):
        return False
    return line[-1] != ":" or (line.count(" ") < 6 and not _SALUTATION.match(line))


def is_title(line: str) -> bool:
    """Whether a line could be a title: as a heading, but longer."""
    said = without_note(line)
    if not said or len(said) > TITLE or said[-1] in _NOT_AT_END or said[0] + said[-1] == "[]":
        return False
    first = said.lstrip(_OPENING)[:1]
    return first.isdigit() or (first.isalpha() and not first.islower())


def without_note(line: str) -> str:
    """A line without the number of a footnote at its end: `Memorandum[1]`."""
    return _MARK_OF_NOTE.sub("", line) if line.endswith("]") else line
