"""A paste is text, however the terminal cuts it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.screen.paste import BEGIN, END, Pasted


def test_controls_in_a_paste_are_pictures() -> None:
    sent = f"{BEGIN}pasted\x1b[31m words\rqqq{END}"
    assert Pasted().clean(sent) == f"{BEGIN}pasted␛[31m words\rqqq{END}"


def test_keys_outside_a_paste_are_as_sent() -> None:
    assert Pasted().clean("\x1b[A\x1bq") == "\x1b[A\x1bq"


@given(st.lists(st.integers(0, 40), max_size=6))
def test_a_paste_cut_anywhere_reads_the_same(cuts: list[int]) -> None:
    sent = f"{BEGIN}a\x1b]52;c;x\x07b{END}\x1b[A"
    at = sorted({0, *(cut for cut in cuts if len(BEGIN) <= cut <= len(sent)), len(sent)})
    whole, pieces = Pasted(), Pasted()
    joined = "".join(pieces.clean(sent[a:b]) for a, b in pairwise(at))
    assert joined == whole.clean(sent)
