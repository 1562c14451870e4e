"""The registry kept from the desk: names registered, mentions decided, edits taken back."""

from __future__ import annotations

from collections.abc import Callable

from textual import on, work

from tui.model import Passage, ReadroomError
from tui.screen.messages import Decide, Open, Register
from tui.screen.part import Part


class Keeping(Part, inherit_bindings=False):
    """The part of the desk that writes; after that the room is opened anew, and what it shows."""

    @on(Register)
    def _register(self, event: Register) -> None:
        from tui.screen.registering import Registering

        self.panes.text.close_card()
        self.app.push_screen(Registering(self._librarian, event.words), self._registered)

    def _registered(self, said: str | None) -> None:
        if said is not None:
            self._reopen(said)

    @work(exclusive=True, group="reopen")
    async def _reopen(self, said: str) -> None:
        """Open the room anew after an edit; until then the old one answers."""
        self._say(said)
        self._caught_up()
        try:
            await self._librarian.open()
        except ReadroomError as error:
            self._say(error.message)
            return
        await self._renew()
        self._say(said)

    @on(Decide)
    @work(exclusive=True, group="decide")
    async def _decide(self, event: Decide) -> None:
        """Write down which of its candidates the name under the mark means."""
        from tui.screen import drafting

        pane = self.panes.text
        mention = pane.reader.name_here
        if pane.text is None or mention is None or event.entity not in mention.candidates:
            return
        doc = pane.text.document.id
        if await self._attempt(drafting.decide, doc, mention, event.entity):
            pane.close_card()
            pane.enter()

    @work(exclusive=True, group="decide")
    async def action_undo_edit(self) -> None:
        from tui.screen import drafting

        await self._attempt(drafting.undo)

    async def _attempt(self, edit: Callable[..., str], *args: object) -> bool:
        """Make an edit and open the room anew, or say why it is refused; whether it was made."""
        from tui.screen import drafting

        tried = await self._librarian.ask(drafting.attempt, edit, *args)
        if tried is None or not tried.done:
            self._say(tried.what if tried else "")
            return False
        self._reopen(tried.what)
        return True

    def action_gaps(self) -> None:
        from tui.screen.gaps import Gaps

        if not self._librarian.is_in:
            return
        screen = Gaps(self._librarian)

        def left(passage: Passage | None) -> None:
            if screen.said is not None:
                self._reopen(screen.said)
            if passage is not None:
                self.post_message(Open(passage))

        self.app.push_screen(screen, left)
