"""GraphML is read by networkx as it was meant."""

import io

import networkx

from tests.network.networks import NETWORK
from tui.network import Network, graphml


def test_networkx_reads_every_node_and_edge() -> None:
    graph = networkx.read_graphml(io.BytesIO(graphml(NETWORK).encode()))
    assert set(graph) == {"ann", "acme", "s:1", "x"}
    assert graph.nodes["ann"]["label"] == 'Ann "the <Great> & Small"\\'
    assert graph.nodes["s:1"]["label"] == "␛[31mRed\ufffd\ufffd"
    assert (graph.nodes["acme"]["type"], graph.nodes["acme"]["mentions"]) == ("organisation", 4)
    assert not graph.is_directed()
    edge = graph.edges["acme", "ann"]
    assert (edge["weight"], edge["sentences"], edge["log_likelihood"]) == (12.0, 12, 34.5)
    assert edge["stated"] == "owned-by, founded-by"
    assert graph.edges["s:1", "x"]["weight"] == 0
    assert "log_likelihood" not in graph.edges["ann", "s:1"]


def test_an_empty_network_is_read_too() -> None:
    assert not networkx.read_graphml(io.BytesIO(graphml(Network((), ())).encode()))
