"""What is known of the open text and from where, with a key to correct it beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import ModalScreen

from tui.model import Document
from tui.screen import keys
from tui.screen.heading import Heading
from tui.screen.keyline import KeyLine
from tui.screen.lines import BLANK, Item, Line, Page
from tui.screen.listing import Listing
from tui.screen.prompt import Prompt
from tui.words import split

if TYPE_CHECKING:
    from tui.catalog.facts import Fact
    from tui.catalog.room import Room

NAMES = 16
"""Cells of the column of names."""


class Correction(NamedTuple):
    """A fact as somebody typed it."""

    name: str
    said: str


class AboutList(Listing):
    """The facts; Enter corrects the one that is marked."""

    BINDINGS = keys.ABOUT_LIST


class About(ModalScreen[Correction], inherit_bindings=False):
    """Dismissed with a correction, or nothing."""

    BINDINGS = [*keys.ABOUT, *keys.OVER]

    listing = query_one(AboutList)
    _heading = query_one(Heading)

    def __init__(self, document: Document, facts: tuple[Fact, ...]) -> None:
        super().__init__()
        self._document, self._facts = document, facts

    def compose(self) -> ComposeResult:
        yield Heading()
        yield AboutList(id="about")
        yield KeyLine()

    def on_mount(self) -> None:
        self._heading.text, self._heading.active = f"About {self._document.id}", True
        self.listing.page = Page("", tuple(self._items()))
        self.listing.focus()

    def _items(self) -> Iterator[Item]:
        yield Item((BLANK,))
        for fact in self._facts:
            lines = [Line(fact.said or "not known", "plain" if fact.said else "faint",
                          indent=NAMES, lead=fact.name)]  # fmt: skip
            if fact.said and fact.from_where:
                lines.append(Line(f"from {fact.from_where}", "quiet", indent=NAMES))
            yield Item(tuple(lines), fact.name)
        text, encoding = self._document.text, self._document.encoding
        size = f"{len(text):,} code points · {len(split(text).starts):,} words · {encoding}"
        yield Item((BLANK, Line(size, "quiet", indent=NAMES, lead="size")))
        yield Item((Line(self._document.sha256, "quiet", indent=NAMES, lead="SHA-256"),))

    @on(Listing.Chosen)
    def _correct(self, event: Listing.Chosen) -> None:
        event.stop()
        name = str(event.item.target)
        said = next(fact.said for fact in self._facts if fact.name == name)

        def typed(value: str | None) -> None:
            if value is not None and value != said:
                self.dismiss(Correction(name, value))

        self.app.push_screen(Prompt(f"{name}: ", "nothing: there is none", said), typed)

    def action_step_back(self) -> None:
        self.dismiss()


def facts(room: Room, doc: str) -> tuple[Fact, ...]:
    """What is known of a text."""
    from tui.catalog import facts

    return facts.facts(room, doc)


def set_fact(room: Room, doc: str, correction: Correction) -> str:
    """Write a correction beside its text, and say so."""
    from tui import editor
    from tui.catalog import facts

    draft = editor.correct(facts.sidecar(room, doc), *correction)
    editor.write(draft, room.registry_path or draft.path, room.places)
    return f"{draft.name}: {draft.what}: written; U undoes"
