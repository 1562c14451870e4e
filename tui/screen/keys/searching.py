"""The keys of the search box, its answers, facets, explanation and saved queries."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.screen.keys.quiet import quiet

BOX: list[BindingType] = [
    Binding("enter", "submit", "Open", id="box.open", tooltip="Open the text that is marked"),
    Binding("down", "choose(1)", "Next", id="box.next", key_display="↑↓",
            tooltip="Mark the next text in the list"),
    quiet("up", "choose(-1)", "Previous", "box.previous",
           "Mark the text before in the list; before the first: the query run before this one"),
    quiet("tab", "complete(1)", "Complete", "box.complete",
           "Complete the name after @, or the value after a field; again: another one"),
    quiet("shift+tab", "complete(-1)", "Complete back", "box.complete-back",
           "The completion before"),
    quiet("pagedown", "choose(5)", "Five on", "box.on", "Mark a text further down"),
    quiet("pageup", "choose(-5)", "Five back", "box.back", "Mark a text further up"),
]  # fmt: skip

SEARCHING: list[BindingType] = [
    quiet("ctrl+r", "recall", "Recall", "search.recall",
           "A query that was saved, or run before: choose one by words of it"),
    quiet("f2", "explain", "Explain", "search.explain",
           "How the query was understood, and what each part of it finds"),
    Binding("f3,=", "exact", "Exact", id="search.exact", key_display="F3",
            tooltip="The words of the query exactly as they are written, or in all their forms"),
    Binding("f4,F", "facets", "Narrow", id="search.facets", key_display="F",
            tooltip="What was found by source, date, name …: limit it to one, or leave one out"),
    Binding("O", "order", "Order", id="search.order",
            tooltip="Best first, newest first, by path"),
    Binding("s", "save", "Save", id="search.save",
            tooltip="Keep the query by a name: query:NAME asks it, Ctrl+R lists it"),
    quiet("M", "more_like", "More like it", "search.more-like",
           "The texts most like the one that is marked"),
    quiet("z", "unfold", "Doubles", "search.unfold",
           "List near-duplicates of a hit by themselves, or with it"),
]  # fmt: skip

FACETS: list[BindingType] = [
    Binding("enter", "choose", "Only this", id="facets.include",
            tooltip="Only what has this value; on a narrowing: without it"),
    Binding("x", "exclude", "Without", id="facets.exclude", tooltip="Only what has it not"),
    Binding("backspace", "widen", "Widen", id="facets.widen", tooltip="Take the last step back"),
]  # fmt: skip

EXPLANATION: list[BindingType] = [
    Binding("escape,q,f2", "dismiss", "Back", id="explain.leave", tooltip="Back to the desk"),
]

QUERIES: list[BindingType] = [
    Binding("enter", "submit", "Take", id="queries.take",
            tooltip="Take the query that is marked; where one is saved: under this name"),
    Binding("down", "screen.mark(1)", "Next", id="queries.next", key_display="↑↓",
            tooltip="Mark the next query"),
    quiet("up", "screen.mark(-1)", "Previous", "queries.previous", "Mark the query before"),
    Binding("ctrl+x", "screen.forget", "Forget", id="queries.forget",
            tooltip="Forget the saved query that is marked"),
]  # fmt: skip

QUERIES_SCREEN: list[BindingType] = [
    Binding("escape", "dismiss", "Back", id="queries.leave", tooltip="Back to the desk"),
]
