"""The open text handed on: to an editor, to a pager, or on the stdin of any command."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work

from tui.model import Passage, Span
from tui.screen import handover
from tui.screen.messages import Take
from tui.screen.quoting import NOTHING, Quoting
from tui.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.catalog.room import Room

RETURN = "[Enter returns to readroom] "


class Handing(Quoting, inherit_bindings=False):
    """The part of the desk that lends the terminal to other programs."""

    @work(exclusive=True, group="hand")
    async def action_edit(self) -> None:
        place = await self._place()
        if place is not None:
            path, line = place
            self._run(lambda: handover.editor(os.environ, path, line), "EDITOR")

    @work(exclusive=True, group="hand")
    async def action_page(self) -> None:
        place, passage = await self._place(), self.meant()
        if place is None or passage is None:
            return
        text = await self._librarian.ask(_shown, passage.doc)
        if text is not None:
            self._run(lambda: handover.pager(os.environ, place[1]), "PAGER", text)

    def action_pipe(self) -> None:
        passage = self.meant()
        if passage is None:
            self._say(NOTHING)
        else:
            self._ask_command(passage.doc, None)

    @on(Take)
    def _pipe_selected(self, event: Take) -> None:
        if event.way == "pipe" and self.text is not None:
            self._ask_command(self.text.document.id, event.span)

    def _ask_command(self, doc: str, span: Span | None) -> None:
        from tui.screen.prompt import Prompt

        def typed(command: str | None) -> None:
            if command:
                self._pipe(doc, span, command)

        what = "what is selected" if span else "the whole text"
        self.app.push_screen(Prompt("| ", f"a shell command that reads {what}"), typed)

    @work(exclusive=True, group="hand")
    async def _pipe(self, doc: str, span: Span | None, command: str) -> None:
        text = await self._librarian.ask(_piped, doc, span)
        if text is not None:
            shell = os.environ.get("SHELL") or "/bin/sh"
            self._run(lambda: [shell, "-c", command], "SHELL", text, RETURN)

    async def _place(self) -> tuple[Path, int] | None:
        """The file of the passage that is meant, and its line."""
        passage = self.meant()
        if passage is None:
            self._say(NOTHING)
            return None
        return await self._librarian.ask(file_and_line, passage)

    def _run(
        self, call: Callable[[], list[str]], variable: str, text: str | None = None, end: str = ""
    ) -> None:
        try:
            words = call()
        except (ValueError, IndexError):
            self._say(f"${variable} is no command: {os.environ.get(variable, '')}")
            return
        self._say(handover.hand_over(self.app, words, text, end))


def file_and_line(room: Room, passage: Passage) -> tuple[Path, int]:
    """The file of a passage, as the system has it, and the line on which it begins."""
    line, _ = room.document(passage.doc).place(passage.span.start)
    return room.corpus.path(passage.doc), line


def _shown(room: Room, doc: str) -> str:
    """A text as a terminal takes it."""
    return _fit(room.document(doc).text)


def _piped(room: Room, doc: str, span: Span | None) -> str:
    """A text, or a stretch of one, as a command reads it: each paragraph on one line."""
    from tui.citation import unwrapped
    from tui.prose import is_hard_wrapped

    whole = room.document(doc).text
    text = whole[slice(*span)] if span else whole
    return _fit(unwrapped(text) if is_hard_wrapped(whole) else text)


def _fit(text: str) -> str:
    return visible("\n".join(re.split(r"\r\n|\n|\r", text.rstrip("\r\n"))), keep="\n\t") + "\n"
