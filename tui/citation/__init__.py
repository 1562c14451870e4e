"""A passage cited so that the citation proves itself: written in five styles, found again later."""

from tui.citation.citation import Citation, cite
from tui.citation.standing import Standing, State, stand
from tui.citation.styles import STYLES, Style, quotation, render
from tui.citation.trace import Cited, cited, unproven

__all__ = [
    "STYLES",
    "Citation",
    "Cited",
    "Standing",
    "State",
    "Style",
    "cite",
    "cited",
    "quotation",
    "render",
    "stand",
    "unproven",
]
