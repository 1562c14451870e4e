"""A concordance lines words up in their context, and sorts them by what stands around them."""

import pytest

from tui.concordance import concordance, cut, in_order, sample, sort_keys
from tui.model import Line, Span, UsageError

TEXT = "Ships sail. The ship\u00a0 sails far.\nNew ships sail on."


def _lines(*nodes: str) -> list[Line]:
    spans, at = [], 0
    for node in nodes:
        start = TEXT.index(node, at)
        at = start + len(node)
        spans.append(Span(start, at))
    return list(concordance("a.txt", TEXT, spans))


def _shown(lines: list[Line]) -> list[str]:
    return [f"{line.left}[{line.node}]{line.right}" for line in lines]


def test_each_line_has_its_node_in_its_own_paragraph() -> None:
    assert _shown(_lines("Ships", "ship", "ships")) == [
        "[Ships] sail. The ship sails far.",
        "Ships sail. The [ship] sails far.",
        "New [ships] sail on.",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_paragraph_goes_on_over_the_line_ends_of_a_hard_wrapped_text(end: str) -> None:
    row = "Many a ship has sailed from this quiet harbour since"
    text = end.join([row, row, "", row, row, "", row, "the war."])
    (line,) = concordance("a.txt", text, [Span(text.rindex("since"), text.rindex("since") + 5)])
    assert _shown([cut(line, 14)]) == ["quiet harbour [since] the war."]
    assert line.left.count("ship") == 1


def test_lines_sort_by_the_words_around_the_node() -> None:
    lines = _lines("Ships", "ship", "ships")
    assert _shown(in_order(lines, ("1R", "2R"), {}))[0].startswith("New [ships] sail on")
    assert [line.node for line in in_order(lines, ("1L",), {})] == ["Ships", "ships", "ship"]
    assert [line.node for line in in_order(lines, ("form",), {})] == ["ship", "Ships", "ships"]


def test_lines_sort_by_date_and_text() -> None:
    lines = [
        *concordance("b.txt", "a ship", [Span(2, 6)]),
        *concordance("a.txt", "a ship", [Span(2, 6)]),
    ]
    by_date = in_order(lines, ("date",), {"a.txt": "2020", "b.txt": "2014"})
    assert [line.passage.doc for line in by_date] == ["b.txt", "a.txt"]
    assert [line.passage.doc for line in in_order(lines, ("text",), {})] == ["a.txt", "b.txt"]


def test_a_sample_is_spread_over_all_lines_and_the_same_each_time() -> None:
    lines = list(concordance("a.txt", "x" * 100, [Span(i, i + 1) for i in range(100)]))
    picked = sample(lines, 4)
    assert [line.passage.span.start for line in picked] == [0, 25, 50, 75]
    assert sample(lines, 500) == lines


def test_context_is_cut_to_a_width() -> None:
    (line,) = _lines("ship")
    assert _shown([cut(line, 4)]) == ["The [ship] sai"]
    assert _shown([cut(line, 0)]) == ["[ship]"]


@pytest.mark.parametrize("spelled", ["6L", "0R", "L1", "name", "1R,,x"])
def test_a_sort_key_that_is_none_is_refused(spelled: str) -> None:
    with pytest.raises(UsageError):
        sort_keys(spelled)
