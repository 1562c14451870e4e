"""What stands near a node, counted by hand on a few words."""

import pytest

from tui.collocates import Windows, collocate, strongest, window
from tui.model import Mention, Span, UsageError
from tui.statistics import log_dice, log_likelihood, mutual_information, t_score

TEXT = "Red ships sail. Old ships, red ships sail far.\n\nRed is far.\n"


def counted(left: int, right: int, *nodes: str, mentions: tuple[Mention, ...] = ()) -> Windows:
    windows = Windows(left, right)
    spans, at = [], 0
    for node in nodes:
        start = TEXT.index(node, at)
        at = start + len(node)
        spans.append(Span(start, at))
    windows.add(TEXT, spans, mentions)
    return windows


def test_words_before_and_behind_a_node_are_counted() -> None:
    windows = counted(1, 2, "ships")
    assert dict(windows.before) == {"red": 1}
    assert dict(windows.behind) == {"sail": 1, "old": 1}
    assert (windows.nodes, windows.node_words, windows.size, windows.texts) == (1, 1, 3, 1)


def test_a_window_of_any_number_of_digits_is_one_or_none() -> None:
    assert window("3,5") == (3, 5)
    for wrong in ("9" * 5000, "1," + "9" * 5000, "²", "1,2,3", ""):
        with pytest.raises(UsageError, match="is no window"):
            window(wrong)


def test_a_word_in_two_windows_is_counted_once_and_no_node_is_in_one() -> None:
    windows = counted(2, 2, "ships", "ships", "ships")
    assert windows.before + windows.behind == {"red": 2, "sail": 2, "old": 1, "far": 1}
    assert (windows.nodes, windows.size) == (3, 6)
    assert windows.own == {"ships": 3}


def test_a_window_ends_with_its_paragraph() -> None:
    assert dict(counted(0, 5, "far").behind) == {}
    assert dict(counted(2, 0, "is").before) == {"red": 1}


def test_who_is_named_in_a_window_is_counted_but_not_the_node_itself() -> None:
    named = tuple(
        Mention(id, Span(TEXT.index(word), TEXT.index(word) + len(word)), "name", word)
        for id, word in (("red", "Red ships"), ("sailing", "sail"), ("far", "far"))
    )
    windows = counted(2, 2, "ships", mentions=named)
    assert dict(windows.named_behind) == {"sailing": 1}
    assert dict(windows.named_before) == {}


def test_the_measures_are_those_of_the_counts() -> None:
    windows = counted(2, 2, "ships", "ships", "ships")
    one = collocate("red", windows, (1, 1), 3, 9)
    assert (one.together, one.corpus) == (2, 3)
    assert one.ll == log_likelihood(2, 6, 3, 9)
    assert one.mi == mutual_information(2, 6, 3, 9)
    assert one.t == t_score(2, 6, 3, 9)
    assert one.logdice == log_dice(2, 3, 3)
    assert one.expected == pytest.approx(2.0)


def test_the_strongest_come_first_by_the_measure_asked_for() -> None:
    windows = counted(2, 2, "ships", "ships", "ships")
    rare = collocate("old", windows, (1, 0), 1, 9)
    common = collocate("sail", windows, (0, 2), 4, 9)
    assert [c.name for c in strongest([common, rare], "mi")] == ["old", "sail"]
    assert [c.name for c in strongest([rare, common], "logdice")] == ["sail", "old"]


def test_a_window_is_spelled_by_one_number_or_two() -> None:
    assert window("5") == (5, 5)
    assert window("0,1") == (0, 1)
    for wrong in ("", "x", "0", "0,0", "1,2,3", "-1", "99"):
        with pytest.raises(UsageError):
            window(wrong)
