"""What each line of a text is: title, byline, body, comment, furniture …, as spans that tile it.

A line is told by its looks (`shapes`) and by where it stands: before the first paragraph, in the
article, below its end. Whatever cannot be told is body, and nothing is ever cut.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Literal, NamedTuple

from tui.corpus.names import is_about, is_signed, names_in
from tui.corpus.shapes import LONG, Shape, Signs, is_title, shape_of, without_note
from tui.model import Span, Zone, ZoneKind
from tui.prose import is_hard_wrapped, paragraphs

_JOINED = frozenset(("body", "comment", "ticker", "related", "boilerplate"))
"""Kinds of which neighbours make one zone; every title or heading is a zone of its own."""
_BYLINE_WITHIN = 10
"""Lines within which a `By` opens a byline."""
_TICKER_AHEAD = 9
_TICKER_STAMPS = 3
"""A ticker has so many times and counts in so many lines."""
_PARAGRAPH = 120
"""Characters from which a line with a full stop is a paragraph of an article, not a headline."""
_LIST = 3
"""So many short lines in a row are a list, not headings."""
_NARROW = 45
"""A block of no longer lines is not wrapped, even in a hard-wrapped text."""
_NUMBERED = re.compile(r"(?:\d{1,3}|[IVXLC]+|[A-Z])[.)]\s")
_LINE = re.compile(r"[^\r\n]+")
_CLOSELY = 16 << 20
"""Characters that are looked at line by line; what a longer text has after them is body."""

_Part = Literal["head", "body", "comments", "related", "ticker", "tail"]


class _Line(NamedTuple):
    """A line of a text, or a paragraph of a hard-wrapped one, without white space around it."""

    start: int
    text: str
    shape: Shape


def zones_of(text: str, start: int = 0) -> tuple[Zone, ...]:
    """The zones of `text`, in order and without gaps; what is before `start` is boilerplate."""
    lines = _lines(text, start)
    edges: list[tuple[int, ZoneKind]] = [(0, "boilerplate")] if start else []
    for line, kind in zip(lines, _Reader(text, lines).kinds(), strict=True):
        if not edges or kind != edges[-1][1] or kind not in _JOINED:
            edges.append((line.start if edges else 0, kind))
    if text and not edges:
        edges.append((0, "body"))
    if len(text) > _CLOSELY and edges[-1][1] != "body":
        edges.append((_CLOSELY, "body"))
    ends = [*(edge for edge, _ in edges[1:]), len(text)]
    return tuple(
        Zone(kind, Span(edge, end)) for (edge, kind), end in zip(edges, ends, strict=bool(edges))
    )


def _lines(text: str, start: int) -> list[_Line]:
    wrapped, signs = is_hard_wrapped(text), Signs.of(text[:_CLOSELY])
    found = []
    for span in paragraphs(text):
        if span.start < start:
            continue
        if span.start >= _CLOSELY:
            break
        block = text[span.start : span.end]
        if wrapped and max(map(len, block.splitlines())) <= _NARROW:
            pieces = [(span.start + m.start(), m.group()) for m in _LINE.finditer(block)]
        else:
            pieces = [(span.start, block)]
        for at, piece in pieces:
            said = piece.strip()
            found.append(_Line(at, said, shape_of(said, signs)))
    return [_settled(line, following) for line, following in zip_longest(found, found[1:])]


def _settled(line: _Line, following: _Line | None) -> _Line:
    """A line as it is; `Comments` without their number, over text, are a mere heading."""
    if line.shape != "comments" or any(map(str.isdigit, line.text)):
        return line
    opens = following is None or following.shape in ("date", "timed", "closing", "passing")
    return line if opens else line._replace(shape="short")


class _Reader:
    """Goes down the lines once, knowing in which part of the page it is."""

    def __init__(self, text: str, lines: list[_Line]) -> None:
        self.text = text
        self.lines = lines
        self.title = ""
        self.authors: tuple[str, ...] = ()
        self.part: _Part = "head"
        self.found: list[ZoneKind] = []

    def kinds(self) -> list[ZoneKind]:
        """The kind of each line."""
        for at, line in enumerate(self.lines):
            self.found.append(self._kind(at, line))
        return self.found

    def _kind(self, at: int, line: _Line) -> ZoneKind:
        shape = line.shape
        if shape == "rule":
            return self.found[-1] if self.found else "body"
        if shape in ("passing", "closing"):
            if self.part != "head" and (shape == "closing" or self.part != "body"):
                self.part = "tail"
            return "boilerplate"
        if shape in ("comments", "related"):
            if self.part == "head":
                return "boilerplate"
            self.part = shape
        elif self.part != "ticker" and self._is_ticker(at):
            self.part = "ticker"
        if self.part == "comments":
            return "comment"
        if self.part in ("ticker", "related", "tail"):
            return self._below(at, line)
        return self._head(at, line) if self.part == "head" else self._body(at, line)

    def _is_ticker(self, at: int) -> bool:
        """Whether times and counts come thick from here on, between headlines."""
        if self.lines[at].shape not in ("bullet", "stamp", "count", "timed"):
            return False
        ahead = [line.shape for line in self.lines[at : at + _TICKER_AHEAD]]
        times = ahead.count("stamp") + ahead.count("timed")
        return times > 0 and times + ahead.count("count") >= _TICKER_STAMPS

    def _below(self, at: int, line: _Line) -> ZoneKind:
        """A line below the article, unless the article goes on here."""
        is_headline = self.part == "ticker" and self._shape(at - 1) in ("stamp", "count")
        if _is_paragraph(line) and not is_headline:
            self.part = "body"
            return self._body(at, line)
        if self.part == "related":
            return "related"
        if self.part == "ticker":
            items = ("bullet", "stamp", "count", "timed")
            if is_headline or line.shape in items or self._shape(at + 1) in ("stamp", "count"):
                return "ticker"
            self.part = "tail"
        return "boilerplate"

    def _head(self, at: int, line: _Line) -> ZoneKind:
        """A line before the first paragraph."""
        if line.shape == "date":
            return "dateline"
        if line.shape == "caption":
            return "caption"
        if self._is_byline(at, line, self._stands_under_title()):
            return "byline"
        could_be_title = line.shape in ("short", "marked") or (
            line.shape == "prose" and is_title(line.text)
        )
        if could_be_title and not self.title and at + 1 < len(self.lines):
            self.title = _levelled(line.text)
            return "title"
        if could_be_title and self._is_title_again(line):
            return "title-duplicate"
        if line.shape in ("short", "marked") and self._is_heading(at, line):
            return "heading"
        self.part = "body"
        return self._body(at, line)

    def _body(self, at: int, line: _Line) -> ZoneKind:
        """A line of the article."""
        if line.shape == "date":
            return "dateline"
        if line.shape == "caption":
            return "caption"
        if self.found and self.found[-1] == "byline" and is_about(line.text, self.authors):
            return "byline"
        if len(line.text) <= LONG and self._is_title_again(line):
            return "title-duplicate"
        if line.shape == "short" and self._is_byline(at, line, self._ends_article(at)):
            return "byline"
        if line.shape in ("short", "marked") and self._is_heading(at, line):
            return "heading"
        return "body"

    def _is_byline(self, at: int, line: _Line, is_place: bool) -> bool:
        """Whether a line names the authors: where one does so, or early and after a `By`."""
        if line.shape not in ("short", "prose"):
            return False
        if not is_place and not (at < _BYLINE_WITHIN and is_signed(line.text)):
            return False
        names = names_in(line.text, self.text)
        if any(name.casefold() in self.title for name in names):
            return False  # of whom the article speaks
        self.authors += names
        return bool(names)

    def _is_title_again(self, line: _Line) -> bool:
        begun = line.text.lstrip("# ")[:1].casefold() == self.title[:1]
        return begun and _levelled(line.text) == self.title

    def _stands_under_title(self) -> bool:
        if not self.title:
            return False
        if self.found[-1] == "heading":  # a subtitle; `SUMMARY` is none
            return len(self.lines[len(self.found) - 1].text.split()) > 3
        return self.found[-1] in ("title", "title-duplicate", "dateline", "caption", "byline")

    def _ends_article(self, at: int) -> bool:
        """Whether nothing of the article follows, save perhaps who its author is."""
        if self._shape(at + 1) in (None, "closing", "comments", "related"):
            return True
        following = self.lines[at + 1].text
        return len(following) <= LONG and following.split()[0] == self.lines[at].text.split()[0]

    def _is_heading(self, at: int, line: _Line) -> bool:
        """Whether a short line stands over text, not in a list nor below the last paragraph."""
        if line.shape == "marked":
            return True
        before, after = self._run(at, -1), self._run(at, 1)
        stands_over = self._shape(at + after + 1) in (
            *("prose", "bullet", "marked", "date", "caption"),
        )
        if before + 1 + after < _LIST:
            return stands_over
        if line.text.isupper() or _NUMBERED.match(line.text):
            return stands_over or after > 0
        is_item = "," in line.text or "—" in line.text
        return after == 0 and stands_over and not is_item

    def _run(self, at: int, step: int) -> int:
        """How many short lines stand right before or after a line; two is enough to know."""
        n = 0
        while n < _LIST - 1 and self._shape(at + (n + 1) * step) == "short":
            if step < 0 and self.found[at - n - 1] not in ("heading", "body"):
                break
            n += 1
        return n

    def _shape(self, at: int) -> Shape | None:
        return self.lines[at].shape if 0 <= at < len(self.lines) else None


def _is_paragraph(line: _Line) -> bool:
    said = line.text.rstrip("\"'”’»)]")
    return len(line.text) > LONG or (len(line.text) >= _PARAGRAPH and said[-1:] in (".", "!", "?"))


def _levelled(line: str) -> str:
    """A line as it is compared with the title."""
    return " ".join(without_note(line).lstrip("# ").split()).casefold()
