"""Every key of the screen, written once: the panes bind these, and footer, help and palette
read them."""

from tui.screen.keys.crossing import RECORD, SIFT, SURVEY, SURVEY_BOX, SURVEY_LIST
from tui.screen.keys.everywhere import DESK, EVERYWHERE, HELP, LIST, OVER, SCROLL
from tui.screen.keys.handing import FORMS, FORMS_SCREEN, PROMPT, PROMPT_SCREEN
from tui.screen.keys.reading import ABOUT, ABOUT_LIST, CARD, CONTENTS, FIND, SELECT, TEXT, TEXT_PANE
from tui.screen.keys.registering import GAPS, GAPS_SCREEN, REGISTER, REGISTER_BOX
from tui.screen.keys.searching import BOX, EXPLANATION, FACETS, QUERIES, QUERIES_SCREEN, SEARCHING
from tui.screen.keys.sections import BY_ID, ORDER, SECTIONS, Section, bindings

__all__ = [
    "ABOUT",
    "ABOUT_LIST",
    "BOX",
    "BY_ID",
    "CARD",
    "CONTENTS",
    "DESK",
    "EVERYWHERE",
    "EXPLANATION",
    "FACETS",
    "FIND",
    "FORMS",
    "FORMS_SCREEN",
    "GAPS",
    "GAPS_SCREEN",
    "HELP",
    "LIST",
    "ORDER",
    "OVER",
    "PROMPT",
    "PROMPT_SCREEN",
    "QUERIES",
    "QUERIES_SCREEN",
    "RECORD",
    "REGISTER",
    "REGISTER_BOX",
    "SCROLL",
    "SEARCHING",
    "SECTIONS",
    "SELECT",
    "SIFT",
    "SURVEY",
    "SURVEY_BOX",
    "SURVEY_LIST",
    "TEXT",
    "TEXT_PANE",
    "Section",
    "bindings",
]
