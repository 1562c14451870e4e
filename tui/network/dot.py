"""A network in DOT, the language of Graphviz."""

from __future__ import annotations

from math import log1p

from tui.network.graph import Edge, Network, Node
from tui.network.looks import look_of
from tui.visible import visible


def dot(network: Network) -> str:
    """An undirected graph; edges that no sentence shows are dashed."""
    lines = [
        "graph readroom {",
        '  graph [overlap=false, splines=true, outputorder=edgesfirst, fontname="sans-serif"];',
        '  node [style=filled, fontname="sans-serif", fontsize=11];',
        *map(_node, network.nodes),
        *map(_edge, network.edges),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _node(node: Node) -> str:
    look = look_of(node.type)
    given = (
        f"label={_quoted(node.name)}, shape={look.dot}, "
        f'fillcolor="{look.colour}66", color="{look.colour}", '
        f"tooltip={_quoted(f'{node.type}: {node.counts}')}"
    )
    return f"  {_quoted(node.id)} [{given}];"


def _edge(edge: Edge) -> str:
    given = f"weight={1 + edge.sentences}, penwidth={1 + log1p(max(0, edge.sentences - 1)):.1f}"
    given += f", label={edge.sentences}, fontsize=9" if edge.sentences else ", style=dashed"
    if edge.stated:
        given += f", tooltip={_quoted(', '.join(edge.stated))}"
    return f"  {_quoted(edge.first)} -- {_quoted(edge.second)} [{given}];"


def _quoted(text: str) -> str:
    """A text in quotation marks; a backslash would begin an escape of Graphviz."""
    return '"' + visible(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
