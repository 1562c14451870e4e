"""The find box: words to look for in the open text, which is lit as they are typed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from tui.screen import keys
from tui.screen.field import Field
from tui.screen.messages import Sought


class FindBox(Field):
    """Where the words are typed."""

    BINDINGS = keys.FIND


class Finder(Horizontal):
    """A line below the text, there only while one looks for something."""

    box = query_one(FindBox)

    def compose(self) -> ComposeResult:
        yield Static(Content("Find "), id="find-prompt")
        yield FindBox(placeholder="in this text", id="find")

    def open(self) -> None:
        """Take the focus, empty."""
        self.display = True
        self.box.value = ""
        self.box.focus()

    @on(Input.Changed)
    def _seek(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Sought(event.value))

    @on(Input.Submitted)
    def _go(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Sought(event.value, go=True))
