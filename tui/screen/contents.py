"""The headings of the open text, to go to one of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import ModalScreen

from tui.counts import count
from tui.model import Document, Passage, Span
from tui.screen import keys
from tui.screen.heading import Heading
from tui.screen.keyline import KeyLine
from tui.screen.lines import Item, Line, Page
from tui.screen.listing import Listing

_HASHES = re.compile(r"#{1,6}(?=\s)")
_NUMBER = re.compile(r"\d+(?:\.\d+)*(?=[.)]?\s)")
DEEPEST = 5


def headings(document: Document) -> list[Span]:
    """Where the title and the headings of a text stand, without white space around them."""
    found = []
    for zone in document.zones:
        if zone.kind not in ("title", "heading"):
            continue
        text = document.text[slice(*zone.span)]
        start = zone.span.start + len(text) - len(text.lstrip())
        if start < zone.span.end:
            found.append(Span(start, zone.span.start + len(text.rstrip())))
    return found


def depth(heading: str) -> int:
    """How deep a heading lies: by the signs before it, or by its number."""
    if (hashes := _HASHES.match(heading)) is not None:
        return len(hashes.group()) - 1
    number = _NUMBER.match(heading)
    return min(DEEPEST, number.group().count(".")) if number else 0


class Contents(ModalScreen[Span], inherit_bindings=False):
    """Dismissed with the heading that was chosen, or nothing; `at` is where the reader is."""

    BINDINGS = [*keys.CONTENTS, *keys.OVER]

    listing = query_one(Listing)
    _heading = query_one(Heading)

    def __init__(self, document: Document, found: list[Span], at: int) -> None:
        super().__init__()
        self._document, self._found, self._at = document, found, at

    def compose(self) -> ComposeResult:
        yield Heading()
        yield Listing(id="contents")
        yield KeyLine()

    def on_mount(self) -> None:
        said = f"Contents · {count(len(self._found), 'heading')}"
        self._heading.text, self._heading.active = said, True
        self.listing.page = Page(said, tuple(self._items()))
        self.listing.focus()
        self.listing.mark(max(0, bisect_right([span.start for span in self._found], self._at) - 1))

    def _items(self) -> Iterator[Item]:
        for span in self._found:
            text = " ".join(self._document.text[slice(*span)].split())
            line = f"line {self._document.place(span.start)[0]:,}"
            yield Item(
                (Line(text.lstrip("# "), most=2, indent=2 * depth(text), tail=line),),
                Passage(self._document.id, span),
            )

    @on(Listing.Chosen)
    def _choose(self, event: Listing.Chosen) -> None:
        event.stop()
        if isinstance(event.item.target, Passage):
            self.dismiss(event.item.target.span)

    def action_step_back(self) -> None:
        self.dismiss()
