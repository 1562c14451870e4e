"""What a draft claims: the words it quotes, the names it writes, the numbers and dates it gives."""

from tui.drafts.markup import prose_of
from tui.drafts.nearness import Company
from tui.drafts.numbers import Number, numbers
from tui.drafts.quotations import Quotation, quotations
from tui.drafts.spelling import Names
from tui.drafts.wording import Resemblance, nearest, verbatim

__all__ = [
    "Company",
    "Names",
    "Number",
    "Quotation",
    "Resemblance",
    "nearest",
    "numbers",
    "prose_of",
    "quotations",
    "verbatim",
]
