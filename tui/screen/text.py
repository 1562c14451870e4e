"""A text as the reader has it: the document, its names and how each looks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from tui.counts import count
from tui.model import Document, Mention, Span, ZoneKind
from tui.screen.lines import Line

FURNITURE: dict[ZoneKind, str] = {
    "boilerplate": "boilerplate",
    "related": "links",
    "ticker": "ticker",
    "comment": "comments",
}
"""What stands around an article, and can be folded; and how it is called then."""


@dataclass(frozen=True, eq=False)
class Text:
    """A document opened for reading.

    `looks` are those of its names and `letters` what tells their types without colour, both in the
    order of its mentions. `front` is what stands above the text: what it is called, by whom, of
    when. `joins` says that its lines were broken for their width, and flow together again.
    """

    document: Document
    label: str
    mentions: tuple[Mention, ...] = ()
    looks: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    front: tuple[Line, ...] = ()
    joins: bool = False
    folds: tuple[Span, ...] = field(init=False, repr=False)
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [zone.span.start for zone in self.document.zones]
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(self, "folds", tuple(self._folds()))

    def _folds(self) -> Iterator[Span]:
        """The runs of furniture, without white space at their ends."""
        text = self.document.text
        for is_furniture, run in groupby(self.document.zones, lambda zone: zone.kind in FURNITURE):
            zones = list(run)
            end = zones[-1].span.end
            while end > zones[0].span.start and text[end - 1].isspace():
                end -= 1
            if is_furniture and end > zones[0].span.start:
                yield Span(zones[0].span.start, end)

    def zone(self, offset: int) -> ZoneKind:
        """What the text is at an offset."""
        if not self._starts:
            return "body"
        return self.document.zones[max(0, bisect_right(self._starts, offset) - 1)].kind

    def folded(self, fold: Span) -> str:
        """What a fold says of itself: 12 lines of comments."""
        first, last = (self.document.place(at)[0] for at in (fold.start, fold.end - 1))
        inside = (z.kind for z in self.document.zones if fold.start <= z.span.start < fold.end)
        kinds = dict.fromkeys(FURNITURE[kind] for kind in inside)
        lines = count(last - first + 1, "line")
        return f"{lines} of {' and '.join(kinds)} folded"

    def progress(self, view: Span) -> str:
        """How far a view has come: its first line, and how much of the text is before its end."""
        line, _ = self.document.place(view.start)
        percent = min(100, 100 * view.end // max(1, len(self.document.text.rstrip())))
        return f"line {line:,} of {self.document.line_count:,} · {percent} %"
