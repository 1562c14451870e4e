"""A text looked at as a whole from the desk: its headings, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tui.model import Span
from tui.screen.keeping import Keeping
from tui.screen.messages import Jump
from tui.screen.travelling import Travelling

if TYPE_CHECKING:
    from tui.screen.about import Correction


class Knowing(Keeping, Travelling, inherit_bindings=False):
    """The part of the desk that shows contents and facts, and has facts corrected."""

    def action_contents(self) -> None:
        if self.text is None:
            return
        from tui.screen.contents import Contents, headings

        document = self.text.document
        found = headings(document)
        if not found:
            self._say("no headings in this text")
            return

        def chosen(span: Span | None) -> None:
            if span is not None:
                self.post_message(Jump(span.start))

        view = self.panes.text.reader.in_view()
        self.app.push_screen(Contents(document, found, view.start), chosen)

    @work(exclusive=True, group="about")
    async def action_about(self) -> None:
        from tui.screen import about
        from tui.screen.about import About

        if self.text is None:
            self._say("no text is open")
            return
        document = self.text.document
        found = await self._librarian.ask(about.facts, document.id)
        if found is None:
            return

        def left(correction: Correction | None) -> None:
            if correction is not None:
                self._correct(document.id, correction)

        self.app.push_screen(About(document, found), left)

    @work(exclusive=True, group="decide")
    async def _correct(self, doc: str, correction: Correction) -> None:
        from tui.screen import about

        await self._attempt(about.set_fact, doc, correction)
