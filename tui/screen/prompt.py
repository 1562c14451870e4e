"""A line below the screen in which something is typed once."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from tui.screen import keys
from tui.screen.field import Field
from tui.screen.keyline import KeyLine


class PromptBox(Field):
    """Where it is typed."""

    BINDINGS = keys.PROMPT

    def action_complete(self) -> None:
        """Take what is suggested."""
        self.action_end()
        self.action_cursor_right()


class Prompt(ModalScreen[str], inherit_bindings=False):
    """Dismissed with what was typed, or nothing; what is there already may be emptied."""

    BINDINGS = keys.PROMPT_SCREEN

    def __init__(
        self,
        sign: str,
        placeholder: str,
        value: str | None = None,
        suggester: Suggester | None = None,
    ) -> None:
        super().__init__()
        self._suggester = suggester
        self._sign = sign
        self._value = value
        self._placeholder = placeholder

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(Content(self._sign), id="prompt-sign")
            yield PromptBox(
                self._value,
                placeholder=self._placeholder,
                id="prompt-box",
                suggester=self._suggester,
            )
        yield KeyLine()

    def on_mount(self) -> None:
        box = self.query_one(PromptBox)
        self.set_focus(box)  # at once: what was typed meanwhile is meant for it

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        said = event.value.strip()
        self.dismiss(said if said or self._value is not None else None)

    def action_step_back(self) -> None:
        self.dismiss()
