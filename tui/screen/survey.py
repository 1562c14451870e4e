"""A list drawn from many texts over the desk: Enter opens a passage, a box leaves what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.model import Passage
from tui.screen import keys, surveys
from tui.screen.field import Field
from tui.screen.heading import Heading
from tui.screen.keyline import KeyLine
from tui.screen.librarian import Librarian
from tui.screen.lines import BLANK, ELLIPSIS, Item, Line, Page, shorten
from tui.screen.listing import Listing
from tui.screen.paint import Mark
from tui.screen.prompt import Prompt
from tui.screen.status import Status
from tui.screen.surveys import Harvest, Kind, Row, Wanted
from tui.screen.walk import Walk
from tui.screen.wrap import cells

NAMES = {"concordance": "Concordance", "timeline": "Timeline", "figures": "Figures"}
NOUNS = {"concordance": "line", "timeline": "date", "figures": "figure"}
FIRST, BATCH, MOST = 60, 200, 2_000
"""Rows that are made at first, at a time, and at most."""
LEADS = {"concordance": 0, "timeline": 15, "figures": 23}
"""Cells of what a row leads with."""
PLACE, LEAST = 13, 60
"""Cells of its place; where there are fewer than `LEAST` for the row there is none."""


@dataclass(frozen=True)
class Choice:
    """A passage chosen in a list, those to go through from there, the list to come back to."""

    passage: Passage
    walk: Walk
    wanted: Wanted


class SurveyBox(Field):
    """Words that the rows must hold."""

    BINDINGS = keys.SURVEY_BOX


class SurveyList(Listing):
    """The rows."""

    BINDINGS = keys.SURVEY_LIST


class Survey(ModalScreen[Choice], inherit_bindings=False):
    """Dismissed with a choice, or nothing."""

    BINDINGS = [*keys.SURVEY, *keys.OVER]
    AUTO_FOCUS = "#survey"

    list = query_one(SurveyList)
    box = query_one(SurveyBox)
    status = query_one(Status)
    _heading = query_one(Heading)

    def __init__(self, librarian: Librarian, wanted: Wanted) -> None:
        super().__init__()
        self._librarian, self._wanted = librarian, wanted
        self._found: Harvest | None = None
        self._rows: list[Row] = []
        self._source: Iterator[Row] = iter(())
        self._is_over = False

    def compose(self) -> ComposeResult:
        yield Heading()
        with Horizontal(classes="field"):
            yield Static(Content("only "), classes="prompt")
            yield SurveyBox(
                self._wanted.filtered,
                placeholder="rows with these words",
                id="survey-box",
            )
        yield SurveyList(id="survey")
        yield Status()
        yield KeyLine()

    def on_mount(self) -> None:
        self._heading.active = True
        self._say("looking")
        self._look()

    # Finding

    def _say(self, what: str) -> None:
        of = self._wanted.query or "all texts"
        self._heading.text = f"{NAMES[self._wanted.kind]} · {of} · {what}"

    @work(exclusive=True, group="survey")
    async def _look(self) -> None:
        """The first rows as soon as there are some; then all that there is to be found."""
        found = await self._librarian.ask(surveys.begin, self._wanted)
        if found is None:
            self._say("not understood")
            return
        await self._show(found)
        was_done = found.is_done
        while not found.is_done:
            await self._librarian.ask(surveys.go_on, found)
            self._say(found.heading)
        if not was_done:
            await self._show(found)
        if self.box.value.split():
            await self._make(MOST)

    async def _show(self, found: Harvest) -> None:
        """Make the first rows anew."""
        self._found, self._rows, self._is_over = found, [], False
        self._source = await self._librarian.ask(surveys.rows, found) or iter(())
        await self._make(max(FIRST, self._wanted.at + 1))
        if self._wanted.at and self._wanted.at < len(self.list.items):
            self.list.mark(self._wanted.at)

    async def _make(self, number: int) -> None:
        """Make rows until there are so many, and list them."""
        while len(self._rows) < min(number, MOST) and not self._is_over:
            wanted = min(BATCH, number - len(self._rows))
            more = await self._librarian.ask(surveys.take, self._source, wanted) or []
            self._rows += more
            self._is_over = len(more) < wanted
        self._list()

    def _list(self) -> None:
        if self._found is None:
            return
        words = self.box.value.casefold().split()
        shown = [row for row in self._rows if row.has(words)]
        width = self.size.width
        nothing = Item((BLANK, Line("Nothing found", "quiet")))
        lead = LEADS[self._wanted.kind]
        items = tuple(_item(row, width, lead) for row in shown) or (nothing,)
        self.list.page = Page("", items)
        self._say(self._found.heading)
        if words:
            self.status.left = f"{len(shown):,} of {len(self._rows):,} rows hold these words"
        elif len(self._rows) >= MOST and not self._is_over:
            self.status.left = f"the first {MOST:,}; readroom {self._command} has all"
        else:
            self.status.left = ""

    @property
    def _command(self) -> str:
        return "kwic" if self._wanted.kind == "concordance" else self._wanted.kind

    @on(Listing.Low)
    @work(exclusive=True, group="more")
    async def _more(self, event: Listing.Low) -> None:
        event.stop()
        if self._found is not None and not self._is_over and self._found.is_done:
            await self._make(len(self._rows) + BATCH)

    def on_resize(self, event: events.Resize) -> None:
        at = self.list.cursor
        self._list()
        if 0 <= at < len(self.list.items):
            self.list.mark(at)

    # Filtering and sorting

    @on(Input.Changed)
    @work(exclusive=True, group="more")
    async def _filter(self, event: Input.Changed) -> None:
        event.stop()
        if self._found is not None:
            self._list()
            if event.value.split():
                await self._make(MOST)

    @on(Input.Submitted)
    def action_to_list(self) -> None:
        self.list.focus()

    def action_filter(self) -> None:
        self.box.focus()

    def action_sort(self) -> None:
        if self._wanted.kind != "concordance":
            self._sort("" if self._wanted.sort else "other")
            return

        def typed(sort: str | None) -> None:
            if sort is not None:
                self._sort(sort)

        hint = "1L to 5L, 1R to 5R, form, text, date; nothing: as the texts have them"
        self.app.push_screen(Prompt("sort: ", hint, self._wanted.sort), typed)

    @work(exclusive=True, group="sort")
    async def _sort(self, sort: str) -> None:
        """Take up another order, unless it is none."""
        wanted = replace(self._wanted, sort=sort, at=0)
        if await self._librarian.ask(surveys.is_order, wanted) is None:
            self.status.left = "no such order: 1L to 5L, 1R to 5R, form, text, date"
            return
        self._wanted = wanted
        self._look()

    def action_other(self, kind: Kind) -> None:
        """A list of another kind of the same."""
        if kind == "concordance" and not self._wanted.query:
            self.status.left = surveys.NO_LINES
        elif kind != self._wanted.kind:
            self._wanted = Wanted(kind, self._wanted.query)
            self._say("looking")
            self._look()

    # Choosing

    @on(Listing.Chosen)
    def _choose(self, event: Listing.Chosen) -> None:
        event.stop()
        passage = event.item.target
        if isinstance(passage, Passage):
            wanted = replace(self._wanted, filtered=self.box.value, at=self.list.cursor)
            self.dismiss(Choice(passage, self._walk().to(passage), wanted))

    def _walk(self) -> Walk:
        """All that is listed, text by text, for `n` and `N`."""
        listed = [item.target for item in self.list.items if isinstance(item.target, Passage)]
        stops = sorted(set(listed), key=lambda p: (p.doc, p.span))
        texts = [
            (doc, tuple(p.span for p in here)) for doc, here in groupby(stops, lambda p: p.doc)
        ]
        name = f"{NAMES[self._wanted.kind]} · {self._wanted.query or 'all texts'}"
        return Walk.through(name, texts, NOUNS[self._wanted.kind])

    def action_step_back(self) -> None:
        if self.box.has_focus:
            self.list.focus()
        else:
            self.dismiss()


def _item(row: Row, width: int, leading: int) -> Item:
    """A row in one line: the node in the middle, or behind what the row leads with."""
    room = width - 3
    name, colon, number = row.place.rpartition(":")
    tail = shorten(name, 0, PLACE - len(number) - 1) + colon + number if room >= LEAST else ""
    if not row.lead:
        side = (room - (PLACE + 2 if tail else 0) - 12) // 2
        left = row.left.strip()
        while cells(left) > side:
            left = left[1:]
        text = " " * (side - cells(left)) + left + " "
    else:
        side = max(8, (room - leading - PLACE) // 3)
        left = (
            row.left if len(row.left) <= side else ELLIPSIS + row.left[len(row.left) - side + 1 :]
        )
        text = left
    mark = Mark(len(text), len(text) + len(row.node), "hit")
    lead = shorten(row.lead, 0, leading - 1) if row.lead else ""
    line = Line(
        text + row.node + row.right,
        marks=(mark,),
        most=1,
        indent=leading if row.lead else 0,
        lead=lead,
        tail=tail,
    )
    return Item((line,), row.passage)
