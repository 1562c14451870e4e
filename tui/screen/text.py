"""A text as the reader has it: the document, its names and how each looks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from tui.model import Document, Mention, Span, ZoneKind
from tui.screen.lines import Line


@dataclass(frozen=True, eq=False)
class Text:
    """A document opened for reading; `looks` are those of its names, in the same order.

    `front` is what stands above the text: what it is called, by whom, of when.
    """

    document: Document
    label: str
    mentions: tuple[Mention, ...] = ()
    looks: tuple[str, ...] = ()
    front: tuple[Line, ...] = ()
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [zone.span.start for zone in self.document.zones]
        object.__setattr__(self, "_starts", starts)

    def zone(self, offset: int) -> ZoneKind:
        """What the text is at an offset."""
        if not self._starts:
            return "body"
        return self.document.zones[max(0, bisect_right(self._starts, offset) - 1)].kind

    def progress(self, view: Span) -> str:
        """How far a view has come: its first line, and how much of the text is before its end."""
        line, _ = self.document.place(view.start)
        percent = 100 * view.end // max(1, len(self.document.text))
        return f"line {line:,} of {self.document.line_count:,} · {percent} %"
