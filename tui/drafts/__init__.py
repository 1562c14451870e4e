"""What a draft claims: the words it quotes, the names it writes, the numbers and dates it gives."""

from tui.drafts.markup import prose_of
from tui.drafts.nearness import Nearness
from tui.drafts.numbers import Number, numbers
from tui.drafts.quotations import Quotation, quotations
from tui.drafts.spelling import Names
from tui.drafts.wording import Resemblance, nearest, verbatim

__all__ = [
    "Names",
    "Nearness",
    "Number",
    "Quotation",
    "Resemblance",
    "nearest",
    "numbers",
    "prose_of",
    "quotations",
    "verbatim",
]
