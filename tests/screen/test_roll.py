"""The rows of a text are the same wherever one begins to look at it."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Span
from tui.screen import setting
from tui.screen.roll import Roll
from tui.screen.setting import Setting

EVERY = 1 << 40


def drawn(text: str, width: int = 40, **how: object) -> list[str]:
    """The rows of a text, as text."""
    roll = Roll(Setting(text, width, **how), 0, 0)  # type: ignore[arg-type]
    return [" ".join(text[slice(*roll[n])].split()) for n in range(roll.nearest(EVERY) + 1)]


def test_long_lines_are_set_apart_once() -> None:
    long = "word " * 30
    rows = drawn(f"Title\n{long}\n\n\n{long}\nshort\nshort\n", 200)
    beginnings = [row[:5].strip() for row in rows]
    assert beginnings == ["Title", "", "word", "", "word", "", "short", "short"]


MAIL = """\
  A hard-wrapped text has lines of about the same
length, which flow together again when the pane has
another width than the one its author had in mind.

Not so what is short,
or a list:
- one thing that is told in as many as nine whole words
- and another that is told in as many as nine words too
    name      number   and what else a table may hold
    S-400          4   systems, in 2018, as it was said
"""


def test_lines_that_were_broken_for_their_width_flow_together() -> None:
    assert drawn(MAIL, 60, joins=True) == [
        "A hard-wrapped text has lines of about the same length,",
        "which flow together again when the pane has another width",
        "than the one its author had in mind.",
        "",
        "Not so what is short,",
        "or a list:",
        "- one thing that is told in as many as nine whole words",
        "- and another that is told in as many as nine words too",
        "name number and what else a table may hold",
        "S-400 4 systems, in 2018, as it was said",
    ]


def test_a_fold_is_one_row() -> None:
    text = "An article.\nComments\nfirst\nsecond\n\nAbout us.\n"
    fold = Span(text.index("Comments"), text.index("\n\nAbout"))
    roll = Roll(Setting(text, 40, folds=(fold,)), 0, 0)
    rows = [roll[n] for n in range(roll.nearest(EVERY) + 1)]
    assert [text[slice(*row)] for row in rows] == [
        "An article.", "", text[slice(*fold)], "", "About us.",
    ]  # fmt: skip
    assert roll[roll.at(text.index("second"))] == fold


def test_the_lines_above_a_text_are_numbered_below_zero() -> None:
    roll = Roll(Setting("one\ntwo\n", 40), 3, 0)
    first = roll.nearest(-EVERY)
    assert [roll[first + n].start for n in range(5)] == [-3, -2, -1, 0, 4]
    assert roll[roll.at(-2)] == (-2, -2)


PIECES = st.sampled_from(
    ["word ", "軍", "\n", "\r\n", "\n\n", " ", "- ", "interdependence", "é\u0301"]
)


@given(
    st.lists(PIECES, max_size=120).map("".join),
    st.integers(4, 30),
    st.booleans(),
    st.lists(st.integers(0, 200), min_size=2, max_size=2),
    st.integers(0, 300),
)
def test_every_row_is_the_same_from_wherever_one_comes(
    text: str, width: int, joins: bool, fold: list[int], around: int
) -> None:
    setting.CHUNK, before = 16, setting.CHUNK
    start, end = (min(at, len(text)) for at in sorted(fold))
    folds = (Span(start, end),) if end > start else ()
    how = Setting(text, width, joins, folds)
    try:
        from_the_top, from_there = Roll(how, 2, 0), Roll(how, 2, around)
        first, last = from_there.nearest(-EVERY), from_there.nearest(EVERY)
        rows = [from_there[n] for n in range(first, last + 1)]
        top, end = from_the_top.nearest(-EVERY), from_the_top.nearest(EVERY)
        assert rows == [from_the_top[n] for n in range(top, end + 1)]
        assert [row.start for row in rows] == sorted(row.start for row in rows)
        for number, row in enumerate(rows):
            assert from_there[from_there.at(row.start)].start == row.start, number
        if around < len(text) and not text[around].isspace():
            lone = Roll(how, 2, around)
            assert lone[lone.at(around)] == from_the_top[from_the_top.at(around)]
    finally:
        setting.CHUNK = before
