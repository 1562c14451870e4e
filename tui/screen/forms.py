"""A passage in every form that it can be cited in, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import ModalScreen

from tui.model import Passage
from tui.screen import keys, quotations
from tui.screen.heading import Heading
from tui.screen.keyline import KeyLine
from tui.screen.librarian import Librarian
from tui.screen.lines import BLANK, Item, Line, Page
from tui.screen.listing import Listing
from tui.screen.quotations import Form

if TYPE_CHECKING:
    from tui.catalog.house import HouseStyle
    from tui.screen.quotations import What

ROWS = 12
"""Rows of a form that are shown at most."""


class Chosen(NamedTuple):
    """What is to be taken of the passage, and how from now on."""

    what: What
    house: HouseStyle


class FormList(Listing):
    """The forms; a key takes the one that is marked."""

    BINDINGS = keys.FORMS


class Forms(ModalScreen[Chosen], inherit_bindings=False):
    """Dismissed with what was chosen, or nothing."""

    BINDINGS = [*keys.FORMS_SCREEN, *keys.OVER]

    list = query_one("#forms", FormList)
    _heading = query_one(Heading)

    def __init__(self, librarian: Librarian, passage: Passage, house: HouseStyle) -> None:
        super().__init__()
        self._librarian = librarian
        self._passage = passage
        self._house = house
        self._forms: tuple[Form, ...] = ()

    def compose(self) -> ComposeResult:
        yield Heading()
        yield FormList(id="forms")
        yield KeyLine()

    def on_mount(self) -> None:
        self._heading.active = True
        self._heading.text = "Cite as"
        self.list.focus()
        self._show()

    @work(exclusive=True, group="forms")
    async def _show(self) -> None:
        """Show every form, with the one that was used last marked at first."""
        found = await self._librarian.ask(quotations.forms, self._passage, self._house)
        if found is None:
            self.dismiss()
            return
        at, (self._forms, is_wrapped) = self.list.cursor, found
        lines = "unwrapped" if self._house.unwrap else "lines as they are"
        missing = "without what is missing" if self._house.nd else ""
        said = filter(None, ("Cite as", lines if is_wrapped else "", missing))
        self._heading.text = " · ".join(said)
        before = ("", *(form.why_not for form in self._forms))
        self.list.page = Page("Cite as", tuple(map(_item, self._forms, before)))
        styles = [form.style for form in self._forms]
        self.list.mark(at if at >= 0 else styles.index(self._house.style))
        self.refresh_bindings()

    @on(Listing.Chosen)
    def _choose(self, event: Listing.Chosen) -> None:
        event.stop()
        self._leave_with("all")

    def action_citation(self) -> None:
        self._leave_with("citation")

    def _leave_with(self, what: What) -> None:
        form = self._forms[self.list.cursor] if self.list.marked else None
        if form is None or form.why_not:
            self.app.bell()
            return
        self.dismiss(Chosen(what, self._house._replace(style=form.style)))

    def action_unwrap(self) -> None:
        self._house = self._house._replace(unwrap=not self._house.unwrap)
        self._show()

    def action_without(self) -> None:
        self._house = self._house._replace(nd=not self._house.nd)
        self._show()

    def action_step_back(self) -> None:
        self.dismiss()


def _item(form: Form, before: str) -> Item:
    """The style, and what it makes of the passage or why it makes nothing, if not said before."""
    if form.why_not:
        lines = [Line(form.why_not, "label", indent=2)] if form.why_not != before else []
    else:
        rows = form.text.splitlines()
        lines = [Line(row, most=4, indent=2) for row in rows[:ROWS]]
        lines += [Line("…", "quiet", indent=2)] if len(rows) > ROWS else []
    return Item((Line(form.style, "strong"), *lines, BLANK), form.style)
