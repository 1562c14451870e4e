"""What a list is made of: items of lines, with marks in them and where Enter on them leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.model import Mention, Passage
from tui.screen.paint import Mark
from tui.screen.topic import Topic
from tui.screen.wrap import cells, shown, wrap

ELLIPSIS = "…"
_LINE_ENDS = str.maketrans("\r\n", "  ")


class Line(NamedTuple):
    """A line before it is wrapped to at most `most` rows, `indent` cells from the left.

    `lead` stands in the first row's indent, `tail` at its right end.
    """

    text: str
    look: str = "plain"
    marks: tuple[Mark, ...] = ()
    most: int = 99
    indent: int = 0
    lead: str = ""
    tail: str = ""


BLANK = Line("")


class Item(NamedTuple):
    """Lines that are chosen together; `target` is where they lead: a passage, an entity, a page.

    `note` is said before the first of them that is quiet: how a text stands with its reader.
    """

    lines: tuple[Line, ...]
    target: Passage | str | Topic | None = None
    note: str = ""

    @property
    def noted(self) -> tuple[Line, ...]:
        """The lines with the note."""
        at = next((i for i, line in enumerate(self.lines) if line.look == "quiet"), None)
        if at is None or not self.note:
            return self.lines
        quiet = self.lines[at]._replace(text=f"{self.note} · {self.lines[at].text}")
        return (*self.lines[:at], quiet, *self.lines[at + 1 :])


class Drawn(NamedTuple):
    """A row of a line: `text[start:end]`, what stands in its indent and at its right end."""

    line: Line
    text: str
    start: int
    end: int
    lead: str = ""
    tail: str = ""


class Page(NamedTuple):
    """A list as a pane shows it: what stands over it, and its items."""

    heading: str = ""
    items: tuple[Item, ...] = ()
    is_open: bool = False
    """Whether it asks which of its items is meant."""


NOTHING = Page()


def lay(line: Line, width: int) -> Iterator[Drawn]:
    """The rows of a line in `width` cells."""
    text = line.text.translate(_LINE_ENDS)
    room = max(1, width - line.indent)
    tail = line.tail if cells(line.tail) + 8 < room else ""
    if tail:
        room -= cells(tail) + 2
    rows = wrap(text, room)
    lead = line.lead
    for number, (start, end) in enumerate(rows, 1):
        if number == line.most and number < len(rows):
            cut = shorten(text, start, room)
            yield Drawn(line, cut, start, len(cut), lead, tail)
            return
        yield Drawn(line, text, start, end, lead, tail)
        lead = tail = ""


def shorten(text: str, start: int, width: int) -> str:
    """`text` up to what fits in `width` cells from `start`, with an ellipsis if that is not all."""
    if cells(text[start:]) <= width:
        return text
    end = start + width
    while cells(text[start:end]) > width - 1:
        end -= 1
    return text[:end].rstrip() + ELLIPSIS


def fitted(text: str, width: int) -> str:
    """`text` made visible and shortened to `width` cells."""
    return shown(shorten(text.translate(_LINE_ENDS), 0, width)) if width > 0 else ""


def mention_look(mention: Mention, kind: str | None) -> str:
    """The look of a name of an entity of this type."""
    if mention.entity is None:
        return "doubt"
    groups = {"person": "person", "organisation": "body", "bloc": "body", "place": "place"}
    return groups.get(kind or "", "thing")


LETTERS = {
    "person": "p",
    "organisation": "o",
    "place": "l",
    "bloc": "b",
    "equipment": "q",
    "event": "e",
    "deal": "d",
    "publication": "u",
    "programme": "g",
    "concept": "c",
}
"""What stands for a type where there is no colour."""


def mention_letter(mention: Mention, kind: str | None) -> str:
    """What is drawn after a name of an entity of this type: a letter, or `?` if it has several."""
    return "?" if mention.entity is None else LETTERS.get(kind or "", "x")
