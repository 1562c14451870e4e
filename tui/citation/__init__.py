"""A passage cited so that the citation proves itself: written in five styles, found again later."""

from tui.citation.citation import Citation, Unstated, cite, unwrapped
from tui.citation.standing import Standing, State, stand
from tui.citation.styles import quotation, render
from tui.citation.trace import Cited, cited, unproven

__all__ = [
    "Citation",
    "Cited",
    "Standing",
    "State",
    "Unstated",
    "cite",
    "cited",
    "quotation",
    "render",
    "stand",
    "unproven",
    "unwrapped",
]
