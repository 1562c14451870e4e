"""The keys of the desk, of every list and page, and of the program."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.screen.keys.quiet import quiet

EVERYWHERE: list[BindingType] = [
    Binding("ctrl+p", "command_palette", "Palette", id="app.palette", show=False, priority=True,
            tooltip="Every action by name, with its key"),
    quiet("Q", "leave_program", "Quit at once", "app.quit", "Leave readroom from anywhere"),
    Binding("ctrl+c", "interrupt", "Cancel", id="app.cancel", show=False, priority=True,
            tooltip="Cancel, as Esc does; twice in a row quits"),
    quiet("ctrl+l", "redraw", "Draw anew", "app.redraw", "Draw the whole screen anew"),
    quiet("ctrl+t", "next_theme", "Colours", "app.theme",
           "The next theme: dark, light, contrast, terminal, mono; it is kept"),
    Binding("ctrl+z", "suspend_process", "Suspend", id="app.suspend", show=False, priority=True,
            tooltip="Back to the shell; fg returns"),
]  # fmt: skip

DESK: list[BindingType] = [
    Binding("/", "search", "Search", id="desk.search", key_display="/",
            tooltip="Search the corpus"),
    Binding("tab", "pane(1)", "Pane", id="desk.next-pane", tooltip="Go to the next pane"),
    quiet("shift+tab", "pane(-1)", "Previous pane", "desk.previous-pane",
           "Go to the pane before"),
    quiet("<", "widen(-2)", "Narrower", "desk.narrower", "Make this pane narrower"),
    quiet(">", "widen(2)", "Wider", "desk.wider", "Make this pane wider"),
    quiet("Z", "zoom", "Maximise", "desk.zoom",
           "This pane alone on the whole screen, or all that there is room for"),
    Binding("n", "walk(1)", "Next hit", id="desk.next-hit",
            tooltip="The next of the set last asked for, on into the next text"),
    quiet("N", "walk(-1)", "Previous hit", "desk.previous-hit",
           "The one before in the set last asked for"),
    Binding("ctrl+o,backspace", "back", "Back", id="desk.back",
            tooltip="Back to where you were before"),
    Binding("yy", "take('all')", "Cite", id="desk.cite",
            tooltip="Copy the marked sentence as a quotation, with its citation"),
    quiet("yc", "take('citation')", "Citation", "desk.citation",
           "Copy the citation of the marked sentence, alone"),
    quiet("yq", "take('words')", "Quotation", "desk.quotation",
           "Copy the very characters of the marked sentence"),
    quiet("yl", "take('locator')", "Locator", "desk.locator",
           "Copy where the marked sentence stands: TEXT#char=A,B"),
    quiet("Y", "take('forms')", "Choose form", "desk.forms",
           "Choose the form of citations: footnote, pandoc, plain, BibTeX, CSL-JSON"),
    quiet("o", "take('print')", "Cite and leave", "desk.print",
           "Leave, with the marked sentence and its citation on stdout"),
    quiet("e", "edit", "Edit", "desk.edit", "Open the text in $VISUAL or $EDITOR, at this line"),
    quiet("P", "page", "Page", "desk.page", "Open the text in $PAGER, at this line"),
    quiet("|", "pipe", "Pipe", "desk.pipe", "Give the whole text to a command"),
    quiet("C", "survey('concordance')", "Concordance", "desk.concordance",
           "Every line of the entity or the query, the words around it side by side"),
    quiet("T", "survey('timeline')", "Timeline", "desk.timeline",
           "The dates given where the entity or the query stands, in order"),
    quiet("$", "survey('figures')", "Figures", "desk.figures",
           "The amounts given where the entity or the query stands"),
    quiet("ctrl+g", "gaps", "Gaps", "desk.gaps",
           "Names that the texts hold often and the registry does not"),
    quiet("U", "undo_edit", "Undo", "desk.undo-edit", "Take the last edit of the registry back"),
    quiet("ctrl+y", "forward", "Forward", "desk.forward", "Forward again after going back"),
    quiet("R", "reload", "Reload", "desk.reload",
           "Take in what has changed on disk; the same sentence stays at the top"),
    quiet("S", "star", "Star", "desk.star", "A star for the text that is open or marked, or none"),
    quiet("L", "list", "Reading list", "desk.list",
           "Put the text on the reading list, or take it off"),
    quiet("!", "read", "Read or unread", "desk.read",
           "Take the text for read, or for unread; to open it makes it read"),
    Binding("escape", "leave", "Leave", id="desk.leave", key_display="Esc", show=False,
            tooltip="Leave the search box, the card, the find, the pane"),
    quiet(":", "command", "Command line", "desk.command",
           "Type what to do: any action by its name, a line, open TEXT, who ENTITY, theme NAME"),
    Binding("?", "app.help", "Help", id="desk.help", key_display="?",
            tooltip="The keys that work here, then all others"),
    quiet("f6", "tour", "Tour", "desk.tour", "The tour of one minute: its beginning, or on"),
    quiet("f1", "app.help(True)", "All keys", "desk.all-keys", "Every key, by where it works"),
    Binding("q", "retreat", "Quit", id="desk.retreat",
            tooltip="Back one level; at the last one, quit"),
]  # fmt: skip

SCROLL: list[BindingType] = [
    quiet("j,down", "rows(1)", "Down", "page.down", "One row down"),
    quiet("k,up", "rows(-1)", "Up", "page.up", "One row up"),
    quiet("space,pagedown,ctrl+f", "pages(1)", "Page down", "page.page-down", "One page down"),
    quiet("b,pageup,ctrl+b", "pages(-1)", "Page up", "page.page-up", "One page up"),
    quiet("d,ctrl+d", "pages(0.5)", "Half a page down", "page.half-down", "Half a page down"),
    quiet("u,ctrl+u", "pages(-0.5)", "Half a page up", "page.half-up", "Half a page up"),
    quiet("g,home", "first", "To the top", "page.top", "To the very beginning"),
    quiet("G,end", "last", "To the end", "page.end", "To the very end"),
]

LIST: list[BindingType] = [
    Binding("enter", "choose", "Open", id="list.open",
            tooltip="Open the text at this place, or the record of this entity"),
]  # fmt: skip

OVER: list[BindingType] = [
    Binding("?", "app.help", "Help", id="over.help", key_display="?",
            tooltip="The keys that work here, then all others"),
    quiet("f1", "app.help(True)", "All keys", "over.all-keys", "Every key, by where it works"),
]  # fmt: skip

HELP: list[BindingType] = [
    Binding("escape,q,?", "dismiss", "Back", id="help.leave", tooltip="Back to the desk"),
]
