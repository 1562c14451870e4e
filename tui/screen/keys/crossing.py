"""The keys of the record pane, and of lists drawn from many texts."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.screen.keys.quiet import quiet

RECORD: list[BindingType] = [
    Binding("f,&", "sift", "Filter", id="record.filter",
            tooltip="Type to narrow the page: names, sentences, dates, texts; Esc drops it"),
    Binding("s", "sort", "Sort", id="record.sort",
            tooltip="Another order: the registry by mentions, dates …; mentions by year, by kind"),
    quiet("r", "registry", "Registry", "record.registry", "Every entity of the registry"),
    quiet("x", "matrix", "Matrix", "record.matrix",
           "Who is named in one sentence with whom, as a table in shades"),
]  # fmt: skip

SIFT: list[BindingType] = [
    Binding("enter,down", "leave_box", "Into the list", id="sift.list",
            tooltip="Into the narrowed page"),
]  # fmt: skip

SURVEY_BOX: list[BindingType] = [
    Binding("enter,down", "screen.to_list", "List", id="survey.to-list", tooltip="To the rows"),
]

SURVEY_LIST: list[BindingType] = [
    Binding("enter", "choose", "Open", id="survey.open",
            tooltip="Open the text at this place; Backspace comes back to the list"),
]  # fmt: skip

SURVEY: list[BindingType] = [
    Binding("/", "filter", "Filter", id="survey.filter", key_display="/",
            tooltip="Leave only the rows that hold some words"),
    Binding("s", "sort", "Sort", id="survey.sort",
            tooltip="Another order: by the words around, side by side by text, the largest first"),
    quiet("C", "other('concordance')", "Concordance", "survey.concordance",
           "A concordance of the same instead"),
    quiet("T", "other('timeline')", "Timeline", "survey.timeline", "Its timeline instead"),
    quiet("$", "other('figures')", "Figures", "survey.figures", "Its figures instead"),
    Binding("escape,q,backspace", "step_back", "Back", id="survey.leave", key_display="Esc",
            tooltip="Back to the desk"),
]  # fmt: skip
