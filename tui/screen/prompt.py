"""A line below the screen in which something is typed once."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.screen import keys
from tui.screen.keyline import KeyLine
from tui.screen.looks import LookBook


class PromptBox(Input):
    """Where it is typed."""

    BINDINGS = keys.PROMPT


class Prompt(ModalScreen[str], inherit_bindings=False):
    """Dismissed with what was typed, or nothing."""

    BINDINGS = keys.PROMPT_SCREEN
    COMPONENT_CLASSES = LookBook.COMPONENT_CLASSES

    def __init__(self, sign: str, placeholder: str) -> None:
        super().__init__()
        self._sign = sign
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(Content(self._sign), id="prompt-sign")
            yield PromptBox(placeholder=self._placeholder, id="prompt-box", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        box = self.query_one(PromptBox)
        box.cursor_blink = False
        box.focus()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)

    def action_step_back(self) -> None:
        self.dismiss()
