"""Which keys work where: what help, man page and keymap list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding, BindingType

from tui.screen.keys.crossing import RECORD, SIFT, SURVEY, SURVEY_LIST
from tui.screen.keys.everywhere import DESK, EVERYWHERE, LIST, OVER, SCROLL
from tui.screen.keys.handing import FORMS, FORMS_SCREEN, PROMPT, PROMPT_SCREEN
from tui.screen.keys.reading import ABOUT, ABOUT_LIST, CARD, CONTENTS, FIND, SELECT, TEXT, TEXT_PANE
from tui.screen.keys.registering import GAPS, GAPS_SCREEN, REGISTER, REGISTER_BOX
from tui.screen.keys.searching import BOX, EXPLANATION, FACETS, QUERIES, QUERIES_SCREEN, SEARCHING


class Section(NamedTuple):
    """Keys that work in some places, with a name; a place is the id of a widget."""

    title: str
    places: tuple[str, ...]
    keys: list[BindingType]


OVER_DESK = ("survey", "survey-box", "gaps", "forms", "register-list", "contents", "about")
SECTIONS = (
    Section("In the search box", ("box",), BOX),
    Section("Where a query is saved or recalled", ("queries-box",), [*QUERIES, *QUERIES_SCREEN]),
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
    Section("In what lies over the desk", OVER_DESK, OVER),
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
