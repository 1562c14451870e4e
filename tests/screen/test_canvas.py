"""Whatever the terminal showed, the least that is sent has it show what is wanted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screen.glass import Glass
from tui.screen.canvas import Canvas, Terminal
from tui.screen.pen import PLAIN, Pen, pen_of, turn

WIDTH, HEIGHT = 24, 7
PENS = [PLAIN, *map(pen_of, ("1", "4;36", "2;3;33;40", "7", "38;5;110;48;5;234", "48;5;234"))]
PENS += [pen_of("1;38;2;1;2;3;48;2;4;5;6"), pen_of("38;5;188;48;5;234"), pen_of("4;9;90;107")]
TEXTS = ["China", " ", " " * 14, "a b", "— “x”", "习近平", "e\u0301a\u0302", "▌ ━─│", "\u0302"]

terminals = st.builds(Terminal, *[st.booleans()] * 5)
# A mark over a letter is drawn with it, so nothing begins with one but the rest of a line.
lines = st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(PENS)), max_size=4)
pieces = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1), lines)
screens = st.lists(pieces, max_size=12)
Pieces = list[tuple[int, int, list[tuple[str, Pen]]]]


def draw(canvas: Canvas, screen: Pieces) -> None:
    for y in range(HEIGHT):
        canvas.put(0, y, [(" " * WIDTH, PENS[5])])
    for x, y, segments in screen:
        canvas.put(x, y, segments)


def at_once(screen: Pieces) -> Glass:
    """The same written plainly, whole, on a terminal that was empty."""
    canvas = Canvas()
    canvas.resize(WIDTH, HEIGHT)
    draw(canvas, screen)
    glass = Glass(WIDTH, HEIGHT)
    for y, row in enumerate(canvas._wanted):
        glass.feed(f"\x1b[{y + 1}H")
        for char, pen in zip(row.chars, row.pens, strict=True):
            glass.feed(turn(glass.pen, pen, ends_singly=True) + char)
    return glass


def shown_after(terminal: Terminal, *screens: Pieces) -> Glass:
    canvas = Canvas(terminal)
    canvas.resize(WIDTH, HEIGHT)
    glass = Glass(
        WIDTH, HEIGHT, erases_in_colour=terminal.erases_in_colour, returns=terminal.returns
    )
    for screen in screens:
        draw(canvas, screen)
        glass.feed(canvas.changes((HEIGHT - 1, 3)))
        assert (glass.y, glass.x) == (HEIGHT - 1, 3)
    return glass


@given(terminals, st.lists(screens, min_size=1, max_size=4))
def test_any_screen_follows_any_other(terminal: Terminal, following: list[Pieces]) -> None:
    assert shown_after(terminal, *following).seen() == at_once(following[-1]).seen()


@given(terminals, st.permutations(range(HEIGHT)), st.integers(-HEIGHT, HEIGHT))
def test_rows_that_move_are_where_they_belong(
    terminal: Terminal, order: list[int], by: int
) -> None:
    before = [(2, y, [(f"row {order[y]} 习“e\u0301", PENS[order[y]])]) for y in range(HEIGHT)]
    after = [(x, y + by, segments) for x, y, segments in before if 0 <= y + by < HEIGHT]
    assert shown_after(terminal, before, after).seen() == at_once(after).seen()


@given(st.sampled_from(PENS), st.sampled_from(PENS), st.booleans())
def test_a_turn_leads_from_any_pen_to_any_other(one: Pen, other: Pen, ends_singly: bool) -> None:
    glass = Glass(1, 1)
    glass.pen = one
    glass.feed(turn(one, other, ends_singly))
    assert glass.pen == other


def canvas_of(*rows: str) -> tuple[Canvas, Glass]:
    canvas = Canvas()
    canvas.resize(40, len(rows))
    for y, row in enumerate(rows):
        canvas.put(0, y, [(row.ljust(40), PLAIN)])
    glass = Glass(40, len(rows))
    glass.feed(canvas.changes((0, 0)))
    return canvas, glass


def test_what_is_shown_already_is_not_sent() -> None:
    canvas, _ = canvas_of("In Moscow", "and in Beijing")
    canvas.put(0, 0, [("In Moscow", PLAIN)])
    assert canvas.changes((0, 0)) == ""


def test_only_the_cells_that_differ_are_sent() -> None:
    canvas, _ = canvas_of("from Moscow and Beijing", "")
    canvas.put(12, 0, [("or ", PLAIN)])
    assert canvas.changes((0, 12)) == "\x1b[12Cor \x1b[;13H"


def test_a_row_with_a_character_of_doubtful_width_is_sent_whole() -> None:
    canvas, _ = canvas_of("", "")
    canvas.put(0, 0, [("习近平 in Moscow", PLAIN)])
    canvas.changes((0, 0))
    canvas.put(10, 0, [("Russia", PLAIN)])
    assert "习近平 in Russia" in canvas.changes((0, 0))


def test_a_page_that_moves_by_a_row_is_scrolled() -> None:
    canvas, glass = canvas_of("━━━", "one", "two", "three", "four", "five", "status")
    for y, row in enumerate(("two", "three", "four", "five", "six"), 1):
        canvas.put(0, y, [(row.ljust(40), PLAIN)])
    sent = canvas.changes((0, 0))
    glass.feed(sent)
    assert glass.text == ["━━━", "two", "three", "four", "five", "six", "status"]
    assert len(sent) < 40


@pytest.mark.parametrize("change", ["forget", "resize"])
def test_a_terminal_of_which_nothing_is_known_is_drawn_whole(change: str) -> None:
    canvas, _ = canvas_of("In Moscow", "and in Beijing")
    if change == "resize":
        canvas.resize(30, 2)
        canvas.put(0, 0, [("In Moscow", PLAIN)])
        canvas.put(0, 1, [("and in Beijing", PLAIN)])
    else:
        canvas.forget()
    glass = Glass(30, 2)
    glass.feed("old\r\nthings" + canvas.changes((0, 0)))
    assert glass.text == ["In Moscow", "and in Beijing"]
