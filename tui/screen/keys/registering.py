"""The keys by which names come into the registry."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.screen.keys.quiet import quiet

REGISTER_BOX: list[BindingType] = [
    Binding("enter", "submit", "Go on", id="register.go-on",
            tooltip="Go on with the line that is marked: the type of a new entity, or a preview"),
    Binding("down", "screen.mark(1)", "Choose", id="register.next", key_display="↑↓",
            tooltip="Mark the next line"),
    quiet("up", "screen.mark(-1)", "Previous", "register.previous", "Mark the line before"),
]  # fmt: skip

REGISTER: list[BindingType] = [
    Binding("enter", "write", "Write", id="register.write",
            tooltip="Write what the preview shows into the registry"),
    Binding("tab,shift+tab", "field", "Box", id="register.field",
            tooltip="From the name to whose it is, and back"),
    Binding("escape", "step_back", "Back", id="register.leave", tooltip="Back one step"),
]  # fmt: skip

GAPS: list[BindingType] = [
    Binding("n", "screen.new", "New", id="gaps.new", tooltip="Register the name: a new entity"),
    Binding("a", "screen.alias", "Alias", id="gaps.alias",
            tooltip="Register the name: an alias of an entity that is there"),
    Binding("x", "screen.ignore", "Never again", id="gaps.ignore",
            tooltip="Never list this name again"),
]  # fmt: skip

GAPS_SCREEN: list[BindingType] = [
    quiet("U", "undo_edit", "Undo", "gaps.undo", "Take the last edit made here back"),
    Binding("escape,q", "step_back", "Back", id="gaps.leave", tooltip="Back to the desk"),
]
