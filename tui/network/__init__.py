"""Entities as nodes, the sentences that name two of them as edges: a picture, or a file."""

from tui.network.dot import dot
from tui.network.graph import Edge, Network, Node
from tui.network.graphml import graphml
from tui.network.layout import Unpictured
from tui.network.svg import svg

__all__ = ["Edge", "Network", "Node", "Unpictured", "dot", "graphml", "svg"]
