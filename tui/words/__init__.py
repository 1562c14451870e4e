"""The one tokeniser: a text → its words with offsets, each folded so that its spellings agree.

Every part of a compound has a position of its own, so a phrase of its parts finds it. What is more
than its parts is an extra *form* over the same positions: a designator (`s-400`, `r&d`, `2022-23`),
an amount (`$150`), a sign that belongs to the word (`4++`, `5%`), an all-capitals word (`US`).
A paragraph begins with the mark `¶`, at a position of its own: no phrase runs across it.

A text is cut into runs without spaces; a run into atoms, which have one position each; and atoms
that a dash, `&` or the full stops of a date join are a chain.
"""

from tui.words.chains import LONGEST, Form
from tui.words.folding import fold, plain
from tui.words.reading import PARAGRAPH, Words, split, strict, width, words

__all__ = [
    "LONGEST",
    "PARAGRAPH",
    "Form",
    "Words",
    "fold",
    "plain",
    "split",
    "strict",
    "width",
    "words",
]
