"""Queries that were saved or run before: one is chosen by words of it, or another saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.screen import keys
from tui.screen.drafting import attempt
from tui.screen.enquiry import whole
from tui.screen.field import Field
from tui.screen.heading import Heading
from tui.screen.keyline import KeyLine
from tui.screen.librarian import Librarian
from tui.screen.lines import Item, Line, Page
from tui.screen.listing import Listing
from tui.screen.question import Question
from tui.screen.status import Status

if TYPE_CHECKING:
    from tui.catalog.room import Room

MOST = 200
"""Queries that are listed at a time."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that was asked before, or saved by a name."""

    query: str
    name: str = ""

    def has(self, words: list[str]) -> bool:
        """Whether all the words, or beginnings of words, stand in it."""
        text = f"{self.name} {self.query}".casefold()
        return all(word in text for word in words)


def kept(room: Room) -> tuple[Asked, ...]:
    """The saved queries by name, then those that were run, the last one first."""
    from tui.catalog import saved

    named = sorted(saved.Queries(room).items())
    run = reversed(saved.history(room))
    return (*(Asked(query, name) for name, query in named), *map(Asked, run))


def earlier(room: Room, query: str) -> tuple[str, ...]:
    """The queries that were run, the last one last, without `query`."""
    from tui.catalog import saved

    return tuple(one for one in saved.history(room) if one != query)


def remember(room: Room, question: Question) -> None:
    """Keep what was asked, with all that narrows it."""
    from tui.catalog import saved

    if not question.is_empty and not question.like:
        saved.remember(room, whole(question).strip())


def _save(room: Room, name: str, question: Question) -> str:
    from tui.catalog import saved

    saved.save(room, name, whole(question).strip())
    return f"saved: query:{name} asks it"


def _forget(room: Room, name: str) -> str:
    from tui.catalog import saved

    saved.remove(room, name)
    return f"query:{name} is no longer saved"


class QueryBox(Field):
    """Where words of a query are typed, or its name; up and down mark a line below."""

    BINDINGS = keys.QUERIES


class Queries(ModalScreen[str], inherit_bindings=False):
    """A box above a list of queries; dismissed with what was wanted, or nothing."""

    BINDINGS = keys.QUERIES_SCREEN
    AUTO_FOCUS = "#queries-box"
    HEADING = PROMPT = PLACEHOLDER = ""

    box = query_one(QueryBox)
    list = query_one(Listing)
    status = query_one(Status)

    def __init__(self, librarian: Librarian, kept: tuple[Asked, ...]) -> None:
        super().__init__()
        self._librarian, self._kept = librarian, kept

    def compose(self) -> ComposeResult:
        yield Heading()
        with Horizontal(classes="field"):
            yield Static(Content(self.PROMPT), classes="prompt")
            yield QueryBox(placeholder=self.PLACEHOLDER, id="queries-box")
        yield Listing(id="queries")
        yield Status()
        yield KeyLine()

    def on_mount(self) -> None:
        heading = self.query_one(Heading)
        heading.text, heading.active = self.HEADING, True
        self._show()

    @on(Input.Changed)
    def _show(self) -> None:
        words = self.box.value.casefold().split()
        here = [(number, one) for number, one in enumerate(self._kept) if one.has(words)]
        items = tuple(_item(number, one) for number, one in here[:MOST])
        self.list.page = Page("", items or (Item((Line("none", "quiet"),)),))

    @property
    def marked(self) -> Asked | None:
        """The query that is marked."""
        target = self.list.marked.target if self.list.marked else None
        return self._kept[int(target)] if isinstance(target, str) else None

    @on(Input.Submitted)
    @on(Listing.Chosen)
    def _take(self) -> None:
        self.take()

    def take(self) -> None:
        """What Enter does."""
        raise NotImplementedError

    def action_mark(self, by: int) -> None:
        self.list.action_rows(by)

    @work(exclusive=True, group="forget")
    async def action_forget(self) -> None:
        marked = self.marked
        if marked is None or not marked.name:
            self.status.left = "only a saved query can be forgotten"
            return
        tried = await self._librarian.ask(attempt, _forget, marked.name)
        if tried is not None:
            self._kept = tuple(one for one in self._kept if one != marked)
            self.status.left = tried.what
            self._show()


class Recalling(Queries, inherit_bindings=False):
    """Dismissed with the query that is to be asked again."""

    HEADING = "Recall a query"
    PROMPT, PLACEHOLDER = "Find ", "words of it, or its name"

    def take(self) -> None:
        if (marked := self.marked) is not None:
            self.dismiss(marked.query)


class Saving(Queries, inherit_bindings=False):
    """Dismissed with what is to be said once the query is saved."""

    HEADING = "Save the query"
    PROMPT, PLACEHOLDER = "Name ", "a name without spaces"

    def __init__(self, librarian: Librarian, kept: tuple[Asked, ...], question: Question) -> None:
        super().__init__(librarian, tuple(one for one in kept if one.name))
        self._question = question

    def on_mount(self) -> None:
        super().on_mount()
        self.status.left = f"{self._question.name} · Enter saves it"

    @work(exclusive=True, group="save")
    async def _write(self, name: str) -> None:
        tried = await self._librarian.ask(attempt, _save, name, self._question)
        if tried is not None and tried.done:
            self.dismiss(tried.what)
        elif tried is not None:
            self.status.left = tried.what

    def take(self) -> None:
        self._write(self.box.value.strip())


def _item(number: int, kept: Asked) -> Item:
    name = (Line(f"query:{kept.name}", "strong"),) if kept.name else ()
    return Item((*name, Line(kept.query, "quiet" if name else "plain", most=3)), str(number))
