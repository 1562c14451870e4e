"""Where nodes stand: none over another."""

import sys
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.network.networks import NETWORK
from tui.network import Unpictured, svg
from tui.network.layout import Box, apart, placed, wrapped

PLACES = st.floats(-200, 200)
SIZES = st.floats(5, 90)


def _overlap(a: Box, b: Box) -> bool:
    across = a.half + b.half - abs(a.x - b.x)
    down = min(a.y + a.below, b.y + b.below) - max(a.y - a.above, b.y - b.above)
    return across > 0 and down > 0


@given(st.lists(st.builds(Box, PLACES, PLACES, SIZES, SIZES, SIZES), max_size=12))
def test_boxes_are_pushed_until_none_is_over_another(boxes: list[Box]) -> None:
    found = apart(boxes)
    assert [(b.half, b.above, b.below) for b in found] == [
        (b.half, b.above, b.below) for b in boxes
    ]
    assert not any(_overlap(a, b) for a, b in combinations(found, 2))


def test_nodes_at_one_place_part() -> None:
    found = apart([Box(0, 0, 10, 10, 10)] * 5)
    assert not any(_overlap(a, b) for a, b in combinations(found, 2))


def test_the_same_network_is_laid_out_the_same() -> None:
    sizes = {node.id: Box(0, 0, 40, 10, 30) for node in NETWORK.nodes}
    assert placed(NETWORK, sizes) == placed(NETWORK, sizes)


def test_without_networkx_it_is_said_what_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(Unpictured, match="networkx, which is not installed"):
        svg(NETWORK)


def test_a_long_label_is_cut_into_lines() -> None:
    assert wrapped("Allied Company of Makers", 14, 3) == ["Allied Company", "of Makers"]
    assert wrapped("a b c d e", 1, 3) == ["a", "b", "c…"]
    assert wrapped("x" * 50, 10, 3) == ["x" * 19 + "…"]
