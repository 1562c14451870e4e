"""DOT in which no name ends its own quotation marks."""

from tests.network.networks import NETWORK
from tui.network import dot


def test_nodes_have_shapes_and_edges_weights() -> None:
    lines = dot(NETWORK).splitlines()
    acme = next(line for line in lines if line.startswith('  "acme" ['))
    assert "shape=box" in acme
    assert "4 mentions in 2 texts" in acme
    assert any(line.startswith('  "acme" -- "ann" [weight=13') for line in lines)
    assert any('"s:1" -- "x"' in line and "style=dashed" in line for line in lines)


def test_a_name_cannot_leave_its_quotation_marks() -> None:
    assert r'label="Ann \"the <Great> & Small\"\\", shape=ellipse' in dot(NETWORK)
    assert "\x1b" not in dot(NETWORK)
