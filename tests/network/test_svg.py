"""The picture of a network."""

from itertools import combinations
from xml.etree import ElementTree

from tests.network.networks import NETWORK
from tui.network import Network, Node, svg
from tui.network.looks import LOOKS, look_of

SVG = "{http://www.w3.org/2000/svg}"


def _drawn(network: Network) -> ElementTree.Element:
    return ElementTree.fromstring(svg(network).encode())


def test_every_node_has_its_shape_its_label_and_its_type_in_the_legend() -> None:
    picture = _drawn(NETWORK)
    said = [" ".join(text.itertext()) for text in picture.iter(f"{SVG}text")]
    assert 'Ann "the <Great> & Small"\\' in said
    assert "Allied Company of Makers and Engineers of Everything" in said
    assert "␛[31mRed\ufffd\ufffd" in said
    assert said[-4:] == ["equipment", "no-such-type", "organisation", "person"]
    assert len(list(picture.iter(f"{SVG}circle"))) == 2
    assert len(list(picture.iter(f"{SVG}polygon"))) == 6


def test_an_edge_is_wider_by_its_sentences_and_dashed_without_any() -> None:
    widths = {}
    for line in _drawn(NETWORK).iter(f"{SVG}line"):
        widths[line[0].text] = float(line.get("stroke-width", "0")), line.get("stroke-dasharray")
    assert widths["acme - ann: 12 sentences; stated: owned-by, founded-by"] > (4.0, None)
    assert widths["ann - s:1: 1 sentence"] == (1.0, None)
    assert widths["s:1 - x: 0 sentences; stated: made-by"] == (1.0, "5 5")


def test_no_two_types_look_alike() -> None:
    for one, other in combinations([*LOOKS.values(), look_of("no-such-type")], 2):
        assert one.colour != other.colour
        assert (one.corners, one.turned, one.inner) != (other.corners, other.turned, other.inner)


def test_everything_lies_inside_the_picture() -> None:
    nodes = tuple(Node(f"n{i}", f"Somebody with number {i}", "person", i, 1) for i in range(25))
    picture = _drawn(Network(nodes, ()))
    left, top, width, height = map(float, picture.get("viewBox", "").split())
    for part in picture.iter():
        x, y = part.get("x") or part.get("cx"), part.get("y") or part.get("cy")
        if x is not None and y is not None:
            assert left <= float(x) <= left + width
            assert top <= float(y) <= top + height
