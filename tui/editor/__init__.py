"""Edits of files kept by hand that change nothing else: one insertion, written whole or not."""

from tui.editor.draft import Draft
from tui.editor.edits import add_alias, add_entity, decide, ignore
from tui.editor.facts import correct
from tui.editor.history import Step, last, undo, write

__all__ = [
    "Draft",
    "Step",
    "add_alias",
    "add_entity",
    "correct",
    "decide",
    "ignore",
    "last",
    "undo",
    "write",
]
