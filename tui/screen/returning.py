"""How the desk is left, and found again as it was left."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from textual import work
from textual.reactive import reactive

from tui.screen.ahead import Ahead
from tui.screen.answers import Answers
from tui.screen.asking import Asking
from tui.screen.history import PANES, Pane
from tui.screen.lines import Page
from tui.screen.topic import Topic
from tui.sessions import Session, keep


class Returning(Asking, inherit_bindings=False):
    """The part of the desk that keeps where one was: the query, the text, the record, the pane."""

    pane: reactive[Pane] = reactive("search", init=False)
    _session_path: Path | None = None
    _ahead: Ahead | None = None
    _first: Page | None = None
    _session: Session | None = None
    _picks = False

    async def _come_back(self) -> None:
        """Have everything as it was left."""
        from tui.catalog import sessions

        session = await self._librarian.ask(sessions.last)
        self._session = session
        if session is None or self._question.query or session == Session():
            return
        if session.query:
            self.panes.search.box.value = session.query
            self.panes.search.box.select_all()  # what is typed goes in its place
        if session.doc is not None and await self._load_text(session.doc):
            self.panes.text.reader.put_head(self._place_kept())
        if session.entity is not None:
            await self._load_record(Topic.of(session.entity))
        if session.pane in PANES and session.pane != "search" and not self._picks:
            self.panes.enter(cast("Pane", session.pane))

    async def _find_session(self) -> None:
        """Find where the session is kept."""
        from tui.catalog import sessions

        self._session_path = await self._librarian.ask(sessions.path)

    def _note_first(self, answers: Answers) -> None:
        """Keep the list of all texts, to be shown the next time before the room is open."""
        is_first = answers.question is not None and answers.question.is_empty
        if is_first and self._ahead is not None and answers.page != self._first:
            self._first = answers.page
            self._keep_first(self._ahead, answers.page)

    @work(group="ahead")
    async def _keep_first(self, ahead: Ahead, page: Page) -> None:
        await self._librarian.ask(lambda _: ahead.keep(page))

    def _keep_session(self) -> None:
        if self._session_path is not None:
            doc = self.text.document.id if self.text else None
            session = Session(self._question.query, self.pane, doc, self.dossier.topic.entity)
            if session != self._session:
                keep(self._session_path, session)
