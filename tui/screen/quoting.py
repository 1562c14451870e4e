"""Passages taken out of the room: to the clipboard in a form of one's choice, or to stdout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.reactive import reactive

from tui.catalog.house import HouseStyle
from tui.model import Passage
from tui.screen import motions
from tui.screen.copying import Copying
from tui.screen.history import Pane
from tui.screen.messages import Take
from tui.screen.text import Text

if TYPE_CHECKING:
    from tui.screen.forms import Chosen
    from tui.screen.quotations import What

NOTHING = "no sentence here to cite"


class Quoting(Copying, inherit_bindings=False):
    """The part of the desk that quotes and cites; `house` is how, until it is chosen anew."""

    text: reactive[Text | None]
    pane: reactive[Pane]
    house = HouseStyle()

    def meant(self) -> Passage | None:
        """The passage that a key means where one is: what is marked, in whole sentences."""
        if self.pane != "text":
            is_hit = self.pane == "search"
            marked = (self.panes.search.hits if is_hit else self.panes.record.entries).marked
            target = marked.target if marked else None
            return target if isinstance(target, Passage) else None
        if self.text is None:
            return None
        reader, text = self.panes.text.reader, self.text.document.text
        view, here = reader.in_view(), reader.here
        if here is None or not view.start <= here.start < view.end:
            here = motions.sentence_from(text, view.start)
        return Passage(self.text.document.id, here) if here else None

    @on(Take)
    def _take_selected(self, event: Take) -> None:
        if self.text is not None:
            self._take(event.way, Passage(self.text.document.id, event.span), is_exact=True)

    def action_take(self, way: str) -> None:
        passage = self.meant()
        if passage is None:
            self._say(NOTHING)
        else:
            self._take(way, passage)

    @work(exclusive=True, group="copy")
    async def _take(self, way: str, passage: Passage, *, is_exact: bool = False) -> None:
        from tui.screen import quotations

        if not is_exact and passage.span.end:
            passage = await self._librarian.ask(quotations.sentences, passage) or passage
        match way:
            case "forms":
                self._choose_form(passage)
            case "print":
                await self._print(passage)
            case "all" | "citation" | "words" | "locator":
                await self._yank(passage, way)

    async def _yank(self, passage: Passage, what: What, name: str = "") -> None:
        from tui.screen import quotations

        taken = await self._librarian.ask(quotations.take, passage, what, self.house)
        if taken is not None:
            self._say(await self.copied(taken.text), name or taken.name)

    async def _print(self, passage: Passage) -> None:
        from tui.screen import quotations

        taken = await self._librarian.ask(quotations.take, passage, "all", self.house)
        if taken is not None:
            self.app.exit(taken.text)

    def _choose_form(self, passage: Passage) -> None:
        from tui.screen.forms import Forms

        def chosen(choice: Chosen | None) -> None:
            if choice is not None:
                before, self.house = self.house, choice.house
                stays = f"yy now writes {choice.house.style}" * (before != choice.house)
                self._yank_as(passage, choice.what, stays)

        self.app.push_screen(Forms(self._librarian, passage, self.house), chosen)

    @work(exclusive=True, group="copy")
    async def _yank_as(self, passage: Passage, what: What, name: str) -> None:
        await self._yank(passage, what, name)
