"""The index: Whoosh behind building, refreshing and one consistent view; nothing else knows it."""

import tui.index.importing  # noqa: F401  # before anything else imports Whoosh
from tui.index.home import has_index, home_of, name_of
from tui.index.storage import Damaged
from tui.index.tally import Tally
from tui.index.tidying import is_scattered, tidy
from tui.index.update import MEMORY, USUAL, Effort, Report, ahead, refresh
from tui.index.view import IndexView, open_view

__all__ = [
    "MEMORY",
    "USUAL",
    "Damaged",
    "Effort",
    "IndexView",
    "Report",
    "Tally",
    "ahead",
    "has_index",
    "home_of",
    "is_scattered",
    "name_of",
    "open_view",
    "refresh",
    "tidy",
]
