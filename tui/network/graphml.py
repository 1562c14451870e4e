"""A network in GraphML, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from tui.network.graph import Network
from tui.network.looks import look_of
from tui.visible import visible

_KEYS = (
    ("node", "label", "string"),
    ("node", "type", "string"),
    ("node", "mentions", "int"),
    ("node", "documents", "int"),
    ("node", "colour", "string"),
    ("node", "shape", "string"),
    ("edge", "weight", "double"),
    ("edge", "sentences", "int"),
    ("edge", "log_likelihood", "double"),
    ("edge", "stated", "string"),
)


def graphml(network: Network) -> str:
    """The weight of an edge is the number of sentences that name both."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(
            f'  <key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{type}"/>'
            for of, name, type in _KEYS
        ),
        '  <graph id="readroom" edgedefault="undirected">',
        *_nodes(network),
        *_edges(network),
        "  </graph>",
        "</graphml>",
    ]
    return "\n".join(lines) + "\n"


def _nodes(network: Network) -> Iterator[str]:
    for node in network.nodes:
        look = look_of(node.type)
        held = _held(
            "node",
            [
                ("label", node.name),
                ("type", node.type),
                ("mentions", node.mentions),
                ("documents", node.documents),
                ("colour", look.colour),
                ("shape", look.dot),
            ],
        )
        yield f"    <node id={_attribute(node.id)}>{held}</node>"


def _edges(network: Network) -> Iterator[str]:
    for edge in network.edges:
        held = _held(
            "edge",
            [
                ("weight", float(edge.sentences)),
                ("sentences", edge.sentences),
                ("log_likelihood", edge.log_likelihood),
                ("stated", ", ".join(edge.stated) or None),
            ],
        )
        ends = f"source={_attribute(edge.first)} target={_attribute(edge.second)}"
        yield f"    <edge {ends}>{held}</edge>"


def _held(of: str, values: Iterable[tuple[str, object]]) -> str:
    return "".join(
        f'<data key="{of}-{name}">{escape(_clean(str(value)))}</data>'
        for name, value in values
        if value is not None
    )


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    """Text without what XML cannot hold."""
    return visible(text).encode("utf-8", "replace").decode()
