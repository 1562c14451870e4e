"""The keys by which a passage is cited in a form, and by which commands are typed."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.screen.keys.quiet import quiet

FORMS: list[BindingType] = [
    Binding("enter,y", "choose", "Copy", id="forms.copy",
            tooltip="Copy the quotation and its citation in this form, and stay with the form"),
    Binding("c", "screen.citation", "Citation", id="forms.citation",
            tooltip="Copy the citation alone in this form, and stay with it"),
    Binding("w", "screen.unwrap", "Unwrap", id="forms.unwrap",
            tooltip="Each paragraph of a hard-wrapped text on one line, or as it is"),
    Binding("m", "screen.without", "Missing", id="forms.without",
            tooltip="Cite though author or date are missing, with [n.d.], or not"),
]  # fmt: skip

FORMS_SCREEN: list[BindingType] = [
    Binding("escape,q", "step_back", "Back", id="forms.leave", tooltip="Back to the desk"),
]

PROMPT: list[BindingType] = [
    Binding("enter", "submit", "Run", id="prompt.run", tooltip="Run the command"),
    quiet("tab", "complete", "Complete", "prompt.complete", "Take what is suggested"),
]

PROMPT_SCREEN: list[BindingType] = [
    Binding("escape", "step_back", "Back", id="prompt.leave", tooltip="Run nothing"),
]
