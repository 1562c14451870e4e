"""Every key of the screen, written once: the panes bind these, and footer, help and palette
read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType


def _quiet(key: str, action: str, description: str, id: str, tooltip: str) -> Binding:
    """A key that help and palette name, but not the footer."""
    return Binding(key, action, description, id=id, tooltip=tooltip, show=False)


EVERYWHERE: list[BindingType] = [
    Binding("ctrl+p", "command_palette", "Palette", id="app.palette", show=False, priority=True,
            tooltip="Every action by name, with its key"),
    _quiet("Q", "leave_program", "Quit at once", "app.quit", "Leave readroom from anywhere"),
    Binding("ctrl+c", "interrupt", "Cancel", id="app.cancel", show=False, priority=True,
            tooltip="Cancel, as Esc does; twice in a row quits"),
    _quiet("ctrl+l", "redraw", "Draw anew", "app.redraw", "Draw the whole screen anew"),
    _quiet("ctrl+t", "next_theme", "Colours", "app.theme",
           "The next theme: dark, light, contrast, terminal, mono; it is kept"),
    Binding("ctrl+z", "suspend_process", "Suspend", id="app.suspend", show=False, priority=True,
            tooltip="Back to the shell; fg returns"),
]  # fmt: skip

DESK: list[BindingType] = [
    Binding("/", "search", "Search", id="desk.search", key_display="/",
            tooltip="Search the corpus"),
    Binding("tab", "pane(1)", "Pane", id="desk.next-pane", tooltip="Go to the next pane"),
    _quiet("shift+tab", "pane(-1)", "Previous pane", "desk.previous-pane",
           "Go to the pane before"),
    _quiet("<", "widen(-2)", "Narrower", "desk.narrower", "Make this pane narrower"),
    _quiet(">", "widen(2)", "Wider", "desk.wider", "Make this pane wider"),
    _quiet("Z", "zoom", "Maximise", "desk.zoom",
           "This pane alone on the whole screen, or all that there is room for"),
    Binding("n", "walk(1)", "Next hit", id="desk.next-hit",
            tooltip="The next of the set last asked for, on into the next text"),
    _quiet("N", "walk(-1)", "Previous hit", "desk.previous-hit",
           "The one before in the set last asked for"),
    Binding("ctrl+o,backspace", "back", "Back", id="desk.back",
            tooltip="Back to where you were before"),
    Binding("yy", "take('all')", "Cite", id="desk.cite",
            tooltip="Copy the marked sentence as a quotation, with its citation"),
    _quiet("yc", "take('citation')", "Citation", "desk.citation",
           "Copy the citation of the marked sentence, alone"),
    _quiet("yq", "take('words')", "Quotation", "desk.quotation",
           "Copy the very characters of the marked sentence"),
    _quiet("yl", "take('locator')", "Locator", "desk.locator",
           "Copy where the marked sentence stands: TEXT#char=A,B"),
    _quiet("Y", "take('forms')", "Choose form", "desk.forms",
           "Choose the form of citations: footnote, pandoc, plain, BibTeX, CSL-JSON"),
    _quiet("o", "take('print')", "Cite and leave", "desk.print",
           "Leave, with the marked sentence and its citation on stdout"),
    _quiet("e", "edit", "Edit", "desk.edit", "Open the text in $VISUAL or $EDITOR, at this line"),
    _quiet("P", "page", "Page", "desk.page", "Open the text in $PAGER, at this line"),
    _quiet("|", "pipe", "Pipe", "desk.pipe", "Give the whole text to a command"),
    _quiet("C", "survey('concordance')", "Concordance", "desk.concordance",
           "Every line of the entity or the query, the words around it side by side"),
    _quiet("T", "survey('timeline')", "Timeline", "desk.timeline",
           "The dates given where the entity or the query stands, in order"),
    _quiet("$", "survey('figures')", "Figures", "desk.figures",
           "The amounts given where the entity or the query stands"),
    _quiet("ctrl+g", "gaps", "Gaps", "desk.gaps",
           "Names that the texts hold often and the registry does not"),
    _quiet("U", "undo_edit", "Undo", "desk.undo-edit", "Take the last edit of the registry back"),
    _quiet("ctrl+y", "forward", "Forward", "desk.forward", "Forward again after going back"),
    _quiet("R", "reload", "Reload", "desk.reload",
           "Take in what has changed on disk; the same sentence stays at the top"),
    _quiet("S", "star", "Star", "desk.star", "A star for the text that is open or marked, or none"),
    _quiet("L", "list", "Reading list", "desk.list",
           "Put the text on the reading list, or take it off"),
    _quiet("!", "read", "Read or unread", "desk.read",
           "Take the text for read, or for unread; to open it makes it read"),
    Binding("escape", "leave", "Leave", id="desk.leave", key_display="Esc", show=False,
            tooltip="Leave the search box, the card, the find, the pane"),
    _quiet(":", "command", "Command line", "desk.command",
           "Type what to do: any action by its name, a line, open TEXT, who ENTITY, theme NAME"),
    Binding("?", "help", "help", id="desk.help", key_display="?",
            tooltip="The keys that work here, then all others"),
    _quiet("f6", "tour", "Tour", "desk.tour", "The tour of one minute: its beginning, or on"),
    _quiet("f1", "help(True)", "All keys", "desk.all-keys", "Every key, by where it works"),
    Binding("q", "retreat", "quit", id="desk.retreat",
            tooltip="Back one level; at the last one, quit"),
]  # fmt: skip

SCROLL: list[BindingType] = [
    _quiet("j,down", "rows(1)", "Down", "page.down", "One row down"),
    _quiet("k,up", "rows(-1)", "Up", "page.up", "One row up"),
    _quiet("space,pagedown,ctrl+f", "pages(1)", "Page down", "page.page-down", "One page down"),
    _quiet("b,pageup,ctrl+b", "pages(-1)", "Page up", "page.page-up", "One page up"),
    _quiet("d,ctrl+d", "pages(0.5)", "Half a page down", "page.half-down", "Half a page down"),
    _quiet("u,ctrl+u", "pages(-0.5)", "Half a page up", "page.half-up", "Half a page up"),
    _quiet("g,home", "first", "To the top", "page.top", "To the very beginning"),
    _quiet("G,end", "last", "To the end", "page.end", "To the very end"),
]

TEXT: list[BindingType] = [
    Binding("enter,K", "peek", "Card", id="text.card",
            tooltip="Who or what the marked name is; Enter again: its record"),
    Binding("]e", "name(1)", "Next name", id="text.next-name", tooltip="The next name in the text"),
    _quiet("[e", "name(-1)", "Name before", "text.previous-name", "The name before in the text"),
    _quiet("]m", "same(1)", "Same again", "text.next-same", "The next mention of this entity"),
    _quiet("[m", "same(-1)", "Same before", "text.previous-same",
           "The mention of this entity before"),
    Binding("f", "label", "Jump", id="text.jump",
            tooltip="Letters on every name and hit of the page; type them to be there"),
    _quiet("]q", "quotation(1)", "Next quotation", "text.next-quotation",
           "The next quotation; v selects it"),
    _quiet("[q", "quotation(-1)", "Quotation before", "text.previous-quotation",
           "The quotation before"),
    _quiet(")", "sentence(1)", "Next sentence", "text.next-sentence", "The next sentence"),
    _quiet("(", "sentence(-1)", "Sentence before", "text.previous-sentence",
           "The sentence before"),
    _quiet("}", "paragraph(1)", "Next paragraph", "text.next-paragraph", "The next paragraph"),
    _quiet("{", "paragraph(-1)", "Paragraph before", "text.previous-paragraph",
           "The beginning of the paragraph, then the paragraph before"),
    _quiet("&", "names", "Names on or off", "text.names",
           "Mark the names in the text, or leave it plain"),
    _quiet("#", "numbers", "Numbers", "text.numbers", "Number the lines, the paragraphs, nothing"),
    _quiet("z", "fold", "Fold", "text.fold",
           "Fold what stands around the article to a line each: comments, tickers, links"),
]  # fmt: skip

SELECT: list[BindingType] = [
    Binding("y", "take('all')", "Cite", id="select.cite",
            tooltip="Copy what is selected as a quotation, with its citation"),
    Binding("enter", "take('words')", "Copy", id="select.copy",
            tooltip="Copy the very characters that are selected"),
    _quiet("c", "take('citation')", "Citation", "select.citation",
           "Copy the citation of what is selected, alone"),
    _quiet("Y", "take('forms')", "Choose form", "select.forms",
           "Choose the form in which what is selected is cited"),
    _quiet("O", "take('print')", "Cite and leave", "select.print",
           "Leave, with what is selected and its citation on stdout"),
    _quiet("|", "take('pipe')", "Pipe", "select.pipe", "Give what is selected to a command"),
    Binding("w", "word(1)", "Word", id="select.word", key_display="w b",
            tooltip="To the end of the next word"),
    _quiet("b", "word(-1)", "Word back", "select.word-back", "One word less, or one more before"),
    Binding("s", "sentence", "Sentence", id="select.sentence",
            tooltip="The whole sentence, then one more"),
    Binding("p", "paragraph", "Paragraph", id="select.paragraph",
            tooltip="The whole paragraph, then one more"),
    Binding("o", "turn", "Other end", id="select.turn", tooltip="Move the other end"),
    _quiet("j,down", "rows(1)", "Row down", "select.down", "One row down"),
    _quiet("k,up", "rows(-1)", "Row up", "select.up", "One row up"),
    _quiet("l,right", "character(1)", "Character on", "select.right", "One character further"),
    _quiet("h,left", "character(-1)", "Character back", "select.left", "One character back"),
    _quiet("]e", "name(1)", "To a name", "select.name", "To the end of the next name"),
    _quiet("[e", "name(-1)", "To a name before", "select.name-before",
           "To the beginning of the name before"),
    _quiet('",]q', "quotation", "To the end of a quotation", "select.quotation",
           "To the end of the quotation that is open here or opens next"),
    _quiet("V", "by_rows", "Whole rows", "select.by-rows", "Whole rows, or not"),
    _quiet("escape,q,v", "stop", "Leave", "select.stop", "Select nothing"),
]  # fmt: skip

TEXT_PANE: list[BindingType] = [
    Binding(
        "v",
        "select(False)",
        "Select",
        id="text.select",
        tooltip="Select by keys: words, sentences, paragraphs",
    ),
    _quiet("t", "screen.contents", "Contents", "text.contents",
           "The headings of this text, to go to one"),
    _quiet("i", "screen.about", "About", "text.about",
           "What is known of this text and from where; Enter on a fact corrects it"),
    _quiet("m", "screen.mark", "Mark", "text.mark",
           "Mark this place with the letter typed next: a–z in this text, A–Z for all texts"),
    _quiet("'", "screen.visit", "Go to a mark", "text.visit",
           "Go to the mark of the letter typed next; '' goes back"),
    _quiet("V", "select(True)", "Select rows", "text.select-rows", "Select whole rows by keys"),
    Binding("/", "find", "Find", id="text.find", tooltip="Find words in this text; Esc drops them"),
    _quiet("*", "seek", "Search this", "text.seek",
           "Search all texts for the name, or the words, that are marked or selected"),
    Binding("a", "register", "Register", id="text.register",
            tooltip="Register the name or the words that are marked: alias of …, or a new entity"),
]  # fmt: skip

SEARCHING: list[BindingType] = [
    _quiet("ctrl+r", "recall", "Recall", "search.recall",
           "A query that was saved, or run before: choose one by words of it"),
    _quiet("f2", "explain", "Explain", "search.explain",
           "How the query was understood, and what each part of it finds"),
    Binding("f3,=", "exact", "Exact", id="search.exact", key_display="F3",
            tooltip="The words of the query exactly as they are written, or in all their forms"),
    Binding("f4,F", "facets", "Narrow", id="search.facets", key_display="F",
            tooltip="What was found by source, date, name …: limit it to one, or leave one out"),
    Binding("O", "order", "Order", id="search.order",
            tooltip="Best first, newest first, by path"),
    Binding("s", "save", "Save", id="search.save",
            tooltip="Keep the query by a name: query:NAME asks it, Ctrl+R lists it"),
    _quiet("M", "more_like", "More like it", "search.more-like",
           "The texts most like the one that is marked"),
    _quiet("z", "unfold", "Doubles", "search.unfold",
           "List near-duplicates of a hit by themselves, or with it"),
]  # fmt: skip

FACETS: list[BindingType] = [
    Binding("enter", "choose", "Only this", id="facets.include",
            tooltip="Only what has this value; on a narrowing: without it"),
    Binding("x", "exclude", "Without", id="facets.exclude", tooltip="Only what has it not"),
    Binding("backspace", "widen", "Widen", id="facets.widen", tooltip="Take the last step back"),
]  # fmt: skip

SHELF: list[BindingType] = [
    Binding("enter", "submit", "Take", id="shelf.take",
            tooltip="Take the query that is marked; where one is saved: under this name"),
    Binding("down", "screen.mark(1)", "Next", id="shelf.next", key_display="↑↓",
            tooltip="Mark the next query"),
    _quiet("up", "screen.mark(-1)", "Previous", "shelf.previous", "Mark the query before"),
    Binding("ctrl+x", "screen.forget", "Forget", id="shelf.forget",
            tooltip="Forget the saved query that is marked"),
]  # fmt: skip

SHELF_SCREEN: list[BindingType] = [
    Binding("escape", "dismiss", "Back", id="shelf.leave", tooltip="Back to the desk"),
]

EXPLANATION: list[BindingType] = [
    Binding("escape,q,f2", "dismiss", "back", id="explain.leave", tooltip="Back to the desk"),
]

LIST: list[BindingType] = [
    Binding("enter", "choose", "Open", id="list.open",
            tooltip="Open the text at this place, or the record of this entity"),
]  # fmt: skip

RECORD: list[BindingType] = [
    Binding("f,&", "sift", "Filter", id="record.filter",
            tooltip="Type to narrow the page: names, sentences, dates, texts; Esc drops it"),
    Binding("s", "sort", "Sort", id="record.sort",
            tooltip="Another order: the registry by mentions, dates …; mentions by year, by kind"),
    _quiet("r", "registry", "Registry", "record.registry", "Every entity of the registry"),
    _quiet("x", "matrix", "Matrix", "record.matrix",
           "Who is named in one sentence with whom, as a table in shades"),
]  # fmt: skip

SIFT: list[BindingType] = [
    Binding("enter,down", "leave_box", "Into the list", id="sift.list",
            tooltip="Into the narrowed page"),
]  # fmt: skip

BOX: list[BindingType] = [
    Binding("enter", "submit", "Open", id="box.open", tooltip="Open the text that is marked"),
    Binding("down", "choose(1)", "Next", id="box.next", key_display="↑↓",
            tooltip="Mark the next text in the list"),
    _quiet("up", "choose(-1)", "Previous", "box.previous",
           "Mark the text before in the list; before the first: the query run before this one"),
    _quiet("tab", "complete(1)", "Complete", "box.complete",
           "Complete the name after @, or the value after a field; again: another one"),
    _quiet("shift+tab", "complete(-1)", "Complete back", "box.complete-back",
           "The completion before"),
    _quiet("pagedown", "choose(5)", "Five on", "box.on", "Mark a text further down"),
    _quiet("pageup", "choose(-5)", "Five back", "box.back", "Mark a text further up"),
]  # fmt: skip

FIND: list[BindingType] = [
    Binding("enter", "submit", "Find", id="find.go", tooltip="Go to the first place from here on"),
]

CARD: list[BindingType] = [
    Binding("enter,K", "choose", "Record", id="card.record", tooltip="Open the whole record"),
    Binding("1", "decide(1)", "Means this", id="card.decide", key_display="1–9",
            tooltip="Of a name with a question mark: here it means the one of this number"),
]  # fmt: skip

REGISTER_BOX: list[BindingType] = [
    Binding("enter", "submit", "Go on", id="register.go-on",
            tooltip="Go on with the line that is marked: the type of a new entity, or a preview"),
    Binding("down", "screen.mark(1)", "Choose", id="register.next", key_display="↑↓",
            tooltip="Mark the next line"),
    _quiet("up", "screen.mark(-1)", "Previous", "register.previous", "Mark the line before"),
]  # fmt: skip

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
    _quiet("tab", "complete", "Complete", "prompt.complete", "Take what is suggested"),
]

PROMPT_SCREEN: list[BindingType] = [
    Binding("escape", "step_back", "Back", id="prompt.leave", tooltip="Run nothing"),
]

GAPS: list[BindingType] = [
    Binding("n", "screen.new", "New", id="gaps.new", tooltip="Register the name: a new entity"),
    Binding("a", "screen.alias", "Alias", id="gaps.alias",
            tooltip="Register the name: an alias of an entity that is there"),
    Binding("x", "screen.ignore", "Never again", id="gaps.ignore",
            tooltip="Never list this name again"),
]  # fmt: skip

GAPS_SCREEN: list[BindingType] = [
    _quiet("U", "undo_edit", "Undo", "gaps.undo", "Take the last edit made here back"),
    Binding("escape,q", "step_back", "Back", id="gaps.leave", tooltip="Back to the desk"),
]

REGISTER: list[BindingType] = [
    Binding("enter", "write", "Write", id="register.write",
            tooltip="Write what the preview shows into the registry"),
    Binding("tab,shift+tab", "field", "Box", id="register.field",
            tooltip="From the name to whose it is, and back"),
    Binding("escape", "step_back", "Back", id="register.leave", tooltip="Back one step"),
]  # fmt: skip

CONTENTS: list[BindingType] = [
    Binding("escape,q,t", "step_back", "Back", id="contents.leave", tooltip="Back to the text"),
]

ABOUT_LIST: list[BindingType] = [
    Binding("enter", "choose", "Correct", id="about.correct",
            tooltip="Correct the fact in the file beside the text; nothing typed: there is none"),
]  # fmt: skip

ABOUT: list[BindingType] = [
    Binding("escape,q,i", "step_back", "Back", id="about.leave", tooltip="Back to the text"),
]

HELP: list[BindingType] = [
    Binding("escape,q,?", "dismiss", "back", id="help.leave", tooltip="Back to the desk"),
]


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
    Binding("escape,q,backspace", "step_back", "Back", id="survey.leave", key_display="Esc",
            tooltip="Back to the desk"),
]  # fmt: skip


class Section(NamedTuple):
    """Keys that work in some places, with a name; a place is the id of a widget."""

    title: str
    places: tuple[str, ...]
    keys: list[BindingType]


SECTIONS = (
    Section("In the search box", ("box",), BOX),
    Section("Where a query is saved or recalled", ("shelf-box",), [*SHELF, *SHELF_SCREEN]),
    Section("On a card", ("card",), CARD),
    Section("In the dialogue of a name", ("register-name", "register-of"), REGISTER_BOX),
    Section("Where a name is looked at before it is written", ("register-list",), REGISTER),
    Section("In the list of gaps", ("gaps",), [*GAPS, *GAPS_SCREEN]),
    Section("Where the form of a citation is chosen", ("forms",), [*FORMS, *FORMS_SCREEN]),
    Section("Where a command is typed", ("prompt-box",), [*PROMPT, *PROMPT_SCREEN]),
    Section("In a list from many texts", ("survey", "survey-box"), [*SURVEY_LIST, *SURVEY]),
    Section("While selecting", ("selector",), SELECT),
    Section("In a text", ("reader", "text"), [*TEXT, *TEXT_PANE]),
    Section("In the record pane", ("entries", "record"), RECORD),
    Section("In the filter of the record pane", ("sift",), SIFT),
    Section("In a list", ("hits", "entries"), LIST),
    Section("Searching", ("box", "hits"), SEARCHING),
    Section("In the list of facets", ("facets",), FACETS),
    Section("In an explanation", (), EXPLANATION),
    Section("Moving the page", ("reader", "hits", "facets", "entries", "survey"), SCROLL),
    Section("In the find box", ("find",), FIND),
    Section("In the contents of a text", ("contents",), CONTENTS),
    Section("Where facts of a text are listed", ("about",), [*ABOUT_LIST, *ABOUT]),
    Section("Everywhere", (), [*DESK, *EVERYWHERE]),
)


def bindings(of: Iterable[BindingType]) -> list[Binding]:
    """Keys as what they are here: Textual would also take tuples."""
    return [key for key in of if isinstance(key, Binding)]


BY_ID = {binding.id: binding for section in SECTIONS for binding in bindings(section.keys)}
ORDER = {
    binding.id: number
    for number, binding in enumerate(b for section in SECTIONS for b in bindings(section.keys))
}
"""Where in these lists each key stands, by its id."""
