"""Marks laid over a text: found by offset, drawn without losing a character."""

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tui.screen.paint import Mark, Marks, paint

BOLD, LINE = Style(bold=True), Style(underline=True)


def test_later_styles_lie_on_top_of_earlier_ones() -> None:
    drawn = paint("the S-400 Triumph", 0, 17, [(4, 17, LINE), (4, 9, BOLD)], Style.null())
    looks = [(part.text, part.style or Style.null()) for part in drawn]
    assert [(text, bool(look.bold), bool(look.underline)) for text, look in looks] == [
        ("the ", False, False),
        ("S-400", True, True),
        (" Triumph", False, True),
    ]


def test_a_question_mark_can_follow_a_name() -> None:
    sign = {7: Segment("?")}
    drawn = paint("Georgia said", 0, 12, [(0, 7, LINE)], Style.null(), after=sign)
    assert "".join(segment.text for segment in drawn) == "Georgia? said"


def test_what_would_drive_the_terminal_is_drawn_as_a_mark() -> None:
    drawn = paint("a\x1b]52;c;x\x07b\u202ec\td", 0, 15, [], Style.null())
    assert "".join(segment.text for segment in drawn) == "a␛]52;c;x␇b\ufffdc    d"


spans = st.tuples(st.integers(0, 30), st.integers(1, 10))


@given(st.lists(spans, max_size=12), spans)
def test_marks_are_those_that_share_a_character(
    found: list[tuple[int, int]], row: tuple[int, int]
) -> None:
    marks = [Mark(start, start + size, "hit") for start, size in found]
    start, end = row[0], row[0] + row[1]
    within = [m for m in sorted(marks) if m.start < end and m.end > start]
    assert list(Marks(marks).within(start, end)) == within
