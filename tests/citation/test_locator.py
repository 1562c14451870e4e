"""Paragraph and line of a passage, as a person counts them."""

from tui.citation.locator import locate
from tui.model import Span

LETTER = "Talks\n\nThey met in Beijing.\nThey agreed.\n\nMoscow was told.\n"
WRAPPED = """\
The two governments agreed in the spring of that year on a
contract for aircraft, of which neither side would state the
price or the number that was to be delivered before long.

Nothing more was said about it until the end of the summer,
when a ministry named the number and not the price of it.
"""


def place(text: str, words: str) -> str:
    start = text.index(words)
    return str(locate(text, Span(start, start + len(words))))


def test_a_line_is_a_paragraph_where_nothing_is_hard_wrapped() -> None:
    assert place(LETTER, "Talks") == "para. 1, line 1"
    assert place(LETTER, "They agreed.") == "para. 3, line 4"


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    assert place(WRAPPED, "neither side") == "para. 1, line 2"
    assert place(WRAPPED, "named the number") == "para. 2, line 6"


def test_a_passage_over_several_says_the_first_and_the_last() -> None:
    assert place(LETTER, "Beijing.\nThey agreed.\n\nMoscow") == "paras. 2–4, lines 3–6"
    assert (
        place(WRAPPED, "agreed in the spring of that year on a\ncontract") == "para. 1, lines 1–2"
    )


def test_line_ends_of_every_kind_count() -> None:
    assert place(LETTER.replace("\n", "\r\n"), "Moscow") == "para. 4, line 6"
    assert place(LETTER.replace("\n", "\r"), "Moscow") == "para. 4, line 6"
