"""Going through what was found, one by one, on into the next text."""

from tui.model import Passage, Span
from tui.screen.walk import Walk

WALK = Walk.through("“navy”", [("a", (Span(1, 5), Span(9, 13))), ("b", ()), ("c", (Span(2, 6),))])


def test_every_stop_is_visited_once() -> None:
    walk, seen = WALK, []
    while (step := walk.step(1)) is not None:
        walk = step
        assert walk.here is not None
        seen.append((walk.here.doc, walk.here.span.start))
    assert seen == [("a", 1), ("a", 9), ("b", 0), ("c", 2)]


def test_the_status_line_says_where_one_is() -> None:
    assert str(WALK) == "“navy” · 4 hits"
    assert str(WALK.to(Passage("c", Span(2, 6)))) == "“navy” · hit 4/4 · text 3/3"


def test_between_two_stops_both_are_next_to_one() -> None:
    between = WALK.to(Passage("a", Span(6, 8)))
    forward, back = between.step(1), between.step(-1)
    assert forward is not None
    assert forward.here == Passage("a", Span(9, 13))
    assert back is not None
    assert back.here == Passage("a", Span(1, 5))


def test_before_the_first_there_is_nothing() -> None:
    assert WALK.step(-1) is None
    assert WALK.to(Passage("elsewhere", Span(0, 1))).step(-1) is None


def test_a_text_without_spans_has_nothing_lit() -> None:
    assert WALK.spans("b") == ()
    assert WALK.spans("a") == (Span(1, 5), Span(9, 13))
