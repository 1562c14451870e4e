"""The filter box of the record pane: the page is narrowed as one types."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from tui.screen import keys
from tui.screen.field import Field


class SiftBox(Field):
    """Where the words are typed."""

    BINDINGS = keys.SIFT

    def action_leave_box(self) -> None:
        self.post_message(Sifter.Left())


class Sifter(Horizontal):
    """A line over the page, there only while it is narrowed."""

    box = query_one(SiftBox)

    @dataclass
    class Typed(Message):
        """What the page is to be narrowed by."""

        words: str

    class Left(Message):
        """One goes on into the page."""

    def compose(self) -> ComposeResult:
        yield Static(Content("Filter "), id="sift-prompt")
        yield SiftBox(placeholder="names, words, dates, texts", id="sift")

    def open(self) -> None:
        """Take the focus, with what was typed before."""
        self.display = True
        self.box.focus()

    def show(self, words: str) -> None:
        """Show what the page is narrowed by, if by anything."""
        if self.box.value != words:
            with self.box.prevent(Input.Changed):
                self.box.value = words
        if not self.box.has_focus:
            self.display = bool(words)

    @on(Input.Changed)
    def _sift(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))
